import BusProtocol

/// What waits for an `UnbrokenSubscriber`'s reader, and the earliest place in it.
struct DeliveryQueue {
    private struct Entry {
        let delivery: UnbrokenSubscriber.Delivery
        /// Before the earliest event from here on; nil when there is none.
        var earliest: EventCursor?
    }

    private var entries: ArraySlice<Entry> = []

    var isEmpty: Bool { entries.isEmpty }

    var count: Int { entries.count }

    var first: UnbrokenSubscriber.Delivery? { entries.first?.delivery }

    /// The place before the earliest event that waits; nil when none does.
    var earliest: EventCursor? { entries.first?.earliest }

    mutating func append(_ delivery: UnbrokenSubscriber.Delivery) {
        let place = delivery.placeBefore
        entries.append(Entry(delivery: delivery, earliest: place))
        guard let place else { return }
        // Events come almost in order: the first that is earlier ends it.
        var index = entries.endIndex - 1
        while index > entries.startIndex {
            index -= 1
            if let earliest = entries[index].earliest, earliest <= place { return }
            entries[index].earliest = place
        }
    }

    @discardableResult
    mutating func popFirst() -> UnbrokenSubscriber.Delivery? { entries.popFirst()?.delivery }

    /// Lets events go up to that one.
    mutating func drop(through cursor: EventCursor) {
        let rest = entries.map(\.delivery)
        entries = []
        for delivery in rest {
            if case .event(let event) = delivery, event.cursor <= cursor { continue }
            append(delivery)
        }
    }
}

extension UnbrokenSubscriber.Delivery {
    fileprivate var placeBefore: EventCursor? {
        guard case .event(let event) = self else { return nil }
        return EventCursor(epoch: event.cursor.epoch, seq: max(event.cursor.seq, 1) - 1)
    }
}
