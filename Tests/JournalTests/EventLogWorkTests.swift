import BusProtocol
import Testing

@testable import Journal

/// What the log knows of what it misses.
@Suite struct EventLogWorkTests {
    private func missed(_ steps: (inout EventLogWork) -> Void) -> [[UInt64]] {
        var work = EventLogWork()
        steps(&work)
        return work.holes.map { [$0.first, $0.last] }
    }

    private func miss(_ seqs: ClosedRange<UInt64>, _ work: inout EventLogWork) {
        for seq in seqs { work.miss(EventCursor(epoch: 1, seq: seq)) }
    }

    @Test func missesInARowAreOneHole() {
        let holes = missed { work in
            miss(3...9, &work)
            work.take(EventLogRig.event(10))
            miss(11...12, &work)
        }
        #expect(holes == [[3, 9], [11, 12]])
    }

    /// The thread has events in its hands while those behind them are missed, and can't write them then.
    @Test func whatIsFoundMissingLaterThanWhatFollowsItIsInTheHoleToo() {
        let holes = missed { work in
            for seq in 10...19 { work.take(EventLogRig.event(UInt64(seq))) }
            _ = work.takeAll()
            miss(20...30, &work)
            miss(10...19, &work)
        }
        #expect(holes == [[10, 30]])
    }
}
