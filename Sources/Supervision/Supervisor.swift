import ChildProcess
package import Diagnostics
package import EventLoop

/// All workers of a loop: who may start when, and how they all end.
package actor Supervisor: WorkerHost {
    let loop: EventLoop
    private let log: Log
    private(set) var workers: [UInt64: Worker] = [:]
    private var slots: StartSlots
    private var running: Set<UInt64> = []
    /// The marks of workers whose last process may have left something behind: one may be gone by the time of the sweep.
    private var unswept: [UInt64: String] = [:]
    private var onStopped: (@Sendable () -> Void)?
    private var removals: [UInt64: @Sendable () -> Void] = [:]
    package private(set) var isStopping = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    package init(on loop: EventLoop, log: Log, concurrentStarts: Int = 4) {
        self.loop = loop
        self.log = log
        slots = StartSlots(limit: concurrentStarts)
    }

    /// Starts a worker, and keeps it going until `stop`.
    ///
    /// - Parameter isStarted: false leaves it to whoever starts it later.
    package func add(_ worker: Worker, isStarted: Bool = true) {
        workers[worker.identity.number] = worker
        guard isStarted else { return }
        running.insert(worker.identity.number)
        worker.assumeIsolated { $0.start() }  // on the same loop
    }

    /// Forgets a worker as soon as it is stopped and nothing of it is left; `body` is called then. It does not stop it.
    package func remove(_ number: UInt64, _ body: @escaping @Sendable () -> Void) {
        guard let worker = workers[number] else { return body() }
        removals[number] = body
        if worker.assumeIsolated({ $0.hasSettled }) { finishRemoval(of: number) }  // on the same loop
    }

    /// A worker that was to be removed stays.
    package func keep(_ number: UInt64) { removals[number] = nil }

    /// So many may start at once from here on.
    package func set(concurrentStarts limit: Int) { grant(slots.set(limit: limit)) }

    /// Ends all workers at once; `body` is called when nothing of any is left.
    package func stop(_ body: @escaping @Sendable () -> Void) {
        onStopped = body
        isStopping = true
        for worker in workers.values { worker.assumeIsolated { $0.stop() } }  // on the same loop
        finishIfStopped()
    }

    /// Goes to the next step of every stop ladder.
    package func hurry() {
        for worker in workers.values { worker.assumeIsolated { $0.hurry() } }  // on the same loop
    }

    // Called by workers, on the loop.

    package nonisolated func requestStart(_ worker: UInt64) {
        assumeIsolated { $0.admit(worker) }
    }

    package nonisolated func endStart(_ worker: UInt64, isReady: Bool) {
        assumeIsolated { $0.grant($0.slots.end(worker, isReady: isReady)) }
    }

    package nonisolated func sweep(_ worker: UInt64) {
        assumeIsolated { $0.sweepSoon(worker) }
    }

    package nonisolated func hasStopped(_ worker: UInt64) {
        assumeIsolated {
            $0.running.remove(worker)
            $0.finishRemoval(of: worker)
            $0.finishIfStopped()
        }
    }

    private func finishRemoval(of number: UInt64) {
        guard let body = removals.removeValue(forKey: number) else { return }
        running.remove(number)
        workers[number] = nil
        body()
    }

    /// During the stop nothing starts: whoever asks is stopped for good.
    private func admit(_ number: UInt64) {
        guard let worker = workers[number] else { return }
        guard !isStopping else { return worker.assumeIsolated { $0.stop() } }  // on the same loop
        // One that was stopped may have been started again: the stop of all waits for it, too.
        running.insert(number)
        let home = worker.assumeIsolated { $0.spec.codexHome }  // on the same loop
        grant(slots.request(number, home: home))
    }

    private func grant(_ admitted: [UInt64]) {
        // A start that the stop of all ends makes room: for nobody.
        guard !isStopping else { return }
        if admitted.contains(where: { unswept[$0] != nil }) { sweep() }
        for number in admitted { workers[number]?.assumeIsolated { $0.startGranted() } }  // on the same loop
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

    private func finishIfStopped() {
        guard running.isEmpty, let body = onStopped else { return }
        onStopped = nil
        body()
    }
}
