import BusProtocol
import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    /// Resumes that a worker is asked for at a time: a fleet of threads must not fill its window and queue.
    static let resumesAtOnce = 8
    /// How long a thread waits for its own worker while a sibling is ready.
    static let patience = Duration.seconds(5)

    /// The worker that had it, or was to load it, can't any more.
    mutating func loseHome(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard let thread = threads[id] else { return [] }
        switch thread.place {
        case .live(let worker): threads[id]?.place = .homeless(home: worker, since: now)
        case .resuming(_, _, let home): threads[id]?.place = .homeless(home: home, since: now)
        case .homeless: return []
        }
        if thread.turn != nil { threads[id]?.authors.turnEnded() }
        threads[id]?.turn = nil
        threads[id]?.endingTurn = nil
        threads[id]?.started = nil
        threads[id]?.stall = nil
        threads[id]?.isUnloading = false
        let journaled = thread.turn == nil ? [] : journal(thread: id)
        return journaled + [.startTimer(.resume(thread: id), Self.patience)]
    }

    // MARK: Which worker, which thread

    /// The worker is ready, or has room again: it resumes its own threads first, then those of workers that do not come.
    mutating func fill(worker number: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard let worker = workers[number], worker.isReady else { return [] }
        var actions = placeThreads(of: number, at: now) { $0.hasRoomToResume(number) }
        guard hasRoomToResume(number) else { return actions }
        let losers = threads.losers.filter { $0 != number && !isComing($0, at: now, home: worker.codexHome) }
        for loser in losers.sorted() {
            guard hasRoomToResume(number) else { break }
            actions += placeThreads(of: loser, at: now) { $0.hasRoomToResume(number) }
        }
        return actions
    }

    /// Whether threads of that worker are to wait for it, or are kept in another CODEX_HOME.
    private func isComing(_ number: UInt64, at now: MonotonicInstant, home: String) -> Bool {
        guard let worker = workers[number] else { return false }
        return worker.codexHome != home || worker.isEnding || worker.isDueSoon(at: now)
    }

    /// Finds workers for the threads that a worker had last, those for which somebody waits first.
    mutating func placeThreads(
        of home: UInt64, at now: MonotonicInstant, while goesOn: (FleetState) -> Bool = { _ in true }
    ) -> [FleetAction] {
        var actions: [FleetAction] = []
        while goesOn(self), let next = nextHomeless(of: home, at: now) {
            let placed = place(thread: next, at: now)
            // What there is no worker for now, there is none for the next one either.
            guard !placed.isEmpty else { break }
            actions += placed
        }
        return actions
    }

    private func nextHomeless(of home: UInt64, at now: MonotonicInstant) -> String? {
        func order(_ id: String) -> (Int, String) { (threads[id]?.waiting.isEmpty == false ? 0 : 1, id) }
        return threads.homeless(of: home)
            .filter { threads[$0]?.retryAt.map { $0 <= now } ?? true }
            .min { order($0) < order($1) }
    }

    /// Asks a worker to resume the thread: its own when that one is ready or due soon, else a ready sibling.
    mutating func place(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard !isDraining, let thread = threads[id], case .homeless(let home, let since) = thread.place,
            let worker = workerToResume(thread, home: home, since: since, at: now)
        else { return [] }
        let token = nextToken()
        sent.add(token, .resume(thread: id), to: worker)
        threads[id]?.place = .resuming(worker: worker, token: token, home: home ?? worker)
        let params: JSON = ["threadId": .string(id), "excludeTurns": true]
        return [
            .cancelTimer(.resume(thread: id)),
            .send(
                worker: worker, token: token, method: "thread/resume", params: params.serialized(),
                deadline: now.advanced(by: policy(of: worker).requestDeadline)),
        ]
    }

    private func workerToResume(
        _ thread: LiveThread, home: UInt64?, since: MonotonicInstant, at now: MonotonicInstant
    ) -> UInt64? {
        if let asked = thread.askedOf, let worker = workers[asked.worker], worker.status.generation == asked.generation,
            worker.isReady || worker.isEnding
        {
            return worker.isReady && hasRoomToResume(asked.worker) ? asked.worker : nil
        }
        if let home = home.flatMap({ workers[$0] }), home.codexHome == thread.codexHome {
            if home.isReady { return hasRoomToResume(home.identity.number) ? home.identity.number : nil }
            if home.isEnding || (home.isDueSoon(at: now) && since.duration(to: now) < Self.patience) { return nil }
        }
        return leastLoaded { $0.codexHome == thread.codexHome && hasRoomToResume($0.identity.number) }
    }

    func hasRoomToResume(_ worker: UInt64) -> Bool { sent[worker].resumes < Self.resumesAtOnce }

    // MARK: Answers

    /// A worker answered the resume of a thread; that makes room for another one's.
    mutating func resumed(
        thread id: String, token: UInt64, worker: UInt64, _ answer: WorkerAnswer, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let place = threads[id]?.place, case .resuming(_, token, _) = place else {
            return fill(worker: worker, at: now)
        }
        // Full is full: the next one would be refused as well, at once, and so on through all of them.
        if case .lost(.busy) = answer { return postpone(thread: id, for: .seconds(1), at: now) }
        if case .lost(let loss) = answer { noteAsked(thread: id, of: worker, loss) }
        let actions: [FleetAction] =
            switch answer {
            case .result: settle(thread: id, on: worker, at: now)
            case .error(let error): resumeFailed(thread: id, error, at: now)
            case .lost(let loss): retryResume(thread: id, loss.message, at: now)
            }
        return actions + fill(worker: worker, at: now)
    }

    /// Who was asked for a thread and did not answer in time may have loaded it.
    mutating func noteAsked(thread id: String, of worker: UInt64, _ loss: RequestLoss) {
        guard loss == .lateWritten else { return }
        threads[id]?.askedOf = (worker, workers[worker]?.status.generation ?? 0)
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
        // Codex 0.163.0 locks what it loads. What holds the lock may be somebody's own codex, or left behind by a worker.
        let hunt: [FleetAction] = message.contains("already has an active writer") ? [.endOrphans] : []
        guard thread.isUnproven else { return hunt + retryResume(thread: id, message, at: now) }
        threads[id] = nil
        return hunt + [.cancelTimer(.resume(thread: id)), .rest(thread: id)]
            + thread.waiting.flatMap { command in
                [
                    .cancelTimer(command.timer),
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

    mutating func postpone(thread id: String, for delay: Duration, at now: MonotonicInstant) -> [FleetAction] {
        _ = loseHome(thread: id, at: now)
        threads[id]?.retryAt = now.advanced(by: delay)
        return [.startTimer(.resume(thread: id), delay)]
    }

    /// A worker is ready: what failed with another may do with it.
    mutating func forgetPauses(home: String) {
        for id in threads.paused where threads[id]?.codexHome == home { threads[id]?.retryAt = nil }
    }
}
