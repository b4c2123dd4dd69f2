public import CodexProtocol

/// What a running turn says.
public enum TurnEvent: Sendable {
    /// Words of the agent, as they come.
    case text(String)
    case itemStarted(ThreadItem)
    /// The item as a whole.
    case itemCompleted(ThreadItem)
    /// codex wants an answer: it gets the default one at the deadline.
    case approval(CodexServerRequest)
    /// Anything else of this turn or its thread.
    case other(CodexNotification)
    /// A line that could not be read.
    case unreadable(UnreadableLine)
    /// So many messages were dropped: the reader was too slow for the stream's bound. What counts comes whole later.
    case lagged(Int)
    /// The last: completed, interrupted or failed, as its status says.
    case completed(TurnOutcome)
}
