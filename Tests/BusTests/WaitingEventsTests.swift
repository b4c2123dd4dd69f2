import BusProtocol
import Testing

@testable import Bus

/// What may wait for the journal, and how much of it.
@Suite struct WaitingEventsTests {
    private static func waiting(events: Int = 100, bytes: Int = 1_000) -> WaitingEvents {
        var bound = WaitingEvents.Bound()
        bound.events = events
        bound.bytes = bytes
        return WaitingEvents(bound)
    }

    private static func event(
        _ seq: UInt64, bytes: Int = 10, whole: Int = 0, isAwaited: Bool = true
    ) throws -> WaitingEvents.Event {
        WaitingEvents.Event(
            topic: try #require(ReadyTopic(.event, scope: "t", method: "m")),
            header: EventHeader(epoch: 1, seq: seq, scopeSeq: seq, unixNanoseconds: 1),
            body: [UInt8](repeating: 0, count: bytes), wholeBytes: whole, isAwaited: isAwaited)
    }

    /// What is published is a reference of some bytes, and what the journal holds until it is written is the whole body.
    @Test func aLargeBodyWeighsWhatTheJournalHoldsForIt() throws {
        var waiting = Self.waiting()
        #expect(waiting.append(try Self.event(1, whole: 480)) == .more)
        #expect(waiting.append(try Self.event(2, whole: 480)) == .more)
        #expect(waiting.bytes == 980)
        #expect(waiting.append(try Self.event(3, bytes: 20)) == .more)
        #expect(waiting.append(try Self.event(4, whole: 1)) == .none)
        #expect(waiting.isOverrun && waiting.overruns == 1)
    }

    /// It is let go of with all its weight.
    @Test func aLargeBodyThatIsStoredWeighsNothing() throws {
        var waiting = Self.waiting()
        for seq in 1...50 as ClosedRange<UInt64> {
            #expect(waiting.append(try Self.event(seq, whole: 900)) == .more)
            waiting.settle(through: seq, isStored: true)
            #expect(waiting.takeReady()?.header.seq == seq)
            #expect(waiting.bytes == 0)
        }
        #expect(waiting.append(try Self.event(51, whole: 900)) == .more)
        #expect(waiting.append(try Self.event(52, whole: 900)) == .none)
        #expect(waiting.takeAll().count == 2)
        #expect(waiting.bytes == 0)
    }

    @Test func theBoundIsToldOnceAndThenThatItIsExceeded() throws {
        var waiting = Self.waiting(events: 3)
        for seq in 1...3 as ClosedRange<UInt64> { #expect(waiting.append(try Self.event(seq)) == .more) }
        #expect(waiting.append(try Self.event(4)) == .none)
        for seq in 5...6 as ClosedRange<UInt64> {
            #expect(waiting.append(try Self.event(seq, isAwaited: false)) == .more)
        }
        #expect(waiting.append(try Self.event(7, isAwaited: false)) == .exceeded)
        let all = waiting.takeAll()
        #expect(all.map(\.header.seq) == Array(1...7))
        #expect(all.map { $0.header.flags.contains(.notJournaled) } == [true, true, true, true, false, false, false])
        #expect(waiting.isOverrun && waiting.overruns == 1)
        waiting.settle(through: 4, isStored: true)
        #expect(!waiting.isOverrun)
    }
}
