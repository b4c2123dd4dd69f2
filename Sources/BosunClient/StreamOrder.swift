package import BusProtocol

/// Makes an unbroken order out of a stream that may lose events and a replay that has them, decided: each event once, and
/// in the order of its kind and scope.
///
/// Events that come while a replay is under way are held; a page and what is held are merged, since either may have what
/// the other has not (an event that the journal could not take is in the stream only).
package struct StreamOrder: Sendable {
    package enum Output: Sendable {
        case deliver(Event)
        /// Ask for the page of events behind there, and give it to `take(_:)`.
        case replay(after: EventCursor)
        /// Something was published and can't be had any more.
        case lost(EventLoss)
    }

    private enum Mode {
        case live
        /// A replay from `start` is under way; it ends when it has come to `end`.
        case catchingUp(start: EventCursor, end: EventCursor)
    }

    /// The latest that was delivered, or up to which all was looked at.
    private var position: EventCursor?
    private var mode = Mode.live
    private var held: [Event] = []
    private let heldLimit: Int
    private let prefixes: [String]
    private var marks: StreamMarks?
    /// What a catching up has told already.
    private var told: Set<EventLoss> = []

    /// - Parameters:
    ///   - position: Where an earlier subscription has come to; nil: from the join on.
    ///   - heldLimit: Events that are held while a replay is under way; more of them are had from the replay as well.
    package init(prefixes: [String], position: EventCursor? = nil, heldLimit: Int = 10_000) {
        self.prefixes = prefixes
        self.position = position
        self.heldLimit = heldLimit
        marks = position.map { StreamMarks(prefixes: prefixes, start: $0) }
    }

    package var isLive: Bool {
        if case .live = mode { true } else { false }
    }

    /// While a replay was under way more came than is held: it runs behind the stream.
    package private(set) var hasOverflowed = false

    /// Up to where all has been delivered, as far as anything can have shown.
    package var complete: EventCursor? {
        guard let position else { return nil }
        if case .catchingUp(let start, _) = mode { return min(proven(position), reached ?? start) }
        return proven(position)
    }

    /// The publisher has all subscriptions, as of there: for the first time, or again after the link was lost.
    package mutating func joined(at cursor: EventCursor) -> [Output] {
        guard let position else {
            self.position = cursor
            marks = StreamMarks(prefixes: prefixes, start: cursor)
            return []
        }
        if case .catchingUp(let start, let end) = mode {
            mode = .catchingUp(start: start, end: max(end, cursor))
            return []
        }
        // Another daemon's, or one that has lost its past: nothing of what it says would ever be new.
        guard position.epoch <= cursor.epoch else {
            self.position = cursor
            marks = StreamMarks(prefixes: prefixes, start: cursor)
            return [.lost(.truncated)]
        }
        guard position < cursor else { return [] }
        return catchUp(from: cursor.epoch > position.epoch ? proven(position) : position, through: cursor)
    }

    /// What is up to there is not wanted any more: it is known otherwise.
    package mutating func pass(to cursor: EventCursor) -> [Output] {
        guard position.map({ $0 < cursor }) ?? true else { return [] }
        position = cursor
        marks = StreamMarks(prefixes: prefixes, start: cursor)
        held.removeAll { $0.cursor <= cursor }
        guard case .catchingUp(_, let end) = mode, end <= cursor else { return [] }
        return goLive()
    }

    /// An event has come over the stream.
    package mutating func take(_ event: Event) -> [Output] {
        if case .catchingUp(let start, let end) = mode {
            hold(event, start, end)
            return []
        }
        guard let marks, let position else { return [] }
        // A new epoch is a loss, whatever came of the old one.
        if event.header.epoch > position.epoch {
            held = [event]
            return catchUp(from: proven(position), through: event.cursor)
        }
        switch marks.verdict(of: event) {
        case .known: return []
        case .next: return [deliver(event)]
        case .gap(let start, _):
            held = [event]
            // From where nothing is missing of any scope: else what others lost would have to be looked for again.
            return catchUp(from: min(start, marks.proven), through: event.cursor)
        }
    }

    /// A page of the replay that was asked for has come.
    package mutating func take(_ page: ReplayedEvents) -> [Output] {
        guard case .catchingUp(let start, let end) = mode else { return [] }
        var outputs: [Output] = []
        if page.isTruncated { outputs += tell(.truncated) }
        if page.isElided { outputs += tell(.elided) }
        // A page that goes no further is the end of what there is.
        let asked = reached ?? start
        let isEnd = page.next >= end || page.next <= asked
        let through = isEnd ? max(end, page.next) : page.next
        let earlier = held.prefix { $0.cursor <= through }
        let merged = merge(page.events, earlier, start)
        outputs += merged.outputs
        if let deeper = merged.deeper {
            reached = nil
            mode = .catchingUp(start: deeper, end: end)
            return outputs + [.replay(after: deeper)]
        }
        held.removeFirst(earlier.count)
        position = max(position ?? through, through)
        marks?.prove(from: start, through: through)
        guard isEnd else {
            reached = through
            return outputs + [.replay(after: through)]
        }
        return outputs + goLive()
    }

    // MARK: Parts

    private mutating func goLive() -> [Output] {
        mode = .live
        hasOverflowed = false
        reached = nil
        told = []
        // What was held behind may show a gap of its own.
        var outputs: [Output] = []
        let rest = held
        held = []
        for (index, event) in rest.enumerated() {
            outputs += take(event)
            guard isLive else {
                held += rest[(index + 1)...]
                break
            }
        }
        return outputs
    }

    /// Up to where the pages of the replay have come.
    private var reached: EventCursor?

    /// Of an epoch that is over, nothing will come that could show a loss.
    private func proven(_ position: EventCursor) -> EventCursor {
        marks.map { min($0.proven, position) } ?? position
    }

    private mutating func catchUp(from start: EventCursor, through end: EventCursor) -> [Output] {
        mode = .catchingUp(start: start, end: end)
        reached = nil
        return [.replay(after: start)]
    }

    private mutating func hold(_ event: Event, _ start: EventCursor, _ end: EventCursor) {
        // A reconnect may bring again what is held.
        if let last = held.last, event.cursor <= last.cursor { return }
        held.append(event)
        guard held.count > heldLimit else { return }
        mode = .catchingUp(start: start, end: max(end, event.cursor))
        held = []
        hasOverflowed = true
    }

    /// Delivers what is new of both, in order; stops at one that shows a loss from before the replay's start.
    private mutating func merge(
        _ replayed: [Event], _ held: ArraySlice<Event>, _ start: EventCursor
    ) -> (outputs: [Output], deeper: EventCursor?) {
        var outputs: [Output] = []
        var rest = held
        var replayed = replayed[...]
        while let event = Self.earlier(&replayed, &rest) {
            switch marks?.verdict(of: event) ?? .known {
            case .known: continue
            case .next: break
            case .gap(let before, _) where before < start: return (outputs, before)
            case .gap(_, let missed):
                let isTold =
                    told.contains(event.topic.kind == .delta ? .elided : .truncated) || told.contains(.truncated)
                if let missed, !isTold {
                    outputs += tell(.gap(event.topic.kind, scope: event.topic.scope, missed: missed))
                }
            }
            outputs.append(deliver(event))
        }
        return (outputs, nil)
    }

    private static func earlier(
        _ replayed: inout ArraySlice<Event>, _ held: inout ArraySlice<Event>
    ) -> Event? {
        guard let first = held.first else { return replayed.popFirst() }
        guard let other = replayed.first, other.cursor <= first.cursor else { return held.removeFirst() }
        return replayed.popFirst()
    }

    private mutating func deliver(_ event: Event) -> Output {
        marks?.take(event)
        position = max(position ?? event.cursor, event.cursor)
        return .deliver(event)
    }

    private mutating func tell(_ loss: EventLoss) -> [Output] {
        told.insert(loss).inserted ? [.lost(loss)] : []
    }
}
