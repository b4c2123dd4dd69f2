import BusProtocol
package import EventLoop
import JSONRPC

/// All approvals: the open ones, and enough of the closed ones to tell a late answer what happened.
package struct ApprovalBook {
    /// Closed approvals that are remembered; older ones are `approval_unknown`.
    package static let closedLimit = 1_000
    /// Approvals of one worker that may be open: a further request is refused at once.
    package static let openLimit = 1_000

    private var byName: [String: Approval] = [:]
    private var closed: [String: ClosedApproval] = [:]
    /// The oldest first.
    private var closedNames: [String] = []
    private var openOfWorker: [UInt64: Set<String>] = [:]
    private var openOfThread: [String: Set<String>] = [:]

    package init() {}

    /// The most urgent first.
    package var open: [Approval] { sorted(byName.keys) }

    /// The last to be closed first.
    package var lastClosed: [ClosedApproval] { closedNames.reversed().compactMap { closed[$0] } }

    package var openCount: Int { byName.count }

    package func openCount(ofWorker worker: UInt64) -> Int { openOfWorker[worker]?.count ?? 0 }

    /// The threads that somebody's answer is waited for in.
    package var openThreads: Set<String> { Set(openOfThread.keys) }

    /// An open one.
    package subscript(name: String) -> Approval? { byName[name] }

    package func closed(_ name: String) -> ClosedApproval? { closed[name] }

    package func isKnown(_ name: String) -> Bool { byName[name] != nil || closed[name] != nil }

    /// Takes a new one. False when it is known: codex asks again, with the same id, after a resume.
    package mutating func open(_ approval: Approval) -> Bool {
        let name = approval.id.description
        guard !isKnown(name) else { return false }
        byName[name] = approval
        openOfWorker[approval.id.worker, default: []].insert(name)
        if let thread = approval.threadID { openOfThread[thread, default: []].insert(name) }
        return true
    }

    /// Takes one that an earlier daemon closed, or left open.
    package mutating func keep(_ approval: ClosedApproval) {
        guard !isKnown(approval.name) else { return }
        closed[approval.name] = approval
        closedNames.append(approval.name)
        if closedNames.count > Self.closedLimit { closed[closedNames.removeFirst()] = nil }
    }

    /// Changes an open one, which leaves the open ones when that closes it; throws as `body` does, or what has become of it.
    package mutating func change<Result>(
        _ name: String, by caller: Caller, at now: MonotonicInstant,
        _ body: (inout Approval) throws(ApprovalRefusal) -> Result
    ) throws(ApprovalRefusal) -> (approval: Approval, result: Result) {
        guard var approval = byName[name] else {
            try closed[name]?.life.require(open: caller, at: now)
            throw ApprovalRefusal(.approvalUnknown, "no approval \(name)")
        }
        let result = try body(&approval)
        put(approval)
        return (approval, result)
    }

    /// Lets something happen to an open one, whoever has it: gives it as it is since, nil when nothing has changed.
    package mutating func take(_ event: ApprovalLife.Event, _ name: String, at now: MonotonicInstant) -> Approval? {
        guard var approval = byName[name], let isChanged = try? approval.take(event, at: now), isChanged else {
            return nil
        }
        put(approval)
        return approval
    }

    /// Takes back the yes of those in whatever is open; gives each with who that was.
    package mutating func dropVotes(where isGone: (Approval, Caller) -> Bool) -> [(approval: Approval, voter: Caller)] {
        open.flatMap { approval in
            var approval = approval
            let gone = approval.dropVotes { [approval] in isGone(approval, $0) }
            put(approval)
            return gone.map { (approval, $0) }
        }
    }

    /// The open ones that a turn of the thread asked for; of any turn when none is named.
    package func openNames(ofThread thread: String, turn: String? = nil) -> [String] {
        sorted(openOfThread[thread] ?? [])
            .filter { turn == nil || $0.params["turnId"]?.stringValue == turn }.map(\.id.description)
    }

    package func openNames(ofWorker worker: UInt64) -> [String] {
        sorted(openOfWorker[worker] ?? []).map(\.id.description)
    }

    private func sorted(_ names: some Sequence<String>) -> [Approval] {
        names.compactMap { byName[$0] }.sorted {
            ($0.deadline, $0.id.description) < ($1.deadline, $1.id.description)
        }
    }

    private mutating func put(_ approval: Approval) {
        let name = approval.id.description
        guard approval.life.isClosed else {
            byName[name] = approval
            return
        }
        byName[name] = nil
        openOfWorker.leave(approval.id.worker, name)
        if let thread = approval.threadID { openOfThread.leave(thread, name) }
        keep(approval.remains)
    }
}
