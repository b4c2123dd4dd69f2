private import CZeroMQ
private import Glibc

extension Socket {
    /// Sends a frame, whose owner is libzmq from here on; one that is not sent is dropped.
    ///
    /// With `more` others of the same message follow. libzmq decides at the first frame: when that one is not sent, the
    /// rest must not be; when it is, the rest never blocks.
    @discardableResult
    package func send(_ message: consuming Message, more: Bool = false) throws(ZeroMQError) -> SendResult {
        try result(of: perform { socket in message.withRaw { zmq_msg_send($0, socket, Self.flags(more)) } })
    }

    /// Sends another reference to a frame that the caller keeps: a topic that is sent often, or a body for several
    /// sockets.
    @discardableResult
    package func send(copyOf message: borrowing Message, more: Bool = false) throws(ZeroMQError) -> SendResult {
        var copy = zmq_msg_t()
        zmq_msg_init(&copy)
        message.withRaw { _ = zmq_msg_copy(&copy, $0) }
        return try send(&copy, more)
    }

    /// Sends a frame with a copy of `bytes`.
    @discardableResult
    package func send(copying bytes: UnsafeRawBufferPointer, more: Bool = false) throws(ZeroMQError) -> SendResult {
        try send(size: bytes.count, more: more) { $0.copyMemory(from: bytes) }
    }

    /// Sends a frame with a copy of `bytes`.
    @discardableResult
    package func send(copying bytes: [UInt8], more: Bool = false) throws(ZeroMQError) -> SendResult {
        try send(size: bytes.count, more: more) { $0.copyBytes(from: bytes) }
    }

    /// Sends a frame with the UTF-8 of `text`.
    @discardableResult
    package func send(copying text: String, more: Bool = false) throws(ZeroMQError) -> SendResult {
        try send(copying: Array(text.utf8), more: more)
    }

    /// Sends a frame of `size` bytes that `initialize` fills in libzmq's own memory.
    @discardableResult
    package func send(
        size: Int, more: Bool = false, initializing initialize: (UnsafeMutableRawBufferPointer) -> Void
    ) throws(ZeroMQError) -> SendResult {
        var raw = zmq_msg_t()
        guard zmq_msg_init_size(&raw, size) == 0 else {
            throw ZeroMQError(.outOfMemory, errno: zmq_errno(), context: "a frame of \(size) bytes")
        }
        initialize(UnsafeMutableRawBufferPointer(start: zmq_msg_data(&raw), count: size))
        return try send(&raw, more)
    }

    private func send(_ raw: inout zmq_msg_t, _ more: Bool) throws(ZeroMQError) -> SendResult {
        let code = perform { zmq_msg_send(&raw, $0, Self.flags(more)) }
        // A frame that was sent is empty: closing it would be a call for nothing.
        if code != 0 { zmq_msg_close(&raw) }
        return try result(of: code)
    }

    private static func flags(_ more: Bool) -> CInt { more ? ZMQ_DONTWAIT | ZMQ_SNDMORE : ZMQ_DONTWAIT }

    private func result(of code: CInt) throws(ZeroMQError) -> SendResult {
        switch code {
        case 0: .sent
        case EAGAIN: .wouldBlock
        case EHOSTUNREACH: .unreachable
        default: throw ZeroMQError(.sendFailed, errno: code, context: "\(kind)")
        }
    }
}
