import BusProtocol

/// Events in a row of which some could not be kept: whoever asks for them is told so.
struct EventHole: Hashable {
    let epoch: UInt64
    var first: UInt64
    var last: UInt64

    /// What may have been behind `seq` in an epoch that is over.
    static func end(of epoch: UInt64, behind seq: UInt64) -> EventHole {
        EventHole(epoch: epoch, first: seq + 1, last: UInt64(Int64.max))
    }

    /// What may have been anywhere in an epoch that is over.
    static func any(of epoch: UInt64) -> EventHole { end(of: epoch, behind: 0) }

    /// Whether some of it lies behind there.
    func isBehind(_ cursor: EventCursor) -> Bool { EventCursor(epoch: epoch, seq: last) > cursor }

    /// Whether some of it lies behind `start`, up to and with `end`.
    func isWithin(_ start: EventCursor, _ end: EventCursor) -> Bool {
        isBehind(start) && EventCursor(epoch: epoch, seq: first) <= end
    }
}
