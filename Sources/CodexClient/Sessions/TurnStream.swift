private import CodexProtocol
private import Synchronization

/// One turn as it runs, for one reader. It keeps its client. Dropped, it says nothing any more; the turn runs on.
///
/// What subagents do is in threads of their own: their messages and requests go to the client's hooks and readers.
public struct TurnStream: AsyncSequence, Sendable {
    public typealias Element = TurnEvent
    public typealias Failure = CodexClientError

    private let reader: TurnReader

    /// The thread of the turn.
    public var threadID: String { reader.threadID }
    /// The turn, as `turn/start` has named it.
    public var turnID: String { reader.turnID }

    init(_ reader: TurnReader) { self.reader = reader }

    /// All iterators share the one reader: each event goes to one of them.
    public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

    /// Reads the events one by one.
    public struct Iterator: AsyncIteratorProtocol {
        let reader: TurnReader

        /// Nil after `completed`. Throws `processEnded`, `deadline` (the turn is interrupted then), `slowConsumer`, or `cancelled`
        /// when the task was.
        public mutating func next() async throws(CodexClientError) -> TurnEvent? { try await reader.next() }

        /// As `next()`.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(CodexClientError) -> TurnEvent? {
            try await reader.next()
        }
    }
}

/// Reads a turn out of its thread's messages.
final class TurnReader: Sendable {
    let threadID: String
    let turnID: String
    private let client: CodexClient
    private let mailbox: Mailbox<HeldMessage>
    private let state = Mutex(State())

    private struct State {
        var isDone = false
        var lastMessage: String?
    }

    init(_ mailbox: Mailbox<HeldMessage>, of client: CodexClient, threadID: String, turnID: String) {
        self.mailbox = mailbox
        self.client = client
        self.threadID = threadID
        self.turnID = turnID
    }

    deinit { mailbox.close() }

    func next() async throws(CodexClientError) -> TurnEvent? {
        while !state.withLock(\.isDone) {
            guard let delivery = try await mailbox.next() else { throw await ended() }
            guard case .element(let held) = delivery else {
                guard case .lagged(let count) = delivery else { continue }
                return .lagged(count)
            }
            if let event = try event(held.read(for: client.reference)) { return event }
        }
        return nil
    }

    /// Nil for what is another turn's.
    private func event(_ message: CodexMessage) throws(CodexClientError) -> TurnEvent? {
        switch message {
        case .lagged(let count): return .lagged(count)
        case .request(let request): return isOurs(request.turnID) ? .approval(request) : nil
        case .unreadable(let line):
            // Without its end the turn would never be over.
            guard line.method != "turn/completed" else {
                finish()
                var error = CodexClientError(.invalidResponse, line.reason, method: line.method)
                error.rawLine = line.text
                error.cause = line.cause
                throw error
            }
            return .unreadable(line)
        case .notification(let notification):
            return isOurs(notification.turnID) ? event(notification) : nil
        }
    }

    private func isOurs(_ turn: String?) -> Bool { turn == nil || turn == turnID }

    private func event(_ notification: CodexNotification) -> TurnEvent {
        switch notification.content {
        case .itemAgentMessageDelta(let delta): return .text(delta.delta)
        case .itemStarted(let started): return .itemStarted(started.item)
        case .itemCompleted(let completed):
            if case .agentMessage(let message) = completed.item { state.withLock { $0.lastMessage = message.text } }
            return .itemCompleted(completed.item)
        case .turnCompleted(let completed):
            finish()
            let lastMessage = state.withLock(\.lastMessage)
            return .completed(TurnOutcome(threadID: threadID, turn: completed.turn, lastMessage: lastMessage))
        default: return .other(notification)
        }
    }

    private func finish() {
        state.withLock { $0.isDone = true }
        mailbox.close()
    }

    private func ended() async -> CodexClientError {
        var error = CodexClientError(.processEnded, "in turn \(turnID)")
        error.mayHaveBeenTaken = true
        error.exit = await client.exit
        error.standardErrorTail = await client.lastStandardError
        return error
    }
}
