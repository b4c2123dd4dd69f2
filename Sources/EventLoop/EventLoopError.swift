private import Glibc

/// Why a loop could not start or watch.
package struct EventLoopError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable {
        case epollUnavailable
        case eventfdUnavailable
        case threadUnavailable
        case watchFailed
    }

    package let code: Code
    /// The system's reason.
    package let errno: CInt

    init(_ code: Code, errno: CInt) {
        self.code = code
        self.errno = errno
    }

    package var description: String { "\(code): \(String(cString: strerror(errno)))" }
}
