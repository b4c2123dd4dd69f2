import Supervision
import Testing

@Suite struct RestartIntensityTests {
    @Test func aCrashLoopIsToldOnceInARow() {
        var intensity = RestartIntensity(RestartPolicy())
        let verdicts = (1...12).map { _ in intensity.failed() }
        #expect(verdicts.firstIndex(of: .crashLoop) == 4)
        #expect(verdicts.count { $0 == .crashLoop } == 1)
        intensity.forget()
        #expect((1...5).map { _ in intensity.failed() }.last == .crashLoop)
    }

    @Test func theCountStaysAtItsEnd() {
        var intensity = RestartIntensity(RestartPolicy(), failures: .max - 1)
        #expect(intensity.failed() == .ordinary)
        #expect(intensity.failed() == .ordinary)
        #expect(intensity.failures == .max)
    }

    @Test func theLimitIsMoreThanTheCrashLoop() {
        var policy = RestartPolicy()
        policy.parkAfter = 5
        var intensity = RestartIntensity(policy)
        #expect((1...5).map { _ in intensity.failed() }.last == .park)
        #expect(intensity.failed() == .park)
    }
}
