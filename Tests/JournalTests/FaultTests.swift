import EventLoop
import Glibc
import Journal
import TestSupport
import Testing

/// A disk that refuses, and a process that is killed.
@Suite struct FaultTests {
    /// Where a file should be there is a directory: nothing can be opened until it is gone.
    @Test func aDiskThatRefusesIsAnAlarmAndIsTriedAgain() throws {
        let rig = try JournalRig()
        mkdir(rig.path, 0o700)
        let (journal, contents) = try rig.open()
        #expect(contents == JournalContents())
        for number in 0..<50 {
            journal.writeAndWait([.thread(ThreadRecord(id: "t\(number)", codexHome: "/", worker: "w"))])
        }
        let counters = journal.counters
        #expect(counters.problem != nil && counters.failures > 0 && counters.waiting == 50 && counters.written == 0)
        #expect(try rig.logged("error").count == 1)
        rmdir(rig.path)
        try eventually("it is written again") { journal.counters.problem == nil }
        #expect(journal.counters.written == 50)
        try eventually("that is told") { (try? rig.logged("info").count) == 1 }
        journal.close()
        let second = try rig.open()
        #expect(second.contents.threads.count == 50)
        second.journal.close()
    }

    @Test func whatIsTooMuchForTheQueueIsAskedForAnew() throws {
        let rig = try JournalRig()
        mkdir(rig.path, 0o700)
        let journal = try rig.open(
            limits: Journal.Limits(queue: 10, firstPause: .milliseconds(1), lastPause: .milliseconds(1))
        ).journal
        let asked = Latch()
        journal.onLoss { asked.open() }
        for number in 0..<100 { journal.write([.thread(ThreadRecord(id: "t\(number)", codexHome: "/", worker: "w"))]) }
        #expect(journal.counters.waiting <= 10 && journal.counters.dropped > 80)
        rmdir(rig.path)
        asked.wait()
        journal.writeAndWait([.allThreadsForgotten, .thread(ThreadRecord(id: "all", codexHome: "/", worker: "w"))])
        journal.close()
        let second = try rig.open()
        #expect(second.contents.threads.map(\.id) == ["all"])
        second.journal.close()
    }

    @Test func aFileThatMayNotGrowIsAnAlarmAndNothingIsLost() throws {
        let directory = try TemporaryDirectory()
        let writer = try Writer("\(directory.path)/journal.db", "--limit")
        let lines = try writer.lines { _ in false }
        let refused = try #require(lines.first { $0.hasPrefix("refuses") })
        #expect(refused.contains("SQLite"))
        let last = try #require(lines.last)
        let words = last.split(separator: " ")
        #expect(words.first == "written" && words[2...] == ["0", "0"])
        #expect(writer.waitForEnd() == 0)
        let rig = try JournalRig()
        let (journal, contents) = try Journal.open("\(directory.path)/journal.db", on: rig.loop, log: rig.log)
        #expect(contents.threads.count == Int(words[1]))
        journal.close()
    }

    @Test func whatWasSaidToBeWrittenOutlivesAKillInTheMiddleOfWriting() throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/journal.db"
        var known = 0
        for round in 1...8 {
            let writer = try Writer(path)
            let said = try writer.lines { Int($0).map { $0 > 40 * round } ?? false }.compactMap { Int($0) }
            writer.kill()
            let rig = try JournalRig()
            let (journal, contents) = try Journal.open(path, on: rig.loop, log: rig.log)
            journal.close()
            #expect(try rig.logged("error").isEmpty)
            let there = Set(contents.threads.map(\.id))
            known = max(known, said.max() ?? 0)
            #expect((1...known).allSatisfy { there.contains("t\($0)") }, "round \(round)")
        }
    }
}
