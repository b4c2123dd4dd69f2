internal import CZeroMQ
private import Glibc

/// A libzmq socket with one owner, which closes it.
///
/// Not Sendable: one thread at a time may use it. It can be sent to another.
/// No call waits, but for those that take a timeout.
package struct Socket: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    // Keeps the context from ending before its sockets.
    private let context: Context
    package let kind: SocketKind

    /// A socket that does not linger: what it has not sent when it is closed is dropped, unless `linger` is set.
    package init(_ kind: SocketKind, in context: Context) throws(ZeroMQError) {
        let opened = context.withHandle { context in zmq_socket(context, kind.number) }
        guard let opened else {
            throw ZeroMQError(.socketUnavailable, errno: zmq_errno(), context: "\(kind)")
        }
        handle = opened
        self.context = context
        self.kind = kind
    }

    deinit { zmq_close(handle) }

    /// For the calls of this target; the pointer is not kept.
    func withHandle<R>(_ body: (UnsafeMutableRawPointer) -> R) -> R { body(handle) }

    /// Calls libzmq until no signal interrupts it, and gives its errno, or 0.
    func perform(_ body: (UnsafeMutableRawPointer) -> CInt) -> CInt {
        while body(handle) < 0 {
            let code = zmq_errno()
            if code != EINTR { return code }
        }
        return 0
    }
}
