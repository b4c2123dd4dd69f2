import BusProtocol
/// Each turn that a command asked for: at most once, by one process, its deltas whole and in their order; and none that
/// nobody asked for.
struct TurnRecords {
    private struct Turn {
        let plan: TurnPlan
        /// How often the thread's process had ended before.
        let departures: Int
        var outcome: CommandOutcome?
        var worker: UInt64 = 0
        var generation: UInt32 = 0
        var hasStarted = false
        var isCompleted = false
        /// The daemon that did it has ended: what is missing of it was cut off.
        var isCutOff = false
        var next: UInt64 = 0
    }

    private var turns: [String: Turn] = [:]
    /// Of which nothing may come any more.
    private var done: Set<String> = []

    mutating func asked(_ plan: TurnPlan, departures: Int) {
        turns[plan.id] = Turn(plan: plan, departures: departures)
    }

    mutating func answered(_ plan: TurnPlan, _ outcome: CommandOutcome) -> String? {
        guard let turn = turns[plan.id] else { return nil }
        turns[plan.id]?.outcome = outcome
        if case .notDone(let reason) = outcome {
            close(plan.id)
            return turn.hasStarted ? "turn \(plan.id) was begun, and its command refused (\(reason.rawValue))" : nil
        }
        if turn.isCompleted || turn.isCutOff { settle(plan.id) }
        return nil
    }

    mutating func daemonEnded() {
        for id in turns.keys {
            turns[id]?.isCutOff = true
            settle(id)
        }
    }

    mutating func take(_ event: HistoryEvent) -> String? {
        switch event.content {
        case .turnStarted(let id):
            guard let turn = turns[id] else { return strange(id, "begins") }
            guard !turn.hasStarted else { return "turn \(id) begins twice" }
            turns[id]?.hasStarted = true
            turns[id]?.worker = event.worker
            turns[id]?.generation = event.generation
            return nil
        case .delta(let id, let number):
            guard let turn = turns[id] else { return strange(id, "goes on") }
            turns[id]?.next = number + 1
            return number == turn.next
                ? misplaced(turn, event) : "turn \(id): delta \(number) where \(turn.next) was due"
        case .turnCompleted(let id):
            guard let turn = turns[id] else { return strange(id, "ends") }
            turns[id]?.isCompleted = true
            if turn.outcome != nil { settle(id) }
            // A daemon's death takes along the deltas that were on their way.
            guard turn.next == turn.plan.deltas || event.isReplayed && turn.next < turn.plan.deltas else {
                return "turn \(id) ends after \(turn.next) of \(turn.plan.deltas) deltas"
            }
            return misplaced(turn, event)
        case .spawned, .ready, .exited, .gone, .thread, .threadLost, .heartbeat, .other: return nil
        }
    }

    /// Turns that were done, as their command was told, and of which the end is not to be seen though their process lives.
    func unfinished(_ lives: WorkerLives, _ homes: ThreadHomes) -> [String] {
        turns.values.filter { turn in
            guard turn.outcome == .done, !turn.isCompleted, !turn.isCutOff, !turn.plan.isFaulty else { return false }
            guard turn.hasStarted else { return homes.departures(of: turn.plan.thread) == turn.departures }
            return !lives.hasEnded(turn.worker, generation: turn.generation)
        }.map(\.plan.id).sorted()
    }

    private func misplaced(_ turn: Turn, _ event: HistoryEvent) -> String? {
        let isIts = turn.hasStarted && turn.worker == event.worker && turn.generation == event.generation
        return isIts ? nil : "turn \(turn.plan.id) is told by worker \(event.worker), which has not begun it"
    }

    private func strange(_ id: String, _ what: String) -> String {
        done.contains(id) ? "turn \(id) \(what) after its end" : "turn \(id) \(what), and nobody asked for it"
    }

    private mutating func settle(_ id: String) {
        if turns[id]?.outcome != nil { close(id) }
    }

    private mutating func close(_ id: String) {
        turns[id] = nil
        done.insert(id)
    }
}
