public import CodexProtocol
import EventLoop

extension CodexClient {
    /// As `start`, for who asks by runs and sessions: the client keeps no messages of its own, so that what no session, hook or
    /// stream takes gets the default answer at once.
    public static func connect(_ configuration: Options = Options()) async throws(CodexClientError) -> CodexClient {
        var options = configuration
        options.messages = nil
        return try await start(options)
    }

    // MARK: Runs

    /// Asks one thing in a new thread, and waits for the answer. Errors as `CodexSession.ask`.
    public nonisolated func run(
        cwd: String, _ prompt: String, profile: RunProfile = RunProfile()
    ) async throws(CodexClientError) -> TurnOutcome {
        try await run(ThreadStartParams(cwd: .value(cwd)), [.prompt(prompt)], profile: profile)
    }

    /// Asks with any params and input; as the other. What the profile sets goes before the params.
    public nonisolated func run(
        _ params: ThreadStartParams, _ input: [UserInput], profile: RunProfile = RunProfile()
    ) async throws(CodexClientError) -> TurnOutcome {
        let session = try await startSession(params, profile: profile)
        let outcome: Result<TurnOutcome, CodexClientError>
        do throws(CodexClientError) { outcome = .success(try await session.ask(input)) } catch {
            outcome = .failure(error)
        }
        // The answer is there, or its error: what goes wrong in letting the thread go changes neither.
        do throws(CodexClientError) { try await session.close() } catch {}
        return try outcome.get()
    }

    // MARK: Sessions

    /// Starts a thread. Errors as `request`.
    public nonisolated func startSession(
        cwd: String, profile: RunProfile = RunProfile()
    ) async throws(CodexClientError) -> CodexSession {
        try await startSession(ThreadStartParams(cwd: .value(cwd)), profile: profile)
    }

    /// Starts a thread with any params. What the profile sets goes before them. Errors as `request`.
    public nonisolated func startSession(
        _ params: ThreadStartParams, profile: RunProfile = RunProfile()
    ) async throws(CodexClientError) -> CodexSession {
        var params = params
        profile.apply(to: &params)
        let result = try await request(method: ThreadStartParams.method, params: params.json)
        guard let threadID = result["thread"]?["id"]?.string else {
            throw .without("thread.id", result, method: ThreadStartParams.method)
        }
        let hooks = await enter(session: threadID, profile)
        return CodexSession(self, threadID, result, profile, hooks: hooks)
    }

    /// Takes a stored thread up again, its history left out. Errors as `request`: codex refuses a thread that was never asked
    /// anything, and one that another codex writes.
    public nonisolated func resumeSession(
        _ threadID: String, cwd: String? = nil, profile: RunProfile = RunProfile()
    ) async throws(CodexClientError) -> CodexSession {
        var params = ThreadResumeParams(cwd: Presence(cwd), excludeTurns: true, threadId: threadID)
        profile.apply(to: &params)
        // Before the answer: a request that is still open comes again with it.
        let hooks = await enter(session: threadID, profile)
        do throws(CodexClientError) {
            let result = try await request(method: ThreadResumeParams.method, params: params.json)
            return CodexSession(self, threadID, result, profile, hooks: hooks)
        } catch {
            forget(session: threadID, hooks)
            throw error
        }
    }

    private func enter(session threadID: String, _ profile: RunProfile) -> HookID? {
        sessionThreads[threadID, default: 0] += 1
        return profile.hooks.map { addHooks($0, threadID: threadID) }
    }

    /// From anywhere, in the order of the calls.
    nonisolated func forget(session threadID: String, _ hooks: HookID?) {
        shared.loop.execute {
            self.assumeIsolated { client in  // on the loop, which is the client's
                let left = (client.sessionThreads[threadID] ?? 1) - 1
                client.sessionThreads[threadID] = left > 0 ? left : nil
                if let hooks { client.removeHooks(hooks) }
            }
        }
    }

    // MARK: Turns

    func beginTurn(
        _ threadID: String, _ options: StreamOptions, wantsDeltas: Bool, hooks: CodexHooks?
    ) -> Mailbox<HeldMessage> {
        let mailbox = mailbox(options, threadID: threadID, wantsDeltas: wantsDeltas)
        leases[ObjectIdentifier(mailbox)] = TurnLease(hooks: hooks.map { addHooks($0, threadID: threadID) })
        return mailbox
    }

    /// Ends the reading of a turn, and the turn, when `timeout` has passed.
    func limitTurn(_ mailbox: Mailbox<HeldMessage>, _ threadID: String, _ turnID: String, _ timeout: Duration) {
        // It may have ended already, with codex.
        guard leases[ObjectIdentifier(mailbox)] != nil else { return }
        leases[ObjectIdentifier(mailbox)]?.timer = shared.loop.schedule(after: timeout) { [weak self] in
            var error = CodexClientError(.deadline, "turn \(turnID) takes longer than \(timeout)")
            error.mayHaveBeenTaken = true
            mailbox.finish(error)
            self?.interruptLater(threadID, turnID)
        }
    }

    func endLease(of mailbox: Mailbox<HeldMessage>) {
        guard let lease = leases.removeValue(forKey: ObjectIdentifier(mailbox)) else { return }
        if let timer = lease.timer { shared.loop.cancel(timer) }
        if let hooks = lease.hooks { removeHooks(hooks) }
    }

    /// Interrupts a turn that nobody waits for any more; when that fails, it has ended.
    nonisolated func interruptLater(_ threadID: String, _ turnID: String) {
        Task { try? await interruptTurn(thread: threadID, turn: turnID) }
    }

}
