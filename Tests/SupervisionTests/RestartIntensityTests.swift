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

    @Test func whatPassesByItselfParksNobody() {
        var policy = RestartPolicy()
        policy.parkAfter = 2
        var intensity = RestartIntensity(policy)
        let verdicts = (1...100).map { _ in intensity.failed(isTransient: true) }
        #expect(verdicts.count { $0 == .park } == 0 && verdicts[4] == .crashLoop)
        // Of the worker's own, there may be as many as before.
        #expect(intensity.failed() == .ordinary)
        #expect(intensity.failed(isTransient: true) == .ordinary)
        #expect(intensity.failed() == .park)
        intensity.forget()
        #expect(intensity.failed() == .ordinary)
    }
}
