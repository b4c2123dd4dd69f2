import EventLoop
import JSONRPC

/// Turns: pieces of output, approvals that they wait for, subagents, and an end.
extension SimulatedCodex {
    func startTurn(_ id: JSON, _ params: JSON) {
        guard let thread = params["threadId"]?.stringValue, loaded.contains(thread) else {
            return fail(id, -32_600, "thread not found")
        }
        guard turns[thread] == nil else { return fail(id, -32_600, "a turn is running") }
        home.rollouts.insert(thread)
        let turn = begin(thread, steps: Int(world.random.next() % 5), parent: nil)
        answer(id, ["turn": ["id": .string(turn.id)]])
    }

    private func begin(_ thread: String, steps: Int, parent: String?) -> SimulatedTurn {
        lastTurn += 1
        let turn = SimulatedTurn(id: "turn-\(pid)-\(lastTurn)", steps: steps, parent: parent)
        turns[thread] = turn
        tellStatus(thread, "active")
        tell("turn/started", ["threadId": .string(thread), "turn": ["id": .string(turn.id)]])
        goOn(turn, thread)
        return turn
    }

    private func goOn(_ turn: SimulatedTurn, _ thread: String) {
        after(world.random.milliseconds(5, 20_000)) { codex in
            guard !turn.isOver else { return }
            codex.step(turn, thread)
        }
    }

    private func step(_ turn: SimulatedTurn, _ thread: String) {
        guard turn.stepsLeft > 0 else {
            if world.faults.fires(.turnNeverEnds) { return hasEndlessTurn = true }
            return finish(turn, thread)
        }
        turn.stepsLeft -= 1
        switch world.random.next() % 6 {
        case 0, 1: ask(turn, thread)
        case 2 where turn.parent == nil && turns.count < 8: startSubagent(turn, thread)
        default:
            tell("item/agentMessage/delta", ["threadId": .string(thread), "turnId": .string(turn.id), "delta": "x"])
            goOn(turn, thread)
        }
    }

    private func startSubagent(_ turn: SimulatedTurn, _ thread: String) {
        let child = home.nextThread()
        loaded.insert(child)
        home.writers[child] = pid
        home.rollouts.insert(child)
        tell(
            "item/started",
            [
                "threadId": .string(thread), "turnId": .string(turn.id),
                "item": [
                    "type": "collabAgentToolCall", "id": .string("call-\(child)"), "tool": "spawnAgent",
                    "receiverThreadIds": [.string(child)],
                ],
            ])
        _ = begin(child, steps: 1, parent: thread)
        goOn(turn, thread)
    }

    /// Codex tells the thread's status before the turn's own end.
    func finish(_ turn: SimulatedTurn, _ thread: String) {
        guard !turn.isOver else { return }
        turn.isOver = true
        turns[thread] = nil
        for request in asked.filter({ $0.value == thread }).keys.sorted() { resolve(request, thread) }
        tellStatus(thread, "idle")
        after(world.random.milliseconds(0.1, 50)) { codex in
            codex.tell("turn/completed", ["threadId": .string(thread), "turn": ["id": .string(turn.id)]])
        }
    }

    func interruptTurn(_ id: JSON, _ params: JSON) {
        guard let thread = params["threadId"]?.stringValue, let turn = turns[thread],
            params["turnId"]?.stringValue == turn.id
        else { return fail(id, -32_600, "no active turn") }
        answer(id, [:])
        finish(turn, thread)
    }

    // MARK: Approvals

    private func ask(_ turn: SimulatedTurn, _ thread: String) {
        let request = nextRequest
        nextRequest += 1
        asked[request] = thread
        sayRequest(request, thread)
    }

    func sayRequest(_ request: Int64, _ thread: String) {
        guard let turn = turns[thread] else { return }
        say([
            "id": .integer(request), "method": "item/commandExecution/requestApproval",
            "params": [
                "threadId": .string(thread), "turnId": .string(turn.id), "itemId": .string("item-\(pid)-\(request)"),
            ],
        ])
    }

    func takeAnswer(_ id: JSON, _ message: JSON) {
        guard let request = id.intValue else { return }
        world.checker.answerReaches(self, request, message["result"]?["decision"]?.stringValue)
        guard let thread = asked[request] else { return }
        resolve(request, thread)
        if let turn = turns[thread] { goOn(turn, thread) }
    }

    private func resolve(_ request: Int64, _ thread: String) {
        guard asked.removeValue(forKey: request) != nil else { return }
        resolved.insert(request)
        let told: JSON = ["threadId": .string(thread), "requestId": .integer(request)]
        tell("serverRequest/resolved", told)
        if world.faults.fires(.resolvesTwice) { tell("serverRequest/resolved", told) }
    }
}
