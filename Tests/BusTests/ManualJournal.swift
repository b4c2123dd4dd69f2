import Bus
import BusProtocol
import Synchronization

/// A journal that stores when the test says so.
final class ManualJournal: EventJournal {
    private let state = Mutex<(events: [DurableEvent], missed: [UInt64], outrun: [UInt64], accepts: Bool)>(
        ([], [], [], true))

    var events: [DurableEvent] { state.withLock { $0.events } }

    func accept(_ accepts: Bool) { state.withLock { $0.accepts = accepts } }

    func append(_ event: DurableEvent) -> Bool {
        state.withLock {
            if $0.accepts { $0.events.append(event) }
            return $0.accepts
        }
    }

    func miss(seq: UInt64) { state.withLock { $0.missed.append(seq) } }

    var missed: [UInt64] { state.withLock { $0.missed } }

    func outrun(through seq: UInt64) { state.withLock { $0.outrun.append(seq) } }

    /// Up to where events were published before it had said what became of them.
    var outruns: [UInt64] { state.withLock { $0.outrun } }

    func readBody(
        of cursor: EventCursor, from offset: Int, count: Int, _ reply: @escaping @Sendable (BodyPiece?) -> Void
    ) {
        let body = events.first { $0.header.seq == cursor.seq }?.wholeBody
        reply(body.map { BodyPiece(size: $0.count, bytes: Array($0.dropFirst(offset).prefix(count))) })
    }

    func read(_ query: ReplayQuery, through end: EventCursor, _ reply: @escaping @Sendable (StoredEvents) -> Void) {
        reply(StoredEvents(events: events, start: EventCursor(epoch: 0, seq: 0), through: end, isTruncated: false))
    }
}
