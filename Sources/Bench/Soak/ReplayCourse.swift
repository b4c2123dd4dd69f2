import BosunClient
import BusProtocol
import JSONRPC

/// What is asked of `events/replay` page after page, from one place to another, and what the checker is told of it: over
/// the end of a daemon, too, and of those that came and went between.
struct ReplayCourse {
    /// Behind which the next page is to begin.
    private(set) var after: EventCursor
    private let end: EventCursor
    private(set) var isDone: Bool

    init(after: EventCursor, through end: EventCursor) {
        self.after = after
        self.end = end
        isDone = after >= end
    }

    /// The next page's params: of the kinds that are kept over a daemon's death.
    var params: JSON {
        [
            "after": ["epoch": .unsigned(after.epoch), "seq": .unsigned(after.seq)],
            "prefixes": .array(EventKind.allCases.filter(\.isDurable).map { .string("\($0.rawValue).") }),
            "limit": 10_000,
        ]
    }

    /// Throws when it leads no further.
    mutating func take(_ page: ReplayedEvents) throws(BenchError) -> [HistoryEntry] {
        var entries: [HistoryEntry] = page.isTruncated ? [.truncated(after: after)] : []
        var place = after
        for event in page.events where event.cursor <= end {
            entries += Self.crossing(from: &place, to: event.cursor.epoch)
            entries.append(.event(try HistoryEvent(event)))
        }
        let next = min(page.next, end)
        guard next > after else {
            throw BenchError(
                .wrongAnswer, "a replay behind \(after.text) leads to \(page.next.text), and \(end.text) was published")
        }
        entries += Self.crossing(from: &place, to: next.epoch)
        after = next
        isDone = next >= end
        return entries + [.replayed(through: next)]
    }

    /// Where another epoch begins, all of the last has been given.
    private static func crossing(from place: inout EventCursor, to epoch: UInt64) -> [HistoryEntry] {
        guard epoch > place.epoch else { return [] }
        defer { place = EventCursor(epoch: epoch, seq: 0) }
        return [.joined(epoch: epoch)]
    }
}
