package import BusProtocol
import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    /// What operators ask of workers. Each acts on the workers that it names alone, and may be repeated.
    mutating func operate(
        _ method: DaemonMethod, _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON
    ) -> [FleetAction] {
        func reply(_ reply: CommandReply) -> [FleetAction] { [.reply(command.token, reply, command: meta.command)] }
        let target: OperatedWorkers
        let operation: WorkerOperation
        do {
            operation = try Self.operation(method, params)
            target = try self.target(params, of: operation)
        } catch {
            switch error {
            case .invalid(let message): return reply(.invalid(code: -32602, message: message))
            case .unknown(let message): return reply(.refused(.unknownWorker, message))
            }
        }
        guard !isDraining else { return reply(.refused(.draining, "the daemon is stopping")) }
        // Whoever starts something wants it to work.
        if [.start, .restart, .unpark].contains(operation) { isClosed = false }
        return target.numbers.map { .operate(worker: $0, operation) }
            + [.tellStates(command.token, target, command: meta.command)]
    }

    /// What an operator asked for is done: tells how the workers stand since.
    package mutating func operated(
        _ token: CommandToken, _ target: OperatedWorkers, command: CommandID
    ) -> [FleetAction] {
        func state(_ number: UInt64) -> JSON {
            let worker = workers[number]
            return [
                "worker": .string(worker?.identity.name ?? ""),
                "state": .string(worker?.status.state.rawValue ?? WorkerState.stopped.rawValue),
            ]
        }
        let result: JSON =
            switch target {
            case .one(let number): state(number)
            case .many(let numbers): ["workers": .array(numbers.map(state))]
            }
        return [.reply(token, .result(result), command: command)]
    }

    // MARK: The whole fleet

    /// The fleet finishes its turns and ends; the daemon serves on.
    mutating func drainFleet(_ command: IncomingCommand, _ meta: CommandMeta) -> [FleetAction] {
        isClosed = true
        let all = workersInOrder
        let cancelled = roll?.cancel() ?? []
        return cancelled.flatMap { perform($0) }
            + refuseWaiting("the fleet is drained") { AppServerMethod($0.method).startsWork }
            + all.map { .operate(worker: $0, .drain(then: .stop)) }
            + [.tellStates(command.token, .many(all), command: meta.command)]
    }

    /// All workers but those that are stopped or parked get new processes: one after the other, or at once.
    mutating func restartFleet(_ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON) -> [FleetAction] {
        let isRolling: Bool
        switch params["rolling"] {
        case nil: isRolling = true
        case let value?:
            guard let flag = value.boolValue else {
                let refusal = CommandReply.invalid(code: -32602, message: "params.rolling is true or false")
                return [.reply(command.token, refusal, command: meta.command)]
            }
            isRolling = flag
        }
        guard isRolling else {
            let cancelled = roll?.cancel() ?? []
            let running = workersInOrder.filter { number in
                !leaving.contains(number)
                    && workers[number].map { ![.idle, .stopping, .stopped, .parked].contains($0.status.state) } ?? false
            }
            return cancelled.flatMap { perform($0) } + running.map { .operate(worker: $0, .restart) }
                + [.tellStates(command.token, .many(running), command: meta.command)]
        }
        var actions: [FleetAction] = []
        if roll?.isUnderWay == true {
            let all = workersInOrder
            roll?.join(all)
        } else {
            roll = RollingRestart(workersInOrder)
            actions = advanceRoll()
        }
        return actions + [.reply(command.token, .result(rollDescription), command: meta.command)]
    }

    /// A worker stands otherwise, or is gone: a rolling restart may go on.
    mutating func followRoll(of number: UInt64) -> [FleetAction] {
        guard roll?.isUnderWay == true else { return [] }
        let steps = roll?.changed(number, to: workers[number]?.status) ?? []
        return steps.flatMap { perform($0) } + advanceRoll()
    }

    mutating func advanceRoll() -> [FleetAction] {
        let steps = roll?.advance { leaving.contains($0) ? nil : workers[$0]?.status } ?? []
        return steps.flatMap { perform($0) }
    }

    func perform(_ step: RollingRestart.Step) -> [FleetAction] {
        switch step {
        case .replace(let number): [.operate(worker: number, .drain(then: .start))]
        case .tell:
            [
                .publish(
                    FleetEvent(
                        .system, scope: Topic.daemonScope, method: "rollingRestart", body: rollDescription))
            ]
        }
    }

    /// Of `fleet/status`, and of the event; null when there never was one.
    var rollDescription: JSON {
        guard let roll else { return .null }
        return [
            "state": .string(roll.state.rawValue),
            "done": .integer(Int64(roll.done.count)),
            "remaining": .integer(Int64(roll.remaining.count + (roll.worker == nil ? 0 : 1))),
            "worker": roll.worker.flatMap { workers[$0]?.identity.name }.map { .string($0) } ?? .null,
        ]
    }

    // MARK: Parts

    /// Group after group, in the order of their first workers.
    var workersInOrder: [UInt64] {
        var first: [String: UInt64] = [:]
        for worker in workers.values {
            let (group, number) = (worker.identity.group, worker.identity.number)
            first[group] = min(first[group] ?? number, number)
        }
        return workers.values.map(\.identity)
            .sorted { (first[$0.group] ?? 0, $0.number) < (first[$1.group] ?? 0, $1.number) }
            .map(\.number)
    }

    private enum Refusal: Error {
        case invalid(String)
        case unknown(String)
    }

    /// One that is leaving can be ended, and nothing else.
    private func target(_ params: JSON, of operation: WorkerOperation) throws(Refusal) -> OperatedWorkers {
        guard (params["worker"] == nil) != (params["group"] == nil) else {
            throw .invalid("params has either worker or group")
        }
        if let name = params["worker"] {
            guard let name = name.stringValue else { throw .invalid("params.worker is the name of a worker") }
            guard let worker = worker(named: name) else { throw .unknown("no worker is called \(name)") }
            guard operation == .stop || !leaving.contains(worker.identity.number) else {
                throw .unknown("\(name) is leaving: the configuration has it no more")
            }
            return .one(worker.identity.number)
        }
        guard let name = params["group"]?.stringValue else { throw .invalid("params.group is the name of a group") }
        let members = workersInOrder.filter {
            workers[$0]?.identity.group == name && (operation == .stop || !leaving.contains($0))
        }
        guard !members.isEmpty else { throw .unknown("no group is called \(name)") }
        return .many(members)
    }

    private static func operation(_ method: DaemonMethod, _ params: JSON) throws(Refusal) -> WorkerOperation {
        switch method {
        case .workerStart: return .start
        case .workerStop: return .stop
        case .workerUnpark: return .unpark
        case .workerDrain:
            guard let word = params["then"] else { return .drain(then: .stop) }
            guard let next = word.stringValue.flatMap(WorkerOperation.Afterwards.init(rawValue:)) else {
                throw .invalid("params.then is stop or start")
            }
            return .drain(then: next)
        default: return .restart
        }
    }
}
