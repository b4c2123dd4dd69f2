package import BusProtocol
private import Glibc

/// The directory of a daemon's sockets, held by a lock for as long as this lives.
///
/// The lock comes before any bind: a second bind on an ipc path takes it over in silence.
package struct RunDirectory: ~Copyable {
    package let endpoints: Endpoints
    private let lock: CInt

    /// Makes the directory (0750) when it is missing, and locks it.
    package init(_ path: String) throws(DaemonError) {
        endpoints = Endpoints(runDirectory: path)
        for socket in [endpoints.eventsPath, endpoints.commandsPath] where socket.utf8.count > Self.longestPath {
            throw DaemonError(.runDirectoryTooLong, "\(socket): a socket's path has at most \(Self.longestPath) bytes")
        }
        try Directories.make(path, mode: 0o750)
        let lock = open(endpoints.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else { throw DaemonError(.runDirectoryUnusable, endpoints.lockPath, errno: errno) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(of: lock)
            close(lock)
            guard code == EWOULDBLOCK else { throw DaemonError(.runDirectoryUnusable, endpoints.lockPath, errno: code) }
            throw DaemonError(.runDirectoryInUse, "\(path) is in use by another bosun\(holder)")
        }
        self.lock = lock
        writeHolder()
    }

    deinit { close(lock) }

    /// `sun_path` has 108 bytes, one of them for the zero at the end.
    private static let longestPath = 107

    /// For the message of a second daemon only; the lock itself is the flock.
    private func writeHolder() {
        let text = Array("\(getpid())\n".utf8)
        if ftruncate(lock, 0) == 0 { _ = pwrite(lock, text, text.count, 0) }
    }

    private static func holder(of lock: CInt) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(lock, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
    }
}
