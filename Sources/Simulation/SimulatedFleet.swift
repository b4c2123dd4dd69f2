import Journal
import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision

/// The counterpart of the `Fleet` actor: performs what `FleetState` decides.
final class SimulatedFleet {
    var state = FleetState(epoch: 7, version: "simulated")
    private(set) var timers: [FleetTimer: TimerID] = [:]
    /// Lines of each thread, as `RouteCache` counts them.
    private var lines: [String: UInt64] = [:]
    unowned let world: World

    init(world: World) { self.world = world }

    private var now: MonotonicInstant { world.agenda.now }

    func add(_ worker: SimulatedWorker) {
        state.add(
            WorkerRecord(
                identity: worker.identity, codexHome: worker.spec.codexHome, drainDeadline: worker.spec.timing.drain,
                limits: worker.spec.limits, status: WorkerStatus()))
    }

    func beat() { decide { $0.sweep(at: now) { lines[$0] ?? 0 } } }

    func drain() { decide { $0.drain() } }

    func take(_ command: IncomingCommand) {
        if DaemonMethod.describesWorkers(command.request.method) {
            for worker in world.supervisor.inOrder { refreshStatus(of: worker) }
        }
        var command = command
        if world.isMutated(.claimIgnored), command.request.method == "approval/respond",
            let name = command.request.smallParams?["approvalId"]?.stringValue, let claim = world.checker.claims[name]
        {
            command = IncomingCommand(
                token: command.token, request: command.request, caller: Caller(unknown: claim.client),
                roles: command.roles)
        }
        decide { $0.take(command, at: now, unixMs: world.unixMilliseconds) }
    }

    private func refreshStatus(of worker: SimulatedWorker) {
        let status = worker.status
        decide { $0.update(status, of: worker.identity.number, at: now) }
    }

    // MARK: Performing

    func decide(_ body: (inout FleetState) -> [FleetAction]) {
        for action in body(&state) { perform(action) }
    }

    private func perform(_ action: FleetAction) {
        switch action {
        case .send(let number, let token, let method, let params, let deadline):
            guard let worker = world.supervisor.workers[number] else {
                return decide { $0.answered(token, .lost(.down), at: now) }
            }
            world.checker.sends(token, method, params, to: worker)
            worker.request(token: token, method: method, params: params, deadline: deadline)
            guard method == "thread/resume", world.isMutated(.resumedByTwo) else { return }
            for other in world.supervisor.inOrder where other !== worker && other.machine.state == .ready {
                other.request(token: token + 1_000_000, method: method, params: params, deadline: deadline)
            }
        case .recall(let number, let token): world.supervisor.workers[number]?.recall(token: token)
        case .answer(let number, let generation, let request, let answer):
            guard let worker = world.supervisor.workers[number] else { return }
            if world.isMutated(.generationIgnored), case .result(let result) = answer {
                world.agenda.schedule(after: .seconds(20)) {
                    worker.answer(request, generation: worker.machine.generation, result: result)
                }
                return
            }
            switch answer {
            case .result(let result): worker.answer(request, generation: generation, result: result)
            case .error(let code, let message):
                worker.refuse(request, generation: generation, code: code, message: message)
            }
        case .reply(let token, let reply, _): self.reply(token, reply)
        case .replyOnceJournaled(let token, let reply, _, let deadline):
            // The counterpart of `Fleet.replyOnceJournaled`.
            let isSlow = world.faults.fires(.slowJournal)
            let commit = world.random.milliseconds(0.1, isSlow ? 5_000 : 5)
            let hold = min(.seconds(2), now.duration(to: deadline))
            world.agenda.schedule(after: min(commit, hold)) { [weak self] in self?.reply(token, reply) }
        case .journal, .record: break
        case .onceRecorded(let line, let actions):
            // The counterpart of `Fleet.performOnceRecorded`.
            world.checker.decides(line.approval)
            let isSlow = world.faults.fires(.slowJournal)
            let commit = min(world.random.milliseconds(0.1, isSlow ? 5_000 : 5), .seconds(2))
            world.agenda.schedule(after: commit) { [weak self] in for action in actions { self?.perform(action) } }
        case .readLedger(let token, _, _): reply(token, .result(["history": []]))
        case .replay(let token, _, _, _), .body(let token, _, _, _):
            reply(token, .refused(.truncated, "nothing is kept here"))
        case .endOrphans: world.endOrphans()
        case .publish(let event):
            if world.isMutated(.approvalEndUntold), event.method == "approval/void" { return }
            world.checker.published(event)
            if event.method == "approval/resolved", world.isMutated(.approvalEndToldTwice) {
                world.checker.published(event)
            }
            world.clients.heard(event)
        case .publishWatermark: break
        case .rest(let thread): lines[thread] = nil
        case .startTimer(let timer, let duration): start(timer, duration)
        case .cancelTimer(let timer):
            if let id = timers.removeValue(forKey: timer) { world.agenda.cancel(id) }
        case .operate(let number, let operation):
            guard let worker = world.supervisor.workers[number] else { return }
            world.checker.operates(worker, operation)
            worker.perform(operation)
        case .tellStates(let token, let target, let command):
            for number in target.numbers {
                if let worker = world.supervisor.workers[number] { refreshStatus(of: worker) }
            }
            decide { $0.operated(token, target, command: command) }
        case .tellDeaths(let token, let number, let command):
            decide { $0.described(token, number, deaths: [], command: command, at: now) }
        case .reload(let token, let command), .reloadKeys(let token, let command):
            decide { $0.reloaded(token, .badConfiguration(["there is no file here"]), command: command) }
        case .stopDaemon: world.isStopAsked = true
        }
    }

