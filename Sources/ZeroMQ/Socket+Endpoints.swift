private import CZeroMQ
private import Glibc

extension Socket {
    /// Listens at `endpoint`. An ipc path is taken over from whoever had it: keep a lock elsewhere.
    package func bind(_ endpoint: String) throws(ZeroMQError) {
        try Self.checkPath(of: endpoint)
        let code = perform { zmq_bind($0, endpoint) }
        guard code == 0 else { throw ZeroMQError(.bindFailed, errno: code, context: endpoint) }
    }

    /// Listens at an ipc path whose file has the permissions `mode`, such as 0o660, from its first moment on.
    ///
    /// The listening socket is made here and handed to libzmq (`ZMQ_USE_FD`). A umask set around libzmq's own bind
    /// would reach the files and the child processes that other threads make at that moment; a chmod after it leaves
    /// time to connect.
    package func bind(ipc path: String, mode: UInt32) throws(ZeroMQError) {
        let endpoint = "ipc://\(path)"
        try Self.checkPath(of: endpoint)
        let listener = try IPCListener(path: path, mode: mode, backlog: get(.backlog))
        try set(.useDescriptor, Int(listener.descriptor))
        let code = perform { zmq_bind($0, endpoint) }
        if code == 0 { listener.handOver() }
        // Also after a failure: a later bind must not take the same descriptor again.
        try set(.useDescriptor, -1)
        guard code == 0 else { throw ZeroMQError(.bindFailed, errno: code, context: endpoint) }
    }

    /// Stops listening at `endpoint`, as it was bound, and cuts the peers that came in by it.
    package func unbind(_ endpoint: String) throws(ZeroMQError) {
        let code = perform { zmq_unbind($0, endpoint) }
        guard code == 0 else { throw ZeroMQError(.unbindFailed, errno: code, context: endpoint) }
    }

    /// Connects, and again whenever the connection is lost; that nobody listens is no error.
    package func connect(_ endpoint: String) throws(ZeroMQError) {
        try Self.checkPath(of: endpoint)
        let code = perform { zmq_connect($0, endpoint) }
        guard code == 0 else { throw ZeroMQError(.connectFailed, errno: code, context: endpoint) }
    }

    /// The endpoint bound or connected last, with the port that was chosen for `tcp://127.0.0.1:*`.
    package var lastEndpoint: String {
        get throws(ZeroMQError) { try get(.lastEndpoint) }
    }

    /// libzmq would unlink the path before it finds it too long, so it is measured first.
    private static func checkPath(of endpoint: String) throws(ZeroMQError) {
        guard endpoint.hasPrefix("ipc://") else { return }
        let path = endpoint.dropFirst("ipc://".count)
        guard path.utf8.count <= IPCListener.longestPath else {
            throw ZeroMQError(.pathTooLong, errno: ENAMETOOLONG, context: String(path))
        }
    }
}
