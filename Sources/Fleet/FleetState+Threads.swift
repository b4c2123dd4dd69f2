import BusProtocol
import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    /// Threads that a worker may have; what it says of further ones stands under its own scope.
    static let threadLimit = 10_000
    /// Resumes that a worker is asked for at a time: a fleet of threads must not fill its window and queue.
    static let resumesAtOnce = 8
    /// How long a thread waits for its own worker while a sibling is ready.
    static let patience = Duration.seconds(5)

    /// An event of the daemon's about a thread.
    func publish(thread id: String, _ method: String, _ body: JSON) -> FleetAction {
        let owner = threads[id]?.owner
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
        thread id: String, worker number: UInt64, cause: CommandID, client: String? = nil
    ) -> (isTaken: Bool, actions: [FleetAction]) {
        guard let worker = workers[number], Self.isThreadID(id) else { return (false, []) }
        if let holder = threads[id]?.holder, holder != number { return (false, []) }
        if threads[id] == nil {
            guard threads.values.count(where: { $0.holder == number }) < Self.threadLimit else { return (false, []) }
            threads[id] = LiveThread(id: id, codexHome: worker.codexHome, place: .live(worker: number))
        }
        if cause != .none {
            threads[id]?.cause = cause
            threads[id]?.startedBy = client
        }
        return (true, settle(thread: id, on: number))
    }

    /// The worker has loaded the thread: what waited for that goes on.
    private mutating func settle(thread id: String, on worker: UInt64) -> [FleetAction] {
        guard var thread = threads[id] else { return [] }
        let waiting = thread.waiting
        let home: UInt64? =
            switch thread.place {
            case .live: nil
            case .resuming(_, _, let home), .homeless(let home, _): home
            }
        thread.waiting = []
        thread.failedResumes = 0
        thread.resumeError = nil
        thread.retryAt = nil
        thread.isUnproven = false
        thread.place = .live(worker: worker)
        threads[id] = thread
        var actions: [FleetAction] = home == nil ? [] : [.cancelTimer(.resume(thread: id))]
        if let home, home != worker, let from = workers[home]?.identity.name, let to = workers[worker]?.identity.name {
            actions.append(
                publish(
                    thread: id, "bosun/threadMoved",
                    ["threadId": .string(id), "from": .string(from), "to": .string(to)]))
        }
        return actions + waiting.flatMap { pass($0, to: worker, thread: id) }
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

    /// The worker that had it, or was to load it, can't any more.
    mutating func loseHome(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard let thread = threads[id] else { return [] }
        switch thread.place {
        case .live(let worker): threads[id]?.place = .homeless(home: worker, since: now)
        case .resuming(_, _, let home): threads[id]?.place = .homeless(home: home, since: now)
        case .homeless: return []
        }
        threads[id]?.turn = nil
        return [.startTimer(.resume(thread: id), Self.patience)]
    }

    /// Finds a worker for each thread that has none, those for which somebody waits first.
    mutating func placeHomelessThreads(at now: MonotonicInstant) -> [FleetAction] {
        let homeless = threads.values.filter { $0.holder == nil && $0.retryAt.map { $0 <= now } ?? true }
        let order = homeless.sorted { ($0.waiting.isEmpty ? 1 : 0, $0.id) < ($1.waiting.isEmpty ? 1 : 0, $1.id) }
        return order.flatMap { place(thread: $0.id, at: now) }
    }

    /// Asks a worker to resume the thread: its own when that one is ready or due soon, else a ready sibling.
    mutating func place(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard !isDraining, let thread = threads[id], case .homeless(let home, let since) = thread.place,
            let worker = workerToResume(thread, home: home, since: since, at: now)
        else { return [] }
        let token = nextToken()
        sent[token] = .resume(thread: id, worker: worker)
        threads[id]?.place = .resuming(worker: worker, token: token, home: home ?? worker)
        let params: JSON = ["threadId": .string(id), "excludeTurns": true]
        return [
            .cancelTimer(.resume(thread: id)),
            .send(
                worker: worker, token: token, method: "thread/resume", params: params.serialized(),
                deadline: now.advanced(by: CommandMeta.defaultDeadline)),
        ]
    }

    private func workerToResume(
        _ thread: LiveThread, home: UInt64?, since: MonotonicInstant, at now: MonotonicInstant
    ) -> UInt64? {
        if let home = home.flatMap({ workers[$0] }) {
            if home.isReady { return hasRoomToResume(home.identity.number) ? home.identity.number : nil }
            if home.isEnding || (home.isDueSoon(at: now) && since.duration(to: now) < Self.patience) { return nil }
        }
        return leastLoaded { $0.codexHome == thread.codexHome && hasRoomToResume($0.identity.number) }
    }

    private func hasRoomToResume(_ worker: UInt64) -> Bool {
        let resumes = sent.values.count {
            if case .resume(_, worker) = $0 { true } else { false }
        }
        return resumes < Self.resumesAtOnce
    }

    /// A worker answered the resume of a thread; that makes room for another one's.
    mutating func resumed(
        thread id: String, token: UInt64, worker: UInt64, _ answer: WorkerAnswer, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let place = threads[id]?.place, case .resuming(_, token, _) = place else {
            return placeHomelessThreads(at: now)
        }
        let actions: [FleetAction] =
            switch answer {
            case .result: settle(thread: id, on: worker)
            case .error(let error): resumeFailed(thread: id, error, at: now)
            case .lost(.busy): postpone(thread: id, for: .seconds(1), at: now)
            case .lost(let loss): retryResume(thread: id, loss.message, at: now)
            }
        return actions + placeHomelessThreads(at: now)
    }

    mutating func resumeFailed(thread id: String, _ error: [UInt8], at now: MonotonicInstant) -> [FleetAction] {
        guard let thread = threads[id] else { return [] }
        let message = (try? JSON(parsing: error))?["message"]?.stringValue ?? String(decoding: error, as: UTF8.self)
        // Codex has never stored it: "no rollout found for thread id …" (0.163.0), code −32600.
        if message.contains("no rollout found") {
            let lost = thread.isUnproven ? [] : [publish(thread: id, "bosun/threadLost", ["threadId": .string(id)])]
            if !thread.isUnproven { counters.threadsLost += 1 }
            return lost + forget(thread: id, .unknownThread, "codex has no thread \(id)")
        }
        guard thread.isUnproven else { return retryResume(thread: id, message, at: now) }
        threads[id] = nil
        return [.cancelTimer(.resume(thread: id))]
            + thread.waiting.flatMap { command in
                [
                    .cancelTimer(.waiting(command.token)),
                    .reply(command.token, .workerError(error), command: command.id),
                ]
            }
    }

    /// Later again, each time after a longer pause: a lock that somebody else holds is let go of some time.
    private mutating func retryResume(thread id: String, _ error: String, at now: MonotonicInstant) -> [FleetAction] {
        let first = threads[id]?.failedResumes == 0
        threads[id]?.failedResumes += 1
        threads[id]?.resumeError = error
        let delay = Duration.seconds(1 << min((threads[id]?.failedResumes ?? 1) - 1, 5))
        let told =
            first
            ? [publish(thread: id, "bosun/threadResumeFailed", ["threadId": .string(id), "reason": .string(error)])]
            : []
        return told + postpone(thread: id, for: delay, at: now)
    }

    private mutating func postpone(thread id: String, for delay: Duration, at now: MonotonicInstant) -> [FleetAction] {
        _ = loseHome(thread: id, at: now)
        threads[id]?.retryAt = now.advanced(by: delay)
        return [.startTimer(.resume(thread: id), delay)]
    }

    /// A worker is ready: what failed with another may do with it.
    mutating func forgetPauses(home: String) {
        for (id, thread) in threads where thread.codexHome == home && thread.retryAt != nil {
            threads[id]?.retryAt = nil
        }
    }
}
