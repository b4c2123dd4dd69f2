import BusProtocol

/// All live threads, found by id, by the worker that has them, and by what they wait for.
///
/// A fleet loses a thousand workers at once: what is asked per worker must not look at every thread.
package struct ThreadTable: Sendable {
    /// What a worker has, counted.
    package struct Load: Sendable, Hashable {
        package var threads = 0
        package var turns = 0
    }

    private var byID: [String: LiveThread] = [:]
    private var held: [UInt64: Set<String>] = [:]
    private var loads: [UInt64: Load] = [:]
    private var pastAuthors = PastAuthors()
    /// Threads in which a turn runs.
    package private(set) var withTurn: Set<String> = []
    /// Those that no worker has, but for the paused ones.
    private(set) var homeless = HomelessThreads()
    /// Threads that are not resumed again before some time, by their CODEX_HOME.
    private var paused: [String: Set<String>] = [:]
    /// How often it has changed whose a thread is, or which command led to what it does.
    package private(set) var routeVersion: UInt64 = 0

    package init() {}

    package subscript(id: String) -> LiveThread? {
        get { byID[id] }
        _modify {
            let before = Standing(byID[id])
            let authors = byID[id]?.authors.standing
            yield &byID[id]
            if byID[id] == nil, let authors { pastAuthors.keep(authors, of: id) }
            let after = Standing(byID[id])
            if before != after { move(id, from: before, to: after) }
        }
    }

    /// Takes a thread that was not live, with those whose words are in it still.
    ///
    /// - Parameter isNew: There was no such thread before.
    package mutating func add(_ thread: LiveThread, isNew: Bool = false) {
        var thread = thread
        thread.authors = TurnAuthors(standing: pastAuthors.names(in: thread.id, isNew: isNew))
        self[thread.id] = thread
    }

    /// Whose words are in a thread, live or not.
    func authors(in id: String) -> Set<String> { byID[id]?.authors.standing ?? pastAuthors.names(in: id) }

    @discardableResult
    package mutating func removeValue(forKey id: String) -> LiveThread? {
        let thread = byID[id]
        self[id] = nil
        return thread
    }

    package var count: Int { byID.count }
    package var keys: Dictionary<String, LiveThread>.Keys { byID.keys }
    package var values: Dictionary<String, LiveThread>.Values { byID.values }

    /// The threads that a worker has or is loading.
    package func held(by worker: UInt64) -> Set<String> { held[worker] ?? [] }

    /// The threads kept there that are not resumed again before some time.
    package func paused(in codexHome: String) -> Set<String> { paused[codexHome] ?? [] }

    package func load(of worker: UInt64) -> Load { loads[worker] ?? Load() }

    // MARK: Parts

    /// What the indices are made of.
    private struct Standing: Hashable {
        var holder: UInt64?
        var home: FormerHome?
        var isAwaited = false
        var hasTurn = false
        /// Where it is kept, while it is paused.
        var pausedIn: String?
        var cause = CommandID.none

        init(_ thread: LiveThread?) {
            guard let thread else { return }
            holder = thread.holder
            if thread.retryAt == nil {
                home = thread.formerHome
                isAwaited = home != nil && !thread.waiting.isEmpty
            } else {
                pausedIn = thread.codexHome
            }
            hasTurn = thread.turn != nil
            cause = thread.cause
        }
    }

    private mutating func move(_ id: String, from before: Standing, to after: Standing) {
        if before.holder != after.holder || before.cause != after.cause { routeVersion += 1 }
        if let worker = before.holder {
            held.leave(worker, id)
            loads[worker]?.threads -= 1
            if before.hasTurn { loads[worker]?.turns -= 1 }
            if held[worker] == nil { loads[worker] = nil }
        }
        if let worker = after.holder {
            held[worker, default: []].insert(id)
            loads[worker, default: Load()].threads += 1
            if after.hasTurn { loads[worker, default: Load()].turns += 1 }
        }
        if before.home != after.home || before.isAwaited != after.isAwaited {
            if let home = before.home {
                homeless.remove(HomelessThreads.Position(isAwaited: before.isAwaited, id: id), of: home)
            }
            if let home = after.home {
                homeless.insert(HomelessThreads.Position(isAwaited: after.isAwaited, id: id), of: home)
            }
        }
        if after.hasTurn { withTurn.insert(id) } else { withTurn.remove(id) }
        if before.pausedIn != after.pausedIn {
            if let home = before.pausedIn { paused.leave(home, id) }
            if let home = after.pausedIn { paused[home, default: []].insert(id) }
        }
    }
}
