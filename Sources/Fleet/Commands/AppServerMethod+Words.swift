import JSONRPC

extension AppServerMethod {
    /// Whether with these params it leaves words, or settings of turns, in a thread that later turns go by.
    func leavesWords(_ params: JSON) -> Bool {
        outlivesTurns || loadsThread && (params.objectValue ?? []).contains { Self.isWord($0.key, $0.value) }
    }

    private static func isWord(_ name: String, _ value: JSON) -> Bool {
        guard !value.isNull, !wordless.contains(name) else { return false }
        return name != "config" || value.objectValue?.isEmpty != true
    }

    /// What tells a model nothing: which thread, where it works and by which policy, how much of it is shown. Whatever nobody
    /// has judged counts as words. Source: codex app-server 0.163.0.
    private static let wordless: Set<String> = [
        "threadId", "cwd", "model", "modelProvider", "serviceTier", "serviceName", "sandbox", "approvalPolicy",
        "approvalsReviewer", "excludeTurns", "initialTurnsPage", "beforeTurnId", "lastTurnId", "ephemeral",
        "historyMode", "deferGoalContinuation", "sessionStartSource", "threadSource", "experimentalRawEvents",
        "projectId", "allowProviderModelFallback",
    ]
}
