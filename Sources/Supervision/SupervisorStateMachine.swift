/// All workers of a supervisor, decided: who may start when, who is to go, and when all have ended.
///
/// Events come in, actions come out, and the actor performs them in their order.
package struct SupervisorStateMachine: Sendable {
    package enum Action: Sendable, Hashable {
        /// Begin with a new worker.
        case start(UInt64)
        /// It has leave to start its process.
        case grant(UInt64)
        /// End it, for good.
        case stop(UInt64)
        /// It was removed, and nothing of it is left.
        case forget(UInt64)
        /// All were to end, and have.
        case stopped
    }

    package enum Phase: Sendable, Hashable {
        case serving
        /// All are being ended; nothing starts any more.
        case stopping
        case stopped
    }

    /// How a worker stands with its supervisor.
    package enum Standing: Sendable, Hashable {
        /// It has something that the stop of all must wait for.
        case active
        /// It was stopped, and nothing of it is left.
        case settled
        /// It was removed: it ends, and is forgotten then.
        case leaving
    }

    package private(set) var phase = Phase.serving
    private var standings: [UInt64: Standing] = [:]
    private var slots: StartSlots
    private var lastNumber: UInt64 = 0

    package init(concurrentStarts: Int) {
        slots = StartSlots(limit: concurrentStarts)
    }

    package subscript(worker: UInt64) -> Standing? { standings[worker] }

    /// A number for one more worker, from 1: never one that was given before.
    package mutating func nextNumber() -> UInt64 {
        lastNumber += 1
        return lastNumber
    }

    // MARK: What the daemon asks for

    /// Takes a worker in; one that is here already is left as it is.
    package mutating func add(_ worker: UInt64) -> [Action] {
        guard phase == .serving, standings[worker] == nil else { return [] }
        standings[worker] = .active
        return [.start(worker)]
    }

    /// Whoever drains or stops it does so besides: it is forgotten as soon as nothing of it is left.
    package mutating func remove(_ worker: UInt64) -> [Action] {
        switch standings[worker] {
        case .active:
            standings[worker] = .leaving
            return []
        case .settled: return forget(worker)
        case .leaving, nil: return []
        }
    }

    /// One that was removed and has not ended yet stays.
    package mutating func keep(_ worker: UInt64) {
        if standings[worker] == .leaving { standings[worker] = .active }
    }

    /// So many may start at once from here on.
    package mutating func set(concurrentStarts limit: Int) -> [Action] { grant(slots.set(limit: limit)) }

    /// All end at once.
    package mutating func stop() -> [Action] {
        guard phase == .serving else { return [] }
        phase = .stopping
        let running = standings.filter { $0.value != .settled }.keys.sorted()
        return running.map { .stop($0) } + finish()
    }

    // MARK: What workers say

    /// It wants to start its process. Where that may not be, it is stopped.
    package mutating func asked(_ worker: UInt64, home: String) -> [Action] {
        switch standings[worker] {
        case nil: return []
        case .leaving: return [.stop(worker)]
        case .active, .settled:
            // One that was stopped may have been started again: the stop of all waits for it, too.
            standings[worker] = .active
            guard phase == .serving else { return [.stop(worker)] }
            return grant(slots.request(worker, home: home))
        }
    }

    /// Its start is over, or it does not want one any more.
    package mutating func startEnded(_ worker: UInt64, isReady: Bool) -> [Action] {
        grant(slots.end(worker, isReady: isReady))
    }

    /// It was stopped, and nothing of it is left. It may say so again.
    package mutating func settled(_ worker: UInt64) -> [Action] {
        switch standings[worker] {
        case nil, .settled: return []
        case .active:
            standings[worker] = .settled
            return finish()
        case .leaving: return forget(worker) + finish()
        }
    }

    // MARK: Parts

    /// A start that the stop of all ends makes room: for nobody.
    private func grant(_ workers: [UInt64]) -> [Action] { phase == .serving ? workers.map { .grant($0) } : [] }

    private mutating func forget(_ worker: UInt64) -> [Action] {
        standings[worker] = nil
        return [.forget(worker)] + startEnded(worker, isReady: false)
    }

    private mutating func finish() -> [Action] {
        guard phase == .stopping, standings.values.allSatisfy({ $0 == .settled }) else { return [] }
        phase = .stopped
        return [.stopped]
    }
}
