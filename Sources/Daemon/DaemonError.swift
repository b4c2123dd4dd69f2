private import Glibc

/// Why the daemon does not start.
package struct DaemonError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        case directoryUnusable
        case runDirectoryTooLong
        case directoryInUse
        case stateUnusable
        case socketUnusable
        case keyRefused
        /// A random key was let in, or it could not be seen that it is not.
        case gateOpen
        case systemRefused
    }

    package let code: Code
    /// One line for people.
    package let description: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        description = message
    }

    init(_ code: Code, _ path: String, errno: CInt) {
        self.init(code, "\(path): \(String(cString: strerror(errno)))")
    }
}
