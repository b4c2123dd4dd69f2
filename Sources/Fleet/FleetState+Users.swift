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
        refuseWaiting(roles) + releaseClaims(at: now, roles) + dropVotes(roles) + endLeases(at: now, roles)
    }

    /// Whoever the daemon does not know by its connection is not judged here.
    private static func mayNot(_ caller: Caller, _ role: Role, _ roles: (String) -> Set<Role>) -> Bool {
        !caller.user.isEmpty && !roles(caller.user).contains(role)
    }

    private mutating func refuseWaiting(_ roles: (String) -> Set<Role>) -> [FleetAction] {
        var actions: [FleetAction] = []
        for id in threads.keys.sorted() {
            guard let waiting = threads[id]?.waiting, !waiting.isEmpty else { continue }
            let refused = waiting.filter { command in
                guard let role = MethodTable.entry(for: command.method)?.role else { return false }
                return Self.mayNot(command.caller, role, roles)
            }
            let tokens = Set(refused.map(\.token))
            threads[id]?.waiting.removeAll { tokens.contains($0.token) }
            actions += refused.flatMap { command in
                refuse(command, .forbidden, "\(command.caller.user) may not do that any more")
            }
        }
        return actions
    }

    private mutating func releaseClaims(at now: MonotonicInstant, _ roles: (String) -> Set<Role>) -> [FleetAction] {
        approvals.open.flatMap { approval -> [FleetAction] in
            guard case .claimed(let holder, _) = approval.life.state, Self.mayNot(holder, .approve, roles),
                let released = approvals.take(.release(by: holder), approval.id.description, at: now)
            else { return [] }
            return self.released(released, origin: "revoked", by: holder)
        }
    }

    /// A yes counts while who said it may say so.
    private mutating func dropVotes(_ roles: (String) -> Set<Role>) -> [FleetAction] {
        approvals.dropVotes { Self.mayNot($0, .approve, roles) }.map { approval, voter in
            .record(record(.released, approval, origin: "revoked", by: voter))
        }
    }

    private mutating func endLeases(at now: MonotonicInstant, _ roles: (String) -> Set<Role>) -> [FleetAction] {
        let ended = leases.end { Self.mayNot($0, .approve, roles) }
        guard !ended.isEmpty else { return [] }
        return ended.map { .cancelTimer(.lease($0)) } + leaseEnded(at: now)
    }
}
