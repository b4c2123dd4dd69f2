package import EventLoop
import BusProtocol
import JSONRPC

/// What becomes of an approval: which event is taken in which state, and what it leads to.
package struct ApprovalLife: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case open
        /// Only that one may answer, until then.
        case claimed(by: Caller, until: MonotonicInstant)
        /// Its answer was taken.
        case resolved(by: Decider)
        /// Nobody answered in time; the refusal was sent.
        case expired
        /// Codex needs no answer any more.
        case withdrawn
        /// The worker that asked has ended.
        case void
    }

    package enum Event: Sendable, Hashable {
        case claim(by: Caller, until: MonotonicInstant)
        case release(by: Caller)
        /// A claim's time may be over.
        case lapse
        /// An answer that is not enough: others have to answer, too.
        case vote(by: Caller)
        case resolve(by: Decider)
        case expire
        case withdraw
        case void
    }

    package private(set) var state: State

    package init(_ state: State = .open) {
        self.state = state
    }

    /// Takes an event. False: it changes nothing. Throws why what somebody wants is not taken.
    package mutating func take(_ event: Event, at now: MonotonicInstant) throws(ApprovalRefusal) -> Bool {
        switch event {
        case .claim(let caller, let until):
            try require(open: caller, at: now)
            return change(to: .claimed(by: caller, until: until))
        case .release(let caller), .vote(let caller):
            try require(open: caller, at: now)
            return change(to: .open)
        case .lapse:
            guard case .claimed(_, let until) = state, until <= now else { return false }
            return change(to: .open)
        case .resolve(by: .rule(let rule)):
            guard state == .open else { return false }
            return change(to: .resolved(by: .rule(rule)))
        case .resolve(by: .caller(let caller)):
            try require(open: caller, at: now)
            return change(to: .resolved(by: .caller(caller)))
        case .expire: return close(as: .expired)
        case .withdraw: return close(as: .withdrawn)
        case .void: return close(as: .void)
        }
    }

    package var isClosed: Bool {
        switch state {
        case .open, .claimed: false
        case .resolved, .expired, .withdrawn, .void: true
        }
    }

    /// Throws when it is closed, or another one's.
    package func require(open caller: Caller, at now: MonotonicInstant) throws(ApprovalRefusal) {
        switch state {
        case .open: return
        case .claimed(let holder, let until):
            guard holder != caller, now < until else { return }
            let left = max(1, now.duration(to: until).milliseconds)
            throw ApprovalRefusal(
                .approvalClaimed, "claimed by \(holder.fullName) for another \(left) ms",
                details: holder.details.adding(["remainingMs": .integer(left)]))
        case .resolved(let decider):
            throw ApprovalRefusal(
                .approvalResolved, "answered before, by \(decider.fullName)", details: decider.details)
        case .expired: throw ApprovalRefusal(.approvalExpired, "its deadline passed and it was refused")
        case .withdrawn: throw ApprovalRefusal(.approvalWithdrawn, "codex needs no answer any more")
        case .void: throw ApprovalRefusal(.approvalVoid, "the worker that asked has ended")
        }
    }

    private mutating func close(as closed: State) -> Bool { isClosed ? false : change(to: closed) }

    private mutating func change(to next: State) -> Bool {
        defer { state = next }
        return state != next
    }
}
