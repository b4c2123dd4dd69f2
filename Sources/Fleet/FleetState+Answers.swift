import Journal
import BusProtocol
import EventLoop
import JSONRPC

// What consumers do about approvals.
extension FleetState {
    /// `approval/respond`: the first answer goes to codex; a later one is told who was first.
    mutating func respond(
        _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let name = params["approvalId"]?.stringValue else { return invalid(command, meta, Self.noApproval) }
        guard (params["decision"] == nil) != (params["result"] == nil) else {
            return invalid(command, meta, "params has either decision or result")
        }
        let caller = command.caller
        do throws(ApprovalRefusal) {
            let (approval, answered) = try approvals.change(name, by: caller, at: now) {
                approval throws(ApprovalRefusal) in
                try approval.answer(decision: params["decision"], result: params["result"], by: caller, at: now)
            }
            switch answered {
            case .decided(let answer):
                return decide(
                    approval, answer, origin: "client", by: caller, from: command.address, cause: meta.command
                ) + [
                    recorded(command, meta, ["approvalId": .string(name), "state": "resolved"], at: now)
                ]
            case .voted(let count): return voted(approval, count, command, meta, at: now)
            }
        } catch {
            return [.reply(command.token, error.reply, command: meta.command)]
        }
    }

    private func voted(
        _ approval: Approval, _ count: Int, _ command: IncomingCommand, _ meta: CommandMeta,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        let body = votes(of: approval, by: command.caller)
        let name = approval.id.description
        let line = record(
            .voted, approval, origin: "client", by: command.caller, from: command.address, cause: meta.command)
        return [
            .cancelTimer(.claim(name)),
            .record(line), event(of: approval, "approval/voted", body, cause: meta.command),
            recorded(
                command, meta,
                [
                    "approvalId": .string(name), "state": "open", "agreeing": .integer(Int64(count)),
                    "quorum": .integer(Int64(approval.terms.quorum)),
                ], at: now),
        ]
    }

    /// What `approval/voted` says.
    func votes(of approval: Approval, by caller: Caller) -> JSON {
        var body = heading(approval).adding(caller.details)
        body["votes"] = .array(approval.votes.names.map { .string($0) })
        body["quorum"] = .integer(Int64(approval.terms.quorum))
        return body
    }

    /// `approval/claim`: for a while only that one may answer.
    mutating func claim(
        _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let name = params["approvalId"]?.stringValue else { return invalid(command, meta, Self.noApproval) }
        guard let milliseconds = params["ttlMs"]?.intValue, Self.claimTimes.contains(milliseconds) else {
            return invalid(command, meta, "params.ttlMs is a whole number from 1 to 86400000")
        }
        let caller = command.caller
        let until = now.advanced(by: .milliseconds(milliseconds))
        do throws(ApprovalRefusal) {
            let (approval, _) = try approvals.change(name, by: caller, at: now) { approval throws(ApprovalRefusal) in
                try approval.life.require(open: caller, at: now)
                try approval.require(mayAnswer: caller)
                try approval.require(otherThanStarter: caller)
                return try approval.take(.claim(by: caller, until: until), at: now)
            }
            let body = heading(approval).adding(caller.details).adding(["remainingMs": .integer(milliseconds)])
            return [
                .startTimer(.claim(name), .milliseconds(milliseconds)),
                .record(
                    record(
                        .claimed, approval, origin: "client", by: caller, from: command.address, cause: meta.command,
                        detail: ["ttlMs": .integer(milliseconds)])),
                event(of: approval, "approval/claimed", body, cause: meta.command), result(command, meta, body),
            ]
        } catch {
            return [.reply(command.token, error.reply, command: meta.command)]
        }
    }

    /// `approval/release`: everybody may answer again. Nothing happens to one that nobody claims.
    mutating func release(
        _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let name = params["approvalId"]?.stringValue else { return invalid(command, meta, Self.noApproval) }
        let caller = command.caller
        do throws(ApprovalRefusal) {
            let (approval, isReleased) = try approvals.change(name, by: caller, at: now) {
                approval throws(ApprovalRefusal) in try approval.take(.release(by: caller), at: now)
            }
            let reply = result(command, meta, ["approvalId": .string(name), "state": "open"])
            guard isReleased else { return [reply] }
            return released(
                approval, origin: "client", by: caller, from: command.address, cause: meta.command) + [reply]
        } catch {
            return [.reply(command.token, error.reply, command: meta.command)]
        }
    }

