private import EventLoop
private import Glibc

/// What outlives the daemon: the name of this state, and the last epoch.
package struct StateDirectory: Sendable {
    package let path: String
    /// Made once; tells this state's workers from another daemon's.
    package let id: String
    /// This start's: max(last + 1, microseconds now), so that a clock set back does not repeat one.
    package let epoch: UInt64

    /// Makes the directory (0700) when it is missing, and begins a new epoch. Only one daemon may: hold the lock.
    package init(_ path: String, unixMicroseconds: UInt64 = WallClock.unixNanoseconds / 1_000) throws(DaemonError) {
        self.path = path
        try Directories.make(path, mode: 0o700)
        if let known = try Self.read("\(path)/id") {
            guard known.utf8.count == 16, known.allSatisfy(\.isHexDigit) else {
                throw DaemonError(.stateUnusable, "\(path)/id holds no id: it was changed by somebody else")
            }
            id = known
        } else {
            id = String(UInt64.random(in: (1 << 60)...UInt64.max), radix: 16)
            try Self.write(id, to: "\(path)/id")
        }
        let last: UInt64
        if let text = try Self.read("\(path)/epoch") {
            guard let number = UInt64(text), number < UInt64.max else {
                throw DaemonError(.stateUnusable, "\(path)/epoch holds no epoch: it was changed by somebody else")
            }
            last = number
        } else {
            last = 0
        }
        epoch = max(last + 1, unixMicroseconds)
        try Self.write(String(epoch), to: "\(path)/epoch")
    }

    /// The file's first line; nil when there is no such file.
    private static func read(_ path: String) throws(DaemonError) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            guard errno == ENOENT else { throw DaemonError(.stateUnusable, path, errno: errno) }
            return nil
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = Glibc.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw DaemonError(.stateUnusable, path, errno: errno) }
        return String(decoding: bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    /// Replaces the file whole, on disk before it returns: an epoch must not come twice, also over a power loss.
    private static func write(_ text: String, to path: String) throws(DaemonError) {
        let fresh = "\(path).new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DaemonError(.stateUnusable, fresh, errno: errno) }
        let bytes = Array("\(text)\n".utf8)
        let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        let code = errno
        close(file)
        guard isWritten else { throw DaemonError(.stateUnusable, fresh, errno: code) }
        guard rename(fresh, path) == 0 else { throw DaemonError(.stateUnusable, path, errno: errno) }
    }
}
