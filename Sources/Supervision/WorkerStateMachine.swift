package import ChildProcess
package import EventLoop

/// One worker's life, decided: events come in, actions come out, and the actor performs them in their order.
///
/// No clock and no chance in it: the moment and a random number in 0..<1 (for jitter) come in with the event.
package struct WorkerStateMachine {
    package enum Action: Equatable {
        /// Ask the supervisor for leave to start: only so many workers start at once.
        case requestStart
        /// The start is over, one way or the other.
        case endStart
        case spawn
        case sendInitialize
        /// Send a request that costs little: any output answers it.
        case sendProbe
        case startTimer(Timer, Duration)
        case cancelTimer(Timer)
        case closeStdin
        case signalGroup([Int32])
        /// Let go of the process that has ended: close what is still open of it on our side.
        case release
        case publish(WorkerEvent)
    }

    /// Each timer runs at most once at a time; starting it again replaces it.
    package enum Timer: Hashable, Sendable, CaseIterable {
        case start
        case spawnRetry
        case backoff
        case outputGrace
        case inputGrace
        case drain
        case liveness
        case stopLadder
    }

    /// What comes after the process that is being ended.
    package enum Afterwards: Sendable, Hashable {
        /// Started again at once: somebody asked for a restart.
        case start
        /// It did not behave: what the restart policy says.
        case failure
        case stay
    }

    private struct Process {
        let pid: Int32
        let spawnedAt: MonotonicInstant
        var readyAt: MonotonicInstant?
        var hasExited = false
        var outputEnded = false
        var inputEnded = false
    }

    package private(set) var state = WorkerState.idle
    /// How often the worker has been started.
    package private(set) var generation: UInt32 = 0
    /// Starts after the first.
    package var restarts: UInt32 { generation > 0 ? generation - 1 : 0 }
    package private(set) var spawnRetries = 0
    /// Failures since the last stable life.
    package var failures: Int { intensity.failures }
    /// Why the last start failed, or the last life ended early: for `worker/list`.
    package private(set) var lastError: String?
    /// When the next start is due, while backing off.
    package private(set) var nextTryAt: MonotonicInstant?

    private var timing: WorkerSpec.Timing
    private var liveness: Liveness?
    private var policy: RestartPolicy
    private var intensity: RestartIntensity
    private var process: Process?
    private var spawnRetry = SpawnRetry()
    private var ladder: StopLadder?
    private var afterwards = Afterwards.failure
    /// Whether a drain that goes on has a deadline, at which turns are cut off.
    package private(set) var drainEnds = true

    package init(timing: WorkerSpec.Timing, restart policy: RestartPolicy = RestartPolicy()) {
        self.timing = timing
        self.policy = policy
        intensity = RestartIntensity(policy)
    }

    package var pid: Int32? { process.flatMap { $0.hasExited ? nil : $0.pid } }

    /// It was stopped, and nothing of its last process is left.
    package var hasSettled: Bool { state == .stopped && process == nil }

    /// Whether the daemon has killed its process.
    package var hasKilled: Bool { ladder?.state == .killing }

    // MARK: What operators and the daemon ask for

    /// Starts a worker that is not running; one that runs, starts or is due is left alone.
    package mutating func start() -> [Action] {
        switch state {
        case .idle, .stopped: return begin()
        case .parked: return unpark()
        case .draining, .stopping:
            afterwards = .start
            return []
        case .starting, .initializing, .ready, .backingOff: return []
        }
    }

    /// Starts a parked worker, with its failures forgotten.
    package mutating func unpark() -> [Action] {
        guard state == .parked else { return [] }
        intensity.forget()
        return begin()
    }

    /// Ends the process, if there is one, and starts anew without a delay: whatever state the worker is in.
    package mutating func restart() -> [Action] {
        switch state {
        case .idle, .stopped: return begin()
        case .parked: return unpark()
        case .backingOff: return [.cancelTimer(.backoff)] + begin()
        case .starting: return []
        case .initializing, .ready, .draining: return climb(then: .start)
        case .stopping:
            afterwards = .start
            return []
        }
    }

    /// Ends the process and leaves it so.
    package mutating func stop() -> [Action] {
        switch state {
        case .stopped: return []
        case .idle, .parked: return rest([])
        case .backingOff: return rest([.cancelTimer(.backoff)])
        case .starting: return rest([.cancelTimer(.spawnRetry), .endStart])
        case .initializing, .ready, .draining: return climb(then: .stay)
        case .stopping:
            afterwards = .stay
            return []
        }
    }

    /// Ends the process once its turns have ended, of which `drained()` tells, or at the drain's deadline.
    ///
    /// One that has no turns, since it is not ready, is stopped or restarted at once; one that is not to run stays so, as
    /// stopped when that is what follows.
    package mutating func drain(then next: Afterwards) -> [Action] {
        switch state {
        case .ready:
            state = .draining
            afterwards = next
            drainEnds = true
            return [.publish(.draining), .startTimer(.drain, timing.drain)]
        case .draining:
            afterwards = next
            guard !drainEnds else { return [] }
            drainEnds = true
            return [.publish(.draining), .startTimer(.drain, timing.drain)]
        case .stopping:
            afterwards = next
            return []
        case .initializing, .starting, .backingOff: return next == .stay ? stop() : restart()
        case .idle, .parked: return next == .stay ? stop() : []
        case .stopped: return []
        }
    }

    /// What it and all that it started hold. Over the limit it is told at once, and drained without a deadline: no turn is
    /// cut off for memory.
    package mutating func measured(_ use: MemoryUse, limit: UInt64?) -> [Action] {
        guard state == .ready, let limit, use.resident > limit else { return [] }
        state = .draining
        afterwards = .start
        drainEnds = false
        return [.publish(.overMemory(use, limit: limit)), .publish(.draining)]
    }

    /// No turn runs any more on a worker that is drained.
    package mutating func drained() -> [Action] {
        state == .draining ? climb(then: afterwards) : []
    }

    /// Goes to the next step of the stop ladder at once.
    package mutating func hurry() -> [Action] {
        guard state == .stopping else { return [] }
        return perform(ladder?.hurry() ?? [])
    }

    /// The worker does not behave: it is ended, and started again after the delay of a failure.
    package mutating func recycle(_ cause: RecycleCause, reason: String) -> [Action] {
        guard state.isRunning else { return [] }
        lastError = reason
        return [.publish(.recycled(cause, reason: reason))] + climb(then: afterLife)
    }

    /// Takes other timings and another restart policy. The failures so far still count. A timer that runs keeps its end, but
    /// for the look for life, and for a wait for the next start that would be shorter now.
    package mutating func respec(
        timing: WorkerSpec.Timing, restart policy: RestartPolicy, at now: MonotonicInstant, random: Double
    ) -> [Action] {
        let before = self.timing
        self.timing = timing
        self.policy = policy
        intensity.policy = policy
        if state == .backingOff, timing.backoff != before.backoff {
            return shortenWait(to: timing.backoff.delay(afterFailures: failures, random: random), at: now)
        }
        guard state.isServing, timing.liveness != before.liveness else { return [] }
        let ended = endLiveness
        liveness = timing.liveness.map { Liveness($0, at: now) }
        return ended + (timing.liveness.map { [.startTimer(.liveness, $0.silence)] } ?? [])
    }

    private mutating func shortenWait(to delay: Duration, at now: MonotonicInstant) -> [Action] {
        let next = now.advanced(by: delay)
        guard let due = nextTryAt, next < due else { return [] }
        nextTryAt = next
        return [.startTimer(.backoff, delay)]
    }

    // MARK: Starting

    /// The supervisor gives leave to start.
    package mutating func startGranted() -> [Action] {
        guard state == .starting else { return [.endStart] }
        return [.spawn]
    }

    package mutating func spawned(pid: Int32, at now: MonotonicInstant) -> [Action] {
        generation &+= 1
        process = Process(pid: pid, spawnedAt: now)
        state = .initializing
        return [.publish(.spawned(pid: pid)), .startTimer(.start, timing.start), .sendInitialize]
    }

    package mutating func spawnFailed(_ error: SpawnError, at now: MonotonicInstant, random: Double) -> [Action] {
        lastError = error.description
        if error.isTransient, case .retry(let delay) = spawnRetry.failed(error) {
            spawnRetries += 1
            return [.publish(.spawnRetry(error)), .startTimer(.spawnRetry, delay)]
        }
        let verdict = intensity.failed()
        guard policy.kind != .temporary else { return rest([.endStart]) }
        let delay =
            error.isPermanentUntilRepaired
            ? timing.backoff.delayUntilRepaired(random: random)
            : timing.backoff.delay(afterFailures: failures, random: random)
        return [.endStart] + backOff(for: delay, verdict, reason: error.description, at: now)
    }

    /// The worker answered `initialize`.
    package mutating func initialized(at now: MonotonicInstant) -> [Action] {
        guard state == .initializing, let pid = process?.pid else { return [] }
        process?.readyAt = now
        state = .ready
        lastError = nil
        liveness = timing.liveness.map { Liveness($0, at: now) }
        let watching: [Action] = timing.liveness.map { [.startTimer(.liveness, $0.silence)] } ?? []
        return [.cancelTimer(.start), .publish(.ready(pid: pid)), .endStart] + watching
    }

    /// Some of its output has come.
    package mutating func heard(at now: MonotonicInstant) { liveness?.heard(at: now) }

    // MARK: Ending

    /// The process has ended.
    ///
    /// - Parameter outOfMemory: the kernel killed it for want of memory.
    package mutating func exited(
        _ status: ExitStatus, at now: MonotonicInstant, random: Double, outOfMemory: Bool = false
    ) -> [Action] {
        guard var ended = process, !ended.hasExited else { return [] }
        ended.hasExited = true
        process = ended
        let stage = state
        var actions = leaveState()
        actions += perform(ladder?.exited() ?? [])
        if ended.inputEnded { actions.append(.cancelTimer(.inputGrace)) }
        let endedBy = ladder?.endedBy ?? .byItself
        ladder = nil

        let next = stage == .stopping ? afterwards : afterLife
        let verdict = next == .failure ? judge(ended, status, stage, at: now) : nil
        let delay = verdict.flatMap {
            $0 == .park ? nil : timing.backoff.delay(afterFailures: failures, random: random)
        }
        let exit = WorkerEvent.Exit(
            pid: ended.pid, status: status, stage: stage, uptime: ended.spawnedAt.duration(to: now), endedBy: endedBy,
            nextTry: delay ?? (next == .start ? .zero : nil), outOfMemory: outOfMemory)
        let cause = outOfMemory ? ", for want of memory" : ""
        if stage != .stopping { lastError = "\(status)\(cause) while \(stage.rawValue)" }
        actions.append(.publish(.exited(exit)))
        actions +=
            ended.outputEnded ? leave([.cancelTimer(.outputGrace)]) : [.startTimer(.outputGrace, timing.outputGrace)]

        switch next {
        case .failure:
            actions += verdict.map { backOff(for: delay ?? .zero, $0, reason: nil, at: now) } ?? rest([])
        case .start: actions += begin()
        case .stay: actions += rest([])
        }
        return actions
    }

    /// The worker's output has ended.
    package mutating func outputEnded() -> [Action] {
        guard var ending = process, !ending.outputEnded else { return [] }
        ending.outputEnded = true
        process = ending
        if ending.hasExited { return leave([.cancelTimer(.outputGrace)]) }
        return state == .stopping ? [] : [.startTimer(.outputGrace, timing.outputGrace)]
    }

    /// It takes no input any more: its end is about to show, or it does not behave.
    package mutating func inputEnded() -> [Action] {
        guard state.isRunning, process?.inputEnded == false else { return [] }
        process?.inputEnded = true
        return [.startTimer(.inputGrace, timing.inputGrace)]
    }

    package mutating func timerFired(_ timer: Timer, at now: MonotonicInstant) -> [Action] {
        switch timer {
        case .start:
            guard state == .initializing else { return [] }
            return recycle(.startTimeout, reason: "no answer to initialize in \(timing.start)") + hurryToKill()
        case .spawnRetry:
            return state == .starting ? [.spawn] : []
        case .backoff:
            return state == .backingOff ? begin() : []
        case .outputGrace:
            guard let process else { return [] }
            guard process.hasExited else { return recycle(.outputClosed, reason: "it closed its output and lived on") }
            return leave([])
        case .inputGrace:
            // The timer may be an earlier process's.
            guard process?.inputEnded == true else { return [] }
            return recycle(.inputClosed, reason: "it does not take input any more")
        case .drain:
            return drainEnds ? drained() : []
        case .liveness:
            return lookForLife(at: now)
        case .stopLadder:
            return perform(ladder?.timerFired() ?? [])
        }
    }

    // MARK: Parts

    /// Asks for leave to start. What an earlier process's grandchild still holds open is closed first.
    private mutating func begin() -> [Action] {
        state = .starting
        nextTryAt = nil
        spawnRetry = SpawnRetry()
        let held = process == nil ? [] : leave([.cancelTimer(.outputGrace)])
        return held + [.requestStart]
    }

    private mutating func climb(then next: Afterwards) -> [Action] {
        let left = leaveState()
        state = .stopping
        afterwards = next
        var climbed = StopLadder(durations: timing.stop)
        let first = climbed.begin()
        ladder = climbed
        return left + [.cancelTimer(.outputGrace)] + perform(first)
    }

    /// What the state that ends had begun.
    private func leaveState() -> [Action] {
        switch state {
        case .initializing: [.cancelTimer(.start), .endStart]
        case .ready: endLiveness
        case .draining: [.cancelTimer(.drain)] + endLiveness
        default: []
        }
    }

    private var endLiveness: [Action] { liveness == nil ? [] : [.cancelTimer(.liveness)] }

    private mutating func lookForLife(at now: MonotonicInstant) -> [Action] {
        guard state.isServing else { return [] }
        switch liveness?.look(at: now) {
        case .wait(let duration): return [.startTimer(.liveness, duration)]
        case .ask(let duration): return [.sendProbe, .startTimer(.liveness, duration)]
        case .giveUp: return recycle(.noLiveness, reason: "it said nothing, though it was asked")
        case nil: return []
        }
    }

    /// What follows when a life ends that nobody has ended: a drain that was to be the last stays that.
    private var afterLife: Afterwards {
        state == .draining && afterwards == .stay ? .stay : .failure
    }

    /// A worker that never spoke has nothing to lose by a harder end.
    private mutating func hurryToKill() -> [Action] {
        hurry() + hurry()
    }

    private func perform(_ steps: [StopLadder.Action]) -> [Action] {
        steps.compactMap { step in
            switch step {
            case .closeStdin: .closeStdin
            case .signalGroup(let signals): .signalGroup(signals)
            case .startTimer(let duration): .startTimer(.stopLadder, duration)
            case .cancelTimer: .cancelTimer(.stopLadder)
            case .finished: nil
            }
        }
    }

    private mutating func rest(_ before: [Action]) -> [Action] {
        state = .stopped
        nextTryAt = nil
        return before + [.publish(.stopped)]
    }

    private mutating func leave(_ before: [Action]) -> [Action] {
        process = nil
        return before + [.release, .publish(.gone)]
    }

    /// Counts the end of a life. Nil: the restart policy leaves it at that.
    private mutating func judge(
        _ ended: Process, _ status: ExitStatus, _ stage: WorkerState, at now: MonotonicInstant
    ) -> RestartIntensity.Verdict? {
        switch policy.kind {
        case .temporary: return nil
        case .transient where status == .exited(code: 0) && stage != .stopping: return nil
        case .transient, .permanent: break
        }
        let wasStable = ended.readyAt.map { $0.duration(to: now) >= timing.stable } ?? false
        guard wasStable else { return intensity.failed() }
        intensity.forget()
        return .ordinary
    }

    private mutating func backOff(
        for delay: Duration, _ verdict: RestartIntensity.Verdict, reason: String?, at now: MonotonicInstant
    ) -> [Action] {
        guard verdict != .park else {
            state = .parked
            nextTryAt = nil
            return [.publish(.parked(failures: failures))]
        }
        state = .backingOff
        nextTryAt = now.advanced(by: delay)
        let looping: [Action] = verdict == .crashLoop ? [.publish(.crashLoop(failures: failures))] : []
        return looping + [
            .publish(.backingOff(delay: delay, failures: failures, reason: reason)), .startTimer(.backoff, delay),
        ]
    }
}
