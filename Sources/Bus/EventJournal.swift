package import BusProtocol

/// Where durable events are kept before they are published. Called on the publisher's loop.
package protocol EventJournal: AnyObject, Sendable {
    /// Takes an event to be stored, in the order of `seq`; `Publisher.settle` follows, on the loop.
    ///
    /// False when it can't take any more: the event is then not in the journal, which remembers that it has a hole.
    func append(_ event: DurableEvent) -> Bool

    /// An event is published that was not given to it: another hole.
    func miss(seq: UInt64)

    /// Events are to be published of which it has not said what became of them, and others that it is not given: until
    /// `caughtUp`. `ready` is called on the loop when the next daemon would know that some may be missing, were this one
    /// killed.
    func outrun(_ ready: @escaping @Sendable () -> Void)

    /// It has said what became of all that it was given, and is given all there is again.
    func caughtUp()

    /// Reads what it has behind the query's start, up to and with `end`: `reply` is called on the loop, later.
    func read(_ query: ReplayQuery, through end: EventCursor, _ reply: @escaping @Sendable (StoredEvents) -> Void)

    /// Reads a piece of a body that was published by reference: `reply` is called on the loop, later, with nil when it
    /// is not kept.
    func readBody(
        of cursor: EventCursor, from offset: Int, count: Int, _ reply: @escaping @Sendable (BodyPiece?) -> Void)
}
