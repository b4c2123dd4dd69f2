/// Whose remains are to be swept, and who waits for that: decided.
///
/// There is one sweep at a time, and it is for all. Whoever ends while one goes on is the next one's.
package struct SweepQueue: Sendable {
    package enum Action: Sendable, Hashable {
        /// Call `due()` after so long.
        case wait(Duration)
        /// Sweep, then call `over`.
        case sweep
        /// Call `waited(for:)` with that number after so long.
        case startTimer(UInt64, Duration)
        /// It may start.
        case start(UInt64)
        /// All had ended, and nothing of them is left that would end.
        case allSwept
    }

    /// For all that end within a moment there is one sweep.
    private static let delay = Duration.milliseconds(20)
    /// How long a start waits for a sweep, which may hang.
    private static let longestWait = Duration.seconds(2)
    /// Before what did not end is looked at again: its children go to this process when it does.
    private static let pauseBeforeRest = Duration.seconds(1)

    /// Whose processes have ended since the sweep under way began.
    private var unswept: Set<UInt64> = []
    /// Whom the sweep under way is for.
    private var sweeping: Set<UInt64> = []
    private var isUnderWay = false
    private var isUnfinished = false
    private var isStopping = false
    /// Starts that wait, each with the number of its wait.
    private var waiting: [UInt64: UInt64] = [:]
    private var waits: UInt64 = 0

    package init() {}

    /// A worker's process has ended, and it has let go of it.
    package mutating func ended(_ worker: UInt64) -> [Action] {
        let isFirst = unswept.isEmpty
        unswept.insert(worker)
        return isFirst && !isUnderWay ? [.wait(Self.delay)] : []
    }

    /// The worker may start: at once, or when its former life has been swept.
    package mutating func granted(_ worker: UInt64) -> [Action] {
        guard unswept.contains(worker) || sweeping.contains(worker) else { return [.start(worker)] }
        waits += 1
        waiting[worker] = waits
        return [.startTimer(waits, Self.longestWait)] + begin()
    }

    /// It does not want to start any more.
    package mutating func startEnded(_ worker: UInt64) { waiting[worker] = nil }

    /// A start has waited long enough.
    package mutating func waited(for wait: UInt64) -> [Action] {
        guard let worker = waiting.first(where: { $0.value == wait })?.key else { return [] }
        waiting[worker] = nil
        return [.start(worker)]
    }

    /// A wait is over.
    package mutating func due() -> [Action] { unswept.isEmpty && !isUnfinished ? [] : begin() }

    /// Every worker has ended, for good: one more sweep is for whatever there is.
    package mutating func allEnded() -> [Action] {
        isStopping = true
        return begin()
    }

    /// A sweep has ended. `isUnfinished`: something of what it found is left.
    package mutating func over(isUnfinished: Bool) -> [Action] {
        guard isUnderWay else { return [] }
        isUnderWay = false
        sweeping = []
        self.isUnfinished = isUnfinished
        let starts = waiting.keys.filter { !unswept.contains($0) }.sorted()
        for worker in starts { waiting[worker] = nil }
        return starts.map { .start($0) } + next()
    }

    private mutating func next() -> [Action] {
        guard unswept.isEmpty else { return waiting.isEmpty && !isStopping ? [.wait(Self.delay)] : begin() }
        if isStopping { return [.allSwept] }
        return isUnfinished ? [.wait(Self.pauseBeforeRest)] : []
    }

    private mutating func begin() -> [Action] {
        guard !isUnderWay else { return [] }
        isUnderWay = true
        isUnfinished = false
        sweeping = unswept
        unswept = []
        return [.sweep]
    }
}
