public import CodexProtocol
private import Synchronization

/// A thread of codex, to ask things one after the other. It keeps its client.
public final class CodexSession: Sendable {
    /// The client it asks with.
    public let client: CodexClient
    /// The thread, as codex names it.
    public let threadID: String
    /// For each turn that brings none of its own.
    public let profile: RunProfile
    /// What `thread/start` or `thread/resume` was answered.
    public let thread: JSONValue
    private let hooks: HookID?
    private let state = Mutex(State())

    private struct State {
        var isClosed = false
        /// The turn that was started last.
        var turnID: String?
    }

    init(_ client: CodexClient, _ threadID: String, _ thread: JSONValue, _ profile: RunProfile, hooks: HookID?) {
        self.client = client
        self.threadID = threadID
        self.thread = thread
        self.profile = profile
        self.hooks = hooks
    }

    deinit {
        guard !state.withLock(\.isClosed) else { return }
        client.forget(session: threadID, hooks)
    }

    /// Whether `close()` was called.
    public var isClosed: Bool { state.withLock(\.isClosed) }

    // MARK: Turns

    /// Asks, and waits for the whole answer. Approvals go to hooks, or get the default answer at once.
    ///
    /// Throws `sessionClosed`, `turnFailed`, `turnInterrupted`, `deadline` and `cancelled` (the turn is interrupted then),
    /// `processEnded`, and what `CodexClient.request` throws.
    public func ask(_ prompt: String, profile: RunProfile? = nil) async throws(CodexClientError) -> TurnOutcome {
        try await ask([.prompt(prompt)], profile: profile)
    }

    /// Asks with any input; as the other.
    public func ask(_ input: [UserInput], profile: RunProfile? = nil) async throws(CodexClientError) -> TurnOutcome {
        let reader = try await start(input, profile, StreamOptions(takesRequests: false), wantsDeltas: false)
        do throws(CodexClientError) {
            while let event = try await reader.next() {
                if case .completed(let outcome) = event { return try outcome.completed() }
            }
        } catch {
            if error.code == .cancelled { client.interruptLater(threadID, reader.turnID) }
            throw error
        }
        throw CodexClientError(.processEnded, "in turn \(reader.turnID)")
    }

    /// Asks, and gives what comes as it comes; its last event is `completed`. Approvals go to hooks first, then to the stream.
    ///
    /// Throws `sessionClosed`, and what `CodexClient.request` throws.
    public func stream(
        _ prompt: String, profile: RunProfile? = nil, _ options: StreamOptions = StreamOptions()
    ) async throws(CodexClientError) -> TurnStream {
        try await stream([.prompt(prompt)], profile: profile, options)
    }

    /// Asks with any input; as the other.
    public func stream(
        _ input: [UserInput], profile: RunProfile? = nil, _ options: StreamOptions = StreamOptions()
    ) async throws(CodexClientError) -> TurnStream {
        TurnStream(try await start(input, profile, options, wantsDeltas: true))
    }

    private func start(
        _ input: [UserInput], _ turnProfile: RunProfile?, _ options: StreamOptions, wantsDeltas: Bool
    ) async throws(CodexClientError) -> TurnReader {
        try checkOpen()
        let profile = turnProfile ?? self.profile
        var params = TurnStartParams(input: input, threadId: threadID)
        profile.apply(to: &params)
        // Read from before the turn begins, since its first words can come before the answer. The session's own hooks are
        // there already.
        let mailbox = await client.beginTurn(
            threadID, options, wantsDeltas: wantsDeltas, hooks: turnProfile?.hooks)
        do throws(CodexClientError) {
            let result = try await client.request(method: TurnStartParams.method, params: params.json)
            guard let turnID = result["turn"]?["id"]?.string else {
                throw .without("turn.id", result, method: TurnStartParams.method)
            }
            state.withLock { $0.turnID = turnID }
            await client.limitTurn(mailbox, threadID, turnID, profile.timeout ?? client.options.timeouts.turn)
            return TurnReader(mailbox, of: client, threadID: threadID, turnID: turnID)
        } catch {
            mailbox.close()
            throw error
        }
    }

    /// Interrupts the turn that was started last; without one, nothing. Throws `sessionClosed`, and what
    /// `CodexClient.request` throws.
    public func interrupt() async throws(CodexClientError) {
        try checkOpen()
        guard let turnID = state.withLock(\.turnID) else { return }
        try await client.interruptTurn(thread: threadID, turn: turnID)
    }

    /// Adds to what the running turn works on. Throws `sessionClosed`, `refused` when none is running, and what
    /// `CodexClient.request` throws.
    public func steer(_ prompt: String) async throws(CodexClientError) {
        try checkOpen()
        let turnID = state.withLock(\.turnID) ?? ""
        try await client.steerTurn(thread: threadID, turn: turnID, prompt)
    }

    // MARK: The end

    /// Ends the session: codex tells nothing of its thread any more, which stays stored. Again is no error.
    ///
    /// Throws what `CodexClient.request` throws; the session is closed all the same.
    public func close() async throws(CodexClientError) {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        guard !wasClosed else { return }
        client.forget(session: threadID, hooks)
        guard await client.isRunning else { return }
        _ = try await client.request(method: ThreadUnsubscribeParams.method, params: ["threadId": .string(threadID)])
    }

    private func checkOpen() throws(CodexClientError) {
        if isClosed { throw CodexClientError(.sessionClosed, "thread \(threadID)") }
    }
}

extension CodexClientError {
    static func without(_ member: String, _ result: JSONValue, method: String) -> CodexClientError {
        var error = CodexClientError(.invalidResponse, "without \(member)", method: method)
        error.rawLine = String(decoding: result.bytes, as: UTF8.self)
        error.mayHaveBeenTaken = true
        return error
    }
}
