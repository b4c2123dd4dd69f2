/// What an earlier daemon has written down.
package struct JournalContents: Sendable, Equatable {
    package var processes: [ProcessRecord] = []
    package var threads: [ThreadRecord] = []

    package init(processes: [ProcessRecord] = [], threads: [ThreadRecord] = []) {
        self.processes = processes
        self.threads = threads
    }
}
