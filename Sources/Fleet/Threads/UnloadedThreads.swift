/// The threads that a worker was made to let go of: where they are stored, and while it runs, that it holds their locks.
package struct UnloadedThreads: Sendable {
    /// Beyond it the oldest is forgotten: a sibling that is asked to load it may be refused then.
    package static let limit = 10_000

    private struct Place {
        var worker: UInt64?
        let codexHome: String
    }

    private var places: [String: Place] = [:]
    private var order = ArrivalOrder<String>()
    /// The threads whose locks a worker holds.
    private var locked: [UInt64: Set<String>] = [:]

    package init() {}

    package var ids: [String] { Array(places.keys) }

    /// The worker that holds the thread's lock.
    package subscript(thread: String) -> UInt64? { places[thread]?.worker }

    /// Where the thread is stored: workers of another CODEX_HOME know nothing of it.
    package func codexHome(of thread: String) -> String? { places[thread]?.codexHome }

    package mutating func add(_ thread: String, of worker: UInt64, codexHome: String) {
        unlock(thread)
        places[thread] = Place(worker: worker, codexHome: codexHome)
        locked[worker, default: []].insert(thread)
        order.insert(thread)
        if order.count > Self.limit, let oldest = order.removeOldest() { remove(oldest) }
    }

    package mutating func remove(_ thread: String) {
        unlock(thread)
        places[thread] = nil
        order.remove(thread)
    }

    /// Its worker has freed its lock.
    package mutating func unlock(_ thread: String) {
        guard let worker = places[thread]?.worker else { return }
        places[thread]?.worker = nil
        locked.leave(worker, thread)
    }

    /// The worker's process has ended, and its locks with it.
    package mutating func forget(worker: UInt64) {
        for thread in locked.removeValue(forKey: worker) ?? [] { places[thread]?.worker = nil }
    }
}
