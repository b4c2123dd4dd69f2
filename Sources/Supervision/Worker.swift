import ChildProcess
import CodexConversation
import Diagnostics
import EventLoop
import JSONRPC

/// One worker: its process, while there is one, and the conversation with it.
///
/// The actor is pinned to its loop and performs what `WorkerStateMachine` decides. Its callbacks come on the loop's
/// thread, so they enter with `assumeIsolated`.
package actor Worker {
    package nonisolated let identity: WorkerIdentity
    package private(set) var spec: WorkerSpec
    let environment: WorkerEnvironment

    var machine: WorkerStateMachine
    var process: ChildProcess?
    var watches = WorkerWatches()
    var lines = LineBuffer()
    /// Reads its output, where another loop does; nil when that has ended.
    var output: OutputReader?
    /// How its process has ended, while the rest of its output is on its way.
    var exit: ExitStatus?
    /// Its tokens are the numbers of `RequestToken`.
    var conversation = Conversation<UInt64>()
    var stderrTail = StderrTail()
    var garbage: GarbageLimit
    /// Requests that it refused as too much, and that were asked again.
    var overloads = 0
    var codexVersion: String?
    /// The kernel's count when its process was started.
    var memoryKills: MemoryKillsBaseline?
    var memory: MemoryUse?
    private var record = DeathRecord()
    let deadlines: DeadlineTimer
    private var timers: [WorkerStateMachine.Timer: TimerID] = [:]
    private var actions: [WorkerStateMachine.Action] = []
    private var isPerforming = false
    private var toldState = WorkerState.idle

    package nonisolated var unownedExecutor: UnownedSerialExecutor { environment.loop.asUnownedSerialExecutor() }

    package init(_ identity: WorkerIdentity, spec: WorkerSpec, environment: WorkerEnvironment) {
        self.identity = identity
        self.spec = spec
        self.environment = environment
        garbage = GarbageLimit(spec.limits.garbage)
        machine = WorkerStateMachine(timing: spec.timing, restart: spec.restart)
        deadlines = DeadlineTimer(on: environment.loop)
    }

    /// Who asked for something, and so what is done with the answer.
    enum RequestToken: Sendable, Equatable {
        case initialize
        /// Whether it lives.
        case probe
        case observer(UInt64)

        /// An observer's tokens count up from 0, and never come so far.
        init(number: UInt64) {
            switch number {
            case .max: self = .initialize
            case .max - 1: self = .probe
            default: self = .observer(number)
            }
        }

        var number: UInt64 {
            switch self {
            case .initialize: .max
            case .probe: .max - 1
            case .observer(let token): token
            }
        }
    }

    var loop: EventLoop { environment.loop }
    var now: MonotonicInstant { environment.loop.clock.now }

    // MARK: What the supervisor and the fleet ask for

    package func start() { perform(machine.start()) }
    package func restart() { perform(machine.restart()) }
    package func stop() { perform(machine.stop()) }
    package func drain(then next: WorkerStateMachine.Afterwards) { perform(machine.drain(then: next)) }
    package func drained() { perform(machine.drained()) }
    package func unpark() { perform(machine.unpark()) }
    /// Ends the process as one that does not behave.
    package func recycle(_ cause: RecycleCause, reason: String) { perform(machine.recycle(cause, reason: reason)) }
    package func hurry() { perform(machine.hurry()) }
    package func startGranted() { perform(machine.startGranted()) }

    /// Takes another spec: what it says of timings, limits and restarts holds from here on, the rest from its next process
    /// on. What runs already keeps its end.
    package func respec(_ spec: WorkerSpec) {
        if spec.limits.garbage != self.spec.limits.garbage { garbage = GarbageLimit(spec.limits.garbage) }
        self.spec = spec
        lines.limit = spec.limits.line
        output?.set(limit: spec.limits.line)
        conversation.resize(window: spec.limits.window, queueLimit: spec.limits.queue)
        perform(machine.respec(timing: spec.timing, restart: spec.restart, at: now, random: environment.random()))
        flush()
    }

    package var status: WorkerStatus {
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
        status.codexVersion = codexVersion
        status.memory = memory
        return status
    }

    /// How its last lives ended, the oldest first. Apart from `status`, which is copied at each change.
    package var deaths: [WorkerDeath] { record.deaths }

    // MARK: Performing

    /// Performs the actions in their order; what they lead to at once is performed after them.
    func perform(_ new: [WorkerStateMachine.Action]) {
        // First: who is told may ask for what comes next, such as the end of a drain that nothing holds up.
        actions += new
        if machine.state != toldState {
            toldState = machine.state
            environment.observer.worker(identity, changed: status)
        }
        guard !isPerforming else { return }
        isPerforming = true
        defer { isPerforming = false }
        while !actions.isEmpty {
            let batch = actions
            actions = []
            for action in batch { perform(action) }
        }
        if machine.hasSettled { environment.host.hasStopped(identity.number) }
    }

    private func perform(_ action: WorkerStateMachine.Action) {
        switch action {
        case .requestStart: environment.host.requestStart(identity.number)
        case .endStart: environment.host.endStart(identity.number, isReady: machine.state == .ready)
        case .spawn: spawn()
        case .sendInitialize: sendInitialize()
        case .sendProbe: sendProbe()
        case .startTimer(let timer, let duration): start(timer, duration)
        case .cancelTimer(let timer): cancel(timer)
        case .closeStdin: closeStdin()
        case .signalGroup(let signals): for signal in signals { process?.signalGroup(signal) }
        case .release: release()
        case .publish(let event): publish(event)
        }
    }

    private func start(_ timer: WorkerStateMachine.Timer, _ duration: Duration) {
        cancel(timer)
        timers[timer] = loop.schedule(after: duration) { [weak self] in
            self?.assumeIsolated { worker in  // on the loop: its timers run there
                worker.timers[timer] = nil
                worker.perform(worker.machine.timerFired(timer, at: worker.now))
            }
        }
    }

    private func cancel(_ timer: WorkerStateMachine.Timer) {
        if let id = timers.removeValue(forKey: timer) { loop.cancel(id) }
    }

    private func publish(_ event: WorkerEvent) {
        if case .exited(let exit) = event {
            record.append(
                WorkerDeath(
                    at: WallClock.unixNanoseconds, generation: machine.generation, exit: exit,
                    stderrTail: stderrTail.text))
        }
        log(event)
        environment.observer.worker(identity, event, status, stderrTail: stderrTail.text)
    }

    private func log(_ event: WorkerEvent) {
        let log = environment.log
        switch event {
        case .spawned(let pid): log.info("worker spawned", ["worker": identity.name, "pid": "\(pid)"])
        case .ready(let pid): log.info("worker ready", ["worker": identity.name, "pid": "\(pid)"])
        case .spawnRetry(let error): log.debug("spawn tried again", ["worker": identity.name, "reason": "\(error)"])
        case .exited(let exit):
            log.info(
                "worker exited",
                [
                    "worker": identity.name, "pid": "\(exit.pid)", "status": "\(exit.status)",
                    "stage": exit.stage.rawValue, "endedBy": exit.endedBy.rawValue, "oom": "\(exit.outOfMemory)",
                ])
        case .gone: log.debug("worker gone", ["worker": identity.name])
        case .backingOff(let delay, let failures, let reason):
            log.info(
                "worker backs off",
                [
                    "worker": identity.name, "nextTryMs": "\(delay.milliseconds)", "failures": "\(failures)",
                    "reason": reason ?? "exited",
                ])
        case .crashLoop(let failures):
            log.error("worker is in a crash loop", ["worker": identity.name, "failures": "\(failures)"])
        case .recycled(let cause, let reason):
            log.warning(
                "worker recycled", ["worker": identity.name, "cause": cause.rawValue, "reason": reason])
        case .overMemory(let use, let limit):
            log.warning(
                "worker is over its memory limit",
                [
                    "worker": identity.name, "rssBytes": "\(use.resident)", "limitBytes": "\(limit)",
                    "processes": "\(use.processes)",
                ])
        case .draining: log.info("worker drains", ["worker": identity.name])
        case .parked(let failures):
            log.error("worker is parked", ["worker": identity.name, "failures": "\(failures)"])
        case .stopped: log.info("worker stopped", ["worker": identity.name])
        }
    }
}
