import CSQLite
import Glibc
import Journal
import Synchronization
import TestSupport
import Testing

/// Keys are written down before their commands are carried out, or not at all.
@Suite struct KeyTests {
    private static func record(_ key: String = "k", begun: Int64 = 1_000, outcome: KeyOutcome? = nil) -> KeyRecord {
        KeyRecord(
            name: KeyName(user: "", client: "c", key: key), digest: "d", command: "e", epoch: .max, seq: 7,
            begun: begun,
            outcome: outcome)
    }

    private static let outcome = KeyOutcome(kind: "result", body: "{\"a\":\"\u{0}é\"}")

    @Test func whatWasWrittenIsReadBack() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        #expect(journal.beginAndWait(Self.record("a")) == .written)
        #expect(journal.beginAndWait(Self.record("b")) == .written)
        #expect(journal.beginAndWait(Self.record("c", begun: 5_000)) == .written)
        #expect(journal.beginAndWait(Self.record("d")) == .written)
        journal.writeAndWait([
            .key(Self.record("a", outcome: Self.outcome)), .key(Self.record("c", begun: 5_000, outcome: Self.outcome)),
            .keyForgotten(Self.record("b").name), .allKeys([Self.record("e", begun: 6_000)]),
        ])
        journal.close()
        let second = try rig.open()
        #expect(
            second.contents.keys == [
                Self.record("a", outcome: Self.outcome), Self.record("d"),
                Self.record("c", begun: 5_000, outcome: Self.outcome), Self.record("e", begun: 6_000),
            ])
        second.journal.writeAndWait([.keysExpired(until: 5_000)])
        second.journal.close()
        let third = try rig.open()
        #expect(third.contents.keys == [Self.record("e", begun: 6_000)])
        third.journal.close()
    }

    @Test func aKeyThatStandsThereIsGivenAndNotWrittenOver() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        _ = journal.beginAndWait(Self.record())
        let known = Self.record(outcome: Self.outcome)
        journal.writeAndWait([.key(known)])
        #expect(journal.beginAndWait(Self.record(begun: 1_000 + Journal.keyAge - 1)) == .known(known))
        // It is kept no longer.
        #expect(journal.beginAndWait(Self.record(begun: 1_000 + Journal.keyAge)) == .written)
        journal.close()
    }

    @Test func whatTheDiskRefusesIsRefusedAtOnceAndNotWrittenLater() throws {
        let rig = try JournalRig()
        #expect(mkdir(rig.path, 0o700) == 0)
        let journal = try rig.open().journal
        guard case .refused(let problem) = journal.beginAndWait(Self.record("refused")) else {
            Issue.record("not refused")
            return
        }
        #expect(problem.contains("SQLite"))
        journal.write([.key(Self.record("later", outcome: Self.outcome))])
        #expect(rmdir(rig.path) == 0)
        while journal.counters.problem != nil { usleep(1_000) }
        #expect(journal.beginAndWait(Self.record("taken")) == .written)
        journal.close()
        let second = try rig.open()
        #expect(Set(second.contents.keys.map(\.name.key)) == ["later", "taken"])
        second.journal.close()
        guard case .refused = journal.beginAndWait(Self.record("after the end")) else {
            Issue.record("not refused")
            return
        }
    }

    /// The file was not there at the start, and is later: what stands in it counts.
    @Test func aFileThatComesLateKeepsItsKeys() throws {
        let rig = try JournalRig()
        let first = try rig.open().journal
        _ = first.beginAndWait(Self.record())
        first.close()
        let aside = "\(rig.path).aside"
        #expect(rename(rig.path, aside) == 0)
        #expect(symlink("\(rig.path).missing/file", rig.path) == 0)
        let (journal, contents) = try rig.open()
        #expect(contents.keys == [])
        // In one step: the journal makes a file where there is none.
        #expect(rename(aside, rig.path) == 0)
        journal.write([])
        while journal.counters.problem != nil { usleep(1_000) }
        #expect(journal.beginAndWait(Self.record()) == .known(Self.record()))
        journal.close()
    }

    @Test func anOlderVersionsFileIsTakenOver() throws {
        let rig = try JournalRig()
        let first = try rig.open().journal
        first.writeAndWait([.thread(ThreadRecord(id: "t", codexHome: "/", worker: "w"))])
        first.close()
        var database: OpaquePointer?
        #expect(sqlite3_open(rig.path, &database) == SQLITE_OK)
        let old = "DROP TABLE keys; DROP TABLE ledger; PRAGMA user_version = 1; UPDATE meta SET version = 1"
        #expect(sqlite3_exec(database, old, nil, nil, nil) == SQLITE_OK)
        sqlite3_close(database)
        let (journal, contents) = try rig.open()
        #expect(contents.threads.map(\.id) == ["t"])
        #expect(journal.beginAndWait(Self.record()) == .written)
        journal.close()
        #expect(try rig.setAside().isEmpty)
        let (second, again) = try rig.open()
        #expect(again.keys == [Self.record()] && again.threads.count == 1)
        second.close()
    }
}

extension Journal {
    /// Writes a key down, and gives what came of it.
    fileprivate func beginAndWait(_ record: KeyRecord) -> KeyWrite {
        let done = Latch()
        let outcome = Outcome()
        begin(record) { write in
            outcome.write.withLock { $0 = write }
            done.open()
        }
        done.wait()
        return outcome.write.withLock { $0 } ?? .refused("no answer")
    }

    private final class Outcome: Sendable {
        let write = Mutex<KeyWrite?>(nil)
    }
}
