private import Glibc

/// A directory's lock file, held locked for as long as this lives; the kernel lets go of it when the process ends.
struct DirectoryLock: ~Copyable {
    private let descriptor: CInt

    /// Throws `runDirectoryInUse` when another process holds it.
    init(_ path: String, of directory: String) throws(DaemonError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw DaemonError(.directoryUnusable, path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(of: descriptor)
            close(descriptor)
            guard code == EWOULDBLOCK else { throw DaemonError(.directoryUnusable, path, errno: code) }
            throw DaemonError(.directoryInUse, "\(directory) is in use by another bosun\(holder)")
        }
        self.descriptor = descriptor
        // For the message of a second daemon only; the lock itself is the flock.
        let text = Array("\(getpid())\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
    }

    deinit { close(descriptor) }

    private static func holder(of descriptor: CInt) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
    }
}
