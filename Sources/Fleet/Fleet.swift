package import BusProtocol
package import Diagnostics
package import EventLoop
package import JSONRPC
import Journal
package import Supervision

/// The fleet: performs what `FleetState` decides.
///
/// Pinned to the loop of its workers and sockets: all its entries are called there, and enter with `assumeIsolated`.
package actor Fleet {
    let loop: EventLoop
    let events: any EventSink
    let replies: any CommandReplies
    /// Nil: nothing outlives the daemon.
    let journal: (any FleetJournal)?
    let orphans: (any OrphanEnder)?
    /// Nil: what workers write is read on `loop`, too.
    private let readers: ReaderLoops?
    var held: [CommandToken: HeldReply] = [:]
    var keys = IdempotencyBook()
    /// What a user may do now; nil: nobody has said.
    var rights: (@Sendable (_ user: String) -> CallerRights)?
    /// Commands whose keys are being written down.
    var unwritten: [KeyName: UnwrittenCommand] = [:]
    var settling: [KeyName: Settlement] = [:]
    var settlements: UInt64 = 0
    private let archive: (any EventArchive)?
    var heldActions: [UInt64: HeldActions] = [:]
    var lastHeld: UInt64 = 0
    let log: Log
    var state: FleetState
    /// Lines that are no message, and are told and logged.
    var malformedLines = LineRate(perSecond: 20)
    nonisolated let routes = RouteCache()
    private(set) var workers: [UInt64: Worker] = [:]
    private var timers: [FleetTimer: TimerID] = [:]
    private var onStop: (@Sendable () -> Void)?
    private var onReload: (@Sendable (CommandToken, CommandID) -> Void)?
    private var onReloadKeys: (@Sendable (CommandToken, CommandID) -> Void)?
    var accepted: [CommandToken: UInt64] = [:]
    let epoch: UInt64

    package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    package init(
        _ state: FleetState, on loop: EventLoop, events: any EventSink, replies: any CommandReplies,
        archive: (any EventArchive)? = nil, journal: (any FleetJournal)? = nil, orphans: (any OrphanEnder)? = nil,
        readers: ReaderLoops? = nil, log: Log
    ) {
        self.state = state
        self.loop = loop
        self.events = events
        self.replies = replies
        self.journal = journal
        self.orphans = orphans
        self.readers = readers
        self.archive = archive
        self.log = log
        epoch = state.epoch
    }

    /// Takes a worker into the fleet. Before the worker starts.
    package func add(_ worker: Worker) {
        workers[worker.identity.number] = worker
        events.introduce(worker: worker.identity.number, group: worker.identity.group)
        let spec = worker.assumeIsolated { $0.spec }  // on the loop
        state.add(
            WorkerRecord(
                identity: worker.identity, codexHome: spec.codexHome, drainDeadline: spec.timing.drain,
                limits: spec.limits, status: WorkerStatus()))
    }

    /// Sets how a group's workers, threads, turns and approvals are treated from here on.
    package func set(policy: GroupPolicy, ofGroup group: String) {
        state.set(policy: policy, ofGroup: group)
    }

    /// What users may do is something else from here on.
    package func usersChanged(rights: @escaping @Sendable (_ user: String) -> CallerRights) {
        self.rights = rights
        decide { $0.usersChanged(at: loop.clock.now, rights: rights) }
    }

    /// `body` is called, on the loop, when a client asks for the daemon's end.
    package func onStopRequest(_ body: @escaping @Sendable () -> Void) { onStop = body }

    /// `body` is called, on the loop, when a client asks for the configuration to be read anew; `reloaded` answers it.
    package func onReload(_ body: @escaping @Sendable (CommandToken, CommandID) -> Void) { onReload = body }

    /// `body` is called, on the loop, when a client asks for the keys to be read anew; `reloaded` answers it.
    package func onReloadKeys(_ body: @escaping @Sendable (CommandToken, CommandID) -> Void) { onReloadKeys = body }

    /// Each second: publishes a heartbeat, and looks for turns that are silent and threads that are idle.
    package func beat() {
        decide { $0.sweep(at: loop.clock.now) { routes.lines(of: $0) } }
        expireKeys()
        events.publishHeartbeat(["openApprovals": .integer(Int64(state.openApprovals))])
    }

    /// Refuses what would start work from here on, and tells consumers.
    package func drain() {
        decide { $0.drain() }
        events.publish(
            .system, scope: Topic.daemonScope, method: "bye", body: ["epoch": .integer(Int64(clamping: epoch))],
            origin: EventOrigin(unixNanoseconds: WallClock.unixNanoseconds))
    }

    /// Takes a consumer's command.
    package func take(_ command: IncomingCommand) {
        accepted[command.token] = events.seq
        if !takeKeyed(command) { carryOut(command) }
    }

    func carryOut(_ command: IncomingCommand) {
        if DaemonMethod.describesWorkers(command.request.method) { refreshStatus() }
        decide { $0.take(command, at: loop.clock.now, unixMs: WallClock.unixMilliseconds) }
    }

    private func refreshStatus() {
        for number in workers.keys { refreshStatus(of: number) }
        state.seq = events.seq
        state.sinkCounters = ["events": events.counters, "commands": replies.counters]
        state.loopCounters = ReaderLoops.counters(of: readers)
        state.journalCounters = journal?.counters ?? .null
        state.journalCounters["keys"] = .integer(Int64(keys.count))
    }

    private func refreshStatus(of number: UInt64) {
        guard let status = workers[number]?.assumeIsolated({ $0.status }) else { return }  // on the loop
        decide { $0.update(status, of: number, at: loop.clock.now) }
    }

    // MARK: Performing

    /// Lets the state decide, and performs what it decided.
    func decide(_ body: (inout FleetState) -> [FleetAction]) {
        let actions = body(&state)
        routes.follow(state.threads.routeVersion)
        for action in actions { perform(action) }
    }

    /// Asks the state where it is: a call on the property itself copies it first, with all its tables.
    func ask<Answer>(_ body: (inout FleetState) -> Answer) -> Answer { body(&state) }

    /// For whoever looks after the daemon: how many workers are ready, of how many, and how many approvals wait.
    package var summary: (ready: Int, workers: Int, openApprovals: Int) {
        (state.readyWorkers, workers.count, state.openApprovals)
    }

    func perform(_ action: FleetAction) {
        switch action {
        case .send(let number, let token, let method, let params, let deadline):
            guard let worker = workers[number] else {
                return decide { $0.answered(token, .lost(.down), at: loop.clock.now) }
            }
            worker.assumeIsolated {  // on the loop
                $0.request(token: token, method: method, params: params, deadline: deadline)
            }
        case .recall(let number, let token):
            workers[number]?.assumeIsolated { $0.recall(token: token) }  // on the loop
        case .answer(let number, let generation, let request, let answer):
            workers[number]?.assumeIsolated { worker in  // on the loop
                switch answer {
                case .result(let result): worker.answer(request, generation: generation, result: result)
                case .error(let code, let message):
                    worker.refuse(request, generation: generation, code: code, message: message)
                }
            }
        case .reply(let token, let reply, let command):
            self.reply(token, reply, command: command)
        case .replyOnceJournaled(let token, let reply, let command, let deadline):
            replyOnceJournaled(token, reply, command: command, deadline: deadline)
        case .journal(let entry):
            journal?.write([entry], committed: nil)
        case .record(let record):
            write(record)
        case .onceRecorded(let record, let actions):
            performOnceRecorded(record, actions)
        case .readLedger(let token, let query, let command):
            readLedger(token, query, command: command)
        case .endOrphans:
            endOrphans()
        case .publish(let event):
            events.publish(
                event.kind, scope: event.scope, method: event.method, body: event.body,
                origin: EventOrigin(
                    worker: event.worker, generation: event.generation, cause: event.cause,
                    unixNanoseconds: WallClock.unixNanoseconds))
        case .replay(let token, let query, let user, let command):
            guard let archive else { return self.reply(token, .nothingKept, command: command) }
            archive.replay(query, for: user) { [weak self] reply in
                self?.assumeIsolated { $0.reply(token, reply, command: command) }  // on the loop, as it promises
            }
        case .body(let token, let query, let user, let command):
            guard let archive else { return self.reply(token, .nothingKept, command: command) }
            archive.body(query, for: user) { [weak self] reply in
                self?.assumeIsolated { $0.reply(token, reply, command: command) }  // on the loop, as before
            }
        case .publishWatermark(let thread):
            events.publishWatermark(scope: thread)
        case .rest(let thread):
            events.rest(scope: thread)
            routes.forgetLines(of: thread)
        case .startTimer(let timer, let duration):
            start(timer, duration)
        case .cancelTimer(let timer):
            if let id = timers.removeValue(forKey: timer) { loop.cancel(id) }
        case .operate(let number, let operation):
            workers[number]?.assumeIsolated { $0.perform(operation) }  // on the loop
        case .tellStates(let token, let target, let command):
            for number in target.numbers { refreshStatus(of: number) }
            decide { $0.operated(token, target, command: command) }
        case .tellDeaths(let token, let number, let command):
            let deaths = workers[number]?.assumeIsolated { $0.deaths } ?? []  // on the loop
            decide { $0.described(token, number, deaths: deaths, command: command, at: loop.clock.now) }
        case .reload(let token, let command):
            guard let onReload else {
                return decide { $0.reloaded(token, .badConfiguration(["nobody reads it here"]), command: command) }
            }
            onReload(token, command)
        case .reloadKeys(let token, let command):
            guard let onReloadKeys else {
                return decide {
                    $0.reloaded(token, .refused(.unknownMethod, "there are no keys here"), command: command)
                }
            }
            onReloadKeys(token, command)
        case .stopDaemon:
            log.info("a client asks for the daemon's end")
            onStop?()
        }
    }

    private func start(_ timer: FleetTimer, _ duration: Duration) {
        if let id = timers.removeValue(forKey: timer) { loop.cancel(id) }
        timers[timer] = loop.schedule(after: duration) { [weak self] in
            self?.assumeIsolated { fleet in  // on the loop: its timers run there
                fleet.timers[timer] = nil
                fleet.decide { $0.timerFired(timer, at: fleet.loop.clock.now) }
            }
        }
    }

    func reply(_ token: CommandToken, _ reply: CommandReply, command: CommandID) {
        if let step = keys.finish(token, reply) { return perform(step) }
        let seq = accepted.removeValue(forKey: token) ?? events.seq
        var meta: JSON = ["epoch": .unsigned(epoch), "seq": .unsigned(seq)]
        if command != .none { meta["command"] = .string(command.description) }
        replies.reply(token, reply, meta: meta)
    }
}

