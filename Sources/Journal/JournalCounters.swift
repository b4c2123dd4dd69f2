/// How the journal fares.
package struct JournalCounters: Sendable, Equatable {
    /// Entries on disk, and the transactions that brought them there.
    package var written = 0
    package var transactions = 0
    /// Transactions, and openings, that failed.
    package var failures = 0
    /// Entries that were given up.
    package var dropped = 0
    package var waiting = 0
    /// Why nothing can be written now; nil when it can.
    package var problem: String?
}
