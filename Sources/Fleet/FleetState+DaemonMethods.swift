package import BusProtocol
package import EventLoop
import JSONRPC
package import Supervision

extension FleetState {
    mutating func perform(
        _ method: DaemonMethod, _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        func reply(_ reply: CommandReply) -> [FleetAction] { [.reply(command.token, reply, command: meta.command)] }
        switch method {
        case .ping: return reply(.result(["bosun": .string(version), "protocol": 1]))
        case .discover: return reply(.result(MethodTable.discovery(version: version)))
        case .fleetStatus: return reply(.result(status(at: now)))
        case .workerList: return reply(.result(["workers": .array(workerDescriptions(at: now))]))
        case .workerGet:
            guard let name = params["worker"]?.stringValue else {
                return reply(.invalid(code: -32602, message: "params.worker is the name of a worker"))
            }
            guard let worker = worker(named: name) else {
                return reply(.refused(.unknownWorker, "no worker is called \(name)"))
            }
            return [.tellDeaths(command.token, worker: worker.identity.number, command: meta.command)]
        case .workerStart, .workerStop, .workerRestart, .workerDrain, .workerUnpark:
            return operate(method, command, meta, params)
        case .fleetDrain, .fleetRestart:
            guard !isDraining else { return reply(.refused(.draining, "the daemon is stopping")) }
            return method == .fleetDrain ? drainFleet(command, meta) : restartFleet(command, meta, params)
        case .fleetStop:
            return reply(.result(["stopping": true])) + [.stopDaemon]
        case .configReload:
            guard !isDraining else { return reply(.refused(.draining, "the daemon is stopping")) }
            guard !isClosed else { return reply(.refused(.draining, Self.closedMessage)) }
            return [.reload(command.token, command: meta.command)]
        case .keysReload: return [.reloadKeys(command.token, command: meta.command)]
        case .approvalList: return listApprovals(command, meta, params, at: now)
        case .approvalGet: return getApproval(command, meta, params, at: now)
        case .approvalClaim: return claim(command, meta, params, at: now)
        case .approvalRelease: return release(command, meta, params, at: now)
        case .approvalRespond: return respond(command, meta, params, at: now)
        case .requestsRegister: return register(command, meta, params, at: now)
        case .eventsReplay, .eventsBody, .eventsSnapshot:
            return events(method, command, meta, params, at: now)
        }
    }

    /// Answers `worker/get`: a worker as in `worker/list`, and how its last lives ended.
    package func described(
        _ token: CommandToken, _ number: UInt64, deaths: [WorkerDeath], command: CommandID, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let worker = workers[number] else {
            return [.reply(token, .refused(.unknownWorker, "the worker is gone"), command: command)]
        }
        var body = description(of: worker, at: now)
        body["deaths"] = .array(deaths.map(\.description))
        return [.reply(token, .result(body), command: command)]
    }

    func workerDescriptions(
        at now: MonotonicInstant, where isWanted: (_ name: String) -> Bool = { _ in true }
    ) -> [JSON] {
        let wanted = workers.values.filter { isWanted($0.identity.name) }
        return wanted.sorted { $0.identity.number < $1.identity.number }.map { description(of: $0, at: now) }
    }

    private func description(of worker: WorkerRecord, at now: MonotonicInstant) -> JSON {
        let number = worker.identity.number
        return worker.description(threads: threads.held(by: number).count { threads[$0]?.owner == number }, at: now)
    }

    private func status(at now: MonotonicInstant) -> JSON {
        var states: JSON = [:]
        for state in WorkerState.allCases {
            let count = workers.values.count { $0.status.state == state }
            if count > 0 { states[state.rawValue] = .integer(Int64(count)) }
        }
        return [
            "bosun": .string(version),
            "epoch": .integer(Int64(clamping: epoch)),
            "draining": .bool(isDraining || isClosed),
            "rollingRestart": rollDescription,
            "states": states,
            "workers": .array(workerDescriptions(at: now)),
            "threads": .integer(Int64(threads.count)),
            "openApprovals": .integer(Int64(approvals.openCount)),
            "counters": counters.json,
            "reading": loopCounters,
            "sockets": sinkCounters,
            "journal": journalCounters,
            "unplacedThreads": unplacedThreads,
        ]
    }
}
