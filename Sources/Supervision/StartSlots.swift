/// Who may start now: at most `limit` workers at once, the others in the order in which they asked.
package struct StartSlots: Sendable {
    package let limit: Int
    private var starting: Set<UInt64> = []
    private var waiting: [UInt64] = []

    package init(limit: Int) {
        self.limit = limit
    }

    /// Gives the workers that may start now.
    package mutating func request(_ worker: UInt64) -> [UInt64] {
        guard !starting.contains(worker) else { return [worker] }
        if !waiting.contains(worker) { waiting.append(worker) }
        return admit()
    }

    /// A start is over, or not wanted any more; gives those that may start instead.
    package mutating func end(_ worker: UInt64) -> [UInt64] {
        starting.remove(worker)
        waiting.removeAll { $0 == worker }
        return admit()
    }

    private mutating func admit() -> [UInt64] {
        let admitted = Array(waiting.prefix(max(0, limit - starting.count)))
        waiting.removeFirst(admitted.count)
        starting.formUnion(admitted)
        return admitted
    }
}
