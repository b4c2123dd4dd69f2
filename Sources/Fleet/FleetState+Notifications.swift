import BusProtocol
package import EventLoop
package import JSONRPC

extension FleetState {
    /// Whether a thread that nobody has becomes this worker's by a line with that method: how threads are announced,
    /// a subagent's only by its first status.
    package mutating func takeAnnounced(
        thread id: String, method: Notification, worker: UInt64, at now: MonotonicInstant
    ) -> (isTaken: Bool, actions: [FleetAction]) {
        guard method == .threadStarted || method == .threadStatusChanged, threads[id] == nil else {
            return (false, [])
        }
        // Of a thread that was let go of codex tells nothing but this: it has to be resumed first.
        guard unloaded[id] != worker || method == .threadStarted else { return (false, []) }
        // A subagent's thread is no command's doing, or not known to be.
        let cause = method == .threadStarted ? causeOfOnlyLoad(worker: worker) : .none
        return adopt(thread: id, worker: worker, cause: cause, at: now)
    }

    /// Acts on a notification about a thread that the worker owns, after it was published.
    package mutating func act(
        on notification: Notification, _ about: Mention, at now: MonotonicInstant, params: () -> JSON
    ) -> [FleetAction] {
        let owner = threads[about.thread]?.owner
        return follow(notification, about, at: now, params: params) + lookAtDrain(of: owner)
    }

    private mutating func follow(
        _ notification: Notification, _ about: Mention, at now: MonotonicInstant, params: () -> JSON
    ) -> [FleetAction] {
        let id = about.thread
        switch notification {
        case .threadStarted:
            let thread = params()["thread"]
            threads[id]?.cwd = thread?["cwd"]
            if let parent = thread?["parentThreadId"]?.stringValue, threads[id]?.parent == nil,
                mayCome(id, of: threads[id]?.holder, from: parent)
            {
                threads[id]?.parent = parent
            }
            return tellSpawned(thread: id) + journal(thread: id)
        case .threadStatusChanged:
            return tellSpawned(thread: id)
                + statusChanged(thread: id, params()["status"]?["type"]?.stringValue, at: now)
        case .threadClosed, .threadArchived, .threadDeleted:
            return unloaded(thread: id, at: now)
        case .turnStarted:
            threads[id]?.turn = about.turn ?? ""
            threads[id]?.endingTurn = nil
            return journal(thread: id) + interruptTurn(thread: id, at: now)
        case .turnCompleted:
            // Codex says so itself, but later, and not when it was told to end.
            let asked = about.turn.map { approvals.openNames(ofThread: id, turn: $0) } ?? []
            if let turn = about.turn { threads[id]?.ended(turn: turn) }
            return withdraw(asked, at: now) + turnEnded(thread: id)
        case .itemStarted, .itemPatchUpdated:
            let params = params()
            remember(params, thread: id)
            return learnChildren(of: id, params["item"])
        case .itemCompleted:
            if let item = about.item { threads[id]?.forget(item: item) }
            return learnChildren(of: id, params()["item"])
        case .serverRequestResolved, .processExited:
            return []  // the approval and the process are the worker's, whatever the thread
        }
    }

    private mutating func unloaded(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        withdraw(approvals.openNames(ofThread: id), at: now)
            + forget(thread: id, .unknownThread, "the thread was unloaded")
    }

    private mutating func turnEnded(thread id: String) -> [FleetAction] {
        let ran = threads[id]?.turn != nil
        // Its end is told twice.
        if ran { threads[id]?.authors.turnEnded() }
        threads[id]?.turn = nil
        threads[id]?.endingTurn = nil
        threads[id]?.started = nil
        threads[id]?.stall = nil
        threads[id]?.forgetItems()
        return [.publishWatermark(thread: id)] + (ran ? journal(thread: id) : [])
    }

    private mutating func statusChanged(
        thread id: String, _ status: String?, at now: MonotonicInstant
    ) -> [FleetAction] {
        switch status {
        case "active":
            guard threads[id]?.turn == nil else { return [] }
            threads[id]?.turn = ""
            return journal(thread: id)
        case "idle", "systemError":
            // Codex 0.163.0 says this before `turn/completed`: its worker must not be ended between the two.
            let ending = threads[id]?.turn.flatMap { $0.isEmpty ? nil : $0 }
            let actions = turnEnded(thread: id)
            threads[id]?.endingTurn = ending
            return actions
        case "notLoaded":
            return unloaded(thread: id, at: now)
        default:
            return []
        }
    }

    /// What a thread's item tells of the subagents that it starts (codex 0.163.0).
    private mutating func learnChildren(of parent: String, _ item: JSON?) -> [FleetAction] {
        guard let item else { return [] }
        switch item["type"]?.stringValue {
        case "collabAgentToolCall" where item["tool"]?.stringValue == "spawnAgent":
            let children = item["receiverThreadIds"]?.arrayValue?.compactMap(\.stringValue) ?? []
            return children.flatMap { learn(parent: parent, of: $0) }
        case "subAgentActivity":
            return item["agentThreadId"]?.stringValue.map { learn(parent: parent, of: $0) } ?? []
        default: return []
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
    private func causeOfOnlyLoad(worker: UInt64) -> CommandID { sent.onlyLoad(worker: worker) ?? .none }
}
