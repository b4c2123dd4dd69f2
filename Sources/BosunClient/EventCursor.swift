/// A place in the order of all events.
package struct EventCursor: Sendable, Hashable {
    package let epoch: UInt64
    package let seq: UInt64

    package init(epoch: UInt64, seq: UInt64) {
        self.epoch = epoch
        self.seq = seq
    }
}
