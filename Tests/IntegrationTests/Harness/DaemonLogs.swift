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

    static func remove(_ directory: String) {
        entries.withLock { $0[directory] = nil }
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
            issue.comments += DaemonLogs.ofCurrentTest.map { Comment(rawValue: "the daemon's log ends so:\n\($0)") }
            return issue
        }
    }
}
