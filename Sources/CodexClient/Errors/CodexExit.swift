private import ChildProcess

/// How codex ended.
public struct CodexExit: Sendable, Hashable, CustomStringConvertible {
    /// What ended it.
    public enum Reason: Sendable, Hashable {
        /// Nobody had asked it to.
        case byItself
        case endOfInput
        case terminated
        case killed
    }

    /// Its exit code; nil when a signal ended it, or when that is not known.
    public let code: Int32?
    /// The signal that ended it.
    public let signal: Int32?
    /// What ended it.
    public let reason: Reason
    /// Bytes of a last line that it did not finish.
    public let droppedBytes: Int
    /// In words, for people.
    public let description: String

    init(_ end: ProcessEnd) {
        switch end.status {
        case .exited(let code): (self.code, signal) = (code, nil)
        case .signaled(let signal, _): (code, self.signal) = (nil, signal)
        case .unknown: (code, signal) = (nil, nil)
        }
        reason =
            switch end.endedBy {
            case .byItself: .byItself
            case .eof: .endOfInput
            case .sigterm: .terminated
            case .sigkill: .killed
            }
        droppedBytes = end.droppedBytes
        description = [end.status.description, end.failure.map { "stopped: \($0)" }].compactMap(\.self)
            .joined(separator: ", ")
    }
}
