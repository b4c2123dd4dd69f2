/// How the log of events fares.
package struct EventLogCounters: Sendable, Equatable {
    /// Events on disk, and the transactions that brought them there.
    package var written = 0
    package var transactions = 0
    /// Transactions, and openings, that failed.
    package var failures = 0
    /// Durable events that are not in it.
    package var missed = 0
    /// Batches and bodies that were not what had been written, when they were read.
    package var damaged = 0
    /// Bytes that are kept.
    package var kept = 0
    /// Events that wait to be written.
    package var waiting = 0
    /// Why nothing can be written now; nil when it can.
    package var problem: String?
}
