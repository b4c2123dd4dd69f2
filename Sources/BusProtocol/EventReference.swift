/// The name of a body that is published by reference: its event's place.
public struct EventReference: Sendable, Hashable {
    public let cursor: EventCursor

    public init(_ cursor: EventCursor) {
        self.cursor = cursor
    }

    /// Nil when it is no such name.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let epoch = UInt64(parts[0]), let seq = UInt64(parts[1]) else { return nil }
        let cursor = EventCursor(epoch: epoch, seq: seq)
        guard Self(cursor).text == text else { return nil }
        self.init(cursor)
    }

    /// As `ref` says it.
    public var text: String { "\(cursor.epoch)-\(cursor.seq)" }
}
