/// The last ends of a worker's processes. A fleet runs for months: an older one makes room for a newer one.
package struct DeathRecord: Sendable {
    package static let limit = 16

    private var ring: [WorkerDeath] = []
    /// Where the oldest stands, and so the next one goes, once the ring is full.
    private var oldest = 0

    package init() {}

    /// At most `limit`, the oldest first.
    package var deaths: [WorkerDeath] { Array(ring[oldest...] + ring[..<oldest]) }

    package mutating func append(_ death: WorkerDeath) {
        guard ring.count == Self.limit else { return ring.append(death) }
        ring[oldest] = death
        oldest = (oldest + 1) % Self.limit
    }
}
