import CSQLite
import Glibc
import Journal
import TestSupport
import Testing

/// Files that are no journal, or not one any more.
@Suite struct DamageTests {
    /// A journal's bytes, with many threads in it, as it lies on disk after the end.
    private func sound(_ rig: JournalRig) throws -> [UInt8] {
        let journal = try rig.open().journal
        journal.writeAndWait(
            (0..<300).map { .thread(ThreadRecord(id: "thread-\($0)", codexHome: "/home", worker: "main-1")) })
        journal.close()
        return try Files.read(rig.path)
    }

    /// Opens what lies there, and sees that it can be written whatever it was.
    private func serves(_ rig: JournalRig) throws -> Int {
        let (journal, contents) = try rig.open()
        journal.writeAndWait([.thread(ThreadRecord(id: "new", codexHome: "/", worker: "w"))])
        #expect(journal.counters.problem == nil)
        journal.close()
        let (second, again) = try rig.open()
        #expect(again.threads.contains { $0.id == "new" })
        second.close()
        return contents.threads.count
    }

    @Test func damagedBytesNeverKeepItFromServing() throws {
        let rig = try JournalRig()
        let sound = try sound(rig)
        var generator = SeededGenerator(seed: 42)
        var setAside = 0
        for round in 0..<200 {
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
