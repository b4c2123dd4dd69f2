package import EventLoop
import JSONRPC
import Journal
import Supervision

extension FleetState {
    /// How often idle threads are looked for: so that none is idle much longer than its group says.
    private var idleSweep: Duration {
        let shortest = policies.values.compactMap(\.idleThread).min() ?? .seconds(1_800)
        return min(max(shortest / 4, .seconds(1)), .seconds(15))
    }

    /// Looks for turns that are silent and threads that are idle. Called each second; `lines` counts a thread's lines.
    package mutating func sweep(at now: MonotonicInstant, lines: (String) -> UInt64) -> [FleetAction] {
        var actions = tellStalledTurns(at: now, lines: lines)
        if !isDraining, nextIdleSweep.map({ $0 <= now }) ?? true {
            nextIdleSweep = now.advanced(by: idleSweep)
            actions += unloadIdleThreads(at: now)
        }
        return actions
    }

    // MARK: Silent turns

    /// A turn's clock stands still while its thread has an open approval. What a subagent does counts for the threads
    /// that it comes from: a parent says nothing while it waits for its child.
    private mutating func tellStalledTurns(at now: MonotonicInstant, lines: (String) -> UInt64) -> [FleetAction] {
        var alive: Set<String> = []
        for id in approvals.openThreads { markAlive(id, in: &alive) }
        for id in threads.withTurn {
            guard let clock = threads[id]?.stall, !clock.hasMoved(lines: lines(id)) else {
                markAlive(id, in: &alive)
                continue
            }
        }
        var silent: [(id: String, silence: Duration)] = []
        for id in threads.withTurn {
            guard let owner = threads[id]?.owner, let limit = policy(of: owner).turnStall else { continue }
            if alive.contains(id) || threads[id]?.stall == nil {
                threads[id]?.stall = StallClock(lines: lines(id), at: now)
            } else if let silence = threads[id]?.stall?.silence(at: now, limit: limit) {
                silent.append((id, silence))
            }
        }
        return silent.sorted { $0.id < $1.id }.flatMap { tellStall(thread: $0.id, $0.silence) }
    }

    private func markAlive(_ id: String, in alive: inout Set<String>) {
        alive.insert(id)
        let holder = threads[id]?.holder
        // Only of the same worker's threads: another one's can't be kept quiet by a made-up child.
        for parent in ancestors(ofThread: id) where threads[parent]?.holder == holder { alive.insert(parent) }
    }

    private mutating func tellStall(thread id: String, _ silence: Duration) -> [FleetAction] {
        guard let thread = threads[id], let owner = thread.owner, let turn = thread.turn else { return [] }
        counters.turnsStalled += 1
        let told = publish(
            thread: id, "bosun/turnStalled",
            [
                "threadId": .string(id), "turnId": turn.isEmpty ? .null : .string(turn),
                "silentMs": .integer(silence.milliseconds),
            ])
        guard policy(of: owner).recyclesStalled else { return [told] }
        let reason = "a turn of thread \(id) said nothing for \(silence.milliseconds) ms"
        return [told, .operate(worker: owner, .recycle(.turnStalled, reason: reason))]
    }

    // MARK: Idle threads

    /// An idle thread costs a codex some 1.5 MB and three descriptors. `thread/unsubscribe` frees a part of it at once:
    /// 21 threads closed 42 descriptors within 7 s, and stayed in `thread/loaded/list`, their writer locks held (a
    /// sibling's `thread/resume` was refused, the own worker's went on). 30 minutes later codex unloaded them all
    /// (`thread/closed`; 153 MB instead of 182, 50 descriptors instead of 137), and a sibling could resume them. All of
    /// 0.163.0.
    private mutating func unloadIdleThreads(at now: MonotonicInstant) -> [FleetAction] {
        var busy = approvals.openThreads.union(threads.withTurn)
        for id in Array(busy) { busy.formUnion(ancestors(ofThread: id)) }
        var idle: [String] = []
        for id in threads.keys {
            guard let owner = threads[id]?.owner, workers[owner]?.isReady == true, threads[id]?.isUnloading == false,
                let limit = policy(of: owner).idleThread
            else { continue }
            let isBusy =
                busy.contains(id) || threads[id]?.waiting.isEmpty == false || sent.isBusy(thread: id)
                // A subagent's thread belongs to what its parents are doing.
                || ancestors(ofThread: id).contains { threads.withTurn.contains($0) }
            if isBusy {
                threads[id]?.idleSince = nil
            } else if let since = threads[id]?.idleSince {
                if since.duration(to: now) >= limit { idle.append(id) }
            } else {
                threads[id]?.idleSince = now
            }
        }
        var room: [UInt64: Int] = [:]
        var chosen: [String] = []
        for id in idle.sorted() where chosen.count < Self.unloadsAtOnce {
            guard let owner = threads[id]?.owner else { continue }
            let left = room[owner] ?? roomToUnload(owner)
            if left > 0 { chosen.append(id) }
            room[owner] = left - 1
        }
        return chosen.flatMap { unsubscribe(thread: $0, at: now) }
    }

