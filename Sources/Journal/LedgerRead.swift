/// A question for the ledger, and who wants to know.
package struct LedgerRead: Sendable {
    package let query: LedgerQuery
    /// Called on the loop.
    let reply: @Sendable (Result<[LedgerRecord], JournalError>) -> Void

    package init(
        query: LedgerQuery, reply: @escaping @Sendable (Result<[LedgerRecord], JournalError>) -> Void
    ) {
        self.query = query
        self.reply = reply
    }
}
