import Testing

@testable import Bench

@Suite(.timeLimit(.minutes(10))) struct ProgramTests {
    /// A shell, which no signal to the tests interrupts.
    private func shell(_ script: String) throws -> Program {
        try Program("/bin/sh", ["-c", script], Interruption(by: []))
    }

    @Test func linesComeInTheirOrderAlsoAfterItsEnd() throws {
        let program = try shell("printf 'one\\ntwo\\n'; printf 'thr'; sleep 0.05; echo ee")
        #expect(try program.line(within: .seconds(30)) == "one")
        #expect(try program.line(within: .seconds(30)) == "two")
        #expect(try program.line(within: .seconds(30)) == "three")
        try program.awaitEnd(within: .seconds(30))
    }

    @Test func theReasonOfAFailureIsTold() throws {
        let program = try shell("echo 'delta 7 is missing' >&2; exit 3")
        let error = #expect(throws: BenchError.self) { try program.line(within: .seconds(30)) }
        #expect(error?.code == .programFailed)
        #expect(error?.description == "sh exited with code 3: delta 7 is missing")
    }

    @Test func aBadEndIsAFailureAlsoAfterAllItsLines() throws {
        let program = try shell("echo done; exit 1")
        #expect(try program.line(within: .seconds(30)) == "done")
        let error = #expect(throws: BenchError.self) { try program.awaitEnd(within: .seconds(30)) }
        #expect(error?.code == .programFailed)
    }

    @Test func aSilentOneIsNotWaitedForForever() throws {
        let program = try shell("exec sleep 600")
        for wait in [program.awaitEnd, { _ = try program.line(within: $0) }] {
            let error = #expect(throws: BenchError.self) { try wait(.zero) }
            #expect(error?.code == .timedOut)
        }
        program.stop()
        let error = #expect(throws: BenchError.self) { try program.awaitEnd(within: .seconds(30)) }
        #expect(error?.code == .programFailed)
    }

    @Test func anEndIsNoticedBeforeItsTime() throws {
        let program = try shell("read line; echo 'the directory is in use' >&2; exit 1")
        try program.checkIsRunning()
        program.stop()
        #expect(throws: BenchError.self) { try program.checkIsRunning() }
    }

    /// More than a pipe holds: it would stand still.
    @Test func itsComplaintsAreDrained() throws {
        let program = try shell("head -c 300000 /dev/zero | tr '\\0' x >&2; echo through")
        #expect(try program.line(within: .seconds(30)) == "through")
        try program.awaitEnd(within: .seconds(30))
    }

    @Test func aProgramThatIsNotThereIsAnError() throws {
        let error = #expect(throws: BenchError.self) { try Program("/no/such/program", [], Interruption(by: [])) }
        #expect(error?.code == .programUnavailable)
    }
}
