import Testing

@testable import Bench

@Suite struct PairsTests {
    @Test func sidesTakeTurns() throws {
        var order: [Side] = []
        let pairs = try Pairs(3) { side throws(BenchError) in
            order.append(side)
            return order.count
        }
        #expect(order == [.floor, .daemon, .daemon, .floor, .floor, .daemon])
        #expect(pairs.values.map(\.floor) == [1, 4, 5])
        #expect(pairs.values.map(\.daemon) == [2, 3, 6])
    }

    /// One pair that the machine disturbed does not decide.
    @Test func theRatioIsTheMedianOfThePairs() throws {
        var floors = [100.0, 10, 200]
        var daemons = [50.0, 90, 120]
        let pairs = try Pairs(3) { side throws(BenchError) in
            side == .floor ? floors.removeFirst() : daemons.removeFirst()
        }
        let figure = try #require(pairs.figure("x", unit: "/s") { $0 })
        #expect(figure.ratio == 0.6)
        #expect(figure.floor == 100)
        #expect(figure.daemon == 90)
    }

    @Test func withoutPairsThereIsNoFigure() throws {
        #expect(try Pairs(0) { _ throws(BenchError) in 1.0 }.figure("x", unit: "") { $0 } == nil)
    }

    @Test func anErrorEndsTheMeasuring() {
        var runs = 0
        #expect(throws: BenchError.self) {
            try Pairs(5) { _ throws(BenchError) in
                runs += 1
                if runs == 2 { throw BenchError(.programFailed, "lost") }
                return 1.0
            }
        }
        #expect(runs == 2)
    }
}
