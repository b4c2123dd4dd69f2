import Supervision
import BusProtocol
package import EventLoop
package import JSONRPC

extension FleetState {
    /// A worker asks its client for something; its line has been published under `scope`.
    package mutating func serverRequest(_ request: ServerRequest, at now: MonotonicInstant, unixSeconds: Int64)
        -> [FleetAction]
    {
        let kind = ServerRequestKind(method: request.method)
        func answer(_ answer: ServerRequestAnswer) -> [FleetAction] {
            [.answer(worker: request.worker, generation: request.generation, request: request.id, answer)]
        }
        switch kind {
        case .commandApproval, .fileChangeApproval, .permissions, .userInput, .elicitation, .legacyApproval:
            return open(request, kind, at: now)
        case .currentTime: return answer(.result(["currentTimeAt": .integer(unixSeconds)]))
        case .delegated: return answer(.error(code: -32000, message: "nobody is registered for \(request.method)"))
        case .unknown: return answer(.error(code: -32601, message: "Bosun does not know \(request.method)"))
        }
    }

    private mutating func open(
        _ request: ServerRequest, _ kind: ServerRequestKind, at now: MonotonicInstant
    ) -> [FleetAction] {
        // A process on its way out can't be answered any more.
        guard let worker = workers[request.worker], worker.takesAnswers,
            request.generation == worker.status.generation
        else { return [] }
        let patience = policy(of: request.worker).approvalDeadline
        let thread = request.threadID.flatMap { owns(worker: request.worker, thread: $0) ? threads[$0] : nil }
        let approval = Approval(
            id: ApprovalID(
                epoch: epoch, worker: request.worker, generation: request.generation, request: request.id),
            worker: worker.identity.name, method: request.method, kind: kind, threadID: thread?.id,
            params: request.params, item: request.itemID.flatMap { thread?.item($0) },
            cwd: request.params["cwd"] ?? thread?.cwd,
            parentThreadID: thread?.parent, rootThreadID: thread.map { root(ofThread: $0.id) },
            startedBy: thread?.startedBy,
            cause: thread?.cause ?? .none, deadline: now.advanced(by: patience))
        // Codex asks again after a resume: that one is open still.
        guard approvals[approval.id.description] == nil else { return [] }
        if let refusal = kind.refusal, approvals.openCount(ofWorker: request.worker) >= ApprovalBook.openLimit {
            counters.approvalsRefused += 1
            return [answer(approval, kind.result(ofDecision: refusal))]
        }
        guard approvals.open(approval) else { return [] }
        counters.approvalsOpened += 1
        return [
            event(of: approval, "approval/opened", approval.description(at: now)),
            .startTimer(.approval(approval.id.description), patience),
        ]
    }

    /// `approval/respond`: the first answer goes to codex; a later one is told who was first.
    mutating func respond(_ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON) -> [FleetAction] {
        func reply(_ reply: CommandReply) -> FleetAction { .reply(command.token, reply, command: meta.command) }
        guard let name = params["approvalId"]?.stringValue else {
            return [reply(.invalid(code: -32602, message: "params.approvalId is the id of an approval"))]
        }
        guard (params["decision"] == nil) != (params["result"] == nil) else {
            return [reply(.invalid(code: -32602, message: "params has either decision or result"))]
        }
        do {
            let (approval, result) = try approvals.respond(
                to: name, decision: params["decision"], result: params["result"], by: meta.client)
            return [answer(approval, result)] + closed(approval, result: result, cause: meta.command)
                + [reply(.result(["approvalId": .string(name), "state": "resolved"]))]
        } catch {
            return [reply(.refused(error.reason, error.message))]
        }
    }

    /// Nobody answered in time: codex gets the kind's refusal.
    mutating func expire(approval name: String) -> [FleetAction] {
        guard let approval = approvals.expire(name), let refusal = approval.kind.refusal else { return [] }
        let result = approval.kind.result(ofDecision: refusal)
        return [answer(approval, result)] + closed(approval, result: result)
    }

    private func answer(_ approval: Approval, _ result: JSON) -> FleetAction {
        .answer(
            worker: approval.id.worker, generation: approval.id.generation, request: approval.id.request,
            .result(result))
    }

    /// Codex needs no answer to a request of its any more.
    package mutating func withdraw(worker number: UInt64, request: RequestID) -> [FleetAction] {
        guard let worker = workers[number] else { return [] }
        let id = ApprovalID(epoch: epoch, worker: number, generation: worker.status.generation, request: request)
        return approvals.withdraw(id).map { closed($0) } ?? []
    }

    /// Tells what became of an approval.
    func closed(_ approval: Approval, result: JSON? = nil, cause: CommandID? = nil) -> [FleetAction] {
        var body: JSON = [
            "approvalId": .string(approval.id.description), "method": .string(approval.method),
            "worker": .string(approval.worker), "state": .string(approval.stateName),
        ]
        body["threadId"] = approval.threadID.map { .string($0) }
        // What somebody typed in may be a secret; a decision is not.
        if approval.kind.isDecision { body["result"] = result }
        if case .resolved(let who) = approval.state { body["by"] = .string(who) }
        return [
            .cancelTimer(.approval(approval.id.description)),
            event(of: approval, "approval/\(approval.stateName)", body, cause: cause),
        ]
    }

    private func event(
        of approval: Approval, _ method: String, _ body: JSON, cause: CommandID? = nil
    ) -> FleetAction {
        .publish(
            FleetEvent(
                .request, scope: approval.threadID ?? Topic.scope(ofWorker: approval.worker), method: method,
                body: body,
                worker: approval.id.worker, generation: approval.id.generation, cause: cause ?? approval.cause))
    }
}
