import JSONRPC

/// Something happened to a thread that codex itself does not say.
public struct ThreadEvent: Sendable, Hashable {
    public enum Change: Sendable, Hashable {
        /// Its worker ended in the middle of a turn, of which nil is one that codex had not named. Whether it is started
        /// again, as another turn, when the thread is resumed.
        case turnInterrupted(turn: String?, worker: String, isRetried: Bool)
        case turnRetryFailed(reason: String)
        /// The turn has said nothing for so long.
        case turnStalled(turn: String?, silent: Duration)
        /// A subagent's thread: `parent` started it.
        case spawned
        /// Nothing ran in it: its worker has let go of it.
        case unloaded
        /// Codex has nothing stored of it.
        case lost
        case moved(from: String, to: String)
        /// Codex refused to resume it; that is tried again.
        case resumeFailed(reason: String)
    }

    public let thread: String
    /// Of a subagent's thread: the one that started it.
    public let parent: String?
    /// Of a subagent's thread: the first of its line.
    public let root: String?
    public let change: Change

    init?(_ method: String, _ body: JSON) {
        guard let thread = body["threadId"]?.stringValue, let change = Self.change(method, body) else { return nil }
        self.thread = thread
        parent = body["parentThreadId"]?.stringValue
        root = body["rootThreadId"]?.stringValue
        self.change = change
    }

    private static func change(_ method: String, _ body: JSON) -> Change? {
        let turn = body["turnId"]?.stringValue
        let reason = body["reason"]?.stringValue
        switch method {
        case "bosun/turnInterrupted":
            guard let worker = body["worker"]?.stringValue, let isRetried = body["retried"]?.boolValue else {
                return nil
            }
            return .turnInterrupted(turn: turn, worker: worker, isRetried: isRetried)
        case "bosun/turnRetryFailed": return reason.map { .turnRetryFailed(reason: $0) }
        case "bosun/turnStalled":
            return body["silentMs"]?.intValue.map { .turnStalled(turn: turn, silent: .milliseconds($0)) }
        case "bosun/threadSpawned": return .spawned
        case "bosun/threadUnloaded": return .unloaded
        case "bosun/threadLost": return .lost
        case "bosun/threadMoved":
            guard let from = body["from"]?.stringValue, let to = body["to"]?.stringValue else { return nil }
            return .moved(from: from, to: to)
        case "bosun/threadResumeFailed": return reason.map { .resumeFailed(reason: $0) }
        default: return nil
        }
    }
}
