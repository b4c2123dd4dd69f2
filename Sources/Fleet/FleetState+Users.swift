package import BusProtocol
package import EventLoop
import Journal
import JSONRPC

// What those have under way who may do less than before.
extension FleetState {
    /// The roles of users are others from here on: what somebody has who may not have it any more is let go of.
    ///
    /// - Parameter roles: of a user; none of somebody who is no user any more.
    package mutating func usersChanged(
        at now: MonotonicInstant, roles: (_ user: String) -> Set<Role>
    ) -> [FleetAction] {
        refuseWaiting(roles) + recallSent(roles) + dropRetries(roles) + releaseClaims(at: now, roles) + dropVotes(roles)
            + endLeases(at: now, roles)
    }

    /// Whoever the daemon does not know by its connection is not judged here.
    private static func mayNot(_ caller: Caller, _ needs: Set<Role>, _ roles: (String) -> Set<Role>) -> Bool {
        !caller.user.isEmpty && !needs.isSubset(of: roles(caller.user))
    }

    private mutating func refuseWaiting(_ roles: (String) -> Set<Role>) -> [FleetAction] {
        var actions: [FleetAction] = []
        for id in threads.keys.sorted() {
            guard let waiting = threads[id]?.waiting, !waiting.isEmpty else { continue }
            let refused = waiting.filter { Self.mayNot($0.caller, $0.needs, roles) }
            let tokens = Set(refused.map(\.token))
            threads[id]?.waiting.removeAll { tokens.contains($0.token) }
            actions += refused.flatMap { command in
                refuse(command, .forbidden, "\(command.caller.user) may not do that any more")
            }
        }
        return actions
    }

    /// What a worker has can't be taken back; what waits for it to read can.
    private func recallSent(_ roles: (String) -> Set<Role>) -> [FleetAction] {
        sent.commands { Self.mayNot($0.caller, $0.needs, roles) }.map { .recall(worker: $0.worker, token: $0.token) }
    }

    /// A turn that is cut off is started again while who began it may begin it.
    private mutating func dropRetries(_ roles: (String) -> Set<Role>) -> [FleetAction] {
        func mayNot(_ turn: StartedTurn?) -> Bool {
            turn.map { Self.mayNot($0.command.caller, $0.command.needs, roles) } ?? false
        }
        var actions: [FleetAction] = []
        for id in threads.keys.sorted() {
            guard let thread = threads[id] else { continue }
            if mayNot(thread.started) { threads[id]?.started = nil }
            if mayNot(thread.retry) {
                threads[id]?.retry = nil
                actions.append(retryFailed(thread: id, "who began the turn may not do that any more"))
            }
            if let earlier = thread.earlier, earlier.turnParams != nil, let caller = thread.startedBy,
                Self.mayNot(caller, earlier.needs, roles)
            {
                threads[id]?.earlier?.turnParams = nil
            }
        }
        return actions
    }

    private mutating func releaseClaims(at now: MonotonicInstant, _ roles: (String) -> Set<Role>) -> [FleetAction] {
        approvals.open.flatMap { approval -> [FleetAction] in
            guard case .claimed(let holder, _) = approval.life.state, Self.mayNot(holder, [.approve], roles),
                let released = approvals.take(.release(by: holder), approval.id.description, at: now)
            else { return [] }
            return self.released(released, origin: "revoked", by: holder)
        }
    }

    /// A yes counts while who said it may say so.
    private mutating func dropVotes(_ roles: (String) -> Set<Role>) -> [FleetAction] {
        approvals.dropVotes { Self.mayNot($0, [.approve], roles) }.map { approval, voter in
            .record(record(.released, approval, origin: "revoked", by: voter))
        }
    }

    private mutating func endLeases(at now: MonotonicInstant, _ roles: (String) -> Set<Role>) -> [FleetAction] {
        let ended = leases.end { Self.mayNot($0, [.approve], roles) }
        guard !ended.isEmpty else { return [] }
        return ended.map { .cancelTimer(.lease($0)) } + leaseEnded(at: now)
    }
}
