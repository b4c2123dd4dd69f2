import ChildProcess
import EventLoop
import Glibc
import Testing

// Testing has a type of that name too.
import enum ChildProcess.ExitStatus

/// The ladder against real processes: which step ends which.
@Suite struct StopTests {
    private static let quick = StopLadder.Durations(
        endOfFile: .milliseconds(50), terminate: .milliseconds(50), kill: .milliseconds(50))
    /// Steps that only an end or a hurry can leave.
    private static let endless = StopLadder.Durations(
        endOfFile: .seconds(3_600), terminate: .seconds(3_600), kill: .seconds(3_600))

    private func stop(
        _ script: String, _ durations: StopLadder.Durations, hurries: Int = 0, stopped: Bool = false
    ) async throws -> (StopLadder.EndedBy?, ExitStatus?) {
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        return try await withCheckedThrowingContinuation { continuation in
            loop.execute {
                do {
                    let child = try ChildProcess.spawn(.shell(script))
                    _ = try child.output(until: "up")
                    if stopped {
                        child.signal(SIGSTOP)
                        try eventually("it is stopped") { processState(child.pid) == "T" }
                    }
                    let driver = try LadderDriver(child, ladder: StopLadder(durations: durations), on: loop) {
                        continuation.resume(returning: ($0, $1))
                    }
                    driver.begin()
                    for _ in 0..<hurries { driver.hurry() }
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    @Test func endOfFileEndsAWorkerThatReads() async throws {
        let (endedBy, status) = try await stop("echo up; cat; exit 4", Self.endless)
        #expect(endedBy == .eof)
        #expect(status == .exited(code: 4))
    }

    @Test func terminateEndsAWorkerThatDoesNot() async throws {
        let (endedBy, status) = try await stop("echo up; exec sleep 600", Self.quick)
        #expect(endedBy == .sigterm)
        #expect(status == .signaled(signal: SIGTERM, coreDumped: false))
    }

    @Test func stoppedWorkerIsContinuedToTakeItsSIGTERM() async throws {
        var durations = Self.quick
        durations.terminate = .seconds(3_600)
        let (endedBy, status) = try await stop("echo up; exec sleep 600", durations, stopped: true)
        #expect(endedBy == .sigterm)
        #expect(status == .signaled(signal: SIGTERM, coreDumped: false))
    }

    @Test func killEndsAWorkerThatIgnoresTheRest() async throws {
        let (endedBy, status) = try await stop("trap '' TERM; echo up; exec sleep 600", Self.quick)
        #expect(endedBy == .sigkill)
        #expect(status == .signaled(signal: SIGKILL, coreDumped: false))
    }

    @Test func hurryReachesTheKillAtOnce() async throws {
        let (endedBy, status) = try await stop("trap '' TERM; echo up; exec sleep 600", Self.endless, hurries: 2)
        #expect(endedBy == .sigkill)
        #expect(status == .signaled(signal: SIGKILL, coreDumped: false))
    }
}
