import Synchronization
import Testing

/// The daemons of the running tests, so that a failure shows what theirs logged.
enum DaemonLogs {
    private struct Entry {
        let test: Test.ID
        let log: @Sendable () -> String
    }

    private static let entries = Mutex<[String: Entry]>([:])

    static func add(_ directory: String, log: @escaping @Sendable () -> String) {
        guard let test = Test.current?.id else { return }
        entries.withLock { $0[directory] = Entry(test: test, log: log) }
    }

    /// The daemon is gone: an error that ends its test is recorded after it, so its log is kept.
    static func end(_ directory: String) {
        let log = entries.withLock { $0[directory] }?.log() ?? ""
        entries.withLock { entries in
            if let test = entries[directory]?.test { entries[directory] = Entry(test: test) { log } }
        }
    }

    /// What the daemons of the running test have logged last.
    static var ofCurrentTest: [String] {
        guard let test = Test.current?.id else { return [] }
        let logs = entries.withLock { $0.values.filter { $0.test == test }.map(\.log) }
        return logs.map { $0() }
    }
}

extension Trait where Self == IssueHandlingTrait {
    /// A failure carries the end of the log of each daemon of the test.
    static var showsDaemonLogs: Self {
        .compactMapIssues { issue in
            var issue = issue
            // It passes here twice, for the suite and for the test.
            let logs = DaemonLogs.ofCurrentTest.map { Comment(rawValue: "the daemon's log ends so:\n\($0)") }
            issue.comments += logs.filter { !issue.comments.contains($0) }
            return issue
        }
    }
}
