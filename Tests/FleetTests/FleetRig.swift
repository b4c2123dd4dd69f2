import ChildProcess
import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Journal
import Supervision

/// A fleet's state with workers that are words on paper: what is sent to them is looked at, answers are made up.
struct FleetRig {
    var state: FleetState
    var now = MonotonicInstant(nanoseconds: 1_000_000_000_000)
    /// How many lines of each thread have passed.
    var lines: [String: UInt64] = [:]
    /// What who calls may do.
    var roles = Set(Role.allCases)
    /// What who calls is confined to.
    var audience: Audience?
    private var lastToken: UInt64 = 0
    private var statuses: [UInt64: WorkerStatus] = [:]

    /// Workers `main-1` … of one CODEX_HOME, ready.
    init(workers: Int = 2, homes: [String] = [], epoch: UInt64 = 7) {
        state = FleetState(epoch: epoch, version: "test")
        for number in 1...UInt64(workers) {
            let identity = WorkerIdentity(name: "main-\(number)", number: number, group: "main")
            let home = homes.isEmpty ? "/home" : homes[Int(number) - 1]
            state.add(WorkerRecord(identity: identity, codexHome: home, status: WorkerStatus()))
            var status = WorkerStatus()
            status.state = .ready
            status.generation = 1
            statuses[number] = status
            _ = event(.ready(pid: Int32(number)), worker: number)
        }
    }

    /// A worker of each of these groups, ready.
    init(groups: [String], epoch: UInt64 = 7) {
        state = FleetState(epoch: epoch, version: "test")
        for (index, group) in groups.enumerated() {
            let number = UInt64(index + 1)
            let identity = WorkerIdentity(name: "\(group)-1", number: number, group: group)
            state.add(WorkerRecord(identity: identity, codexHome: "/home", status: WorkerStatus()))
            var status = WorkerStatus()
            status.state = .ready
            status.generation = 1
            statuses[number] = status
            _ = event(.ready(pid: Int32(number)), worker: number)
        }
    }

    /// A reload brings a worker, which starts.
    mutating func join(_ number: UInt64, codexHome: String) -> [FleetAction] {
        let identity = WorkerIdentity(name: "main-\(number)", number: number, group: "main")
        state.add(WorkerRecord(identity: identity, codexHome: codexHome, status: WorkerStatus()))
        return change(number, to: .starting)
    }

    // MARK: Doing

    /// - Parameter user: who calls, as the daemon knows it; nobody it knows when empty.
    mutating func call(
        _ method: String, _ params: JSON = [:], meta: JSON = [:], by user: String = "",
        from address: PeerAddress? = nil
    ) throws -> [FleetAction] {
        lastToken += 1
        let text: JSON = ["id": .integer(Int64(lastToken)), "method": .string(method), "params": params, "meta": meta]
        let request = try CommandRequest(parsing: text.serialized())
        return state.take(
            IncomingCommand(
                token: CommandToken(value: lastToken), request: request,
                caller: Caller(user: user, client: meta["client"]?.stringValue), roles: roles, audience: audience,
                address: address),
            at: now, unixMs: 1_000)
    }

    mutating func answer(_ token: UInt64, _ answer: WorkerAnswer) -> [FleetAction] {
        state.answered(token, answer, at: now)
    }

    mutating func event(_ event: WorkerEvent, worker: UInt64) -> [FleetAction] {
        state.worker(worker, event, status: statuses[worker] ?? WorkerStatus(), stderrTail: "tail", at: now)
    }

    /// The worker's process ends; the next start is due after `delay`.
    mutating func exit(_ worker: UInt64, nextTry delay: Duration? = .seconds(1)) -> [FleetAction] {
        statuses[worker]?.state = delay == nil ? .stopped : .backingOff
        statuses[worker]?.nextTryAt = delay.map { now.advanced(by: $0) }
        return event(
            .exited(
                WorkerEvent.Exit(
                    pid: 1, status: .signaled(signal: 9, coreDumped: false), stage: .ready, uptime: .seconds(1),
                    endedBy: .byItself, nextTry: delay)), worker: worker)
    }

    /// The worker is in another state, of which nothing was published.
    mutating func change(_ worker: UInt64, to newState: WorkerState, generation: UInt32? = nil) -> [FleetAction] {
        statuses[worker, default: WorkerStatus()].state = newState
        if let generation { statuses[worker]?.generation = generation }
        return state.update(statuses[worker] ?? WorkerStatus(), of: worker, at: now)
    }

