package import BusProtocol
import EventLoop
import ZeroMQ

/// A subscriber of the events' socket.
///
/// Subscribe, join, then take what comes: after the join nothing of the subscriptions is missing but what a slow reader
/// loses, and that shows in the header's counts. `UnbrokenSubscriber` has it replayed.
/// Not Sendable: for one thread, which may wait.
package final class EventSubscriber {
    /// Frames of an event, and one to notice that there are more.
    private static let frameLimit = 4
    private static let watchInterval = Duration.milliseconds(100)

    /// How long nothing must have come before it is asked whether this client is still let in.
    private static let silence = Duration.seconds(5)

    private let endpoint: String
    private let keys: ClientKeys?
    private let socket: Socket
    private let clock = MonotonicClock()
    private var sync: String?
    private var lastHeard: MonotonicInstant

    /// Throws `noDaemon` when nobody listens, `notLetIn` when the daemon refuses this client.
    ///
    /// - Parameter receiveHighWaterMark: Events that may wait here before the daemon's own bound begins to count; 0: no bound.
    package init(_ endpoints: Endpoints, receiveHighWaterMark: Int = 10_000) throws(ClientError) {
        guard let endpoint = endpoints.events else {
            throw ClientError(.noDaemon, "no endpoint for events is named")
        }
        self.endpoint = endpoint
        keys = endpoints.keys
        try Listener.require(at: endpoint, .sub, keys)
        lastHeard = clock.now
        socket = try ClientError.wrapping { () throws(ZeroMQError) in
            let socket = try Socket(.sub, in: Context())
            // Subscriptions are messages to the publisher: above a bound libzmq would drop them in silence.
            try socket.set(.sendHighWaterMark, 0)
            try socket.set(.receiveHighWaterMark, receiveHighWaterMark)
            try socket.use(endpoints.keys)
            try socket.connect(endpoint)
            return socket
        }
    }

    /// Asks for every topic that starts with `prefix`, all of them when it is empty.
    package func subscribe(_ prefix: String) throws(ClientError) {
        try ClientError.wrapping { () throws(ZeroMQError) in try socket.subscribe(prefix) }
    }

    /// Waits until the publisher has all subscriptions, and gives where in the order of events that was.
    ///
    /// What comes before is dropped, so that `next` gives every event behind that place and none before.
    /// Throws `noDaemon` when nobody answers within `timeout`, `notLetIn` when the daemon turns this client away.
    package func join(timeout: Duration) throws(ClientError) -> EventCursor {
        let deadline = clock.now.advanced(by: timeout)
        let sync = "\(Topic.syncPrefix)\(CommandID.random())"
        try ClientError.wrapping { () throws(ZeroMQError) in
            if let earlier = self.sync { try socket.unsubscribe(earlier) }
            try socket.subscribe(sync)
        }
        self.sync = sync
        while true {
            switch try take(until: min(deadline, clock.now.advanced(by: Self.watchInterval))) {
            case .rejoined(let cursor): return cursor
            case .event: continue
            case nil:
                let left = clock.now.duration(to: deadline)
                guard left > .zero else {
                    try Listener.requireEntrance(at: endpoint, .sub, keys, within: Self.watchInterval * 10)
                    throw ClientError(.noDaemon, "no answer at \(Listener.name(of: endpoint)) within \(timeout)")
                }
                try Listener.require(at: endpoint, .sub, keys, within: left)
            }
        }
    }

    /// The next that comes, within `timeout`; else nil. What can't be read throws `malformedEvent`, and the next call goes
    /// on behind it. Throws `notLetIn` when the daemon does not know this client any more.
    package func next(timeout: Duration) throws(ClientError) -> Arrival? {
        try take(until: clock.now.advanced(by: timeout))
    }

    private func take(until deadline: MonotonicInstant) throws(ClientError) -> Arrival? {
        while true {
            let left = max(.zero, clock.now.duration(to: deadline))
            let message = try ClientError.wrapping { () throws(ZeroMQError) in
                try socket.receiveMultipart(limit: Self.frameLimit, timeout: left)
            }
            guard let message else {
                try checkLink()
                return nil
            }
            lastHeard = clock.now
            guard message[0].text.hasPrefix(Topic.syncPrefix) else { return .event(try Event(message)) }
            // Another subscriber's echo comes here too when the empty prefix is subscribed.
            guard message[0].text == sync else {
                guard clock.now < deadline else { return nil }
                continue
            }
            guard message.count == 3, message.discarded == 0,
                let header = message[1].withUnsafeBytes({ EventHeader(decoding: $0) })
            else { throw ClientError(.malformedEvent, "an echo that can't be read") }
            return .rejoined(EventCursor(epoch: header.epoch, seq: header.seq))
        }
    }

    /// A link that libzmq makes anew may be refused, of which it says nothing. A daemon that is away is waited for.
    private func checkLink() throws(ClientError) {
        guard lastHeard.duration(to: clock.now) > Self.silence else { return }
        try Listener.requireEntrance(at: endpoint, .sub, keys, within: Self.watchInterval * 10)
        lastHeard = clock.now
    }
}
