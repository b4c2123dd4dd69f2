public import CodexProtocol

/// A tool use that codex wants approved, or whatever else it asks of its client.
public struct ToolUse: Sendable {
    /// The request, for what the other members do not say.
    public let request: CodexServerRequest

    /// Reads a request that came as a message.
    public init(request: CodexServerRequest) { self.request = request }

    /// The thread it belongs to; a subagent has one of its own.
    public var threadID: String? { request.threadID }
    /// The turn it belongs to.
    public var turnID: String? { request.turnID }
    /// The item that `ToolResult` will have.
    public var itemID: String? { request.itemID }

    /// The command line, when it is a command.
    public var command: String? {
        switch request.content {
        case .itemCommandExecutionRequestApproval(let params): params.command.value
        case .execCommandApproval(let params): params.command.joined(separator: " ")
        default: nil
        }
    }

    /// Why codex wants it, in words, when it says so.
    public var reason: String? {
        switch request.content {
        case .itemCommandExecutionRequestApproval(let params): params.reason.value
        case .itemFileChangeRequestApproval(let params): params.reason.value
        default: nil
        }
    }

    /// What codex offers; nil when it offers nothing in words, as for file changes.
    public var availableDecisions: [CommandExecutionApprovalDecision]? {
        guard case .itemCommandExecutionRequestApproval(let params) = request.content else { return nil }
        return params.availableDecisions.value
    }
}

/// A tool use that is done, also when it failed or was declined: its item says.
public struct ToolResult: Sendable {
    /// The thread in which it was used; a subagent has one of its own.
    public let threadID: String
    /// The turn in which it was used.
    public let turnID: String
    /// A command, a file change, a call of an MCP server's or a client's tool.
    public let item: ThreadItem

    init?(_ notification: ItemCompletedNotification) {
        switch notification.item {
        case .commandExecution, .fileChange, .mcpToolCall, .dynamicToolCall: break
        default: return nil
        }
        threadID = notification.threadId
        turnID = notification.turnId
        item = notification.item
    }
}
