/// What a consumer asks of `events/replay`.
public struct ReplayQuery: Sendable, Hashable {
    /// From where on.
    public enum Start: Sendable, Hashable {
        /// Behind that event.
        case after(EventCursor)
        /// From that time on, in nanoseconds since 1970, by the daemon's clock.
        case since(unixNanoseconds: UInt64)
    }

    public var start: Start
    public var filter: TopicFilter
    /// Events of one answer.
    public var limit: Int

    /// What `limit` may be, and what it is when nobody says.
    public static let limits = 1...10_000
    public static let defaultLimit = 1_000
    /// Prefixes of one query, and bytes of one.
    public static let prefixLimit = 100
    public static let longestPrefix = 256

    public init(_ start: Start, filter: TopicFilter = .all, limit: Int = ReplayQuery.defaultLimit) {
        self.start = start
        self.filter = filter
        self.limit = limit
    }
}
