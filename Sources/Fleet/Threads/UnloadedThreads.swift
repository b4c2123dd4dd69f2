/// The threads that a worker was made to let go of, while it runs.
package struct UnloadedThreads: Sendable {
    /// Beyond it the oldest is forgotten: a sibling that is asked to load it may be refused then.
    package static let limit = 10_000

    private var workers: [String: UInt64] = [:]
    private var order: [String] = []

    package init() {}

    package subscript(thread: String) -> UInt64? { workers[thread] }

    package mutating func add(_ thread: String, of worker: UInt64) {
        if workers.updateValue(worker, forKey: thread) == nil { order.append(thread) }
        if order.count > 2 * Self.limit { order.removeAll { workers[$0] == nil } }
        if workers.count > Self.limit, let oldest = order.first(where: { workers[$0] != nil }) { workers[oldest] = nil }
    }

    package mutating func remove(_ thread: String) { workers[thread] = nil }

    /// The worker's process has ended, and its locks with it.
    package mutating func forget(worker: UInt64) {
        guard !workers.isEmpty else { return }
        workers = workers.filter { $0.value != worker }
        order.removeAll { workers[$0] == nil }
    }
}
