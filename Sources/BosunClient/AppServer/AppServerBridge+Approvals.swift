import BusProtocol
import EventLoop
import JSONRPC

extension AppServerBridge {
    /// Codex's own request, which an approval follows, or one that it has repeated after a resume.
    mutating func asks(_ event: Event, _ thread: String) {
        let request = (try? JSON(parsing: event.body))?["id"]
        lastAsking[thread] = request
        if let id = asked.first(where: { $0.value.thread == thread && $0.value.request == nil })?.key {
            asked[id]?.request = request
        }
    }

    /// An approval of one of the client's threads is open, or is over.
    mutating func approvalChanged(_ method: String, _ event: Event, _ thread: String) -> [Action] {
        guard options.asksApprovals, let body = try? JSON(parsing: event.body),
            let name = body["approvalId"]?.stringValue
        else { return [] }
        guard method != "approval/opened" else {
            return ask(name, body, thread, request: lastAsking.removeValue(forKey: thread))
        }
        guard let id = asked.first(where: { $0.value.name == name })?.key else { return [] }
        asked[id]?.isClosed = true
        // Of the others codex itself says so.
        return method == "approval/void" ? end(id, thread) : []
    }

    /// The approvals that were open when the client resumed the thread.
    mutating func takeOpen(_ result: JSON, thread: String) -> [Action] {
        (result["approvals"]?.arrayValue ?? []).flatMap { approval -> [Action] in
            guard approval["threadId"]?.stringValue == thread, let name = approval["approvalId"]?.stringValue else {
                return []
            }
            return ask(name, approval, thread, request: lastAsking.removeValue(forKey: thread))
        }
    }

    private mutating func ask(_ name: String, _ body: JSON, _ thread: String, request: JSON?) -> [Action] {
        guard let method = body["method"]?.stringValue, let refusal = body["refusal"],
            !asked.values.contains(where: { $0.name == name })
        else { return [] }
        lastAsked += 1
        asked[lastAsked] = Approval(name: name, thread: thread, refusal: refusal, request: request)
        return [Self.line(["method": .string(method), "id": .integer(lastAsked), "params": body["params"] ?? [:]])]
    }

    /// The client has answered.
    mutating func answered(_ id: JSON, _ message: JSON, at now: MonotonicInstant) -> [Action] {
        guard let id = id.intValue, let approval = asked[id], !approval.isClosed else { return [] }
        asked[id]?.isClosed = true
        guard let result = message["result"] else { return refuse(approval, at: now) }
        return respond(approval, ["approvalId": .string(approval.name), "result": result], at: now)
    }

    /// What the client answered is no answer to that: as codex does, the request counts as refused.
    mutating func refusedAnswer(to approval: Approval, _ error: RPCError, at now: MonotonicInstant) -> [Action] {
        let isWrong = error.reason == BusErrorReason.decisionNotOffered.rawValue || error.code == -32602
        guard isWrong, !approval.isClosed else { return [.tell("an answer was not taken: \(error)")] }
        return [.tell("an answer was not taken, so it counts as a refusal: \(error)")] + refuse(approval, at: now)
    }

    private mutating func refuse(_ approval: Approval, at now: MonotonicInstant) -> [Action] {
        var approval = approval
        approval.isClosed = true
        return respond(
            approval, ["approvalId": .string(approval.name), "decision": approval.refusal], at: now)
    }

    private mutating func respond(_ approval: Approval, _ params: JSON, at now: MonotonicInstant) -> [Action] {
        send(
            "approval/respond", params, for: .respond(approval, unkeyed: params), isOnce: true,
            deadline: ApprovalCommander.diskPatience, at: now)
    }

    /// The daemon's disk takes no key, or not in time: the answer is not to wait for that, and does no harm when it is given
    /// twice. Nil when it is another error.
    mutating func respondUnkeyed(
        _ approval: Approval, _ params: JSON?, after error: RPCError, at now: MonotonicInstant
    ) -> [Action]? {
        let reason = error.reason.flatMap(BusErrorReason.init(rawValue:))
        guard let params, let reason, ApprovalCommander.keyRefusals.contains(reason) else { return nil }
        return send("approval/respond", params, for: .respond(approval, unkeyed: nil), at: now)
    }

    /// Codex needs no answer any more. Its id for the request is another than the client's.
    mutating func resolved(_ event: Event, _ thread: String) -> [Action] {
        guard let message = try? JSON(parsing: event.body), let request = message["params"]?["requestId"] else {
            return []
        }
        let id = asked.filter { $0.value.thread == thread && $0.value.request == request }.keys.max()
        return id.map { end($0, thread) } ?? []
    }

    /// A new daemon does not know the last one's approvals.
    mutating func voidAll() -> [Action] {
        asked.keys.sorted().flatMap { end($0, asked[$0]?.thread ?? "") }
    }

    private mutating func end(_ id: Int64, _ thread: String) -> [Action] {
        asked[id] = nil
        guard !unwanted.contains("serverRequest/resolved") else { return [] }
        return [
            Self.line([
                "method": "serverRequest/resolved",
                "params": ["threadId": .string(thread), "requestId": .integer(id)],
            ])
        ]
    }
}
