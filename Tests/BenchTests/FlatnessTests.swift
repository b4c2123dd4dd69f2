import Testing

@testable import Bench

@Suite struct FlatnessTests {
    @Test func aLeakIsToldFromNoise() throws {
        let noise = try #require(Flatness([100, 108, 95, 102, 104, 99, 97, 103, 130]))
        #expect(noise == Flatness([100, 103, 100, 0, 0, 0, 103, 200, 2]))
        #expect(noise.isFlat(within: 0.1, slack: 0))
        let leak = try #require(Flatness((0..<30).map { 100 + Double($0) }))
        #expect(leak.first == 104.5)
        #expect(leak.last == 124.5)
        #expect(!leak.isFlat(within: 0.1, slack: 5))
        #expect(leak.isFlat(within: 0.1, slack: 10))
    }

    @Test(arguments: [0, 1, 2]) func fewSamplesSayNothing(_ count: Int) {
        #expect(Flatness([Double](repeating: 1, count: count)) == nil)
    }
}
