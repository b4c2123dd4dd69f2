import CodexProtocol
import EventLoop
import JSONRPC

extension CodexClient {
    /// The next message of the client's own stream, in order, buffered while nobody asked; nil when codex has ended or
    /// `Options.messages` is nil.
    ///
    /// Throws `slowConsumer` where the policy is that, and `cancelled` when the task was.
    public nonisolated func nextMessage() async throws(CodexClientError) -> CodexMessage? {
        try await ownReader?.next(for: reference)
    }

    /// All messages from now on, for one reader more. Any number of streams can be open.
    public func messages(_ options: StreamOptions = StreamOptions()) -> MessageStream {
        MessageStream(mailbox(options, threadID: nil, wantsDeltas: true), of: reference)
    }

    /// Those of one thread.
    public func messages(ofThread threadID: String, _ options: StreamOptions = StreamOptions()) -> MessageStream {
        MessageStream(mailbox(options, threadID: threadID, wantsDeltas: true), of: reference)
    }

    func mailbox(_ options: StreamOptions, threadID: String?, wantsDeltas: Bool) -> Mailbox<HeldMessage> {
        let mailbox = Mailbox<HeldMessage>(options) { $0.byteCount }
        subscribe(
            mailbox, threadID: threadID, takesRequests: options.takesRequests, wantsDeltas: wantsDeltas, isOwn: false)
        return mailbox
    }

    func subscribe(
        _ mailbox: Mailbox<HeldMessage>, threadID: String?, takesRequests: Bool, wantsDeltas: Bool, isOwn: Bool
    ) {
        guard !hasEnded else { return mailbox.finish() }
        let number = nextNumber()
        subscriptions[number] = Subscription(
            mailbox: mailbox, threadID: threadID, takesRequests: takesRequests, wantsDeltas: wantsDeltas, isOwn: isOwn)
        let (loop, reference) = (shared.loop, reference)
        mailbox.onClose { unread in
            loop.execute {
                // On the loop, which is the client's.
                reference.client?.assumeIsolated { $0.unsubscribe(number, unread) }
            }
        }
    }

    private func unsubscribe(_ number: UInt64, _ unread: [HeldMessage]) {
        guard let subscription = subscriptions.removeValue(forKey: number) else { return }
        endLease(of: subscription.mailbox)
        if subscription.takesRequests { settleUnread(unread, of: number) }
    }

    // MARK: What comes in

    func take(_ message: IncomingMessage) {
        switch message {
        case .notification(let line):
            tallies.notifications += 1
            if line.method == "serverRequest/resolved" { withdraw(line) }
            if line.method == "item/completed" { offerToAfterHooks(line) }
            deliver(.notification(line), threadID: line.threadID, isDelta: line.isDelta)
        case .request(let line, let id):
            tallies.serverRequests += 1
            take(request: line, id)
        case .garbage(let bytes, let error):
            tallies.unreadable += 1
            deliver(.garbage(bytes, error.description), threadID: nil, isDelta: false)
        case .ended:
            takeEnd()
        }
    }

    private func deliver(_ message: HeldMessage, threadID: String?, isDelta: Bool) {
        for (number, subscription) in subscriptions {
            guard subscription.wants(threadID), subscription.wantsDeltas || !isDelta else { continue }
            push(message, to: number, subscription)
        }
    }

    /// True when there is a reader for it.
    @discardableResult
    func push(_ message: HeldMessage, to number: UInt64, _ subscription: Subscription) -> Bool {
        switch subscription.mailbox.push(message) {
        case .taken(let dropped):
            tallies.dropped += dropped.count
            if subscription.takesRequests { settleUnread(dropped, of: number) }
            return true
        case .closed:
            return false  // its `onClose` is on its way
        }
    }

    /// Nothing comes any more: readers read on to the end of what they have.
    private func takeEnd() {
        for subscription in subscriptions.values { subscription.mailbox.finish() }
        subscriptions = [:]
        for lease in leases.values { lease.timer.map { shared.loop.cancel($0) } }
        leases = [:]
        for task in hookTasks.values { task.cancel() }
        hookTasks = [:]
        book = ServerRequestBook()
        bookTimer.disarm()
        standardErrorMailbox.finish()
        hasEnded = true
    }
}

extension CodexClient.Subscription {
    func wants(_ threadID: String?) -> Bool { self.threadID == nil || self.threadID == threadID }
}

extension IncomingLine {
    /// Parts of what an `item/completed` has whole.
    var isDelta: Bool { method.hasSuffix("elta") }
}
