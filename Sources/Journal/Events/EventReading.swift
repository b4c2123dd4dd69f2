import BusProtocol

/// A replay's part that comes from the disk, gathered piece by piece: other work is done between.
struct EventReading {
    /// Bytes of topics and bodies that an answer has; one event is always taken.
    private static let size = 1 << 20
    /// Bytes that are looked at for one answer, whatever it finds.
    private static let lookedAt = 32 << 20

    private let query: ReplayQuery
    private let end: EventCursor
    private var found: StoredEvents
    private var bytes = 0
    private var looked = 0
    private var earliest: UInt64 = 0
    private(set) var isDone = false

    /// - Parameters:
    ///   - start: The query's, as a cursor.
    ///   - isTruncated: Something behind it is not kept any more.
    init(_ query: ReplayQuery, from start: EventCursor, through end: EventCursor, isTruncated: Bool) {
        self.query = query
        self.end = end
        found = StoredEvents(events: [], start: start, through: start, isTruncated: isTruncated)
        if case .since(let time) = query.start { earliest = time }
        isDone = start >= end
        if isDone { found.through = max(start, end) }
    }

    /// Behind which to go on.
    var position: EventCursor { found.through }

    /// Takes what is wanted of a batch that lies behind `position`; nil stands for one that can't be read.
    mutating func take(_ batch: UnsafeRawBufferPointer?, last: EventCursor) {
        guard !isDone else { return }
        guard let batch else {
            found.isTruncated = true
            return pass(min(last, end))
        }
        looked += batch.count
        let isSound = EventBatch.forEach(in: batch) { topic, header, body in
            let cursor = EventCursor(epoch: header.epoch, seq: header.seq)
            guard cursor > found.start else { return true }
            guard cursor <= end else { return false }
            if header.unixNanoseconds >= earliest, query.filter.matches(topic) {
                let more = topic.count + body.count
                guard found.events.isEmpty || (found.events.count < query.limit && bytes + more <= Self.size) else {
                    isDone = true
                    return false
                }
                bytes += more
                found.events.append(DurableEvent(topic: Array(topic), header: header, body: Array(body)))
            }
            found.through = max(found.through, cursor)
            return true
        }
        if !isSound { found.isTruncated = true }
        if !isDone { pass(min(last, end)) }
        if looked >= Self.lookedAt { isDone = true }
    }

    private mutating func pass(_ cursor: EventCursor) {
        found.through = max(found.through, cursor)
        if found.through >= end { isDone = true }
    }

    /// There is nothing more on disk.
    mutating func reachEnd() {
        guard !isDone else { return }
        pass(end)
    }

    /// The rest can't be read.
    mutating func fail() {
        guard !isDone else { return }
        found.isTruncated = true
        pass(end)
    }

    /// What was found; `holes` are those that may lie within.
    func result(_ holes: [EventHole]) -> StoredEvents {
        var result = found
        if holes.contains(where: { $0.isWithin(found.start, found.through) }) { result.isTruncated = true }
        return result
    }
}
