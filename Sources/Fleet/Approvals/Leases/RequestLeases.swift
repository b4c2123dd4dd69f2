package import EventLoop
import BusProtocol
import JSONRPC

/// Who takes which of the workers' requests that only a program can answer: one holder for each method and scope.
package struct RequestLeases: Sendable {
    /// What a lease is for: a method, in a group or in one thread.
    package struct Key: Sendable, Hashable {
        package enum Scope: Sendable, Hashable {
            case group(String)
            case thread(String)
        }

        package let method: String
        package let scope: Scope

        package init(method: String, scope: Scope) {
            self.method = method
            self.scope = scope
        }
    }

    package struct Lease: Sendable, Hashable {
        package let holder: Caller
        package let until: MonotonicInstant
    }

    /// Leases that there may be, and of one user.
    package static let limit = 10_000
    package static let limitOfUser = 4_000

    private var leases: [Key: Lease] = [:]

    package init() {}

    package subscript(key: Key) -> Lease? { leases[key] }

    package var holders: [Caller] { leases.values.map(\.holder) }

    package var isFull: Bool { leases.count >= Self.limit }

    /// Gives all of them to one holder, or lengthens its own; none when another one has one of them.
    package mutating func take(
        _ keys: [Key], by caller: Caller, until: MonotonicInstant, at now: MonotonicInstant
    ) throws(ApprovalRefusal) {
        try require(keys, free: caller, at: now)
        let new = keys.count { leases[$0] == nil }
        guard new == 0 || leases.count + new <= Self.limit else {
            throw ApprovalRefusal(.overloaded, "\(Self.limit) registrations are there already")
        }
        guard new == 0 || leases.values.count(where: { $0.holder.name == caller.name }) + new <= Self.limitOfUser else {
            throw ApprovalRefusal(.overloaded, "\(caller.name) has \(Self.limitOfUser) registrations already")
        }
        for key in keys { leases[key] = Lease(holder: caller, until: until) }
    }

    /// Its holder wants them no more.
    package mutating func end(_ keys: [Key], by caller: Caller, at now: MonotonicInstant) throws(ApprovalRefusal) {
        try require(keys, free: caller, at: now)
        for key in keys { leases[key] = nil }
    }

    /// Ends those of these holders; gives what they were for.
    package mutating func end(where isGone: (Caller) -> Bool) -> [Key] {
        let ended = leases.filter { isGone($0.value.holder) }.map(\.key)
        for key in ended { leases[key] = nil }
        return ended
    }

    /// The time of a lease may be over. True when it is, and it has ended.
    package mutating func lapse(_ key: Key, at now: MonotonicInstant) -> Bool {
        guard let lease = leases[key], lease.until <= now else { return false }
        leases[key] = nil
        return true
    }

    /// Who is to answer that method for a thread of that group: who registered for the thread comes first.
    package func holder(of method: String, thread: String?, group: String, at now: MonotonicInstant) -> Caller? {
        let ofThread = thread.flatMap { leases[Key(method: method, scope: .thread($0))] }
        let lease = ofThread.flatMap { now < $0.until ? $0 : nil } ?? leases[Key(method: method, scope: .group(group))]
        return lease.flatMap { now < $0.until ? $0.holder : nil }
    }

    /// Whether that one has a lease for it still, be it of the thread or of the group.
    package func isHeld(
        by holder: Caller, method: String, thread: String?, group: String, at now: MonotonicInstant
    ) -> Bool {
        let scopes: [Key.Scope] = [.group(group)] + (thread.map { [.thread($0)] } ?? [])
        return scopes.contains { scope in
            leases[Key(method: method, scope: scope)].map { $0.holder == holder && now < $0.until } ?? false
        }
    }

    private func require(_ keys: [Key], free caller: Caller, at now: MonotonicInstant) throws(ApprovalRefusal) {
        for key in keys {
            guard let lease = leases[key], lease.holder != caller, now < lease.until else { continue }
            let left = max(1, now.duration(to: lease.until).milliseconds)
            throw ApprovalRefusal(
                .approvalClaimed, "\(key.method) is \(lease.holder.fullName)'s for another \(left) ms",
                details: lease.holder.details.adding(["remainingMs": .integer(left)]))
        }
    }
}
