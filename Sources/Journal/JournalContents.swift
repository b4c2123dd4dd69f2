/// What an earlier daemon has written down.
package struct JournalContents: Sendable, Equatable {
    package var processes: [ProcessRecord] = []
    package var threads: [ThreadRecord] = []
    package var keys: [KeyRecord] = []

    package init(processes: [ProcessRecord] = [], threads: [ThreadRecord] = [], keys: [KeyRecord] = []) {
        self.processes = processes
        self.threads = threads
        self.keys = keys
    }
}
