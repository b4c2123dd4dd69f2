import Journal
import Testing

/// What is written is there after the next start.
@Suite struct JournalTests {
    private static let thread = ThreadRecord(
        id: "t", codexHome: "/home", worker: "main-1", parent: "p", cwd: "\"/work\"", cause: "c", startedBy: "",
        turn: "", turnParams: "{\"a\":\"\u{0}é\"}")
    private static let process = ProcessRecord(
        worker: "main-1", generation: .max, epoch: .max, pid: 4_711, started: .max, bootID: "boot")

    @Test func whatWasWrittenIsReadBack() throws {
        let rig = try JournalRig()
        let (journal, contents) = try rig.open()
        #expect(contents == JournalContents())
        journal.writeAndWait([
            .thread(Self.thread), .process(Self.process),
            .thread(
                ThreadRecord(
                    id: "bare", codexHome: "", worker: "")),
        ])
        #expect(journal.counters.written == 3)
        journal.close()
        let second = try rig.open()
        #expect(
            second.contents
                == JournalContents(
                    processes: [Self.process],
                    threads: [ThreadRecord(id: "bare", codexHome: "", worker: ""), Self.thread]))
        second.journal.close()
        #expect(try rig.logged("error").isEmpty)
    }

    @Test func theLastWordOnAThreadAndAProcessCounts() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        var moved = Self.thread
        moved.worker = "main-2"
        moved.turn = nil
        journal.writeAndWait([
            .thread(Self.thread), .thread(moved), .thread(ThreadRecord(id: "gone", codexHome: "/", worker: "w")),
            .threadForgotten(id: "gone"), .threadForgotten(id: "never there"), .process(Self.process),
            .processEnded(worker: "main-1", epoch: .max, generation: .max),
        ])
        journal.close()
        let (second, contents) = try rig.open()
        #expect(contents == JournalContents(threads: [moved]))
        second.writeAndWait([.thread(Self.thread), .allThreadsForgotten, .thread(moved)])
        second.close()
        let third = try rig.open()
        #expect(third.contents.threads == [moved])
        third.journal.close()
    }

    @Test func whatWaitsIsWrittenAtTheEnd() throws {
        let rig = try JournalRig()
        let journal = try rig.open().journal
        for number in 0..<2_000 {
            journal.write([.thread(ThreadRecord(id: "t\(number)", codexHome: "/", worker: "w"))])
        }
        journal.close(within: .seconds(60))
        #expect(journal.counters.written == 2_000)
        #expect(journal.counters.transactions < 2_000)
        let second = try rig.open()
        #expect(second.contents.threads.count == 2_000)
        second.journal.close()
    }
}
