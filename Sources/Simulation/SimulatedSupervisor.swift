import Supervision

/// The counterpart of the `Supervisor` actor.
final class SimulatedSupervisor {
    private(set) var workers: [UInt64: SimulatedWorker] = [:]
    private var machine: SupervisorStateMachine
    private var onStopped: (() -> Void)?
    unowned let world: World

    init(concurrentStarts: Int, world: World) {
        machine = SupervisorStateMachine(concurrentStarts: concurrentStarts)
        self.world = world
    }

    var inOrder: [SimulatedWorker] { workers.values.sorted { $0.identity.number < $1.identity.number } }

    func add(_ worker: SimulatedWorker) {
        workers[worker.identity.number] = worker
        perform(machine.add(worker.identity.number))
    }

    func stop(_ body: @escaping () -> Void) {
        onStopped = body
        if world.isMutated(.backingOffSkippedAtStop) {
            for worker in inOrder where worker.machine.state == .backingOff {
                perform(machine.settled(worker.identity.number))
            }
        }
        perform(machine.stop())
    }

    func hurry() { for worker in inOrder { worker.hurry() } }

    func requestStart(_ number: UInt64) {
        guard let worker = workers[number] else { return }
        if machine.phase == .serving {
            if world.isMutated(.slotsIgnored) { return worker.startGranted() }
        } else if world.isMutated(.backingOffSkippedAtStop) {
            return worker.startGranted()
        }
        perform(machine.asked(number, home: worker.spec.codexHome))
    }

    func endStart(_ number: UInt64, isReady: Bool) {
        perform(machine.startEnded(number, isReady: isReady))
        guard machine.phase != .serving, world.isMutated(.startsGrantedAtStop) else { return }
        inOrder.first { $0.machine.state == .starting && $0.identity.number != number }?.startGranted()
    }

    func hasStopped(_ number: UInt64) { perform(machine.settled(number)) }

    private func perform(_ actions: [SupervisorStateMachine.Action]) {
        for action in actions {
            switch action {
            case .start(let number): workers[number]?.start()
            case .grant(let number): workers[number]?.startGranted()
            case .stop(let number): workers[number]?.stop()
            case .forget(let number): workers[number] = nil
            case .stopped:
                let body = onStopped
                onStopped = nil
                body?()
            }
        }
    }
}
