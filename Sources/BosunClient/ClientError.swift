import ZeroMQ

/// Why a client does not get what it asked for.
public struct ClientError: Error, Sendable, CustomStringConvertible {
    public enum Code: Sendable {
        /// Nobody listens at the path, nothing answered in time, or the link was lost before the answer came.
        case noDaemon
        /// The daemon, or a worker through it, answered with an error.
        case rpc(RPCError)
        /// What came back is no answer in JSON-RPC.
        case garbageReply
        /// What came is no event: other than three frames, or frames that can't be read. The next one may be fine.
        case malformedEvent
        case requestTooLarge
        /// The daemon knows nobody by this key, or the user may not come in there: its log says which.
        case notLetIn
        /// A file of a key can't be read, or holds none.
        case unusableKey
        case socketFailed
    }

    public let code: Code
    /// What happened and where, for people.
    public let context: String

    /// Whether the same may succeed later: the daemon is away, or has no time for it now.
    var isPassing: Bool {
        switch code {
        case .noDaemon: true
        case .rpc(let error): error.isRetryable
        default: false
        }
    }

    init(_ code: Code, _ context: String) {
        self.code = code
        self.context = context
    }

    init(_ error: RPCError) {
        self.init(.rpc(error), error.description)
    }

    init(_ error: ZeroMQError) {
        self.init(.socketFailed, error.description)
    }

    /// Does what libzmq may refuse.
    static func wrapping<Result: ~Copyable>(
        _ body: () throws(ZeroMQError) -> Result
    ) throws(ClientError) -> Result {
        do throws(ZeroMQError) { return try body() } catch { throw ClientError(error) }
    }

    public var description: String { context }
}
