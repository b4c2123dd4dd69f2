package import BusProtocol
import EventLoop
package import JSONRPC

/// All approvals of this epoch: the open ones, and enough of the closed ones to tell a late answer what happened.
package struct ApprovalBook {
    /// Why an answer was not taken.
    package struct Refused: Error, Equatable {
        package let reason: BusErrorReason
        package let message: String
    }

    /// Closed approvals that are remembered; older ones are `approval_unknown`.
    package static let closedLimit = 1_000
    /// Approvals of one worker that may be open: a further request is refused at once.
    package static let openLimit = 1_000

    private var byName: [String: Approval] = [:]
    private var closedNames: [String] = []
    private var openOfWorker: [UInt64: Set<String>] = [:]
    private var openOfThread: [String: Set<String>] = [:]

    package init() {}

    package var open: [Approval] { sorted(openOfWorker.values.joined()) }

    package var openCount: Int { byName.count - closedNames.count }

    package func openCount(ofWorker worker: UInt64) -> Int { openOfWorker[worker]?.count ?? 0 }

    /// The threads that somebody's answer is waited for in.
    package var openThreads: Set<String> { Set(openOfThread.keys) }

    package subscript(name: String) -> Approval? { byName[name] }

    /// Takes a new one. False when it is known: codex asks again, with the same id, after a resume.
    package mutating func open(_ approval: Approval) -> Bool {
        let name = approval.id.description
        guard byName[name] == nil else { return false }
        byName[name] = approval
        openOfWorker[approval.id.worker, default: []].insert(name)
        if let thread = approval.threadID { openOfThread[thread, default: []].insert(name) }
        return true
    }

    /// Takes somebody's answer, the first only, and gives what codex is to get.
    ///
    /// A closed approval is said to be closed before the answer itself is looked at.
    package mutating func respond(
        to name: String, decision: JSON?, result: JSON?, by who: String
    ) throws(Refused) -> (approval: Approval, result: JSON) {
        guard let approval = byName[name] else {
            throw Refused(reason: .approvalUnknown, message: "no approval \(name)")
        }
        try Self.requireOpen(approval)
        let answer: JSON
        if let decision {
            guard approval.offered.contains(decision) else {
                throw Refused(
                    reason: .decisionNotOffered, message: "offered are \(JSON.array(approval.offered).description)")
            }
            answer = approval.kind.result(ofDecision: decision)
        } else if let result, approval.kind.accepts(result: result, params: approval.params, offered: approval.offered)
        {
            answer = result
        } else {
            throw Refused(reason: .decisionNotOffered, message: "the result is not one that \(approval.method) takes")
        }
        return (close(name, as: .resolved(by: who)) ?? approval, answer)
    }

    /// The deadline has passed: gives the approval, closed, when it was still open.
    package mutating func expire(_ name: String) -> Approval? { closeIfOpen(name, as: .expired) }

    /// Codex needs no answer any more.
    package mutating func withdraw(_ id: ApprovalID) -> Approval? { closeIfOpen(id.description, as: .withdrawn) }

    /// The turn that asked has ended.
    package mutating func withdrawAll(ofThread thread: String, turn: String) -> [Approval] {
        sorted(openOfThread[thread] ?? []).filter { $0.params["turnId"]?.stringValue == turn }
            .compactMap { closeIfOpen($0.id.description, as: .withdrawn) }
    }

    /// Codex has unloaded a thread.
    package mutating func withdrawAll(ofThread thread: String) -> [Approval] {
        sorted(openOfThread[thread] ?? []).compactMap { closeIfOpen($0.id.description, as: .withdrawn) }
    }

    /// A worker's process has ended: none of its requests can be answered any more.
    package mutating func voidAll(ofWorker worker: UInt64) -> [Approval] {
        sorted(openOfWorker[worker] ?? []).compactMap { closeIfOpen($0.id.description, as: .void) }
    }

    /// The most urgent first.
    private func sorted(_ names: some Sequence<String>) -> [Approval] {
        names.compactMap { byName[$0] }.sorted {
            ($0.deadline, $0.id.description) < ($1.deadline, $1.id.description)
        }
    }

    private static func requireOpen(_ approval: Approval) throws(Refused) {
        switch approval.state {
        case .open: return
        case .resolved(let who):
            throw Refused(reason: .approvalResolved, message: "answered before, by \(who)")
        case .expired: throw Refused(reason: .approvalExpired, message: "its deadline passed and it was refused")
        case .withdrawn: throw Refused(reason: .approvalWithdrawn, message: "codex needs no answer any more")
        case .void: throw Refused(reason: .approvalVoid, message: "the worker that asked has ended")
        }
    }

    private mutating func closeIfOpen(_ name: String, as state: Approval.State) -> Approval? {
        guard byName[name]?.state == .open else { return nil }
        return close(name, as: state)
    }

    private mutating func close(_ name: String, as state: Approval.State) -> Approval? {
        if let approval = byName[name] {
            openOfWorker.leave(approval.id.worker, name)
            if let thread = approval.threadID { openOfThread.leave(thread, name) }
        }
        byName[name]?.close(as: state)
        closedNames.append(name)
        if closedNames.count > Self.closedLimit { byName[closedNames.removeFirst()] = nil }
        return byName[name]
    }
}
