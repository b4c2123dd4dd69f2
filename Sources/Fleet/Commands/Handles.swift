/// Which worker made which handle: what a client calls its process, watch, search or login.
package struct Handles: Sendable {
    private struct Key: Hashable {
        let space: String
        let handle: String
    }

    /// Handles that are remembered; beyond it the oldest is forgotten, and its commands go where any would.
    package static let limit = 10_000

    private var owners: [Key: UInt64] = [:]
    private var order: [Key] = []

    package init() {}

    package mutating func set(_ handle: String, in space: String, worker: UInt64) {
        let key = Key(space: space, handle: handle)
        if owners.updateValue(worker, forKey: key) == nil {
            order.append(key)
            if order.count > Self.limit { owners[order.removeFirst()] = nil }
        }
    }

    package func worker(of handle: String, in space: String) -> UInt64? {
        owners[Key(space: space, handle: handle)]
    }

    /// A worker's process has ended, and its handles with it.
    package mutating func forget(worker: UInt64) {
        owners = owners.filter { $0.value != worker }
        order.removeAll { owners[$0] == nil }
    }
}
