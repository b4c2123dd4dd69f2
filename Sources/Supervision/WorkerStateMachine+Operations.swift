package import ChildProcess
package import EventLoop

// What operators and the daemon ask for.
extension WorkerStateMachine {
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
    /// cut off for memory. One that grew so in a stable life is started anew at once; a limit that none can keep to is a
    /// failure each time.
    package mutating func measured(_ use: MemoryUse, limit: UInt64?, at now: MonotonicInstant) -> [Action] {
        guard state == .ready, let limit, use.resident > limit else { return [] }
        state = .draining
        afterwards = process.map { isStable($0, at: now) } == true ? .start : .failure
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
}
