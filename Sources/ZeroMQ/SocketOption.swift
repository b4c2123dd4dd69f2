private import CZeroMQ

/// An option of libzmq, with the type that Swift gives it.
package struct SocketOption<Value>: Sendable {
    let name: String
    let number: CInt
    let layout: Layout

    /// How libzmq wants the value.
    enum Layout: Sendable {
        case int32
        case int64
        case milliseconds
        case seconds
        case text
    }

    init(_ name: String, _ number: CInt, _ layout: Layout) {
        self.name = name
        self.number = number
        self.layout = layout
    }
}

extension SocketOption<Duration> {
    /// How long a closed socket keeps what it has not sent; 0 here by default. Never for ever: a context would hang.
    package static var linger: Self { Self("LINGER", ZMQ_LINGER, .milliseconds) }
    /// How long a peer may take to introduce itself; 30 s by default, 0: as long as it likes.
    package static var handshakeInterval: Self { Self("HANDSHAKE_IVL", ZMQ_HANDSHAKE_IVL, .milliseconds) }
    /// How long a connect may take; 0: as long as the system lets it.
    package static var connectTimeout: Self { Self("CONNECT_TIMEOUT", ZMQ_CONNECT_TIMEOUT, .milliseconds) }
    /// The pause before a lost connection is tried again; 100 ms by default.
    package static var reconnectInterval: Self { Self("RECONNECT_IVL", ZMQ_RECONNECT_IVL, .milliseconds) }
    /// The longest such pause, doubling from the first; 0: it does not grow.
    package static var longestReconnectInterval: Self {
        Self("RECONNECT_IVL_MAX", ZMQ_RECONNECT_IVL_MAX, .milliseconds)
    }
    /// The pause between two pings; 0: none.
    package static var heartbeatInterval: Self { Self("HEARTBEAT_IVL", ZMQ_HEARTBEAT_IVL, .milliseconds) }
    /// How long a ping may stay unanswered before the connection is given up.
    package static var heartbeatTimeout: Self { Self("HEARTBEAT_TIMEOUT", ZMQ_HEARTBEAT_TIMEOUT, .milliseconds) }
    /// How long the peer should wait for the next ping before it gives up, in tenths of a second.
    package static var heartbeatTTL: Self { Self("HEARTBEAT_TTL", ZMQ_HEARTBEAT_TTL, .milliseconds) }
    /// How long a tcp connection is idle before keepalive asks, in whole seconds.
    package static var tcpKeepaliveIdle: Self { Self("TCP_KEEPALIVE_IDLE", ZMQ_TCP_KEEPALIVE_IDLE, .seconds) }
    /// The pause between two such questions, in whole seconds.
    package static var tcpKeepaliveInterval: Self { Self("TCP_KEEPALIVE_INTVL", ZMQ_TCP_KEEPALIVE_INTVL, .seconds) }
}

extension SocketOption<Int> {
    /// Messages queued for each peer to be sent; 1000 by default, 0: no bound.
    ///
    /// A SUB drops subscriptions above it in silence: set 0 there.
    package static var sendHighWaterMark: Self { Self("SNDHWM", ZMQ_SNDHWM, .int32) }
    /// Messages queued from each peer; 1000 by default, 0: no bound.
    package static var receiveHighWaterMark: Self { Self("RCVHWM", ZMQ_RCVHWM, .int32) }
    /// Bytes of the largest frame (not message) that is let in, or -1; a larger one cuts the connection.
    package static var maxMessageSize: Self { Self("MAXMSGSIZE", ZMQ_MAXMSGSIZE, .int64) }
    /// Connections that may wait to be accepted; 100 by default.
    package static var backlog: Self { Self("BACKLOG", ZMQ_BACKLOG, .int32) }
    /// Questions without answer before keepalive gives a tcp connection up.
    package static var tcpKeepaliveCount: Self { Self("TCP_KEEPALIVE_CNT", ZMQ_TCP_KEEPALIVE_CNT, .int32) }
    /// Bytes of the system's buffers; -1: the system's default.
    package static var sendBuffer: Self { Self("SNDBUF", ZMQ_SNDBUF, .int32) }
    package static var receiveBuffer: Self { Self("RCVBUF", ZMQ_RCVBUF, .int32) }

    static var useDescriptor: Self { Self("USE_FD", ZMQ_USE_FD, .int32) }
    static var descriptor: Self { Self("FD", ZMQ_FD, .int32) }
    static var events: Self { Self("EVENTS", ZMQ_EVENTS, .int32) }
}

extension SocketOption<Bool> {
    /// An XPUB tells every subscription, also those it has already.
    package static var xpubVerbose: Self { Self("XPUB_VERBOSE", ZMQ_XPUB_VERBOSE, .int32) }
    /// An XPUB tells every subscription and every end of one.
    package static var xpubVerboser: Self { Self("XPUB_VERBOSER", ZMQ_XPUB_VERBOSER, .int32) }
    /// A ROUTER says when a peer is not there instead of dropping in silence.
    package static var routerMandatory: Self { Self("ROUTER_MANDATORY", ZMQ_ROUTER_MANDATORY, .int32) }
    /// Queues only for connections that are complete.
    package static var immediate: Self { Self("IMMEDIATE", ZMQ_IMMEDIATE, .int32) }
    /// A REQ may send again without having had an answer.
    package static var reqRelaxed: Self { Self("REQ_RELAXED", ZMQ_REQ_RELAXED, .int32) }
    /// A REQ numbers its requests and drops answers to earlier ones.
    package static var reqCorrelate: Self { Self("REQ_CORRELATE", ZMQ_REQ_CORRELATE, .int32) }
    package static var ipv6: Self { Self("IPV6", ZMQ_IPV6, .int32) }
    package static var tcpKeepalive: Self { Self("TCP_KEEPALIVE", ZMQ_TCP_KEEPALIVE, .int32) }
    /// Refuses peers when the domain's ZAP handler can't be asked; without it libzmq 4.3.4 lets them all in.
    package static var zapEnforceDomain: Self { Self("ZAP_ENFORCE_DOMAIN", ZMQ_ZAP_ENFORCE_DOMAIN, .int32) }
    /// This side of CURVE is the server's.
    package static var curveServer: Self { Self("CURVE_SERVER", ZMQ_CURVE_SERVER, .int32) }
}

extension SocketOption<String> {
    /// The name by which a ROUTER knows this peer.
    package static var routingID: Self { Self("ROUTING_ID", ZMQ_ROUTING_ID, .text) }
    /// The domain named to the ZAP handler; with one, also peers without keys are asked about.
    package static var zapDomain: Self { Self("ZAP_DOMAIN", ZMQ_ZAP_DOMAIN, .text) }
    /// Keys are Z85, 40 characters.
    package static var curvePublicKey: Self { Self("CURVE_PUBLICKEY", ZMQ_CURVE_PUBLICKEY, .text) }
    package static var curveSecretKey: Self { Self("CURVE_SECRETKEY", ZMQ_CURVE_SECRETKEY, .text) }
    package static var curveServerKey: Self { Self("CURVE_SERVERKEY", ZMQ_CURVE_SERVERKEY, .text) }

    static var lastEndpoint: Self { Self("LAST_ENDPOINT", ZMQ_LAST_ENDPOINT, .text) }
}
