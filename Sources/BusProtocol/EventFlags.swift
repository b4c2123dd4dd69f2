/// What a consumer must know of an event beside its body.
public struct EventFlags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// It comes from a replay, not from the stream.
    public static let replayed = EventFlags(rawValue: 1)
    /// The body is a reference to the real one.
    public static let byReference = EventFlags(rawValue: 2)
    /// The daemon made it. Only such may be believed about approvals and workers: a worker prints what it likes.
    public static let madeByDaemon = EventFlags(rawValue: 4)
    /// It is not in the journal.
    public static let notJournaled = EventFlags(rawValue: 8)
}
