import EventLoop
import Supervision
import Testing

@Suite struct GarbageLimitTests {
    @Test func soManyAMinuteAreTakenAndNoMore() {
        var limit = GarbageLimit(3)
        let start = MonotonicInstant(nanoseconds: 0)
        for _ in 1...3 { #expect(limit.exceeded(at: start) == false) }
        #expect(limit.exceeded(at: start.advanced(by: .seconds(59))) == true)
        #expect(limit.exceeded(at: start.advanced(by: .seconds(60))) == false)
        #expect(limit.exceeded(at: start.advanced(by: .seconds(61))) == false)
    }
}
