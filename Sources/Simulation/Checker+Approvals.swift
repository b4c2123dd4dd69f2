import BusProtocol
import EventLoop
import Fleet
import JSONRPC

/// Approvals, and the answers that reach codex.
extension Checker {
    /// The daemon tells consumers something.
    func published(_ event: FleetEvent) {
        mix(event.method, event.worker)
        world.note(event.kind == .worker ? "\(event.scope.dropFirst())" : event.scope) {
            "event \(event.method) \(event.body)"
        }
        guard event.method.hasPrefix("approval/"), let name = event.body["approvalId"]?.stringValue else {
            return threadEvent(event)
        }
        if event.method == "approval/opened" {
            if approvals[name] != nil || endedApprovals.contains(name) {
                broken(.approvalEndsOnce, name, "opened twice")
            }
            approvals[name] = OpenApproval(worker: event.worker, generation: event.generation, openedAt: now)
            if let item = event.body["params"]?["itemId"]?.stringValue { approvalOfItem[item] = name }
        } else if ["approval/claimed", "approval/released", "approval/voted"].contains(event.method) {
            if approvals[name] == nil { broken(.approvalEndsOnce, name, "\(event.method) though it was not open") }
            claims[name] = event.method == "approval/claimed" ? Self.claim(event.body, at: now) : nil
        } else {
            guard let approval = approvals.removeValue(forKey: name) else {
                return broken(.approvalEndsOnce, name, "\(event.method) though it was not open")
            }
            endedApprovals.insert(name)
            claims[name] = nil
            let age = approval.openedAt.duration(to: approval.decidedAt ?? now)
            if age > world.plan.policy.approvalDeadline {
                broken(.approvalEndsInTime, name, "it ended \(age) after it was opened")
            }
        }
    }

    /// An answer was taken; it is told, and sent, once it is written down.
    func decides(_ name: String) {
        guard let approval = approvals[name] else { return }
        if approval.decidedAt != nil { broken(.approvalEndsOnce, name, "decided twice") }
        approvals[name]?.decidedAt = now
    }

    /// Looked at from time to time: what is open past its deadline.
    func looksAtApprovals() {
        for (name, approval) in approvals.sorted(by: { $0.key < $1.key })
        where approval.decidedAt == nil && approval.openedAt.duration(to: now) > world.plan.policy.approvalDeadline {
            broken(.approvalEndsInTime, name, "it is open past its deadline")
        }
    }

    /// What is claimed past its time.
    func looksAtClaims() {
        for (name, claim) in claims.sorted(by: { $0.key < $1.key })
        where claim.until < now && approvals[name]?.decidedAt == nil {
            broken(.claimEnds, name, "\(claim.client) has it \(claim.until.duration(to: now)) past its time")
        }
    }

    private static func claim(_ body: JSON, at now: MonotonicInstant) -> Claim? {
        guard let client = body["by"]?.stringValue, let left = body["remainingMs"]?.intValue else { return nil }
        return Claim(client: client, until: now.advanced(by: .milliseconds(left)))
    }

    /// An answer has come to a process of codex.
    func answerReaches(_ codex: SimulatedCodex, _ request: Int64, _ decision: String?) {
        let item = "item-\(codex.pid)-\(request)"
        world.note(codex.worker) { "process \(codex.pid) gets \(decision ?? "no decision") for request \(request)" }
        guard codex.asked[request] != nil || codex.resolved.contains(request) else {
            return broken(.answerReachesItsRequest, codex.worker, "process \(codex.pid) never asked request \(request)")
        }
        guard answered.insert(item).inserted else {
            return broken(.answeredOnce, codex.worker, "request \(request) of process \(codex.pid) has two answers")
        }
        guard let name = approvalOfItem[item] else {
            return broken(.answerReachesItsRequest, codex.worker, "request \(request) was never opened")
        }
        // The answer may be there before who gave it has heard that it was taken.
        if decisions[name] == nil, let decision,
            open.values.contains(where: { $0.decision.map { $0 == (name, decision) } ?? false })
        {
            return
        }
        guard decision == decisions[name] ?? "decline" else {
            return broken(
                .answerReachesItsRequest, name,
                "decided was \(decisions[name] ?? "nothing"), codex got \(decision ?? "nothing")")
        }
    }
}
