private import CLinux

/// What a registration waits for. Errors and hang-ups are always reported.
package struct Interest: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let read = Interest(rawValue: 1)
    package static let write = Interest(rawValue: 2)

    var epollEvents: UInt32 {
        (contains(.read) ? CLINUX_EPOLL_IN : 0) | (contains(.write) ? CLINUX_EPOLL_OUT : 0)
    }
}
