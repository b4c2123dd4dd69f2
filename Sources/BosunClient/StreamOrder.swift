package import BusProtocol

/// Makes one unbroken order out of a stream that may lose events and a replay that has them, decided: each event once, in
/// the order of its cursor.
///
/// Events that come while a replay is under way are held; a page and what is held are merged, since either may have what
/// the other has not (an event that the journal could not take is in the stream only).
package struct StreamOrder: Sendable {
    package enum Output: Sendable {
        case deliver(Event)
        /// Ask for the page of events behind there, and give it to `take(_:)`.
        case replay(after: EventCursor)
        /// Something was published and can't be had any more.
        case lost(Loss)
    }

    package enum Loss: Sendable, Hashable {
        /// Retention has dropped what came behind the last event: begin anew from a snapshot.
        case truncated
        /// Deltas that nobody keeps any more: the text is whole in its item's end.
        case elided
        /// So many of that kind and scope were neither in the stream nor in the replay.
        case gap(kind: EventKind, scope: String, missed: UInt64)
    }

    private enum Mode {
        case live
        /// A replay is under way; it ends when it has come so far.
        case catchingUp(through: EventCursor)
    }

    /// Behind which nothing was delivered.
    package private(set) var position: EventCursor?
    private var mode = Mode.live
    private var held: [Event] = []
    private let heldLimit: Int
    private var gaps: GapTracker
    private var marks: MarkTracker
    /// What a catching up has told already.
    private var told: Set<Loss> = []

    /// - Parameters:
    ///   - position: Where an earlier subscription has come to; nil: from the join on.
    ///   - heldLimit: Events that are held while a replay is under way; more of them are had from the replay as well.
    package init(prefixes: [String], position: EventCursor? = nil, heldLimit: Int = 10_000) {
        self.position = position
        self.heldLimit = heldLimit
        gaps = GapTracker(prefixes: prefixes)
        marks = MarkTracker(prefixes: prefixes)
    }

    package var isLive: Bool {
        if case .live = mode { true } else { false }
    }

    /// The publisher has all subscriptions, as of there: for the first time, or again after the link was lost.
    package mutating func joined(at cursor: EventCursor) -> [Output] {
        marks.forget()
        guard let position, position < cursor else {
            self.position = max(position ?? cursor, cursor)
            return []
        }
        return catchUp(through: cursor)
    }

    /// An event has come over the stream.
    package mutating func take(_ event: Event) -> [Output] {
        if case .catchingUp(let end) = mode {
            hold(event, end)
            return []
        }
        guard let position, event.cursor > position else { return [] }
        guard gaps.gap(before: event.topic, event.header) == nil, marks.agree(with: event, gaps) else {
            held = [event]
            return catchUp(through: event.cursor)
        }
        return [deliver(event)]
    }

    /// A page of the replay that was asked for has come.
    package mutating func take(_ page: ReplayedEvents) -> [Output] {
        guard case .catchingUp(let end) = mode else { return [] }
        var outputs: [Output] = []
        if page.isTruncated { outputs += tell(.truncated) }
        if page.isElided { outputs += tell(.elided) }
        // A page that goes no further is the end of what there is.
        let isStill = page.events.isEmpty && position.map { page.next <= $0 } ?? true
        let isEnd = page.next >= end || isStill
        let reached = isEnd ? max(end, page.next) : page.next
        let later = held.drop { $0.cursor <= reached }
        outputs += merge(page.events, held.prefix(held.count - later.count))
        held = Array(later)
        position = max(position ?? reached, reached)
        guard isEnd else { return outputs + [.replay(after: reached)] }
        mode = .live
        told = []
        marks.forget()
        // What was held behind may show a gap of its own.
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

    // MARK: Parts

    private mutating func catchUp(through end: EventCursor) -> [Output] {
        mode = .catchingUp(through: end)
        return position.map { [.replay(after: $0)] } ?? []
    }

    private mutating func hold(_ event: Event, _ end: EventCursor) {
        // A reconnect may bring again what is held.
        if let last = held.last, event.cursor <= last.cursor { return }
        held.append(event)
        guard held.count > heldLimit else { return }
        mode = .catchingUp(through: max(end, event.cursor))
        held = []
    }

    private mutating func merge(_ replayed: [Event], _ held: some Collection<Event>) -> [Output] {
        var outputs: [Output] = []
        var rest = held[...]
        func add(_ event: Event) {
            if let position, event.cursor <= position { return }
            if let gap = gaps.take(event.topic, event.header) {
                outputs += tell(.gap(kind: gap.kind, scope: gap.scope, missed: gap.missed))
            }
            position = event.cursor
            outputs.append(.deliver(event))
        }
        for event in replayed {
            while let first = rest.first, first.cursor < event.cursor {
                add(first)
                rest.removeFirst()
            }
            add(event)
        }
        for event in rest { add(event) }
        return outputs
    }

    private mutating func deliver(_ event: Event) -> Output {
        _ = gaps.take(event.topic, event.header)
        position = event.cursor
        return .deliver(event)
    }

    private mutating func tell(_ loss: Loss) -> [Output] {
        told.insert(loss).inserted ? [.lost(loss)] : []
    }
}
