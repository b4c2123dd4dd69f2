/// A place in the order of all events.
public struct EventCursor: Sendable, Hashable, Comparable {
    /// The daemon's start.
    public let epoch: UInt64
    /// 1, 2, 3 … in it; 0 is the place before the first.
    public let seq: UInt64

    public init(epoch: UInt64, seq: UInt64) {
        self.epoch = epoch
        self.seq = seq
    }

    public static func < (a: EventCursor, b: EventCursor) -> Bool { (a.epoch, a.seq) < (b.epoch, b.seq) }
}
