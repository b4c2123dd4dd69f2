package import ChildProcess
package import EventLoop
private import Glibc

// What happens to the process, from its start to its end.
extension WorkerStateMachine {
    // MARK: Starting

    /// The supervisor gives leave to start.
    package mutating func startGranted() -> [Action] {
        guard state == .starting else { return [.endStart] }
        return [.spawn]
    }

    /// A process is there. Only `starting` asks for one: in any other state nobody would look after it, and it is killed.
    package mutating func spawned(pid: Int32, at now: MonotonicInstant) -> [Action] {
        guard state == .starting else { return [.signalGroup([SIGKILL])] }
        generation &+= 1
        process = Process(pid: pid, spawnedAt: now)
        state = .initializing
        return [.publish(.spawned(pid: pid)), .startTimer(.start, timing.start), .sendInitialize]
    }

    /// There is no process. Whoever was stopped meanwhile is not started again for that.
    package mutating func spawnFailed(_ error: SpawnError, at now: MonotonicInstant, random: Double) -> [Action] {
        guard state == .starting else { return [] }
        lastError = error.description
        if error.isTransient, case .retry(let delay) = spawnRetry.failed(error) {
            spawnRetries += 1
            return [.publish(.spawnRetry(error)), .startTimer(.spawnRetry, delay)]
        }
        // A busy executable is no life that ended: also who is never restarted is started when that is over.
        let verdict = intensity.failed(isTransient: error.isTransient)
        guard policy.kind != .temporary || error.isTransient else { return rest([.endStart]) }
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
}
