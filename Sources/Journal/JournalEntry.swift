/// Something to be written down.
package enum JournalEntry: Sendable, Hashable {
    case process(ProcessRecord)
    case processEnded(worker: String, epoch: UInt64, generation: UInt32)
    /// Takes the place of what was written of the thread before.
    case thread(ThreadRecord)
    case threadForgotten(id: String)
    /// All threads follow, in the same batch.
    case allThreadsForgotten
    /// A key's outcome is known. Takes the place of what was written of the key before.
    case key(KeyRecord)
    case keyForgotten(KeyName)
    /// The keys that began then, in unix milliseconds, or before are kept no longer.
    case keysExpired(until: Int64)
    /// Each takes the place of what was written of that key before; what is written of others stays.
    case allKeys([KeyRecord])
    /// Added to the approvals' ledger.
    case ledger(LedgerRecord)

    /// Whether it is to outlive a power loss, too.
    var isDurable: Bool {
        switch self {
        case .key, .keyForgotten: true
        case .ledger(let record): record.change.isAnswer
        default: false
        }
    }
}
