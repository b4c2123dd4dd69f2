package import BusProtocol
package import JSONRPC

/// Where the fleet's events go. Called on the loop.
package protocol EventSink: AnyObject, Sendable {
    /// The last event's place in the order of all.
    var seq: UInt64 { get }

    /// What an operator wants to see of it.
    var counters: JSON { get }

    /// A worker is there: that it is of that group may bear on who hears what it says.
    func introduce(worker: UInt64, group: String)

    /// Publishes a worker's notification as it came. Gives its kind, or nil when its method may not stand in a topic.
    func publish(
        notification line: borrowing Line, method: BorrowedText, scope: String, origin: EventOrigin
    ) -> EventKind?

    /// Publishes a worker's request as it came. False when its method may not stand in a topic.
    func publish(
        request line: borrowing Line, method: BorrowedText, scope: String, origin: EventOrigin
    ) -> Bool

    /// Publishes what the daemon itself says.
    func publish(_ kind: EventKind, scope: String, method: String, body: JSON, origin: EventOrigin)

    /// Publishes how far each kind of the scope's events has come.
    func publishWatermark(scope: String)

    /// Publishes that the daemon lives, and how far it has come; `more` is added to the body.
    func publishHeartbeat(_ more: JSON)

    /// Nothing more is expected of the scope for now: what was kept ready for it may go.
    func rest(scope: String)
}

extension EventSink {
    package func introduce(worker: UInt64, group: String) {}
}
