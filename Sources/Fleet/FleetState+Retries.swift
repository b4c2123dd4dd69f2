import BusProtocol
import EventLoop
import JSONRPC
import Supervision

extension FleetState {
    /// A command that begins a turn goes to a worker. While a turn runs, or is about to, another one only follows it.
    mutating func noteStart(_ command: WaitingCommand, _ method: AppServerMethod, thread id: String, worker: UInt64) {
        guard method.name == "turn/start", policy(of: worker).retriesInterrupted, threads[id]?.turn == nil,
            threads[id]?.started == nil
        else { return }
        threads[id]?.started = StartedTurn(command: command)
    }

    /// A command that was to begin a turn did not.
    mutating func startFailed(thread id: String, command: CommandID) {
        guard threads[id]?.turn == nil, let started = threads[id]?.started, !started.isRetry,
            started.command.id == command
        else { return }
        threads[id]?.started = nil
    }

    /// What is told of a turn that its worker's end interrupted. Where the group wants that, it is started again, once.
    mutating func interrupted(thread id: String, worker: UInt64) -> [FleetAction] {
        guard let thread = threads[id], let turn = thread.turn else { return [] }
        counters.turnsInterrupted += 1
        var body: JSON = [
            "threadId": .string(id), "turnId": turn.isEmpty ? .null : .string(turn),
            "worker": .string(workers[worker]?.identity.name ?? ""),
        ]
        if let started = thread.started, !started.isRetry, !isDraining, !isClosed {
            threads[id]?.retry = started
            body["retried"] = true
        } else {
            body["retried"] = false
        }
        threads[id]?.started = nil
        return [publish(thread: id, "bosun/turnInterrupted", body)]
    }

    /// The thread is loaded again: the turn that was interrupted in it begins anew, with the params of its first command.
    mutating func retryTurn(thread id: String, on worker: UInt64, at now: MonotonicInstant) -> [FleetAction] {
        guard let retry = threads[id]?.retry else { return [] }
        threads[id]?.retry = nil
        guard workers[worker]?.isReady == true, !isClosed else {
            return [retryFailed(thread: id, "the worker takes no turns")]
        }
        threads[id]?.started = StartedTurn(command: retry.command, isRetry: true)
        threads[id]?.cause = retry.command.id
        threads[id]?.startedBy = retry.command.caller
        threads[id]?.authors.add(
            retry.command.caller, by: AppServerMethod(retry.command.method), leavesWords: false, inTurn: false)
        let token = nextToken()
        sent.add(token, .retry(thread: id), to: worker)
        return [
            .send(
                worker: worker, token: token, method: retry.command.method, params: retry.command.params,
                deadline: now.advanced(by: policy(of: worker).requestDeadline))
        ]
    }

    /// The worker answered the turn that was started again.
    mutating func retried(thread id: String, _ answer: WorkerAnswer) -> [FleetAction] {
        switch answer {
        case .result(let result, _):
            turnBegun(thread: id, result)
            return []
        case .error(let error):
            forgetRetry(thread: id)
            return [retryFailed(thread: id, String(decoding: error, as: UTF8.self))]
        case .lost(let loss):
            // The worker may begin it yet.
            if loss != .lateWritten { forgetRetry(thread: id) }
            return [retryFailed(thread: id, loss.message)]
        }
    }

    /// The turn that was to be started again was not: the next one is a first one.
    private mutating func forgetRetry(thread id: String) {
        if threads[id]?.started?.isRetry == true { threads[id]?.started = nil }
    }

    func retryFailed(thread id: String, _ reason: String) -> FleetAction {
        publish(thread: id, "bosun/turnRetryFailed", ["threadId": .string(id), "reason": .string(reason)])
    }

    /// A command began a turn. Its answer can come before codex says that the turn runs.
    mutating func turnBegun(thread id: String, _ result: [UInt8]) {
        guard threads[id]?.owner != nil, threads[id]?.turn == nil,
            let turn = (try? JSON(parsing: result))?["turn"]?["id"]?.stringValue,
            threads[id]?.hasEnded(turn: turn) == false,
            threads[id]?.endingTurn != turn
        else { return }
        threads[id]?.turn = turn
    }
}
