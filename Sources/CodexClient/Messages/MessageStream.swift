/// Messages of codex from the time it was made on, in their order, for one reader.
///
/// It holds `StreamOptions.capacity` of them for a reader that is slower; the policy says what happens then. Dropped, it is
/// over, and requests of codex's in it get the default answer.
public struct MessageStream: AsyncSequence, Sendable {
    public typealias Element = CodexMessage
    public typealias Failure = CodexClientError

    private let reader: MessageReader

    init(_ mailbox: Mailbox<HeldMessage>, of client: CodexClient.Reference) {
        reader = MessageReader(mailbox, client)
    }

    /// All iterators share the one reader: each message goes to one of them.
    public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

    /// Reads the messages one by one.
    public struct Iterator: AsyncIteratorProtocol {
        let reader: MessageReader

        /// Nil when codex has ended. Throws `slowConsumer`, or `cancelled` when the task was.
        public mutating func next() async throws(CodexClientError) -> CodexMessage? { try await reader.next() }

        /// As `next()`.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(CodexClientError) -> CodexMessage? {
            try await reader.next()
        }
    }
}

/// The one who reads a mailbox; gone with its last owner, and the mailbox is closed.
final class MessageReader: Sendable {
    private let mailbox: Mailbox<HeldMessage>
    private let client: CodexClient.Reference

    init(_ mailbox: Mailbox<HeldMessage>, _ client: CodexClient.Reference) {
        self.mailbox = mailbox
        self.client = client
    }

    deinit { mailbox.close() }

    func next() async throws(CodexClientError) -> CodexMessage? { try await next(for: client) }

    func next(for client: CodexClient.Reference) async throws(CodexClientError) -> CodexMessage? {
        switch try await mailbox.next() {
        case .element(let held): held.read(for: client)
        case .lagged(let count): .lagged(count)
        case nil: nil
        }
    }
}
