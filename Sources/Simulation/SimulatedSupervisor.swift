import Supervision

/// The counterpart of the `Supervisor` actor.
final class SimulatedSupervisor {
    private(set) var workers: [UInt64: SimulatedWorker] = [:]
    private var slots: StartSlots
    private var running: Set<UInt64> = []
    private var onStopped: (() -> Void)?
    private(set) var isStopping = false
    unowned let world: World

    init(concurrentStarts: Int, world: World) {
        slots = StartSlots(limit: concurrentStarts)
        self.world = world
    }

    var inOrder: [SimulatedWorker] { workers.values.sorted { $0.identity.number < $1.identity.number } }

    func add(_ worker: SimulatedWorker) {
        workers[worker.identity.number] = worker
        running.insert(worker.identity.number)
        worker.start()
    }

    func stop(_ body: @escaping () -> Void) {
        onStopped = body
        isStopping = true
        for worker in inOrder {
            if world.isMutated(.backingOffSkippedAtStop), worker.machine.state == .backingOff {
                running.remove(worker.identity.number)
                continue
            }
            worker.stop()
        }
        finishIfStopped()
    }

    func hurry() { for worker in inOrder { worker.hurry() } }

    func requestStart(_ number: UInt64) {
        guard let worker = workers[number] else { return }
        if isStopping, !world.isMutated(.backingOffSkippedAtStop) { return worker.stop() }
        running.insert(number)
        if world.isMutated(.slotsIgnored) { return worker.startGranted() }
        grant(slots.request(number, home: worker.spec.codexHome))
    }

    func endStart(_ number: UInt64, isReady: Bool) { grant(slots.end(number, isReady: isReady)) }

    func hasStopped(_ number: UInt64) {
        running.remove(number)
        finishIfStopped()
    }

    private func grant(_ admitted: [UInt64]) {
        guard !isStopping || world.isMutated(.backingOffSkippedAtStop) else { return }
        for number in admitted { workers[number]?.startGranted() }
    }

    private func finishIfStopped() {
        guard running.isEmpty, let body = onStopped else { return }
        onStopped = nil
        body()
    }
}
