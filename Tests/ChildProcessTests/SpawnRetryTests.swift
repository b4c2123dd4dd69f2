import ChildProcess
import Glibc
import Testing

@Suite struct SpawnRetryTests {
    @Test func eightTriesWithDoubledPausesThenGiveUp() {
        var retry = SpawnRetry()
        let busy = SpawnError(.textFileBusy, errno: ETXTBSY)
        let pauses: [Int64] = [5, 10, 20, 40, 80, 160, 320]
        for pause in pauses { #expect(retry.failed(busy) == .retry(after: .milliseconds(pause))) }
        #expect(retry.failed(busy) == .giveUp)
        #expect(retry.retries == 7)
    }

    @Test(arguments: SpawnError.Code.allCases)
    func onlyTransientErrorsAreTriedAgain(code: SpawnError.Code) {
        var retry = SpawnRetry()
        let error = SpawnError(code, errno: EIO, path: "/x")
        let isTransient = code == .textFileBusy || code == .resourceUnavailable
        #expect(retry.failed(error) == (isTransient ? .retry(after: .milliseconds(5)) : .giveUp))
        #expect(!(error.isTransient && error.isPermanentUntilRepaired))
        #expect(!error.description.isEmpty)
    }
}
