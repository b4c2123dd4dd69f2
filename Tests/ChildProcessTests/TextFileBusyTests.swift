import ChildProcess
import EventLoop
import Glibc
import Testing

// Testing has a type of that name too.
import enum ChildProcess.ExitStatus

/// An executable that some process has open for writing (kernels 6.11 and 6.12 run it all the same).
@Suite(.enabled(if: kernelRefusesBusyFiles(), "this kernel runs a file that is open for writing"))
struct TextFileBusyTests {
    private func outcome(
        of command: Command, on loop: EventLoop, before: @escaping @Sendable () -> Void = {}
    ) async -> (Result<ExitStatus, any Error>, Int) {
        await withCheckedContinuation { continuation in
            let start = RetryingStart(command, on: loop) { continuation.resume(returning: ($0, $1)) }
            loop.execute {
                before()
                start.start()
            }
        }
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
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let holder = open(script, O_WRONLY | O_CLOEXEC)
        try check("open", holder)
        let (result, retries) = await outcome(of: Command(script), on: loop) {
            loop.schedule(after: .milliseconds(300)) { close(holder) }
        }
        #expect(try result.get() == .exited(code: 9))
        // The sixth comes at 315 ms at the earliest; the seventh is for a child of another test that holds the file too.
        #expect((6...7).contains(retries))
    }

    @Test func givesUpAfterEightTriesWhileItStaysBusy() async throws {
        let directory = try TemporaryDirectory()
        let script = try directory.write("codex", "#!/bin/sh\n")
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let holder = try FileDescriptor(opening: script, O_WRONLY | O_CLOEXEC)
        let (result, retries) = await outcome(of: Command(script), on: loop)
        #expect(throws: SpawnError(.textFileBusy, errno: ETXTBSY, path: script)) { try result.get() }
        #expect(retries == 7)
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
