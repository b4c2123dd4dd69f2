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

    mutating func fetch(_ body: LargeBody, _ thread: String, at now: MonotonicInstant) -> [Action] {
        bodies[body.reference] = body
        return send(
            "events/body", body.request, for: .body(ref: body.reference, thread: thread), patience: Self.ownPatience,
            at: now)
    }

    mutating func takeBody(_ result: JSON, _ ref: String, _ thread: String, at now: MonotonicInstant) -> [Action] {
        do throws(ClientError) {
            // In its place: a copy for each piece would be many times the body.
            guard let whole = try bodies[ref]?.take(result) else {
                return bodies[ref].map { fetch($0, thread, at: now) } ?? []
            }
            bodies[ref] = nil
            if let event = waiting(of: thread, for: ref) { held[thread]?[0] = event.whole(whole) }
            return release(thread, at: now)
        } catch {
            return [.tell("a large event can't be read: \(error)")] + drop(ref, thread, at: now)
        }
    }

    mutating func missed(
        body ref: String, _ thread: String, _ error: RPCError, at now: MonotonicInstant
    ) -> [Action] {
        [.tell("a large event is lost: \(error)")] + drop(ref, thread, at: now)
    }

    private mutating func drop(_ ref: String, _ thread: String, at now: MonotonicInstant) -> [Action] {
        bodies[ref] = nil
        if waiting(of: thread, for: ref) != nil { held[thread]?.removeFirst() }
        if held[thread]?.isEmpty == true { held[thread] = nil }
        return release(thread, at: now)
    }

    /// The thread's first event that waits, if it is for that body.
    private func waiting(of thread: String, for ref: String) -> Event? {
        held[thread]?.first.flatMap { LargeBody(of: $0)?.reference == ref ? $0 : nil }
    }
}
