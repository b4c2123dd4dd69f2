import BusProtocol

/// What a `Subscriber`'s thread does: it reads, and passes on what the consumer has room for.
struct SubscriberFeed: Sendable {
    private let wish: Subscriber
    private let continuation: AsyncThrowingStream<SubscriberStep, any Error>.Continuation
    private let room: SubscriberRoom

    /// How soon it is seen that nobody listens any more, or that the consumer has room again.
    private static let watchInterval = Duration.milliseconds(100)

    init(
        _ wish: Subscriber, _ continuation: AsyncThrowingStream<SubscriberStep, any Error>.Continuation,
        _ room: SubscriberRoom
    ) {
        self.wish = wish
        self.continuation = continuation
        self.room = room
    }

    func run() {
        defer { SubscriberThreads.end() }
        do throws(ClientError) {
            var subscriber = try begin()
            // Deliveries that were passed over since there was no room.
            var missed = 0
            while !room.isEnded, !SubscriberThreads.haveToEnd {
                if missed > 0, room.isWide, let fresh = try goOn(missed) {
                    subscriber = fresh
                    missed = 0
                }
                // What is replayed can wait where it is kept; what is said meanwhile can't for ever.
                if missed == 0, !room.isFree, subscriber.isReplaying, !subscriber.isOverrun {
                    try hear(subscriber)
                    continue
                }
                guard let delivery = try next(of: subscriber) else { continue }
                if missed > 0 || !pass(delivery, at: subscriber.position) { missed += 1 }
            }
        } catch {
            continuation.finish(throwing: error)
        }
    }

    private func begin() throws(ClientError) -> UnbrokenSubscriber {
        switch wish.start {
        case .after(let cursor): return try join(from: .after(cursor))
        case .now:
            let (subscriber, snapshot) = try joinWithSnapshot()
            isTaken(.snapshot(snapshot), at: subscriber.position)
            return subscriber
        }
    }

    private func join(from start: UnbrokenSubscriber.Start) throws(ClientError) -> UnbrokenSubscriber {
        try UnbrokenSubscriber(
            wish.endpoints, prefixes: wish.prefixes, from: start, fetchesBodies: wish.fetchesBodies)
    }

    /// First the subscription, then the state: nothing falls between.
    private func joinWithSnapshot() throws(ClientError) -> (UnbrokenSubscriber, snapshot: [UInt8]) {
        let subscriber = try join(from: .now)
        return (subscriber, try subscriber.snapshot())
    }

    private func hear(_ subscriber: UnbrokenSubscriber) throws(ClientError) {
        do throws(ClientError) {
            _ = try subscriber.hear(timeout: .milliseconds(10))
        } catch {
            guard case .malformedEvent = error.code else { throw error }
        }
    }

    /// What is no event is passed over: the next one may be fine, and a gap shows if it was one.
    private func next(of subscriber: UnbrokenSubscriber) throws(ClientError) -> UnbrokenSubscriber.Delivery? {
        do throws(ClientError) {
            return try subscriber.next(timeout: Self.watchInterval)
        } catch {
            guard case .malformedEvent = error.code else { throw error }
            return nil
        }
    }

    /// False when there is no room.
    private func pass(_ delivery: UnbrokenSubscriber.Delivery, at position: EventCursor?) -> Bool {
        switch delivery {
        case .event(let event): isTaken(.event(event), at: position)
        case .lost(let loss): isTaken(.lost(loss), at: position)
        case .rejoined: true
        }
    }

    @discardableResult
    private func isTaken(_ element: Subscriber.Element, at position: EventCursor?) -> Bool {
        guard room.take() else { return false }
        continuation.yield(SubscriberStep(element: element, position: position))
        return true
    }

    /// Goes on from a snapshot; nil while the daemon can't be asked.
    private func goOn(_ missed: Int) throws(ClientError) -> UnbrokenSubscriber? {
        do throws(ClientError) {
            let (fresh, snapshot) = try joinWithSnapshot()
            // That much room there is.
            isTaken(.lagged(missed: missed), at: nil)
            isTaken(.snapshot(snapshot), at: fresh.position)
            return fresh
        } catch {
            guard error.isPassing else { throw error }
            return nil
        }
    }
}
