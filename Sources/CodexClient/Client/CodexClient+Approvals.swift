public import CodexProtocol
import EventLoop
import JSONRPC

extension CodexClient {
    // MARK: Answers

    /// Answers a request of codex's with a result of its method's shape. Throws `alreadyAnswered`, `notRunning` or `busy`.
    public func respond(to id: RequestId, result: JSONValue) throws(CodexClientError) {
        try settle(RequestID(id), with: .result(result), method: nil)
    }

    /// Refuses a request of codex's. Throws `alreadyAnswered`, `notRunning` or `busy`.
    public func respond(to id: RequestId, errorCode: Int, message: String) throws(CodexClientError) {
        try settle(RequestID(id), with: .error(code: errorCode, message: message), method: nil)
    }

    /// The first answer counts.
    func settle(_ id: RequestID, with reply: ServerReply, method: String?) throws(CodexClientError) {
        guard book.close(id) != nil else {
            throw CodexClientError(hasEnded ? .notRunning : .alreadyAnswered, "request \(id)", method: method)
        }
        hookTasks.removeValue(forKey: id)?.cancel()
        try send(reply, to: id, method: method)
    }

    private func send(_ reply: ServerReply, to id: RequestID, method: String?) throws(CodexClientError) {
        // The transport's loop is this actor's.
        let failure = transport.assumeIsolated { transport -> TransportError? in
            do throws(TransportError) {
                switch reply {
                case .result(let json): try transport.respond(to: id, result: .raw(json.bytes))
                case .error(let code, let message): try transport.refuse(id, code: code, message: message)
                }
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw CodexClientError(failure, method: method) }
    }

    /// Gives the default answer; what is no longer open has one.
    private func settleByDefault(_ id: RequestID, _ line: IncomingLine) {
        let request = CodexServerRequest(line, id: id, client: reference)
        do throws(CodexClientError) {
            try settle(id, with: options.defaultAnswer.reply(to: request.content), method: line.method)
        } catch {
            // Answered meanwhile, or codex has gone: nobody waits.
        }
    }

    /// Requests that a reader held and will never see; where there is another, he may answer.
    func settleUnread(_ messages: [HeldMessage], of number: UInt64) {
        for case .request(let line, let id) in messages {
            let others = subscriptions.filter { $0.key != number && $0.value.wants(line.threadID) }
            guard book.isOpen(id), !others.values.contains(where: { answers($0, line.threadID) }) else { continue }
            tallies.unhandled += 1
            settleByDefault(id, line)
        }
    }

    // MARK: What codex asks

    func take(request line: IncomingLine, _ id: RequestID) {
        let deadline = shared.loop.clock.now.advanced(by: options.timeouts.serverRequest)
        guard book.open(id, line, deadline: deadline) else {
            tallies.unhandled += 1
            // When that can't be written either, codex does not read: the transport ends it.
            return (try? send(.error(code: -32000, message: "too many requests are open"), to: id, method: nil)) ?? ()
        }
        armBook()
        offerToBeforeHooks(line, id)
    }

    /// Hands it to everyone who reads that thread's messages, or answers it when none of them answers requests.
    func offerToReaders(_ line: IncomingLine, _ id: RequestID) {
        guard book.isOpen(id) else { return }
        var isTaken = false
        for (number, subscription) in subscriptions where subscription.wants(line.threadID) {
            let isThere = push(.request(line, id), to: number, subscription)
            if isThere && answers(subscription, line.threadID) { isTaken = true }
        }
        guard !isTaken else { return }
        tallies.unhandled += 1
        settleByDefault(id, line)
    }

    /// Whether somebody can be expected there: a session's user need not read the client's own messages.
    private func answers(_ subscription: Subscription, _ threadID: String?) -> Bool {
        guard subscription.takesRequests, subscription.isOwn, !subscription.mailbox.wasRead else {
            return subscription.takesRequests
        }
        return threadID.map { sessionThreads[$0] == nil } ?? true
    }

    /// `serverRequest/resolved`: answered, or codex does not want to know any more, as after an interrupt.
    func withdraw(_ line: IncomingLine) {
        guard let json = try? JSONValue(parsing: line.bytes),
            let params = try? ServerRequestResolvedNotification(json: json["params"] ?? nil)
        else { return }
        let id = RequestID(params.requestId)
        guard book.close(id) != nil else { return }
        tallies.withdrawn += 1
        hookTasks.removeValue(forKey: id)?.cancel()
    }

    private func armBook() {
        bookTimer.arm(book.nextDeadline) { [weak self] in
            self?.assumeIsolated { $0.expireBook() }  // on the loop: its timers run there
        }
    }

    private func expireBook() {
        for (id, line) in book.overdue(at: shared.loop.clock.now) {
            tallies.expired += 1
            settleByDefault(id, line)
        }
        armBook()
    }

    // MARK: Hooks

    /// Adds hooks. Those of a thread are asked before those of all (`threadID` nil): of the former the last added first.
    @discardableResult
    public func addHooks(_ hooks: CodexHooks, threadID: String? = nil) -> HookID {
        let id = HookID(value: nextNumber())
        self.hooks.append(HookEntry(id: id, threadID: threadID, hooks: hooks))
        // One loop for all of them, started with the first.
        if hookLoop == nil, !hasEnded { hookLoop = HookLoop(for: reference) }
        return id
    }

    /// Takes hooks away; those that run already run on.
    public func removeHooks(_ id: HookID) { hooks.removeAll { $0.id == id } }

    private func applying(to threadID: String?) -> [CodexHooks] {
        let own = hooks.filter { $0.threadID != nil && $0.threadID == threadID }
        return (own.reversed() + hooks.filter { $0.threadID == nil }).map(\.hooks)
    }

    private func offerToBeforeHooks(_ line: IncomingLine, _ id: RequestID) {
        let hooks = applying(to: line.threadID).compactMap(\.beforeToolUse)
        guard let hookLoop, !hooks.isEmpty else { return offerToReaders(line, id) }
        for unseen in hookLoop.ask(line, id, hooks) { offerToReaders(unseen.line, unseen.id) }
    }

    func offerToAfterHooks(_ line: IncomingLine) {
        let hooks = applying(to: line.threadID).compactMap(\.afterToolUse)
        guard let hookLoop, !hooks.isEmpty else { return }
        tallies.dropped += hookLoop.tell(line, hooks)
    }

    /// A hook's task, to be cancelled when the request has its answer.
    func hookBegan(_ id: RequestID, _ task: Task<ApprovalAnswer?, Never>) {
        guard book.isOpen(id) else { return task.cancel() }
        hookTasks[id] = task
    }

    func hookEnded(_ line: IncomingLine, _ id: RequestID, _ answer: ApprovalAnswer?) {
        hookTasks[id] = nil
        guard let answer else { return offerToReaders(line, id) }
        let request = CodexServerRequest(line, id: id, client: reference)
        do throws(CodexClientError) {
            try settle(id, with: answer.reply(to: request.content), method: line.method)
        } catch {
            // The deadline, a reader or codex itself was first.
        }
    }
}
