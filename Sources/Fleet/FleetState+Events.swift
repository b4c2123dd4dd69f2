import Supervision
import BusProtocol
import EventLoop
import JSONRPC

extension FleetState {
    /// What went by, from wherever it is kept, a piece of a body that was published by reference, or the state.
    mutating func events(
        _ method: DaemonMethod, _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        let user = command.caller.user
        guard archiveAllowance.take(by: user, at: now) else {
            let message = "events were asked for more than \(ArchiveAllowance.perSecond) times a second"
            return [.reply(command.token, .refused(.overloaded, message), command: meta.command)]
        }
        do {
            switch method {
            case .eventsReplay:
                return [.replay(command.token, try ReplayQuery(params: params), user: user, command: meta.command)]
            case .eventsBody:
                return [.body(command.token, try BodyQuery(params: params), user: user, command: meta.command)]
            default:
                let snapshot = snapshot(try TopicFilter(params: params), at: now)
                return [.reply(command.token, .result(snapshot), command: meta.command)]
            }
        } catch {
            return [.reply(command.token, .invalid(code: -32602, message: error.message), command: meta.command)]
        }
    }

    /// What a consumer of that filter would know had it heard everything up to `seq`.
    private func snapshot(_ filter: TopicFilter, at now: MonotonicInstant) -> JSON {
        [
            "epoch": .unsigned(epoch), "seq": .unsigned(seq),
            "threads": .array(
                threads.keys.sorted().filter { isOf(thread: $0, filter) }.compactMap { describe(thread: $0) }),
            "workers": .array(
                workerDescriptions(at: now) { filter.mayMatch(.worker, scope: Topic.scope(ofWorker: $0)) }),
            "approvals": .array(
                approvals.open.filter { filter.mayMatch(.request, scope: $0.scope) }.map { $0.description(at: now) }),
        ]
    }

    private func isOf(thread id: String, _ filter: TopicFilter) -> Bool {
        [EventKind.event, .delta, .request].contains { filter.mayMatch($0, scope: id) }
    }

    /// A thread, in `threads`.
    private func describe(thread id: String) -> JSON? {
        guard let thread = threads[id] else { return nil }
        func name(_ worker: UInt64?) -> JSON {
            worker.flatMap { workers[$0]?.identity.name }.map { .string($0) } ?? .null
        }
        return [
            "threadId": .string(id),
            "worker": name(thread.holder),
            "state": .string(thread.place.word),
            "turnId": thread.turn.flatMap { $0.isEmpty ? nil : .string($0) } ?? .null,
            "inTurn": .bool(thread.turn != nil),
            "parentThreadId": thread.parent.map { .string($0) } ?? .null,
            "rootThreadId": .string(root(ofThread: id)),
            "cwd": thread.cwd ?? .null,
        ]
    }
}

extension LiveThread.Place {
    /// As `events/snapshot` says it.
    fileprivate var word: String {
        switch self {
        case .live: "live"
        case .resuming: "resuming"
        case .homeless: "waiting"
        }
    }
}
