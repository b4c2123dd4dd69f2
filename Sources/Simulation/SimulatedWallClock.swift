import EventLoop

/// The time of day in a run: stamps are made of it, and nothing else.
package struct SimulatedWallClock {
    package enum Course: Sendable {
        /// As the virtual time passes.
        case steady
        /// Any moment of 130 years at each look: somebody sets the clock all the time.
        case jumping
    }

    private let course: Course
    private var source: SeededGenerator

    init(_ course: Course, seed: UInt64) {
        self.course = course
        source = SeededGenerator(seed: seed, stream: 9)
    }

    /// Milliseconds since 1970.
    mutating func unixMilliseconds(at now: MonotonicInstant) -> Int64 {
        switch course {
        case .steady: 1_795_000_000_000 + now.nanoseconds / 1_000_000
        case .jumping: Int64(source.next() % 4_102_444_800_000)
        }
    }
}
