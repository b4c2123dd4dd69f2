import CodexConversation
import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision

/// Commands and the requests that they become.
extension Checker {
    func commanded(
        _ token: CommandToken, _ method: String, thread: String?, within patience: Duration,
        decision: (approval: String, word: String)?, client: String
    ) {
        let claim = decision.flatMap { claims[$0.approval] }.flatMap { now < $0.until ? $0.client : nil }
        open[token] = Command(
            method: method, thread: thread, deadline: now.advanced(by: patience), decision: decision,
            claimant: claim == client ? nil : claim)
    }

    func replied(_ token: CommandToken, _ reply: CommandReply) {
        let subject = "command \(token.value)"
        world.note(subject) { "reply \(Self.words(reply))" }
        guard let command = open.removeValue(forKey: token) else {
            return broken(
                .oneReply, subject, replies[token] != nil ? "a second reply" : "a reply to what nobody asked")
        }
        replies[token] = reply
        mix(Self.kind(reply), token.value)
        if now > command.deadline {
            broken(
                .insideDeadline, subject,
                "\(command.method): the reply came \(command.deadline.duration(to: now)) after its deadline")
        }
        if case .result = reply, let (approval, word) = command.decision {
            decisions[approval] = word
            if let claimant = command.claimant { broken(.claimHolds, approval, "\(claimant) had claimed it") }
        }
        guard case .workerResult = reply, let thread = command.thread else { return }
        if command.method == "thread/archive" { expected[thread] = nil }
    }

    private static func kind(_ reply: CommandReply) -> String {
        switch reply {
        case .result: "result"
        case .workerResult: "workerResult"
        case .workerError: "workerError"
        case .invalid: "invalid"
        case .refused(let reason, _), .refusedInDetail(let reason, _, _): reason.rawValue
        case .badConfiguration: BusErrorReason.badConfiguration.rawValue
        }
    }

    private static func words(_ reply: CommandReply) -> String {
        switch reply {
        case .result(let json): "\(json)"
        case .workerResult(let bytes), .workerError(let bytes): String(decoding: bytes, as: UTF8.self)
        case .invalid(let code, let message): "\(code) \(message)"
        case .refused(let reason, let message), .refusedInDetail(let reason, let message, _):
            "\(reason.rawValue): \(message)"
        case .badConfiguration(let problems): problems.joined(separator: "; ")
        }
    }

    // MARK: Requests to workers

    func sends(_ token: UInt64, _ method: String, _ params: [UInt8], to worker: SimulatedWorker) {
        let name = worker.identity.name
        world.note(name) { "is sent \(method) \(String(decoding: params, as: UTF8.self)) (request \(token))" }
        sent[worker.identity.number, default: [:]][token] = method
        guard worker.machine.state == .draining, ["turn/start", "thread/start", "thread/fork"].contains(method) else {
            return
        }
        broken(.drainStartsNothing, name, "\(method) was sent to it")
    }

    func answered(_ token: UInt64, _ answer: WorkerAnswer, of worker: WorkerIdentity) {
        world.note(worker.name) { "request \(token) has \(Self.words(answer))" }
        let method = sent[worker.number]?.removeValue(forKey: token)
        guard case .result(_, let thread?) = answer, method?.hasPrefix("thread/") == true else { return }
        adopted(thread, by: worker.number)
    }

    private static func words(_ answer: WorkerAnswer) -> String {
        switch answer {
        case .result(let bytes, _): "the result \(String(decoding: bytes, as: UTF8.self))"
        case .error(let bytes): "the error \(String(decoding: bytes, as: UTF8.self))"
        case .lost(let loss): "no answer: \(loss)"
        }
    }

    /// A request is given up; `isWritten` is what the simulated process saw of its line.
    func lost(_ token: UInt64, _ loss: RequestLoss, isWritten: Bool) {
        let subject = "request \(token)"
        switch loss {
        // Nobody's roles change here, so that nothing is recalled.
        case .busy, .recalled: break
        case .lateUnwritten: if isWritten { broken(.deadlineUnwritten, subject, "its line had been written") }
        case .down: if isWritten { broken(.downUnwritten, subject, "its line had been written") }
        case .lateWritten, .downWritten:
            if !isWritten { broken(.indeterminateWritten, subject, "nothing of its line had been written") }
        }
    }

    func looksAtQueues(of worker: SimulatedWorker) {
        let (inFlight, queued) = (worker.conversation.inFlightCount, worker.conversation.queuedCount)
        let limits = worker.spec.limits
        // One more: the question whether it lives.
        if inFlight > limits.window + 1 || queued > limits.queue + limits.window {
            broken(.boundedQueues, worker.identity.name, "\(inFlight) requests in flight, \(queued) behind them")
        }
    }

    /// At the end of all: nobody waits any more.
    func commandsHaveEnded() {
        for (token, command) in open.sorted(by: { $0.key.value < $1.key.value }) {
            broken(.oneReply, "command \(token.value)", "\(command.method) has no reply")
        }
    }
}
