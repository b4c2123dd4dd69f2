private import CZeroMQ
private import Glibc

/// A libzmq context: its I/O threads and the sockets made in it.
///
/// Each socket holds its context, so the context ends after the last of them. That waits for what closed sockets still
/// have to send, each at most its linger (0 unless set): it never hangs, but a lingering socket's last owner waits.
package final class Context: Sendable {
    // Holds: contexts are libzmq's one thread-safe object, and the pointer never changes.
    private nonisolated(unsafe) let handle: UnsafeMutableRawPointer

    /// A context with room for `maxSockets` sockets; libzmq's threads start with the first socket.
    package init(ioThreads: Int = 1, maxSockets: Int = 1023) throws(ZeroMQError) {
        guard let handle = zmq_ctx_new() else { throw ZeroMQError(.contextUnavailable, errno: zmq_errno()) }
        self.handle = handle
        // Not "blocky": the sockets' linger is 0 unless set, where libzmq's own default is for ever.
        let options = [
            ("IO_THREADS", ZMQ_IO_THREADS, ioThreads), ("MAX_SOCKETS", ZMQ_MAX_SOCKETS, maxSockets),
            ("BLOCKY", ZMQ_BLOCKY, 0),
        ]
        for (name, option, value) in options {
            guard zmq_ctx_set(handle, option, CInt(clamping: value)) == 0 else {
                throw ZeroMQError(.contextUnavailable, errno: zmq_errno(), context: "\(name) \(value)")
            }
        }
    }

    deinit {
        while zmq_ctx_term(handle) != 0 && zmq_errno() == EINTR {}
    }

    /// libzmq's version as it runs, such as "4.3.4".
    package static var libraryVersion: String {
        var version: (CInt, CInt, CInt) = (0, 0, 0)
        zmq_version(&version.0, &version.1, &version.2)
        return "\(version.0).\(version.1).\(version.2)"
    }

    func withHandle<R>(_ body: (UnsafeMutableRawPointer) -> R) -> R { body(handle) }
}
