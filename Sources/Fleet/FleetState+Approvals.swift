import Journal
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
        case .commandApproval, .fileChangeApproval, .permissions, .userInput, .elicitation, .legacyApproval, .toolCall,
            .attestation, .tokenRefresh:
            return open(request, kind, at: now)
        case .currentTime: return answer(.result(["currentTimeAt": .integer(unixSeconds)]))
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
        let id = ApprovalID(
            epoch: epoch, worker: request.worker, generation: request.generation, request: request.id)
        // Codex asks again after a resume: that one is open still.
        guard !approvals.isKnown(id.description) else { return [] }
        func refused(_ answer: ServerRequestAnswer) -> [FleetAction] {
            [.answer(worker: request.worker, generation: request.generation, request: request.id, answer)]
        }
        if let refusal = kind.refusalAnswer, approvals.openCount(ofWorker: request.worker) >= ApprovalBook.openLimit {
            counters.approvalsRefused += 1
            return refused(refusal)
        }
        let about = about(request)
        var holder: Caller?
        if kind.isDelegated {
            holder = leases.holder(
                of: request.method, thread: about.threadID, group: worker.identity.group, at: now)
            guard holder != nil else {
                return refused(
                    .error(
                        code: ServerRequestKind.refusedCode, message: "nobody is registered for \(request.method)"))
            }
        }
        let policy = policy(of: request.worker)
        let ruled = RequestedScope(
            kind, method: request.method, params: request.params, item: about.item, cwd: about.cwd
        ).flatMap { scope in
            let offered = kind.offered(params: request.params)
            let canAllow = kind.allowance(params: request.params, offered: offered) != nil
            return policy.approvals.first(matching: scope, canAllow: canAllow)
        }
        var terms = ApprovalTerms()
        if case .ask(let asked)? = ruled?.outcome { terms = asked }
        let approval = Approval(
            request, kind, id: id, worker: worker.identity, about: about,
            deadline: now.advanced(by: policy.approvalDeadline), terms: terms,
            rule: ruled.map { "\(worker.identity.group)/\($0.number)" }, holder: holder)
        guard approvals.open(approval) else { return [] }
        counters.approvalsOpened += 1
        let opened: [FleetAction] = [
            .record(record(.opened, approval, origin: "worker", detail: approval.ledgerDetail)),
            event(of: approval, "approval/opened", approval.description(at: now)),
            .startTimer(.approval(id.description), policy.approvalDeadline),
        ]
        return opened + rule(approval, ruled?.outcome, at: now)
    }

    /// What the fleet knows of the thread that asks; of a subagent's, who started it stands with the first of its line.
    private func about(_ request: ServerRequest) -> Approval.About {
        let thread = request.threadID.flatMap { owns(worker: request.worker, thread: $0) ? threads[$0] : nil }
        var about = Approval.About()
        let asked = request.params["cwd"].flatMap { $0.isNull ? Optional.none : $0 }
        about.cwd = asked ?? thread?.cwd
        guard let thread else { return about }
        about.threadID = thread.id
        about.item = request.itemID.flatMap { thread.item($0) }
        about.parentThreadID = thread.parent
        about.rootThreadID = root(ofThread: thread.id)
        let line = [thread.id] + ancestors(ofThread: thread.id)
        let starter = line.first { threads[$0]?.startedBy != nil }
        about.startedBy = starter.flatMap { threads[$0]?.startedBy }
        about.cause = starter.map { cause(ofThread: $0) } ?? .none
        about.authors = line.reduce(into: []) { $0.formUnion(threads[$1]?.authors.all ?? []) }
        // A subagent may outlive the turn that made it.
        for above in line where above != starter {
            if let caller = threads[above]?.startedBy { about.authors.insert(caller.isNobody ? nil : caller.name) }
        }
        return about
    }

    /// What a rule says is done at once; whoever hears of the approval hears of that, too.
    private mutating func rule(
        _ approval: Approval, _ outcome: ApprovalRule.Outcome?, at now: MonotonicInstant
    ) -> [FleetAction] {
        let answer: ServerRequestAnswer?
        switch outcome {
        case .allow: answer = approval.allowance
        case .deny: answer = approval.kind.refusalAnswer
        case .ask, nil: answer = nil
        }
        guard let answer, let rule = approval.rule,
            let decided = approvals.take(.resolve(by: .rule(rule)), approval.id.description, at: now)
        else { return [] }
        return decide(decided, answer, origin: "rule")
    }

    // MARK: Ends

    /// Nobody answered in time: codex gets the kind's refusal.
    mutating func expire(approval name: String, at now: MonotonicInstant) -> [FleetAction] {
        guard let approval = approvals.take(.expire, name, at: now), let refusal = approval.kind.refusalAnswer else {
            return []
        }
        return decide(approval, refusal, origin: "deadline")
    }

    /// Codex needs no answer to a request of its any more.
    package mutating func withdraw(worker number: UInt64, request: RequestID, at now: MonotonicInstant) -> [FleetAction]
    {
        guard let worker = workers[number] else { return [] }
        let id = ApprovalID(epoch: epoch, worker: number, generation: worker.status.generation, request: request)
        return withdraw([id.description], at: now)
    }

    mutating func withdraw(_ names: [String], at now: MonotonicInstant) -> [FleetAction] {
        names.flatMap { name in approvals.take(.withdraw, name, at: now).map { closed($0, origin: "codex") } ?? [] }
    }

    /// A worker's process has ended, or is about to: none of its requests can be answered any more.
    mutating func voidApprovals(ofWorker worker: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        approvals.openNames(ofWorker: worker).flatMap { name in
            approvals.take(.void, name, at: now).map { closed($0, origin: "worker") } ?? []
        }
    }

    // MARK: What follows

    /// Codex gets an answer, once the ledger has it.
    func decide(
        _ approval: Approval, _ answer: ServerRequestAnswer, origin: String, by caller: Caller? = nil,
        from address: PeerAddress? = nil, cause: CommandID? = nil
    ) -> [FleetAction] {
        let name = approval.id.description
        var body = approval.remains.description
        // What somebody typed in may be a secret; a decision is not.
        if approval.kind.isDecision, case .result(let result) = answer { body["result"] = result }
        let line = record(
            LedgerRecord.Change(closing: approval.life.state), approval, origin: origin, by: caller,
            from: address, cause: cause, detail: approval.kind.ledgerDetail(of: answer, params: approval.params))
        return [.cancelTimer(.approval(name)), .cancelTimer(.claim(name))] + [
            .onceRecorded(
                line,
                [
                    .answer(
                        worker: approval.id.worker, generation: approval.id.generation, request: approval.id.request,
                        answer),
                    event(of: approval, "approval/\(approval.life.state.word)", body, cause: cause),
                ])
        ]
    }

    /// Tells of an approval that is closed without an answer.
    func closed(_ approval: Approval, origin: String) -> [FleetAction] {
        let name = approval.id.description
        return [
            .cancelTimer(.approval(name)), .cancelTimer(.claim(name)),
            .record(record(LedgerRecord.Change(closing: approval.life.state), approval, origin: origin)),
            event(of: approval, "approval/\(approval.life.state.word)", approval.remains.description),
        ]
    }

    func event(
        of approval: Approval, _ method: String, _ body: JSON, cause: CommandID? = nil
    ) -> FleetAction {
        .publish(
            FleetEvent(
                .request, scope: approval.scope, method: method,
                body: body,
                worker: approval.id.worker, generation: approval.id.generation, cause: cause ?? approval.cause))
    }
}
