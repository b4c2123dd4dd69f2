import Supervision
package import BusProtocol
import JSONRPC

// What a user of an audience may ask for, and how much of the answer it gets.
extension FleetState {
    /// What the audience may be told of at this moment.
    func confinement(of audience: Audience) -> TopicConfinement {
        guard !audience.seesAllScopes else { return TopicConfinement(audience, scopes: nil) }
        var scopes = audience.threads ?? []
        for thread in threads.values where audience.sees(group: group(of: thread)) { scopes.insert(thread.id) }
        for id in unloaded.ids where audience.sees(group: group(ofWorker: unloaded[id])) { scopes.insert(id) }
        // A worker may call a thread as another worker's scope is called: that one is not the thread's.
        for worker in workers.values {
            let scope = Topic.scope(ofWorker: worker.identity.name)
            if audience.sees(group: worker.identity.group) { scopes.insert(scope) } else { scopes.remove(scope) }
        }
        return TopicConfinement(audience, scopes: scopes)
    }

    private func group(of thread: LiveThread) -> String? { group(ofWorker: thread.holder ?? thread.home) }

    private func group(ofWorker number: UInt64?) -> String? {
        number.flatMap { workers[$0]?.identity.group }
    }

    /// Why the caller may not do that, if it is a user of an audience.
    func audienceRefusal(
        of command: IncomingCommand, _ entry: MethodEntry, _ params: JSON, _ meta: CommandMeta
    ) -> (reason: BusErrorReason, message: String)? {
        guard let audience = command.audience else { return nil }
        let meta = meta.withDefaultGroup(of: audience)
        let confinement = confinement(of: audience)
        let whose = "the audience \(confinement.audience.name)"
        switch entry.target {
        case .daemon(let method):
            if method.isForAudiences {
                guard let name = params["approvalId"]?.stringValue else {
                    guard params["history"]?.boolValue == true else { return nil }
                    let isSeen =
                        params["threadId"]?.stringValue.map { confinement.admits(.request, scope: $0) } ?? false
                    return isSeen ? nil : (.forbidden, "params.threadId has to be a thread of \(whose)")
                }
                let scope = scope(ofApproval: name)
                let isSeen = scope.map { confinement.admits(.request, scope: $0) } ?? false
                return isSeen ? nil : (.approvalUnknown, "no approval \(name)")
            }
            return (.forbidden, "\(entry.name) is not for \(whose)")
        case .appServer(let method):
            // Where the thread goes that no worker has yet, and what names none.
            if let fault = others(meta, in: confinement.audience) { return (.forbidden, "\(fault) is not of \(whose)") }
            if let thread = command.request.threadID {
                guard confinement.admits(scope: thread) else { return (.forbidden, "the thread is not of \(whose)") }
                // Codex overlooks params that a method does not have: it would tell of all threads.
                guard params["threadId"]?.stringValue == thread, entry.params.contains(where: { $0.name == "threadId" })
                else { return (.forbidden, "\(entry.name) is not for \(whose): it names no thread of its own") }
                return nil
            }
            guard method.isForAudiences else {
                return (.forbidden, "without a thread \(entry.name) is not for \(whose)")
            }
            let group = meta.group ?? meta.worker.flatMap { worker(named: $0)?.identity.group }
            guard confinement.audience.sees(group: group) else {
                return (.forbidden, "meta.group has to be one of \(whose)")
            }
            return nil
        }
    }

    /// Which worker or group of others a command would go to, whatever else it names.
    private func others(_ meta: CommandMeta, in audience: Audience) -> String? {
        guard !audience.seesAllScopes else { return nil }
        if let name = meta.worker, !audience.sees(group: worker(named: name)?.identity.group) { return "meta.worker" }
        if let group = meta.group, !audience.sees(group: group) { return "meta.group" }
        return nil
    }

    private func scope(ofApproval name: String) -> String? {
        approvals[name]?.scope ?? approvals.closed(name)?.scope
    }

    /// A reply that was kept, as far as the audience may be told of it now.
    package func confined(_ reply: CommandReply, to audience: Audience) -> CommandReply {
        guard case .workerResult(let bytes) = reply, let result = try? JSON(parsing: bytes) else { return reply }
        let confinement = confinement(of: audience)
        if let thread = result["thread"]?["id"]?.stringValue, !confinement.admits(scope: thread) {
            return .refused(.resultNotKept, "the command succeeded; its thread is not of the audience \(audience.name)")
        }
        return .workerResult(result.confined(to: confinement).serialized())
    }
}

extension CommandMeta {
    /// With the group that a command goes to when it names none and its audience has just one.
    func withDefaultGroup(of audience: Audience) -> CommandMeta {
        guard group == nil, worker == nil, let groups = audience.groups, groups.count == 1 else { return self }
        var meta = self
        meta.group = groups.first
        return meta
    }
}

extension DaemonMethod {
    /// Whether users of an audience may call it; it tells them of what is theirs.
    fileprivate var isForAudiences: Bool {
        switch self {
        case .ping, .discover, .workerList, .approvalList, .approvalGet, .approvalClaim, .approvalRelease,
            .approvalRespond, .eventsReplay,
            .eventsSnapshot, .eventsBody:
            true
        default: false
        }
    }
}

extension AppServerMethod {
    /// Whether users of an audience may call it without naming a thread: it tells of none.
    var isForAudiences: Bool {
        ["thread/start", "model/list", "modelProvider/capabilities/read", "collaborationMode/list"].contains(name)
    }
}

extension FleetAction {
    /// The same with nothing in it that the audience may not be told of.
    func confined(to confinement: TopicConfinement) -> FleetAction {
        switch self {
        case .reply(let token, .result(let result), let command):
            return .reply(token, .result(result.confined(to: confinement)), command: command)
        case .replyOnceJournaled(let token, .result(let result), let command, let deadline):
            return .replyOnceJournaled(
                token, .result(result.confined(to: confinement)), command: command, deadline: deadline)
        case .replay(let token, var query, let user, let command):
            query.filter = query.filter.confined(to: confinement)
            return .replay(token, query, user: user, command: command)
        case .body(let token, var query, let user, let command):
            query.confinement = confinement
            return .body(token, query, user: user, command: command)
        case .onceRecorded(let line, let actions):
            return .onceRecorded(line, actions.map { $0.confined(to: confinement) })
        default: return self
        }
    }
}

extension JSON {
    /// A result of the daemon's without the threads, workers and approvals of others.
    fileprivate func confined(to confinement: TopicConfinement) -> JSON {
        func worker(_ entry: JSON) -> String { Topic.scope(ofWorker: entry["worker"]?.stringValue ?? "") }
        var result = self
        for (list, kinds) in [
            ("threads", [EventKind.event, .delta, .request]), ("workers", [.worker]), ("approvals", [.request]),
        ] {
            guard let entries = result[list]?.arrayValue else { continue }
            let seen = entries.filter { entry in
                let scope = list == "workers" ? worker(entry) : entry["threadId"]?.stringValue ?? worker(entry)
                return kinds.contains { confinement.admits($0, scope: scope) }
            }
            result[list] = .array(seen)
        }
        return result
    }
}
