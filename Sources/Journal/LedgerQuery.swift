/// Which lines of the ledger are wanted.
package struct LedgerQuery: Sendable, Hashable {
    package var approval: String?
    package var thread: String?
    /// Only lines before this one.
    package var before: Int64?
    package var limit: Int
    /// Who asks: of each only so many may wait.
    package var asker = ""

    package static let limits = 1...1_000
    package static let defaultLimit = 100

    package init(limit: Int = LedgerQuery.defaultLimit) {
        self.limit = limit
    }
}
