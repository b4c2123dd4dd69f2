import ChildProcess
package import Diagnostics
package import EventLoop

/// All workers of a loop: performs what `SupervisorStateMachine` decides.
package actor Supervisor: WorkerHost {
    let loop: EventLoop
    private let log: Log
    private(set) var workers: [UInt64: Worker] = [:]
    private var machine: SupervisorStateMachine
    /// The marks of workers whose last process may have left something behind: one may be gone by the time of the sweep.
    private var unswept: [UInt64: String] = [:]
    private var onStopped: (@Sendable () -> Void)?
    private var onForgotten: [UInt64: @Sendable () -> Void] = [:]

    package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    package init(on loop: EventLoop, log: Log, concurrentStarts: Int = 4) {
        self.loop = loop
        self.log = log
        machine = SupervisorStateMachine(concurrentStarts: concurrentStarts)
    }

    package var isStopping: Bool { machine.phase != .serving }

    /// A number for one more worker: never one that was given before.
    package func nextNumber() -> UInt64 { machine.nextNumber() }

    /// Starts a worker, and keeps it going until `stop`.
    package func add(_ worker: Worker) {
        workers[worker.identity.number] = worker
        perform(machine.add(worker.identity.number))
    }

    /// Forgets a worker as soon as it is stopped and nothing of it is left; `body` is called then. It does not stop it.
    package func remove(_ number: UInt64, _ body: @escaping @Sendable () -> Void) {
        onForgotten[number] = body
        perform(machine.remove(number))
    }

    /// A worker that was to be removed stays.
    package func keep(_ number: UInt64) {
        onForgotten[number] = nil
        machine.keep(number)
    }

    /// So many may start at once from here on.
    package func set(concurrentStarts limit: Int) { perform(machine.set(concurrentStarts: limit)) }

    /// Ends all workers at once; `body` is called when nothing of any is left.
    package func stop(_ body: @escaping @Sendable () -> Void) {
        onStopped = body
        perform(machine.stop())
    }

    /// Goes to the next step of every stop ladder.
    package func hurry() {
        for worker in workers.values { worker.assumeIsolated { $0.hurry() } }  // on the same loop
    }

    // MARK: Called by workers, on the loop

    package nonisolated func requestStart(_ worker: UInt64) {
        assumeIsolated { supervisor in
            // On the same loop.
            guard let home = supervisor.workers[worker]?.assumeIsolated({ $0.spec.codexHome }) else { return }
            supervisor.perform(supervisor.machine.asked(worker, home: home))
        }
    }

    package nonisolated func endStart(_ worker: UInt64, isReady: Bool) {
        assumeIsolated { $0.perform($0.machine.startEnded(worker, isReady: isReady)) }
    }

    package nonisolated func hasStopped(_ worker: UInt64) {
        assumeIsolated { $0.perform($0.machine.settled(worker)) }
    }

    package nonisolated func sweep(_ worker: UInt64) {
        assumeIsolated { $0.sweepSoon(worker) }
    }

    // MARK: Performing

    /// What an action leads to at once comes back as the next event, and is performed within it.
    private func perform(_ actions: [SupervisorStateMachine.Action]) {
        for action in actions {
            switch action {
            case .start(let number): workers[number]?.assumeIsolated { $0.start() }  // on the same loop
            case .grant(let number):
                if unswept[number] != nil { sweep() }
                workers[number]?.assumeIsolated { $0.startGranted() }  // on the same loop
            case .stop(let number): workers[number]?.assumeIsolated { $0.stop() }  // on the same loop
            case .forget(let number):
                workers[number] = nil
                onForgotten.removeValue(forKey: number)?()
            case .stopped:
                let body = onStopped
                onStopped = nil
                body?()
            }
        }
    }

    /// One look for all that end within a moment: with 1,000 workers each look takes milliseconds. A worker that starts
    /// before that is not kept waiting, but looked at first.
    private func sweepSoon(_ worker: UInt64) {
        if unswept.isEmpty {
            loop.schedule(after: Self.sweepDelay) { [weak self] in self?.assumeIsolated { $0.sweep() } }  // on the loop
        }
        unswept[worker] = workers[worker]?.mark
    }

    private static let sweepDelay = Duration.milliseconds(20)

    private func sweep() {
        guard !unswept.isEmpty else { return }
        let marks = Set(unswept.values)
        unswept = [:]
        do throws(SpawnError) {
            try Subreaper.sweep(carrying: marks)
        } catch {
            log.warning("orphans can't be swept", ["reason": "\(error)"])
        }
    }
}
