import ZeroMQ

/// Tries at the daemon's start whether strangers are let in over tcp: libzmq 4.3.4 lets every key in where something about
/// its ZAP handler is wrong, and says nothing.
enum GateTest {
    private static let patience = Duration.seconds(5)

    /// Knocks with a key that nobody has. Throws `gateOpen` when it is let in, or when nothing is said to it.
    ///
    /// - Parameter kind: of the knocking socket: one that the endpoint's talks with.
    static func knock(
        at endpoint: String, serverKey: String, kind: SocketKind, in context: Context
    ) throws(DaemonError) {
        let outcome: HandshakeOutcome?
        do throws(ZeroMQError) {
            let stranger = try CurveKeys()
            let socket = try Socket(kind, in: context)
            try socket.set(.curveServerKey, serverKey)
            try socket.set(.curvePublicKey, stranger.publicKey)
            try socket.set(.curveSecretKey, stranger.secretKey)
            try socket.set(.ipv6, endpoint.contains("["))
            outcome = try socket.tryHandshake(with: reachable(endpoint), in: context, timeout: patience)
        } catch {
            throw DaemonError(.socketUnusable, "\(error)")
        }
        switch outcome {
        case .refused: return
        case .succeeded: throw DaemonError(.gateOpen, "\(endpoint) lets in a key that nobody has")
        case nil: throw DaemonError(.gateOpen, "\(endpoint) does not refuse a key that nobody has")
        }
    }

    /// Where a socket that listens at all addresses is reached.
    static func reachable(_ endpoint: String) -> String {
        for (all, one) in [
            ("tcp://*:", "tcp://127.0.0.1:"), ("tcp://0.0.0.0:", "tcp://127.0.0.1:"), ("tcp://[::]:", "tcp://[::1]:"),
        ]
        where endpoint.hasPrefix(all) {
            return one + endpoint.dropFirst(all.count)
        }
        return endpoint
    }
}
