/// When a sweep looks again, and when it is over: decided by what its looks have shown.
package struct SweepCourse: Sendable {
    /// What one look has shown.
    package struct Look: Sendable, Hashable {
        /// Processes that are to end, and were not found before.
        package var found = 0
        /// Processes that were told to end, and have not.
        package var unended = 0
        /// A process has ended since the look before: its children may have gone to another parent while they were looked
        /// for.
        package var hasSeenAnEnd = false

        package init(found: Int = 0, unended: Int = 0, hasSeenAnEnd: Bool = false) {
            self.found = found
            self.unended = unended
            self.hasSeenAnEnd = hasSeenAnEnd
        }
    }

    package enum Step: Sendable, Hashable {
        case again(after: Duration)
        /// Nothing is left.
        case over
        /// Something does not end.
        case givenUp
    }

    private let limit: Duration
    private let pause: Duration
    private var unsteadyLooks = 0

    /// Where programs start and end all the time, some process has always just ended.
    private static let mostUnsteadyLooks = 10

    /// - Parameters:
    ///   - limit: How long a killed process has to end.
    ///   - pause: Between one look and the next.
    package init(limit: Duration = .seconds(5), pause: Duration = .milliseconds(20)) {
        self.limit = limit
        self.pause = pause
    }

    /// - Parameter elapsed: since the sweep's beginning.
    package mutating func next(after look: Look, elapsed: Duration) -> Step {
        guard look.found == 0, look.unended == 0 else {
            unsteadyLooks = 0
            return elapsed < limit ? .again(after: pause) : .givenUp
        }
        guard look.hasSeenAnEnd, unsteadyLooks < Self.mostUnsteadyLooks, elapsed < limit else { return .over }
        unsteadyLooks += 1
        // What has ended has handed its children over.
        return .again(after: .zero)
    }
}
