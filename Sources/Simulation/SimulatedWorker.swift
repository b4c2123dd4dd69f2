import ChildProcess
import CodexConversation
import EventLoop
import Glibc
import JSONRPC
import Supervision

/// The counterpart of the `Worker` actor: performs what `WorkerStateMachine` decides, with the real `Conversation`, on a
/// simulated process. Each method is named as the actor's and does in the same order what that one does.
final class SimulatedWorker {
    let identity: WorkerIdentity
    let spec: WorkerSpec
    let home: SimulatedHome
    unowned let world: World

    var machine: WorkerStateMachine
    var process: SimulatedCodex?
    var isOutputOpen = false
    var isInputOpen = false
    var watchesInput = false
    var conversation = Conversation<RequestToken>()
    var garbage: GarbageLimit
    var overloads = 0
    /// How often it was asked whether it lives since it last said something.
    var asked = 0
    /// Bytes of all lines handed to the conversation's outbox, and those that the process took.
    var appended: UInt64 = 0
    var written: UInt64 = 0
    /// Where each observed request's line begins, until it is known what came of it.
    var offsets: [UInt64: UInt64] = [:]
    /// The observed requests by the ids on their lines.
    var observed: [Int64: UInt64] = [:]
    var deadline: (id: TimerID, at: MonotonicInstant)?
    private(set) var timers: [WorkerStateMachine.Timer: TimerID] = [:]
    private var actions: [WorkerStateMachine.Action] = []
    private var isPerforming = false
    private var toldState = WorkerState.idle

    enum RequestToken: Sendable, Equatable {
        case initialize
        case probe
        case observer(UInt64)
    }

    init(_ identity: WorkerIdentity, spec: WorkerSpec, home: SimulatedHome, world: World) {
        self.identity = identity
        self.spec = spec
        self.home = home
        self.world = world
        garbage = GarbageLimit(spec.limits.garbage)
        machine = WorkerStateMachine(timing: spec.timing, restart: spec.restart)
    }

    var now: MonotonicInstant { world.agenda.now }

    func start() { perform(machine.start()) }
    func restart() { perform(machine.restart()) }
    func stop() { perform(machine.stop()) }
    func drain(then next: WorkerStateMachine.Afterwards) { perform(machine.drain(then: next)) }
    func drained() { perform(machine.drained()) }
    func unpark() { perform(machine.unpark()) }
    func recycle(_ cause: RecycleCause, reason: String) { perform(machine.recycle(cause, reason: reason)) }
    func hurry() { perform(machine.hurry()) }
    func startGranted() { perform(machine.startGranted()) }
    func measured(_ use: MemoryUse) { perform(machine.measured(use, limit: spec.memoryLimit, at: now)) }

    var status: WorkerStatus {
        var status = WorkerStatus()
        status.state = machine.state
        status.drainHasDeadline = machine.drainEnds
        status.pid = machine.pid
        status.generation = machine.generation
        status.restarts = machine.restarts
        status.spawnRetries = machine.spawnRetries
        status.failures = machine.failures
        status.inFlight = conversation.inFlightCount
        status.queued = conversation.queuedCount
        status.overloads = overloads
        status.nextTryAt = machine.nextTryAt
        status.lastError = machine.lastError
        return status
    }

    // MARK: Performing

    func perform(_ new: [WorkerStateMachine.Action]) {
        actions += new
        if machine.state != toldState {
            toldState = machine.state
            world.fleet.worker(identity, changed: status)
        }
        guard !isPerforming else { return }
        isPerforming = true
        defer { isPerforming = false }
        while !actions.isEmpty {
            let batch = actions
            actions = []
            for action in batch { perform(action) }
        }
        if machine.hasSettled { world.supervisor.hasStopped(identity.number) }
    }

    private func perform(_ action: WorkerStateMachine.Action) {
        switch action {
        case .requestStart: world.supervisor.requestStart(identity.number)
        case .endStart: world.supervisor.endStart(identity.number, isReady: machine.state == .ready)
        case .spawn: spawn()
        case .sendInitialize: sendInitialize()
        case .sendProbe: sendProbe()
        case .startTimer(let timer, let duration): start(timer, duration)
        case .cancelTimer(let timer): cancel(timer)
        case .closeStdin: closeStdin()
        case .signalGroup(let signals): for signal in signals { signalGroup(signal) }
        case .release: release()
        case .publish(let event): publish(event)
        }
    }

    private func start(_ timer: WorkerStateMachine.Timer, _ duration: Duration) {
        cancel(timer)
        var duration = duration
        if timer == .backoff {
            if world.isMutated(.backoffShortened) { duration = duration / 10 }
            if world.isMutated(.backoffLost) { return }
        }
        timers[timer] = world.agenda.schedule(after: duration) { [unowned self] in
            timers[timer] = nil
            perform(machine.timerFired(timer, at: now))
        }
    }

    private func cancel(_ timer: WorkerStateMachine.Timer) {
        if timer == .liveness, world.isMutated(.timerLeft) { return }
        if let id = timers.removeValue(forKey: timer) { world.agenda.cancel(id) }
    }

    private func signalGroup(_ signal: CInt) {
        if signal == SIGKILL, world.isMutated(.killLost) { return }
        process?.signal(signal)
    }

    private func publish(_ event: WorkerEvent) {
        world.checker.published(event, by: self)
        world.fleet.worker(identity, event, status)
        guard case .exited = event, world.isMutated(.exitToldTwice) else { return }
        world.checker.published(event, by: self)
    }
}
