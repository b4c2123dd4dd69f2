package import EventLoop

/// How many of a worker's lines may be no messages: so many in a minute, and it is not one that can be worked with.
package struct GarbageLimit {
    private static let period = Duration.seconds(60)

    private let limit: Int
    private var began: MonotonicInstant?
    private var count = 0

    package init(_ limit: Int) {
        self.limit = limit
    }

    /// Counts a line; true when that was one too many.
    package mutating func exceeded(at now: MonotonicInstant) -> Bool {
        if let began, began.duration(to: now) < Self.period {
            count += 1
        } else {
            began = now
            count = 1
        }
        return count > limit
    }
}
