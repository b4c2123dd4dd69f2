import BusProtocol
package import EventLoop
import JSONRPC
package import Supervision

extension FleetState {
    /// Takes a consumer's command. Its one reply is among the actions of this call or of a later one.
    package mutating func take(_ command: IncomingCommand, at now: MonotonicInstant, unixMs: Int64) -> [FleetAction] {
        counters.commands += 1
        var meta: CommandMeta
        do {
            meta = try CommandMeta(command.request.meta)
        } catch {
            return [.reply(command.token, .invalid(code: -32602, message: error.message), command: .none)]
        }
        func refused(_ reason: BusErrorReason, _ message: String) -> [FleetAction] {
            [.reply(command.token, .refused(reason, message), command: meta.command)]
        }
        if let notAfter = meta.notAfter, unixMs > notAfter {
            return refused(.deadline, "it came after its notAfter")
        }
        let params: JSON
        do {
            params = try command.request.paramsValue
        } catch {
            return [.reply(command.token, .invalid(code: -32603, message: "params: \(error)"), command: meta.command)]
        }
        guard let entry = MethodTable.entry(for: command.request.method) else {
            return refused(.unknownMethod, "Bosun has no method \(command.request.method)")
        }
        if let refusal = Self.refusal(of: command, entry, params) { return refused(.forbidden, refusal) }
        guard let audience = command.audience else { return perform(entry, command, meta, params, at: now) }
        if let refusal = audienceRefusal(of: command, entry, params, meta) {
            return refused(refusal.reason, refusal.message)
        }
        meta = meta.withDefaultGroup(of: audience)
        let confinement = confinement(of: audience)
        return perform(entry, command, meta, params, at: now).map { $0.confined(to: confinement) }
    }

    private mutating func perform(
        _ entry: MethodEntry, _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        func refused(_ reason: BusErrorReason, _ message: String) -> [FleetAction] {
            [.reply(command.token, .refused(reason, message), command: meta.command)]
        }
        let method: AppServerMethod
        switch entry.target {
        case .daemon(let method): return perform(method, command, meta, params, at: now)
        case .appServer(let named): method = named
        }
        guard !isDraining else { return refused(.draining, "the daemon is stopping") }
        guard !isClosed || !method.startsWork else { return refused(.draining, Self.closedMessage) }
        return route(method, command, meta, params, at: now)
    }

    // MARK: Answers

    /// A worker answered, or can't any more.
    package mutating func answered(_ token: UInt64, _ answer: WorkerAnswer, at now: MonotonicInstant) -> [FleetAction] {
        guard let request = sent.remove(token) else { return [] }
        let actions: [FleetAction] =
            switch request.purpose {
            case .resume(let thread):
                resumed(thread: thread, token: token, worker: request.worker, answer, at: now)
            case .command(let command): finish(command, of: request.worker, token, answer, at: now)
            case .unsubscribe(let thread): unsubscribed(thread: thread, worker: request.worker, answer, at: now)
            case .retry(let thread): retried(thread: thread, answer)
            // A turn that could not be interrupted has ended, or ends with its worker.
            case .interrupt: []
            }
        return actions + lookAtDrain(of: request.worker, isWorkComing: Self.mayLeadToWork(request.purpose, answer))
    }

    /// Whether a worker has taken something up of which it may speak only after its answer.
    private static func mayLeadToWork(_ purpose: SentRequests.Purpose, _ answer: WorkerAnswer) -> Bool {
        guard case .command(let command) = purpose, case .result = answer else { return false }
        // The answer to this one names the turn.
        return command.method.startsWork && command.method.name != "turn/start"
    }

