import BusProtocol

/// Whether what a soak saw keeps the daemon's promises. A value: entries come in, violations stand there.
///
/// Of what the end of a killed daemon has cut off, deltas and commands under way are no violation; all else is.
package struct HistoryChecker {
    /// The first of them.
    package private(set) var violations: [String] = []
    package private(set) var violationCount = 0
    package private(set) var outcomes: [CommandOutcome: Int] = [:]
    package private(set) var events = 0

    private static let kept = 50

    private var order = EventOrder()
    private var heard = HeardEvents()
    /// By a client that follows.
    private var delivered = DeliveredEvents()
    private var isFollowed = false
    private var lives = WorkerLives()
    private var homes = ThreadHomes()
    private var owed: Set<String> = []
    private var turns = TurnRecords()
    private var promises = ReplyPromises()
    private var open: Set<Int> = []
    private var plans: [Int: TurnPlan] = [:]

    package init() {}

    package mutating func take(_ entry: HistoryEntry) {
        switch entry {
        case .joined(let epoch): join(epoch)
        case .event(let event): take(event)
        case .replayed(let end):
            for missing in heard.replayed(through: end) { report(missing) }
            guard end.epoch == order.place.epoch else { return }
            order.replayed(through: end.seq)
            reportBrokenPromises()
        case .truncated(let cursor): report("a replay behind \(cursor.text) says that events are missing")
        case .followed: isFollowed = true
        case .delivered(let event): report(delivered.give(event))
        case .passedOver(let loss): report("a client says: \(loss)")
        case .started(let thread):
            owed.insert(thread)
            promises.promise(.thread(thread))
            reportBrokenPromises()
        case .census(let loaded): compare(loaded)
        case .sent(let command, let plan):
            if !open.insert(command).inserted { report("command \(command) was sent twice") }
            promises.sent(command)
            if let plan {
                plans[command] = plan
                turns.asked(plan, departures: homes.departures(of: plan.thread))
            }
        case .replied(let command, let outcome, let place): take(outcome, of: command, takenAt: place)
        case .overdue(let command):
            open.remove(command)
            report("command \(command) has no reply")
        }
    }

    /// How many of the events that were heard a replay has given again, and how many it has given that were not.
    package var replayed: (again: Int, unheard: Int) { (heard.again, heard.unheard) }

    /// How many workers are ready.
    package var readyWorkers: Int { lives.ready }

    /// Whether nothing is under way any more: all workers are ready, no thread is without a worker, no command open.
    package func isSettled(workers: Int) -> Bool {
        lives.ready == workers && homes.missing.isEmpty && open.isEmpty && turns.unfinished(lives, homes).isEmpty
            && (delivered.isWhole || !isFollowed)
    }

    /// Nothing comes any more: what is open now stays so.
    package mutating func finish(workers: Int) {
        if lives.ready != workers { report("\(lives.ready) of \(workers) workers are ready at the end") }
        for command in open.sorted() { report("command \(command) has no reply") }
        for thread in homes.missing { report("thread \(thread) is not live again at the end") }
        for turn in turns.unfinished(lives, homes) { report("turn \(turn) was begun and its end is missing") }
        if isFollowed { for missing in delivered.missing { report(missing) } }
    }

    private mutating func join(_ epoch: UInt64) {
        let before = EventCursor(epoch: order.place.epoch, seq: .max)
        for missing in heard.replayed(through: before) { report(missing) }
        report(order.joined(epoch: epoch))
        delivered.beginEpoch()
        lives = WorkerLives()
        homes.daemonEnded()
        turns.daemonEnded()
        promises = ReplyPromises()
    }

    private mutating func take(_ event: HistoryEvent) {
        if event.isReplayed {
            report(heard.replay(event, known: order.place))
            guard event.cursor > order.place else { return }
        } else {
            heard.hear(event)
            guard !order.isBeforeJoin(event) else { return }
        }
        events += 1
        if event.kind.isDurable { delivered.publish(event) }
        report(order.take(event))
        report(lives.take(event))
        report(homes.take(event, lives))
        report(turns.take(event))
        switch event.content {
        case .turnStarted(let turn): promises.tell(.turn(turn))
        case .thread: promises.tell(.thread(event.scope))
        default: break
        }
        reportBrokenPromises()
    }

    private mutating func take(_ outcome: CommandOutcome, of command: Int, takenAt place: EventCursor?) {
        guard open.remove(command) != nil else { return report("command \(command) has a second reply") }
        outcomes[outcome, default: 0] += 1
        if case .wrong(let reply) = outcome { report("command \(command) was answered \(reply)") }
        promises.replied(command, takenAt: place.flatMap { $0.epoch == order.place.epoch ? $0.seq : nil })
        if let plan = plans.removeValue(forKey: command) {
            report(turns.answered(plan, outcome))
            if outcome == .done { promises.promise(.turn(plan.id)) }
        }
        reportBrokenPromises()
    }

    private mutating func reportBrokenPromises() {
        for broken in promises.broken(by: order.place.seq) { report(broken) }
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
