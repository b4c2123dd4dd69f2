/// Whether what a soak saw keeps the daemon's promises. A value: entries come in, violations stand there.
///
/// What the end of a killed daemon has cut off is no violation; all else is.
package struct HistoryChecker {
    /// The first of them.
    package private(set) var violations: [String] = []
    package private(set) var violationCount = 0
    package private(set) var outcomes: [CommandOutcome: Int] = [:]
    package private(set) var events = 0

    private static let kept = 50

    private var order = EventOrder()
    private var lives = WorkerLives()
    private var homes = ThreadHomes()
    private var owed: Set<String> = []
    private var turns = TurnRecords()
    private var open: Set<Int> = []
    private var plans: [Int: TurnPlan] = [:]

    package init() {}

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
        case .started(let thread): owed.insert(thread)
        case .census(let loaded): compare(loaded)
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

    private mutating func compare(_ loaded: [UInt64: [String]]) {
        var workers: [String: UInt64] = [:]
        for (worker, threads) in loaded.sorted(by: { $0.key < $1.key }) {
            for thread in threads {
                if let other = workers.updateValue(worker, forKey: thread) {
                    report("thread \(thread) is loaded by workers \(other) and \(worker) at once")
                }
            }
        }
        for thread in owed.subtracting(workers.keys).sorted() { report("thread \(thread) is loaded by no worker") }
    }

    private mutating func report(_ violation: String?) {
        guard let violation else { return }
        violationCount += 1
        if violations.count < Self.kept { violations.append(violation) }
    }
}
