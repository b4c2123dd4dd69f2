import BosunClient
import BusProtocol
import EventLoop
import JSONRPC

/// Takes down all that a soak's daemons publish: from the stream, and from `events/replay` what the stream had not, and
/// what it had once more, so that it can be held against it.
///
/// It is none of the clients that have their losses mended: those pass over what comes twice, and here it is to be seen.
final class SoakRecorder {
    private let subscriber: EventSubscriber
    private let interruption: Interruption
    private let take: (HistoryEntry) -> Void
    /// Up to there everything has come.
    private var heard: EventCursor
    /// Up to there a replay has given what it has.
    private var replayed: EventCursor
    /// What was heard since.
    private(set) var unreplayed = 0

    /// How long a daemon may be too busy for a page.
    private static let patience = Duration.seconds(60)

    /// Of the daemon that it has joined last.
    var epoch: UInt64 { heard.epoch }

    /// Subscribes to everything and joins; `catchUp` gives what was before that. Throws `noDaemon` when nobody answers.
    init(
        _ endpoints: Endpoints, timeout: Duration, _ interruption: Interruption,
        _ take: @escaping (HistoryEntry) -> Void
    ) throws(ClientError) {
        self.interruption = interruption
        self.take = take
        // Few may wait here: what it has not read is with the daemon, and dies with it.
        subscriber = try EventSubscriber(endpoints, receiveHighWaterMark: 100)
        try subscriber.subscribe("")
        heard = try subscriber.join(timeout: timeout)
        replayed = EventCursor(epoch: 0, seq: 0)
    }

    /// Takes events until there is none for the moment. True when a daemon has let it in anew: its subscriptions outlive the
    /// daemon. Then `catchUp` is to come first.
    func record(within limit: Duration) throws(BenchError) -> Bool {
        var limit = limit
        for _ in 0..<2_000 {
            switch try next(within: limit) {
            case .event: break
            case .rejoined: return true
            case nil: return false
            }
            limit = .zero
        }
        return false
    }

    /// True at once when an event that is kept has come, and none waited before it; false when none comes within `limit`.
    func awaitKept(within limit: Duration) throws(BenchError) -> Bool {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: limit)
        guard try !record(within: .zero) else { return false }
        while case .event(let event)? = try next(within: max(.zero, clock.now.duration(to: deadline))) {
            if event.topic.kind.isDurable { return true }
        }
        return false
    }

    private func next(within limit: Duration) throws(BenchError) -> Arrival? {
        let arrival = try BenchError.wrapping { () throws(ClientError) in try subscriber.next(timeout: limit) }
        switch arrival {
        case .event(let event):
            let seen = try HistoryEvent(event)
            if seen.epoch == heard.epoch { heard = max(heard, seen.cursor) }
            unreplayed += 1
            take(.event(seen))
        case .rejoined(let cursor): heard = cursor
        case nil: break
        }
        return arrival
    }

    /// Has everything replayed that is kept of what was published since the last time, up to the last event that was heard
    /// or to the join, over a daemon's end.
    func catchUp(asking client: CommandClient) throws(BenchError) {
        var course = ReplayCourse(after: replayed, through: heard)
        while !course.isDone {
            for entry in try course.take(page(course.params, client)) { take(entry) }
        }
        replayed = heard
        unreplayed = 0
    }

    private func page(_ params: JSON, _ client: CommandClient) throws(BenchError) -> ReplayedEvents {
        let clock = MonotonicClock()
        let deadline = clock.now.advanced(by: Self.patience)
        while true {
            let reply = try client.reply(to: "events/replay", params)
            if let result = reply["result"] {
                return try BenchError.wrapping { () throws(ClientError) in try ReplayedEvents(result) }
            }
            guard CommandOutcome(reply: reply) == .notDone(.overloaded), clock.now < deadline else {
                let text = String(decoding: reply.serialized().prefix(400), as: UTF8.self)
                throw BenchError(.wrongAnswer, "events/replay: \(text)")
            }
            try interruption.wait(atMost: .milliseconds(20))
        }
    }
}