    private func reply(_ token: CommandToken, _ reply: CommandReply) {
        if world.isMutated(.replyDropped), token.value % 7 == 0 { return }
        world.checker.replied(token, reply)
        world.clients.replied(token, reply)
        if world.isMutated(.replyTwice), token.value % 7 == 0 { world.checker.replied(token, reply) }
    }

    private func start(_ timer: FleetTimer, _ duration: Duration) {
        if let id = timers.removeValue(forKey: timer) { world.agenda.cancel(id) }
        switch timer {
        case .resume where world.isMutated(.resumeTimerLost), .homeless where world.isMutated(.resumeTimerLost): return
        case .approval where world.isMutated(.approvalTimerLost): return
        case .claim where world.isMutated(.claimTimerLost): return
        default: break
        }
        timers[timer] = world.agenda.schedule(after: duration) { [unowned self] in
            timers[timer] = nil
            decide { $0.timerFired(timer, at: now) }
        }
    }

    // MARK: What workers say

    func worker(_ worker: WorkerIdentity, answered token: UInt64, _ answer: WorkerAnswer) {
        world.checker.answered(token, answer, of: worker)
        decide { $0.answered(token, answer, at: now) }
    }

    func worker(_ worker: WorkerIdentity, changed status: WorkerStatus) {
        if status.state == .draining, world.isMutated(.drainUntold) { return }
        decide { $0.update(status, of: worker.number, at: now) }
    }

    func worker(_ worker: WorkerIdentity, _ event: WorkerEvent, _ status: WorkerStatus) {
        if case .draining = event, world.isMutated(.drainUntold) { return }
        decide { $0.worker(worker.number, event, status: status, stderrTail: "", at: now) }
    }

    /// The counterpart of `Fleet+Lines.swift`.
    func take(_ line: JSON, from worker: SimulatedWorker) {
        guard let method = line["method"]?.stringValue else { return }
        let number = worker.identity.number
        let params = line["params"] ?? [:]
        let named = params["threadId"]?.stringValue ?? params["thread"]?["id"]?.stringValue
        let thread = named.flatMap { owns($0, method, number) ? $0 : nil }
        if let thread { lines[thread, default: 0] += 1 }
        if let id = line["id"].flatMap(RequestID.init(json:)) {
            let request = ServerRequest(
                worker: number, generation: worker.machine.generation, id: id, method: method, threadID: thread,
                itemID: params["itemId"]?.stringValue, params: params)
            return decide { $0.serverRequest(request, at: now, unixSeconds: world.unixMilliseconds / 1_000) }
        }
        guard let notification = Notification(rawValue: method) else { return }
        if notification == .serverRequestResolved, let id = params["requestId"].flatMap(RequestID.init(json:)) {
            decide { $0.withdraw(worker: number, request: id, at: now) }
        }
        if notification == .processExited, let handle = params["processHandle"]?.stringValue {
            state.ended(process: handle, worker: number)
        }
        guard let thread else {
            guard let named else { return }
            if notification == .threadClosed { state.closed(thread: named, worker: number) }
            if notification == .threadStatusChanged, params["status"]?["type"] == "active" {
                decide { $0.stirred(thread: named, worker: number, at: now) }
            }
            return
        }
        let about = Mention(
            thread: thread, turn: params["turnId"]?.stringValue ?? params["turn"]?["id"]?.stringValue,
            item: params["itemId"]?.stringValue ?? params["item"]?["id"]?.stringValue)
        decide { $0.act(on: notification, about, at: now) { params } }
    }

    private func owns(_ thread: String, _ method: String, _ worker: UInt64) -> Bool {
        guard !state.owns(worker: worker, thread: thread) else { return true }
        guard let notification = Notification(rawValue: method) else { return false }
        var isTaken = false
        decide { state in
            let outcome = state.takeAnnounced(thread: thread, method: notification, worker: worker, at: now)
            isTaken = outcome.isTaken
            return outcome.actions
        }
        if isTaken { world.checker.adopted(thread, by: worker) }
        return isTaken
    }
}

extension SimulatedWorker {
    /// The counterpart of `Worker+Operation.swift`.
    func perform(_ operation: WorkerOperation) {
        switch operation {
        case .start: start()
        case .stop: stop()
        case .restart: restart()
        case .drain(then: .stop): drain(then: .stay)
        case .drain(then: .start): drain(then: .start)
        case .drained: drained()
        case .unpark: unpark()
        case .recycle(let cause, let reason): recycle(cause, reason: reason)
        }
    }
}
