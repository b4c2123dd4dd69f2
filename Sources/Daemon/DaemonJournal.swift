import ChildProcess
import Diagnostics
import EventLoop
import Fleet
import JSONRPC
import Journal

/// Where the fleet, which knows no process, meets the journal, which knows none either.
final class DaemonJournal: FleetJournal {
    private let journal: Journal
    private let events: EventLog
    private let epoch: UInt64

    init(_ journal: Journal, _ events: EventLog, epoch: UInt64) {
        self.journal = journal
        self.events = events
        self.epoch = epoch
    }

    var counters: JSON {
        let counters = journal.counters
        return [
            "written": .integer(Int64(counters.written)),
            "transactions": .integer(Int64(counters.transactions)),
            "failures": .integer(Int64(counters.failures)),
            "dropped": .integer(Int64(counters.dropped)),
            "waiting": .integer(Int64(counters.waiting)),
            "problem": counters.problem.map { .string($0) } ?? .null,
            "events": eventCounters,
        ]
    }

    private var eventCounters: JSON {
        let counters = events.counters
        return [
            "written": .integer(Int64(counters.written)),
            "transactions": .integer(Int64(counters.transactions)),
            "failures": .integer(Int64(counters.failures)),
            "missed": .integer(Int64(counters.missed)),
            "damaged": .integer(Int64(counters.damaged)),
            "keptBytes": .integer(Int64(counters.kept)),
            "waiting": .integer(Int64(counters.waiting)),
            "problem": counters.problem.map { .string($0) } ?? .null,
        ]
    }

    func write(_ entries: [JournalEntry], committed: (@Sendable () -> Void)?) {
        journal.write(entries, committed: committed)
    }

    func begin(_ key: KeyRecord, _ done: @escaping @Sendable (KeyWrite) -> Void) {
        journal.begin(key, done)
    }

    func write(_ entries: [JournalEntry], settled: @escaping @Sendable (_ isWritten: Bool) -> Void) {
        journal.write(entries, settled: settled)
    }

    func read(_ query: LedgerQuery, _ reply: @escaping @Sendable (Result<[LedgerRecord], JournalError>) -> Void) {
        journal.read(query, reply)
    }

    func started(worker: String, generation: UInt32, pid: Int32) {
        // It is a child that nobody has reaped: the pid is its own.
        guard let identity = ProcessIdentity(of: pid) else { return }
        journal.write([
            .process(
                ProcessRecord(
                    worker: worker, generation: generation, epoch: epoch, pid: pid, started: identity.started,
                    bootID: ProcessIdentity.bootID))
        ])
    }

    func ended(worker: String, generation: UInt32) {
        journal.write([.processEnded(worker: worker, epoch: epoch, generation: generation)])
    }
}
