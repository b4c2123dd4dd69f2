private import CZeroMQ

/// What a socket can do now without waiting.
package struct SocketEvents: OptionSet, Sendable {
    package let rawValue: CShort

    package init(rawValue: CShort) {
        self.rawValue = rawValue
    }

    package static let readable = SocketEvents(rawValue: CShort(ZMQ_POLLIN))
    package static let writable = SocketEvents(rawValue: CShort(ZMQ_POLLOUT))
}
