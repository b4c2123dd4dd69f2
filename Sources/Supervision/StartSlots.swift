/// Who may start now: at most `limit` workers at once, the others in the order in which they asked.
///
/// The first of a CODEX_HOME starts alone: codex makes its database there at the first start, and two that do it at the
/// same time fail (0.163.0: "failed to initialize sqlite state runtime"). Once one has become ready, the others follow.
package struct StartSlots: Sendable {
    package private(set) var limit: Int
    private var starting: [UInt64: String] = [:]
    /// Those that wait, with their homes, and their order: with 1,000 of them nothing is to look at all each time.
    private var waiting: [UInt64: String] = [:]
    private var order: [UInt64] = []
    private var provenHomes: Set<String> = []

    package init(limit: Int) {
        self.limit = limit
    }

    /// Gives the workers that may start now.
    package mutating func request(_ worker: UInt64, home: String) -> [UInt64] {
        guard starting[worker] == nil else { return [worker] }
        if waiting.updateValue(home, forKey: worker) == nil { order.append(worker) }
        return admit()
    }

    /// A start is over, or not wanted any more; gives those that may start instead.
    package mutating func end(_ worker: UInt64, isReady: Bool) -> [UInt64] {
        if let home = starting.removeValue(forKey: worker), isReady { provenHomes.insert(home) }
        if waiting.removeValue(forKey: worker) != nil { order.removeAll { $0 == worker } }
        return admit()
    }

    /// From here on so many may start at once; gives those that may start now for that.
    package mutating func set(limit: Int) -> [UInt64] {
        self.limit = limit
        return admit()
    }

    private mutating func admit() -> [UInt64] {
        var admitted: [UInt64] = []
        var index = 0
        while index < order.count, starting.count < limit {
            let worker = order[index]
            guard let home = waiting[worker], provenHomes.contains(home) || !starting.values.contains(home) else {
                index += 1
                continue
            }
            order.remove(at: index)
            waiting[worker] = nil
            starting[worker] = home
            admitted.append(worker)
        }
        return admitted
    }
}
