import JSONRPC

/// How far a rolling restart is.
public struct RollingRestart: Sendable, Hashable {
    public enum State: String, Sendable {
        case rolling
        /// A new process did not become ready: it goes on when it does, or when that worker is stopped.
        case held
        case done
        /// By another command for the fleet.
        case cancelled
    }

    public let state: State
    /// How many workers are new.
    public let done: Int
    /// How many are not yet.
    public let remaining: Int
    /// The one whose turn it is.
    public let worker: String?

    init?(_ body: JSON) {
        guard let state = body["state"]?.stringValue.flatMap(State.init(rawValue:)),
            let done = body["done"]?.intValue, let remaining = body["remaining"]?.intValue
        else { return nil }
        self.state = state
        self.done = Int(clamping: done)
        self.remaining = Int(clamping: remaining)
        worker = body["worker"]?.stringValue
    }
}
