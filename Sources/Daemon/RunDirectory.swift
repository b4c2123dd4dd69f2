package import BusProtocol

/// The directory of a daemon's sockets, locked for as long as this lives.
///
/// The lock comes before any bind: a second bind on an ipc path takes it over in silence.
package struct RunDirectory: ~Copyable {
    package let endpoints: Endpoints
    private let lock: DirectoryLock

    /// Makes the directory (0750) when it is missing, and locks it.
    ///
    /// - Parameter audiences: their names: each has a socket here.
    package init(_ path: String, audiences: [String] = []) throws(DaemonError) {
        endpoints = Endpoints(runDirectory: path)
        let sockets =
            [endpoints.eventsPath, endpoints.commandsPath, endpoints.controlPath]
            + audiences.map { [endpoints] in endpoints.eventsPath(ofAudience: $0) }
        for socket in sockets where socket.utf8.count > Self.longestPath {
            throw DaemonError(.runDirectoryTooLong, "\(socket): a socket's path has at most \(Self.longestPath) bytes")
        }
        try Directories.make(path, mode: 0o750)
        lock = try DirectoryLock(endpoints.lockPath, of: path)
    }

    /// `sun_path` has 108 bytes, one of them for the zero at the end.
    private static let longestPath = 107
}
