private import CZeroMQ

/// The kinds of sockets that Bosun uses.
package enum SocketKind: Sendable, CaseIterable {
    case pub, sub, xpub, xsub
    case req, rep, router, dealer
    case push, pull, pair

    var number: CInt {
        switch self {
        case .pub: ZMQ_PUB
        case .sub: ZMQ_SUB
        case .xpub: ZMQ_XPUB
        case .xsub: ZMQ_XSUB
        case .req: ZMQ_REQ
        case .rep: ZMQ_REP
        case .router: ZMQ_ROUTER
        case .dealer: ZMQ_DEALER
        case .push: ZMQ_PUSH
        case .pull: ZMQ_PULL
        case .pair: ZMQ_PAIR
        }
    }
}
