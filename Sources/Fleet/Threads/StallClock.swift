package import EventLoop

/// How long a turn has been silent, by looks at a count of its lines.
///
/// The lines themselves are only counted as they pass, so a silence is noticed with the first look after it is long enough.
package struct StallClock: Sendable, Hashable {
    private var lines: UInt64
    private var since: MonotonicInstant
    private var isTold = false

    package init(lines: UInt64, at now: MonotonicInstant) {
        self.lines = lines
        since = now
    }

    /// Something was said, or somebody is being waited for: the silence begins anew.
    package mutating func reset(lines: UInt64, at now: MonotonicInstant) {
        self = StallClock(lines: lines, at: now)
    }

    package func hasMoved(lines: UInt64) -> Bool { lines != self.lines }

    /// Gives how long the silence has been when that is to be told: once in each that has reached `limit`.
    package mutating func silence(at now: MonotonicInstant, limit: Duration) -> Duration? {
        let silence = since.duration(to: now)
        guard !isTold, silence >= limit else { return nil }
        isTold = true
        return silence
    }
}
