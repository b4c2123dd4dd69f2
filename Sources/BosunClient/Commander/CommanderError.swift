public import BusProtocol

/// Why a command has no result.
public struct CommanderError: Error, Sendable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// Bosun says no, for good, or still when the time was up.
        case refused(BusErrorReason)
        /// It may have been carried out, and nobody can tell: look what came of it.
        case indeterminate
        /// A worker's error, or one of JSON-RPC's.
        case failed
        /// No reply in time. The same call with the same key says what came of it.
        case timedOut
        /// What came back can't be read, or the command could not be sent; over tcp also, the daemon lets this key not in.
        case unusable
    }

    public let code: Code
    /// The error that was answered, if one was.
    public let rpc: RPCError?
    /// What happened and where, for people.
    public let context: String

    init(_ code: Code, _ context: String, rpc: RPCError? = nil) {
        self.code = code
        self.rpc = rpc
        self.context = context
    }

    public var description: String { context }
}
