/// The part of the protocol that Bosun itself acts on: what it waits for, looks into or says. All else it passes on.
///
/// A path goes from the params or the result through members. `=word` at its end is a word, or a union's case, that
/// Bosun knows by name there; `?` says that Bosun does without.
struct ActedOn {
    let method: String
    /// Bosun makes do with a codex that has no such request.
    var isOptional = false
    /// What Bosun looks at: in a notification's or a server request's params, in a response's result.
    var reads: [String] = []
    /// What Bosun says or judges: in a request's params, in the reply to a server request.
    var sends: [String] = []

    static let clientRequests = [
        ActedOn(
            method: "initialize",
            reads: ["userAgent"],
            sends: ["clientInfo.name", "clientInfo.title", "clientInfo.version", "capabilities.experimentalApi"]),
        ActedOn(method: "server/diagnostics", isOptional: true, reads: ["process.id", "process.residentMemoryBytes?"]),
        ActedOn(method: "thread/resume", reads: ["thread.id"], sends: ["threadId", "excludeTurns"]),
        ActedOn(
            method: "thread/start",
            reads: ["thread.id"],
            sends: ["cwd", "approvalPolicy=never", "approvalPolicy=on-request", "sandbox=danger-full-access"]),
        // Refused by name: without it there is nothing to refuse.
        ActedOn(method: "thread/unsubscribe", isOptional: true, sends: ["threadId"]),
        ActedOn(method: "turn/interrupt", sends: ["threadId", "turnId"]),
        ActedOn(
            method: "turn/start",
            reads: ["turn.id"],
            sends: ["threadId", "input", "approvalPolicy=never", "sandboxPolicy=dangerFullAccess"]),
    ]

    static let serverNotifications = [
        ActedOn(method: "item/completed", reads: ["threadId", "turnId", "item.id"]),
        ActedOn(
            method: "item/started",
            reads: ["threadId", "turnId", "item.id", "item=commandExecution", "item=fileChange"]),
        ActedOn(method: "serverRequest/resolved", reads: ["threadId", "requestId"]),
        ActedOn(method: "thread/closed", reads: ["threadId"]),
        ActedOn(method: "thread/started", reads: ["thread.id", "thread.cwd", "thread.parentThreadId?"]),
        ActedOn(
            method: "thread/status/changed",
            reads: ["threadId", "status=active", "status=idle", "status=notLoaded", "status=systemError"]),
        ActedOn(
            method: "turn/completed",
            reads: [
                "threadId", "turn.id", "turn.status=completed", "turn.status=failed", "turn.status=interrupted",
            ]),
        ActedOn(method: "turn/started", reads: ["threadId", "turn.id", "turn.rootTurnId?"]),
    ]

    static let serverRequests = [
        ActedOn(method: "account/chatgptAuthTokens/refresh", sends: ["accessToken", "chatgptAccountId"]),
        ActedOn(
            method: "applyPatchApproval", reads: ["conversationId"], sends: ["decision=approved", "decision=denied"]),
        ActedOn(method: "attestation/generate", sends: ["token"]),
        ActedOn(method: "currentTime/read", reads: ["threadId"], sends: ["currentTimeAt"]),
        ActedOn(
            method: "execCommandApproval", reads: ["conversationId"], sends: ["decision=approved", "decision=denied"]),
        ActedOn(
            method: "item/commandExecution/requestApproval",
            reads: ["threadId", "turnId", "itemId", "availableDecisions?"],
            sends: ["decision=accept", "decision=cancel", "decision=decline"]),
        ActedOn(
            method: "item/fileChange/requestApproval",
            reads: ["threadId", "turnId", "itemId"],
            sends: ["decision=accept", "decision=cancel", "decision=decline"]),
        ActedOn(
            method: "item/permissions/requestApproval",
            reads: ["threadId", "turnId", "itemId", "permissions"], sends: ["permissions"]),
        ActedOn(method: "item/tool/call", reads: ["threadId"], sends: ["contentItems", "success"]),
        ActedOn(
            method: "item/tool/requestUserInput", reads: ["threadId", "turnId", "itemId", "questions"],
            sends: ["answers"]),
        ActedOn(
            method: "mcpServer/elicitation/request", reads: ["threadId"],
            sends: ["action=accept", "action=cancel", "action=decline"]),
    ]
}
