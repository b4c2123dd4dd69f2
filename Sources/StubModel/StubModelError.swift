private import Glibc

/// Why the stub could not start, or what was wrong with a request or a command line.
package struct StubModelError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case portUnavailable = "port_unavailable"
        case portFileNotWritten = "port_file_not_written"
        case usage
        case malformedRequest = "malformed_request"
        case malformedDirective = "malformed_directive"
    }

    package let code: Code
    /// The system's reason; 0 when there is none.
    package let errno: CInt
    /// What a person needs to put it right.
    package let context: String

    init(_ code: Code, _ context: String, errno: CInt = 0) {
        self.code = code
        self.errno = errno
        self.context = context
    }

    package var description: String {
        errno == 0 ? context : "\(context): \(String(cString: strerror(errno)))"
    }
}
