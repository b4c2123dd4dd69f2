package import BusProtocol

/// What comes to a subscriber.
package enum Arrival: Sendable {
    case event(Event)
    /// The publisher has let the subscriber in again after the link was lost: events may be missing, and with a new
    /// epoch it is another daemon.
    case rejoined(EventCursor)
}
