import EventLoop

/// Whether a worker lives that says nothing: after a silence it is asked something, and any output is an answer.
struct Liveness {
    enum Action: Equatable {
        /// Look again after that.
        case wait(Duration)
        /// Ask, and look again after that.
        case ask(Duration)
        /// It was asked often enough.
        case giveUp
    }

    private let limits: WorkerSpec.Timing.Liveness
    private var heardAt: MonotonicInstant
    private var asked: (at: MonotonicInstant, misses: Int)?

    init(_ limits: WorkerSpec.Timing.Liveness, at now: MonotonicInstant) {
        self.limits = limits
        heardAt = now
    }

    /// Some of its output has come.
    mutating func heard(at now: MonotonicInstant) { heardAt = now }

    /// The time that was to be waited is over.
    mutating func look(at now: MonotonicInstant) -> Action {
        let silence = heardAt.duration(to: now)
        if let asked, heardAt <= asked.at {
            let misses = asked.misses + 1
            guard misses < limits.misses else { return .giveUp }
            self.asked = (asked.at, misses)
            return .ask(limits.answer)
        }
        guard silence >= limits.silence else {
            asked = nil
            return .wait(limits.silence - silence)
        }
        asked = (now, 0)
        return .ask(limits.answer)
    }
}
