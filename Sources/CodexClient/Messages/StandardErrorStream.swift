/// codex's stderr, line by line, colours taken out, 2000 bytes a line at most.
public struct StandardErrorStream: AsyncSequence, Sendable {
    public typealias Element = String
    public typealias Failure = CodexClientError

    let mailbox: Mailbox<String>

    /// All iterators share the one reader: each line goes to one of them.
    public func makeAsyncIterator() -> Iterator { Iterator(mailbox: mailbox) }

    /// Reads the lines one by one.
    public struct Iterator: AsyncIteratorProtocol {
        let mailbox: Mailbox<String>

        /// Nil at the end. Throws `cancelled` when the task was.
        public mutating func next() async throws(CodexClientError) -> String? {
            switch try await mailbox.next() {
            case .element(let line): line
            case .lagged(let count): "(\(count) lines dropped)"
            case nil: nil
            }
        }

        /// As `next()`.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(CodexClientError) -> String? {
            try await next()
        }
    }
}
