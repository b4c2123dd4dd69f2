import BusProtocol

/// Events in a row of which some could not be kept: whoever asks for them is told so.
struct EventHole: Hashable {
    let epoch: UInt64
    let first: UInt64
    var last: UInt64

    /// Whether some of it lies behind `start`, up to and with `end`.
    func isWithin(_ start: EventCursor, _ end: EventCursor) -> Bool {
        EventCursor(epoch: epoch, seq: last) > start && EventCursor(epoch: epoch, seq: first) <= end
    }
}
