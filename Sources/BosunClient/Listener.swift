import BusProtocol
import Glibc
import ZeroMQ

/// Whether anybody listens at an endpoint, and lets this client in. libzmq does not say: it goes on trying in silence.
enum Listener {
    /// Of a daemon elsewhere: how long one try may take.
    private static let patience = Duration.seconds(5)

    /// Throws `noDaemon` with the reason when a connection can't be made, `notLetIn` when the daemon refuses it.
    ///
    /// - Parameter kind: of a socket that the endpoint's talks with.
    static func require(
        at endpoint: String, _ kind: SocketKind, _ keys: ClientKeys?, within timeout: Duration = patience
    ) throws(ClientError) {
        guard let keys else { return try requireFile(at: name(of: endpoint)) }
        let outcome: ConnectionOutcome?
        do throws(ZeroMQError) {
            let context = try Context()
            let socket = try Socket(kind, in: context)
            try socket.use(keys)
            outcome = try socket.tryConnection(with: endpoint, in: context, timeout: min(timeout, patience))
        } catch {
            throw ClientError(error)
        }
        switch outcome {
        case .succeeded: return
        case .refused: throw ClientError(.notLetIn, "the daemon at \(endpoint) does not let this key in")
        case .closed:
            throw ClientError(
                .noDaemon, "who listens at \(endpoint) is no daemon, or its key is not the one that is expected")
        case .absent: throw ClientError(.noDaemon, "no daemon listens at \(endpoint)")
        case nil: throw ClientError(.noDaemon, "no daemon answers at \(endpoint)")
        }
    }

    /// Throws `notLetIn` when who listens there turns this client away, over ipc too; not when nobody says so in time.
    ///
    /// - Parameter kind: of a socket that the endpoint's talks with.
    static func requireEntrance(
        at endpoint: String, _ kind: SocketKind, _ keys: ClientKeys?, within timeout: Duration = patience
    ) throws(ClientError) {
        let isRefused = try ClientError.wrapping { () throws(ZeroMQError) in
            let context = try Context()
            let socket = try Socket(kind, in: context)
            try socket.use(keys)
            return try socket.tryConnection(with: endpoint, in: context, timeout: timeout) == .refused
        }
        guard isRefused else { return }
        let who = keys == nil ? "user" : "key"
        throw ClientError(.notLetIn, "the daemon at \(name(of: endpoint)) does not let this \(who) in")
    }

    /// An ipc endpoint's path; another endpoint as it is.
    static func name(of endpoint: String) -> String {
        endpoint.hasPrefix("ipc://") ? String(endpoint.dropFirst("ipc://".count)) : endpoint
    }

    private static func requireFile(at path: String) throws(ClientError) {
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
