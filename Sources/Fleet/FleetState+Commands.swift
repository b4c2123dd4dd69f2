import BusProtocol
package import EventLoop
import JSONRPC
package import Supervision

extension FleetState {
    /// Takes a consumer's command. Its one reply is among the actions of this call or of a later one.
    package mutating func take(_ command: IncomingCommand, at now: MonotonicInstant, unixMs: Int64) -> [FleetAction] {
        counters.commands += 1
        let meta: CommandMeta
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
        if let method = DaemonMethod(rawValue: command.request.method) {
            return perform(method, command, meta, params, at: now)
        }
        if DaemonMethod.isReserved(command.request.method) {
            return refused(.unknownMethod, "Bosun has no method \(command.request.method)")
        }
        let method = AppServerMethod(command.request.method)
        if let refusal = method.refusal { return refused(.forbidden, "\(method.name): \(refusal)") }
        guard !isDraining else { return refused(.draining, "the daemon is stopping") }
        return route(method, command, meta, params, at: now)
    }

    // MARK: Which worker

    private mutating func route(
        _ method: AppServerMethod, _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        let waiting = WaitingCommand(
            token: command.token, id: meta.command, method: method.name, params: command.request.params,
            deadline: now.advanced(by: meta.deadline), client: meta.client)
        if let id = command.request.threadID {
            if threads[id] != nil { return passOrWait(waiting, thread: id, now) }
            if method.needsLoadedThread { return load(thread: id, for: waiting, meta, at: now) }
        }
        let handle = method.handle.flatMap { handle in
            command.request.smallParams?[handle.param]?.stringValue.map { (space: handle.space, name: $0) }
        }
        if let handle, !method.makesHandle, let worker = handles.worker(of: handle.name, in: handle.space) {
            return pass(waiting, to: worker, thread: nil)
        }
        switch choose(meta) {
        case .success(let worker):
            if let handle { handles.set(handle.name, in: handle.space, worker: worker) }
            return pass(waiting, to: worker, thread: nil, loading: loaded(by: method, command.request, on: worker))
        case .failure(let refusal):
            return [.reply(command.token, .refused(refusal.reason, refusal.message), command: meta.command)]
        }
    }

    /// The thread that a client's own `thread/resume` loads: from then on commands for it wait for that.
    private func loaded(by method: AppServerMethod, _ request: CommandRequest, on worker: UInt64) -> String? {
        guard method.name == "thread/resume", let id = request.threadID, Self.isThreadID(id) else { return nil }
        return id
    }

    private func choose(_ meta: CommandMeta) -> Result<UInt64, NoWorker> {
        if let name = meta.worker {
            guard let worker = workers.values.first(where: { $0.identity.name == name }) else {
                return .failure(NoWorker(reason: .unknownWorker, message: "no worker is called \(name)"))
            }
            guard worker.isReady else {
                return .failure(NoWorker(reason: .workerDown, message: "\(name) is \(worker.status.state.rawValue)"))
            }
            return .success(worker.identity.number)
        }
        if let group = meta.group, !workers.values.contains(where: { $0.identity.group == group }) {
            return .failure(NoWorker(reason: .unknownWorker, message: "no group is called \(group)"))
        }
        guard let worker = leastLoaded(where: { meta.group == nil || $0.identity.group == meta.group }) else {
            return .failure(NoWorker(reason: .noWorker, message: "no worker is ready"))
        }
        return .success(worker)
    }

    private struct NoWorker: Error {
        let reason: BusErrorReason
        let message: String
    }

    /// The ready worker with the fewest running turns and threads.
    func leastLoaded(where isWanted: (WorkerRecord) -> Bool) -> UInt64? {
        var load: [UInt64: (turns: Int, threads: Int)] = [:]
        for thread in threads.values {
            guard let worker = thread.holder else { continue }
            load[worker, default: (0, 0)].threads += 1
            load[worker, default: (0, 0)].turns += thread.turn == nil ? 0 : 1
        }
        for case .command(let command) in sent.values { load[command.worker, default: (0, 0)].turns += 1 }
        return workers.values.filter { $0.isReady && isWanted($0) }.map(\.identity.number)
            .min { a, b in
                let (first, second) = (load[a] ?? (0, 0), load[b] ?? (0, 0))
                return (first.turns, first.threads, a) < (second.turns, second.threads, b)
            }
    }

    // MARK: Passing on

