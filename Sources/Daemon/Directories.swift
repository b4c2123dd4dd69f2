import ChildProcess
import EventLoop
import Glibc

/// Making directories.
enum Directories {
    /// Makes `path` and what is missing above it. One that is there is left as it is.
    ///
    /// - Parameter owner: whose what is made becomes. Part of the way may be the owner's already, who is not trusted: what
    ///   was just made is opened without following a link, and given away through that descriptor.
    static func make(_ path: String, mode: mode_t, owner: UserAccount? = nil) throws(DaemonError) {
        guard !path.isEmpty else { throw DaemonError(.directoryUnusable, "a directory's path is empty") }
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            guard mkdir(made, mode) != 0 else {
                if let owner { try give(made, to: owner) }
                continue
            }
            guard errno == EEXIST || errno == EISDIR else { throw DaemonError(.directoryUnusable, made, errno: errno) }
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw DaemonError(.directoryUnusable, path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw DaemonError(.directoryUnusable, path, errno: ENOTDIR) }
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func give(_ path: String, to owner: UserAccount) throws(DaemonError) {
        let raw = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard raw >= 0 else { throw DaemonError(.directoryUnusable, path, errno: errno) }
        let directory = FileDescriptor(owning: raw)
        var status = stat()
        guard fstat(directory.rawValue, &status) == 0 else { throw DaemonError(.directoryUnusable, path, errno: errno) }
        // Only what this process has made: the name may be another directory's by now.
        guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
            throw DaemonError(.directoryUnusable, "\(path): somebody has replaced it while it was made")
        }
        guard fchown(directory.rawValue, owner.uid, owner.gid) == 0 else {
            throw DaemonError(.directoryUnusable, "\(path) can't be given to \(owner.name)", errno: errno)
        }
    }
}
