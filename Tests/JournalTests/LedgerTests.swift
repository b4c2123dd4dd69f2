import CSQLite
import EventLoop
import Glibc
import Journal
import Synchronization
import TestSupport
import Testing

/// The approvals' ledger on disk.
@Suite struct LedgerTests {
    private static func line(
        _ approval: String, _ change: LedgerRecord.Change, thread: String? = "t"
    ) -> LedgerRecord {
        var record = LedgerRecord(
            approval: approval, change: change, epoch: .max, worker: "main-1", thread: thread, method: "m",
            origin: "client")
        record.time = 1_795_000_000_000
        record.user = "root"
        record.client = "é"
        record.peer = #"{"uid":0,"pid":7}"#
        record.command = "c"
        record.detail = "{\"a\":\"\u{0}\"}"
        return record
    }

    private func read(_ journal: Journal, _ change: (inout LedgerQuery) -> Void = { _ in }) -> [LedgerRecord]? {
        var query = LedgerQuery()
        change(&query)
        return journal.readAndWait(query)
    }

    @Test func linesAreReadBackTheNewestFirst() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        var bare = LedgerRecord(approval: "b", change: .void, epoch: 1, worker: "w", method: "m", origin: "restart")
        journal.write([.ledger(Self.line("a", .opened)), .ledger(Self.line("a", .resolved)), .ledger(bare)])
        var first = Self.line("a", .opened)
        var second = Self.line("a", .resolved)
        (first.number, second.number, bare.number) = (1, 2, 3)
        // What was written before is in it, without waiting for that.
        #expect(read(journal) == [bare, second, first])
        #expect(read(journal) { $0.approval = "a" } == [second, first])
        #expect(read(journal) { $0.thread = "t" } == [second, first])
        #expect(read(journal) { $0.before = 3 } == [second, first])
        #expect(read(journal) { $0.limit = 1 } == [bare])
        #expect(read(journal) { $0.approval = "a' OR 1=1 --" } == [])
        journal.close()
        #expect(read(journal) == nil)
    }

    @Test func whatNobodyClosedIsOpenAfterARestart() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        let closing: [LedgerRecord.Change] = [.resolved, .expired, .withdrawn, .void]
        let lines = [.opened, .claimed, .voted, .released] + closing
        for (index, last) in ([nil] + closing.map { $0 }).enumerated() {
            let approval = "a\(index)"
            for change in lines where !closing.contains(change) || change == last {
                journal.write([.ledger(Self.line(approval, change))])
            }
        }
        journal.close()
        let (second, contents) = try rig.open()
        #expect(contents.openApprovals.map(\.approval) == ["a0"])
        #expect(contents.openApprovals.map(\.change) == [.opened])
        #expect(contents.closedApprovals.map(\.change) == closing)
        second.close()
    }

    @Test func aJournalOfTheVersionBeforeKeepsItsThreads() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        journal.writeAndWait([.thread(ThreadRecord(id: "t", codexHome: "/", worker: "w"))])
        journal.close()
        try sql(
            """
            DROP TABLE ledger; ALTER TABLE keys DROP COLUMN sum; PRAGMA user_version = 2; UPDATE meta SET version = 2
            """, rig.path)
        let (second, contents) = try rig.open()
        #expect(contents.threads.map(\.id) == ["t"] && contents.openApprovals.isEmpty)
        second.write([.ledger(Self.line("a", .opened))])
        #expect(read(second)?.count == 1)
        second.close()
        #expect(try rig.setAside().isEmpty)
        let third = try rig.open()
        #expect(third.contents.openApprovals.count == 1)
        third.journal.close()
    }

    /// Long lines make short pages, and each has one line at least.
    @Test func aPageHasABound() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        journal.writeAndWait(
            (1...40).map { number in
                var line = Self.line("a\(number)", .opened)
                line.detail = String(repeating: "x", count: number == 20 ? 2 << 20 : 64 << 10)
                return .ledger(line)
            })
        var pages: [[Int64]] = []
        var before: Int64?
        while let page = read(journal, { ($0.limit, $0.before) = (1_000, before) }), !page.isEmpty {
            pages.append(page.map(\.number))
            before = page.last?.number
        }
        #expect(pages.flatMap(\.self) == (1...40).reversed())
        #expect(pages.allSatisfy { (1...16).contains($0.count) } && pages.contains([20]))
        journal.close()
    }

    @Test func aFileWithoutTheIndexOfThreadsIsGivenIt() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        journal.writeAndWait([.ledger(Self.line("a", .opened))])
        journal.close()
        try sql(
            """
            DROP INDEX ledger_thread; ALTER TABLE keys DROP COLUMN sum; ALTER TABLE ledger DROP COLUMN sum;
            ALTER TABLE ledger DROP COLUMN peer;
            PRAGMA user_version = 3; UPDATE meta SET version = 3
            """, rig.path)
        let second = try rig.open().journal
        #expect(read(second) { $0.thread = "t" }?.count == 1)
        second.close()
        // There again: it can be dropped.
        try sql("DROP INDEX ledger_thread", rig.path)
    }

    @Test func nobodyAsksForAll() {
        var reads = LedgerReads()
        func read(_ asker: String) -> LedgerRead {
            var query = LedgerQuery()
            query.asker = asker
            return LedgerRead(query: query) { _ in }
        }
        for _ in 0..<LedgerReads.limitOfAsker { #expect(reads.add(read("ann")) == true) }
        #expect(reads.add(read("ann")) == false)
        var number = 0
        while reads.add(read("u\(number)")) { number += 1 }
        #expect(number == LedgerReads.limit - LedgerReads.limitOfAsker)
        #expect(reads.next()?.query.asker == "ann")
        #expect(reads.add(read("ann")) == true)
        #expect(reads.takeAll().last?.query.asker == "ann" && reads.isEmpty)
    }

    /// Rows that have no sums are believed, and those that are written since have them.
    @Test func aJournalOfTheVersionWithoutSumsKeepsItsKeysAndLines() throws {
        let rig = try JournalRig()
        func key(_ name: String) -> KeyRecord {
            KeyRecord(
                name: KeyName(user: "", client: "c", key: name), digest: "d", command: "e", epoch: 1, seq: 7, begun: 1,
                outcome: KeyOutcome(kind: "result", body: "{}"))
        }
        let journal = try rig.open().journal
        journal.writeAndWait([.key(key("a")), .ledger(Self.line("a", .opened)), .ledger(Self.line("b", .opened))])
        journal.close()
        try sql(
            """
            ALTER TABLE keys DROP COLUMN sum; ALTER TABLE ledger DROP COLUMN sum;
            ALTER TABLE ledger DROP COLUMN peer;
            PRAGMA user_version = 3; UPDATE meta SET version = 3
            """, rig.path)
        let (second, contents) = try rig.open()
        #expect(contents.keys == [key("a")] && contents.openApprovals.map(\.approval) == ["a", "b"])
        second.writeAndWait([.key(key("b")), .ledger(Self.line("a", .resolved))])
        #expect(read(second)?.map(\.change) == [.resolved, .opened, .opened])
        second.close()
        let third = try rig.open()
        #expect(third.contents.keys == [key("a"), key("b")])
        #expect(third.contents.openApprovals.map(\.approval) == ["b"])
        third.journal.close()
        #expect(try rig.setAside().isEmpty)
    }

    /// Lines of before there was a place keep the sums that they had, and those sums hold still.
    @Test func aJournalOfTheVersionWithoutPlacesKeepsItsLines() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        journal.close()
        try sql(
            """
            ALTER TABLE ledger DROP COLUMN peer; PRAGMA user_version = 5; UPDATE meta SET version = 5;
            INSERT INTO ledger VALUES (1, 'old', 'opened', 7, 1795000000000, 'main-1', 't', 'm', 'root', NULL, 'worker', NULL,
                '{}', X'10aa2f929bceece101e306a6ad6e735f')
            """, rig.path)
        let second = try rig.open().journal
        second.writeAndWait([.ledger(Self.line("a", .resolved))])
        #expect(read(second)?.map(\.approval) == ["a", "old"])
        #expect(read(second)?.map(\.peer) == [#"{"uid":0,"pid":7}"#, nil])
        second.close()
        #expect(try rig.setAside().isEmpty)
        // One that is given a place since is not what was written.
        try sql("UPDATE ledger SET peer = '{}' WHERE number = 1", rig.path)
        try rig.open().journal.close()
        #expect(try rig.setAside().contains { $0.hasPrefix("journal.db.set-aside") })
    }

    @Test func theOldestLinesGo() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        journal.writeAndWait((1...500).map { .ledger(Self.line("a\($0)", .opened)) })
        journal.close()
        // As if there had been many more between.
        try sql("UPDATE ledger SET number = 100998 WHERE number = 500", rig.path)
        let second = try rig.open().journal
        second.writeAndWait([.ledger(Self.line("b", .opened))])
        #expect(read(second) { $0.limit = 1_000 }?.count == 501)
        second.writeAndWait([.ledger(Self.line("c", .opened))])
        #expect(read(second)?.map(\.approval) == ["c", "b", "a500"])
        second.close()
    }

    @Test func aDiskThatRefusesIsToldAndNothingIsLost() throws {
        let rig = try JournalRig()
        mkdir(rig.path, 0o700)
        let journal = try rig.open().journal
        for number in 0..<20 {
            let done = Latch()
            let isWritten = Mutex(true)
            journal.write([.ledger(Self.line("a\(number)", .resolved))]) { written in
                isWritten.withLock { $0 = written }
                done.open()
            }
            done.wait()
            #expect(isWritten.withLock { $0 } == false)
            #expect(read(journal) == nil)
        }
        rmdir(rig.path)
        let deadline = MonotonicClock().now.advanced(by: .seconds(30))
        while journal.counters.problem != nil, MonotonicClock().now < deadline { usleep(1_000) }
        let done = Latch()
        let isWritten = Mutex(false)
        journal.write([.ledger(Self.line("b", .resolved))]) { written in
            isWritten.withLock { $0 = written }
            done.open()
        }
        done.wait()
        #expect(isWritten.withLock { $0 })
        #expect(read(journal)?.count == 21)
        journal.close()
    }

    private func sql(_ text: String, _ path: String) throws {
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        guard sqlite3_open(path, &database) == SQLITE_OK, sqlite3_exec(database, text, nil, nil, nil) == SQLITE_OK
        else { throw TestFailure("\(text): \(String(cString: sqlite3_errmsg(database)))") }
    }
}
