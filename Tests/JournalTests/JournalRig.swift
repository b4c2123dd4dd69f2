import Diagnostics
import EventLoop
import Glibc
import Journal
import Synchronization
import TestSupport

/// A journal in a directory of its own, on a loop of its own; opened as often as wanted.
final class JournalRig {
    let directory: TemporaryDirectory
    let loop: EventLoop
    let log: Log
    private let logFile: String

    init() throws {
        directory = try TemporaryDirectory()
        loop = try EventLoop(name: "test")
        logFile = "\(directory.path)/log"
        let descriptor = Glibc.open(logFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw TestFailure("no log file") }
        log = Log(descriptor: descriptor)
    }

    deinit { loop.stop() }

    var path: String { "\(directory.path)/journal.db" }

    func open(
        limits: Journal.Limits = Journal.Limits(firstPause: .milliseconds(1), lastPause: .milliseconds(10))
    ) throws(JournalError) -> (journal: Journal, contents: JournalContents) {
        try Journal.open(path, on: loop, log: log, limits: limits)
    }

    /// What was logged at that level.
    func logged(_ level: String) throws -> [Substring] {
        log.flush()
        return String(decoding: try Files.read(logFile), as: UTF8.self).split(separator: "\n")
            .filter { $0.contains(" \(level)") }
    }

    /// Files beside the journal that were set aside.
    func setAside() throws -> [String] { try Files.names(in: directory.path).filter { $0.contains(".set-aside-") } }
}

extension Journal {
    /// Lines of the ledger, or nil when it says that it can't tell.
    func readAndWait(_ query: LedgerQuery) -> [LedgerRecord]? {
        let done = Latch()
        let found = Mutex<[LedgerRecord]?>(nil)
        read(query) { outcome in
            found.withLock { $0 = try? outcome.get() }
            done.open()
        }
        done.wait()
        return found.withLock { $0 }
    }

    /// Writes the entries and waits until they are on disk or can't be.
    func writeAndWait(_ entries: [JournalEntry]) {
        let done = Latch()
        write(entries) { done.open() }
        done.wait()
    }
}