    /// A claim's time may be over.
    mutating func lapse(claim name: String, at now: MonotonicInstant) -> [FleetAction] {
        guard case .claimed(let caller, _)? = approvals[name]?.life.state,
            let approval = approvals.take(.lapse, name, at: now)
        else { return [] }
        return released(approval, origin: "lapse", by: caller)
    }

    func released(
        _ approval: Approval, origin: String, by caller: Caller, from address: PeerAddress? = nil,
        cause: CommandID? = nil
    ) -> [FleetAction] {
        let body = heading(approval).adding(caller.details).adding(["lapsed": .bool(origin == "lapse")])
        return [
            .cancelTimer(.claim(approval.id.description)),
            .record(record(.released, approval, origin: origin, by: caller, from: address, cause: cause)),
            event(of: approval, "approval/released", body, cause: cause),
        ]
    }

    // MARK: Looking

    /// `approval/list`: the open ones, those in one state, or lines of the ledger.
    func listApprovals(
        _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, at now: MonotonicInstant
    ) -> [FleetAction] {
        if params["history"] == true { return history(command, meta, params) }
        guard params["history"] == nil || params["history"] == false else {
            return invalid(command, meta, "params.history is true or false")
        }
        guard let state = params["state"] else {
            return [
                result(command, meta, ["approvals": .array(approvals.open.map { $0.description(at: now) })])
            ]
        }
        guard let word = state.stringValue, Self.stateWords.contains(word) else {
            return invalid(command, meta, "params.state is one of \(Self.stateWords.joined(separator: ", "))")
        }
        let open = approvals.open.filter { $0.life.state.word == word }.map { $0.description(at: now) }
        let closed = approvals.lastClosed.filter { $0.life.state.word == word }.map(\.description)
        return [result(command, meta, ["approvals": .array(open + closed)])]
    }

    private static let stateWords = ["open", "claimed", "resolved", "expired", "withdrawn", "void"]

    private func history(_ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON) -> [FleetAction] {
        var query = LedgerQuery()
        if let value = params["limit"] {
            guard let limit = value.intValue.flatMap({ Int(exactly: $0) }), LedgerQuery.limits.contains(limit) else {
                return invalid(command, meta, "params.limit is a whole number from 1 to 1000")
            }
            query.limit = limit
        }
        if let value = params["before"] {
            guard let before = value.intValue, before > 0 else {
                return invalid(command, meta, "params.before is the number of a line")
            }
            query.before = before
        }
        query.asker = command.caller.name
        query.approval = params["approvalId"]?.stringValue
        query.thread = params["threadId"]?.stringValue
        return [.readLedger(command.token, query, command: meta.command)]
    }

    /// `approval/get`.
    func getApproval(
        _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let name = params["approvalId"]?.stringValue else { return invalid(command, meta, Self.noApproval) }
        guard let found = approvals[name]?.description(at: now) ?? approvals.closed(name)?.description else {
            return [.reply(command.token, .refused(.approvalUnknown, "no approval \(name)"), command: meta.command)]
        }
        return [result(command, meta, found)]
    }

    // MARK: Parts

    private static let noApproval = "params.approvalId is the id of an approval"
    private static let claimTimes: ClosedRange<Int64> = 1...86_400_000

    func invalid(_ command: IncomingCommand, _ meta: CommandMeta, _ message: String) -> [FleetAction] {
        [.reply(command.token, .invalid(code: -32602, message: message), command: meta.command)]
    }

    func result(_ command: IncomingCommand, _ meta: CommandMeta, _ result: JSON) -> FleetAction {
        .reply(command.token, .result(result), command: meta.command)
    }

    /// The reply comes once the ledger has what it tells of, or at the command's deadline.
    private func recorded(
        _ command: IncomingCommand, _ meta: CommandMeta, _ result: JSON, at now: MonotonicInstant
    ) -> FleetAction {
        .replyOnceJournaled(
            command.token, .result(result), command: meta.command,
            deadline: now.advanced(by: meta.deadline ?? CommandMeta.defaultDeadline))
    }

    /// What every event about an approval says.
    private func heading(_ approval: Approval) -> JSON {
        var body: JSON = [
            "approvalId": .string(approval.id.description), "method": .string(approval.method),
            "worker": .string(approval.worker), "state": .string(approval.life.state.word),
        ]
        body["threadId"] = approval.threadID.map { .string($0) }
        return body
    }
}

extension ApprovalRefusal {
    var reply: CommandReply {
        details.objectValue?.isEmpty == false ? .refusedInDetail(reason, message, details) : .refused(reason, message)
    }
}
