import ChildProcess
import CodexConversation
import Diagnostics
package import EventLoop
package import JSONRPC

extension Worker {
    /// Sends a request; `params` is an object on one line. Its one answer goes to the observer, under `token`.
    package func request(token: UInt64, method: String, params: [UInt8], deadline: MonotonicInstant) {
        guard machine.state.isServing else { return fail(.observer(token), .down) }
        submit(.observer(token), method: method, params: .raw(params), deadline: deadline)
    }

    /// Takes back a request of which nothing is written yet; its answer is `.lost(.recalled)`.
    package func recall(token: UInt64) {
        let number = RequestToken.observer(token).number
        if conversation.recall(where: { $0 == number }) { fail(.observer(token), .recalled) }
    }

    /// Answers a request of the worker's own, unless the process that asked has ended: the next one counts from 0 again.
    package func answer(_ request: RequestID, generation: UInt32, result: JSON) {
        guard generation == machine.generation else { return }
        write(OutgoingLine.response(id: request, result: result))
    }

    /// Refuses a request of the worker's own, likewise.
    package func refuse(_ request: RequestID, generation: UInt32, code: Int, message: String) {
        guard generation == machine.generation else { return }
        write(OutgoingLine.error(id: request, code: code, message: message))
    }

    func sendInitialize() {
        let params: JSON = [
            "clientInfo": ["name": "bosun", "title": "Bosun", "version": .string(environment.version)],
            "capabilities": ["experimentalApi": true],
        ]
        // The state machine's own timer ends a worker that never answers.
        submit(.initialize, method: "initialize", params: params, deadline: now.advanced(by: .seconds(86_400)))
    }

    /// Something that every codex answers at once, if only with an error: any output is a sign of life. Requests that take
    /// long, and fill the window in silence, do not keep it from being asked.
    func sendProbe() {
        submit(
            .probe, method: "server/diagnostics", params: [:],
            deadline: now.advanced(by: spec.timing.liveness?.answer ?? .zero), isUrgent: true)
    }

    private func submit(
        _ token: RequestToken, method: String, params: JSON, deadline: MonotonicInstant, isUrgent: Bool = false
    ) {
        let isTaken = conversation.request(token: token.number, deadline: deadline, isUrgent: isUrgent) { id in
            OutgoingLine.request(id: .number(id), method: method, params: params)
        }
        guard isTaken else { return fail(token, .busy) }
        flush()
        armDeadline(deadline)
    }

    private func write(_ line: [UInt8]) {
        guard conversation.say(line) else {
            return perform(machine.recycle(.notReading, reason: "it does not read its input"))
        }
        flush()
    }

    func flush() {
        guard let transfer = process?.write(&conversation) else { return }
        switch transfer {
        case .bytes:
            unwatch(\.stdin)
        case .wouldBlock:
            guard watches.stdin == nil, let descriptor = process?.stdin?.rawValue else { return }
            watches.stdin = watch(descriptor, for: .write) { $0.flush() }
        case .end, .failed:
            closeStdin()
            perform(machine.inputEnded())
        }
    }

    // MARK: Answers

    func takeAnswer(_ line: borrowing Line, _ envelope: Envelope, _ context: LineContext) {
        // Also an answer that nobody waits for any more makes room in the window.
        defer { flush() }
        let isRefused = envelope.shape == .error && isOverloaded(line, envelope, context)
        if isRefused, isPostponed(envelope.id) { return }
        guard let token = conversation.answered(envelope.id) else {
            return environment.log.debug("an answer that nobody waits for", ["worker": identity.name])
        }
        let answer: WorkerAnswer =
            if isRefused {
                .lost(.busy)
            } else if envelope.shape == .response {
                .result(context.scanner.raw(.result, of: line) ?? [], thread: envelope.threadID?.string)
            } else {
                .error(context.scanner.raw(.error, of: line) ?? [])
            }
        switch RequestToken(number: token) {
        case .observer(let token): environment.observer.worker(identity, answered: token, answer)
        case .initialize: takeInitialize(answer)
        case .probe: break  // that it came is all
        }
    }

    /// A worker that has too much to do says so (−32001, app-server README), and has done nothing.
    private func isOverloaded(_ line: borrowing Line, _ envelope: Envelope, _ context: LineContext) -> Bool {
        guard line.count <= Self.largestRefusal, let error = context.scanner.raw(.error, of: line) else { return false }
        return (try? JSON(parsing: error))?["code"]?.intValue == Self.overloaded
    }

    /// It is asked again, inside the deadline.
    private func isPostponed(_ id: RequestID?) -> Bool {
        guard let refusals = conversation.refusals(of: id) else { return false }
        let delay = Self.overloadBackoff.delay(afterFailures: refusals + 1, random: environment.random())
        guard conversation.postpone(id, until: now.advanced(by: delay)) else { return false }
        overloads += 1
        armDeadline(conversation.nextDeadline)
        return true
    }

    private static let overloaded: Int64 = -32_001
    private static let largestRefusal = 4 << 10
    private static let overloadBackoff = {
        var backoff = Backoff()
        backoff.base = .milliseconds(100)
        backoff.cap = .seconds(5)
        return backoff
    }()

    private func takeInitialize(_ answer: WorkerAnswer) {
        switch answer {
        case .result(let result, _):
            codexVersion = Self.version(inUserAgent: (try? JSON(parsing: result))?["userAgent"]?.stringValue)
            write(OutgoingLine.notification(method: "initialized"))
            perform(machine.initialized(at: now))
        case .error(let error):
            perform(
                machine.recycle(
                    .initializeRefused, reason: "initialize was refused: \(String(decoding: error, as: UTF8.self))"))
        case .lost:
            break  // its process has ended, which the state machine knows
        }
    }

    /// Of `bosun/0.163.0 (Debian 12; x86_64) unknown`: `0.163.0`.
    private static func version(inUserAgent text: String?) -> String? {
        guard let start = text?.firstIndex(of: "/"), let rest = text?[start...].dropFirst() else { return nil }
        let version = rest.prefix { !$0.isWhitespace }.prefix(64)
        return version.isEmpty ? nil : String(version)
    }

    func fail(_ token: RequestToken, _ loss: RequestLoss) {
        if case .observer(let token) = token { environment.observer.worker(identity, answered: token, .lost(loss)) }
    }

    // MARK: Deadlines

    private func armDeadline(_ deadline: MonotonicInstant?) {
        deadlines.arm(deadline) { [weak self] in
            self?.assumeIsolated { $0.expire() }  // on the loop: its timers run there
        }
    }

    private func expire() {
        for (token, loss, _) in conversation.expire(at: now) {
            fail(RequestToken(number: token), loss == .written ? .lateWritten : .lateUnwritten)
        }
        flush()
        armDeadline(conversation.nextDeadline)
    }
}

extension ChildProcess {
    /// Nil when its stdin is closed.
    fileprivate func write<Token>(_ conversation: inout Conversation<Token>) -> FileDescriptor.Transfer? {
        switch stdin {
        case .none: nil
        case .some(let descriptor): conversation.flush(to: descriptor)
        }
    }
}
