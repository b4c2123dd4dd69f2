/// Whether what a soak saw keeps the daemon's promises. A value: entries come in, violations stand there.
///
/// What the end of a killed daemon has cut off is no violation; all else is.
package struct HistoryChecker {
    /// What is promised depends on what is built.
    package struct Rules: Sendable {
        /// The daemon remembers over its own death: threads that were live are live again after its next start without any
        /// command for them, and what its workers left behind is ended by it. Without it threads are loaded when a command
        /// names them.
        package var daemonRemembers = false

        package init() {}
    }

    /// The first of them.
    package private(set) var violations: [String] = []
    package private(set) var violationCount = 0
    package private(set) var outcomes: [CommandOutcome: Int] = [:]
    package private(set) var events = 0

    private static let kept = 50

    private var order = EventOrder()
    private var lives = WorkerLives()
    private var homes: ThreadHomes
    private var turns = TurnRecords()
    private var open: Set<Int> = []
    private var plans: [Int: TurnPlan] = [:]

    package init(_ rules: Rules = Rules()) {
        homes = ThreadHomes(survivesDaemon: rules.daemonRemembers)
    }

    package mutating func take(_ entry: HistoryEntry) {
        switch entry {
        case .joined(let epoch, let seq):
            report(order.joined(epoch: epoch, seq: seq))
            lives = WorkerLives()
            homes.daemonEnded()
            turns.daemonEnded()
        case .event(let event):
            // Of a new epoch a few may come before the join that they lie behind.
            guard !order.isBeforeJoin(event) else { return }
            events += 1
            report(order.take(event))
            report(lives.take(event))
            report(homes.take(event, lives))
            report(turns.take(event))
        case .listed(let worker, let generation, let isReady):
            lives.listed(worker, generation: generation, isReady: isReady)
        case .sent(let command, let plan):
            if !open.insert(command).inserted { report("command \(command) was sent twice") }
            if let plan {
                plans[command] = plan
                turns.asked(plan, departures: homes.departures(of: plan.thread))
            }
        case .replied(let command, let outcome):
            guard open.remove(command) != nil else { return report("command \(command) has a second reply") }
            outcomes[outcome, default: 0] += 1
            if case .wrong(let reply) = outcome { report("command \(command) was answered \(reply)") }
            if let plan = plans.removeValue(forKey: command) { report(turns.answered(plan, outcome)) }
        case .overdue(let command):
            open.remove(command)
            report("command \(command) has no reply")
        }
    }

    /// How far the events have come.
    package var seq: UInt64 { order.seq }

    /// How many workers are ready.
    package var readyWorkers: Int { lives.ready }

    /// Whether nothing is under way any more: all workers are ready, no thread is without a worker, no command open.
    package func isSettled(workers: Int) -> Bool {
        lives.ready == workers && homes.missing.isEmpty && open.isEmpty && turns.unfinished(lives, homes).isEmpty
    }

    /// Nothing comes any more: what is open now stays so.
    package mutating func finish(workers: Int) {
        if lives.ready != workers { report("\(lives.ready) of \(workers) workers are ready at the end") }
        for command in open.sorted() { report("command \(command) has no reply") }
        for thread in homes.missing { report("thread \(thread) is not live again at the end") }
        for turn in turns.unfinished(lives, homes) { report("turn \(turn) was begun and its end is missing") }
    }

    private mutating func report(_ violation: String?) {
        guard let violation else { return }
        violationCount += 1
        if violations.count < Self.kept { violations.append(violation) }
    }
}
