package import BusProtocol
package import EventLoop
package import JSONRPC
package import Supervision

// What a configuration that is read anew does to the fleet.
extension FleetState {
    /// A reload is over: whoever asked is told.
    package func reloaded(_ token: CommandToken, _ reply: CommandReply, command: CommandID) -> [FleetAction] {
        [.reply(token, reply, command: command)]
    }

    /// Tells consumers what the new configuration has changed.
    package func tellReload(_ body: JSON) -> [FleetAction] {
        [.publish(FleetEvent(.system, scope: Topic.daemonScope, method: "configReloaded", body: body))]
    }

    /// A worker has other settings from here on.
    package mutating func change(
        _ number: UInt64, codexHome: String, drainDeadline: Duration,
        limits: WorkerSpec.Limits = WorkerSpec.Limits()
    ) -> [FleetAction] {
        let before = workers[number]?.codexHome
        workers[number]?.change(codexHome: codexHome, drainDeadline: drainDeadline, limits: limits)
        guard let before, before != workers[number]?.codexHome else { return [] }
        return unloadThreads(home: before)
    }

    /// The processes of these workers were started with settings that have changed since: they are replaced, one after the
    /// other, those that serve nobody at once. Who does not run, or ends anyway, has the new ones when it is started.
    package mutating func replace(_ numbers: [UInt64]) -> [FleetAction] {
        guard !isDraining, !isClosed else { return [] }
        let wanted = Set(numbers)
        var actions: [FleetAction] = []
        var serving: [(number: UInt64, generation: UInt32)] = []
        for number in workersInOrder where wanted.contains(number) {
            guard let status = workers[number]?.status else { continue }
            switch status.state {
            case .ready: serving.append((number, status.generation))
            case .initializing, .backingOff: actions.append(.operate(worker: number, .restart))
            case .idle, .starting, .draining, .stopping, .stopped, .parked: break
            }
        }
        guard !serving.isEmpty else { return actions }
        if roll?.isUnderWay != true { roll = RollingRestart([]) }
        roll?.add(serving)
        // Who is parked comes back only when somebody wants it, and has the new settings then.
        roll?.leave { workers[$0]?.status.state == .parked }
        return actions + advanceRoll()
    }

    // MARK: Workers that leave

    /// The configuration has these workers no more: their turns finish, then they end. `remove` follows for each.
    package mutating func leave(_ numbers: [UInt64]) -> [FleetAction] {
        leaving.formUnion(numbers)
        return numbers.compactMap { number in
            switch workers[number]?.status.state {
            case nil, .stopped: nil
            default: .operate(worker: number, .drain(then: .stop))
            }
        }
    }

    /// The configuration has a worker again that was about to leave.
    package mutating func keep(_ number: UInt64) -> [FleetAction] {
        guard leaving.remove(number) != nil, !isDraining, !isClosed else { return [] }
        return [.operate(worker: number, .start)]
    }

    /// Nothing of the worker is left, and it does not come again.
    package mutating func remove(_ number: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard let worker = workers.removeValue(forKey: number) else { return [] }
        let identity = worker.identity
        if workerNames[identity.name] == number { workerNames[identity.name] = nil }
        leaving.remove(number)
        formerWorkers.add(identity.name, number: number)
        handles.forget(worker: number)
        unloaded.forget(worker: number)
        if !workers.values.contains(where: { $0.identity.group == identity.group }) { policies[identity.group] = nil }
        var actions = voidApprovals(ofWorker: number, at: now)
        for id in threads.held(by: number).sorted() { actions += loseHome(thread: id, at: now) }
        actions += followDrain(of: number, at: now) + followRoll(of: number)
        actions += unloadThreads(home: worker.codexHome) + placeThreads(ofWorker: number, at: now)
        let body: JSON = [
            "worker": .string(identity.name), "number": .integer(Int64(number)), "group": .string(identity.group),
            "generation": .integer(Int64(worker.status.generation)), "pid": .null,
        ]
        let event = FleetEvent(
            .worker, scope: Topic.scope(ofWorker: identity.name), method: "removed", body: body, worker: number,
            generation: worker.status.generation)
        return actions + [.publish(event)]
    }

    /// When no worker has that CODEX_HOME any more, nobody can resume what is kept there.
    mutating func unloadThreads(home: String) -> [FleetAction] {
        guard !workers.values.contains(where: { $0.codexHome == home }) else { return [] }
        var actions: [FleetAction] = []
        for thread in threads.values.filter({ $0.codexHome == home && $0.holder == nil }).sorted(by: { $0.id < $1.id })
        {
            if !thread.isUnproven {
                actions += [
                    .publishWatermark(thread: thread.id),
                    publish(thread: thread.id, "bosun/threadUnloaded", ["threadId": .string(thread.id)]),
                ]
            }
            actions += forget(thread: thread.id, .noWorker, "no worker has the thread's CODEX_HOME any more")
        }
        return actions
    }
}
