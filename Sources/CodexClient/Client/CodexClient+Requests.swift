public import CodexProtocol
import JSONRPC

extension CodexClient {
    /// Asks codex, and reads the answer as what the method gives.
    ///
    /// - Parameter timeout: nil for the options' `request`.
    ///
    /// Throws `refused` with codex's error, `deadline`, `cancelled`, `busy`, `notRunning`, `processEnded`, or
    /// `invalidResponse` with the result as it came.
    public nonisolated func request<Params: ClientRequestParams>(
        _ params: Params, timeout: Duration? = nil
    ) async throws(CodexClientError) -> Params.Response {
        let bytes = try await result(of: Params.method, .raw(params.bytes), timeout)
        do throws(CodexProtocolError) {
            return try Params.response(from: JSONValue(parsing: bytes))
        } catch {
            throw .unreadable(error, bytes, method: Params.method)
        }
    }

    /// Asks codex by a method's name, for methods that the types lack. Throws as the typed one.
    public nonisolated func request(
        method: String, params: JSONValue? = nil, timeout: Duration? = nil
    ) async throws(CodexClientError) -> JSONValue {
        let bytes = try await result(of: method, params.map { .raw($0.bytes) }, timeout)
        do throws(CodexProtocolError) { return try JSONValue(parsing: bytes) } catch {
            throw .unreadable(error, bytes, method: method)
        }
    }

    /// The result's bytes.
    private nonisolated func result(
        of method: String, _ params: JSON?, _ timeout: Duration?
    ) async throws(CodexClientError) -> [UInt8] {
        let answer: Answer
        do throws(TransportError) {
            answer = try await transport.request(method, params: params, timeout: timeout ?? options.timeouts.request)
        } catch {
            let tail = error.end == nil ? nil : await transport.standardErrorTail
            throw CodexClientError(error, method: method, standardErrorTail: tail)
        }
        switch answer {
        case .result(let bytes): return bytes
        case .error(let bytes): throw CodexClientError(refusal: bytes, method: method)
        }
    }

    /// Says something that has no answer. Throws `notRunning` or `busy`.
    public nonisolated func notify(method: String, params: JSONValue? = nil) async throws(CodexClientError) {
        do throws(TransportError) {
            try await transport.notify(method, params: params.map { .raw($0.bytes) })
        } catch {
            throw CodexClientError(error, method: method)
        }
    }

    // MARK: Threads

    /// Starts a thread; errors as `request`.
    public nonisolated func startThread(
        _ params: ThreadStartParams = ThreadStartParams()
    ) async throws(CodexClientError) -> ThreadStartResponse {
        try await request(params)
    }

    /// Takes a stored thread up again; its history is left out, since it can be a line of 23 MB: page through it with
    /// `thread/turns/list`. Errors as `request`.
    public nonisolated func resumeThread(
        _ threadID: String, cwd: String? = nil
    ) async throws(CodexClientError) -> ThreadResumeResponse {
        try await request(ThreadResumeParams(cwd: Presence(cwd), excludeTurns: true, threadId: threadID))
    }

    /// Makes a new thread with the same history, which is left out of the answer. Errors as `request`.
    public nonisolated func forkThread(_ threadID: String) async throws(CodexClientError) -> ThreadForkResponse {
        try await request(ThreadForkParams(excludeTurns: true, threadId: threadID))
    }

    /// Puts a thread away. Errors as `request`.
    public nonisolated func archiveThread(_ threadID: String) async throws(CodexClientError) {
        _ = try await request(ThreadArchiveParams(threadId: threadID))
    }

    // MARK: Turns

    /// Starts a turn; what it says comes as messages. Errors as `request`.
    public nonisolated func startTurn(
        thread threadID: String, _ prompt: String
    ) async throws(CodexClientError) -> TurnStartResponse {
        try await request(TurnStartParams(input: [.prompt(prompt)], threadId: threadID))
    }

    /// Interrupts a turn. Errors as `request`.
    public nonisolated func interruptTurn(thread threadID: String, turn turnID: String) async throws(CodexClientError) {
        _ = try await request(TurnInterruptParams(threadId: threadID, turnId: turnID))
    }

    /// Adds to what a running turn works on. Errors as `request`; codex refuses when another turn is running.
    public nonisolated func steerTurn(
        thread threadID: String, turn turnID: String, _ prompt: String
    ) async throws(CodexClientError) {
        _ = try await request(
            TurnSteerParams(expectedTurnId: turnID, input: [.prompt(prompt)], threadId: threadID))
    }
}

extension UserInput {
    /// Words for a turn.
    public static func prompt(_ text: String) -> UserInput { .text(UserInput.Text(text: text)) }
}
