internal import CZeroMQ

/// One frame, with one owner; its bytes never change after it is made.
///
/// The `zmq_msg_t` stays at one place in memory. libzmq itself moves them bit by bit, so that is not the reason: a copy
/// sets the source's "shared" flag, and Swift may lend a value that lies in registers or a temporary, where the flag
/// would be lost and the content freed twice. `send(copying:)` and `send(copyOf:)` need no such place, so the
/// publisher's path has no allocation for it.
///
/// Not Sendable (the flag is no atomic), but it can be sent: copies share their content by an atomic count.
package struct Message: ~Copyable {
    private let raw: UnsafeMutablePointer<zmq_msg_t>

    /// An empty frame.
    package init() {
        raw = .allocate(capacity: 1)
        zmq_msg_init(raw)
    }

    /// A frame with a copy of `bytes`.
    package init(copying bytes: UnsafeRawBufferPointer) throws(ZeroMQError) {
        try self.init(size: bytes.count) { $0.copyMemory(from: bytes) }
    }

    /// A frame with a copy of `bytes`.
    package init(copying bytes: some Sequence<UInt8>) throws(ZeroMQError) {
        let array = Array(bytes)
        try self.init(size: array.count) { $0.copyBytes(from: array) }
    }

    /// A frame of `size` bytes, not zeroed, that `initialize` fills to the last.
    package init(size: Int, initializing initialize: (UnsafeMutableRawBufferPointer) -> Void) throws(ZeroMQError) {
        let raw = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
        guard zmq_msg_init_size(raw, size) == 0 else {
            let code = zmq_errno()
            raw.deallocate()
            throw ZeroMQError(.outOfMemory, errno: code, context: "a frame of \(size) bytes")
        }
        initialize(UnsafeMutableRawBufferPointer(start: zmq_msg_data(raw), count: size))
        self.raw = raw
    }

    deinit {
        zmq_msg_close(raw)
        raw.deallocate()
    }

    /// Another owner of the same bytes: above 33 bytes they are counted, not copied.
    package func copy() -> Message {
        let copy = Message()
        zmq_msg_copy(copy.raw, raw)
        return copy
    }

    package var count: Int { zmq_msg_size(raw) }

    package var isEmpty: Bool { count == 0 }

    /// True for a received frame that others of the same message follow.
    package var hasMore: Bool { zmq_msg_more(raw) != 0 }

    /// What the connection says of the sender, such as `User-Id` (given by ZAP) or `Peer-Address`.
    ///
    /// A ROUTER of libzmq 4.3.4 gives its first frame none once it was polled: ask a later one, or `Multipart`.
    package func metadata(_ property: String) -> String? {
        zmq_msg_gets(raw, property).map { String(cString: $0) }
    }

    /// Lends the bytes for the time of `body`.
    package func withUnsafeBytes<R: ~Copyable, E>(
        _ body: (UnsafeRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
        try body(UnsafeRawBufferPointer(start: zmq_msg_data(raw), count: zmq_msg_size(raw)))
    }

    /// A copy of the bytes.
    package var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }

    /// The bytes as UTF-8, with U+FFFD for what is none.
    package var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

    /// For the socket's calls; the pointer is not kept.
    func withRaw<R>(_ body: (UnsafeMutablePointer<zmq_msg_t>) -> R) -> R { body(raw) }
}

extension Message {
    /// A frame with the UTF-8 of `text`.
    package init(_ text: String) throws(ZeroMQError) {
        try self.init(copying: text.utf8)
    }
}
