import Supervision
import BusProtocol
package import EventLoop
import Journal
import JSONRPC

// What those have under way who may do less than before.
extension FleetState {
    /// What users may do is something else from here on: what somebody has who may not have it any more is let go of.
    package mutating func usersChanged(
        at now: MonotonicInstant, rights: (_ user: String) -> CallerRights
    ) -> [FleetAction] {
        let judge = judge(rights)
        return refuseWaiting(judge) + recallSent(judge) + dropRetries(judge) + releaseClaims(at: now, judge)
            + dropVotes(judge) + endLeases(at: now, judge)
    }

    /// Tells who may not have something any more.
    private struct Judge {
        let rights: [String: CallerRights]
        let confinements: [Audience: TopicConfinement]

        /// Whoever the daemon does not know by its connection is not judged here.
        func takes(_ needs: Set<Role>, from caller: Caller) -> Bool {
            guard let rights = rights[caller.user] else { return false }
            return !needs.isSubset(of: rights.roles)
        }

        /// What the user is confined to; nil: nothing.
        func confinement(of caller: Caller) -> TopicConfinement? {
            rights[caller.user]?.audience.flatMap { confinements[$0] }
        }

        func takes(_ approval: Approval, from caller: Caller) -> Bool {
            takes([.approve], from: caller)
                || confinement(of: caller).map { !$0.admits(.request, scope: approval.scope) } ?? false
        }

        func takes(thread: String, _ needs: Set<Role>, from caller: Caller) -> Bool {
            takes(needs, from: caller) || confinement(of: caller).map { !$0.admits(scope: thread) } ?? false
        }
    }

    private func judge(_ rightsOf: (String) -> CallerRights) -> Judge {
        var rights: [String: CallerRights] = [:]
        for caller in callers where !caller.user.isEmpty && rights[caller.user] == nil {
            rights[caller.user] = rightsOf(caller.user)
        }
        let audiences = Set(rights.values.compactMap(\.audience))
        return Judge(
            rights: rights,
            confinements: Dictionary(uniqueKeysWithValues: audiences.map { ($0, confinement(of: $0)) }))
    }

    /// Whoever has something under way.
    private var callers: [Caller] {
        let ofThreads = threads.values.flatMap { thread in
            thread.waiting.map(\.caller)
                + [thread.started?.command.caller, thread.retry?.command.caller, thread.startedBy].compactMap(\.self)
        }
        let ofApprovals = approvals.open.flatMap { approval -> [Caller] in
            guard case .claimed(let holder, _) = approval.life.state else { return approval.votes.voters }
            return approval.votes.voters + [holder]
        }
        return ofThreads + ofApprovals + sent.callers + leases.holders
    }

    private mutating func refuseWaiting(_ judge: Judge) -> [FleetAction] {
        var actions: [FleetAction] = []
        for id in threads.keys.sorted() {
            guard let waiting = threads[id]?.waiting, !waiting.isEmpty else { continue }
            let refused = waiting.filter { judge.takes(thread: id, $0.needs, from: $0.caller) }
            let tokens = Set(refused.map(\.token))
            threads[id]?.waiting.removeAll { tokens.contains($0.token) }
            actions += refused.flatMap { command in
                refuse(command, .forbidden, "\(command.caller.user) may not do that any more")
            }
        }
        return actions
    }

    /// What a worker has can't be taken back; what waits for it to read can.
    private func recallSent(_ judge: Judge) -> [FleetAction] {
        sent.commands { worker, command in
            if let thread = command.threadID { return judge.takes(thread: thread, command.needs, from: command.caller) }
            let group = workers[worker]?.identity.group
            return judge.takes(command.needs, from: command.caller)
                || judge.confinement(of: command.caller).map {
                    !command.method.isForAudiences || !$0.audience.sees(group: group)
                } ?? false
        }.map { .recall(worker: $0.worker, token: $0.token) }
    }

    /// A turn that is cut off is started again while who began it may begin it.
    private mutating func dropRetries(_ judge: Judge) -> [FleetAction] {
        var actions: [FleetAction] = []
        for id in threads.keys.sorted() {
            guard let thread = threads[id] else { continue }
            func takes(_ turn: StartedTurn?) -> Bool {
                turn.map { judge.takes(thread: id, $0.command.needs, from: $0.command.caller) } ?? false
            }
            if takes(thread.started) { threads[id]?.started = nil }
            if takes(thread.retry) {
                threads[id]?.retry = nil
                actions.append(retryFailed(thread: id, "who began the turn may not do that any more"))
            }
            if let earlier = thread.earlier, earlier.turnParams != nil, let caller = thread.startedBy,
                judge.takes(thread: id, earlier.needs, from: caller)
            {
                threads[id]?.earlier?.turnParams = nil
            }
        }
        return actions
    }

    private mutating func releaseClaims(at now: MonotonicInstant, _ judge: Judge) -> [FleetAction] {
        approvals.open.flatMap { approval -> [FleetAction] in
            guard case .claimed(let holder, _) = approval.life.state, judge.takes(approval, from: holder),
                let released = approvals.take(.release(by: holder), approval.id.description, at: now)
            else { return [] }
            return self.released(released, origin: "revoked", by: holder)
        }
    }

    /// A yes counts while who said it may say so.
    private mutating func dropVotes(_ judge: Judge) -> [FleetAction] {
        approvals.dropVotes { judge.takes($0, from: $1) }.flatMap { approval, voter -> [FleetAction] in
            [
                .record(record(.released, approval, origin: "revoked", by: voter)),
                event(of: approval, "approval/voted", votes(of: approval, by: voter).adding(["revoked": true])),
            ]
        }
    }

    /// Who is confined registers for nothing.
    private mutating func endLeases(at now: MonotonicInstant, _ judge: Judge) -> [FleetAction] {
        let ended = leases.end { judge.takes([.approve], from: $0) || judge.confinement(of: $0) != nil }
        guard !ended.isEmpty else { return [] }
        return ended.map { .cancelTimer(.lease($0)) } + leaseEnded(at: now)
    }
}
