/// What an earlier daemon has written down.
package struct JournalContents: Sendable, Equatable {
    package var processes: [ProcessRecord] = []
    package var threads: [ThreadRecord] = []
    /// Approvals that nobody closed: their first lines in the ledger.
    package var openApprovals: [LedgerRecord] = []
    /// The last lines of those that were closed last, the oldest first.
    package var closedApprovals: [LedgerRecord] = []

    package init(processes: [ProcessRecord] = [], threads: [ThreadRecord] = []) {
        self.processes = processes
        self.threads = threads
    }
}
