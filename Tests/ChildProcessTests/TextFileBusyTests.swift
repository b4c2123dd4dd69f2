import ChildProcess
import EventLoop
import Glibc
import Synchronization
import TestSupport
import Testing

// Testing has a type of that name too.
import enum ChildProcess.ExitStatus

/// An executable that some process has open for writing (kernels 6.11 and 6.12 run it all the same).
@Suite(.enabled(if: kernelRefusesBusyFiles(), "this kernel runs a file that is open for writing"))
struct TextFileBusyTests {
    /// What the start came to, and how many retries it took, with the loop's clock moved on in steps of 5 ms.
    private func outcome(
        of command: Command, before: @escaping @Sendable (EventLoop) -> Void = { _ in }
    ) async throws -> (result: Result<ExitStatus, any Error>, retries: Int, waited: Duration) {
        let clock = ManualClock()
        let loop = try EventLoop(name: "test", clock: clock)
        defer { loop.stop() }
        let outcome = Mutex<(Result<ExitStatus, any Error>, Int)?>(nil)
        let start = RetryingStart(command, on: loop) { result, retries in outcome.withLock { $0 = (result, retries) } }
        try await on(loop) {
            before(loop)
            start.start()
        }
        for step in 0..<1_000 {
            if let (result, retries) = outcome.withLock({ $0 }) { return (result, retries, .milliseconds(5 * step)) }
            clock.advance(by: .milliseconds(5))
            // Timers run before jobs in the loop's turn.
            try await on(loop) {}
        }
        throw TestFailure("no outcome in 5 s of the loop's time")
    }

    @Test func firstTryIsRefusedWithItsOwnError() throws {
        let directory = try TemporaryDirectory()
        let script = try directory.write("codex", "#!/bin/sh\n")
        let holder = try FileDescriptor(opening: script, O_WRONLY | O_CLOEXEC)
        let error = #expect(throws: SpawnError.self) { try ChildProcess.spawn(Command(script)) }
        #expect(error == SpawnError(.textFileBusy, errno: ETXTBSY, path: script))
        #expect(error?.isTransient == true)
        #expect(error?.isPermanentUntilRepaired == false)
        _ = consume holder
        #expect(try ChildProcess.run(Command(script)).status == .exited(code: 0))
    }

    @Test func startsByItselfOnceTheWriterHasLetGo() async throws {
        let directory = try TemporaryDirectory()
        let script = try directory.write("codex", "#!/bin/sh\nexit 9\n")
        let holder = open(script, O_WRONLY | O_CLOEXEC)
        try check("open", holder)
        let (result, retries, waited) = try await outcome(of: Command(script)) { loop in
            loop.schedule(after: .milliseconds(300)) { close(holder) }
        }
        #expect(try result.get() == .exited(code: 9))
        // The sixth, or the seventh when a child of another test still held the file.
        #expect((retries, waited) == (6, .milliseconds(315)) || (retries, waited) == (7, .milliseconds(635)))
    }

    @Test func givesUpAfterEightTriesWhileItStaysBusy() async throws {
        let directory = try TemporaryDirectory()
        let script = try directory.write("codex", "#!/bin/sh\n")
        let holder = try FileDescriptor(opening: script, O_WRONLY | O_CLOEXEC)
        let (result, retries, waited) = try await outcome(of: Command(script))
        #expect(throws: SpawnError(.textFileBusy, errno: ETXTBSY, path: script)) { try result.get() }
        #expect(retries == 7)
        #expect(waited == .milliseconds(635))
        _ = consume holder
    }
}

private func kernelRefusesBusyFiles() -> Bool {
    guard let directory = try? TemporaryDirectory(), let script = try? directory.write("probe", "#!/bin/sh\n") else {
        return false
    }
    let holder = open(script, O_WRONLY | O_CLOEXEC)
    defer { close(holder) }
    do throws(SpawnError) {
        _ = try ChildProcess.spawn(Command(script))
        return false
    } catch {
        return error.code == .textFileBusy
    }
}
