private import Glibc

/// An open descriptor with one owner, which closes it.
package struct FileDescriptor: ~Copyable, Sendable {
    /// For the system calls of whoever borrows it; it stays this owner's to close.
    package let rawValue: CInt

    package init(owning rawValue: CInt) {
        self.rawValue = rawValue
    }

    deinit { close(rawValue) }

    /// What one non-blocking read or write came to.
    package enum Transfer: Equatable, Sendable {
        /// That many bytes, at least one.
        case bytes(Int)
        /// Nothing for now: wait for readiness.
        case wouldBlock
        /// End of file: the other side has closed.
        case end
        case failed(errno: CInt)
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
        while true {
            let count = Glibc.read(rawValue, buffer.baseAddress, buffer.count)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .end }
            if errno != EINTR { return Self.failure(errno) }
        }
    }

    /// Writes without SIGPIPE being a danger: the process ignores it, and EPIPE comes back as `failed`.
    package func write(_ buffer: UnsafeRawBufferPointer) -> Transfer {
        while true {
            let count = Glibc.write(rawValue, buffer.baseAddress, buffer.count)
            if count >= 0 { return .bytes(count) }
            if errno != EINTR { return Self.failure(errno) }
        }
    }

    private static func failure(_ code: CInt) -> Transfer {
        code == EAGAIN || code == EWOULDBLOCK ? .wouldBlock : .failed(errno: code)
    }
}
