import Testing

@testable import Journal

@Suite struct AheadBoundTests {
    @Test func itIsCarriedOverAgainAndAgain() {
        var bound = AheadBound(begin: 10, finish: 100)
        #expect(bound.step(9) == .nothing)
        #expect(bound.step(10) == .begin)
        #expect(bound.step(19) == .nothing)
        #expect(bound.step(20) == .begin)
        #expect(bound.step(99) == .begin)
        #expect(bound.step(100) == .finish)
    }

    @Test func oneThatHasBegunAnewIsLookedAtFromItsStart() {
        var bound = AheadBound(begin: 10, finish: 100)
        #expect(bound.step(15) == .begin)
        #expect(bound.step(3) == .nothing)
        #expect(bound.step(10) == .begin)
        #expect(bound.step(100) == .finish)
        #expect(bound.step(3) == .nothing)
        #expect(bound.step(100) == .finish)
    }

    /// A disk that refuses is not asked with each event.
    @Test func whatDidNotHelpIsTriedAgainLater() {
        var bound = AheadBound(begin: 10, finish: 100)
        #expect(bound.step(100) == .finish)
        #expect(bound.step(101) == .nothing)
        #expect(bound.step(109) == .nothing)
        #expect(bound.step(110) == .finish)
    }

    @Test func oneLargeTransactionIsEnough() {
        var bound = AheadBound(begin: 10, finish: 100)
        #expect(bound.step(500) == .finish)
    }
}
