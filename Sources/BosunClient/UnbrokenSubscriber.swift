package import BusProtocol
private import EventLoop
private import Glibc
package import JSONRPC

/// A subscriber that gets what it lost from the daemon's replay: over gaps, links that were cut, and restarts of the daemon
/// each event comes once, in the order of its kind and scope (`StreamOrder`).
///
/// Not Sendable: for one thread, which may wait.
package final class UnbrokenSubscriber {
    package enum Delivery: Sendable {
        case event(Event)
        case lost(EventLoss)
        /// The publisher has let it in again; what was missed meanwhile follows.
        case rejoined(EventCursor)
    }

    /// From where on events are wanted.
    package enum Start: Sendable {
        case now
        /// Behind that event.
        case after(EventCursor)
        /// In nanoseconds since 1970, by the daemon's clock.
        case since(unixNanoseconds: UInt64)
    }

    /// How long one page of a replay may take.
    private static let patience = Duration.seconds(20)
    /// Before a page that could not be had is asked for again.
    private static let retryPause = Duration.milliseconds(200)

    private let endpoints: Endpoints
    private let filter: TopicFilter
    private let fetchesBodies: Bool
    /// How much may wait behind an event whose body can't be had, or for a reader that has no room.
    private let readyLimit: Int
    private let subscriber: EventSubscriber
    private let clock = MonotonicClock()
    private var order: StreamOrder
    private var ready = DeliveryQueue()
    /// The page that is to be asked for, and when.
    private var replay: (after: EventCursor, at: MonotonicInstant)?
    private var commands: CommandClient?
    /// The body that the first of `ready` waits for.
    private var body: LargeBody?
    /// Before that, the daemon is not asked for it again.
    private var bodyAt: MonotonicInstant?

    /// Subscribes and joins. Throws `noDaemon` when nobody answers within `timeout`.
    ///
    /// - Parameters:
    ///   - prefixes: of topics; everything when there is none.
    ///   - fetchesBodies: Large bodies, which are published by reference, come whole. One that is not kept any more, or
    ///     that can't be had while `readyLimit` others wait behind it, keeps its flag `byReference`.
    ///   - receiveHighWaterMark: Events that may wait here before the daemon's own bound begins to count; 0: no bound.
    package init(
        _ endpoints: Endpoints, prefixes: [String], from start: Start = .now, fetchesBodies: Bool = false,
        readyLimit: Int = 20_000, receiveHighWaterMark: Int = 100_000, timeout: Duration = .seconds(5)
    ) throws(ClientError) {
        self.endpoints = endpoints
        self.fetchesBodies = fetchesBodies
        self.readyLimit = readyLimit
        let prefixes = prefixes.isEmpty ? [""] : prefixes
        filter = TopicFilter(prefixes)
        let marks = Self.marks(prefixes)
        order = StreamOrder(prefixes: prefixes + marks)
        subscriber = try EventSubscriber(endpoints, receiveHighWaterMark: receiveHighWaterMark)
        for prefix in prefixes + marks { try subscriber.subscribe(prefix) }
        let joined = try subscriber.join(timeout: timeout)
        switch start {
        case .now: break
        case .after(let cursor): order = StreamOrder(prefixes: prefixes + marks, position: cursor)
        case .since(let time):
            let cursor = try place(of: time, through: joined, timeout)
            order = StreamOrder(prefixes: prefixes + marks, position: cursor)
        }
        take(order.joined(at: joined))
    }

    /// Up to where `next` has given all that was asked for: a later subscription may go on from there. It may get again
    /// what was given of later events while a gap was being mended.
    package var position: EventCursor? {
        order.complete.map { min($0, ready.earliest ?? $0) }
    }

    /// The next that comes, within `timeout`; else nil. What can't be read throws `malformedEvent`, and the next call goes on
    /// behind it; a page of a replay that can't throws `garbageReply`, and is asked for again.
    package func next(timeout: Duration) throws(ClientError) -> Delivery? {
        let deadline = clock.now.advanced(by: timeout)
        while true {
            let now = clock.now
            if let delivery = try takeReady(at: now) { return delivery }
            if let replay, replay.at <= now {
                self.replay = nil
                try fetch(after: replay.after)
                continue
            }
            let until = min(deadline, replay?.at ?? deadline, bodyAt ?? deadline)
            let isHeard = try hear(timeout: max(.zero, now.duration(to: until)))
            if clock.now >= deadline, bodyAt != nil || (!isHeard && ready.isEmpty) { return nil }
        }
    }

    /// Takes in what comes next, without giving it: for a reader that has no room now. False when nothing came within
    /// `timeout`.
    package func hear(timeout: Duration) throws(ClientError) -> Bool {
        switch try subscriber.next(timeout: timeout) {
        case .event(let event): take(order.take(event))
        case .rejoined(let cursor):
            ready.append(.rejoined(cursor))
            take(order.joined(at: cursor))
        case nil: return false
        }
        return true
    }

    /// Whether what comes next is had from the daemon's replay, which waits as long as it has to.
    package var isReplaying: Bool { !order.isLive || !ready.isEmpty }

    /// The replay runs behind the stream: more came meanwhile than is held.
    package var isOverrun: Bool { order.hasOverflowed || ready.count > readyLimit }

    /// The state as of now, `events/snapshot`'s result in JSON; what comes next is behind it.
    package func snapshot() throws(ClientError) -> [UInt8] {
        let result = try patiently("events/snapshot", params: params([:]), timeout: Self.patience)
        guard let epoch = result.value["epoch"]?.unsignedValue, let seq = result.value["seq"]?.unsignedValue else {
            throw ClientError(.garbageReply, "a snapshot has epoch and seq")
        }
        let cursor = EventCursor(epoch: epoch, seq: seq)
        ready.drop(through: cursor)
        take(order.pass(to: cursor))
        (body, bodyAt) = (nil, nil)
        return result.bytes
    }

    /// Asks the daemon, over this subscriber's own link for commands.
    package func call(
        _ method: String, params: JSON = [:], timeout: Duration = UnbrokenSubscriber.patience
    ) throws(ClientError) -> CommandResult {
        let commands: CommandClient
        if let known = self.commands { commands = known } else { commands = try CommandClient(endpoints) }
        self.commands = commands
        do throws(ClientError) {
            return try commands.call(method, params: params, timeout: timeout)
        } catch {
            // What may come late must not be taken for an answer to something else.
            if case .rpc = error.code {} else { self.commands = nil }
            throw error
        }
    }

    // MARK: Parts

    /// Asks again when the daemon has no time for it.
    private func patiently(
        _ method: String, params: JSON, timeout: Duration
    ) throws(ClientError) -> CommandResult {
        let deadline = clock.now.advanced(by: timeout)
        while true {
            do throws(ClientError) {
                return try call(method, params: params, timeout: timeout)
            } catch {
                guard case .rpc(let answer) = error.code, answer.isRetryable, clock.now < deadline else { throw error }
                usleep(UInt32(clamping: Self.retryPause.milliseconds * 1_000))
            }
        }
    }

    /// What the daemon says of how far it has come, so that the last event's loss shows as well.
    private static func marks(_ prefixes: [String]) -> [String] {
        let threads = prefixes.compactMap { prefix -> String? in
            let parts = prefix.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count > 2, EventKind(rawValue: String(parts[0])) != nil, !parts[1].isEmpty else { return nil }
            return "\(EventKind.system.rawValue).\(parts[1]).watermark"
        }
        return [StreamMarks.heartbeatTopic] + Set(threads).sorted()
    }

    private func take(_ outputs: [StreamOrder.Output]) {
        for output in outputs {
            switch output {
            case .deliver(let event): if isWanted(event) { ready.append(.event(event)) }
            case .lost(let loss): ready.append(.lost(loss))
            case .replay(let cursor): replay = (cursor, clock.now)
            }
        }
    }

    private func isWanted(_ event: Event) -> Bool { filter.matches("\(event.topic)".utf8) }

    /// The first that is ready; nil when none is, or its body can't be had yet.
    private func takeReady(at now: MonotonicInstant) throws(ClientError) -> Delivery? {
        if let bodyAt, now < bodyAt { return nil }
        bodyAt = nil
        guard fetchesBodies, case .event(let event)? = ready.first else { return ready.popFirst() }
        body = body ?? LargeBody(of: event)
        do throws(ClientError) {
            while let request = body?.request {
                // In its place: a copy for each piece would be many times the body.
                guard let whole = try body?.take(call("events/body", params: request).value) else { continue }
                body = nil
                ready.popFirst()
                return .event(event.whole(whole))
            }
            return ready.popFirst()
        } catch {
            // So much may wait behind it, and no more.
            guard !error.isPassing || ready.count > readyLimit else {
                bodyAt = now.advanced(by: Self.retryPause)
                return nil
            }
            body = nil
            // What can't be had any more comes as it was published; anything else is for whoever waits to know.
            ready.popFirst()
            switch error.code {
            case .rpc, .noDaemon: return .event(event)
            default: throw error
            }
        }
    }

    /// Gets a page. One that could not be had, or read, is asked for again later: nothing else mends what is missing. Throws
    /// when it is not only that the daemon has no time for it, or is not there.
    private func fetch(after cursor: EventCursor) throws(ClientError) {
        let place: JSON = ["epoch": .unsigned(cursor.epoch), "seq": .unsigned(cursor.seq)]
        do throws(ClientError) {
            take(order.take(try ReplayedEvents(call("events/replay", params: params(["after": place])).value)))
        } catch {
            replay = (cursor, clock.now.advanced(by: Self.retryPause))
            guard error.isPassing else { throw error }
        }
    }

    private func params(_ more: JSON) -> JSON {
        var params = more
        // More than the daemon takes: then everything, of which the rest is left out here.
        if filter.prefixes.count <= ReplayQuery.prefixLimit {
            params["prefixes"] = .array(filter.prefixes.map { .string($0) })
        }
        return params
    }

    /// The place behind which all that is of that time or later lies.
    private func place(
        of time: UInt64, through end: EventCursor, _ timeout: Duration
    ) throws(ClientError) -> EventCursor {
        var start: JSON = ["sinceMs": .unsigned(time / 1_000_000)]
        while true {
            start["limit"] = 1
            let page = try ReplayedEvents(
                patiently("events/replay", params: params(start), timeout: timeout).value)
            if page.isTruncated { ready.append(.lost(.truncated)) }
            if let first = page.events.first {
                return EventCursor(epoch: first.cursor.epoch, seq: first.cursor.seq - 1)
            }
            guard page.next < end else { return end }
            let next: JSON = ["epoch": .unsigned(page.next.epoch), "seq": .unsigned(page.next.seq)]
            start = ["after": next]
        }
    }
}
