package import BusProtocol

/// The directory of a daemon's sockets, locked for as long as this lives.
///
/// The lock comes before any bind: a second bind on an ipc path takes it over in silence.
package struct RunDirectory: ~Copyable {
    package let sockets: SocketPaths
    private let lock: DirectoryLock

    /// Makes the directory (0750) when it is missing, and locks it.
    ///
    /// - Parameter audiences: their names: each has a socket here.
    package init(_ path: String, audiences: [String] = []) throws(DaemonError) {
        sockets = SocketPaths(runDirectory: path)
        let paths =
            [sockets.events, sockets.commands, sockets.control]
            + audiences.map { [sockets] in sockets.events(ofAudience: $0) }
        for path in paths where path.utf8.count > Self.longestPath {
            throw DaemonError(.runDirectoryTooLong, "\(path): a socket's path has at most \(Self.longestPath) bytes")
        }
        try Directories.make(path, mode: 0o750)
        lock = try DirectoryLock(sockets.lock, of: path)
    }

    /// `sun_path` has 108 bytes, one of them for the zero at the end.
    private static let longestPath = 107
}
