/// The threads that a worker was made to let go of: where they are stored, and while it runs, that it holds their locks.
package struct UnloadedThreads: Sendable {
    /// Beyond it the oldest is forgotten: a sibling that is asked to load it may be refused then.
    package static let limit = 10_000

    private struct Place {
        var worker: UInt64?
        let codexHome: String
    }

    private var places: [String: Place] = [:]
    private var order: [String] = []

    package init() {}

    package var ids: [String] { Array(places.keys) }

    /// The worker that holds the thread's lock.
    package subscript(thread: String) -> UInt64? { places[thread]?.worker }

    /// Where the thread is stored: workers of another CODEX_HOME know nothing of it.
    package func codexHome(of thread: String) -> String? { places[thread]?.codexHome }

    package mutating func add(_ thread: String, of worker: UInt64, codexHome: String) {
        if places.updateValue(Place(worker: worker, codexHome: codexHome), forKey: thread) == nil {
            order.append(thread)
        }
        if order.count > 2 * Self.limit { order.removeAll { places[$0] == nil } }
        if places.count > Self.limit, let oldest = order.first(where: { places[$0] != nil }) { places[oldest] = nil }
    }

    package mutating func remove(_ thread: String) { places[thread] = nil }

    /// Its worker has freed its lock.
    package mutating func unlock(_ thread: String) { places[thread]?.worker = nil }

    /// The worker's process has ended, and its locks with it.
    package mutating func forget(worker: UInt64) {
        for (thread, place) in places where place.worker == worker { places[thread]?.worker = nil }
    }
}
