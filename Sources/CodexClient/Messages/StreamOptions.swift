/// How much a stream holds for a reader that is not there yet, and what happens when that is too little.
public struct StreamOptions: Sendable, Hashable {
    /// What happens when it is full.
    public enum Policy: Sendable, Hashable {
        /// The oldest go; the reader is told how many by `lagged`.
        case dropOldest
        /// The stream ends, once what it holds is read, with `slowConsumer`.
        case failSlowConsumer
    }

    /// Messages held.
    public var capacity: Int
    /// Bytes of messages held.
    public var byteCapacity: Int
    /// What happens when it is full.
    public var policy: Policy
    /// Whether its reader answers codex's requests. Those that no reader answers get the default answer at once.
    public var takesRequests: Bool

    /// 16,384 messages and 64 MiB, the oldest dropped for new ones, and requests taken.
    public init(
        capacity: Int = 16_384, byteCapacity: Int = 64 << 20, policy: Policy = .dropOldest, takesRequests: Bool = true
    ) {
        self.capacity = max(1, capacity)
        self.byteCapacity = max(1, byteCapacity)
        self.policy = policy
        self.takesRequests = takesRequests
    }
}
