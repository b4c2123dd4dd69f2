public import JSONRPC

/// How an approval ended.
public struct ApprovalEnding: Sendable, Hashable {
    public enum State: String, Sendable {
        /// Somebody, or a rule, answered.
        case resolved
        /// Nobody answered in time: codex was given the refusal.
        case expired
        /// Codex needs no answer any more.
        case withdrawn
        /// The worker that asked has ended.
        case void
    }

    public let state: State
    /// Who answered: a user of the daemon's, else what the client calls itself, or a rule.
    public let by: String?
    /// What the client calls itself, where the daemon knows its user.
    public let client: String?
    /// What codex was answered; nil when it got nothing, or when somebody typed it in.
    public let result: JSON?
    /// The rule that answered; nil when none did.
    public let rule: String?

    /// Nil while it is open.
    init?(_ json: JSON) {
        guard let state = json["state"]?.stringValue.flatMap(State.init(rawValue:)) else { return nil }
        self.state = state
        by = json["by"]?.stringValue
        client = json["client"]?.stringValue
        result = json["result"]
        rule = json["rule"]?.stringValue
    }
}
