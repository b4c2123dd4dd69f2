import BusProtocol
import Glibc
import Journal
import Synchronization
import TestSupport
import Testing

extension EventLogRig {
    /// What the next daemon would find were this one killed now: the files as they are, in another place.
    fileprivate func killed() throws -> EventLogRig {
        let next = try EventLogRig()
        for (from, to) in [(path, next.path), (path + "-wal", next.path + "-wal"), (markPath, next.markPath)]
        where access(from, F_OK) == 0 {
            try Files.write(Files.read(from), to: to)
        }
        return next
    }

    fileprivate var isMarked: Bool { access(markPath, F_OK) == 0 }

    fileprivate func mark(_ boot: String = "boot") -> CompletenessMark { CompletenessMark(markPath, bootID: boot) }
}

/// What a daemon left, of which nobody can say how it ended but the file and the mark: a replay over its end.
@Suite struct EpochEndTests {
    private static let events = (1...10).map { EventLogRig.event($0) }

    /// Whether replays up to the beginning of epoch 2 are told to be incomplete: over the end of the first, and inside it.
    private func isTruncated(_ log: EventLog, epoch: UInt64 = 2) -> (over: Bool, inside: Bool) {
        let end = EventCursor(epoch: epoch, seq: 0)
        let over = log.everything(after: EventCursor(epoch: 1, seq: 10), through: end).isTruncated
        #expect(log.everything(through: end).isTruncated == over)
        #expect(!log.everything(after: end, through: end).isTruncated)
        return (over, log.everything(through: EventCursor(epoch: 1, seq: 10)).isTruncated)
    }

