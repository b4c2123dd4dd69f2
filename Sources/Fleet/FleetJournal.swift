package import JSONRPC
package import Journal

/// Where the fleet writes down what must outlive the daemon. Called on the loop; never waits.
package protocol FleetJournal: AnyObject, Sendable {
    /// What an operator wants to see of it.
    var counters: JSON { get }

    /// - Parameter committed: called once, on the loop, when the entries and all before them are on disk, or can't be.
    func write(_ entries: [JournalEntry], committed: (@Sendable () -> Void)?)

    /// Writes a key down, and says on the loop what came of it. What is refused is not written later either.
    func begin(_ key: KeyRecord, _ done: @escaping @Sendable (KeyWrite) -> Void)

    /// - Parameter settled: called once, on the loop, and told whether the entries and all before them are on disk.
    func write(_ entries: [JournalEntry], settled: @escaping @Sendable (_ isWritten: Bool) -> Void)

    /// Reads lines of the approvals' ledger; `reply` is called once, on the loop.
    func read(_ query: LedgerQuery, _ reply: @escaping @Sendable (Result<[LedgerRecord], JournalError>) -> Void)

    /// A worker has a process.
    func started(worker: String, generation: UInt32, pid: Int32)

    /// It has none any more.
    func ended(worker: String, generation: UInt32)
}
