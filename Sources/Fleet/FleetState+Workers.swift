import ChildProcess
import BusProtocol
package import EventLoop
import JSONRPC
package import Supervision

extension FleetState {
    package mutating func add(_ worker: WorkerRecord) {
        workers[worker.identity.number] = worker
        workerNames[worker.identity.name] = worker.identity.number
    }

    /// Takes how a worker stands. One that is being ended takes no answer to its approvals any more.
    package mutating func update(
        _ status: WorkerStatus, of worker: UInt64, at now: MonotonicInstant
    ) -> [FleetAction] {
        let before = workers[worker]?.status
        workers[worker]?.status = status
        guard before?.state != status.state || before?.drainHasDeadline != status.drainHasDeadline else { return [] }
        let voided = status.state == .stopping ? voidApprovals(ofWorker: worker, at: now) : []
        return voided + followDrain(of: worker, at: now)
    }

    /// Something happened to a worker; `status` is how it stands since.
    package mutating func worker(
        _ number: UInt64, _ event: WorkerEvent, status: WorkerStatus, stderrTail: String, at now: MonotonicInstant
    ) -> [FleetAction] {
        let changed = update(status, of: number, at: now)
        guard let worker = workers[number] else { return [] }
        let body = body(of: event, worker: worker, stderrTail: stderrTail)
        let published = FleetAction.publish(
            FleetEvent(
                .worker, scope: Topic.scope(ofWorker: worker.identity.name), method: event.name, body: body,
                worker: number, generation: status.generation))
        let follows: [FleetAction] =
            switch event {
            case .exited: workerEnded(number, at: now)
            // A roll goes on when it is published why: the next worker's drain does not come before this one's end.
            case .ready: workerReady(worker, at: now) + followRoll(of: number)
            case .backingOff, .stopped, .parked: placeThreads(ofWorker: number, at: now) + followRoll(of: number)
            case .spawned, .spawnRetry, .gone, .crashLoop, .recycled, .overMemory, .draining: []
            }
        return [published] + changed + follows
    }

    private mutating func workerReady(_ worker: WorkerRecord, at now: MonotonicInstant) -> [FleetAction] {
        forgetPauses(home: worker.codexHome) + fill(worker: worker.identity.number, at: now)
    }

    /// Its approvals are void, its handles gone, its threads homeless.
    private mutating func workerEnded(_ number: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        handles.forget(worker: number)
        unloaded.forget(worker: number)
        var actions = voidApprovals(ofWorker: number, at: now)
        let held = threads.held(by: number).sorted()
        for id in held { actions += interrupted(thread: id, worker: number) }
        for id in held { actions += loseHome(thread: id, at: now) }
        let home = workers[number]?.codexHome
        workers[number]?.takeNextCodexHome()
        workers[number]?.lateAuthors = []
        if let home, home != workers[number]?.codexHome { actions += unloadThreads(home: home) }
        return actions + placeThreads(ofWorker: number, at: now)
    }

    private func body(of event: WorkerEvent, worker: WorkerRecord, stderrTail: String) -> JSON {
        var body: JSON = [
            "worker": .string(worker.identity.name),
            "number": .integer(Int64(worker.identity.number)),
            "group": .string(worker.identity.group),
            "generation": .integer(Int64(worker.status.generation)),
            "pid": worker.status.pid.map { .integer(Int64($0)) } ?? .null,
        ]
        switch event {
        case .spawned(let pid), .ready(let pid):
            body["pid"] = .integer(Int64(pid))
        case .spawnRetry(let error):
            body["reason"] = .string(error.description)
        case .exited(let exit):
            exit.describe(in: &body)
            body["stderrTail"] = .string(stderrTail)
        case .backingOff(let delay, let failures, let reason):
            body["nextTryMs"] = .integer(delay.milliseconds)
            body["failures"] = .integer(Int64(failures))
            body["reason"] = reason.map { .string($0) }
        case .crashLoop(let failures), .parked(let failures):
            body["failures"] = .integer(Int64(failures))
        case .recycled(let cause, let reason):
            body["cause"] = .string(cause.rawValue)
            body["reason"] = .string(reason)
        case .overMemory(let use, let limit):
            body["rssBytes"] = .integer(Int64(clamping: use.resident))
            body["limitBytes"] = .integer(Int64(clamping: limit))
            body["processes"] = .integer(Int64(use.processes))
        case .gone, .draining, .stopped:
            break
        }
        return body
    }
}
