/// A question for the ledger, and who wants to know.
struct LedgerRead: Sendable {
    let query: LedgerQuery
    /// Called on the loop.
    let reply: @Sendable (Result<[LedgerRecord], JournalError>) -> Void
}