// MARK: What a new configuration changes

extension Fleet {
    /// Whether an operator has drained it, so that nobody is to be started.
    package var isClosed: Bool { state.isClosed }

    /// Answers a client that asked for a reload.
    package func reloaded(_ token: CommandToken, _ reply: CommandReply, command: CommandID) {
        decide { $0.reloaded(token, reply, command: command) }
    }

    /// Tells consumers what a reload has changed.
    package func tellReload(_ body: JSON) { decide { $0.tellReload(body) } }

    /// A worker has another spec from here on.
    package func change(_ worker: WorkerIdentity, to spec: WorkerSpec) {
        decide {
            $0.change(worker.number, codexHome: spec.codexHome, drainDeadline: spec.timing.drain, limits: spec.limits)
        }
    }

    /// Replaces the processes of workers whose spec asks for that: one after the other, when their turns have ended.
    package func replace(_ workers: [WorkerIdentity]) { decide { $0.replace(workers.map(\.number)) } }

    /// Lets workers finish their turns and end, for good.
    package func leave(_ workers: [WorkerIdentity]) { decide { $0.leave(workers.map(\.number)) } }

    /// A worker that was about to leave stays.
    package func keep(_ worker: WorkerIdentity) { decide { $0.keep(worker.number) } }

    /// Forgets a worker of which nothing is left.
    package func remove(_ worker: WorkerIdentity) {
        decide { $0.remove(worker.number, at: loop.clock.now) }
        workers[worker.number] = nil
    }
}

