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
        case event(Event)
        /// Something can't be had any more.
        case lost(EventLoss)
        /// Events were passed over since too many waited; the state is `snapshot`, the result of `events/snapshot` in JSON,
        /// and what comes next is behind it.
        case lagged(missed: Int, snapshot: [UInt8])
    }

    /// From where on events are wanted.
    public enum Start: Sendable {
        case now
        /// Behind that event, as far as it is kept.
        case after(EventCursor)
    }

    private let endpoints: Endpoints
    private let prefixes: [String]
    private let start: Start
    private let buffer: Int

    /// - Parameters:
    ///   - prefixes: of topics; everything when there is none.
    ///   - buffer: Events that may wait for the consumer.
    public init(_ endpoints: Endpoints, prefixes: [String] = [], from start: Start = .now, buffer: Int = 10_000) {
        self.endpoints = endpoints
        self.prefixes = prefixes
        self.start = start
        self.buffer = buffer
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        private var base: AsyncThrowingStream<Element, any Error>.AsyncIterator
        private let room: SubscriberRoom

        fileprivate init(_ base: AsyncThrowingStream<Element, any Error>.AsyncIterator, _ room: SubscriberRoom) {
            self.base = base
            self.room = room
        }

        public mutating func next() async throws -> Element? {
            try await next(isolation: #isolation)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
            let element = try await base.next(isolation: actor)
            if element != nil { room.give() }
            return element
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        // The bound is the room's: the stream's own would not say when there is space again.
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: Element.self, throwing: (any Error).self)
        let room = SubscriberRoom(limit: buffer)
        continuation.onTermination = { _ in room.end() }
        let feed = SubscriberFeed(endpoints, prefixes, start, continuation, room)
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
