import Supervision
import BusProtocol
import EventLoop
import JSONRPC

extension FleetState {
    mutating func perform(
        _ method: DaemonMethod, _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        func reply(_ reply: CommandReply) -> [FleetAction] { [.reply(command.token, reply, command: meta.command)] }
        switch method {
        case .ping: return reply(.result(["bosun": .string(version), "protocol": 1]))
        case .fleetStatus: return reply(.result(status(at: now)))
        case .workerList: return reply(.result(["workers": .array(workerDescriptions(at: now))]))
        case .workerRestart:
            guard let name = params["worker"]?.stringValue else {
                return reply(.invalid(code: -32602, message: "params.worker is the name of a worker"))
            }
            guard let worker = workers.values.first(where: { $0.identity.name == name }) else {
                return reply(.refused(.unknownWorker, "no worker is called \(name)"))
            }
            guard !isDraining else { return reply(.refused(.draining, "the daemon is stopping")) }
            return [.restart(worker: worker.identity.number)]
                + reply(.result(["worker": .string(name), "accepted": true]))
        case .approvalList:
            return reply(.result(["approvals": .array(approvals.open.map { $0.description(at: now) })]))
        case .approvalGet:
            guard let name = params["approvalId"]?.stringValue else {
                return reply(.invalid(code: -32602, message: "params.approvalId is the id of an approval"))
            }
            guard let approval = approvals[name] else {
                return reply(.refused(.approvalUnknown, "no approval \(name)"))
            }
            return reply(.result(approval.description(at: now)))
        case .approvalRespond:
            return respond(command, meta, params)
        }
    }

    private func workerDescriptions(at now: MonotonicInstant) -> [JSON] {
        workers.values.sorted { $0.identity.number < $1.identity.number }.map { worker in
            let threads = threads.values.count { $0.owner == worker.identity.number }
            return worker.description(threads: threads, at: now)
        }
    }

    private func status(at now: MonotonicInstant) -> JSON {
        var states: JSON = [:]
        for worker in workers.values {
            let name = worker.status.state.rawValue
            states[name] = .integer((states[name]?.intValue ?? 0) + 1)
        }
        return [
            "bosun": .string(version),
            "epoch": .integer(Int64(clamping: epoch)),
            "draining": .bool(isDraining),
            "states": states,
            "workers": .array(workerDescriptions(at: now)),
            "threads": .integer(Int64(threads.count)),
            "openApprovals": .integer(Int64(approvals.openCount)),
            "counters": counters.json,
            "sockets": sinkCounters,
        ]
    }
}
