private import Glibc

/// A listening Unix socket whose file has a given mode, until libzmq takes it over.
struct IPCListener: ~Copyable {
    /// `sun_path` has room for 107 bytes and the zero at the end.
    static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

    let descriptor: CInt

    /// A socket left at `path` by an earlier run is replaced; anything else there is not.
    init(path: String, mode: UInt32, backlog: Int) throws(ZeroMQError) {
        let type = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, type, 0)
        guard descriptor >= 0 else { throw ZeroMQError(.bindFailed, errno: errno, context: path) }
        let code = Self.listen(descriptor, path: path, mode: mode, backlog: backlog)
        guard code == 0 else {
            close(descriptor)
            throw ZeroMQError(.bindFailed, errno: code, context: path)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The descriptor is libzmq's from here on.
    consuming func handOver() { discard self }

    private static func listen(_ descriptor: CInt, path: String, mode: UInt32, backlog: Int) -> CInt {
        var existing = stat()
        if lstat(path, &existing) == 0 {
            guard existing.st_mode & S_IFMT == S_IFSOCK else { return EEXIST }
            guard unlink(path) == 0 else { return errno }
        }
        // Linux gives the file the socket's own mode less the umask: it is never wider than asked. What the umask
        // took away the chmod gives back.
        guard fchmod(descriptor, mode) == 0 else { return errno }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, chmod(path, mode) == 0, Glibc.listen(descriptor, CInt(clamping: backlog)) == 0
        else { return errno }
        return 0
    }
}
