/// The one who reads a mailbox of lines; gone with its last owner, and the mailbox is closed.
final class MCPReader: Sendable {
    private let mailbox: Mailbox<[UInt8]>

    init(_ mailbox: Mailbox<[UInt8]>) { self.mailbox = mailbox }

    deinit { mailbox.close() }

    /// Parses where it is read, not on the loop.
    func next() async throws(CodexClientError) -> CodexMCP.Event? {
        switch try await mailbox.next() {
        case .element(let line): CodexMCP.Event(line: line)
        case .lagged(let count): .lagged(count)
        case nil: nil
        }
    }
}
