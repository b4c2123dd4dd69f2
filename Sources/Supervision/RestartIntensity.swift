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
    /// What holds from the next failure on.
    package var policy: RestartPolicy

    package init(_ policy: RestartPolicy, failures: Int = 0) {
        self.policy = policy
        self.failures = failures
    }

    package mutating func failed() -> Verdict {
        // A fleet runs for months: the count stays at its end rather than trap.
        failures = failures == .max ? .max : failures + 1
        if let limit = policy.parkAfter, failures >= limit { return .park }
        return failures == policy.crashLoop ? .crashLoop : .ordinary
    }

    /// A life was stable, or an operator starts afresh: what was before does not count.
    package mutating func forget() { failures = 0 }
}
