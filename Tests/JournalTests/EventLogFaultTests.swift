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

    /// The file's bytes when all of its log ahead is in it, with the log as it was: a daemon may be killed then.
    func carriedOver() throws -> [UInt8] {
        let copy = try EventLogRig()
        for suffix in ["", "-wal"] { try Files.write(Files.read(path + suffix), to: copy.path + suffix) }
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        guard sqlite3_open(copy.path, &handle) == SQLITE_OK,
            sqlite3_exec(handle, "PRAGMA wal_checkpoint(PASSIVE)", nil, nil, nil) == SQLITE_OK
        else { throw TestFailure("\(path) can't be carried over") }
        return try Files.read(copy.path)
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
    /// what was written, and what is not is told to be missing, also when some of what the log had is in the file already.
    @Test(arguments: [false, true], [false, true])
    func aLogAheadThatIsChangedOrTornIsNeverAWrongEventNorAnUntoldHole(_ isTorn: Bool, _ isCarriedOver: Bool) throws {
        let rig = try EventLogRig()
        var events: [DurableEvent] = []
        func write(_ count: Int, of epoch: UInt64, _ log: EventLog) {
            for seq in 1...count {
                let event = EventLogRig.event(UInt64(seq), epoch: epoch, body: String(repeating: "y", count: 200))
                events += log.writeAndWait([event])
            }
        }
        // So many that each of the file's trees has more than one page, of which the log then changes some.
        let earlier = try rig.open()
        write(560, of: 1, earlier)
        earlier.close()
        let log = try rig.open(epoch: 2)
        write(230, of: 2, log)
        let (ahead, mark) = try (Files.read(rig.path + "-wal"), Files.read(rig.markPath))
        let file = isCarriedOver ? try rig.carriedOver() : try Files.read(rig.path)
        log.close()
        #expect(events.count == 790 && ahead.count > 230 * 3 * 4_096)
        let begun = EventCursor(epoch: 2, seq: 0)
        let end = EventCursor(epoch: 3, seq: 0)
        let next = try EventLogRig()
        var generator = SeededGenerator(seed: 11)
        var counts: Set<Int> = []
        for round in 0..<LongRun.rounds(80, long: 1_000) {
            var bytes = ahead
            // The head byte by byte, and the last; the first one is sound.
            let isSound = round == 0
            let place =
                switch round {
                case ..<2: bytes.count - round
                case ..<42: round - 2
                default: Int.random(in: bytes.indices, using: &generator)
                }
            if isTorn {
                bytes.removeLast(bytes.count - place)
            } else if !isSound {
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
            for path in [next.path, next.path + "-wal", next.path + "-shm", next.markPath] { unlink(path) }
            try Files.write(file, to: next.path)
            try Files.write(bytes, to: next.path + "-wal")
            try Files.write(mark, to: next.markPath)
            let isSameBoot = round % 2 == 0 || isCarriedOver
            let log = try next.open(epoch: 3, boot: isSameBoot ? "boot" : "another")
            let read = log.everything(through: end)
            let cursors = Set(read.events.map { EventCursor(epoch: $0.header.epoch, seq: $0.header.seq) })
            func isRead(_ event: DurableEvent) -> Bool {
                cursors.contains(EventCursor(epoch: event.header.epoch, seq: event.header.seq))
            }
            #expect(read.events == events.filter(isRead), "round \(round), byte \(place)")
            #expect(read.isTruncated == !(isSameBoot && isSound), "round \(round), byte \(place)")
            #expect(!isSound || read.events == events)
            for event in events where !isRead(event) && event.header.seq % 7 == 0 {
                let here = EventCursor(epoch: event.header.epoch, seq: event.header.seq)
                let before = EventCursor(epoch: here.epoch, seq: here.seq - 1)
                #expect(log.everything(after: before, through: here).isTruncated, "round \(round), event \(here)")
            }
            // What was in the file before is there and not in doubt, unless all of it is.
            let old = log.everything(through: begun)
            #expect(old.events == Array(events[..<560]) || old.isTruncated, "round \(round), byte \(place)")
            counts.insert(read.events.count)
            let later = [EventLogRig.event(1, epoch: 3)]
            #expect(log.writeAndWait(later) == later, "round \(round), byte \(place)")
            let both = log.everything(through: EventCursor(epoch: 3, seq: 1))
            #expect(both.events == read.events + later, "round \(round), byte \(place)")
            #expect(!log.everything(after: end, through: EventCursor(epoch: 3, seq: 1)).isTruncated)
            log.close()
        }
        #expect(isCarriedOver || counts.count > 10)
    }

    /// A kill may come before the log begins anew, and the mark has not heard of that: nothing is missing.
    @Test func aLogAheadThatHasBegunAnewIsWhole() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        let events = log.writeAndWait((1...20).map { EventLogRig.event($0) })
        let mark = try Files.read(rig.markPath)
        let next = try EventLogRig()
        for (from, to) in [(rig.path, next.path), (rig.path + "-wal", next.path + "-wal")] {
            try Files.write(Files.read(from), to: to)
        }
        log.close()
        // Carried over, then one more transaction of the first epoch.
        let again = try next.open()
        let more = again.writeAndWait([EventLogRig.event(21)])
        let third = try EventLogRig()
        for (from, to) in [(next.path, third.path), (next.path + "-wal", third.path + "-wal")] {
            try Files.write(Files.read(from), to: to)
        }
        again.close()
        try Files.write(mark, to: third.markPath)
        let last = try third.open(epoch: 2)
        let read = last.everything(through: EventCursor(epoch: 2, seq: 0))
        #expect(read.events == events + more && !read.isTruncated)
        last.close()
    }

    /// The mark is of another log, as when somebody has put an older copy of the file there.
    @Test func aLogAheadOfAnotherTimeIsNotWhole() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        _ = log.writeAndWait((1...20).map { EventLogRig.event($0) })
        let (file, ahead) = try (Files.read(rig.path), Files.read(rig.path + "-wal"))
        for seq in 21...40 { _ = log.writeAndWait([EventLogRig.event(UInt64(seq))]) }
        let mark = try Files.read(rig.markPath)
        log.close()
        let end = EventCursor(epoch: 2, seq: 0)
        for isGone in [false, true] {
            let next = try EventLogRig()
            try Files.write(file, to: next.path)
            if !isGone { try Files.write(ahead, to: next.path + "-wal") }
            try Files.write(mark, to: next.markPath)
            let second = try next.open(epoch: 2)
            #expect(second.everything(through: end).isTruncated)
            #expect(second.everything(after: EventCursor(epoch: 1, seq: 40), through: end).isTruncated)
            #expect(!second.everything(after: end, through: end).isTruncated)
            let errors = try next.journal.logged("error")
            #expect(isGone || errors.contains { $0.contains("not what was written") })
            second.close()
        }
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
