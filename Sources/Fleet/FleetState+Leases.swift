import Supervision
import BusProtocol
import EventLoop
import JSONRPC

// Programs that answer what nobody else could: tool calls, attestation, fresh tokens.
extension FleetState {
    /// `requests/register`: from here on such requests of a group, or of a thread, go to who asks.
    mutating func register(
        _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, at now: MonotonicInstant
    ) -> [FleetAction] {
        let known = ServerRequestKind.delegatedMethods
        guard let methods = params["methods"]?.arrayValue?.compactMap(\.stringValue), !methods.isEmpty,
            methods.count == params["methods"]?.arrayValue?.count, methods.allSatisfy(known.contains)
        else { return invalid(command, meta, "params.methods is some of \(known.joined(separator: ", "))") }
        guard let milliseconds = params["ttlMs"]?.intValue, (0...86_400_000).contains(milliseconds) else {
            return invalid(command, meta, "params.ttlMs is a whole number from 0, which ends it, to 86400000")
        }
        let scope: RequestLeases.Key.Scope
        switch (params["group"]?.stringValue, params["threadId"]?.stringValue) {
        case (let group?, nil):
            guard workers.values.contains(where: { $0.identity.group == group }) else {
                return [
                    .reply(
                        command.token, .refused(.unknownWorker, "no group is called \(group)"), command: meta.command)
                ]
            }
            scope = .group(group)
        case (nil, let thread?) where Self.isThreadID(thread): scope = .thread(thread)
        default: return invalid(command, meta, "params has either group or threadId, a name")
        }
        let keys = Set(methods).sorted().map { RequestLeases.Key(method: $0, scope: scope) }
        do throws(ApprovalRefusal) {
            if milliseconds == 0 {
                let held = keys.filter { leases[$0] != nil }
                try leases.end(keys, by: command.caller, at: now)
                let ended = held.flatMap { [.cancelTimer(.lease($0))] + leaseEnded(at: now) }
                return ended + [result(command, meta, ["methods": .array(methods.map { .string($0) })])]
            }
            try leases.take(
                keys, by: command.caller, until: now.advanced(by: .milliseconds(milliseconds)), at: now)
        } catch {
            return [.reply(command.token, error.reply, command: meta.command)]
        }
        let body: JSON = [
            "methods": .array(methods.map { .string($0) }), "holder": command.caller.details,
            "expiresInMs": .integer(milliseconds),
        ]
        return keys.map { .startTimer(.lease($0), .milliseconds(milliseconds)) } + [result(command, meta, body)]
    }

    mutating func lapse(lease key: RequestLeases.Key, at now: MonotonicInstant) -> [FleetAction] {
        leases.lapse(key, at: now) ? leaseEnded(at: now) : []
    }

    /// What nobody can answer any more is refused at once.
    mutating func leaseEnded(at now: MonotonicInstant) -> [FleetAction] {
        let left = approvals.open.filter { approval in
            approval.holder.map {
                !leases.isHeld(
                    by: $0, method: approval.method, thread: approval.threadID, group: approval.group, at: now)
            } ?? false
        }
        return left.flatMap { expire(approval: $0.id.description, at: now) }
    }
}
