private import CZeroMQ

/// Why libzmq refused, and over what.
package struct ZeroMQError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable {
        case contextUnavailable
        case socketUnavailable
        case outOfMemory
        /// An ipc path of more than 107 bytes; the context is the path.
        case pathTooLong
        case bindFailed
        case unbindFailed
        case connectFailed
        case optionRefused
        case sendFailed
        case receiveFailed
        case waitFailed
        case watchFailed
        case threadUnavailable
        case keysUnavailable
    }

    package let code: Code
    /// The system's or libzmq's reason; 0 when neither was asked.
    package let errno: CInt
    /// What it was about: an endpoint, an option, a path; may be empty.
    package let context: String

    init(_ code: Code, errno: CInt, context: String = "") {
        self.code = code
        self.errno = errno
        self.context = context
    }

    /// True when the whole context is ending.
    package var isEndOfContext: Bool { errno == ETERM }

    package var description: String {
        let reason = errno == 0 ? "" : ": \(String(cString: zmq_strerror(errno)))"
        return context.isEmpty ? "\(code)\(reason)" : "\(code) (\(context))\(reason)"
    }
}
