import CodexConversation
import EventLoop
import JSONRPC
import Supervision

/// The counterpart of `Worker+Requests.swift`.
extension SimulatedWorker {
    func request(token: UInt64, method: String, params: [UInt8], deadline: MonotonicInstant) {
        guard machine.state.isServing else { return fail(.observer(token), .down) }
        submit(.observer(token), method: method, params: .raw(params), deadline: deadline)
    }

    func recall(token: UInt64) {
        if conversation.recall(where: { $0 == .observer(token) }) { fail(.observer(token), .recalled) }
    }

    func answer(_ request: RequestID, generation: UInt32, result: JSON) {
        guard generation == machine.generation else { return }
        write(OutgoingLine.response(id: request, result: result))
        if world.isMutated(.answeredTwice) { write(OutgoingLine.response(id: request, result: result)) }
    }

    func refuse(_ request: RequestID, generation: UInt32, code: Int, message: String) {
        guard generation == machine.generation else { return }
        write(OutgoingLine.error(id: request, code: code, message: message))
    }

    func sendInitialize() {
        let params: JSON = ["clientInfo": ["name": "bosun"]]
        submit(.initialize, method: "initialize", params: params, deadline: now.advanced(by: .seconds(86_400)))
    }

    func sendProbe() {
        submit(
            .probe, method: "server/diagnostics", params: [:],
            deadline: now.advanced(by: spec.timing.liveness?.answer ?? .zero), isUrgent: !world.isMutated(.probeWaits))
    }

    private func submit(
        _ token: RequestToken, method: String, params: JSON, deadline: MonotonicInstant, isUrgent: Bool = false
    ) {
        let isTaken = conversation.request(token: token, deadline: deadline, isUrgent: isUrgent) { id in
            OutgoingLine.request(id: .number(id), method: method, params: params)
        }
        guard isTaken else { return fail(token, .busy) }
        flush()
        arm(deadline)
        world.checker.looksAtQueues(of: self)
    }

    private func write(_ line: [UInt8]) {
        guard conversation.say(line) else {
            return perform(machine.recycle(.notReading, reason: "it does not read its input"))
        }
        appended += UInt64(line.count)
        flush()
    }

    func flush() {
        guard isInputOpen, let process else { return }
        let transfer = conversation.flush(
            sent: { token, id, line in
                if case .observer(let token) = token {
                    offsets[token] = appended
                    observed[id] = token
                }
                if token == .probe { asked += 1 }
                appended += UInt64(line.count)
            },
            { bytes in
                let transfer = process.write(bytes)
                if case .bytes(let count) = transfer { written += UInt64(count) }
                return transfer
            })
        switch transfer {
        case .bytes: watchesInput = false
        case .wouldBlock: watchesInput = true
        case .end, .failed:
            closeStdin()
            perform(machine.inputEnded())
        }
    }

    func inputIsWritable(of child: SimulatedCodex) {
        guard child === process, watchesInput else { return }
        flush()
    }

    // MARK: Answers

    func takeAnswer(_ line: JSON) {
        defer { flush() }
        let id = line["id"].flatMap(RequestID.init(json:))
        let isRefused = line["error"]?["code"]?.intValue == -32_001
        if isRefused, isPostponed(id) { return }
        guard let token = conversation.answered(id) else { return }
        let answer: WorkerAnswer =
            if isRefused {
                .lost(.busy)
            } else if let result = line["result"] {
                .result(result.serialized(), thread: result["thread"]?["id"]?.stringValue)
            } else {
                .error((line["error"] ?? .null).serialized())
            }
        switch token {
        case .observer(let token):
            offsets[token] = nil
            world.fleet.worker(identity, answered: token, answer)
        case .initialize: takeInitialize(answer)
        case .probe: break
        }
    }

    private func isPostponed(_ id: RequestID?) -> Bool {
        guard let refusals = conversation.refusals(of: id) else { return false }
        var backoff = Backoff()
        backoff.base = .milliseconds(100)
        backoff.cap = .seconds(5)
        let delay = backoff.delay(afterFailures: refusals + 1, random: world.jitter())
        guard conversation.postpone(id, until: now.advanced(by: delay)) else { return false }
        // What was refused was not taken: its line counts for nothing.
        if case .number(let number)? = id, let token = observed.removeValue(forKey: number) { offsets[token] = nil }
        overloads += 1
        arm(conversation.nextDeadline)
        return true
    }

    private func takeInitialize(_ answer: WorkerAnswer) {
        switch answer {
        case .result:
            write(OutgoingLine.notification(method: "initialized"))
            perform(machine.initialized(at: now))
        case .error(let error):
            perform(machine.recycle(.initializeRefused, reason: String(decoding: error, as: UTF8.self)))
        case .lost: break
        }
    }

    /// - Parameter marks: `offsets` and `written` of an earlier process, when it is one of its requests.
    func fail(_ token: RequestToken, _ loss: RequestLoss, _ marks: ([UInt64: UInt64], UInt64)? = nil) {
        guard case .observer(let token) = token else { return }
        let (offsets, written) = marks ?? (offsets, written)
        let isWritten = offsets[token].map { $0 < written } ?? false
        let told: RequestLoss =
            switch loss {
            case .lateWritten where world.isMutated(.deadlineSaidThoughWritten): .lateUnwritten
            case .downWritten where world.isMutated(.downSaidThoughWritten): .down
            case .down where world.isMutated(.indeterminateSaidThoughUnwritten): .downWritten
            default: loss
            }
        world.checker.lost(token, told, isWritten: isWritten)
        world.fleet.worker(identity, answered: token, .lost(told))
    }

    // MARK: Deadlines

    /// The counterpart of `DeadlineTimer.arm`.
    private func arm(_ next: MonotonicInstant?) {
        guard let next else { return }
        if let deadline {
            guard next < deadline.at else { return }
            world.agenda.cancel(deadline.id)
        }
        let late: Duration = world.isMutated(.replyLate) ? .milliseconds(1) : .zero
        let id = world.agenda.schedule(after: now.duration(to: next) + late) { [unowned self] in
            deadline = nil
            expire()
        }
        deadline = (id, next)
    }

    func disarm() {
        if let deadline { world.agenda.cancel(deadline.id) }
        deadline = nil
    }

    private func expire() {
        for (token, loss, _) in conversation.expire(at: now) {
            fail(token, loss == .written ? .lateWritten : .lateUnwritten)
        }
        flush()
        arm(conversation.nextDeadline)
    }
}
