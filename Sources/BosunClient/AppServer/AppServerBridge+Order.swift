package import BusProtocol
package import EventLoop
import JSONRPC

// What is lost on the way is asked for, and large bodies are fetched.

extension AppServerBridge {
    /// The publisher has all subscriptions, as of there: for the first time, or again.
    package mutating func joined(at cursor: EventCursor, now: MonotonicInstant) -> [Action] {
        perform(order.joined(at: cursor), at: now)
    }

    /// An event has come over the stream.
    package mutating func came(_ event: Event, at now: MonotonicInstant) -> [Action] {
        perform(order.take(event), at: now)
    }

    private mutating func perform(_ outputs: [StreamOrder.Output], at now: MonotonicInstant) -> [Action] {
        outputs.flatMap { output -> [Action] in
            switch output {
            case .deliver(let event): take(event, at: now)
            case .replay(let cursor): replay(after: cursor, at: now)
            // The text of a delta comes whole in its item's end.
            case .lost(.elided): []
            case .lost(.truncated): [.tell("events are lost: the daemon does not keep them any more")]
            case .lost(.gap(let kind, let scope, let missed)):
                threads.contains(scope) ? [.tell("\(missed) events of \(kind.rawValue).\(scope) are lost")] : []
            }
        }
    }

    private mutating func replay(after cursor: EventCursor, at now: MonotonicInstant) -> [Action] {
        let params: JSON = [
            "after": ["epoch": .unsigned(cursor.epoch), "seq": .unsigned(cursor.seq)],
            "prefixes": .array(Self.prefixes.filter { $0 != "sy." }.map { .string($0) }),
        ]
        return send(
            "events/replay", params, for: .replay(after: cursor), patience: Self.ownPatience, at: now)
    }

    mutating func takePage(_ result: JSON, after cursor: EventCursor, at now: MonotonicInstant) -> [Action] {
        do throws(ClientError) {
            return perform(order.take(try ReplayedEvents(result)), at: now)
        } catch {
            return [.tell("\(error)")] + skip(cursor, at: now)
        }
    }

    mutating func missed(after cursor: EventCursor, _ error: RPCError, at now: MonotonicInstant) -> [Action] {
        [.tell("events are lost: \(error)")] + skip(cursor, at: now)
    }

    /// There is nothing to be had behind there.
    private mutating func skip(_ cursor: EventCursor, at now: MonotonicInstant) -> [Action] {
        perform(order.take(ReplayedEvents(events: [], next: cursor, isTruncated: true)), at: now)
    }

    // MARK: Large bodies

    mutating func fetch(_ ref: String, _ thread: String, at now: MonotonicInstant) -> [Action] {
        let offset = bodies[ref, default: []].count
        bodies[ref] = bodies[ref] ?? []
        return send(
            "events/body", ["ref": .string(ref), "offset": .integer(Int64(offset))],
            for: .body(ref: ref, thread: thread), patience: Self.ownPatience, at: now)
    }

    mutating func takeBody(_ result: JSON, _ ref: String, _ thread: String, at now: MonotonicInstant) -> [Action] {
        guard let size = result["size"]?.intValue,
            let data = result["data"]?.stringValue.flatMap({ Base64.decode($0) }),
            !data.isEmpty
        else { return [.tell("a large event can't be read")] + drop(ref, thread, at: now) }
        bodies[ref, default: []] += data
        guard let body = bodies[ref], body.count >= size else { return fetch(ref, thread, at: now) }
        bodies[ref] = nil
        if let event = held[thread]?.first, event.reference == ref { held[thread]?[0] = event.whole(body) }
        return release(thread, at: now)
    }

    mutating func missed(
        body ref: String, _ thread: String, _ error: RPCError, at now: MonotonicInstant
    ) -> [Action] {
        [.tell("a large event is lost: \(error)")] + drop(ref, thread, at: now)
    }

    private mutating func drop(_ ref: String, _ thread: String, at now: MonotonicInstant) -> [Action] {
        bodies[ref] = nil
        if let event = held[thread]?.first, event.reference == ref { held[thread]?.removeFirst() }
        if held[thread]?.isEmpty == true { held[thread] = nil }
        return release(thread, at: now)
    }
}

extension Event {
    var isByReference: Bool { header.flags.contains(.byReference) }

    /// Where its body is to be had; nil when it is here, or nobody says where.
    var reference: String? { isByReference ? (try? JSON(parsing: body))?["ref"]?.stringValue : nil }

    /// The same with its own body.
    func whole(_ body: [UInt8]) -> Event {
        var header = header
        header.flags.remove(.byReference)
        return Event(topic: topic, header: header, body: body)
    }
}
