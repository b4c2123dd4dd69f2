import BusProtocol

/// What a `Subscriber`'s thread hands to its consumer.
struct SubscriberStep: Sendable {
    let element: Subscriber.Element
    /// Up to where all has been handed on, with this.
    let position: EventCursor?
}
