package import Supervision

/// The replacement of a fleet's workers, one after the other, each drained first.
///
/// One at a time in all, group after group, so that there is always somebody to take new work. The next one is drained
/// only when the last one is ready again: a program that does not start is not given to the whole fleet.
package struct RollingRestart: Sendable, Equatable {
    package enum State: String, Sendable, Hashable {
        case rolling
        /// A replaced worker did not become ready. Goes on when it does, or when it is stopped.
        case held
        case done
        /// Something else was asked of the fleet.
        case cancelled
    }

    package enum Step: Sendable, Hashable {
        /// Drain this worker and start it anew.
        case replace(UInt64)
        /// Tell how far it has come.
        case tell
    }

    package private(set) var state = State.rolling
    package private(set) var done: [UInt64] = []
    package private(set) var remaining: [UInt64]
    /// The one that is being replaced.
    package private(set) var worker: UInt64?
    /// How often that one had been started before.
    private var generation: UInt32 = 0

    /// - Parameter workers: In the order in which they are to be replaced.
    package init(_ workers: [UInt64]) {
        remaining = workers
    }

    package var isUnderWay: Bool { state == .rolling || state == .held }

    /// Begins, or goes on with the next worker; `status` says how one stands.
    package mutating func advance(_ status: (UInt64) -> WorkerStatus?) -> [Step] {
        guard isUnderWay, worker == nil else { return [] }
        while !remaining.isEmpty {
            let next = remaining.removeFirst()
            guard let status = status(next), Self.isReplaced(status.state) else { continue }
            worker = next
            generation = status.generation
            state = .rolling
            return [.replace(next), .tell]
        }
        state = .done
        return [.tell]
    }

    /// A worker stands otherwise; nil: it is gone from the fleet.
    package mutating func changed(_ number: UInt64, to status: WorkerStatus?) -> [Step] {
        guard isUnderWay else { return [] }
        guard number == worker else { return [] }
        guard let status else { return leave() }
        switch status.state {
        case .ready where status.generation != generation:
            done.append(number)
            worker = nil
            return [.tell]
        case .backingOff, .parked:
            // Its old process may end badly by itself while it drains: the new one is what is waited for.
            guard state == .rolling else { return [] }
            state = .held
            return [.tell]
        case .stopped: return leave()
        case .idle, .starting, .initializing, .ready, .draining, .stopping: return []
        }
    }

    /// The roll ends where it is.
    package mutating func cancel() -> [Step] {
        guard isUnderWay else { return [] }
        state = .cancelled
        worker = nil
        return [.tell]
    }

    /// Somebody took the worker out of service: the roll goes on without it.
    private mutating func leave() -> [Step] {
        worker = nil
        state = .rolling
        return []
    }

    /// Who is stopped or parked stays so, and who is being ended ends as was asked for: with a new process, or none.
    private static func isReplaced(_ state: WorkerState) -> Bool {
        switch state {
        case .starting, .initializing, .ready, .backingOff: true
        case .idle, .draining, .stopping, .stopped, .parked: false
        }
    }
}
