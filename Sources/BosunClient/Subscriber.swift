public import BusProtocol
private import EventLoop

/// Events of a daemon, without end: each once, in the order of its kind and scope, over gaps, lost links and restarts of the
/// daemon.
///
///     for try await element in Subscriber(Endpoints(runDirectory: "/run/bosun"), prefixes: ["ev.", "rq."]) {
///         guard case .event(let event) = element else { continue }
///         print(event.topic)
///     }
///
/// A consumer that does not keep up is told so, and goes on from a snapshot: what waits for it never grows without bound.
/// Ends when its iterator is let go; throws `ClientError` when nobody answers at first, or what answers is no daemon.
public struct Subscriber: AsyncSequence, Sendable {
    public enum Element: Sendable {
        /// The state, the result of `events/snapshot` in JSON; the events that come next are behind it. It comes first, and
        /// after `lagged`.
        case snapshot([UInt8])
        case event(Event)
        /// Something can't be had any more.
        case lost(EventLoss)
        /// So many elements were passed over since too many waited; a snapshot follows.
        case lagged(missed: Int)
    }

    /// From where on events are wanted.
    public enum Start: Sendable {
        /// From a snapshot on.
        case now
        /// Behind that place, an iterator's `position` of earlier, as far as events are kept; without a snapshot at first.
        case after(EventCursor)
    }

    let endpoints: Endpoints
    let prefixes: [String]
    let start: Start
    let fetchesBodies: Bool
    private let buffer: Int

    /// - Parameters:
    ///   - prefixes: of topics; everything when there is none.
    ///   - fetchesBodies: Large bodies, which are published by reference, come whole. One that is not kept any more, or
    ///     that can't be had while 20,000 others wait behind it, keeps its flag `byReference`.
    ///   - buffer: Elements that may wait for the consumer.
    public init(
        _ endpoints: Endpoints, prefixes: [String] = [], from start: Start = .now, fetchesBodies: Bool = true,
        buffer: Int = 10_000
    ) {
        self.endpoints = endpoints
        self.prefixes = prefixes
        self.start = start
        self.fetchesBodies = fetchesBodies
        self.buffer = buffer
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        private var base: AsyncThrowingStream<SubscriberStep, any Error>.AsyncIterator
        private let room: SubscriberRoom

        /// Up to where `next` has given everything: whoever stores it goes on from there with `Start.after`, also in another
        /// process. It may get again what was given of later events while a gap was being mended.
        public private(set) var position: EventCursor?

        fileprivate init(_ base: AsyncThrowingStream<SubscriberStep, any Error>.AsyncIterator, _ room: SubscriberRoom) {
            self.base = base
            self.room = room
        }

        public mutating func next() async throws -> Element? {
            try await next(isolation: #isolation)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
            guard let step = try await base.next(isolation: actor) else { return nil }
            room.give()
            position = step.position ?? position
            return step.element
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        // The bound is the room's: the stream's own would not say when there is space again.
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: SubscriberStep.self, throwing: (any Error).self)
        let room = SubscriberRoom(limit: buffer)
        continuation.onTermination = { _ in room.end() }
        let feed = SubscriberFeed(self, continuation, room)
        SubscriberThreads.begin()
        do {
            try BackgroundThread.start("subscriber") { feed.run() }
        } catch {
            SubscriberThreads.end()
            continuation.finish(throwing: error)
        }
        return AsyncIterator(stream.makeAsyncIterator(), room)
    }
}
