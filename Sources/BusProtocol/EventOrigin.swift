/// Where an event comes from.
public struct EventOrigin: Sendable, Hashable {
    /// The worker's number; 0 for the daemon.
    public var worker: UInt64
    /// How often it had been started then.
    public var generation: UInt32
    public var cause: CommandID
    /// When it happened, in nanoseconds since 1970.
    public var unixNanoseconds: UInt64

    public init(worker: UInt64 = 0, generation: UInt32 = 0, cause: CommandID = .none, unixNanoseconds: UInt64) {
        self.worker = worker
        self.generation = generation
        self.cause = cause
        self.unixNanoseconds = unixNanoseconds
    }
}
