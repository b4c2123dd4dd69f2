@testable import EventLoop
import Testing

@Suite struct TimerQueueTests {
    @Test func popsInOrderWhateverTheOrderOfAdding() {
        var queue = TimerQueue()
        var generator = SystemRandomNumberGenerator()
        var seen: [Int64] = []
        for _ in 0..<1_000 {
            let deadline = Int64.random(in: 0..<500, using: &generator)
            _ = queue.add(deadline: MonotonicInstant(nanoseconds: deadline)) { seen.append(deadline) }
        }
        while let handler = queue.popDue(at: MonotonicInstant(nanoseconds: 500)) { handler() }
        #expect(seen.count == 1_000)
        #expect(seen == seen.sorted())
        #expect(queue.nextDeadline == nil)
    }

    @Test func cancelledFarDeadlinesDoNotPileUp() {
        var queue = TimerQueue()
        let kept = queue.add(deadline: MonotonicInstant(nanoseconds: 7)) {}
        for _ in 0..<100_000 {
            let timer = queue.add(deadline: MonotonicInstant(nanoseconds: 1_000)) {}
            queue.remove(timer)
        }
        #expect(queue.count == 1)
        #expect(queue.heapCount < 200)
        #expect(queue.nextDeadline == MonotonicInstant(nanoseconds: 7))
        queue.remove(kept)
        #expect(queue.nextDeadline == nil)
    }

    @Test func theFarEndsOfTimeHold() {
        let last = MonotonicInstant(nanoseconds: .max)
        #expect(last.advanced(by: .seconds(1)) == last)
        #expect(MonotonicInstant(nanoseconds: 0).advanced(by: .seconds(Int64.max)) == last)
        #expect(MonotonicInstant(nanoseconds: .min).duration(to: last) == .nanoseconds(Int64.max))
        #expect(Duration.nanoseconds(1).milliseconds == 1)
    }
}
