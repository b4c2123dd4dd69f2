import Journal
import BusProtocol
import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    /// Threads that a worker may have; what it says of further ones stands under its own scope.
    static let threadLimit = 10_000

    /// An event of the daemon's about a thread.
    func publish(thread id: String, _ method: String, _ body: JSON) -> FleetAction {
        let owner = threads[id]?.owner
        var body = body
        if let parent = threads[id]?.parent {
            body["parentThreadId"] = .string(parent)
            body["rootThreadId"] = .string(root(ofThread: id))
        }
        return .publish(
            FleetEvent(
                .event, scope: id, method: method, body: body, worker: owner ?? 0,
                generation: owner.flatMap { workers[$0]?.status.generation } ?? 0, cause: cause(ofThread: id)))
    }

    /// A thread's id that can't be taken for the scope of a worker or of the daemon.
    static func isThreadID(_ id: String) -> Bool {
        Topic.isValidName(id.utf8) && !id.hasPrefix(Topic.scope(ofWorker: "")) && !id.hasPrefix(Topic.daemonScope)
    }

    // MARK: Having

    /// A worker has the thread: it said so, or answered a request to load it. Another one's thread does not move by that.
    mutating func adopt(
        thread id: String, worker number: UInt64, cause: CommandID, caller: Caller? = nil, at now: MonotonicInstant
    ) -> (isTaken: Bool, actions: [FleetAction]) {
        guard let worker = workers[number], Self.isThreadID(id) else { return (false, []) }
        if let holder = threads[id]?.holder, holder != number { return (false, []) }
        if threads[id] == nil {
            guard threads.load(of: number).threads < Self.threadLimit, mayHave(unloaded: id, worker) else {
                return (false, [])
            }
            var thread = LiveThread(id: id, codexHome: worker.codexHome, place: .live(worker: number))
            thread.parent = announcedParents.take(id).flatMap { mayCome(id, of: number, from: $0) ? $0 : nil }
            threads.add(thread, isNew: unloaded.codexHome(of: id) == nil)
            if caller == nil { threads[id]?.authors.addWords(of: worker.lateAuthors) }
            unloaded.remove(id)
        }
        if cause != .none {
            threads[id]?.cause = cause
            if threads[id]?.startedBy == nil { threads[id]?.startedBy = caller }
        }
        return (true, settle(thread: id, on: number, at: now))
    }

    /// A thread that was let go of stays in its CODEX_HOME, and while a worker holds its lock with that one, whatever
    /// another one says.
    private func mayHave(unloaded id: String, _ worker: WorkerRecord) -> Bool {
        (unloaded[id] ?? worker.identity.number) == worker.identity.number
            && (unloaded.codexHome(of: id) ?? worker.codexHome) == worker.codexHome
    }

    /// The worker has loaded the thread: what waited for that goes on.
    mutating func settle(thread id: String, on worker: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard var thread = threads[id] else { return [] }
        let home: UInt64? =
            switch thread.place {
            case .live: nil
            case .resuming(_, _, let home), .homeless(let home, _): home
            }
        thread.failedResumes = 0
        thread.resumeError = nil
        thread.retryAt = nil
        thread.isUnproven = false
        thread.askedOf = nil
        thread.place = .live(worker: worker)
        threads[id] = thread
        unloaded.remove(id)
        var actions: [FleetAction] = home == nil ? [] : [.cancelTimer(.resume(thread: id))]
        if let home, home != worker, let from = workers[home]?.identity.name ?? formerWorkers[home],
            let to = workers[worker]?.identity.name
        {
            actions.append(
                publish(
                    thread: id, "bosun/threadMoved",
                    ["threadId": .string(id), "from": .string(from), "to": .string(to)]))
        }
        actions += tellEarlierTurn(thread: id, on: worker)
        let retried = retryTurn(thread: id, on: worker, at: now)
        return actions + journal(thread: id) + retried + passWaiting(thread: id)
    }

    /// Passes on what waits for the thread, as far as its worker takes it now.
    mutating func passWaiting(thread id: String) -> [FleetAction] {
        guard let thread = threads[id], let owner = thread.owner, !thread.isUnloading, !thread.waiting.isEmpty else {
            return []
        }
        let taken = thread.waiting.filter { takes($0, worker: owner) }
        let left = thread.waiting.filter { !takes($0, worker: owner) }
        threads[id]?.waiting = left
        return taken.flatMap { pass($0, to: owner, thread: id) }
    }

    /// Whether a worker that has a command's thread takes it now: one that is drained begins nothing.
    func takes(_ command: WaitingCommand, worker number: UInt64) -> Bool {
        guard let worker = workers[number] else { return false }
        return worker.isReady || (worker.isDraining && !AppServerMethod(command.method).startsWork)
    }

    /// The thread is not live any more; who waits for it is told why.
    mutating func forget(thread id: String, _ reason: BusErrorReason, _ message: String) -> [FleetAction] {
        guard let thread = threads.removeValue(forKey: id) else { return [] }
        let journaled: [FleetAction] = thread.isUnproven ? [] : [.journal(.threadForgotten(id: id))]
        return journaled + [.cancelTimer(.resume(thread: id)), .rest(thread: id)]
            + thread.waiting.flatMap { refuse($0, reason, message) }
    }

    func refuse(_ command: WaitingCommand, _ reason: BusErrorReason, _ message: String) -> [FleetAction] {
        [
            .cancelTimer(command.timer),
            .reply(command.token, .refused(reason, message), command: command.id),
        ]
    }

    // MARK: Subagents

    /// Codex told which thread started another one, which may not have shown yet.
    mutating func learn(parent: String, of child: String) -> [FleetAction] {
        guard Self.isThreadID(child) else { return [] }
        guard let thread = threads[child] else {
            announcedParents.add(parent, of: child)
            return []
        }
        guard thread.parent == nil, mayCome(child, of: thread.holder, from: parent) else { return [] }
        threads[child]?.parent = parent
        return tellSpawned(thread: child) + journal(thread: child)
    }

    /// Whether what a worker tells of a thread's parent is believed: it tells of its own threads only.
    func mayCome(_ child: String, of worker: UInt64?, from parent: String) -> Bool {
        child != parent && Self.isThreadID(parent) && (threads[parent].map { ($0.holder ?? $0.home) == worker } ?? true)
    }

    /// Tells that a subagent's thread is there, once, when it is known whose it is.
    mutating func tellSpawned(thread id: String) -> [FleetAction] {
        guard let thread = threads[id], thread.parent != nil, !thread.isSpawnTold else { return [] }
        threads[id]?.isSpawnTold = true
        return [publish(thread: id, "bosun/threadSpawned", ["threadId": .string(id)])]
    }
}
