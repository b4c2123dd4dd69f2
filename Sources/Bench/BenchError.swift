private import Glibc

/// Why there is no figure.
package struct BenchError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        case usage
        /// A program that takes part is not there, or does not start.
        case programUnavailable
        /// A program ended otherwise than it should: the subscriber's way to say that a delta is lost.
        case programFailed
        case timedOut
        /// The daemon gave another answer than it owes.
        case wrongAnswer
        /// What a soak saw is not what the daemon promises.
        case promiseBroken
        case interrupted
        case systemRefused
    }

    package let code: Code
    /// One line for people.
    package let description: String

    init(_ code: Code, _ message: String) {
        self.code = code
        description = message
    }

    init(_ code: Code, _ message: String, errno: CInt) {
        self.init(code, "\(message): \(String(cString: strerror(errno)))")
    }
}
