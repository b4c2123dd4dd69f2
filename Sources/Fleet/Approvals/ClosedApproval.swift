import BusProtocol
package import JSONRPC

/// What is kept of an approval that is closed: enough to tell a late answer what happened.
package struct ClosedApproval: Sendable, Hashable {
    package let name: String
    package let method: String
    package let worker: String
    package let threadID: String?
    package let life: ApprovalLife

    package init(name: String, method: String, worker: String, threadID: String?, life: ApprovalLife) {
        self.name = name
        self.method = method
        self.worker = worker
        self.threadID = threadID
        self.life = life
    }

    /// Under which its events stand.
    package var scope: String { threadID ?? Topic.scope(ofWorker: worker) }

    /// As `approval/get` and the event that closed it tell it.
    package var description: JSON {
        var body: JSON = [
            "approvalId": .string(name), "method": .string(method), "worker": .string(worker),
            "state": .string(life.state.word),
        ]
        body["threadId"] = threadID.map { .string($0) }
        if case .resolved(let decider) = life.state { body = body.adding(decider.details) }
        return body
    }
}
