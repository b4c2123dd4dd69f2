import CodexConversation
import EventLoop
package import JSONRPC

extension StdioTransport {
    /// Asks, and waits for the answer: no longer than `timeout`, and no longer than the task is not cancelled.
    ///
    /// - Parameters:
    ///   - params: an object; `.raw` for text that is JSON already.
    ///   - sent: called on the loop with the request's id when its line goes out.
    package func request(
        _ method: String, params: JSON?, timeout: Duration, sent: (@Sendable (Int64) -> Void)? = nil
    ) async throws(TransportError) -> Answer {
        guard isRunning, !isStopping else { throw notRunning }
        lastToken += 1
        let token = lastToken
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if let sent { sentHandlers[token] = sent }
                submit(token, method, params, deadline: now.advanced(by: timeout), continuation)
            }
        } onCancel: {
            // A job of its own on the loop: it comes after the request was submitted.
            shared.loop.execute { [weak self] in self?.assumeIsolated { $0.giveUp(token) } }
        }
        return try result.get()
    }

    private func submit(
        _ token: UInt64, _ method: String, _ params: JSON?, deadline: MonotonicInstant,
        _ continuation: CheckedContinuation<Result<Answer, TransportError>, Never>
    ) {
        let dialect = options.dialect
        let isTaken = conversation.request(token: token, deadline: deadline) { id in
            dialect.request(id, method, params)
        }
        guard isTaken else {
            sentHandlers[token] = nil
            return continuation.resume(returning: .failure(TransportError(.busy, "too many requests wait")))
        }
        waiters[token] = continuation
        flush()
        armDeadline()
    }

    /// Says something that has no answer.
    package func notify(_ method: String, params: JSON?) throws(TransportError) {
        try say(options.dialect.notification(method, params))
    }

    /// Answers a request of the other side.
    package func respond(to id: RequestID, result: JSON) throws(TransportError) {
        try say(options.dialect.response(id, result))
    }

    /// Refuses a request of the other side.
    package func refuse(_ id: RequestID, code: Int, message: String, data: JSON? = nil) throws(TransportError) {
        try say(options.dialect.error(id, code: code, message: message, data: data))
    }

    private func say(_ line: [UInt8]) throws(TransportError) {
        guard isRunning, !isStopping else { throw notRunning }
        guard conversation.say(line) else { throw TransportError(.busy, "its input is not read") }
        mirror(line)
        flush()
    }

    private var notRunning: TransportError {
        var error = TransportError(.notRunning, end.map { "it has \($0.status)" } ?? "")
        error.end = end
        return error
    }

    /// Writes what may go out.
    func flush() {
        let mirror = options.mirror
        let transfer = process?.write { input in
            conversation.flush(to: input) { token, id, line in
                sentHandlers.removeValue(forKey: token)?(id)
                mirror?(MirroredLine(direction: .sent, bytes: line.dropLast()))
            }
        }
        switch transfer {
        case .end?, .failed?: process?.stop()
        case .bytes?, .wouldBlock?, nil: break
        }
    }

    private func mirror(_ line: [UInt8]) {
        options.mirror?(MirroredLine(direction: .sent, bytes: line.dropLast()))
    }

    // MARK: Waiting no more

    private func giveUp(_ token: UInt64) {
        guard waiters[token] != nil else { return }
        let abandoned = conversation.abandon(at: now) { $0 == token }
        if let id = abandoned?.id { sayCancelled(id, reason: "cancelled") }
        var error = TransportError(.cancelled)
        error.mayHaveBeenTaken = abandoned?.loss == .written
        resume(token, .failure(error))
        armDeadline()
    }

    /// Ends the waiting for the answer to `id`, which will not come under that id.
    package func settle(_ id: Int64, _ result: Result<Answer, TransportError>) {
        guard let token = conversation.answered(.number(id)) else { return }
        resume(token, result)
        flush()
    }

    /// Ends all waiting, as when each task were cancelled.
    package func giveUpAll() {
        for token in waiters.keys { giveUp(token) }
    }

    private func sayCancelled(_ id: Int64, reason: String) {
        guard let line = options.dialect.cancellation(of: id, reason: reason), conversation.say(line) else { return }
        mirror(line)
        flush()
    }

    private func armDeadline() {
        deadlines.arm(conversation.nextDeadline) { [weak self] in
            self?.assumeIsolated { $0.expire() }  // on the loop: its timers run there
        }
    }

    private func expire() {
        for (token, loss, id) in conversation.expire(at: now) {
            if let id { sayCancelled(id, reason: "deadline") }
            var error = TransportError(.deadline)
            error.mayHaveBeenTaken = loss == .written
            resume(token, .failure(error))
        }
        flush()
        armDeadline()
    }

    func resume(_ token: UInt64, _ result: Result<Answer, TransportError>) {
        sentHandlers[token] = nil
        waiters.removeValue(forKey: token)?.resume(returning: result)
    }
}
