import BusProtocol
import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    // MARK: Which worker

    mutating func route(
        _ method: AppServerMethod, _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        let thread = command.request.threadID
        if let thread, let live = threads[thread] {
            return passOrWait(
                waiting(command, meta, params, for: live.holder ?? live.home, at: now), thread: thread, now)
        }
        let home = thread.flatMap { unloaded[$0] }
        // A sibling that is asked for a thread whose lock another worker holds would be refused. That one still does what
        // ends with it while it drains; else its end is waited for.
        let isLocked = method.takesWriterLock && home.map { workers[$0]?.isReady == false } ?? false
        if let home, isLocked, method.name != "thread/resume", workers[home]?.isDraining == true {
            return pass(waiting(command, meta, params, for: home, at: now), to: home, thread: nil)
        }
        if let thread, method.needsLoadedThread || isLocked {
            return load(thread: thread, for: command, meta, params, home: home, at: now)
        }
        let handle = method.handle.flatMap { handle in
            command.request.smallParams?[handle.param]?.stringValue.map { Handles.Handle($0, in: handle.space) }
        }
        func withHandle(for worker: UInt64) -> WaitingCommand {
            var waiting = waiting(command, meta, params, for: worker, at: now)
            waiting.handle = handle
            return waiting
        }
        // What would make it anew goes there, too: codex refuses that, as it would to the one client that it knows.
        if let handle, let worker = handles.worker(of: handle) {
            return pass(withHandle(for: worker), to: worker, thread: nil)
        }
        switch choose(meta, home: home, codexHome: thread.flatMap { unloaded.codexHome(of: $0) }) {
        case .success(let worker):
            return pass(
                withHandle(for: worker), to: worker, thread: nil,
                loading: loaded(by: method, command.request, on: worker))
        case .failure(let refusal):
            return [.reply(command.token, .refused(refusal.reason, refusal.message), command: meta.command)]
        }
    }

    /// The command as it waits, or is sent: with the deadline that is usual where it goes, when it names none.
    private func waiting(
        _ command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, for worker: UInt64?, at now: MonotonicInstant
    ) -> WaitingCommand {
        WaitingCommand(
            token: command.token, id: meta.command, method: command.request.method, params: command.request.params,
            deadline: now.advanced(by: meta.deadline ?? policy(of: worker).requestDeadline),
            needs: MethodTable.entry(for: command.request.method)?.needs(with: params) ?? [],
            leavesWords: AppServerMethod(command.request.method).leavesWords(params), caller: command.caller,
            thread: command.request.threadID)
    }

    /// The thread that a client's own `thread/resume` loads: from then on commands for it wait for that.
    private func loaded(by method: AppServerMethod, _ request: CommandRequest, on worker: UInt64) -> String? {
        guard method.name == "thread/resume", let id = request.threadID, Self.isThreadID(id) else { return nil }
        return id
    }

    /// - Parameters:
    ///   - home: The worker that let go of the command's thread, and holds its lock.
    ///   - codexHome: Where the thread is stored, when that is known.
    func choose(_ meta: CommandMeta, home: UInt64? = nil, codexHome: String? = nil) -> Result<UInt64, NoWorker> {
        if let home, workers[home]?.isReady == true { return .success(home) }
        if let name = meta.worker {
            guard let worker = worker(named: name) else {
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
        let isWanted: (UInt64) -> Bool = { meta.group == nil || workers[$0]?.identity.group == meta.group }
        guard let worker = leastLoaded(in: codexHome, where: isWanted) else {
            return .failure(
                isClosed
                    ? NoWorker(reason: .draining, message: Self.closedMessage)
                    : NoWorker(reason: .noWorker, message: "no worker is ready"))
        }
        return .success(worker)
    }

    struct NoWorker: Error {
        let reason: BusErrorReason
        let message: String
    }

    static let closedMessage = "the fleet is drained"

    /// The ready worker with the fewest running turns and threads.
    ///
    /// - Parameter codexHome: nil for any.
    private func leastLoaded(in codexHome: String?, where isWanted: (UInt64) -> Bool) -> UInt64? {
        var least: (work: Int, threads: Int, worker: UInt64)?
        func look(at worker: UInt64) {
            guard isWanted(worker) else { return }
            let load = threads.load(of: worker)
            let this = (load.turns + sent[worker].commands, load.threads, worker)
            if least.map({ this < $0 }) ?? true { least = this }
        }
        if let codexHome {
            for worker in workers.ready(in: codexHome) { look(at: worker) }
        } else {
            for worker in workers.ready { look(at: worker) }
        }
        return least?.worker
    }

    // MARK: Passing on

    mutating func passOrWait(
        _ command: WaitingCommand, thread id: String, _ now: MonotonicInstant
    ) -> [FleetAction] {
        if let owner = threads[id]?.owner, threads[id]?.isUnloading == false, takes(command, worker: owner) {
            return pass(command, to: owner, thread: id)
        }
        guard let waiting = threads[id]?.waiting,
            FairShare.allows(
                waiting.count { $0.caller.user == command.caller.user }, of: LiveThread.waitingLimit - waiting.count)
        else {
            return [
                .reply(
                    command.token, .refused(.workerBusy, "too many commands wait for thread \(id)"), command: command.id
                )
            ]
        }
        threads[id]?.waiting.append(command)
        return [.startTimer(command.timer, now.duration(to: command.deadline))]
            + place(thread: id, at: now)
    }

    /// The thread is not loaded: a worker resumes it first, while the command waits.
    private mutating func load(
        thread id: String, for command: IncomingCommand, _ meta: CommandMeta, _ params: JSON, home: UInt64?,
        at now: MonotonicInstant
    ) -> [FleetAction] {
        func refused(_ reason: BusErrorReason, _ message: String) -> [FleetAction] {
            [.reply(command.token, .refused(reason, message), command: meta.command)]
        }
        guard Self.isThreadID(id) else { return refused(.unknownThread, "that is no thread id") }
        // One that is on its way out keeps the lock of a thread that it let go of until its end: waited for.
        let worker: UInt64
        if let home, workers[home] != nil {
            worker = home
        } else {
            switch choose(meta, codexHome: unloaded.codexHome(of: id)) {
            case .failure(let refusal): return refused(refusal.reason, refusal.message)
            case .success(let chosen): worker = chosen
            }
        }
        var thread = LiveThread(
            id: id, codexHome: workers[worker]?.codexHome ?? "", place: .homeless(home: worker, since: now))
        thread.isUnproven = true
        threads.add(thread)
        let waiting = waiting(command, meta, params, for: worker, at: now)
        let actions = passOrWait(waiting, thread: id, now)
        return actions + awaitHome(thread: id)
    }

    /// Whoever fills a worker leaves others room, and the daemon.
    private func hasRoom(for caller: Caller, at worker: UInt64) -> Bool {
        guard let limit = workers[worker]?.requestLimit else { return true }
        return FairShare.allows(sent.share(of: caller.user, at: worker), of: limit - sent[worker].all)
    }

    /// - Parameter loading: the thread that nobody has yet and that the command loads.
    mutating func pass(
        _ command: WaitingCommand, to worker: UInt64, thread: String?, loading: String? = nil
    ) -> [FleetAction] {
        guard hasRoom(for: command.caller, at: worker) else {
            let worker = workers[worker]?.identity.name ?? ""
            return refuse(command, .workerBusy, "too many requests of \(command.caller.name) wait for \(worker)")
        }
        let method = AppServerMethod(command.method)
        if let handle = command.handle, method.makesHandle { handles.set(handle, worker: worker) }
        let token = nextToken()
        sent.add(
            token,
            .command(
                SentRequests.SentCommand(
                    token: command.token, id: command.id, method: method, threadID: thread ?? loading ?? command.thread,
                    handle: command.handle, caller: command.caller, needs: command.needs,
                    leavesWords: command.leavesWords,
                    deadline: command.deadline)), to: worker)
        if let loading {
            var thread = LiveThread(
                id: loading, codexHome: workers[worker]?.codexHome ?? "",
                place: .resuming(worker: worker, token: token, home: worker))
            thread.isUnproven = true
            threads.add(thread)
            threads[loading]?.authors.add(
                command.caller, by: method, leavesWords: command.leavesWords, inTurn: false)
        }
        if let thread {
            threads[thread]?.idleSince = nil
            let inTurn = threads[thread]?.turn != nil
            threads[thread]?.authors.add(
                command.caller, by: method, leavesWords: command.leavesWords, inTurn: inTurn)
            if method.causesWork {
                threads[thread]?.cause = command.id
                // Who steers a turn has not started it.
                if method.startsWork || threads[thread]?.startedBy == nil {
                    threads[thread]?.startedBy = command.caller
                }
            }
            noteStart(command, method, thread: thread, worker: worker)
        }
        return [
            .cancelTimer(command.timer),
            .send(
                worker: worker, token: token, method: command.method, params: command.params,
                deadline: command.deadline),
        ]
    }
}
