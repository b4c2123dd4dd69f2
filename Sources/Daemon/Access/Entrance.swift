import ZeroMQ

/// Where peers come in to one socket: an ipc path, and a tcp endpoint with CURVE if one is configured.
///
/// libzmq takes a socket's options as they are when an endpoint is bound, so the endpoints of one socket can differ.
struct Entrance: Sendable {
    /// Over tcp, with the daemon's own key.
    struct Remote: Sendable {
        let endpoint: String
        let keys: CurveKeys
    }

    let door: Door
    let path: String
    let mode: UInt32
    let remote: Remote?

    /// Binds both. After the ZAP handler is there.
    func open(_ socket: borrowing Socket) throws(ZeroMQError) {
        try openLocal(socket)
        try openRemote(socket)
    }

    /// Cuts all peers that came in over ipc, and lets them come again: each is asked about anew.
    func reopenLocal(_ socket: borrowing Socket) throws(ZeroMQError) {
        try socket.unbind("ipc://\(path)")
        try openLocal(socket)
    }

    /// Cuts all peers that came in over tcp. False when nobody can.
    func closeRemote(_ socket: borrowing Socket) throws(ZeroMQError) -> Bool {
        guard let remote else { return false }
        try socket.unbind(remote.endpoint)
        return true
    }

    private func openLocal(_ socket: borrowing Socket) throws(ZeroMQError) {
        try ask(socket)
        try socket.set(.curveServer, false)
        try socket.bind(ipc: path, mode: mode)
    }

    /// Lets peers in over tcp, if there is an endpoint for them. `EADDRINUSE`: libzmq's threads have not let go of it yet.
    func openRemote(_ socket: borrowing Socket) throws(ZeroMQError) {
        guard let remote else { return }
        try ask(socket)
        try socket.set(.curveServer, true)
        try socket.set(.curveSecretKey, remote.keys.secretKey)
        try socket.set(.ipv6, remote.endpoint.contains("["))
        try socket.bind(remote.endpoint)
    }

    /// A process that connects must not have the time to end and have its number become another's before it is asked about.
    private static let handshake = Duration.seconds(5)

    private func ask(_ socket: borrowing Socket) throws(ZeroMQError) {
        try socket.set(.handshakeInterval, Self.handshake)
        try socket.set(.zapDomain, door.domain)
        try socket.set(.zapEnforceDomain, true)
    }
}
