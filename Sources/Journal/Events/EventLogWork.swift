import BusProtocol

/// What waits for the log's thread.
struct EventLogWork {
    struct Read {
        let query: ReplayQuery
        let end: EventCursor
        let reply: @Sendable (StoredEvents) -> Void
    }

    struct BodyRead {
        let cursor: EventCursor
        let offset: Int
        let count: Int
        let reply: @Sendable (BodyPiece?) -> Void
    }

    var events: [DurableEvent] = []
    /// Not on disk yet, in order; those that were there at the start are not among them.
    var holes: [EventHole] = []
    var reads: [Read] = []
    var bodies: [BodyRead] = []
    /// Called when all that waits now is written, or can't be.
    var barriers: [@Sendable () -> Void] = []
    /// The last event that was taken or missed was missed: the next one that is belongs to the same hole.
    private var isMissing = false

    /// Whether there is something that can't wait for the next event: holes can.
    var isWanted: Bool { !events.isEmpty || !reads.isEmpty || !bodies.isEmpty || !barriers.isEmpty }

    mutating func takeAll() -> EventLogWork {
        var successor = EventLogWork()
        successor.isMissing = isMissing
        defer { self = successor }
        return self
    }

    mutating func take(_ event: DurableEvent) {
        events.append(event)
        isMissing = false
    }

    /// The event is not kept.
    mutating func miss(_ cursor: EventCursor) {
        if isMissing, let last = holes.indices.last, holes[last].epoch == cursor.epoch {
            // Events that the thread had in its hands may be missed later than those behind them.
            holes[last].first = min(holes[last].first, cursor.seq)
            holes[last].last = max(holes[last].last, cursor.seq)
        } else {
            holes.append(EventHole(epoch: cursor.epoch, first: cursor.seq, last: cursor.seq))
        }
        isMissing = true
    }
}
