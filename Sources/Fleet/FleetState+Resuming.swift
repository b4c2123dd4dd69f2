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
        leaveHome(thread: id, at: now) + awaitHome(thread: id)
    }

    private mutating func leaveHome(
        thread id: String, until retryAt: MonotonicInstant? = nil, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard var thread = threads[id] else { return [] }
        switch thread.place {
        case .live(let worker): thread.place = .homeless(home: worker, since: now)
        case .resuming(_, _, let home): thread.place = .homeless(home: home, since: now)
        case .homeless:
            if retryAt != nil { threads[id]?.retryAt = retryAt }
            return []
        }
        let ran = thread.turn != nil
        if ran { thread.authors.turnEnded() }
        thread.turn = nil
        thread.endingTurn = nil
        thread.started = nil
        thread.stall = nil
        thread.isUnloading = false
        if retryAt != nil { thread.retryAt = retryAt }
        threads[id] = thread
        return ran ? journal(thread: id) : []
    }

    /// Whatever else may bring a thread a worker, it is looked at again with the others that its worker had. One that is
    /// paused has a timer of its own.
    mutating func awaitHome(thread id: String) -> [FleetAction] {
        guard !isDraining, let thread = threads[id], thread.retryAt == nil, let home = thread.formerHome,
            awaitedHomes.insert(home).inserted
        else { return [] }
        return [.startTimer(.homeless(home), Self.patience)]
    }

    /// Their timer has fired.
    mutating func lookAgain(atThreadsOf home: FormerHome, at now: MonotonicInstant) -> [FleetAction] {
        awaitedHomes.remove(home)
        guard !isDraining else { return [] }
        let placement = placeThreads(of: home, at: now)
        guard !threads.homeless.isEmpty(home) else { return placement.actions }
        awaitedHomes.insert(home)
        let pause = placement.patienceEnd.map { now.duration(to: $0) } ?? Self.patience
        return placement.actions + [.startTimer(.homeless(home), pause)]
    }

    // MARK: Which worker, which thread

    /// The worker is ready, or has room again: it resumes its own threads first, then those of workers that do not come.
    mutating func fill(worker number: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard let worker = workers[number], worker.isReady, !isDraining else { return [] }
        let (codexHome, own) = (worker.codexHome, FormerHome(worker: number, codexHome: worker.codexHome))
        var actions = placeThreads(of: own, at: now) { $0.hasRoomToResume(number) }.actions
        for loser in threads.homeless.losers(in: codexHome) {
            guard hasRoomToResume(number) else { break }
            guard loser != number, !isComing(loser, at: now, to: codexHome) else { continue }
            let home = FormerHome(worker: loser == 0 ? nil : loser, codexHome: codexHome)
            actions += placeThreads(of: home, at: now) { $0.hasRoomToResume(number) }.actions
        }
        return actions
    }

    /// Whether threads of that worker that are kept there are to wait for it.
    private func isComing(_ number: UInt64, at now: MonotonicInstant, to codexHome: String) -> Bool {
        guard let worker = workers[number], worker.codexHome == codexHome else { return false }
        return worker.isEnding || worker.isDueSoon(at: now)
    }

    /// Finds workers for all threads that a worker had last.
    mutating func placeThreads(ofWorker number: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        threads.homeless.codexHomes(of: number).flatMap {
            placeThreads(of: FormerHome(worker: number, codexHome: $0), at: now).actions
        }
    }

    private struct Placement {
        var actions: [FleetAction] = []
        /// When one of them has waited for its own worker long enough.
        var patienceEnd: MonotonicInstant?
    }

    /// Finds workers for the threads that a worker had last, those for which somebody waits first.
    private mutating func placeThreads(
        of home: FormerHome, at now: MonotonicInstant, while goesOn: (FleetState) -> Bool = { _ in true }
    ) -> Placement {
        var placement = Placement()
        var siblings: ResumeCandidates?
        var last: HomelessThreads.Position?
        while goesOn(self), let next = threads.homeless.next(of: home, after: last) {
            last = next
            switch choice(forThread: next.id, at: now, among: &siblings) {
            case .worker(let worker): placement.actions += resume(thread: next.id, on: worker, at: now)
            case .later(let time):
                if let time { placement.patienceEnd = min(time, placement.patienceEnd ?? time) }
            // Nor for the next one.
            case .nobody: return placement
            }
        }
        return placement
    }

    /// Asks a worker to resume the thread: its own when that one is ready or due soon, else a ready sibling.
    mutating func place(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard !isDraining else { return [] }
        var siblings: ResumeCandidates?
        guard case .worker(let worker) = choice(forThread: id, at: now, among: &siblings) else { return [] }
        return resume(thread: id, on: worker, at: now)
    }

    private mutating func resume(thread id: String, on worker: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        let token = nextToken()
        sent.add(token, .resume(thread: id), to: worker)
        let home = threads[id]?.home ?? worker
        threads[id]?.place = .resuming(worker: worker, token: token, home: home)
        let params: JSON = ["threadId": .string(id), "excludeTurns": true]
        return [
            .cancelTimer(.resume(thread: id)),
            .send(
                worker: worker, token: token, method: "thread/resume", params: params.serialized(),
                deadline: now.advanced(by: policy(of: worker).requestDeadline)),
        ]
    }

    private enum ResumeChoice {
        case worker(UInt64)
        /// It has to wait for one worker; others of the same home may not have to. The time is when patience ends.
        case later(MonotonicInstant?)
        /// No worker has room for any thread of the same home.
        case nobody
    }

    private func choice(
        forThread id: String, at now: MonotonicInstant, among siblings: inout ResumeCandidates?
    ) -> ResumeChoice {
        guard let thread = threads[id], case .homeless(let home, let since) = thread.place else { return .later(nil) }
        if let asked = thread.askedOf, let worker = workers[asked.worker], worker.status.generation == asked.generation,
            worker.isReady || worker.isEnding
        {
            // It may be among the siblings, with less room from now on.
            siblings = nil
            return worker.isReady && hasRoomToResume(asked.worker) ? .worker(asked.worker) : .later(nil)
        }
        if let home = home.flatMap({ workers[$0] }), home.codexHome == thread.codexHome {
            if home.isReady { return hasRoomToResume(home.identity.number) ? .worker(home.identity.number) : .nobody }
            if home.isEnding { return .nobody }
            let patienceEnd = since.advanced(by: Self.patience)
            if home.isDueSoon(at: now), now < patienceEnd { return .later(patienceEnd) }
        }
        if siblings == nil { siblings = resumeCandidates(in: thread.codexHome) }
        return siblings?.take().map { .worker($0) } ?? .nobody
    }

    private func resumeCandidates(in codexHome: String) -> ResumeCandidates {
        ResumeCandidates(
            workers.ready(in: codexHome).map { worker in
                let (load, sent) = (threads.load(of: worker), sent[worker])
                return ResumeCandidates.Candidate(
                    worker: worker, work: load.turns + sent.commands, threads: load.threads,
                    room: Self.resumesAtOnce - sent.resumes)
            })
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
        leaveHome(thread: id, until: now.advanced(by: delay), at: now) + [.startTimer(.resume(thread: id), delay)]
    }

    /// A worker is ready: what failed with another may do with it.
    mutating func forgetPauses(home: String) -> [FleetAction] {
        threads.paused(in: home).sorted().flatMap { id in
            threads[id]?.retryAt = nil
            return [.cancelTimer(.resume(thread: id))] + awaitHome(thread: id)
        }
    }
}
