import BusProtocol
import JSONRPC

/// What a `Subscriber`'s thread does: it reads, and passes on what the consumer has room for.
struct SubscriberFeed: Sendable {
    private let endpoints: Endpoints
    private let prefixes: [String]
    private let start: Subscriber.Start
    private let continuation: AsyncThrowingStream<Subscriber.Element, any Error>.Continuation
    private let room: SubscriberRoom

    /// How soon it is seen that nobody listens any more, or that the consumer has room again.
    private static let watchInterval = Duration.milliseconds(100)

    init(
        _ endpoints: Endpoints, _ prefixes: [String], _ start: Subscriber.Start,
        _ continuation: AsyncThrowingStream<Subscriber.Element, any Error>.Continuation, _ room: SubscriberRoom
    ) {
        self.endpoints = endpoints
        self.prefixes = prefixes
        self.start = start
        self.continuation = continuation
        self.room = room
    }

    func run() {
        defer { SubscriberThreads.end() }
        do throws(ClientError) {
            var subscriber = try join()
            // Deliveries that were passed over since there was no room.
            var missed = 0
            while !room.isEnded, !SubscriberThreads.haveToEnd {
                if missed > 0, room.isWide, let fresh = try goOn(missed) {
                    subscriber = fresh
                    missed = 0
                }
                guard let delivery = try next(of: subscriber) else { continue }
                if missed > 0 || !pass(delivery) { missed += 1 }
            }
        } catch {
            continuation.finish(throwing: error)
        }
    }

    private func join() throws(ClientError) -> UnbrokenSubscriber {
        switch start {
        case .now: try UnbrokenSubscriber(endpoints, prefixes: prefixes)
        case .after(let cursor): try UnbrokenSubscriber(endpoints, prefixes: prefixes, from: .after(cursor))
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
    private func pass(_ delivery: UnbrokenSubscriber.Delivery) -> Bool {
        switch delivery {
        case .event(let event): isTaken(.event(event))
        case .lost(let loss): isTaken(.lost(loss))
        case .rejoined: true
        }
    }

    private func isTaken(_ element: Subscriber.Element) -> Bool {
        guard room.take() else { return false }
        continuation.yield(element)
        return true
    }

    /// Goes on from a snapshot; nil while the daemon can't be asked.
    private func goOn(_ missed: Int) throws(ClientError) -> UnbrokenSubscriber? {
        do throws(ClientError) {
            // First the subscription, then the state: nothing falls between.
            let fresh = try UnbrokenSubscriber(endpoints, prefixes: prefixes)
            let snapshot = try fresh.snapshot()
            return isTaken(.lagged(missed: missed, snapshot: snapshot)) ? fresh : nil
        } catch {
            guard case .noDaemon = error.code else { throw error }
            return nil
        }
    }
}
