/// What an earlier daemon has written down.
package struct JournalContents: Sendable, Equatable {
    package var processes: [ProcessRecord] = []
    package var threads: [ThreadRecord] = []
    package var keys: [KeyRecord] = []
    /// Approvals that nobody closed: their first lines in the ledger.
    package var openApprovals: [LedgerRecord] = []
    /// The last lines of those that were closed last, the oldest first.
    package var closedApprovals: [LedgerRecord] = []

    package init(processes: [ProcessRecord] = [], threads: [ThreadRecord] = [], keys: [KeyRecord] = []) {
        self.processes = processes
        self.threads = threads
        self.keys = keys
    }
}
