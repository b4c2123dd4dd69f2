import ChildProcess
import EventLoop
import Fleet
import JSONRPC
import Supervision

/// The workers' lives.
extension Checker {
    func spawns(_ worker: SimulatedWorker) {
        let name = worker.identity.name
        world.note(name) { "is spawned" }
        if isStopping { broken(.noLateSpawn, name, "spawned after the stop began") }
        if let notBefore = lives[worker.identity.number]?.notBefore, now < notBefore {
            broken(.startDelay, name, "started \(now.duration(to: notBefore)) early")
        }
    }

    func operates(_ worker: SimulatedWorker, _ operation: WorkerOperation) {
        world.note(worker.identity.name) { "is told to \(operation), being \(worker.machine.state)" }
        switch operation {
        case .stop, .restart, .drain: lives[worker.identity.number]?.notBefore = nil
        case .unpark, .start:
            guard worker.machine.state == .parked else { return }
            lives[worker.identity.number]?.failures = nil
        case .drained, .recycle: break
        }
        if operation == .restart, worker.machine.state == .parked { lives[worker.identity.number]?.failures = nil }
    }

    func published(_ event: WorkerEvent, by worker: SimulatedWorker) {
        let number = worker.identity.number
        let name = worker.identity.name
        var life = lives[number] ?? Life()
        defer { lives[number] = life }
        func expect(_ phases: WorkerPhase..., then next: WorkerPhase) {
            if !phases.contains(life.phase) { broken(.lawfulOrder, name, "\(event.name) after \(life.phase)") }
            life.phase = next
        }
        switch event {
        case .spawned:
            expect(.gone, then: .spawned)
            life.generation += 1
            if worker.machine.generation != life.generation {
                broken(.lawfulOrder, name, "generation \(worker.machine.generation) after \(life.generation - 1)")
            }
            life.readyAt = nil
            looksAtStarts(name)
        case .ready:
            expect(.spawned, then: .ready)
            life.readyAt = now
            provenHomes.insert(worker.home.path)
        case .exited:
            expect(.spawned, .ready, then: .exited)
            life.wasStable = life.readyAt.map { $0.duration(to: now) >= worker.spec.timing.stable } ?? false
        case .gone: expect(.exited, then: .gone)
        case .backingOff(let delay, let failures, let reason):
            let isFailedSpawn = reason != nil
            let counted = life.wasStable && !isFailedSpawn ? 0 : life.failures.map { $0 + 1 } ?? failures
            life.wasStable = false
            if failures != counted { broken(.startDelay, name, "\(failures) failures counted as \(counted)") }
            life.failures = failures
            let backoff = worker.spec.timing.backoff
            let least =
                failures == 0
                ? backoff.afterStableLife : min(backoff.cap, backoff.base * (1 << min(failures - 1, 20)))
            if delay < least { broken(.startDelay, name, "a delay of \(delay) after \(failures) failures") }
            life.notBefore = now.advanced(by: least)
        case .parked: life.failures = nil
        case .recycled(.noLiveness, _):
            // Nothing can be asked of one whose input is full.
            let wanted = worker.watchesInput ? 0 : worker.spec.timing.liveness?.misses ?? 0
            if worker.asked < wanted { broken(.askedBeforeJudged, name, "asked \(worker.asked) times of \(wanted)") }
        case .spawnRetry, .crashLoop, .recycled, .overMemory, .draining, .stopped: break
        }
    }

    private func looksAtStarts(_ name: String) {
        let starting = world.supervisor.inOrder.filter { $0.machine.state == .initializing }
        if starting.count > world.plan.concurrentStarts {
            broken(.concurrentStarts, name, "\(starting.count) workers start at once")
        }
        for home in world.homes where !provenHomes.contains(home.path) {
            let workers = world.supervisor.inOrder.filter { $0.home === home }
            guard !workers.contains(where: { $0.machine.state == .ready }) else { continue }
            if workers.count(where: { $0.machine.state == .initializing }) > 1 {
                broken(.concurrentStarts, name, "two start in \(home.path), where none has been ready")
            }
        }
    }

    /// A process's end has been dealt with.
    func ended(_ worker: SimulatedWorker) {
        let name = worker.identity.name
        for (token, method) in (sent[worker.identity.number] ?? [:]).sorted(by: { $0.key < $1.key }) {
            broken(.closedAtDeath, name, "\(method), request \(token), has no answer")
        }
        for (approval, opened) in approvals.sorted(by: { $0.key < $1.key })
        where opened.worker == worker.identity.number && opened.decidedAt == nil {
            broken(.closedAtDeath, name, "approval \(approval) is open still")
        }
    }
}
