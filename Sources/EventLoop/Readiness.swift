private import CLinux

/// What epoll reported of a descriptor.
package struct Readiness: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let readable = Readiness(rawValue: 1)
    package static let writable = Readiness(rawValue: 2)
    /// The other side has hung up, or the descriptor has an error: a read or write says which.
    package static let ended = Readiness(rawValue: 4)

    init(epollEvents: UInt32) {
        var readiness: Readiness = []
        if epollEvents & CLINUX_EPOLL_IN != 0 { readiness.insert(.readable) }
        if epollEvents & CLINUX_EPOLL_OUT != 0 { readiness.insert(.writable) }
        if epollEvents & (CLINUX_EPOLL_ERR | CLINUX_EPOLL_HUP) != 0 { readiness.insert(.ended) }
        self = readiness
    }
}
