private import CZeroMQ
private import EventLoop

/// What became of a connection's handshake.
package enum HandshakeOutcome: Sendable, Equatable {
    case succeeded
    case refused
}

extension Socket {
    /// Connects and waits until the peer has taken or refused it; nil when neither came in time. For threads that may wait.
    ///
    /// - Parameter context: this socket's.
    package func tryHandshake(
        with endpoint: String, in context: Context, timeout: Duration
    ) throws(ZeroMQError) -> HandshakeOutcome? {
        let name = "inproc://handshake.\(UInt64.random(in: 0...UInt64.max))"
        let failures = ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL
        let code = perform { zmq_socket_monitor($0, name, ZMQ_EVENT_HANDSHAKE_SUCCEEDED | failures) }
        guard code == 0 else { throw ZeroMQError(.watchFailed, errno: code, context: "a handshake's monitor") }
        defer { _ = perform { zmq_socket_monitor($0, nil, 0) } }
        let monitor = try Socket(.pair, in: context)
        try monitor.connect(name)
        try connect(endpoint)
        guard let event = try monitor.receiveMultipart(limit: 2, timeout: timeout) else { return nil }
        // The event's number is in the first two bytes, in the machine's order.
        let number = event[0].withUnsafeBytes { $0.count < 2 ? 0 : $0.loadUnaligned(as: UInt16.self) }
        return CInt(number) == ZMQ_EVENT_HANDSHAKE_SUCCEEDED ? .succeeded : .refused
    }
}
