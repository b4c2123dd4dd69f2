import Supervision
import Testing

@Suite struct BackoffTests {
    @Test(arguments: [(0, 100), (1, 1_000), (2, 2_000), (3, 4_000), (6, 32_000), (7, 60_000), (Int.max, 60_000)])
    func theLeastDelayDoublesToTheCap(failures: Int, milliseconds: Int) {
        #expect(Backoff().delay(afterFailures: failures, random: 0) == .milliseconds(milliseconds))
    }

    @Test func jitterOnlyAddsAndAtMostAQuarter() {
        #expect(Backoff().delay(afterFailures: 1, random: 0.999_999) < .milliseconds(1_250))
        #expect(Backoff().delay(afterFailures: 1, random: 0.5) == .milliseconds(1_125))
        #expect(Backoff().delay(afterFailures: 1, random: -3) == .seconds(1))
        #expect(Backoff().delay(afterFailures: 1, random: 7) == .milliseconds(1_250))
    }

    @Test func whatOnlyAPersonCanMendWaitsForTheCapAtOnce() {
        #expect(Backoff().delayUntilRepaired(random: 0) == .seconds(60))
    }

    @Test func aBaseAboveTheCapHoldsAtTheCap() {
        var backoff = Backoff()
        backoff.base = .seconds(90)
        #expect(backoff.delay(afterFailures: 1, random: 0) == .seconds(60))
    }
}
