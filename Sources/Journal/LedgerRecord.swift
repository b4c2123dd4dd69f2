/// A line of the approvals' ledger: what happened to one, when, and by whom.
package struct LedgerRecord: Sendable, Hashable {
    package enum Change: String, Sendable, Hashable, CaseIterable {
        case opened, claimed, released, voted, resolved, expired, withdrawn, void

        /// Whether nothing can follow it.
        package var isLast: Bool {
            switch self {
            case .resolved, .expired, .withdrawn, .void: true
            case .opened, .claimed, .released, .voted: false
            }
        }

        /// Whether a worker is answered because of it: then it has to outlive a loss of power.
        var isAnswer: Bool { self == .resolved || self == .expired }
    }

    /// Its place in the ledger; 0 for one that is not written.
    package var number: Int64 = 0
    package let approval: String
    package let change: Change
    package let epoch: UInt64
    /// Milliseconds since 1970.
    package var time: Int64 = 0
    package let worker: String
    package let thread: String?
    package let method: String
    /// Who did it, where somebody did: the user as the daemon knows it, and what the client calls itself.
    package var user: String?
    package var client: String?
    /// JSON: from where, as the daemon knows it.
    package var peer: String?
    /// What brought it: a client, a rule, a deadline, codex …
    package var origin: String
    /// The UUID of the command that did it.
    package var command: String?
    /// JSON: what was asked, or answered.
    package var detail: String?

    package init(
        approval: String, change: Change, epoch: UInt64, worker: String, thread: String? = nil, method: String,
        origin: String
    ) {
        self.approval = approval
        self.change = change
        self.epoch = epoch
        self.worker = worker
        self.thread = thread
        self.method = method
        self.origin = origin
    }

    /// Bytes that it takes as JSON, about.
    var size: Int {
        let texts = [approval, worker, thread, method, user, client, peer, origin, command, detail]
        return 256 + texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
    }
}
