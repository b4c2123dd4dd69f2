/// How long a supervisor waits before it starts a worker again.
///
/// The delay after `failures` failures in a row is `base` × 2^(failures−1), `cap` at most, plus up to `jitter` of it.
/// Jitter only adds, so that the least delay is a promise (as in systemd and Nomad).
package struct Backoff: Sendable, Hashable {
    /// After a life that was stable.
    package var afterStableLife: Duration = .milliseconds(100)
    package var base: Duration = .seconds(1)
    package var cap: Duration = .seconds(60)
    /// The largest addition, as a fraction of the delay.
    package var jitter: Double = 0.25

    package init() {}

    /// `failures` counts from 1; 0 is a stable life's end. `random` is drawn from 0..<1 by the caller.
    package func delay(afterFailures failures: Int, random: Double) -> Duration {
        jittered(failures <= 0 ? afterStableLife : least(afterFailures: failures), random)
    }

    /// The delay for a failure that only a person can mend: a missing or broken executable.
    package func delayUntilRepaired(random: Double) -> Duration { jittered(cap, random) }

    private func least(afterFailures failures: Int) -> Duration {
        var delay = min(base, cap)
        for _ in 1..<max(failures, 1) {
            guard delay < cap else { return cap }
            delay = min(delay + delay, cap)
        }
        return delay
    }

    private func jittered(_ delay: Duration, _ random: Double) -> Duration {
        delay + delay * (jitter * min(max(random, 0), 1))
    }
}
