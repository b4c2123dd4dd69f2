@testable import CodexClient
import Testing

@Suite struct BoundedQueueTests {
    private func taken(_ queue: inout BoundedQueue<Int>) -> [String] {
        var taken: [String] = []
        while let next = queue.pop() {
            switch next {
            case .element(let element): taken.append("\(element)")
            case .lagged(let count): taken.append("lagged \(count)")
            }
        }
        return taken
    }

    @Test func theOldestGoAndAreCountedWhereTheyStood() {
        var queue = BoundedQueue<Int>(StreamOptions(capacity: 2))
        let dropped = (0..<5).flatMap { queue.push($0, bytes: 1) }
        #expect(dropped == [0, 1, 2])
        #expect(taken(&queue) == ["lagged 3", "3", "4"])
        _ = queue.push(5, bytes: 1)
        #expect(taken(&queue) == ["5"])
    }

    @Test func bytesAreABoundToo() {
        var queue = BoundedQueue<Int>(StreamOptions(byteCapacity: 10))
        #expect(queue.push(0, bytes: 4).isEmpty)
        #expect(queue.push(1, bytes: 6).isEmpty)
        #expect(queue.push(2, bytes: 7) == [0, 1])
        // One alone always fits.
        #expect(queue.push(3, bytes: 100) == [2])
        #expect(taken(&queue) == ["lagged 3", "3"])
    }

    @Test func whereThePolicyIsToFailWhatIsThereStays() {
        var queue = BoundedQueue<Int>(StreamOptions(capacity: 2, policy: .failSlowConsumer))
        let refused = (0..<4).flatMap { queue.push($0, bytes: 1) }
        #expect(refused == [2, 3])
        #expect(queue.hasFailed)
        #expect(taken(&queue) == ["0", "1"])
        #expect(queue.push(4, bytes: 1) == [4])
    }

    @Test func aLongLifeKeepsItsOrder() {
        var queue = BoundedQueue<Int>(StreamOptions(capacity: 300))
        var expected = 0
        for number in 0..<10_000 {
            #expect(queue.push(number, bytes: 3).isEmpty)
            guard number % 3 != 0, case .element(let element)? = queue.pop() else { continue }
            #expect(element == expected)
            expected += 1
            if queue.count > 250 { while case .element(let element)? = queue.pop() { expected = element + 1 } }
        }
        #expect(queue.removeAll() == Array(expected..<10_000))
    }
}
