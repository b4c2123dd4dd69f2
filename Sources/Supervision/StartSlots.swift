/// Who may start now: at most `limit` workers at once, the others in the order in which they asked.
///
/// The first of a CODEX_HOME starts alone: codex makes its database there at the first start, and two that do it at the
/// same time fail (0.163.0: "failed to initialize sqlite state runtime"). Once one has become ready, the others follow.
package struct StartSlots: Sendable {
    private struct Asked {
        let worker: UInt64
        let home: String
    }

    package private(set) var limit: Int
    private var starting: [UInt64: String] = [:]
    private var waiting: [Asked] = []
    private var provenHomes: Set<String> = []

    package init(limit: Int) {
        self.limit = limit
    }

    /// Gives the workers that may start now.
    package mutating func request(_ worker: UInt64, home: String) -> [UInt64] {
        guard starting[worker] == nil else { return [worker] }
        if !waiting.contains(where: { $0.worker == worker }) { waiting.append(Asked(worker: worker, home: home)) }
        return admit()
    }

    /// A start is over, or not wanted any more; gives those that may start instead.
    package mutating func end(_ worker: UInt64, isReady: Bool) -> [UInt64] {
        if let home = starting.removeValue(forKey: worker), isReady { provenHomes.insert(home) }
        waiting.removeAll { $0.worker == worker }
        return admit()
    }

    /// From here on so many may start at once; gives those that may start now for that.
    package mutating func set(limit: Int) -> [UInt64] {
        self.limit = limit
        return admit()
    }

    private mutating func admit() -> [UInt64] {
        var admitted: [UInt64] = []
        for asked in waiting {
            guard starting.count < limit else { break }
            guard provenHomes.contains(asked.home) || !starting.values.contains(asked.home) else { continue }
            starting[asked.worker] = asked.home
            admitted.append(asked.worker)
        }
        waiting.removeAll { admitted.contains($0.worker) }
        return admitted
    }
}
