import BusProtocol
import CSQLite
import Glibc
import Journal
import Synchronization
import TestSupport
import Testing

extension EventLogRig {
    /// Runs statements on the file, which nobody else has open.
    func run(_ sql: String) throws {
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        guard sqlite3_open(path, &handle) == SQLITE_OK, sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw TestFailure("\(path): \(sql)")
        }
    }
}

/// What a disk can do to the log of events.
@Suite struct EventLogFaultTests {
    /// Where the file should be there is a directory: nothing can be kept until it is gone.
    @Test func aDiskThatRefusesIsToldAtOnceAndLeavesAHole() throws {
        let rig = try EventLogRig()
        mkdir(rig.path, 0o700)
        let log = try rig.open()
        #expect(log.counters.problem != nil)
        for seq in 1...50 { #expect(!log.append(EventLogRig.event(UInt64(seq)))) }
        #expect(try rig.journal.logged("error").count == 1)
        let end = EventCursor(epoch: 1, seq: 60)
        #expect(log.everything(through: end).isTruncated)
        rmdir(rig.path)
        try eventually("it is written again") { log.counters.problem == nil }
        let later = (51...60).map { EventLogRig.event($0) }
        #expect(log.writeAndWait(later) == later)
        let all = log.everything(through: end)
        #expect(all.events == later && all.isTruncated)
        #expect(!log.everything(after: EventCursor(epoch: 1, seq: 50), through: end).isTruncated)
        #expect(log.counters.missed == 50)
        log.close()
        let again = try rig.open(epoch: 2)
        #expect(again.everything(after: EventCursor(epoch: 1, seq: 0), through: end).isTruncated)
        #expect(!again.everything(after: EventCursor(epoch: 1, seq: 50), through: end).isTruncated)
        again.close()
    }

    /// What the publisher did not wait for is a hole as well.
    @Test func whatIsMissedIsAHoleForWhoAsksForIt() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        _ = log.writeAndWait([EventLogRig.event(1), EventLogRig.event(2)])
        for seq in 3...9 { log.miss(seq: UInt64(seq)) }
        _ = log.writeAndWait([EventLogRig.event(10)])
        let end = EventCursor(epoch: 1, seq: 10)
        for start in [0, 2, 5, 8] {
            #expect(log.everything(after: EventCursor(epoch: 1, seq: UInt64(start)), through: end).isTruncated)
        }
        #expect(!log.everything(after: EventCursor(epoch: 1, seq: 9), through: end).isTruncated)
        #expect(!log.everything(through: EventCursor(epoch: 1, seq: 2)).isTruncated)
        log.close()
    }

    /// One bit anywhere: either the file is set aside, or what is read is what was written, and what is not is told to be
    /// gone.
    @Test func aChangedByteAnywhereIsNeverAWrongEvent() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        var events: [DurableEvent] = []
        for round in 0..<40 {
            events += log.writeAndWait(
                (1...10).map { EventLogRig.event(UInt64(round * 10 + $0), body: String(repeating: "y", count: 200)) })
        }
        log.close()
        let sound = try Files.read(rig.path)
        let end = EventCursor(epoch: 1, seq: 400)
        var generator = SeededGenerator(seed: 7)
        var incomplete = 0
        let rounds = LongRun.rounds(150, long: 1_000)
        for round in 0..<rounds {
            var bytes = sound
            let place = Int.random(in: bytes.indices, using: &generator)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try Files.write(bytes, to: rig.path)
            for suffix in ["-wal", "-shm"] { unlink(rig.path + suffix) }
            let log: EventLog
            do {
                log = try rig.open(epoch: 2)
            } catch {
                // Both places of the version can't have changed.
                Issue.record("round \(round), byte \(place): \(error)")
                continue
            }
            let read = log.everything(through: end)
            let isRight = zip(read.events, events.filter { event in read.events.contains(event) }).allSatisfy {
                $0 == $1
            }
            #expect(
                isRight && read.events.allSatisfy { events[Int($0.header.seq) - 1] == $0 },
                "round \(round), byte \(place)")
            #expect(read.events.count == events.count || read.isTruncated, "round \(round), byte \(place)")
            if read.isTruncated { incomplete += 1 }
            // Whatever it was, it serves.
            let later = [EventLogRig.event(1, epoch: 2)]
            #expect(log.writeAndWait(later) == later || log.counters.problem != nil, "round \(round), byte \(place)")
            log.close()
        }
        #expect(incomplete > rounds / 10)
    }

    /// What a daemon that was killed leaves in the log that SQLite writes ahead, changed or cut off anywhere: what is read is
    /// what was written, without a hole. Over another boot it is told that some may be missing.
    @Test(arguments: [false, true]) func aLogAheadThatIsChangedOrTornIsNeverAWrongEvent(_ isTorn: Bool) throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        var events: [DurableEvent] = []
        for round in 0..<40 {
            events += log.writeAndWait(
                (1...10).map { EventLogRig.event(UInt64(round * 10 + $0), body: String(repeating: "y", count: 200)) })
        }
        let (file, ahead, mark) = try (
            Files.read(rig.path), Files.read(rig.path + "-wal"), Files.read(rig.markPath)
        )
        log.close()
        #expect(ahead.count > 40 * 10 * 200)
        let end = EventCursor(epoch: 2, seq: 0)
        let next = try EventLogRig()
        var generator = SeededGenerator(seed: 11)
        var counts: Set<Int> = []
        for round in 0..<LongRun.rounds(100, long: 1_000) {
            var bytes = ahead
            let place = round < 40 ? round : Int.random(in: bytes.indices, using: &generator)
            if isTorn {
                bytes.removeLast(bytes.count - place)
            } else {
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
            for path in [next.path, next.path + "-wal", next.path + "-shm", next.markPath] { unlink(path) }
            try Files.write(file, to: next.path)
            try Files.write(bytes, to: next.path + "-wal")
            try Files.write(mark, to: next.markPath)
            let isSameBoot = round % 2 == 0
            let log = try next.open(epoch: 2, boot: isSameBoot ? "boot" : "another")
            let read = log.everything(through: end)
            #expect(read.events == Array(events.prefix(read.events.count)), "round \(round), byte \(place)")
            #expect(isSameBoot || read.isTruncated, "round \(round), byte \(place)")
            #expect(!read.events.isEmpty || read.isTruncated, "round \(round), byte \(place)")
            counts.insert(read.events.count)
            let later = [EventLogRig.event(1, epoch: 2)]
            #expect(log.writeAndWait(later) == later, "round \(round), byte \(place)")
            let both = log.everything(through: EventCursor(epoch: 2, seq: 1))
            #expect(both.events == read.events + later, "round \(round), byte \(place)")
            log.close()
        }
        #expect(counts.count > 10)
    }

    @Test(arguments: ["", "hello, world", "SQLite format 3\0 but not really"])
    func whatIsNoLogIsSetAside(_ text: String) throws {
        let rig = try EventLogRig()
        try Files.write(Array(text.utf8), to: rig.path)
        let log = try rig.open(epoch: 2)
        let later = [EventLogRig.event(1, epoch: 2)]
        #expect(log.writeAndWait(later) == later)
        // Nobody knows what there was before.
        #expect(log.everything(through: EventCursor(epoch: 2, seq: 1)).isTruncated)
        #expect(
            !log.everything(after: EventCursor(epoch: 2, seq: 0), through: EventCursor(epoch: 2, seq: 1)).isTruncated)
        log.close()
    }
}
