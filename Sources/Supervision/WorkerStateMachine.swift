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
        case stopLadder
    }

    /// What comes after the process that is being ended.
    private enum Afterwards {
        /// Started again at once: somebody asked for a restart.
        case start
        /// Started again after a delay: it did not behave.
        case backOff
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

    /// So many failures in a row are called a crash loop.
    package static let crashLoopFailures = 5

    package private(set) var state = WorkerState.idle
    /// How often the worker has been started.
    package private(set) var generation: UInt32 = 0
    /// Starts after the first.
    package var restarts: UInt32 { generation > 0 ? generation - 1 : 0 }
    package private(set) var spawnRetries = 0
    /// Failures since the last stable life.
    package private(set) var failures = 0
    /// Why the last start failed, or the last life ended early: for `worker/list`.
    package private(set) var lastError: String?
    /// When the next start is due, while backing off.
    package private(set) var nextTryAt: MonotonicInstant?

    private let timing: WorkerSpec.Timing
    private var process: Process?
    private var spawnRetry = SpawnRetry()
    private var ladder: StopLadder?
    private var afterwards = Afterwards.backOff

    package init(timing: WorkerSpec.Timing) {
        self.timing = timing
    }

    package var pid: Int32? { process.flatMap { $0.hasExited ? nil : $0.pid } }

    /// It was stopped, and nothing of its last process is left.
    package var hasSettled: Bool { state == .stopped && process == nil }

    // MARK: What operators and the daemon ask for

    /// Starts a worker that is not running; one that runs, starts or is due soon is left alone.
    package mutating func start() -> [Action] {
        switch state {
        case .idle, .stopped: return begin()
        case .stopping:
            afterwards = .start
            return []
        case .starting, .initializing, .ready, .backingOff: return []
        }
    }

    /// Ends the process, if there is one, and starts anew without a delay: whatever state the worker is in.
    package mutating func restart() -> [Action] {
        switch state {
        case .idle, .stopped: return begin()
        case .backingOff: return [.cancelTimer(.backoff)] + begin()
        case .starting: return []
        case .initializing, .ready: return climb(then: .start)
        case .stopping:
            afterwards = .start
            return []
        }
    }

    /// Ends the process and leaves it so.
    package mutating func stop() -> [Action] {
        switch state {
        case .stopped: return []
        case .idle: return rest([])
        case .backingOff: return rest([.cancelTimer(.backoff)])
        case .starting: return rest([.cancelTimer(.spawnRetry), .endStart])
        case .initializing, .ready: return climb(then: .stay)
        case .stopping:
            afterwards = .stay
            return []
        }
    }

    /// Goes to the next step of the stop ladder at once.
    package mutating func hurry() -> [Action] {
        guard state == .stopping else { return [] }
        return perform(ladder?.hurry() ?? [])
    }

    /// The worker does not behave: it is ended, and started again after the delay of a failure.
    package mutating func recycle(reason: String) -> [Action] {
        guard state == .initializing || state == .ready else { return [] }
        lastError = reason
        return [.publish(.recycled(reason: reason))] + climb(then: .backOff)
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
        failures += 1
        let delay =
            error.isPermanentUntilRepaired
            ? timing.backoff.delayUntilRepaired(random: random)
            : timing.backoff.delay(afterFailures: failures, random: random)
        return [.endStart] + backOff(for: delay, reason: error.description, at: now)
    }

    /// The worker answered `initialize`.
    package mutating func initialized(at now: MonotonicInstant) -> [Action] {
        guard state == .initializing, let pid = process?.pid else { return [] }
        process?.readyAt = now
        state = .ready
        lastError = nil
        return [.cancelTimer(.start), .endStart, .publish(.ready(pid: pid))]
    }

    // MARK: Ending

    /// The process has ended.
    package mutating func exited(_ status: ExitStatus, at now: MonotonicInstant, random: Double) -> [Action] {
        guard var ended = process, !ended.hasExited else { return [] }
        ended.hasExited = true
        process = ended
        let stage = state
        var actions: [Action] = stage == .initializing ? [.cancelTimer(.start), .endStart] : []
        actions += perform(ladder?.exited() ?? [])
        let endedBy = ladder?.endedBy ?? .byItself
        ladder = nil

        let next = stage == .stopping ? afterwards : .backOff
        let delay = next == .backOff ? delayAfterLife(of: ended, at: now, random: random) : nil
        let exit = WorkerEvent.Exit(
            pid: ended.pid, status: status, stage: stage, uptime: ended.spawnedAt.duration(to: now), endedBy: endedBy,
            nextTry: delay ?? (next == .start ? .zero : nil))
        if stage != .stopping { lastError = "\(status) while \(stage.rawValue)" }
        actions.append(.publish(.exited(exit)))
        actions +=
            ended.outputEnded ? leave([.cancelTimer(.outputGrace)]) : [.startTimer(.outputGrace, timing.outputGrace)]

        switch next {
        case .backOff: actions += backOff(for: delay ?? .zero, reason: nil, at: now)
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
        guard state == .initializing || state == .ready, process?.inputEnded == false else { return [] }
        process?.inputEnded = true
        return [.startTimer(.inputGrace, timing.inputGrace)]
    }

    package mutating func timerFired(_ timer: Timer, at now: MonotonicInstant) -> [Action] {
        switch timer {
        case .start:
            guard state == .initializing else { return [] }
            return recycle(reason: "no answer to initialize in \(timing.start)") + hurryToKill()
        case .spawnRetry:
            return state == .starting ? [.spawn] : []
        case .backoff:
            return state == .backingOff ? begin() : []
        case .outputGrace:
            guard let process else { return [] }
            guard process.hasExited else { return recycle(reason: "it closed its output and lived on") }
            return leave([])
        case .inputGrace:
            // The timer may be an earlier process's.
            guard process?.inputEnded == true else { return [] }
            return recycle(reason: "it does not take input any more")
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
        let started: [Action] = state == .initializing ? [.cancelTimer(.start), .endStart] : []
        state = .stopping
        afterwards = next
        var climbed = StopLadder(durations: timing.stop)
        let first = climbed.begin()
        ladder = climbed
        return started + [.cancelTimer(.outputGrace)] + perform(first)
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

    private mutating func delayAfterLife(of ended: Process, at now: MonotonicInstant, random: Double) -> Duration {
        let wasStable = ended.readyAt.map { $0.duration(to: now) >= timing.stable } ?? false
        failures = wasStable ? 0 : failures + 1
        return timing.backoff.delay(afterFailures: failures, random: random)
    }

    private mutating func backOff(for delay: Duration, reason: String?, at now: MonotonicInstant) -> [Action] {
        state = .backingOff
        nextTryAt = now.advanced(by: delay)
        let looping: [Action] =
            failures == Self.crashLoopFailures ? [.publish(.crashLoop(failures: failures))] : []
        return looping + [
            .publish(.backingOff(delay: delay, failures: failures, reason: reason)), .startTimer(.backoff, delay),
        ]
    }
}
