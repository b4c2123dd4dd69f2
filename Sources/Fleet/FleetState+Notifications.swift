import BusProtocol
import EventLoop
package import JSONRPC

extension FleetState {
    /// Whether a thread that nobody has becomes this worker's by a line with that method: how threads are announced,
    /// a subagent's only by its first status.
    package mutating func adoptAnnounced(thread id: String, method: Notification, worker: UInt64) -> Bool {
        guard method == .threadStarted || method == .threadStatusChanged, threads[id] == nil else { return false }
        // A subagent's thread is no command's doing, or not known to be.
        let cause = method == .threadStarted ? causeOfOnlyLoad(worker: worker) : .none
        // Nobody can wait for a thread that was not known: there are no further actions.
        return adopt(thread: id, worker: worker, cause: cause).isTaken
    }

    /// Acts on a notification about a thread that the worker owns, after it was published.
    package mutating func act(on notification: Notification, _ about: Mention, params: () -> JSON) -> [FleetAction] {
        let id = about.thread
        switch notification {
        case .threadStarted:
            threads[id]?.cwd = params()["thread"]?["cwd"]
            threads[id]?.parent = params()["thread"]?["parentThreadId"]?.stringValue
            return []
        case .threadStatusChanged:
            return statusChanged(thread: id, params()["status"]?["type"]?.stringValue)
        case .threadClosed, .threadArchived, .threadDeleted:
            return unloaded(thread: id)
        case .turnStarted:
            threads[id]?.turn = about.turn ?? ""
            return []
        case .turnCompleted:
            // Codex says so itself, but later, and not when it was told to end.
            let withdrawn = about.turn.map { approvals.withdrawAll(ofThread: id, turn: $0) } ?? []
            return withdrawn.flatMap { closed($0) } + turnEnded(thread: id)
        case .itemStarted, .itemPatchUpdated:
            remember(params(), thread: id)
            return []
        case .itemCompleted:
            if let item = about.item { threads[id]?.forget(item: item) }
            return []
        case .serverRequestResolved:
            return []  // its approval is the worker's, whatever the thread
        }
    }

    private mutating func unloaded(thread id: String) -> [FleetAction] {
        let withdrawn = approvals.withdrawAll(ofThread: id).flatMap { closed($0) }
        return withdrawn + forget(thread: id, .unknownThread, "the thread was unloaded")
    }

    private mutating func turnEnded(thread id: String) -> [FleetAction] {
        threads[id]?.turn = nil
        threads[id]?.forgetItems()
        return [.publishWatermark(thread: id)]
    }

    private mutating func statusChanged(thread id: String, _ status: String?) -> [FleetAction] {
        switch status {
        case "active":
            if threads[id]?.turn == nil { threads[id]?.turn = "" }
            return []
        case "idle", "systemError":
            return turnEnded(thread: id)
        case "notLoaded":
            return unloaded(thread: id)
        default:
            return []
        }
    }

    /// Keeps what an approval of this item will have to show.
    private mutating func remember(_ params: JSON, thread id: String) {
        if let item = params["item"], let itemID = item["id"]?.stringValue {
            let wanted = ["commandExecution", "fileChange", "mcpToolCall"]
            guard let type = item["type"]?.stringValue, wanted.contains(type) else { return }
            threads[id]?.remember(item: item, id: itemID, size: item.serialized().count)
        } else if let itemID = params["itemId"]?.stringValue, let changes = params["changes"] {
            let item: JSON = ["type": "fileChange", "id": .string(itemID), "changes": changes]
            threads[id]?.remember(item: item, id: itemID, size: item.serialized().count)
        }
    }

    /// `thread/started` comes before the answer that would tell which command it belongs to: with one such command in
    /// flight there is no doubt.
    private func causeOfOnlyLoad(worker: UInt64) -> CommandID {
        let loads = sent.values.compactMap { sent -> CommandID? in
            guard case .command(let command) = sent, command.worker == worker, command.method.loadsThread else {
                return nil
            }
            return command.id
        }
        return loads.count == 1 ? loads[0] : .none
    }
}
