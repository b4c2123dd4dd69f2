import Simulation
import BusProtocol
import BosunClient
import ChildProcess
import EventLoop
import Glibc
import JSONRPC
import ZeroMQ

/// A fleet of cheap workers under a real daemon, of which workers and daemon are killed all the while that clients use
/// them; what is seen of it goes to the checker.
///
/// One thread does it all, and never waits longer than a tick.
final class Soak {
    struct Plan {
        var seconds: Int
        var workers: Int
        var seed: UInt64
    }

    private static let clients = 12
    private static let tick = Duration.milliseconds(2)
    /// From a daemon's start to its answer, and from the last kill to all being well again.
    private static let patience = Duration.seconds(60)
    /// After a daemon's start: before its memory is measured.
    private static let warmUp = Duration.seconds(5)
    /// Events, before they are had from a replay, too: the checker keeps what was heard until then.
    private static let mostUnreplayed = 10_000
    /// The last daemon lives for this part of the time, so that it is seen to stay as it is.
    private static let lastLife = 0.4

    private let plan: Plan
    private let interruption: Interruption
    private let daemon: SoakedDaemon
    private let clock = MonotonicClock()
    private var random: SeededGenerator
    private var checker = HistoryChecker()
    private var recorder: SoakRecorder?
    /// What a client is given of the same.
    private var follower: UnbrokenSubscriber?
    private var clients: [SoakClient] = []
    private var pids: [UInt64: CInt] = [:]
    /// Up to there `pids` is true.
    private var followed = EventCursor(epoch: 0, seq: 0)
    private var threads: [String] = []
    private var lastCommand = 0
    private var nextSample: MonotonicInstant
    private var warmAt: MonotonicInstant
    private(set) var report = SoakReport()