    private mutating func finish(
        _ command: SentRequests.SentCommand, of worker: UInt64, _ token: UInt64, _ answer: WorkerAnswer,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        // A client's own resume came to nothing: whoever waited for the thread has the daemon try.
        var actions: [FleetAction] = []
        freeHandle(of: command, answer)
        switch answer {
        case .result(let result, let thread):
            if command.method.loadsThread, let thread, !isOthers(thread, than: command.threadID) {
                // Who resumes a thread that is live has begun nothing in it.
                let begins = command.method.name != "thread/resume" || threads[thread]?.owner == nil
                let adopted = adopt(
                    thread: thread, worker: worker, cause: begins ? command.id : .none, caller: command.caller, at: now)
                // Who is told of a thread counts on it, also when the daemon is killed right after.
                let reply = FleetAction.replyOnceJournaled(
                    command.token, .workerResult(result), command: command.id, deadline: command.deadline)
                if adopted.isTaken {
                    let words = words(of: command)
                    threads[thread]?.authors.addWords(of: words)
                    return adopted.actions + [reply]
                }
            }
            if command.method.name == "turn/start", let thread = command.threadID {
                turnBegun(thread: thread, result)
                actions = journal(thread: thread)
            }
            if command.method.name == "account/login/start", let login = try? JSON(parsing: result)["loginId"] {
                handles.set(Handles.Handle(login.stringValue ?? "", in: "login"), worker: worker)
            }
            let unloaded =
                command.method.unloadsThread
                ? command.threadID.map { unload(thread: $0) } ?? [] : []
            return [.reply(command.token, .workerResult(result), command: command.id)] + unloaded + actions
        case .error(let error):
            if let thread = command.threadID { startFailed(thread: thread, command: command.id) }
            return [.reply(command.token, .workerError(error), command: command.id)]
                + loadFailed(command, token, error, at: now)
        case .lost(let loss):
            if let thread = command.threadID { startFailed(thread: thread, command: command.id) }
            if loss == .lateWritten { noteLateWords(of: command, worker) }
            return [.reply(command.token, .refused(loss.reason, loss.message), command: command.id)]
                + loadLost(command, token, of: worker, loss, at: now)
        }
    }

    /// A worker says that a process of its has ended, of which no answer tells.
    package mutating func ended(process name: String, worker: UInt64) {
        let handle = Handles.Handle(name, in: Handles.processes)
        guard handles.worker(of: handle) == worker else { return }
        handles.release(handle)
    }

    private mutating func freeHandle(of command: SentRequests.SentCommand, _ answer: WorkerAnswer) {
        guard let handle = command.handle else { return }
        switch answer {
        case .result where command.method.endsHandle && !command.method.makesHandle: handles.remove(handle)
        case .result: if command.method.endsHandle { handles.release(handle) }
        case .error: if command.method.makesHandle { handles.release(handle) }
        case .lost(let loss):
            switch loss {
            case .busy, .down, .lateUnwritten, .recalled: if command.method.makesHandle { handles.release(handle) }
            // It may be there.
            case .lateWritten, .downWritten: break
            }
        }
    }

    /// Whether a worker would get a thread that waits for another one, by naming it in its answer.
    private func isOthers(_ thread: String, than named: String?) -> Bool {
        thread != named && threads[thread].map { $0.holder == nil } ?? false
    }

    private mutating func unload(thread id: String) -> [FleetAction] {
        unloaded.remove(id)
        return forget(thread: id, .unknownThread, "the thread was unloaded")
    }

    /// When a client's own `thread/resume` comes to nothing, the commands that waited for it get the same answer.
    private mutating func loadFailed(
        _ command: SentRequests.SentCommand, _ token: UInt64, _ error: [UInt8], at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let id = command.threadID, isLoading(thread: id, by: token) else { return [] }
        return resumeFailed(thread: id, error, at: now)
    }

    /// A client's own `thread/resume` has no answer, which says nothing of the thread: for whoever waits for it the daemon
    /// tries.
    private mutating func loadLost(
        _ command: SentRequests.SentCommand, _ token: UInt64, of worker: UInt64, _ loss: RequestLoss,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let id = command.threadID, isLoading(thread: id, by: token) else { return [] }
        guard threads[id]?.waiting.isEmpty == false else {
            threads[id] = nil
            return [.rest(thread: id)]
        }
        if loss == .busy { return postpone(thread: id, for: .seconds(1), at: now) }
        noteAsked(thread: id, of: worker, loss)
        return loseHome(thread: id, at: now) + place(thread: id, at: now)
    }

    private func isLoading(thread id: String, by token: UInt64) -> Bool {
        guard let thread = threads[id], case .resuming(_, token, _) = thread.place else { return false }
        return thread.isUnproven
    }
}
