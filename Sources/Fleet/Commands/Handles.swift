/// Which worker made which handle: what a client calls its process, watch, search or login.
package struct Handles: Sendable {
    package struct Handle: Sendable, Hashable {
        package let space: String
        package let name: String

        package init(_ name: String, in space: String) {
            self.space = space
            self.name = name
        }
    }

    /// Handles of one space that are remembered; beyond it the oldest is forgotten, and its commands go where any would.
    package static let limit = 10_000

    private var owners: [Handle: UInt64] = [:]
    private var order: [String: [Handle]] = [:]

    package init() {}

    package mutating func set(_ handle: Handle, worker: UInt64) {
        guard owners.updateValue(worker, forKey: handle) == nil else { return }
        order[handle.space, default: []].append(handle)
        guard order[handle.space]?.count ?? 0 > Self.limit else { return }
        if let oldest = order[handle.space]?.removeFirst() { owners[oldest] = nil }
    }

    package func worker(of handle: Handle) -> UInt64? { owners[handle] }

    /// There is nothing behind it any more.
    package mutating func remove(_ handle: Handle) {
        guard owners.removeValue(forKey: handle) != nil else { return }
        // What ends is mostly young: from the end on there are few to look at.
        guard let index = order[handle.space]?.lastIndex(of: handle) else { return }
        order[handle.space]?.remove(at: index)
    }

    /// A worker's process has ended, and its handles with it.
    package mutating func forget(worker: UInt64) {
        owners = owners.filter { $0.value != worker }
        for space in order.keys { order[space]?.removeAll { owners[$0] == nil } }
    }
}
