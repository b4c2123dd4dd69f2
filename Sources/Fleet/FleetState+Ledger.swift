import BusProtocol
import EventLoop
import JSONRPC
package import Journal

extension FleetState {
    /// A line of the ledger; when it was, the actor writes into it.
    func record(
        _ change: LedgerRecord.Change, _ approval: Approval, origin: String, by caller: Caller? = nil,
        from address: PeerAddress? = nil, cause: CommandID? = nil, detail: JSON? = nil
    ) -> LedgerRecord {
        var record = LedgerRecord(
            approval: approval.id.description, change: change, epoch: epoch, worker: approval.worker,
            thread: approval.threadID, method: approval.method,
            origin: origin == "rule" ? "rule \(approval.rule ?? "")" : origin)
        record.user = caller.flatMap { $0.user.isEmpty ? nil : $0.user }
        record.client = caller?.client
        record.peer = address?.json.description
        let command = cause ?? (change == .opened ? approval.cause : .none)
        record.command = command == .none ? nil : command.description
        record.detail = detail.map { LedgerDetail.text($0) }
        return record
    }

    /// The open ones, to be written anew when the journal has lost something.
    var openLedger: [LedgerRecord] {
        approvals.open.map { record(.opened, $0, origin: "worker", detail: $0.ledgerDetail) }
    }

    /// Takes up what an earlier daemon's ledger says: what it left open is void, for its workers have ended. Before the
    /// workers start.
    package mutating func restore(open: [LedgerRecord], closed: [LedgerRecord]) -> [FleetAction] {
        for record in closed { approvals.keep(ClosedApproval(record)) }
        return open.flatMap { record -> [FleetAction] in
            let approval = ClosedApproval(record, as: .void)
            guard record.epoch != epoch, approvals.closed(approval.name) == nil else { return [] }
            approvals.keep(approval)
            let line = LedgerRecord(
                approval: record.approval, change: .void, epoch: epoch, worker: record.worker, thread: record.thread,
                method: record.method, origin: "restart")
            let scope = record.thread.flatMap { Self.isThreadID($0) ? $0 : nil } ?? Topic.scope(ofWorker: record.worker)
            return [
                .record(line),
                .publish(
                    FleetEvent(
                        .request, scope: scope, method: "approval/void", body: approval.description,
                        cause: record.command.flatMap { CommandID($0) } ?? .none)),
            ]
        }
    }
}

extension LedgerRecord.Change {
    /// - Parameter state: a closed one.
    init(closing state: ApprovalLife.State) {
        self =
            switch state {
            case .resolved: .resolved
            case .expired: .expired
            case .withdrawn: .withdrawn
            case .void, .open, .claimed: .void
            }
    }
}

extension ClosedApproval {
    /// - Parameter record: its last line, or, of one that was left open, its first.
    fileprivate init(_ record: LedgerRecord, as state: ApprovalLife.State? = nil) {
        let decider: Decider =
            record.origin.hasPrefix(Self.rule)
            ? .rule(String(record.origin.dropFirst(Self.rule.count)))
            : .caller(Caller(user: record.user ?? "", client: record.client))
        let told: ApprovalLife.State =
            switch record.change {
            case .resolved: .resolved(by: decider)
            case .expired: .expired
            case .withdrawn: .withdrawn
            case .void, .opened, .claimed, .released, .voted: .void
            }
        self.init(
            name: record.approval, method: record.method, worker: record.worker, threadID: record.thread,
            life: ApprovalLife(state ?? told))
    }

    private static let rule = "rule "
}
