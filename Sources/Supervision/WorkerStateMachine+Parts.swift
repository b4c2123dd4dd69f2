import ChildProcess
import EventLoop

// What the events have in common.
extension WorkerStateMachine {
    /// Asks for leave to start. What an earlier process's grandchild still holds open is closed first.
    mutating func begin() -> [Action] {
        state = .starting
        nextTryAt = nil
        spawnRetry = SpawnRetry()
        let held = process == nil ? [] : leave([.cancelTimer(.outputGrace)])
        return held + [.requestStart]
    }

    mutating func climb(then next: Afterwards) -> [Action] {
        let left = leaveState()
        state = .stopping
        afterwards = next
        var climbed = StopLadder(durations: timing.stop)
        let first = climbed.begin()
        ladder = climbed
        return left + [.cancelTimer(.outputGrace)] + perform(first)
    }

    /// What the state that ends had begun.
    func leaveState() -> [Action] {
        switch state {
        case .initializing: [.cancelTimer(.start), .endStart]
        case .ready: endLiveness
        case .draining: [.cancelTimer(.drain)] + endLiveness
        default: []
        }
    }

    var endLiveness: [Action] { liveness == nil ? [] : [.cancelTimer(.liveness)] }

    mutating func lookForLife(at now: MonotonicInstant) -> [Action] {
        guard state.isServing else { return [] }
        switch liveness?.look(at: now) {
        case .wait(let duration): return [.startTimer(.liveness, duration)]
        case .ask(let duration): return [.sendProbe, .startTimer(.liveness, duration)]
        case .giveUp: return recycle(.noLiveness, reason: "it said nothing, though it was asked")
        case nil: return []
        }
    }

    /// What follows when a life ends that nobody has ended: a drain that was to be the last stays that.
    var afterLife: Afterwards {
        state == .draining && afterwards == .stay ? .stay : .failure
    }

    /// A worker that never spoke has nothing to lose by a harder end.
    mutating func hurryToKill() -> [Action] {
        hurry() + hurry()
    }

    func perform(_ steps: [StopLadder.Action]) -> [Action] {
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

    mutating func rest(_ before: [Action]) -> [Action] {
        state = .stopped
        nextTryAt = nil
        return before + [.publish(.stopped)]
    }

    mutating func leave(_ before: [Action]) -> [Action] {
        process = nil
        return before + [.release, .publish(.gone)]
    }

    /// Counts the end of a life. Nil: the restart policy leaves it at that.
    mutating func judge(
        _ ended: Process, _ status: ExitStatus, _ stage: WorkerState, at now: MonotonicInstant
    ) -> RestartIntensity.Verdict? {
        switch policy.kind {
        case .temporary: return nil
        case .transient where status == .exited(code: 0) && stage != .stopping: return nil
        case .transient, .permanent: break
        }
        guard isStable(ended, at: now) else { return intensity.failed() }
        intensity.forget()
        return .ordinary
    }

    func isStable(_ process: Process, at now: MonotonicInstant) -> Bool {
        process.readyAt.map { $0.duration(to: now) >= timing.stable } ?? false
    }

    mutating func backOff(
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
