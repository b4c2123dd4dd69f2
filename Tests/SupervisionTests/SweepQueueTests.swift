import Supervision
import Testing

@Suite struct SweepQueueTests {
    private typealias Action = SweepQueue.Action
    private var queue = SweepQueue()
    private static let soon = Action.wait(.milliseconds(20))

    @Test mutating func thoseThatEndTogetherAreSweptTogether() {
        #expect(queue.ended(1) == [Self.soon])
        #expect(queue.ended(2) == [])
        #expect(queue.due() == [.sweep])
        #expect(queue.over(isUnfinished: false) == [])
        #expect(queue.due() == [])
    }

    /// The sweep may have looked before that one's children were adopted.
    @Test mutating func whoEndsDuringASweepIsTheNextOnes() {
        _ = queue.ended(1)
        #expect(queue.due() == [.sweep])
        #expect(queue.ended(2) == [] && queue.ended(1) == [])
        #expect(queue.due() == [])
        #expect(queue.over(isUnfinished: false) == [Self.soon])
        #expect(queue.due() == [.sweep])
        #expect(queue.over(isUnfinished: false) == [])
    }

    @Test mutating func aStartWaitsForTheSweepOfItsFormerLifeOnly() {
        #expect(queue.granted(1) == [.start(1)])
        _ = queue.ended(1)
        #expect(queue.granted(2) == [.start(2)])
        // At once: somebody waits for it.
        #expect(queue.granted(1) == [.startTimer(1, .seconds(2)), .sweep])
        #expect(queue.granted(2) == [.start(2)])
        #expect(queue.due() == [])
        #expect(queue.over(isUnfinished: false) == [.start(1)])
        #expect(queue.waited(for: 1) == [])
        #expect(queue.granted(1) == [.start(1)])
    }

    @Test mutating func aStartWaitsForTheNextSweepWhenItsOwnEndCameDuringOne() {
        _ = queue.ended(1)
        _ = queue.due()
        _ = queue.ended(2)
        #expect(queue.granted(2) == [.startTimer(1, .seconds(2))])
        #expect(queue.granted(1) == [.startTimer(2, .seconds(2))])
        #expect(queue.over(isUnfinished: false) == [.start(1), .sweep])
        #expect(queue.over(isUnfinished: false) == [.start(2)])
    }

    /// The sweep may hang: what it reads of a process may lie on a dead disk.
    @Test mutating func aSweepThatHangsHoldsNoStartUpForLong() {
        _ = queue.ended(1)
        #expect(queue.granted(1) == [.startTimer(1, .seconds(2)), .sweep])
        #expect(queue.waited(for: 1) == [.start(1)])
        #expect(queue.waited(for: 1) == [])
        // It has ended again, and waits anew: the timer of before is not its.
        _ = queue.ended(1)
        #expect(queue.granted(1) == [.startTimer(2, .seconds(2))])
        #expect(queue.waited(for: 1) == [])
        #expect(queue.over(isUnfinished: false) == [.sweep])
        #expect(queue.over(isUnfinished: false) == [.start(1)])
    }

    @Test mutating func whoDoesNotWantToStartAnyMoreIsNotStarted() {
        _ = queue.ended(1)
        _ = queue.granted(1)
        queue.startEnded(1)
        #expect(queue.waited(for: 1) == [])
        #expect(queue.over(isUnfinished: false) == [])
    }

    /// Its children are adopted when it ends, whenever that is.
    @Test mutating func whatDoesNotEndIsLookedAtAgain() {
        _ = queue.ended(1)
        _ = queue.due()
        #expect(queue.over(isUnfinished: true) == [.wait(.seconds(1))])
        #expect(queue.granted(1) == [.start(1)])
        #expect(queue.due() == [.sweep])
        #expect(queue.over(isUnfinished: false) == [])
    }

    @Test mutating func theStopOfAllWaitsForOneMoreSweep() {
        #expect(queue.allEnded() == [.sweep])
        #expect(queue.over(isUnfinished: false) == [.allSwept])
        #expect(queue.over(isUnfinished: false) == [])
    }

    @Test mutating func theStopOfAllWaitsForASweepThatBeganAfterTheLastEnd() {
        _ = queue.ended(1)
        _ = queue.due()
        _ = queue.ended(2)
        #expect(queue.allEnded() == [])
        #expect(queue.over(isUnfinished: true) == [.sweep])
        // What does not end has had its time.
        #expect(queue.over(isUnfinished: true) == [.allSwept])
    }
}