    init(_ programs: Programs, in directory: borrowing WorkDirectory, _ plan: Plan, _ interruption: Interruption)
        throws(BenchError)
    {
        self.plan = plan
        self.interruption = interruption
        random = SeededGenerator(seed: plan.seed)
        nextSample = clock.now
        warmAt = clock.now
        daemon = try SoakedDaemon(programs, in: directory, workers: plan.workers, interruption)
        do throws(SpawnError) {
            // What a killed daemon leaves behind comes here, and not to a process that may not reap it.
            try Subreaper.become()
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
    }

    /// Whatever happens, nothing of it is left behind.
    func run() throws(BenchError) -> SoakReport {
        do throws(BenchError) {
            try soak()
        } catch {
            daemon.stop()
            _ = try? Leftovers(ofState: daemon.stateDirectory).end()
            throw error
        }
        return report
    }

    private func soak() throws(BenchError) {
        try startDaemon()
        let leftovers = try Leftovers(ofState: daemon.stateDirectory)
        let start = clock.now
        let end = start.advanced(by: .seconds(plan.seconds))
        let lastKill = start.advanced(by: .seconds(Double(plan.seconds) * (1 - Self.lastLife)))
        var nextKill = start
        var nextDaemonKill = start.advanced(by: daemonPause)
        while clock.now < end {
            let now = clock.now
            // Once all have been ready: before, there is nothing to compare with.
            if now >= nextKill, report.descriptors.first != nil {
                killWorker(leftovers)
                nextKill = now.advanced(by: random.duration(50...350))
            }
            if now >= nextDaemonKill, now < lastKill {
                try killDaemon()
                nextDaemonKill = clock.now.advanced(by: daemonPause)
            }
            try turn(sends: true)
        }
        try settle()
        try measureEnd(leftovers)
    }

    /// Several kills in the time that there is.
    private var daemonPause: Duration { random.duration(1_000...max(4_000, min(20_000, plan.seconds * 200))) }

    // MARK: What is done to it

    private func startDaemon() throws(BenchError) {
        // One that ends before it serves, or soon after, leaves less to go on from.
        while random.happens(oneIn: 3) {
            try daemon.start()
            try interruption.wait(atMost: random.duration(0...600))
            try daemon.kill()
            report.daemonKills += 1
        }
        try daemon.start()
        let deadline = clock.now.advanced(by: Self.patience)
        if recorder == nil { try join(until: deadline) }
        try catchUp(until: deadline)
        try follow()
        report.beginLife()
        warmAt = clock.now.advanced(by: Self.warmUp)
        clients = []
        let context = try wrapping { () throws(ZeroMQError) in try Context() }
        for _ in 0..<Self.clients {
            clients.append(try SoakClient(daemon.endpoints.commands, in: context, startingAt: clock.now))
        }
    }

    private func join(until deadline: MonotonicInstant) throws(BenchError) {
        while recorder == nil {
            do throws(ClientError) {
                recorder = try SoakRecorder(
                    daemon.endpoints, timeout: clock.now.duration(to: deadline), interruption
                ) { [unowned self] entry in take(entry) }
            } catch {
                guard case .noDaemon = error.code, clock.now < deadline else {
                    throw BenchError(.timedOut, "the daemon can't be joined: \(error)")
                }
                try daemon.checkIsRunning()
                try interruption.wait(atMost: .milliseconds(20))
            }
        }
    }

    /// The subscriptions outlive the daemon: the echo of the next one says from where on it is heard. Of those that have ended
    /// meanwhile there may be one, too.
    private func catchUp(until deadline: MonotonicInstant) throws(BenchError) {
        guard let recorder else { return }
        let client = try daemon.client()
        guard let epoch = EventCursor(try client.reply(to: "ping")["meta"])?.epoch else {
            throw BenchError(.wrongAnswer, "a reply does not say where the events are")
        }
        while true {
            while recorder.epoch != epoch, try !recorder.record(within: .milliseconds(50)) {
                guard clock.now < deadline else { throw BenchError(.timedOut, "the daemon did not come back") }
                try daemon.checkIsRunning()
                try interruption.wait(atMost: .zero)
            }
            try recorder.catchUp(asking: client)
            if recorder.epoch == epoch { return }
        }
    }

    private func follow() throws(BenchError) {
        guard follower == nil else { return }
        follower = try BenchError.wrapping { () throws(ClientError) in
            try UnbrokenSubscriber(
                daemon.endpoints, prefixes: EventKind.allCases.filter(\.isDurable).map { "\($0.rawValue)." },
                from: .after(EventCursor(epoch: 0, seq: 0)))
        }
        checker.take(.followed)
    }

    private func killWorker(_ leftovers: Leftovers) {
        guard let (worker, pid) = pids.sorted(by: { $0.key < $1.key }).randomElement(using: &random), leftovers.has(pid)
        else { return }
        pids[worker] = nil
        kill(pid, SIGKILL)
        report.workerKills += 1
    }

    private func killDaemon() throws(BenchError) {
        if random.happens(oneIn: 2) { try standDeaf() } else { try awaitEvent() }
        try daemon.kill()
        report.daemonKills += 1
        pids = [:]
        // What it has answered is there already; what it has not, nobody knows.
        try takeReplies()
        for client in clients {
            if let open = client.open { checker.take(.replied(command: open.command, .unknown)) }
        }
        clients = []
        try startDaemon()
        // Without any command for them.
        try takeCensus()
    }

    /// What is published meanwhile fills all that is between the daemon and the recorder, and is lost with the daemon.
    private func standDeaf() throws(BenchError) {
        let end = clock.now.advanced(by: random.duration(50...500))
        while clock.now < end {
            try takeReplies()
            try sendCommands()
            try interruption.wait(atMost: Self.tick)
        }
    }

    /// What has just come is on the disk already, if the daemon keeps its word; a moment later it would be anyway.
    private func awaitEvent() throws(BenchError) {
        let end = clock.now.advanced(by: .seconds(1))
        while clock.now < end {
            try takeReplies()
            try sendCommands()
            if try recorder?.awaitKept(within: Self.tick) == true { return }
        }
    }

    // MARK: One turn

    private func turn(sends: Bool) throws(BenchError) {
        try record(within: Self.tick)
        try takeDeliveries()
        try takeReplies()
        if sends { try sendCommands() }
        if clock.now >= nextSample { try sample() }
        try interruption.wait(atMost: .zero)
    }

    private func sample() throws(BenchError) {
        nextSample = clock.now.advanced(by: .seconds(1))
        try daemon.checkIsRunning()
        try reap()
        guard let pid = daemon.pid else { return }
        if report.descriptors.first == nil, checker.readyWorkers == plan.workers {
            report.descriptors.first = try ProcessReading(pid: pid).descriptors()
        }
        if clock.now >= warmAt { report.memory.append(try ProcessReading(pid: pid).anonymousMemory()) }
    }

    private func record(within limit: Duration) throws(BenchError) {
        guard try recorder?.record(within: limit) != true else {
            throw BenchError(.wrongAnswer, "the daemon was lost without being killed")
        }
        guard let recorder, recorder.unreplayed > Self.mostUnreplayed else { return }
        try recorder.catchUp(asking: daemon.client())
    }

    private func takeDeliveries() throws(BenchError) {
        for _ in 0..<2_000 {
            switch try BenchError.wrapping({ () throws(ClientError) in try follower?.next(timeout: .zero) }) {
            case .event(let event): checker.take(.delivered(try HistoryEvent(event)))
            case .lost(let loss): checker.take(.passedOver("\(loss)"))
            case .rejoined: break
            case nil: return
            }
        }
    }

    private func take(_ entry: HistoryEntry) {
        checker.take(entry)
        switch entry {
        case .joined(let epoch):
            pids = [:]
            followed = EventCursor(epoch: epoch, seq: 0)
        case .event(let event) where event.epoch == followed.epoch && event.cursor > followed:
            followed = event.cursor
            switch event.content {
            case .ready: pids[event.worker] = event.pid
            case .exited: pids[event.worker] = nil
            default: break
            }
        default: break
        }
    }

    private func takeReplies() throws(BenchError) {
        for client in clients {
            while let (command, reply) = try client.receive() {
                checker.take(
                    .replied(command: command, CommandOutcome(reply: reply), takenAt: EventCursor(reply["meta"])))
                if client.open?.startsThread == true, let id = reply["result"]?["thread"]?["id"]?.stringValue {
                    threads.append(id)
                    checker.take(.started(thread: id))
                }
                client.close(command)
            }
            guard let open = client.open, clock.now > open.overdueAt else { continue }
            checker.take(.overdue(command: open.command))
            client.close(open.command)
        }
    }

    // MARK: Commands

    private func sendCommands() throws(BenchError) {
        let now = clock.now
        for client in clients where client.open == nil && now >= client.nextAt {
            client.nextAt = now.advanced(by: random.duration(0...60))
            lastCommand += 1
            let (method, params, turn) = command()
            checker.take(.sent(command: lastCommand, turn))
            try client.send(lastCommand, method, params, at: now)
        }
    }

    private func command() -> (String, JSON, TurnPlan?) {
        let wantsThread = threads.count < plan.workers * 2 && random.happens(oneIn: 3)
        if wantsThread || threads.isEmpty { return ("thread/start", [:], nil) }
        if random.happens(oneIn: 8) {
            return (["ping", "model/list", "fleet/status"].randomElement(using: &random) ?? "ping", [:], nil)
        }
        let thread = threads.randomElement(using: &random) ?? ""
        let fault: String? =
            random.happens(oneIn: 150) ? "exit" : random.happens(oneIn: 600) ? "hang" : nil
        let turn = TurnPlan(
            id: "turn-\(lastCommand)", thread: thread, deltas: .random(in: 0...40, using: &random),
            isFaulty: fault != nil)
        var bench: JSON = [
            "turn": .string(turn.id), "count": .unsigned(turn.deltas), "rate": random.happens(oneIn: 2) ? 0 : 2_000,
        ]
        if let fault { bench["fault"] = .string(fault) }
        return ("turn/start", ["threadId": .string(thread), "input": [], "bench": bench], turn)
    }

    // MARK: The end

    /// Nothing is asked and nothing killed any more: what is owed is to come.
    private func settle() throws(BenchError) {
        try awaitSettled()
        // What would be too much comes now.
        let quiet = clock.now.advanced(by: .milliseconds(500))
        while clock.now < quiet { try turn(sends: false) }
        try takeCensus()
        try recorder?.catchUp(asking: daemon.client())
        // A worker that is found to stand still just now has more to tell, and all who listen are to have heard it.
        try awaitSettled()
        checker.finish(workers: plan.workers)
    }

    private func awaitSettled() throws(BenchError) {
        let deadline = clock.now.advanced(by: Self.patience)
        while !checker.isSettled(workers: plan.workers), clock.now < deadline { try turn(sends: false) }
    }

    /// Asks the workers themselves which threads they have, until all are there or the patience is over.
    private func takeCensus() throws(BenchError) {
        let deadline = clock.now.advanced(by: Self.patience)
        let client = try daemon.client()
        while true {
            var loaded: [UInt64: [String]] = [:]
            let workers = try daemon.workers()
            for worker in workers {
                let reply = try client.reply(
                    to: "thread/loaded/list", meta: ["worker": .string(worker.name), "deadlineMs": 1_000])
                loaded[worker.number] = reply["result"]?["data"]?.arrayValue?.compactMap(\.stringValue)
                try record(within: .zero)
            }
            let isWhole = loaded.count == workers.count && Set(loaded.values.joined()).isSuperset(of: threads)
            if isWhole || clock.now >= deadline {
                if loaded.count < workers.count { report.fail("\(workers.count - loaded.count) workers do not answer") }
                return checker.take(.census(loaded))
            }
            try turn(sends: false)
        }
    }

    private func measureEnd(_ leftovers: Leftovers) throws(BenchError) {
        report.take(checker)
        if let pid = daemon.pid {
            report.descriptors.last = try ProcessReading(pid: pid).descriptors()
            try eventually("the daemon has reaped its children") { () throws(BenchError) in
                Leftovers.zombies(of: pid).isEmpty
            }
        }
        clients = []
        recorder = nil
        follower = nil
        try daemon.end()
        try eventually("no process is left") { () throws(BenchError) in
            try reap()
            return leftovers.pids.isEmpty && Leftovers.zombies(of: getpid()).isEmpty
        }
        let left = try leftovers.end()
        if left > 0 { report.fail("\(left) processes were left behind") }
        report.judge(seconds: plan.seconds)
    }

    private func eventually(
        _ what: String, _ isSo: () throws(BenchError) -> Bool
    ) throws(BenchError) {
        let deadline = clock.now.advanced(by: .seconds(10))
        while try !isSo() {
            guard clock.now < deadline else { return report.fail("within 10 s it was not so that \(what)") }
            try interruption.wait(atMost: .milliseconds(20))
        }
    }

    private func reap() throws(BenchError) {
        do throws(SpawnError) {
            try Subreaper.reapAdopted()
        } catch {
            throw BenchError(.systemRefused, "\(error)")
        }
    }

    private func wrapping<Value>(_ body: () throws(ZeroMQError) -> Value) throws(BenchError) -> Value {
        do throws(ZeroMQError) { return try body() } catch { throw BenchError(.systemRefused, "\(error)") }
    }
}
