/// Something to be written down.
package enum JournalEntry: Sendable, Hashable {
    case process(ProcessRecord)
    case processEnded(worker: String, epoch: UInt64, generation: UInt32)
    /// Takes the place of what was written of the thread before.
    case thread(ThreadRecord)
    case threadForgotten(id: String)
    /// All threads follow, in the same batch.
    case allThreadsForgotten
    /// Added to the approvals' ledger.
    case ledger(LedgerRecord)
}
