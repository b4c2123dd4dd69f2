import Glibc

/// Making directories.
enum Directories {
    /// Makes `path` and what is missing above it. One that is there is left as it is.
    static func make(_ path: String, mode: mode_t) throws(DaemonError) {
        guard !path.isEmpty else { throw DaemonError(.directoryUnusable, "a directory's path is empty") }
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            guard mkdir(made, mode) != 0 else { continue }
            guard errno == EEXIST || errno == EISDIR else { throw DaemonError(.directoryUnusable, made, errno: errno) }
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw DaemonError(.directoryUnusable, path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw DaemonError(.directoryUnusable, path, errno: ENOTDIR) }
    }
}