    private mutating func passOrWait(
        _ command: WaitingCommand, thread id: String, _ now: MonotonicInstant
    ) -> [FleetAction] {
        if let owner = threads[id]?.owner, workers[owner]?.isReady == true {
            return pass(command, to: owner, thread: id)
        }
        guard let waiting = threads[id]?.waiting, waiting.count < LiveThread.waitingLimit else {
            return [
                .reply(
                    command.token, .refused(.workerBusy, "too many commands wait for thread \(id)"), command: command.id
                )
            ]
        }
        threads[id]?.waiting.append(command)
        return [.startTimer(.waiting(command.token), now.duration(to: command.deadline))]
            + place(thread: id, at: now)
    }

    /// The thread is not loaded: a worker resumes it first, while the command waits.
    private mutating func load(
        thread id: String, for command: WaitingCommand, _ meta: CommandMeta, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard Self.isThreadID(id) else {
            return [.reply(command.token, .refused(.unknownThread, "that is no thread id"), command: command.id)]
        }
        switch choose(meta) {
        case .failure(let refusal):
            return [.reply(command.token, .refused(refusal.reason, refusal.message), command: command.id)]
        case .success(let worker):
            var thread = LiveThread(
                id: id, codexHome: workers[worker]?.codexHome ?? "", place: .homeless(home: worker, since: now))
            thread.isUnproven = true
            threads[id] = thread
            return passOrWait(command, thread: id, now)
        }
    }

    /// - Parameter loading: the thread that nobody has yet and that the command loads.
    mutating func pass(
        _ command: WaitingCommand, to worker: UInt64, thread: String?, loading: String? = nil
    ) -> [FleetAction] {
        let method = AppServerMethod(command.method)
        let token = nextToken()
        sent[token] = .command(
            SentCommand(
                token: command.token, id: command.id, method: method, threadID: thread ?? loading, worker: worker,
                client: command.client))
        if let loading {
            var thread = LiveThread(
                id: loading, codexHome: workers[worker]?.codexHome ?? "",
                place: .resuming(worker: worker, token: token, home: worker))
            thread.isUnproven = true
            threads[loading] = thread
        }
        if let thread, method.causesWork {
            threads[thread]?.cause = command.id
            threads[thread]?.startedBy = command.client
        }
        return [
            .cancelTimer(.waiting(command.token)),
            .send(
                worker: worker, token: token, method: command.method, params: command.params,
                deadline: command.deadline),
        ]
    }

    // MARK: Answers

    /// A worker answered, or can't any more.
    package mutating func answered(_ token: UInt64, _ answer: WorkerAnswer, at now: MonotonicInstant) -> [FleetAction] {
        switch sent.removeValue(forKey: token) {
        case .resume(let thread, let worker):
            return resumed(thread: thread, token: token, worker: worker, answer, at: now)
        case .command(let command): return finish(command, token, answer, at: now)
        case nil: return []
        }
    }

    private mutating func finish(
        _ command: SentCommand, _ token: UInt64, _ answer: WorkerAnswer, at now: MonotonicInstant
    ) -> [FleetAction] {
        // A client's own resume came to nothing: whoever waited for the thread has the daemon try.
        var actions: [FleetAction] = []
        switch answer {
        case .result(let result, let thread):
            if command.method.loadsThread, let thread {
                actions =
                    adopt(thread: thread, worker: command.worker, cause: command.id, client: command.client).actions
            }
            if command.method.name == "account/login/start", let login = try? JSON(parsing: result)["loginId"] {
                handles.set(login.stringValue ?? "", in: "login", worker: command.worker)
            }
            let unloaded =
                command.method.unloadsThread
                ? command.threadID.map { forget(thread: $0, .unknownThread, "the thread was unloaded") } ?? [] : []
            return [.reply(command.token, .workerResult(result), command: command.id)] + unloaded + actions
        case .error(let error):
            return [.reply(command.token, .workerError(error), command: command.id)]
                + loadFailed(command, token, error, at: now)
        case .lost(let loss):
            return [.reply(command.token, .refused(loss.reason, loss.message), command: command.id)]
                + loadFailed(command, token, Array(#"{"code":-32000,"message":"the worker ended"}"#.utf8), at: now)
        }
    }

    /// When a client's own `thread/resume` comes to nothing, the commands that waited for it get the same answer.
    private mutating func loadFailed(
        _ command: SentCommand, _ token: UInt64, _ error: [UInt8], at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let id = command.threadID, let thread = threads[id], case .resuming(_, token, _) = thread.place,
            thread.isUnproven
        else { return [] }
        return resumeFailed(thread: id, error, at: now)
    }
}
