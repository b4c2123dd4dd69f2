import BusProtocol
import EventLoop
import Glibc
import Journal
import Synchronization
import TestSupport
import Testing

@Suite struct EventLogTests {
    private static func end(_ seq: UInt64, epoch: UInt64 = 1) -> EventCursor { EventCursor(epoch: epoch, seq: seq) }

    @Test func whatIsWrittenIsReadAgainAsItWas() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        let events = (1...500).map { EventLogRig.event($0, scope: $0 % 2 == 0 ? "even" : "odd") }
        #expect(log.writeAndWait(events) == events)
        let all = log.everything(through: Self.end(500))
        #expect(all.events == events && !all.isTruncated)
        let even = log.everything(through: Self.end(500), filter: TopicFilter(["ev.even."]), limit: 7)
        #expect(even.events == events.filter { $0.header.seq % 2 == 0 })
        #expect(even.pages > 30)
        // Up to and with the end that is asked for.
        #expect(log.everything(after: Self.end(10), through: Self.end(20)).events == Array(events[10..<20]))
        log.close()
        let again = try rig.open(epoch: 2)
        let later = (1...3).map { EventLogRig.event($0, epoch: 2) }
        _ = again.writeAndWait(later)
        let both = again.everything(after: Self.end(498), through: Self.end(3, epoch: 2))
        #expect(both.events == events[498...] + later && !both.isTruncated)
        again.close()
    }

    /// Each outcome names the last event of a transaction, in order: whoever waits for one before it can go on.
    @Test func outcomesComeInOrderAndReachTheLastEvent() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        let outcomes = Mutex<[EventLog.Outcome]>([])
        log.onOutcome { outcome in outcomes.withLock { $0.append(outcome) } }
        for seq in 1...2_000 { #expect(log.append(EventLogRig.event(UInt64(seq)))) }
        log.flush(within: .seconds(60))
        let places = outcomes.withLock { $0 }.map { outcome in
            guard case .stored(let seq) = outcome else { return UInt64.max }
            return seq
        }
        #expect(places == places.sorted() && places.last == 2_000)
        #expect(log.counters.transactions == places.count && log.counters.written == 2_000)
        log.close()
    }

    @Test func fromATimeOnIsReadWhatIsOfThatTimeOrLater() throws {
        let rig = try EventLogRig()
        // The times of the test are of 1970.
        let log = try rig.open(retention: EventRetention(age: .seconds(80 * 365 * 86_400)))
        for seq in 1...100 {
            _ = log.writeAndWait([EventLogRig.event(UInt64(seq), at: UInt64(seq) * 1_000)])
        }
        let since = log.readAndWait(ReplayQuery(.since(unixNanoseconds: 90_000)), through: Self.end(100))
        #expect(since.events.map(\.header.seq) == Array(90...100))
        #expect(!since.isTruncated && since.start == Self.end(89) && since.through == Self.end(100))
        let future = log.readAndWait(ReplayQuery(.since(unixNanoseconds: 900_000)), through: Self.end(100))
        #expect(future.events.isEmpty && !future.isTruncated)
        log.close()
    }

    /// What the log does not have, deltas, has its time between two of its batches.
    @Test func fromATimeOnBeginsBehindTheLastBatchThatIsTooEarly() throws {
        let rig = try EventLogRig()
        let log = try rig.open(retention: EventRetention(age: .seconds(80 * 365 * 86_400)))
        _ = log.writeAndWait([EventLogRig.event(1, at: 1_000)])
        _ = log.writeAndWait([EventLogRig.event(1_002, at: 9_000)])
        let since = log.readAndWait(ReplayQuery(.since(unixNanoseconds: 5_000)), through: Self.end(1_002))
        #expect(since.start == Self.end(1) && since.events.map(\.header.seq) == [1_002] && !since.isTruncated)
        log.close()
        let again = try rig.open(epoch: 2, retention: EventRetention(age: .seconds(80 * 365 * 86_400)))
        _ = again.writeAndWait([EventLogRig.event(7, epoch: 2, at: 20_000)])
        let later = again.readAndWait(ReplayQuery(.since(unixNanoseconds: 15_000)), through: Self.end(7, epoch: 2))
        #expect(later.start == Self.end(0, epoch: 2))
        #expect(later.events.map(\.header.seq) == [7])
        again.close()
    }

    /// What is missing has no time: it may have been of the one that is asked for.
    @Test func aHoleRightBeforeThatTimeIsTold() throws {
        let rig = try EventLogRig()
        let log = try rig.open(retention: EventRetention(age: .seconds(80 * 365 * 86_400)))
        _ = log.writeAndWait([EventLogRig.event(1, at: 1_000)])
        _ = log.writeAndWait([EventLogRig.event(2, at: 2_000)])
        for seq in 3...5 { log.miss(seq: UInt64(seq)) }
        _ = log.writeAndWait([EventLogRig.event(6, at: 6_000)])
        _ = log.writeAndWait([EventLogRig.event(7, at: 7_000)])
        for (time, isTruncated) in [(2_000, true), (4_000, true), (6_000, true), (6_500, false), (7_000, false)] {
            let since = log.readAndWait(ReplayQuery(.since(unixNanoseconds: UInt64(time))), through: Self.end(7))
            #expect(since.isTruncated == isTruncated, "\(time)")
            #expect(since.events.map(\.header.seq) == [2, 6, 7].filter { $0 * 1_000 >= time })
        }
        log.close()
    }

    @Test func whatIsTooMuchGoesOldestFirstAndIsToldToBeGone() throws {
        let rig = try EventLogRig()
        let log = try rig.open(retention: EventRetention(bytes: 20_000))
        for round in 0..<100 {
            _ = log.writeAndWait(
                (1...10).map { EventLogRig.event(UInt64(round * 10 + $0), body: String(repeating: "x", count: 100)) })
        }
        #expect(log.counters.kept <= 20_000 && log.counters.kept > 10_000)
        let all = log.everything(through: Self.end(1_000))
        #expect(all.isTruncated)
        let first = try #require(all.events.first)
        #expect(all.events.map(\.header.seq) == Array(first.header.seq...1_000))
        let rest = log.everything(after: Self.end(first.header.seq), through: Self.end(1_000))
        #expect(!rest.isTruncated)
        log.close()
        let again = try rig.open(epoch: 2)
        #expect(again.everything(through: Self.end(0, epoch: 2)).isTruncated)
        again.close()
    }

    @Test func whatIsTooOldGoes() throws {
        let rig = try EventLogRig()
        let log = try rig.open(retention: EventRetention(age: .seconds(3_600)))
        let now = WallClock.unixNanoseconds
        let old = now - 2 * 3_600 * 1_000_000_000
        _ = log.writeAndWait((1...10).map { EventLogRig.event($0, at: old) })
        _ = log.writeAndWait([EventLogRig.event(11, at: now)])
        let all = log.everything(through: Self.end(11))
        #expect(all.events.map(\.header.seq) == [11] && all.isTruncated)
        #expect(log.readAndWait(ReplayQuery(.since(unixNanoseconds: old)), through: Self.end(11)).isTruncated)
        #expect(!log.readAndWait(ReplayQuery(.since(unixNanoseconds: now)), through: Self.end(11)).isTruncated)
        log.close()
    }

    @Test func largeBodiesAreKeptInPartsAndReadInPieces() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        let body = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        _ = log.writeAndWait([EventLogRig.event(5, whole: body)])
        var read: [UInt8] = []
        while read.count < body.count {
            let piece = try #require(log.bodyAndWait(Self.end(5), from: read.count, count: 99_999))
            #expect(piece.size == body.count && !piece.bytes.isEmpty)
            read += piece.bytes
        }
        #expect(read == body)
        #expect(log.bodyAndWait(Self.end(5), from: body.count, count: 1)?.bytes == [])
        #expect(log.bodyAndWait(Self.end(5), from: body.count + 1, count: 1) == nil)
        #expect(log.bodyAndWait(Self.end(6), from: 0, count: 1) == nil)
        #expect(log.counters.kept > body.count)
        log.close()
    }

    /// A newer Bosun's file is not touched.
    @Test func aNewerFileIsRefused() throws {
        let rig = try EventLogRig()
        let log = try rig.open()
        log.close()
        try rig.run("PRAGMA user_version = 9; UPDATE meta SET version = 9")
        let error = #expect(throws: JournalError.self) { try rig.open(epoch: 2) }
        #expect(error?.code == .newer)
    }
}
