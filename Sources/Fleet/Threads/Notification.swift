import JSONRPC

/// The notifications that the fleet itself acts on. Source: codex app-server 0.163.0.
package enum Notification: String, Sendable, CaseIterable {
    case threadStarted = "thread/started"
    case threadStatusChanged = "thread/status/changed"
    case threadClosed = "thread/closed"
    case threadArchived = "thread/archived"
    case threadDeleted = "thread/deleted"
    case turnStarted = "turn/started"
    case turnCompleted = "turn/completed"
    case itemStarted = "item/started"
    case itemPatchUpdated = "item/fileChange/patchUpdated"
    case itemCompleted = "item/completed"
    case serverRequestResolved = "serverRequest/resolved"
    case processExited = "process/exited"

    init?(_ method: BorrowedText) {
        guard method.count <= Self.longest else { return nil }
        self.init(rawValue: method.string)
    }

    private static let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
}