    /// Threads that the whole fleet lets go of in one sweep: each is a line to write in one turn of the loop.
    private static let unloadsAtOnce = 1_024

    /// Threads that a worker may be asked to let go of: half of what is free of its window stays free for commands.
    private func roomToUnload(_ worker: UInt64) -> Int {
        let free = (workers[worker]?.window ?? 0) - sent[worker].all
        return max(0, (free + 1) / 2)
    }

    private mutating func unsubscribe(thread id: String, at now: MonotonicInstant) -> [FleetAction] {
        guard let owner = threads[id]?.owner else { return [] }
        threads[id]?.isUnloading = true
        let token = nextToken()
        sent.add(token, .unsubscribe(thread: id), to: owner)
        let params: JSON = ["threadId": .string(id)]
        return [
            .send(
                worker: owner, token: token, method: "thread/unsubscribe", params: params.serialized(),
                deadline: now.advanced(by: policy(of: owner).requestDeadline))
        ]
    }

    /// The worker answered that it lets go of a thread. Who came for it in the meantime has it loaded again.
    mutating func unsubscribed(
        thread id: String, worker: UInt64, _ answer: WorkerAnswer, at now: MonotonicInstant
    ) -> [FleetAction] {
        guard let thread = threads[id], thread.owner == worker, thread.isUnloading else { return [] }
        guard case .result = answer else {
            // Refused, or too late: it is loaded, for all that is known. Tried again when it has been idle as long again.
            threads[id]?.isUnloading = false
            threads[id]?.idleSince = nil
            return passWaiting(thread: id)
        }
        let told = [
            FleetAction.publishWatermark(thread: id),
            publish(thread: id, "bosun/threadUnloaded", ["threadId": .string(id)]),
        ]
        threads[id] = nil
        unloaded.add(id, of: worker, codexHome: thread.codexHome)
        let left: [FleetAction] = told + [.rest(thread: id), .journal(.threadForgotten(id: id))]
        guard thread.turn == nil, thread.waiting.isEmpty else {
            return left + wake(thread: id, worker: worker, waiting: thread.waiting, parent: thread.parent, at: now)
        }
        return left
    }

    /// Codex has unloaded a thread that was let go of, and freed its lock: any worker can have it now.
    package mutating func closed(thread id: String, worker: UInt64) {
        if unloaded[id] == worker { unloaded.unlock(id) }
    }

    /// A thread that was let go of has work again, which codex tells nobody who has not resumed it.
    package mutating func stirred(thread id: String, worker: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard unloaded[id] == worker, threads[id] == nil else { return [] }
        return wake(thread: id, worker: worker, waiting: [], parent: nil, at: now)
    }

    private mutating func wake(
        thread id: String, worker: UInt64, waiting: [WaitingCommand], parent: String?, at now: MonotonicInstant
    ) -> [FleetAction] {
        var thread = LiveThread(
            id: id, codexHome: workers[worker]?.codexHome ?? "", place: .homeless(home: worker, since: now))
        thread.waiting = waiting
        thread.parent = parent
        thread.isSpawnTold = parent != nil
        threads.add(thread)
        return place(thread: id, at: now) + awaitHome(thread: id)
    }
}
