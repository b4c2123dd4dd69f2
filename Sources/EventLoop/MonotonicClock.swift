private import Glibc

/// The machine's monotonic clock.
package struct MonotonicClock: LoopClock {
    package init() {}

    package var now: MonotonicInstant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicInstant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    package var advancesByItself: Bool { true }

    package func onAdvance(_ body: @escaping @Sendable () -> Void) {}
}
