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
    /// How often those of `remaining` that are replaced for their settings' sake had been started when these changed.
    private var outdated: [UInt64: UInt32] = [:]

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
            let changedAt = outdated.removeValue(forKey: next)
            guard let status = status(next), Self.isReplaced(status.state) else { continue }
            // Whoever has been started since has the new settings.
            guard changedAt.map({ $0 == status.generation }) ?? true else { continue }
            worker = next
            generation = status.generation
            state = .rolling
            return [.replace(next), .tell]
        }
        state = .done
        return [.tell]
    }

    /// More are to be replaced, unless they were already or are going to be.
    package mutating func join(_ workers: [UInt64]) {
        let known = Set(done).union(remaining).union(worker.map { [$0] } ?? [])
        remaining += workers.filter { !known.contains($0) }
        outdated = [:]
    }

    /// The settings of these workers have changed: they are to be replaced, also those that were already, but for those
    /// that start anew before their turn comes.
    ///
    /// - Parameter workers: Each with how often it has been started.
    package mutating func add(_ workers: [(number: UInt64, generation: UInt32)]) {
        let known = Set(remaining)
        for (number, generation) in workers {
            // One that is to be replaced anyway stays so.
            guard !known.contains(number) || outdated[number] != nil else { continue }
            outdated[number] = generation
            if !known.contains(number) { remaining.append(number) }
        }
        let added = Set(workers.map(\.number))
        done.removeAll { added.contains($0) }
    }

    /// The roll goes on without the worker that it is held on, if that is one of those.
    package mutating func leave(where isLeft: (UInt64) -> Bool) {
        if state == .held, let worker, isLeft(worker) { leave() }
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
    @discardableResult
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
