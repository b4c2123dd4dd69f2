import BusProtocol
import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    /// An event of the daemon's about a thread.
    func publish(thread id: String, _ method: String, _ body: JSON, kind: EventKind = .event) -> FleetAction {
        let owner = threads[id]?.owner
        return .publish(
            FleetEvent(
                kind, scope: id, method: method, body: body, worker: owner ?? 0,
                generation: owner.flatMap { workers[$0]?.status.generation } ?? 0, cause: cause(ofThread: id)))
    }

    /// A worker has the thread: it said so, or answered a command that loads it. Nobody else's thread moves by that.
    mutating func adopt(thread id: String, worker number: UInt64, cause: CommandID) -> Bool {
        guard let worker = workers[number], Topic.isValidName(id.utf8) else { return false }
        if var known = threads[id] {
            guard owns(worker: number, thread: id) || known.owner == nil else { return false }
            known.place = .live(worker: number)
            known.isUnproven = false
            if cause != .none { known.cause = cause }
            threads[id] = known
        } else {
            var thread = LiveThread(id: id, codexHome: worker.codexHome, place: .live(worker: number))
            thread.cause = cause
            threads[id] = thread
        }
        return true
    }

    /// The thread is not live any more; who waits for it is told why.
    mutating func forget(thread id: String, _ reason: BusErrorReason, _ message: String) -> [FleetAction] {
        guard let thread = threads.removeValue(forKey: id) else { return [] }
        return [.cancelTimer(.resume(thread: id)), .rest(thread: id)]
            + thread.waiting.flatMap { refuse($0, reason, message) }
    }

    func refuse(_ command: WaitingCommand, _ reason: BusErrorReason, _ message: String) -> [FleetAction] {
        [
            .cancelTimer(.waiting(command.token)),
            .reply(command.token, .refused(reason, message), command: command.id),
        ]
    }

    // MARK: Resuming

    /// Finds a worker for each thread that has none.
    mutating func placeHomelessThreads(at now: MonotonicInstant) -> [FleetAction] {
        threads.keys.sorted().flatMap { place(thread: $0, at: now) }
    }

    /// Asks a worker to resume the thread: its own when that one is ready or due soon, else a ready sibling.
    mutating func place(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard !isDraining, let thread = threads[id], case .homeless(let home) = thread.place else { return [] }
        guard let worker = workerToResume(thread, home: home, at: now) else { return [] }
        let token = nextToken()
        sent[token] = .resume(thread: id)
        threads[id]?.place = .resuming(worker: worker)
        let params: JSON = ["threadId": .string(id), "excludeTurns": true]
        return [
            .cancelTimer(.resume(thread: id)),
            .send(
                worker: worker, token: token, method: "thread/resume", params: params.serialized(),
                deadline: now.advanced(by: CommandMeta.defaultDeadline)),
        ]
    }

    private func workerToResume(_ thread: LiveThread, home: UInt64?, at now: MonotonicInstant) -> UInt64? {
        if let home = home.flatMap({ workers[$0] }) {
            if home.isReady { return home.identity.number }
            if home.isDueSoon(at: now) { return nil }
        }
        return leastLoaded { $0.codexHome == thread.codexHome }
    }

    /// A worker answered the resume of a thread.
    mutating func resumed(thread id: String, _ answer: WorkerAnswer, at now: MonotonicInstant) -> [FleetAction] {
        guard var thread = threads[id], case .resuming(let worker) = thread.place else { return [] }
        switch answer {
        case .result:
            let waiting = thread.waiting
            thread.waiting = []
            thread.failedResumes = 0
            thread.isUnproven = false
            thread.place = .live(worker: worker)
            threads[id] = thread
            return waiting.flatMap { pass($0, to: worker, thread: id) }
        case .error(let error) where Self.saysThreadIsUnknown(error):
            let lost = thread.isUnproven ? [] : [publish(thread: id, "bosun/threadLost", ["threadId": .string(id)])]
            if !thread.isUnproven { counters.threadsLost += 1 }
            return lost + forget(thread: id, .unknownThread, "codex has no thread \(id)")
        case .error(let error) where thread.isUnproven:
            threads[id] = nil
            return [.cancelTimer(.resume(thread: id))]
                + thread.waiting.flatMap { command in
                    [
                        .cancelTimer(.waiting(command.token)),
                        .reply(command.token, .workerError(error), command: command.id),
                    ]
                }
        case .error, .lost:
            thread.failedResumes += 1
            thread.place = .homeless(home: worker)
            threads[id] = thread
            let delay = Duration.seconds(1 << min(thread.failedResumes - 1, 5))
            return [.startTimer(.resume(thread: id), delay)]
        }
    }

    /// Codex has never stored the thread: "no rollout found for thread id …" (0.163.0), code −32600.
    private static func saysThreadIsUnknown(_ error: [UInt8]) -> Bool {
        guard let message = (try? JSON(parsing: error))?["message"]?.stringValue else { return false }
        return message.contains("no rollout found")
    }
}
