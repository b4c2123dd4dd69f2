import BusProtocol

/// What was heard over the stream, held against what a replay gives: whatever went by can be had again, each event once,
/// as it was, and in its place.
struct HeardEvents {
    private struct Heard {
        let place: String
        let digest: Int
        /// The daemon has said of it that it may not be kept.
        let isExcused: Bool
    }

    /// Not replayed yet.
    private var heard: [EventCursor: Heard] = [:]
    private var last = EventCursor(epoch: 0, seq: 0)
    /// How many a replay has given again.
    private(set) var again = 0
    /// How many a replay alone has given.
    private(set) var unheard = 0

    mutating func hear(_ event: HistoryEvent) {
        guard event.kind.isDurable else { return }
        heard[event.cursor] = Heard(place: event.place, digest: event.digest, isExcused: !event.isJournaled)
    }

    /// - Parameter known: Up to where the stream, or an earlier replay, has told everything.
    mutating func replay(_ event: HistoryEvent, known: EventCursor) -> String? {
        let heard = heard.removeValue(forKey: event.cursor)
        guard event.cursor > last else {
            return "a replay gives \(event.place) behind \(last.text)"
        }
        last = event.cursor
        guard let heard else {
            guard event.cursor > known else { return "a replay gives \(event.place), which was not published" }
            unheard += 1
            return nil
        }
        again += 1
        return heard.digest == event.digest ? nil : "a replay gives \(event.place) otherwise than it was published"
    }

    /// A replay has given all up to there.
    mutating func replayed(through end: EventCursor) -> [String] {
        last = max(last, end)
        var missing: [(EventCursor, String)] = []
        for (cursor, event) in heard where cursor <= end {
            heard[cursor] = nil
            if !event.isExcused { missing.append((cursor, "\(event.place) was heard, and the replay lacks it")) }
        }
        return missing.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
