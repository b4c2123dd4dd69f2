import BosunClient
import BusProtocol
import Testing

@Suite struct GapTrackerTests {
    private func header(_ scopeSeq: UInt64, epoch: UInt64 = 1) -> EventHeader {
        EventHeader(epoch: epoch, seq: 1, scopeSeq: scopeSeq, unixNanoseconds: 0)
    }

    private let topic = Topic(.event, scope: "t", method: "m")

    @Test func aJumpIsWhatWasMissed() {
        var gaps = GapTracker(prefixes: [""])
        // Joined in the middle: that the first is not 1 says nothing.
        #expect(gaps.take(topic, header(40)) == nil)
        #expect(gaps.take(topic, header(41)) == nil)
        #expect(gaps.take(Topic(.delta, scope: "t", method: "m"), header(7)) == nil)
        let gap = gaps.take(topic, header(45))
        #expect(gap?.missed == 3 && gap?.kind == .event && gap?.scope == "t")
        #expect(gaps.take(topic, header(46)) == nil)
    }

    @Test func countsThatGoBackOrToTheEndAreNoGap() {
        var gaps = GapTracker(prefixes: [""])
        #expect(gaps.take(topic, header(.max)) == nil)
        #expect(gaps.take(topic, header(0)) == nil)
        #expect(gaps.take(topic, header(0)) == nil)
        #expect(gaps.take(topic, header(.max))?.missed == UInt64.max - 1)
    }

    @Test func aNewEpochCountsAnew() {
        var gaps = GapTracker(prefixes: [""])
        #expect(gaps.take(topic, header(1)) == nil)
        #expect(gaps.take(topic, header(9, epoch: 2)) == nil)
        #expect(gaps.take(topic, header(11, epoch: 2))?.missed == 1)
    }

    @Test(arguments: [
        ("ev.t.turn/", false), ("ev.t.", true), ("ev.", true), ("e", true), ("ev.t", true), ("dl.", false),
        ("ev.tt", false),
    ]) func onlyAWholeScopeCanHaveGaps(prefix: String, isSeen: Bool) {
        var gaps = GapTracker(prefixes: ["rq.", prefix])
        #expect(gaps.take(topic, header(1)) == nil)
        #expect((gaps.take(topic, header(3)) != nil) == isSeen)
    }

    @Test func itRemembersNoMoreThanItsLimit() {
        var gaps = GapTracker(prefixes: [""], limit: 2)
        for scope in ["a", "b", "c"] { #expect(gaps.take(Topic(.event, scope: scope, method: "m"), header(1)) == nil) }
        #expect(gaps.take(Topic(.event, scope: "a", method: "m"), header(9)) == nil)
        #expect(gaps.take(Topic(.event, scope: "c", method: "m"), header(9))?.missed == 7)
    }
}
