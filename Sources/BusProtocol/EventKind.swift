/// What sort of event a topic carries: its first part, so that one prefix is all approvals, or a thread without deltas.
public enum EventKind: String, Sendable, CaseIterable, Hashable {
    /// A worker's state notification. A method that Bosun does not know is one, too.
    case event = "ev"
    /// A delta or a chunk of output: many, small, and repeated whole by a later `item/completed`.
    case delta = "dl"
    /// A worker's request to its client (an approval, a question) and what becomes of it.
    case request = "rq"
    /// A worker's own life.
    case worker = "wk"
    /// The daemon itself.
    case system = "sy"

    /// Whether the journal has such events: what a consumer can't do without.
    public var isDurable: Bool {
        switch self {
        case .event, .request, .worker: true
        case .delta, .system: false
        }
    }

    /// The kind of a notification, from its method.
    ///
    /// Source of the list: the notifications of codex app-server 0.163.0's JSON schema that carry a piece of something.
    public static func ofNotification(_ method: some StringProtocol) -> EventKind {
        deltas.contains(String(method)) ? .delta : .event
    }

    package static let deltas: Set<String> = [
        "command/exec/outputDelta",
        "item/agentMessage/delta",
        "item/commandExecution/outputDelta",
        "item/fileChange/outputDelta",
        "item/mcpToolCall/progress",
        "item/plan/delta",
        "item/reasoning/summaryTextDelta",
        "item/reasoning/textDelta",
        "process/outputDelta",
        "thread/realtime/item/transcript/delta",
        "thread/realtime/outputAudio/delta",
        "thread/realtime/transcript/delta",
    ]
}
