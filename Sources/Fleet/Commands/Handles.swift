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
    private var handles: [UInt64: Set<Handle>] = [:]
    private var order: [String: ArrivalOrder<Handle>] = [:]

    package init() {}

    /// A command that makes it goes to that worker.
    package mutating func set(_ handle: Handle, worker: UInt64) {
        if owners[handle]?.worker == worker {
            owners[handle]?.makers += 1
            return
        }
        if let before = owners.updateValue(Owner(worker: worker), forKey: handle) {
            handles.leave(before.worker, handle)
        }
        handles[worker, default: []].insert(handle)
        order[handle.space, default: ArrivalOrder()].insert(handle)
        guard order[handle.space]?.count ?? 0 > Self.limit else { return }
        if let oldest = order[handle.space]?.removeOldest() { remove(oldest) }
    }

    package func worker(of handle: Handle) -> UInt64? { owners[handle]?.worker }

    /// One command that made it was refused, or what it made has ended.
    package mutating func release(_ handle: Handle) {
        guard let owner = owners[handle], owner.makers > 1 else { return remove(handle) }
        owners[handle]?.makers -= 1
    }

    /// There is nothing behind it any more.
    package mutating func remove(_ handle: Handle) {
        guard let owner = owners.removeValue(forKey: handle) else { return }
        handles.leave(owner.worker, handle)
        order[handle.space]?.remove(handle)
    }

    /// A worker's process has ended, and its handles with it.
    package mutating func forget(worker: UInt64) {
        for handle in handles[worker] ?? [] { remove(handle) }
    }
}
