private import CZeroMQ
private import EventLoop

/// What became of a connection's handshake.
package enum HandshakeOutcome: Sendable, Equatable {
    case succeeded
    case refused
}

/// What became of a client's try to connect.
package enum ConnectionOutcome: Sendable, Equatable {
    case succeeded
    /// The peer's ZAP handler does not let it in.
    case refused
    /// The peer has ended it before there was a connection: with CURVE, nearly always since its key is another one.
    case closed
    case absent
}

extension Socket {
    /// Connects and waits until the peer has taken or refused it; nil when neither came in time. For threads that may wait.
    ///
    /// - Parameter context: this socket's.
    package func tryHandshake(
        with endpoint: String, in context: Context, timeout: Duration
    ) throws(ZeroMQError) -> HandshakeOutcome? {
        let failures = ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL
        let event = try firstEvent(
            of: ZMQ_EVENT_HANDSHAKE_SUCCEEDED | failures, at: endpoint, in: context, timeout: timeout)
        return event.map { $0.number == ZMQ_EVENT_HANDSHAKE_SUCCEEDED ? .succeeded : .refused }
    }

    /// Connects, and tells what the first try comes to; nil when that was not seen in time. For threads that may wait.
    ///
    /// - Parameter context: this socket's.
    package func tryConnection(
        with endpoint: String, in context: Context, timeout: Duration
    ) throws(ZeroMQError) -> ConnectionOutcome? {
        let event = try firstEvent(
            of: ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL
                | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL | ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_CLOSED,
            at: endpoint, in: context, timeout: timeout)
        guard let event else { return nil }
        switch event.number {
        case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: return .succeeded
        case ZMQ_EVENT_CLOSED: return .absent
        // libzmq has statuses of its own, while the other side ends.
        case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: return event.value == 400 ? .refused : .absent
        default: return .closed
        }
    }

    private func firstEvent(
        of events: CInt, at endpoint: String, in context: Context, timeout: Duration
    ) throws(ZeroMQError) -> (number: CInt, value: UInt32)? {
        let name = "inproc://handshake.\(UInt64.random(in: 0...UInt64.max))"
        let code = perform { zmq_socket_monitor($0, name, events) }
        guard code == 0 else { throw ZeroMQError(.watchFailed, errno: code, context: "a handshake's monitor") }
        defer { _ = perform { zmq_socket_monitor($0, nil, 0) } }
        let monitor = try Socket(.pair, in: context)
        try monitor.connect(name)
        try connect(endpoint)
        guard let event = try monitor.receiveMultipart(limit: 2, timeout: timeout) else { return nil }
        // The event's number is in the first two bytes, its value in the next four, in the machine's order.
        return event[0].withUnsafeBytes {
            guard $0.count >= 6 else { return nil }
            return (
                CInt($0.loadUnaligned(as: UInt16.self)), $0.loadUnaligned(fromByteOffset: 2, as: UInt32.self)
            )
        }
    }
}
