import Supervision
import BusProtocol
package import EventLoop
import JSONRPC
package import Journal

extension FleetState {
    // MARK: Writing down

    /// Writes down how a thread stands. One that only a command knows is not worth it.
    func journal(thread id: String) -> [FleetAction] {
        record(ofThread: id).map { [.journal(.thread($0))] } ?? []
    }

    /// All threads, in the place of what was written before.
    package var wholeJournal: [JournalEntry] {
        [.allThreadsForgotten] + threads.keys.sorted().compactMap { record(ofThread: $0) }.map { .thread($0) }
            + openLedger.map { .ledger($0) }
    }

    private func record(ofThread id: String) -> ThreadRecord? {
        guard let thread = threads[id], !thread.isUnproven else { return nil }
        let worker: UInt64? =
            switch thread.place {
            case .live(let worker): worker
            case .resuming(_, _, let home), .homeless(let home, _): home
            }
        let began = thread.started.flatMap { $0.isRetry ? nil : $0.command }
        return ThreadRecord(
            id: id, codexHome: thread.codexHome,
            worker: thread.earlier?.worker ?? worker.flatMap { workers[$0]?.identity.name } ?? "",
            parent: thread.parent, cwd: thread.cwd?.description,
            cause: thread.cause == .none ? nil : thread.cause.description, startedBy: thread.startedBy?.text,
            turn: thread.turn ?? thread.earlier?.turn,
            turnParams: began.map { String(decoding: $0.params, as: UTF8.self) } ?? thread.earlier?.turnParams)
    }

    // MARK: Taking up

    /// Takes the threads that an earlier daemon had: workers resume them as they get ready, their own first.
    package mutating func restore(_ records: [ThreadRecord], at now: MonotonicInstant) -> [FleetAction] {
        var actions: [FleetAction] = []
        var first: [String: UInt64] = [:]
        for worker in workers.values {
            first[worker.codexHome] = min(first[worker.codexHome] ?? .max, worker.identity.number)
        }
        for record in records where Self.isThreadID(record.id) && threads[record.id] == nil {
            let home = home(of: record) ?? first[record.codexHome]
            var thread = LiveThread(
                id: record.id, codexHome: record.codexHome, place: .homeless(home: home, since: now))
            thread.parent = record.parent.flatMap { Self.isThreadID($0) && $0 != record.id ? $0 : nil }
            thread.isSpawnTold = thread.parent != nil
            thread.cwd = record.cwd.flatMap { try? JSON(parsing: Array($0.utf8)) }
            thread.cause = record.cause.flatMap { CommandID($0) } ?? .none
            thread.startedBy = record.startedBy.map { Caller(text: $0) }
            thread.earlier = EarlierLife(worker: record.worker, turn: record.turn, turnParams: record.turnParams)
            threads[record.id] = thread
            actions += awaitHome(thread: record.id)
        }
        return actions
    }

    /// The worker that had it; when the configuration has changed, it is any with the same CODEX_HOME.
    private func home(of record: ThreadRecord) -> UInt64? {
        guard let worker = worker(named: record.worker), worker.codexHome == record.codexHome else { return nil }
        return worker.identity.number
    }

    /// The thread is loaded again: tells of the turn that the last daemon's end interrupted, once.
    mutating func tellEarlierTurn(thread id: String, on worker: UInt64) -> [FleetAction] {
        guard let earlier = threads[id]?.earlier else { return [] }
        threads[id]?.earlier = nil
        guard let turn = earlier.turn else { return [] }
        counters.turnsInterrupted += 1
        let isRetried = policy(of: worker).retriesInterrupted && !isDraining && !isClosed && earlier.turnParams != nil
        if isRetried, let params = earlier.turnParams, let thread = threads[id] {
            threads[id]?.retry = StartedTurn(
                command: WaitingCommand(
                    token: CommandToken(value: 0), id: thread.cause, method: "turn/start", params: Array(params.utf8),
                    deadline: MonotonicInstant(nanoseconds: 0), needs: earlier.needs, leavesWords: false,
                    caller: thread.startedBy ?? Caller(unknown: nil),
                    thread: id))
        }
        return [
            publish(
                thread: id, "bosun/turnInterrupted",
                [
                    "threadId": .string(id), "turnId": turn.isEmpty ? .null : .string(turn),
                    "worker": .string(earlier.worker), "retried": .bool(isRetried),
                ])
        ]
    }

    // MARK: Status

    /// Threads that no worker of the configuration can resume, since none has their CODEX_HOME; the first hundred.
    var unplacedThreads: JSON {
        let homes = Set(workers.values.map(\.codexHome))
        let unplaced = threads.values.filter { $0.holder == nil && $0.home == nil && !homes.contains($0.codexHome) }
        return .array(
            unplaced.sorted { $0.id < $1.id }.prefix(100).map {
                ["threadId": .string($0.id), "codexHome": .string($0.codexHome)]
            })
    }
}
