package import BusProtocol

/// Where durable events are kept before they are published. Called on the publisher's loop.
package protocol EventJournal: AnyObject, Sendable {
    /// Takes an event to be stored, in the order of `seq`; `Publisher.committed(through:)` follows, on the loop.
    ///
    /// False when it can't take any more: the event is then not in the journal, which remembers that it has a hole.
    func append(_ event: DurableEvent) -> Bool

    /// Reads what it has behind the query's start, up to and with `end`: `reply` is called on the loop, later.
    func read(_ query: ReplayQuery, through end: EventCursor, _ reply: @escaping @Sendable (StoredEvents) -> Void)
}

/// An event as it was, or will be, published.
package struct DurableEvent: Sendable {
    package let topic: [UInt8]
    package let header: EventHeader
    package let body: [UInt8]

    package init(topic: [UInt8], header: EventHeader, body: [UInt8]) {
        self.topic = topic
        self.header = header
        self.body = body
    }
}
