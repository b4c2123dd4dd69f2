package import BusProtocol
package import EventLoop
package import JSONRPC

/// A thread that consumers count on: it has a worker, or will have one again.
package struct LiveThread: Sendable {
    package enum Place: Sendable, Hashable {
        /// Loaded by that worker.
        case live(worker: UInt64)
        /// That worker was asked to load it, by the request with that token; `home` had it last.
        case resuming(worker: UInt64, token: UInt64, home: UInt64?)
        /// No worker has it, since then; `home` had it last.
        case homeless(home: UInt64?, since: MonotonicInstant)
    }

    package let id: String
    /// Where the thread is kept: only workers with this CODEX_HOME can resume it.
    package let codexHome: String
    package var place: Place
    /// The turn that runs, if one does. Empty when codex has not told its id.
    package var turn: String?
    /// A turn that is over by the thread's status, whose own end has not been told.
    package var endingTurn: String?
    /// The turns whose ends were told, the last one last: the answers to what began them may come later.
    private var endedTurns: [String] = []
    /// What began the turn that runs; kept where an interrupted turn is started again.
    package var started: StartedTurn?
    /// An interrupted turn that is to be started again once the thread is loaded.
    package var retry: StartedTurn?
    package var stall: StallClock?
    /// Nothing has been asked of it, and nothing ran in it, since then.
    package var idleSince: MonotonicInstant?
    /// Its worker was asked to let go of it.
    package var isUnloading = false
    /// The thread that started it, a subagent's.
    package var parent: String?
    package var isSpawnTold = false
    package var cwd: JSON?
    /// The command that led to what it does now.
    package var cause = CommandID.none
    /// Who sent it.
    package var startedBy: Caller?
    package var authors = TurnAuthors()
    /// Commands that wait until it has a worker again.
    package var waiting: [WaitingCommand] = []
    /// Resumes that failed in a row, and why the last one did.
    package var failedResumes = 0
    package var resumeError: String?
    /// Not resumed again before.
    package var retryAt: MonotonicInstant?
    /// Who was asked to load it and has not said in time whether it did: while that process lives it may hold the lock.
    package var askedOf: (worker: UInt64, generation: UInt32)?
    /// It is known only from a command: when it can't be resumed it is nobody's loss.
    package var isUnproven = false
    /// An earlier daemon had it, and it has not been resumed since.
    package var earlier: EarlierLife?
    private var items: [(id: String, item: JSON)] = []

    /// Commands that may wait for one thread.
    package static let waitingLimit = 256
    /// Items of one thread that are remembered for approvals, and the largest of them in bytes.
    private static let itemLimit = 32
    private static let itemSize = 256 << 10

    /// Ends of turns that are remembered.
    private static let rememberedEnds = 16

    func hasEnded(turn: String) -> Bool { endedTurns.contains(turn) }

    mutating func ended(turn: String) {
        if endedTurns.count == Self.rememberedEnds { endedTurns.removeFirst() }
        endedTurns.append(turn)
    }

    package init(id: String, codexHome: String, place: Place) {
        self.id = id
        self.codexHome = codexHome
        self.place = place
    }

    /// The worker that has it now.
    package var owner: UInt64? {
        if case .live(let worker) = place { return worker }
        return nil
    }

    /// The worker whose lines about it are believed: the one that has it, or is loading it.
    package var holder: UInt64? {
        switch place {
        case .live(let worker), .resuming(let worker, _, _): worker
        case .homeless: nil
        }
    }

    /// The worker that had it last, while none has it.
    package var home: UInt64? {
        if case .homeless(let home, _) = place { return home }
        return nil
    }

    /// Whose it was and where it is kept, while no worker has it.
    var formerHome: FormerHome? {
        if case .homeless(let home, _) = place { return FormerHome(worker: home, codexHome: codexHome) }
        return nil
    }

    package mutating func remember(item: JSON, id: String, size: Int) {
        forget(item: id)
        guard size <= Self.itemSize else { return }
        if items.count == Self.itemLimit { items.removeFirst() }
        items.append((id, item))
    }

    package mutating func forget(item id: String) {
        items.removeAll { $0.id == id }
    }

    /// A turn has ended: nothing of it is asked about any more.
    package mutating func forgetItems() {
        items = []
    }

    package func item(_ id: String) -> JSON? { items.first { $0.id == id }?.item }
}
