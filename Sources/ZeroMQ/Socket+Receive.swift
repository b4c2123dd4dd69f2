private import CZeroMQ
private import EventLoop
private import Glibc

extension Socket {
    /// The next frame, or nil when there is none now.
    package func receive() throws(ZeroMQError) -> Message? {
        var message = Message()
        guard try receive(into: &message) else { return nil }
        return message
    }

    /// Puts the next frame in the place of what `message` had: a reader of many frames needs one `Message` only.
    /// False, with an empty message, when there is none now.
    package func receive(into message: inout Message) throws(ZeroMQError) -> Bool {
        let code = perform { socket in message.withRaw { zmq_msg_recv($0, socket, ZMQ_DONTWAIT) } }
        if code == 0 { return true }
        guard code == EAGAIN else { throw ZeroMQError(.receiveFailed, errno: code, context: "\(kind)") }
        return false
    }

    /// The next message, or nil when there is none now. Of its frames `limit` are kept; the rest is read and dropped,
    /// so that the next call starts with the next message, and counted in `discarded`.
    package func receiveMultipart(limit: Int) throws(ZeroMQError) -> Multipart? {
        guard var frame = try receive() else { return nil }
        var multipart = Multipart(capacity: max(1, limit))
        while frame.hasMore {
            if multipart.count < multipart.capacity { multipart.append(frame) } else { multipart.discarded += 1 }
            // libzmq gives whole messages only: when the first frame was there, so is the last.
            guard let next = try receive() else {
                throw ZeroMQError(.receiveFailed, errno: EAGAIN, context: "\(kind), in the middle of a message")
            }
            frame = next
        }
        if multipart.count < multipart.capacity { multipart.append(frame) } else { multipart.discarded += 1 }
        return multipart
    }

    /// Waits for a frame, at most `timeout`; nil when none came. For threads that may wait: never on a loop.
    package func receive(timeout: Duration) throws(ZeroMQError) -> Message? {
        let deadline = MonotonicClock().now.advanced(by: timeout)
        while try wait(for: .readable, until: deadline).contains(.readable) {
            // A REQ that numbers its requests says that it is readable, and then drops what answers an earlier one.
            if let frame = try receive() { return frame }
        }
        return nil
    }

    /// Waits for a message, at most `timeout`; nil when none came. For threads that may wait: never on a loop.
    package func receiveMultipart(limit: Int, timeout: Duration) throws(ZeroMQError) -> Multipart? {
        let deadline = MonotonicClock().now.advanced(by: timeout)
        while try wait(for: .readable, until: deadline).contains(.readable) {
            if let message = try receiveMultipart(limit: limit) { return message }
        }
        return nil
    }

    /// Waits until one of `events` is possible, at most `timeout`, and gives those that are.
    package func wait(for events: SocketEvents, timeout: Duration) throws(ZeroMQError) -> SocketEvents {
        try wait(for: events, until: MonotonicClock().now.advanced(by: timeout))
    }

    private func wait(for events: SocketEvents, until deadline: MonotonicInstant) throws(ZeroMQError) -> SocketEvents {
        let clock = MonotonicClock()
        while true {
            let left = max(0, clock.now.duration(to: deadline).milliseconds)
            let (count, ready) = withHandle { socket in
                var item = zmq_pollitem_t(socket: socket, fd: -1, events: events.rawValue, revents: 0)
                let count = zmq_poll(&item, 1, Int(clamping: left))
                return (count, SocketEvents(rawValue: item.revents))
            }
            if count >= 0 { return ready }
            let code = zmq_errno()
            guard code == EINTR else { throw ZeroMQError(.waitFailed, errno: code, context: "\(kind)") }
        }
    }
}
