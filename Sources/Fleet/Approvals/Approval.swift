package import BusProtocol
package import EventLoop
package import JSONRPC

/// A server request that somebody has to decide, and what became of it.
package struct Approval: Sendable {
    package enum State: Sendable, Hashable {
        case open
        /// Somebody's answer was taken.
        case resolved(by: String)
        /// Nobody answered in time; the refusal was sent.
        case expired
        /// Codex needs no answer any more.
        case withdrawn
        /// The worker that asked has ended.
        case void
    }

    package let id: ApprovalID
    package let worker: String
    package let method: String
    package let kind: ServerRequestKind
    package let threadID: String?
    package private(set) var params: JSON
    package let offered: [JSON]
    /// The item it is about, as codex last told of it: a file change's diff is only there.
    package private(set) var item: JSON?
    package let cwd: JSON?
    /// The thread that started this one, a subagent's, and the first of that line.
    package let parentThreadID: String?
    package let rootThreadID: String?
    /// The client whose command led to it.
    package let startedBy: String?
    /// The command that led to it.
    package let cause: CommandID
    package let deadline: MonotonicInstant
    package private(set) var state = State.open

    package init(
        id: ApprovalID, worker: String, method: String, kind: ServerRequestKind, threadID: String?, params: JSON,
        item: JSON?, cwd: JSON?, parentThreadID: String?, rootThreadID: String?, startedBy: String?, cause: CommandID,
        deadline: MonotonicInstant
    ) {
        self.id = id
        self.worker = worker
        self.method = method
        self.kind = kind
        self.threadID = threadID
        self.params = params
        offered = kind.offered(params: params)
        self.item = item
        self.cwd = cwd
        self.parentThreadID = parentThreadID
        self.rootThreadID = rootThreadID
        self.startedBy = startedBy
        self.cause = cause
        self.deadline = deadline
    }

    /// What it was about is let go of: only what became of it is asked for from here on.
    mutating func close(as state: State) {
        self.state = state
        params = [:]
        item = nil
    }

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
            "state": .string(stateName),
        ]
        body["threadId"] = threadID.map { .string($0) }
        body["parentThreadId"] = parentThreadID.map { .string($0) }
        body["rootThreadId"] = rootThreadID.map { .string($0) }
        body["startedBy"] = startedBy.map { .string($0) }
        body["item"] = item
        body["cwd"] = cwd
        if cause != .none { body["cause"] = .string(cause.description) }
        return body
    }

    package var stateName: String {
        switch state {
        case .open: "open"
        case .resolved: "resolved"
        case .expired: "expired"
        case .withdrawn: "withdrawn"
        case .void: "void"
        }
    }
}