// MARK: What workers say

extension Fleet: WorkerObserver {
    package nonisolated func worker(
        _ worker: WorkerIdentity, said line: borrowing Line, _ envelope: Envelope, _ context: LineContext
    ) {
        take(line, envelope, from: worker, context)
    }

    package nonisolated func worker(
        _ worker: WorkerIdentity, printedGarbage line: borrowing Line, _ error: JSONError, _ context: LineContext
    ) {
        assumeIsolated { $0.reportMalformed(line, from: worker, reason: "\(error)", context) }  // on the loop
    }

    package nonisolated func worker(_ worker: WorkerIdentity, answered token: UInt64, _ answer: WorkerAnswer) {
        assumeIsolated { fleet in  // on the loop
            fleet.decide { $0.answered(token, answer, at: fleet.loop.clock.now) }
        }
    }

    package nonisolated func worker(_ worker: WorkerIdentity, changed status: WorkerStatus) {
        assumeIsolated { fleet in  // on the loop
            fleet.decide { $0.update(status, of: worker.number, at: fleet.loop.clock.now) }
        }
    }

    package nonisolated func worker(
        _ worker: WorkerIdentity, _ event: WorkerEvent, _ status: WorkerStatus, stderrTail: String
    ) {
        assumeIsolated { fleet in  // on the loop
            let now = fleet.loop.clock.now
            fleet.note(event, of: worker, generation: status.generation)
            fleet.decide { $0.worker(worker.number, event, status: status, stderrTail: stderrTail, at: now) }
        }
    }
}
