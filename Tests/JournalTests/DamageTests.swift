import CSQLite
import Glibc
import Journal
import TestSupport
import Testing

/// Files that are no journal, or not one any more.
@Suite struct DamageTests {
    private static let threads = (0..<300).map {
        ThreadRecord(id: "thread-\($0)", codexHome: "/home", worker: "main-1")
    }

    private static let keys = (0..<200).map { number in
        KeyRecord(
            name: KeyName(user: "u", client: "c", key: "key-\(number)"), digest: "digest-\(number)",
            command: "command-\(number)", epoch: 7, seq: UInt64(number), begun: Int64(number),
            // Every third is open.
            outcome: number % 3 == 0 ? nil : KeyOutcome(kind: "result", body: #"{"number":\#(number)}"#))
    }

    /// 200 approvals, of which every fourth is open.
    private static let lines: [LedgerRecord] = (0..<200).flatMap { number -> [LedgerRecord] in
        let opened = line(number, .opened)
        return number % 4 == 0 ? [opened] : [opened, line(number, number % 2 == 0 ? .resolved : .expired)]
    }

    private static func line(_ number: Int, _ change: LedgerRecord.Change) -> LedgerRecord {
        var line = LedgerRecord(
            approval: "approval-\(number)", change: change, epoch: 7, worker: "main-1", thread: "thread-\(number)",
            method: "item/x", origin: "client")
        line.detail = #"{"decision":"accept","number":\#(number)}"#
        if number % 3 != 0 { line.peer = #"{"uid":0,"pid":\#(number)}"# }
        return line
    }

    /// A journal's bytes, with many threads, keys and lines of the ledger in it, as it lies on disk after the end.
    private func sound(_ rig: JournalRig) throws -> [UInt8] {
        let journal = try rig.open().journal
        journal.writeAndWait(Self.threads.map { .thread($0) } + Self.keys.map { .key($0) })
        journal.writeAndWait(Self.lines.map { .ledger($0) })
        journal.close()
        return try Files.read(rig.path)
    }

    /// Opens what lies there, and sees that it can be written whatever it was, and that nothing it tells is wrong.
    private func serves(_ rig: JournalRig) throws -> Int {
        let before = try rig.setAside().count
        let (journal, contents) = try rig.open()
        if try rig.setAside().count == before, !contents.threads.isEmpty { expectRight(journal, contents) }
        journal.writeAndWait([.thread(ThreadRecord(id: "new", codexHome: "/", worker: "w"))])
        #expect(journal.counters.problem == nil)
        journal.close()
        let (second, again) = try rig.open()
        #expect(again.threads.contains { $0.id == "new" })
        second.close()
        return contents.threads.count
    }

    /// Each key with its one outcome, and each approval; what can't be told is not told otherwise.
    private func expectRight(_ journal: Journal, _ contents: JournalContents) {
        #expect(contents.keys == Self.keys.sorted { $0.begun < $1.begun })
        func numberless(_ line: LedgerRecord) -> LedgerRecord {
            var line = line
            line.number = 0
            return line
        }
        let closed = Set(Self.lines.filter(\.change.isLast).map(\.approval))
        #expect(contents.closedApprovals.map(numberless) == Self.lines.filter(\.change.isLast))
        #expect(contents.openApprovals.map(numberless) == Self.lines.filter { !closed.contains($0.approval) })
        guard let all = journal.readAndWait(LedgerQuery(limit: 1_000)) else { return }
        #expect(all.reversed().map(numberless) == Self.lines)
        for number in stride(from: 0, to: 200, by: 11) {
            var query = LedgerQuery()
            query.approval = "approval-\(number)"
            let lines = journal.readAndWait(query)?.reversed().map(numberless) ?? []
            #expect(lines.allSatisfy(Self.lines.filter { $0.approval == query.approval }.contains))
        }
    }

    @Test func damagedBytesNeverKeepItFromServing() throws {
        let rig = try JournalRig()
        let sound = try sound(rig)
        var generator = SeededGenerator(seed: 42)
        var setAside = 0
        for round in 0..<LongRun.rounds(200, long: 1_000) {
            var bytes = sound
            for _ in 0...Int.random(in: 0..<8, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
            }
            try Files.write(bytes, to: rig.path)
            for suffix in ["-wal", "-shm"] { unlink(rig.path + suffix) }
            let before = try rig.setAside().count
            let found = try serves(rig)
            let isAside = try rig.setAside().count > before
            setAside += isAside ? 1 : 0
            // A byte of a name is not seen, but no thread is lost in silence.
            #expect(found == (isAside ? 0 : 300), "round \(round)")
        }
        #expect(setAside > 20)
    }

    /// What SQLite has nothing against, and was not written: told, it would be another outcome.
    @Test(arguments: [
        "UPDATE keys SET body = '{\"number\":2}' WHERE key = 'key-1'",
        "UPDATE keys SET outcome = NULL WHERE key = 'key-1'",
        "UPDATE keys SET key = 'key-x' WHERE key = 'key-1'", "UPDATE keys SET digest = 'digest-2' WHERE key = 'key-1'",
        "UPDATE ledger SET change = 'void' WHERE approval = 'approval-1' AND change = 'expired'",
        "UPDATE ledger SET change = 'exqired' WHERE approval = 'approval-1' AND change = 'expired'",
        "UPDATE ledger SET approval = 'approval-x' WHERE approval = 'approval-1' AND change = 'expired'",
        "UPDATE ledger SET approval = 'approval-x' WHERE approval = 'approval-4'",
        "UPDATE ledger SET detail = '{}' WHERE approval = 'approval-1' AND change = 'expired'",
        "UPDATE ledger SET peer = NULL WHERE approval = 'approval-1' AND change = 'expired'",
        "UPDATE ledger SET peer = '{}' WHERE approval = 'approval-3' AND change = 'expired'",
    ]) func aRowThatIsNotWhatWasWrittenIsNotTold(_ change: String) throws {
        let rig = try JournalRig()
        _ = try sound(rig)
        try sql(change, rig.path)
        #expect(try serves(rig) == 0)
        #expect(try rig.setAside().contains { $0.hasPrefix("journal.db.set-aside") })
    }

    @Test func aTruncatedFileIsSetAside() throws {
        let rig = try JournalRig()
        let sound = try sound(rig)
        for count in [99, 100, 512, 4_095, 4_096, 8_192, sound.count - 4_096] {
            try Files.write(Array(sound[..<count]), to: rig.path)
            for suffix in ["-wal", "-shm"] { unlink(rig.path + suffix) }
            let before = try rig.setAside().count
            #expect(try serves(rig) == 0)
            #expect(try rig.setAside().count > before, "\(count) bytes")
        }
    }

    @Test func aDamagedLogIsNotBelieved() throws {
        let rig = try JournalRig()
        _ = try sound(rig)
        try Files.write([UInt8](repeating: 0x5A, count: 40_000), to: rig.path + "-wal")
        #expect(try serves(rig) == 300)
    }

    @Test(arguments: ["", "hello, world", "SQLite format 3\0 but not really"]) func whatIsNoDatabaseIsSetAside(
        _ text: String
    ) throws {
        let rig = try JournalRig()
        try Files.write(Array(text.utf8), to: rig.path)
        #expect(try serves(rig) == 0)
        let isAside = try !rig.setAside().isEmpty
        #expect(isAside == !text.isEmpty)
        let complaints = try rig.logged("error")
        #expect(complaints.count == (text.isEmpty ? 0 : 1))
        #expect(complaints.allSatisfy { $0.contains("set aside") && $0.contains("movedTo=") })
    }

    @Test func anotherProgramsDatabaseIsSetAsideWhole() throws {
        let rig = try JournalRig()
        try sql("CREATE TABLE songs (name TEXT); INSERT INTO songs VALUES ('x')", rig.path)
        let bytes = try Files.read(rig.path)
        #expect(try serves(rig) == 0)
        let aside = try #require(try rig.setAside().first { $0.hasPrefix("journal.db.set-aside") })
        #expect(try Files.read("\(rig.directory.path)/\(aside)").count == bytes.count)
    }

    @Test func aNewerOnesIsRefusedAndLeftAlone() throws {
        let rig = try JournalRig()
        _ = try sound(rig)
        try sql("PRAGMA user_version = 99; UPDATE meta SET version = 99", rig.path)
        let error = #expect(throws: JournalError.self) { try rig.open() }
        #expect(error?.code == .newer)
        #expect(error?.description.contains("version 99") == true)
        #expect(try rig.setAside().isEmpty)
    }

    @Test func aVersionThatStandsOnlyOnceIsDamage() throws {
        let rig = try JournalRig()
        _ = try sound(rig)
        try sql("PRAGMA user_version = 99", rig.path)
        #expect(try serves(rig) == 0)
        #expect(try rig.setAside().count >= 1)
    }

    private func sql(_ text: String, _ path: String) throws {
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        guard sqlite3_open(path, &database) == SQLITE_OK, sqlite3_exec(database, text, nil, nil, nil) == SQLITE_OK
        else { throw TestFailure("\(text): \(String(cString: sqlite3_errmsg(database)))") }
    }
}