    @Test func aKillLeavesNothingOutWhileTheDiskIsWell() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        let next = try rig.killed()
        first.close()
        let second = try next.open(epoch: 2)
        #expect(isTruncated(second) == (false, false))
        // And the next one's end.
        let third = try next.killed()
        second.close()
        let log = try third.open(epoch: 3)
        #expect(isTruncated(log, epoch: 3) == (false, false))
        log.close()
    }

    @Test func anEndAsItShouldBeHoldsOverAnotherBoot() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        first.close()
        unlink(rig.markPath)
        let second = try rig.open(epoch: 2, boot: "another")
        #expect(isTruncated(second) == (false, false))
        second.close()
    }

    /// A power loss takes the last transactions.
    @Test(arguments: ["another", ""]) func whatEndedWithItsMachineMayHaveSaidMore(_ boot: String) throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        let next = try rig.killed()
        first.close()
        let second = try next.open(epoch: 2, boot: boot)
        #expect(isTruncated(second) == (true, false))
        second.close()
        // It is on disk by now.
        let third = try next.open(epoch: 3, boot: boot)
        #expect(isTruncated(third, epoch: 3) == (true, false))
        third.close()
    }

    /// Events that nobody gave to the log, since it was behind.
    @Test func aKillWhileEventsAreMissedIsTold() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        #expect(rig.isMarked)
        first.miss(seq: 11)
        try eventually("the mark is gone") { !rig.isMarked }
        let next = try rig.killed()
        // Once the hole is on disk a kill leaves nothing out again.
        _ = first.writeAndWait([EventLogRig.event(12)])
        try eventually("the mark is back") { rig.isMarked }
        let later = try rig.killed()
        first.close()
        let second = try next.open(epoch: 2)
        #expect(isTruncated(second) == (true, false))
        second.close()
        let mended = try later.open(epoch: 2)
        let end = EventCursor(epoch: 2, seq: 0)
        #expect(mended.everything(after: EventCursor(epoch: 1, seq: 10), through: end).isTruncated)
        #expect(!mended.everything(after: EventCursor(epoch: 1, seq: 11), through: end).isTruncated)
        mended.close()
    }

    /// Events that the log has, and are published before it has written them: not before the next daemon would know.
    @Test func aKillBetweenThePublicationAndTheDiskIsTold() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        #expect(rig.isMarked)
        let ready = Latch()
        let wasMarked = Mutex(true)
        let markPath = rig.markPath
        first.outrun {
            wasMarked.withLock { $0 = access(markPath, F_OK) == 0 }
            ready.open()
        }
        ready.wait()
        #expect(!wasMarked.withLock { $0 })
        // What is written meanwhile is not all there is.
        _ = first.writeAndWait([EventLogRig.event(11)])
        #expect(!rig.isMarked)
        let next = try rig.killed()
        first.caughtUp()
        try eventually("the mark is back") { rig.isMarked }
        let later = try rig.killed()
        first.close()
        let second = try next.open(epoch: 2)
        #expect(isTruncated(second) == (true, false))
        second.close()
        let third = try later.open(epoch: 2)
        #expect(isTruncated(third) == (false, false))
        third.close()
    }

    /// The publisher has ended before it heard of the last ones: all are written by the end.
    @Test func anEndWhileTheLogIsBehindIsAsItShouldBe() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        let ready = Latch()
        first.outrun { ready.open() }
        ready.wait()
        for event in Self.events { #expect(first.append(event)) }
        first.close()
        let second = try rig.open(epoch: 2, boot: "another")
        #expect(isTruncated(second) == (false, false))
        second.close()
    }

    /// A run directory that refuses is an error that is told, and the events go on.
    @Test func aMarkThatCantBeTakenAwayIsNotWaitedFor() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        unlink(rig.markPath)
        mkdir(rig.markPath, 0o700)
        let ready = Latch()
        first.outrun { ready.open() }
        ready.wait()
        #expect(try rig.journal.logged("error").contains { $0.contains("can't be noted that events are missing") })
        rmdir(rig.markPath)
        first.close()
    }

    /// One whose disk refused from its start to its end, between two that were well.
    @Test func anEpochThatNeverWroteIsTold() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        first.close()
        let aside = "\(rig.path).aside"
        rename(rig.path, aside)
        mkdir(rig.path, 0o700)
        let second = try rig.open(epoch: 2)
        #expect(!second.append(EventLogRig.event(1, epoch: 2)))
        second.close()
        rmdir(rig.path)
        rename(aside, rig.path)
        let third = try rig.open(epoch: 3)
        #expect(isTruncated(third, epoch: 3) == (true, false))
        #expect(
            third.everything(after: EventCursor(epoch: 2, seq: 1), through: EventCursor(epoch: 3, seq: 0)).isTruncated)
        third.close()
    }

    /// A mark that can't be made is an error that is told, and safe.
    @Test func withoutAMarkAKillIsTold() throws {
        let rig = try EventLogRig()
        mkdir(rig.markPath, 0o700)
        let first = try rig.open()
        #expect(try rig.journal.logged("error").count == 1)
        _ = first.writeAndWait(Self.events)
        let next = try EventLogRig()
        for suffix in ["", "-wal"] { try Files.write(Files.read(rig.path + suffix), to: next.path + suffix) }
        first.close()
        #expect(try rig.journal.logged("error").count == 1)
        let second = try next.open(epoch: 2)
        #expect(isTruncated(second) == (true, false))
        second.close()
        rmdir(rig.markPath)
    }

    /// A file that knows nothing of ends is given that, and keeps what it has.
    @Test func anOlderFileIsTakenOver() throws {
        let rig = try EventLogRig()
        let first = try rig.open()
        _ = first.writeAndWait(Self.events)
        first.close()
        try rig.run(
            """
            ALTER TABLE meta DROP COLUMN entered; ALTER TABLE meta DROP COLUMN ended;
            PRAGMA user_version = 1; UPDATE meta SET version = 1
            """)
        let second = try rig.open(epoch: 2)
        #expect(second.everything(through: EventCursor(epoch: 1, seq: 10)).events == Self.events)
        #expect(isTruncated(second) == (true, false))
        second.close()
    }

    // MARK: Killed before they served

    /// A rig whose first epoch has written, and was killed.
    private func first() throws -> EventLogRig {
        let rig = try EventLogRig()
        let log = try rig.open()
        _ = log.writeAndWait(Self.events)
        let next = try rig.killed()
        log.close()
        return next
    }

    @Test(arguments: [1, 2, 20] as [UInt64])
    func daemonsThatAreKilledBeforeTheyServeLeaveNothingOut(_ count: UInt64) throws {
        let rig = try first()
        for epoch in 2...(count + 1) { try rig.mark().begin(epoch, after: epoch - 1) }
        try rig.mark().begin(count + 2, after: count + 1)
        let log = try rig.open(epoch: count + 2)
        #expect(isTruncated(log, epoch: count + 2) == (false, false))
        log.close()
    }

    /// Before there was a file; one that is lost afterwards is another matter.
    @Test func theVeryFirstMayBeKilledBeforeItServes() throws {
        let rig = try EventLogRig()
        try rig.mark().begin(1, after: 0)
        try rig.mark().begin(2, after: 1)
        let second = try rig.open(epoch: 2)
        #expect(!second.everything(through: EventCursor(epoch: 2, seq: 0)).isTruncated)
        second.close()
        for suffix in ["", "-wal"] { unlink(rig.path + suffix) }
        try rig.mark().begin(3, after: 2)
        let third = try rig.open(epoch: 3)
        #expect(third.everything(through: EventCursor(epoch: 3, seq: 0)).isTruncated)
        third.close()
    }

    /// It was in the file by then, and not alone in the mark.
    @Test func oneThatIsKilledAsItEntersLeavesNothingOut() throws {
        let rig = try first()
        try rig.mark().begin(2, after: 1)
        let mark = try Files.read(rig.markPath)
        let second = try rig.open(epoch: 2)
        let next = try rig.killed()
        second.close()
        try Files.write(mark, to: next.markPath)
        try next.mark().begin(3, after: 2)
        let third = try next.open(epoch: 3)
        #expect(isTruncated(third, epoch: 3) == (false, false))
        third.close()
    }

    /// With another run directory's mark, or after another boot, nothing is known of it.
    @Test(arguments: ["boot", "another"]) func oneThatIsNotNamedMayHaveSaidMore(_ boot: String) throws {
        let rig = try first()
        if boot != "boot" { try rig.mark(boot).begin(2, after: 1) }
        try rig.mark().begin(3, after: 2)
        let third = try rig.open(epoch: 3)
        #expect(isTruncated(third, epoch: 3) == (true, false))
        third.close()
    }

    /// The one after it was killed before it could tell the file.
    @Test func oneThatServedWithoutItsDiskIsTold() throws {
        let rig = try first()
        let aside = "\(rig.path).aside"
        rename(rig.path, aside)
        mkdir(rig.path, 0o700)
        try rig.mark().begin(2, after: 1)
        let second = try rig.open(epoch: 2)
        #expect(!second.append(EventLogRig.event(1, epoch: 2)))
        second.close()
        rmdir(rig.path)
        rename(aside, rig.path)
        try rig.mark().begin(3, after: 2)
        try rig.mark().begin(4, after: 3)
        let fourth = try rig.open(epoch: 4)
        #expect(isTruncated(fourth, epoch: 4) == (true, false))
        // What is known of the first is not lost with that.
        #expect(!fourth.everything(through: EventCursor(epoch: 1, seq: 11)).isTruncated)
        fourth.close()
    }
}
