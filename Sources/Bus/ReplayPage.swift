package import BusProtocol
package import JSONRPC

/// One answer to `events/replay`: what the journal has, and the deltas of this epoch between.
package struct ReplayPage: Sendable {
    /// Bytes of topics and bodies; one event is always taken, however large.
    private static let size = 1 << 20
    /// Deltas that are looked at for a page: the loop has other work.
    private static let deltasLookedAt = 20_000

    package private(set) var events: [JSON] = []
    /// From where on to ask for the next page.
    package private(set) var next: EventCursor
    private let isTruncated: Bool
    /// Deltas that were asked for are not kept any more.
    private let isElided: Bool
    private let limit: Int
    private var bytes = 0
    /// In nanoseconds since 1970: what is older is passed over.
    private var earliest: UInt64 = 0

    /// - Parameters:
    ///   - epoch: this one, whose deltas the ring has.
    package init(
        _ query: ReplayQuery, _ stored: StoredEvents, deltas: DeltaRing, epoch: UInt64
    ) {
        let start = stored.start
        limit = query.limit
        if case .since(let time) = query.start { earliest = time }
        next = start
        isTruncated = stored.isTruncated
        let wantsDeltas = query.filter.mayMatch(.delta)
        isElided = wantsDeltas && (start.epoch < epoch || deltas.lastElided > start.seq)

        var rest = stored.events[...]
        var isFull = false
        func takeStored(before seq: UInt64?) {
            while !isFull, let event = rest.first {
                if let seq, event.header.epoch == epoch, event.header.seq > seq { return }
                guard add(event.topic, event.header, event.body) else { return isFull = true }
                rest.removeFirst()
            }
        }
        if wantsDeltas, stored.through.epoch == epoch {
            let first = start.epoch == epoch ? start.seq : 0
            var looked = 0
            deltas.forEach(after: first) { topic, header, body in
                guard header.seq <= stored.through.seq else { return false }
                takeStored(before: header.seq)
                guard !isFull else { return false }
                looked += 1
                if query.filter.matches(topic) {
                    guard add(topic, header, body) else {
                        isFull = true
                        return false
                    }
                }
                if looked == Self.deltasLookedAt {
                    next = EventCursor(epoch: epoch, seq: header.seq)
                    isFull = true
                    return false
                }
                return true
            }
        }
        takeStored(before: nil)
        if !isFull { next = max(next, stored.through) }
    }

    /// The answer's result.
    package var result: JSON {
        [
            "events": .array(events),
            "next": ["epoch": .unsigned(next.epoch), "seq": .unsigned(next.seq)],
            "truncated": .bool(isTruncated), "elided": .bool(isElided),
        ]
    }

    /// False when the page is full without it.
    private mutating func add(
        _ topic: some Collection<UInt8>, _ header: EventHeader, _ body: some Collection<UInt8>
    ) -> Bool {
        guard header.unixNanoseconds >= earliest else { return true }
        guard events.isEmpty || (events.count < limit && bytes + topic.count + body.count <= Self.size) else {
            return false
        }
        bytes += topic.count + body.count
        var header = header
        header.flags.insert(.replayed)
        events.append([
            "topic": .string(String(decoding: topic, as: UTF8.self)),
            "header": .string(header.base64),
            "body": .string(String(decoding: body, as: UTF8.self)),
        ])
        next = EventCursor(epoch: header.epoch, seq: header.seq)
        return true
    }
}
