/// A piece of what the journal has, in the order of its cursors.
package struct StoredEvents: Sendable {
    /// Those that the query's filter takes.
    package var events: [DurableEvent]
    /// Behind which was looked.
    package var start: EventCursor
    /// All up to and with here was looked at.
    package var through: EventCursor
    /// Some of what was asked for is not kept any more, or could not be stored.
    package var isTruncated: Bool

    package init(events: [DurableEvent], start: EventCursor, through: EventCursor, isTruncated: Bool) {
        self.events = events
        self.start = start
        self.through = through
        self.isTruncated = isTruncated
    }
}
