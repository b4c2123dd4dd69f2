import BusProtocol
import JSONRPC

/// How far each `<kind>.<scope>` has come, and what an event says of events that did not come.
///
/// A filtered subscriber sees a loss late: when that scope's next event comes, or the daemon says how far it has come. By
/// then others have come that are later than what is lost; so each scope's place is kept, and not one for all.
struct StreamMarks: Sendable {
    private struct Stream: Hashable {
        let kind: EventKind
        let scope: String
    }

    private struct Mark {
        var scopeSeq: UInt64
        var cursor: EventCursor
        /// Behind which nothing has shown yet that all came.
        var unprovenSince: EventCursor?
    }

    /// What an event says of those before it.
    enum Verdict {
        /// It came already, or is of before the join.
        case known
        /// Nothing is missing that could be seen.
        case next
        /// Something behind there is missing: so many, where a number can be said.
        case gap(after: EventCursor, missed: UInt64?)
    }

    private let prefixes: [String]
    /// The epoch that is followed, and where in it the following begins.
    private var start: EventCursor
    private var marks: [Stream: Mark] = [:]
    /// What a heartbeat counts over all scopes: the total at the last one, and how many came since.
    private var totals: [EventKind: UInt64] = [:]
    private var came: [EventKind: UInt64] = [:]
    /// The last heartbeat.
    private var heartbeat: EventCursor?
    /// Up to where a replay gave all.
    private var replayed: EventCursor?
    /// The earliest `unprovenSince` of the streams that no heartbeat counts.
    private var unproven: EventCursor?

    /// Of a scope's kind more can't be remembered: all are let go, and a loss may stay unseen.
    private static let limit = 100_000

    init(prefixes: [String], start: EventCursor) {
        self.prefixes = prefixes
        self.start = start
        begin(start)
    }

    /// Behind which something may be missing that nothing has shown yet: nothing will, once the epoch is over.
    var proven: EventCursor {
        // Of a scope that has not been heard since, all may be lost.
        let heard = heartbeat ?? start
        return max(min(unproven ?? heard, heard), floor)
    }

    /// Before there nothing can be missing, whatever shows later.
    private var floor: EventCursor { replayed ?? start }

    func verdict(of event: Event) -> Verdict {
        guard event.cursor > start else { return .known }
        let isNewEpoch = event.header.epoch > start.epoch
        let mark = isNewEpoch ? nil : marks[Stream(kind: event.topic.kind, scope: event.topic.scope)]
        if let mark, event.header.scopeSeq <= mark.scopeSeq { return .known }
        // None of them can be had again, and the next says all that an earlier one said.
        if event.topic.kind == .system { return isNewEpoch ? .next : verdict(ofDaemons: event) }
        guard isWhole(event.topic.kind, event.topic.scope) else { return .next }
        // Of an epoch that was followed from its first event on, it is known where each scope begins.
        guard let before = mark ?? (isNewEpoch || start.seq == 0 ? beginning(event) : nil) else {
            // Whether those before it were before the join, nobody knows.
            let before = isCounted(event.topic.kind) ? heartbeat ?? start : start
            return event.header.scopeSeq == 1 ? .next : .gap(after: max(before, floor), missed: nil)
        }
        guard event.header.scopeSeq > before.scopeSeq + 1 else { return .next }
        return .gap(
            after: max(before.cursor, floor), missed: event.header.scopeSeq - before.scopeSeq - 1)
    }

    mutating func take(_ event: Event) {
        if event.header.epoch > start.epoch { begin(EventCursor(epoch: event.header.epoch, seq: 0)) }
        if marks.count >= Self.limit { begin(event.cursor) }
        let stream = Stream(kind: event.topic.kind, scope: event.topic.scope)
        let before = marks[stream]
        var since: EventCursor?
        if event.topic.kind != .system, !isCounted(event.topic.kind) {
            let place = before?.unprovenSince ?? before?.cursor ?? start
            since = place
            unproven = min(unproven ?? place, place)
        }
        marks[stream] = Mark(scopeSeq: event.header.scopeSeq, cursor: event.cursor, unprovenSince: since)
        came[event.topic.kind, default: 0] += 1
        guard event.topic.kind == .system else { return }
        switch event.daemonEvent {
        case .heartbeat(let said):
            for kind in EventKind.allCases { totals[kind] = said.last[kind] }
            came = [:]
            heartbeat = event.cursor
        case .watermark(let last): prove(event.topic.scope, last, at: event.cursor)
        default: break
        }
    }

