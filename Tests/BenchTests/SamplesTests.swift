import Testing

@testable import Bench

@Suite struct SamplesTests {
    @Test func percentilesAreOfTheNearestRank() throws {
        let samples = try #require(Samples((1...100).map(Double.init).shuffled()))
        #expect(samples.percentile(50) == 50)
        #expect(samples.percentile(99) == 99)
        #expect(samples.percentile(99.5) == 100)
        #expect(samples.percentile(100) == 100)
        #expect(samples.percentile(0) == 1)
    }

    @Test func oneSampleIsEachPercentile() throws {
        let samples = try #require(Samples([7]))
        for percent in [0.0, 1, 50, 99, 100] { #expect(samples.percentile(percent) == 7) }
        #expect(samples.median == 7)
    }

    @Test func theMedianIsTheMiddle() {
        #expect(Samples([9, 1, 5])?.median == 5)
        #expect(Samples([9, 1, 5, 7])?.median == 6)
    }

    @Test func noSamplesAreNone() {
        #expect(Samples([Double]()) == nil)
        #expect(Samples(nanoseconds: []) == nil)
    }

    @Test func samplesAreReadFromNanoseconds() {
        let bytes = [UInt64(1_500), 250, 3_000].withUnsafeBytes { [UInt8]($0) }
        #expect(Samples(nanoseconds: bytes) == Samples([0.25, 1.5, 3]))
        #expect(Samples(nanoseconds: Array(bytes.dropLast())) == nil)
    }
}
