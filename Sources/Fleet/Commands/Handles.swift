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

    /// The space of `process/spawn`.
    static let processes = "process"

    /// Handles of one space that are remembered; beyond it the oldest is forgotten, and its commands go where any would.
    package static let limit = 10_000

    /// Where it is, and how many commands there were that made it and are not known to be over: of two under one name codex
    /// refuses the second, and may have ended the first.
    private struct Owner {
        let worker: UInt64
        var makers = 1
    }

    private var owners: [Handle: Owner] = [:]
    private var order: [String: [Handle]] = [:]

    package init() {}

    /// A command that makes it goes to that worker.
    package mutating func set(_ handle: Handle, worker: UInt64) {
        if owners[handle]?.worker == worker {
            owners[handle]?.makers += 1
            return
        }
        guard owners.updateValue(Owner(worker: worker), forKey: handle) == nil else { return }
        order[handle.space, default: []].append(handle)
        guard order[handle.space]?.count ?? 0 > Self.limit else { return }
        if let oldest = order[handle.space]?.removeFirst() { owners[oldest] = nil }
    }

    package func worker(of handle: Handle) -> UInt64? { owners[handle]?.worker }

    /// One command that made it was refused, or what it made has ended.
    package mutating func release(_ handle: Handle) {
        guard let owner = owners[handle], owner.makers > 1 else { return remove(handle) }
        owners[handle]?.makers -= 1
    }

    /// There is nothing behind it any more.
    package mutating func remove(_ handle: Handle) {
        guard owners.removeValue(forKey: handle) != nil else { return }
        // What ends is mostly young: from the end on there are few to look at.
        guard let index = order[handle.space]?.lastIndex(of: handle) else { return }
        order[handle.space]?.remove(at: index)
    }

    /// A worker's process has ended, and its handles with it.
    package mutating func forget(worker: UInt64) {
        owners = owners.filter { $0.value.worker != worker }
        for space in order.keys { order[space]?.removeAll { owners[$0] == nil } }
    }
}
