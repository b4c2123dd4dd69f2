package import Journal

/// How much of what went by is kept, for who missed it.
package struct EventSettings: Sendable, Equatable {
    /// Of durable events, on disk.
    package var retention: EventRetention
    /// Bytes of the last deltas, in memory.
    package var deltas: Int

    package init(retention: EventRetention = EventRetention(), deltas: Int = 64 << 20) {
        self.retention = retention
        self.deltas = deltas
    }
}
