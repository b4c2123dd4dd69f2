import ChildProcess
package import Diagnostics
package import EventLoop

/// All workers of a loop: performs what `SupervisorStateMachine` decides.
package actor Supervisor: WorkerHost {
    let loop: EventLoop
    private let log: Log
    private(set) var workers: [UInt64: Worker] = [:]
    private var machine: SupervisorStateMachine
    private var sweeps = SweepQueue()
    private let escapes = EscapeSweep()
    private let lives: WorkerLives
    private var onStopped: (@Sendable () -> Void)?
    private var onForgotten: [UInt64: @Sendable () -> Void] = [:]

    package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - stateID: The state directory's, which with the epoch begins the mark of all that workers start.
    package init(on loop: EventLoop, log: Log, stateID: String, epoch: UInt64, concurrentStarts: Int = 4) {
        self.loop = loop
        self.log = log
        lives = WorkerLives(stateID: stateID, epoch: epoch)
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

    /// Ends all workers at once; `body` is called when nothing of any is left, nor of what escaped them.
    package func stop(_ body: @escaping @Sendable () -> Void) {
        onStopped = body
        perform(machine.stop())
    }

    /// Goes to the next step of every stop ladder.
    package func hurry() {
        for worker in workers.values { worker.assumeIsolated { $0.hurry() } }  // on the same loop
    }

    /// Sweeps what escaped workers, also those that do not end.
    package func sweepAll() {
        lives.endAll()
        perform(sweeps.ended(Self.nobody))
    }

    /// No worker has it.
    private static let nobody: UInt64 = 0

    // MARK: Called by workers, on the loop

    package nonisolated func requestStart(_ worker: UInt64) {
        assumeIsolated { supervisor in
            // On the same loop.
            guard let home = supervisor.workers[worker]?.assumeIsolated({ $0.spec.codexHome }) else { return }
            supervisor.perform(supervisor.machine.asked(worker, home: home))
        }
    }

    package nonisolated func endStart(_ worker: UInt64, isReady: Bool) {
        assumeIsolated { supervisor in  // on the same loop
            supervisor.sweeps.startEnded(worker)
            supervisor.perform(supervisor.machine.startEnded(worker, isReady: isReady))
        }
    }

    package nonisolated func hasStopped(_ worker: UInt64) {
        assumeIsolated { $0.perform($0.machine.settled(worker)) }
    }

    package nonisolated func sweep(_ worker: UInt64) {
        assumeIsolated { supervisor in  // on the same loop
            if let name = supervisor.workers[worker]?.identity.name { supervisor.lives.end(name) }
            supervisor.perform(supervisor.sweeps.ended(worker))
        }
    }

    // MARK: Performing

    /// What an action leads to at once comes back as the next event, and is performed within it.
    private func perform(_ actions: [SupervisorStateMachine.Action]) {
        for action in actions {
            switch action {
            case .start(let number): workers[number]?.assumeIsolated { $0.start() }  // on the same loop
            case .grant(let number): perform(sweeps.granted(number))
            case .stop(let number): workers[number]?.assumeIsolated { $0.stop() }  // on the same loop
            case .forget(let number):
                workers[number] = nil
                onForgotten.removeValue(forKey: number)?()
            case .stopped: perform(sweeps.allEnded())
            }
        }
    }

    private func perform(_ actions: [SweepQueue.Action]) {
        for action in actions {
            switch action {
            case .wait(let duration): schedule(after: duration) { $0.due() }
            case .startTimer(let wait, let duration):
                schedule(after: duration) { $0.waited(for: wait) }
            case .sweep: sweep()
            case .start(let number):
                guard let worker = workers[number] else { continue }
                lives.begin(worker.identity.name)
                worker.assumeIsolated { $0.startGranted() }  // on the same loop
            case .allSwept:
                let body = onStopped
                onStopped = nil
                body?()
            }
        }
    }

    private func schedule(
        after duration: Duration, _ body: @escaping @Sendable (inout SweepQueue) -> [SweepQueue.Action]
    ) {
        loop.schedule(after: duration) { [weak self] in
            self?.assumeIsolated { $0.perform(body(&$0.sweeps)) }  // on the loop: its timers run there
        }
    }

    /// On a thread of its own: what it reads, and what it kills, may hang.
    private func sweep() {
        do throws(EventLoopError) {
            try BackgroundThread.start("sweep") { [escapes, lives, loop, self] in
                let outcome = Result { () throws(SpawnError) in try escapes.run { lives.search } }
                loop.execute { self.assumeIsolated { $0.swept(outcome) } }  // on the loop
            }
        } catch {
            log.warning("what escaped workers can't be looked for", ["reason": "\(error)"])
            perform(sweeps.over(isUnfinished: true))
        }
    }

    private func swept(_ outcome: Result<EscapeSweep.Outcome, SpawnError>) {
        switch outcome {
        case .success(let outcome):
            for orphan in outcome.left {
                log.warning(
                    "what escaped a worker does not end",
                    ["pid": "\(orphan.identity.pid)", "name": orphan.name])
            }
            perform(sweeps.over(isUnfinished: !outcome.isFinished))
        case .failure(let error):
            log.warning("what escaped workers can't be looked for", ["reason": "\(error)"])
            perform(sweeps.over(isUnfinished: true))
        }
    }
}
