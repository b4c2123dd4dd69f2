import BusProtocol
import Testing

@testable import BosunClient

@Suite struct DeliveryQueueTests {
    private static func event(_ seq: UInt64) -> UnbrokenSubscriber.Delivery {
        .event(
            Event(
                topic: Topic(.event, scope: "t", method: "x"),
                header: EventHeader(flags: [], epoch: 1, seq: seq, scopeSeq: seq, unixNanoseconds: 0), body: []))
    }

    @Test func theEarliestIsAlwaysThatOfWhatWaits() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var queue = DeliveryQueue()
            var waiting: [UInt64] = []
            for _ in 0..<60 {
                switch Int.random(in: 0..<5, using: &random) {
                case 0 where !waiting.isEmpty:
                    queue.popFirst()
                    waiting.removeFirst()
                case 1 where Int.random(in: 0..<5, using: &random) == 0:
                    let cursor = UInt64.random(in: 1...40, using: &random)
                    queue.drop(through: EventCursor(epoch: 1, seq: cursor))
                    waiting.removeAll { $0 <= cursor }
                default:
                    let seq = UInt64.random(in: 1...40, using: &random)
                    queue.append(Self.event(seq))
                    waiting.append(seq)
                }
                #expect(queue.earliest?.seq == waiting.min().map { $0 - 1 } && queue.isEmpty == waiting.isEmpty)
            }
        }
    }

    @Test func whatIsNoEventHasNoPlace() {
        var queue = DeliveryQueue()
        queue.append(.lost(.elided))
        #expect(queue.earliest == nil && !queue.isEmpty)
        queue.append(Self.event(5))
        #expect(queue.earliest?.seq == 4)
        queue.drop(through: EventCursor(epoch: 1, seq: 5))
        guard case .lost? = queue.first else { Issue.record("the loss is gone"); return }
    }
}
