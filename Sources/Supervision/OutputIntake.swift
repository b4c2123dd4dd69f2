import EventLoop
import Synchronization

/// What reader loops have read and the main loop has not taken yet: first in, first out, so each worker's keeps its order.
///
/// Its bound is its readers': each has at most `OutputReader.bound` batches here, and at its end three more words.
///
/// `@unchecked Sendable`: `taking` and `next` are the main loop's own, the rest is locked or immutable.
final class OutputIntake: @unchecked Sendable {
    private struct Waiting {
        var deliveries: [OutputReader.Delivery] = []
        /// The main loop is about to look.
        var isAwaited = false
    }

    private let main: EventLoop
    private let waiting = Mutex(Waiting())
    private var taking: [OutputReader.Delivery] = []
    private var next = 0

    /// Few, as a loop's turn has few events: the sockets, with the commands, have their turn between.
    static let deliveriesOfTurn = 32

    init(on main: EventLoop) {
        self.main = main
    }

    /// From any reader's loop. The main loop is woken by the first of many only.
    func add(_ delivery: OutputReader.Delivery) {
        let isFirst = waiting.withLock { waiting in
            waiting.deliveries.append(delivery)
            defer { waiting.isAwaited = true }
            return !waiting.isAwaited
        }
        if isFirst { takeSoon() }
    }

    private func takeSoon() { main.execute { [weak self] in self?.take() } }

    private func take() {
        var left = Self.deliveriesOfTurn
        while left > 0 {
            if next == taking.count, !refill() { return }
            let delivery = taking[next]
            next += 1
            left -= 1
            delivery.reader.take(delivery.content)
        }
        takeSoon()
    }

    /// False when nothing waits: whoever adds something wakes the loop then.
    private func refill() -> Bool {
        taking.removeAll(keepingCapacity: taking.capacity <= 4_096)
        next = 0
        return waiting.withLock { waiting in
            swap(&waiting.deliveries, &taking)
            waiting.isAwaited = !taking.isEmpty
            return waiting.isAwaited
        }
    }
}
