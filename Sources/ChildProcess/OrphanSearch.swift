/// Which processes of a machine are orphans of this state directory: what an earlier daemon, or a worker's earlier life, has
/// left behind.
///
/// A value: what it is to judge is read from /proc by `OrphanHunt`.
package struct OrphanSearch: Sendable {
    /// A process of the machine.
    package struct Candidate: Sendable, Hashable {
        package let identity: ProcessIdentity
        package let parent: CInt
        package let group: CInt
        package let name: String
        package let mark: WorkerMark?

        package init(identity: ProcessIdentity, parent: CInt, group: CInt, name: String, mark: WorkerMark?) {
            self.identity = identity
            self.parent = parent
            self.group = group
            self.name = name
            self.mark = mark
        }
    }

    private let stateID: String
    private let epoch: UInt64
    private let recorded: Set<ProcessIdentity>
    private let current: Set<CInt>
    /// Since when workers' present lives go on, in clock ticks since the boot.
    private let lives: [String: UInt64]
    /// What started later is not looked at, in clock ticks since the boot.
    private let before: UInt64
    private let own: CInt

    /// At the daemon's start: all of other epochs, and the processes that stand in the journal.
    package init(stateID: String, epoch: UInt64, recorded: Set<ProcessIdentity>, own: CInt) {
        self.stateID = stateID
        self.epoch = epoch
        self.recorded = recorded
        current = []
        lives = [:]
        before = 0
        self.own = own
    }

    /// While it serves: also what is left of workers' earlier lives.
    ///
    /// - Parameters:
    ///   - current: the process of each worker that has one.
    ///   - before: when they were looked at: a worker that starts after that is none of them, and no orphan.
    package init(stateID: String, epoch: UInt64, current: [String: ProcessIdentity], before: UInt64, own: CInt) {
        self.stateID = stateID
        self.epoch = epoch
        recorded = []
        self.current = Set(current.values.map(\.pid))
        lives = current.mapValues(\.started)
        self.before = before
        self.own = own
    }

    /// Among what this process has adopted: all that is of no worker's present life.
    ///
    /// - Parameter lives: since when each worker that has a process, or is about to, is in this life, in clock ticks since the
    ///   boot. Asked for when it is used: what is of any other worker is an orphan, whenever it started.
    package init(stateID: String, epoch: UInt64, lives: [String: UInt64], own: CInt) {
        self.stateID = stateID
        self.epoch = epoch
        recorded = []
        current = []
        self.lives = lives
        before = .max
        self.own = own
    }

    /// The orphans among all processes of the machine: those that are known as such, the groups that they lead, and all that
    /// descends from them. Never this daemon, what it descends from, or a current worker and its descendants.
    package func orphans(among all: [Candidate]) -> [Candidate] {
        let byPID = Dictionary(all.map { ($0.identity.pid, $0) }, uniquingKeysWith: { $1 })
        let children = Dictionary(grouping: all, by: \.parent)
        let groups = Dictionary(grouping: all, by: \.group)
        let spared = ancestors(byPID).union(descendants(of: current, children))
        var found: Set<CInt> = []
        var waiting = all.filter { isOrphan($0) }
        while let next = waiting.popLast() {
            let pid = next.identity.pid
            guard pid > 1, !spared.contains(pid), !isAnothers(next), found.insert(pid).inserted else { continue }
            waiting += children[pid] ?? []
            waiting += groups[pid] ?? []
        }
        return found.sorted().compactMap { byPID[$0] }
    }

    private func isOrphan(_ candidate: Candidate) -> Bool {
        if recorded.contains(candidate.identity) { return true }
        guard let mark = candidate.mark, mark.stateID == stateID else { return false }
        guard mark.epoch == epoch else { return true }
        // What a worker's present life has started is no older than its process.
        return candidate.identity.started < lives[mark.worker] ?? before
    }

    /// Another daemon's: it was started below an orphan of ours, and goes on.
    private func isAnothers(_ candidate: Candidate) -> Bool {
        candidate.mark.map { $0.stateID != stateID } ?? false
    }

    private func ancestors(_ all: [CInt: Candidate]) -> Set<CInt> {
        var line: Set<CInt> = []
        var next = own
        while line.insert(next).inserted, let parent = all[next]?.parent { next = parent }
        return line
    }

    private func descendants(of roots: Set<CInt>, _ children: [CInt: [Candidate]]) -> Set<CInt> {
        var found: Set<CInt> = []
        var waiting = Array(roots)
        while let pid = waiting.popLast() {
            guard found.insert(pid).inserted else { continue }
            waiting += (children[pid] ?? []).map(\.identity.pid)
        }
        return found
    }
}
