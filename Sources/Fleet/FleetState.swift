package import BusProtocol
import EventLoop
package import JSONRPC
import Supervision

/// The fleet, decided: which worker has which thread, what was asked of whom, what waits for an approval.
///
/// A value without clock or I/O. Each entry takes what happened and when, and gives the actions that follow, to be
/// performed in their order. Its topics are in `FleetState+….swift`.
package struct FleetState {
    package let epoch: UInt64
    let version: String

    var workers = WorkerTable()
    var workerNames: [String: UInt64] = [:]
    var policies: [String: GroupPolicy] = [:]
    var threads = ThreadTable()
    /// Threads that a running worker let go of: it holds their locks until its end, so they go back to it.
    var unloaded = UnloadedThreads()
    /// Whose threads have their timer running: one for all that a worker has lost.
    var awaitedHomes: Set<FormerHome> = []
    var approvals = ApprovalBook()
    var leases = RequestLeases()
    var handles = Handles()
    var sent = SentRequests()
    var drains: [UInt64: WorkerDrain] = [:]
    var roll: RollingRestart?
    /// Workers that the configuration has no more: each ends and is removed then.
    var leaving: Set<UInt64> = []
    var formerWorkers = FormerWorkers()
    /// Who started a subagent's thread, told before the thread itself showed.
    var announcedParents = AnnouncedParents()
    var archiveAllowance = ArchiveAllowance()
    var nextIdleSweep: MonotonicInstant?
    private var lastToken: UInt64 = 0
    /// The daemon is stopping.
    package internal(set) var isDraining = false
    /// An operator drained the fleet: it takes no new work until somebody starts a worker.
    package internal(set) var isClosed = false
    package internal(set) var counters = FleetCounters()
    /// The last event's place in the order of all, for a snapshot.
    package var seq: UInt64 = 0
    /// What the sockets have counted, for `fleet/status`.
    package var sinkCounters: JSON = [:]
    /// How many loops there are, and what passes between them, likewise.
    package var loopCounters: JSON = [:]
    /// How the journal fares, likewise; null when there is none.
    package var journalCounters = JSON.null

    package init(epoch: UInt64, version: String) {
        self.epoch = epoch
        self.version = version
    }

    /// Sets how the group's workers, threads, turns and approvals are treated from here on; what has a deadline keeps it.
    package mutating func set(policy: GroupPolicy, ofGroup group: String) { policies[group] = policy }

    package func policy(ofGroup group: String?) -> GroupPolicy { group.flatMap { policies[$0] } ?? GroupPolicy() }

    func policy(of worker: UInt64?) -> GroupPolicy {
        policy(ofGroup: worker.flatMap { workers[$0]?.identity.group })
    }

    func worker(named name: String) -> WorkerRecord? { workerNames[name].flatMap { workers[$0] } }

    mutating func nextToken() -> UInt64 {
        lastToken += 1
        return lastToken
    }

    /// From here on no command starts work, and those that wait for a thread are told so.
    package mutating func drain() -> [FleetAction] {
        isDraining = true
        let cancelled = roll?.cancel() ?? []
        return cancelled.flatMap { perform($0) } + refuseWaiting("the daemon is stopping") { _ in true }
    }

    /// Tells those that wait for a thread that it will not be.
    mutating func refuseWaiting(_ message: String, where isRefused: (WaitingCommand) -> Bool) -> [FleetAction] {
        var actions: [FleetAction] = []
        for id in threads.keys.sorted() {
            guard let waiting = threads[id]?.waiting, waiting.contains(where: isRefused) else { continue }
            threads[id]?.waiting.removeAll(where: isRefused)
            actions += waiting.filter(isRefused).flatMap { refuse($0, .draining, message) }
        }
        return actions
    }

    package mutating func countMalformedLine() { counters.malformedLines += 1 }

    /// A worker was given an answer that the ledger does not have.
    package mutating func countUnrecorded() { counters.answersUnrecorded += 1 }

    package var readyWorkers: Int { workers.values.count(where: \.isReady) }

    package var openApprovals: Int { approvals.openCount }

    /// Whether a line of this worker may stand under that thread's scope.
    package func owns(worker: UInt64, thread: String) -> Bool {
        threads[thread]?.holder == worker
    }

    /// The thread from which it and its parents come, itself when it has none.
    func root(ofThread id: String) -> String {
        var root = id
        // Parents come from workers, who could tell of a circle.
        for _ in 0..<Self.deepestLine {
            guard let parent = threads[root]?.parent else { break }
            root = parent
        }
        return root
    }

    /// The threads that started this one, the nearest first.
    func ancestors(ofThread id: String) -> [String] {
        var line: [String] = []
        var next = threads[id]?.parent
        while let parent = next, line.count < Self.deepestLine {
            line.append(parent)
            next = threads[parent]?.parent
        }
        return line
    }

    private static let deepestLine = 64

    package func cause(ofThread thread: String) -> CommandID { threads[thread]?.cause ?? .none }
}
