/// How often a worker has failed since its last stable life.
package struct RestartIntensity: Sendable, Hashable {
    /// What a failure amounts to, beyond itself.
    package enum Verdict: Sendable, Hashable {
        case ordinary
        /// Told once in a row of failures.
        case crashLoop
        /// Not to be tried again.
        case park
    }

    package private(set) var failures: Int
    /// Those of them that say nothing of the worker itself.
    private var excused = 0
    /// What holds from the next failure on.
    package var policy: RestartPolicy

    package init(_ policy: RestartPolicy, failures: Int = 0) {
        self.policy = policy
        self.failures = failures
    }

    /// - Parameter isTransient: what failed passes by itself, as a busy executable does: nobody is parked for that.
    package mutating func failed(isTransient: Bool = false) -> Verdict {
        // A fleet runs for months: the count stays at its end rather than trap.
        failures = failures == .max ? .max : failures + 1
        if isTransient { excused = min(excused + 1, failures) }
        if let limit = policy.parkAfter, !isTransient, failures - excused >= limit { return .park }
        return failures == policy.crashLoop ? .crashLoop : .ordinary
    }

    /// A life was stable, or an operator starts afresh: what was before does not count.
    package mutating func forget() {
        failures = 0
        excused = 0
    }
}
