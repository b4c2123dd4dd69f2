/// What is called before codex uses a tool that needs approval, and after it has used one.
///
/// Hooks run one beside the other, on Swift's pool. One that takes longer than `Timeouts.serverRequest` is cancelled, and the
/// request gets the default answer.
public struct CodexHooks: Sendable {
    /// Answers the request, or gives nil for the next hook, and after the last for who reads messages.
    public var beforeToolUse: (@Sendable (ToolUse) async -> ApprovalAnswer?)?
    /// Called in the order in which the tools were done.
    public var afterToolUse: (@Sendable (ToolResult) async -> Void)?

    /// Either may be nil.
    public init(
        beforeToolUse: (@Sendable (ToolUse) async -> ApprovalAnswer?)? = nil,
        afterToolUse: (@Sendable (ToolResult) async -> Void)? = nil
    ) {
        self.beforeToolUse = beforeToolUse
        self.afterToolUse = afterToolUse
    }
}

/// Names hooks that were added, to take them away again.
public struct HookID: Hashable, Sendable {
    let value: UInt64
}
