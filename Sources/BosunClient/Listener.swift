import Glibc

/// Whether anybody listens on a unix socket's path. libzmq does not say: it goes on trying in silence.
enum Listener {
    /// Throws `noDaemon` with the system's reason when a connection can't be made.
    static func require(at path: String) throws(ClientError) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard bytes.count < room.count, !bytes.contains(0) else { return false }
            room.copyBytes(from: bytes)
            return true
        }
        guard fits else { throw absent(path, ENAMETOOLONG) }
        let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else {
            throw ClientError(.socketFailed, "socket: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        let result = withUnsafePointer(to: address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        // EAGAIN: somebody listens, and others wait to be let in.
        guard result == 0 || errno == EAGAIN || errno == EINTR else { throw absent(path, errno) }
    }

    private static func absent(_ path: String, _ code: CInt) -> ClientError {
        ClientError(.noDaemon, "no daemon listens at \(path): \(String(cString: strerror(code)))")
    }
}