    /// A replay has given all that is behind `first` and up to there.
    mutating func prove(from first: EventCursor, through last: EventCursor) {
        // One for a single scope's gap says nothing of what others lost before.
        if first <= proven { replayed = max(replayed ?? last, last) }
    }

    // MARK: Parts

    /// Up to there all came, or is known to be had no more.
    private mutating func prove(_ scope: String, _ last: KindCounts, at cursor: EventCursor) {
        var isEarliest = false
        for kind in Self.marked where isWhole(kind, scope) {
            let stream = Stream(kind: kind, scope: scope)
            if marks[stream] == nil, let said = last[kind] {
                marks[stream] = Mark(scopeSeq: said, cursor: cursor)
            }
            isEarliest = isEarliest || unproven != nil && marks[stream]?.unprovenSince == unproven
            marks[stream]?.unprovenSince = nil
        }
        if isEarliest { unproven = marks.values.lazy.compactMap(\.unprovenSince).min() }
    }

    static let heartbeatTopic = "\(Topic(.system, scope: Topic.daemonScope, method: "heartbeat"))"

    /// The kinds that a watermark has.
    private static let marked = [EventKind.event, .delta, .request, .worker]

    private mutating func begin(_ cursor: EventCursor) {
        start = cursor
        marks = [:]
        came = [:]
        heartbeat = nil
        replayed = nil
        unproven = nil
        // Of an epoch that is followed from its first event on, the totals begin at nothing.
        totals = cursor.seq == 0 ? Dictionary(uniqueKeysWithValues: EventKind.allCases.map { ($0, 0) }) : [:]
    }

    /// Whether all of the kind is subscribed, so that the heartbeat's total says how many should have come.
    private func isCounted(_ kind: EventKind) -> Bool {
        kind != .system && prefixes.contains { "\(kind.rawValue).".hasPrefix($0) }
            && prefixes.contains { Self.heartbeatTopic.hasPrefix($0) }
    }

    private func beginning(_ event: Event) -> Mark {
        Mark(scopeSeq: 0, cursor: EventCursor(epoch: event.header.epoch, seq: 0))
    }

    /// Whether each event of it is subscribed: else its count says nothing.
    private func isWhole(_ kind: EventKind, _ scope: String) -> Bool {
        let whole = "\(kind.rawValue).\(scope)."
        return prefixes.contains { whole.hasPrefix($0) }
    }

    private func verdict(ofDaemons event: Event) -> Verdict {
        switch event.daemonEvent {
        case .heartbeat(let said):
            // One that did not come may have taken others along, a scope's last watermark among them.
            let last = marks[Stream(kind: .system, scope: event.topic.scope)]
            if let last, event.header.scopeSeq > last.scopeSeq + 1 {
                return .gap(after: max(heartbeat ?? start, floor), missed: nil)
            }
            return verdict(ofHeartbeat: said.last)
        case .watermark(let last): return verdict(ofWatermark: last, event.topic.scope)
        default: return .next
        }
    }

    /// Of a kind that is subscribed whole, as many must have come since the last heartbeat as were published.
    private func verdict(ofHeartbeat last: KindCounts) -> Verdict {
        for kind in EventKind.allCases where isCounted(kind) {
            guard let total = last[kind] else { continue }
            // Of what came before the first heartbeat of all nothing is known: one replay tells.
            if let before = totals[kind] ?? (total > 0 ? 0 : nil), total > before + (came[kind] ?? 0) {
                return .gap(after: max(heartbeat ?? start, floor), missed: nil)
            }
        }
        return .next
    }

    private func verdict(ofWatermark last: KindCounts, _ scope: String) -> Verdict {
        var first: EventCursor?
        for kind in Self.marked where isWhole(kind, scope) {
            guard let said = last[kind] else { continue }
            let mark = marks[Stream(kind: kind, scope: scope)]
            guard said > mark?.scopeSeq ?? (isCounted(kind) ? said : 0) else { continue }
            let before = max(mark?.cursor ?? start, floor)
            first = min(first ?? before, before)
        }
        return first.map { .gap(after: $0, missed: nil) } ?? .next
    }
}
