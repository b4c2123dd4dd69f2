import EventLoop
import Fleet
import JSONRPC
import Supervision

/// A run's course: trouble, a time without it, the stop.
extension World {
    func run(steps: Int) {
        open()
        trouble(steps: steps)
        if random.chance(0.8) { recover() }
        stop()
    }

    private var goesOn: Bool { checker.violation == nil }

    private func pass(_ duration: Duration) {
        agenda.run(until: agenda.now.advanced(by: duration)) { goesOn }
    }

    private func open() {
        for member in plan.members { fleet.state.set(policy: plan.policy, ofGroup: member.group) }
        for (index, member) in plan.members.enumerated() {
            let identity = WorkerIdentity(name: member.name, number: UInt64(index + 1), group: member.group)
            add(member.spec, identity, homes[member.home])
        }
        beat()
    }

    private func beat() {
        guard !checker.isStopping else { return }
        fleet.beat()
        checker.looksAtApprovals()
        checker.looksAtClaims()
        agenda.schedule(after: plan.beat) { [weak self] in self?.beat() }
    }

    private func trouble(steps: Int) {
        for _ in 0..<steps where goesOn {
            let isLong = random.chance(0.005)
            pass(isLong ? random.milliseconds(600_000, 7_200_000) : random.milliseconds(0.1, 10_000))
            guard goesOn else { return }
            if faults.fires(.allCrashAtOnce) { for process in living { process.crash() } }
            clients.act()
        }
    }

    /// Nothing goes wrong any more, and operators want all workers to run: then they do, and every thread with them.
    private func recover() {
        faults.areOn = false
        note("world") { "the faults end" }
        for process in living where process.isBroken { process.crash() }
        pass(.seconds(120))
        for member in plan.members where goesOn {
            clients.send("worker/start", ["worker": .string(member.name)])
        }
        pass(.seconds(600))
        guard goesOn else { return }
        checker.looksAtThreads()
        guard goesOn else { return }
        var tokens: [(String, CommandToken)] = []
        for thread in checker.expected.keys.sorted() {
            let params: JSON = ["threadId": .string(thread), "input": "probe"]
            if let token = clients.send("turn/start", params, meta: ["deadlineMs": 120_000]) {
                tokens.append((thread, token))
            }
            // A small window and queue have room again.
            pass(.seconds(3))
        }
        pass(.seconds(121))
        guard goesOn else { return }
        var answers: [String: CommandReply] = [:]
        for (thread, token) in tokens { answers[thread] = checker.replies[token] }
        checker.looksAtRecovery(answers: answers)
    }

    /// The counterpart of `House.stop`.
    private func stop() {
        guard goesOn else { return }
        // The stop may come while everything starts.
        if random.chance(0.2) { clients.send("fleet/restart", ["rolling": false]) }
        if random.chance(0.5) { pass(random.milliseconds(1, 4_000)) }
        guard goesOn else { return }
        note("world") { "the daemon stops" }
        var hasStopped = false
        checker.isStopping = true
        fleet.drain()
        supervisor.stop { [unowned self] in
            hasStopped = true
            looksAtTimers()
        }
        if random.chance(0.3) {
            pass(random.milliseconds(1, 10_000))
            supervisor.hurry()
        }
        pass(.seconds(60))
        guard goesOn else { return }
        let left = living.filter { process in supervisor.inOrder.contains { $0.process === process } }
        if !hasStopped {
            checker.broken(.stopEnds, left.first?.worker ?? "supervisor", "it has not ended after a minute")
        }
        for process in living { checker.broken(.stopEnds, process.worker, "process \(process.pid) lives on") }
        checker.commandsHaveEnded()
        // Whatever is due may be, and nothing comes of it.
        pass(.seconds(3_600))
    }

    private func looksAtTimers() {
        for worker in supervisor.inOrder {
            for timer in worker.timers.keys { checker.broken(.noTimerLeft, worker.identity.name, "\(timer)") }
        }
        for timer in fleet.timers.keys {
            switch timer {
            // A thread that nobody can have is looked at again for ever.
            case .resume, .homeless: break
            default: checker.broken(.noTimerLeft, "fleet", "\(timer)")
            }
        }
    }
}
