import Synchronization

/// How many elements wait for a subscriber's consumer, and whether there is one still.
final class SubscriberRoom: Sendable {
    private let waiting = Atomic(0)
    private let ended = Atomic(false)
    private let limit: Int

    init(limit: Int) {
        // One that is told of its lag has two elements for that, and half of the room to take them.
        self.limit = max(limit, 4)
    }

    /// Takes a place; false when there is none.
    func take() -> Bool {
        guard waiting.load(ordering: .relaxed) < limit else { return false }
        waiting.add(1, ordering: .relaxed)
        return true
    }

    var isFree: Bool { waiting.load(ordering: .relaxed) < limit }

    func give() { waiting.subtract(1, ordering: .relaxed) }

    /// The consumer has taken in a good part of what waited.
    var isWide: Bool { waiting.load(ordering: .relaxed) <= limit / 2 }

    var isEnded: Bool { ended.load(ordering: .relaxed) }

    func end() { ended.store(true, ordering: .relaxed) }
}
