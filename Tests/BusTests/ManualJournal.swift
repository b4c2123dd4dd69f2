import Bus
import BusProtocol
import Synchronization

/// A journal that stores when the test says so.
final class ManualJournal: EventJournal {
    private struct State {
        var events: [DurableEvent] = []
        var missed: [UInt64] = []
        var outruns = 0
        var caughtUps = 0
        var accepts = true
        var isReadyAtOnce = true
        var ready: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

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

    func outrun(_ ready: @escaping @Sendable () -> Void) {
        let isReady = state.withLock { state in
            state.outruns += 1
            if !state.isReadyAtOnce { state.ready.append(ready) }
            return state.isReadyAtOnce
        }
        if isReady { ready() }
    }

    /// From here on it says only when the test does that what it was outrun by may be sent.
    func holdOutruns() { state.withLock { $0.isReadyAtOnce = false } }

    /// Says so, to whoever asked first.
    func sayReady() {
        let ready = state.withLock { $0.ready.isEmpty ? nil : $0.ready.removeFirst() }
        ready?()
    }

    /// How often events were published before it had said what became of them, and how often that was over.
    var outruns: (begun: Int, over: Int) { state.withLock { ($0.outruns, $0.caughtUps) } }

    func caughtUp() { state.withLock { $0.caughtUps += 1 } }

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