    /// Time passes, then silent turns and idle threads are looked for.
    mutating func sweep(after delay: Duration = .zero) -> [FleetAction] {
        now = now.advanced(by: delay)
        let lines = lines
        return state.sweep(at: now) { lines[$0] ?? 0 }
    }

    mutating func ready(_ worker: UInt64) -> [FleetAction] {
        statuses[worker]?.state = .ready
        statuses[worker]?.generation += 1
        statuses[worker]?.nextTryAt = nil
        return event(.ready(pid: 1), worker: worker)
    }

    /// A thread that `worker` has, started by a command.
    mutating func startThread(_ id: String, on worker: UInt64) throws {
        let sent = try call("thread/start", meta: ["worker": .string("main-\(worker)")]).sent
        _ = answer(sent[0].token, .result(Array("{}".utf8), thread: id))
    }

    mutating func notify(_ notification: Notification, thread: String, _ params: JSON = [:]) -> [FleetAction] {
        if notification == .serverRequestResolved, let request = params["requestId"].flatMap(RequestID.init(json:)) {
            return state.withdraw(worker: 1, request: request, at: now)
        }
        let about = Mention(
            thread: thread, turn: params["turnId"]?.stringValue,
            item: params["itemId"]?.stringValue ?? params["item"]?["id"]?.stringValue)
        return state.act(on: notification, about, at: now) { params }
    }

    mutating func ask(
        _ method: String, id: Int64 = 0, worker: UInt64, thread: String? = nil, item: String? = nil,
        _ params: JSON = [:]
    ) -> [FleetAction] {
        state.serverRequest(
            ServerRequest(
                worker: worker, generation: statuses[worker]?.generation ?? 0, id: .number(id), method: method,
                threadID: thread, itemID: item, params: params),
            at: now, unixSeconds: 1_795_000_000)
    }
}

/// A request that was sent to a worker.
struct SentLine: Equatable {
    let worker: UInt64
    let token: UInt64
    let method: String
    let params: String
}

extension [FleetAction] {
    /// With what follows once the ledger has a line.
    var whole: [FleetAction] {
        flatMap { action in
            if case .onceRecorded(_, let actions) = action { actions.whole } else { [action] }
        }
    }

    /// The lines of the ledger.
    var ledger: [LedgerRecord] {
        compactMap {
            switch $0 {
            case .record(let record), .onceRecorded(let record, _): return record
            default: return nil
            }
        }
    }

    var sent: [SentLine] {
        compactMap {
            guard case .send(let worker, let token, let method, let params, _) = $0 else { return nil }
            return SentLine(
                worker: worker, token: token, method: method, params: String(decoding: params, as: UTF8.self))
        }
    }

    /// The tokens of requests that are asked back.
    var recalled: [UInt64] {
        compactMap {
            guard case .recall(_, let token) = $0 else { return nil }
            return token
        }
    }

    var replies: [CommandReply] {
        whole.compactMap {
            switch $0 {
            case .reply(_, let reply, _), .replyOnceJournaled(_, let reply, _, _): return reply
            default: return nil
            }
        }
    }

    /// The reasons of Bosun's own errors among the replies.
    var reasons: [BusErrorReason] {
        replies.compactMap {
            switch $0 {
            case .refused(let reason, _), .refusedInDetail(let reason, _, _): return reason
            default: return nil
            }
        }
    }

    var events: [FleetEvent] {
        whole.compactMap {
            guard case .publish(let event) = $0 else { return nil }
            return event
        }
    }

    var answers: [ServerRequestAnswer] {
        whole.compactMap {
            guard case .answer(_, _, _, let answer) = $0 else { return nil }
            return answer
        }
    }

    /// What is done to workers.
    var operations: [WorkerOperation] {
        compactMap {
            guard case .operate(_, let operation) = $0 else { return nil }
            return operation
        }
    }

    /// The workers to which something is done.
    var operated: [UInt64] {
        compactMap {
            guard case .operate(let worker, _) = $0 else { return nil }
            return worker
        }
    }

    var timers: [FleetTimer] {
        compactMap {
            guard case .startTimer(let timer, _) = $0 else { return nil }
            return timer
        }
    }
}

extension FleetState {
    /// Whether a line with that method makes the thread the worker's; what is written down of that is not looked at.
    mutating func adoptAnnounced(
        thread id: String, method: Notification, worker: UInt64, at now: MonotonicInstant
    ) -> Bool {
        takeAnnounced(thread: id, method: method, worker: worker, at: now).isTaken
    }
}
