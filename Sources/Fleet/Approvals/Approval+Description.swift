import BusProtocol
package import EventLoop
package import JSONRPC

extension Approval {
    /// What an approver needs to see: the body of `approval/opened`, and an entry of `approval/list`.
    package func description(at now: MonotonicInstant) -> JSON {
        var body: JSON = [
            "approvalId": .string(id.description),
            "method": .string(method),
            "params": params,
            "offered": .array(offered),
            "refusal": kind.refusal ?? .null,
            "expiresInMs": .integer(max(0, now.duration(to: deadline).milliseconds)),
            "worker": .string(worker),
            "state": .string(life.state.word),
        ]
        body["threadId"] = threadID.map { .string($0) }
        body["parentThreadId"] = parentThreadID.map { .string($0) }
        body["rootThreadId"] = rootThreadID.map { .string($0) }
        body["startedBy"] = startedBy.map { .string($0.name) }
        body["item"] = item
        body["cwd"] = cwd
        if cause != .none { body["cause"] = .string(cause.description) }
        if case .claimed(let caller, let until) = life.state {
            body["claim"] = caller.details.adding([
                "remainingMs": .integer(max(0, now.duration(to: until).milliseconds))
            ])
        }
        body["rule"] = rule.map { .string($0) }
        body["users"] = terms.users.map { .array($0.sorted().map { .string($0) }) }
        if terms.quorum > 1 {
            body["quorum"] = .integer(Int64(terms.quorum))
            body["votes"] = .array(votes.names.map { .string($0) })
        }
        if terms.fourEyes { body["fourEyes"] = true }
        body["holder"] = holder.map(\.details)
        return body
    }

    /// What is kept of it once it is closed.
    var remains: ClosedApproval {
        ClosedApproval(name: id.description, method: method, worker: worker, threadID: threadID, life: life)
    }
}

extension ApprovalLife.State {
    /// As events and the ledger say it.
    package var word: String {
        switch self {
        case .open: "open"
        case .claimed: "claimed"
        case .resolved: "resolved"
        case .expired: "expired"
        case .withdrawn: "withdrawn"
        case .void: "void"
        }
    }
}
