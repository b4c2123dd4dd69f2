/// The quick retries of one start, for what passes by itself within the second: the whole spawn anew each time.
///
/// Only exec and fork fail transiently, so no try can run a program twice. With the standard figures the pauses are 635 ms
/// in all; a writer that stays longer is a matter for the ordinary backoff.
package struct SpawnRetry: Sendable {
    package enum Decision: Equatable, Sendable {
        case retry(after: Duration)
        case giveUp
    }

    private let tries: Int
    private var nextPause: Duration
    private var failures = 0

    package init(tries: Int = 8, firstPause: Duration = .milliseconds(5)) {
        self.tries = tries
        self.nextPause = firstPause
    }

    /// How many retries were ordered.
    package private(set) var retries = 0

    package mutating func failed(_ error: SpawnError) -> Decision {
        failures += 1
        guard error.isTransient, failures < tries else { return .giveUp }
        retries += 1
        defer { nextPause *= 2 }
        return .retry(after: nextPause)
    }
}
