package import BusProtocol
import EventLoop
package import JSONRPC
import Supervision

/// The fleet, decided: which worker has which thread, what was asked of whom, what waits for an approval.
///
/// A value without clock or I/O. Each entry takes what happened and when, and gives the actions that follow, to be
/// performed in their order. Its topics are in `FleetState+….swift`.
package struct FleetState {
    /// What a request to a worker was for.
    enum Sent {
        case command(SentCommand)
        case resume(thread: String, worker: UInt64)
    }

    struct SentCommand {
        let token: CommandToken
        let id: CommandID
        let method: AppServerMethod
        let threadID: String?
        let worker: UInt64
        let client: String
    }

    package let epoch: UInt64
    let approvalDeadline: Duration
    let version: String

    var workers: [UInt64: WorkerRecord] = [:]
    var threads: [String: LiveThread] = [:]
    var approvals = ApprovalBook()
    var handles = Handles()
    var sent: [UInt64: Sent] = [:]
    private var lastToken: UInt64 = 0
    package internal(set) var isDraining = false
    /// The workers that finish their turns.
    var draining: Set<UInt64> = []
    package internal(set) var counters = FleetCounters()
    /// What the sockets have counted, for `fleet/status`.
    package var sinkCounters: JSON = [:]

    package init(epoch: UInt64, version: String, approvalDeadline: Duration = .seconds(600)) {
        self.epoch = epoch
        self.version = version
        self.approvalDeadline = approvalDeadline
    }

    mutating func nextToken() -> UInt64 {
        lastToken += 1
        return lastToken
    }

    /// From here on no command starts work, and those that wait for a thread are told so.
    package mutating func drain() -> [FleetAction] {
        isDraining = true
        let waiting = threads.values.flatMap(\.waiting)
        for id in threads.keys { threads[id]?.waiting = [] }
        return waiting.flatMap { refuse($0, .draining, "the daemon is stopping") }
    }

    package mutating func countMalformedLine() { counters.malformedLines += 1 }

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
        for _ in 0..<threads.count {
            guard let parent = threads[root]?.parent else { break }
            root = parent
        }
        return root
    }

    package func cause(ofThread thread: String) -> CommandID { threads[thread]?.cause ?? .none }
}
