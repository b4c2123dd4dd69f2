public import CodexProtocol

/// How a turn came out.
public struct TurnOutcome: Sendable {
    /// The thread of the turn.
    public let threadID: String
    /// As `turn/completed` has it, with all its items.
    public let turn: Turn
    /// The last words of the agent; empty when there were none.
    public let text: String

    /// The turn.
    public var turnID: String { turn.id }

    /// - Parameter lastMessage: the last that was seen of the agent, for a turn that comes without its items.
    init(threadID: String, turn: Turn, lastMessage: String?) {
        self.threadID = threadID
        self.turn = turn
        let messages = turn.items.compactMap { if case .agentMessage(let message) = $0 { message.text } else { nil } }
        text = messages.last ?? lastMessage ?? ""
    }

    /// Itself, when the turn was completed. Throws `turnFailed` or `turnInterrupted`.
    func completed() throws(CodexClientError) -> TurnOutcome {
        var error: CodexClientError
        switch turn.status {
        case .completed: return self
        case .interrupted: error = CodexClientError(.turnInterrupted, "turn \(turn.id)")
        default: error = CodexClientError(.turnFailed, turn.error.value?.message ?? "turn \(turn.id)")
        }
        error.turn = turn
        error.mayHaveBeenTaken = true
        throw error
    }
}
