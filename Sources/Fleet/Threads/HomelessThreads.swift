/// The threads that no worker has and that may be resumed at once, by whose they were: those for which somebody waits
/// first, then by their ids.
struct HomelessThreads: Sendable {
    struct Position: Sendable, Hashable {
        var isAwaited: Bool
        let id: String
    }

    private struct Group {
        var awaited = SortedElements<String>()
        var others = SortedElements<String>()

        var isEmpty: Bool { awaited.isEmpty && others.isEmpty }
    }

    /// By the worker, 0 for none, and where they are kept.
    private var groups: [UInt64: [String: Group]] = [:]
    private var losers: [String: SortedElements<UInt64>] = [:]

    /// The workers whose threads nobody has, of those that are kept there; 0 for threads of none.
    func losers(in codexHome: String) -> ArraySlice<UInt64> { losers[codexHome]?.all ?? [] }

    /// Where the worker's threads are kept that nobody has: in more than one place when it was given another CODEX_HOME.
    func codexHomes(of worker: UInt64) -> [String] { groups[worker]?.keys.sorted() ?? [] }

    func isEmpty(_ home: FormerHome) -> Bool { groups[home.worker ?? 0]?[home.codexHome] == nil }

    /// The first thread, or the one behind that one.
    func next(of home: FormerHome, after last: Position? = nil) -> Position? {
        guard let group = groups[home.worker ?? 0]?[home.codexHome] else { return nil }
        if last?.isAwaited != false,
            let id = last.map({ group.awaited.first(after: $0.id) }) ?? group.awaited.all.first
        {
            return Position(isAwaited: true, id: id)
        }
        let isAmongOthers = last?.isAwaited == false
        let id = isAmongOthers ? last.flatMap { group.others.first(after: $0.id) } : group.others.all.first
        return id.map { Position(isAwaited: false, id: $0) }
    }

    mutating func insert(_ thread: Position, of home: FormerHome) {
        let worker = home.worker ?? 0
        if groups[worker]?[home.codexHome] == nil {
            losers[home.codexHome, default: SortedElements()].insert(worker)
        }
        if thread.isAwaited {
            groups[worker, default: [:]][home.codexHome, default: Group()].awaited.insert(thread.id)
        } else {
            groups[worker, default: [:]][home.codexHome, default: Group()].others.insert(thread.id)
        }
    }

    mutating func remove(_ thread: Position, of home: FormerHome) {
        let worker = home.worker ?? 0
        if thread.isAwaited {
            groups[worker]?[home.codexHome]?.awaited.remove(thread.id)
        } else {
            groups[worker]?[home.codexHome]?.others.remove(thread.id)
        }
        guard groups[worker]?[home.codexHome]?.isEmpty == true else { return }
        groups[worker]?[home.codexHome] = nil
        if groups[worker]?.isEmpty == true { groups[worker] = nil }
        losers[home.codexHome]?.remove(worker)
        if losers[home.codexHome]?.isEmpty == true { losers[home.codexHome] = nil }
    }
}
