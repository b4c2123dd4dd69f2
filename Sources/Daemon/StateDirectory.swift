private import EventLoop
private import Glibc

/// What outlives the daemon: the name of this state, and the last epoch.
package struct StateDirectory: ~Copyable, Sendable {
    package let path: String
    /// Made once; tells this state's workers from another daemon's.
    package let id: String
    /// This start's: max(last + 1, microseconds now), so that a clock set back does not repeat one.
    package let epoch: UInt64
    /// The one before it; 0 when there was none.
    package let lastEpoch: UInt64

    private let lock: DirectoryLock

    /// Makes the directory (0700) when it is missing, locks it, and begins a new epoch.
    ///
    /// - Parameter willBegin: is told the epoch and the last one before the directory knows of it: a daemon may be killed
    ///   at any place.
    package init(
        _ path: String, unixMicroseconds: UInt64 = WallClock.unixNanoseconds / 1_000,
        willBegin: (_ epoch: UInt64, _ last: UInt64) -> Void = { _, _ in }
    ) throws(DaemonError) {
        try Directories.make(path, mode: 0o700)
        let lock = try DirectoryLock("\(path)/lock", of: path)
        let id = try Self.id(in: path)
        let (epoch, last) = try Self.nextEpoch(in: path, unixMicroseconds: unixMicroseconds, willBegin)
        self.init(path: path, id: id, epoch: epoch, lastEpoch: last, lock: lock)
    }

    private init(path: String, id: String, epoch: UInt64, lastEpoch: UInt64, lock: consuming DirectoryLock) {
        self.path = path
        self.id = id
        self.epoch = epoch
        self.lastEpoch = lastEpoch
        self.lock = lock
    }

    private static func id(in path: String) throws(DaemonError) -> String {
        if let known = try read("\(path)/id") {
            guard known.utf8.count == 16, known.allSatisfy(\.isHexDigit) else {
                throw DaemonError(.stateUnusable, "\(path)/id holds no id: it was changed by somebody else")
            }
            return known
        }
        let made = String(UInt64.random(in: (1 << 60)...UInt64.max), radix: 16)
        try write(made, to: "id", in: path)
        return made
    }

    private static func nextEpoch(
        in path: String, unixMicroseconds: UInt64, _ willBegin: (UInt64, UInt64) -> Void
    ) throws(DaemonError) -> (UInt64, last: UInt64) {
        var last: UInt64 = 0
        if let text = try read("\(path)/epoch") {
            guard let number = UInt64(text), number < UInt64.max else {
                throw DaemonError(.stateUnusable, "\(path)/epoch holds no epoch: it was changed by somebody else")
            }
            last = number
        }
        let epoch = max(last + 1, unixMicroseconds)
        willBegin(epoch, last)
        try write(String(epoch), to: "epoch", in: path)
        return (epoch, last)
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
    private static func write(_ text: String, to name: String, in directory: String) throws(DaemonError) {
        let path = "\(directory)/\(name)"
        let fresh = "\(path).new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DaemonError(.stateUnusable, fresh, errno: errno) }
        let bytes = Array("\(text)\n".utf8)
        let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        let code = errno
        close(file)
        guard isWritten else { throw DaemonError(.stateUnusable, fresh, errno: code) }
        guard rename(fresh, path) == 0 else { throw DaemonError(.stateUnusable, path, errno: errno) }
        // The new name is on disk only when the directory is.
        let parent = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0, fsync(parent) == 0 else { throw DaemonError(.stateUnusable, directory, errno: errno) }
        close(parent)
    }
}
