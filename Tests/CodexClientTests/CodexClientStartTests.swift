import CodexClient
import CodexProtocol
import Glibc
import TestSupport
import Testing

@Suite struct CodexClientStartTests {
    @Test func aProgramThatIsNotThereIsNamed() async throws {
        let error = try await failure {
            _ = try await CodexClient.start(FakeCodex.options("") { $0.executable = "/nowhere/codex" })
        }
        #expect(error.code == .spawnFailed && error.context == "cannot run /nowhere/codex: no such file")
    }

    @Test func whatSaysNothingIsNotWaitedForLongerThanTheStartMayTake() async throws {
        let error = try await failure {
            _ = try await CodexClient.start(
                FakeCodex.options("while hear; do :; done") { $0.timeouts.startup = .milliseconds(50) })
        }
        #expect(error.code == .deadline && error.method == "initialize" && error.shutdownFailure == nil)
    }

    @Test func whatEndsAtItsStartIsSaidWithItsLastWords() async throws {
        let error = try await failure {
            _ = try await CodexClient.start(FakeCodex.options("hear; echo 'no config' >&2; exit 1"))
        }
        #expect(error.code == .processEnded && error.exit?.code == 1 && error.standardErrorTail == "no config\n")
    }

    @Test(arguments: [("codex", CodexClientError.Code.invalidUserAgent), ("codex/0.99.0", .incompatibleVersion)])
    func theVersionIsInTheUserAgent(agent: String, code: CodexClientError.Code) async throws {
        let script = "agent='\(agent)'; hear; welcome; hear"
        let error = try await failure { _ = try await CodexClient.start(FakeCodex.options(script)) }
        #expect(error.code == code && error.context.contains(agent))
        let client = try await CodexClient.start(FakeCodex.options(script) { $0.versionGuard = .off })
        try await client.shutdown()
    }

    /// It ignores the end of its input, and SIGTERM comes too late.
    @Test func aShutdownThatFailsTooIsToldWithTheFirstError() async throws {
        let error = try await failure {
            _ = try await CodexClient.start(
                FakeCodex.options("agent=codex/0.1.0; hear; welcome; while :; do sleep 1; done") { options in
                    options.timeouts.shutdown = .milliseconds(20)
                    options.timeouts.endOfInput = .seconds(600)
                })
        }
        #expect(error.code == .incompatibleVersion)
        #expect(error.shutdownFailure?.code == .shutdownTimedOut)
        #expect(error.description.contains("and the shutdown failed"))
    }

    @Test func whatIgnoresTheEndOfItsInputIsTerminatedAndThenKilled() async throws {
        let client = try await FakeCodex.start("trap '' TERM; while :; do sleep 1; done") { options in
            options.timeouts.endOfInput = .milliseconds(20)
            options.timeouts.terminate = .milliseconds(20)
        }
        let exit = try await client.shutdown()
        #expect(exit.reason == .killed && exit.signal == SIGKILL && exit.code == nil)
    }

    @Test func aBinaryThatIsBeingReplacedIsTriedAgain() async throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/codex"
        let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o700)
        let script = "#!/bin/sh\n" + FakeCodex.options("ready; while hear; do :; done").arguments[1]
        #expect(write(file, script, script.utf8.count) == script.utf8.count)
        let starting = Task {
            try await CodexClient.start(
                FakeCodex.options("") { options in
                    options.executable = path
                    options.arguments = []
                })
        }
        // The retries go on for 635 ms: whether it was seen busy is the transport's test.
        close(file)
        try await starting.value.shutdown()
    }

    @Test func theArgumentsAndTheEnvironmentAreWhatTheOptionsSay() async throws {
        setenv("CLAUDECODE", "1", 1)
        let client = try await CodexClient.start(
            FakeCodex.options(
                #"ready; hear; say "{\"id\":2,\"result\":[\"$0\",\"$1\",\"$2\",\"$CODEX_HOME\",\"$A\",\"${B-gone}\",\"${CLAUDECODE-gone}\",\"$PWD\"]}"; hear"#
            ) { options in
                options.arguments.append("fake")
                options.inheritsEnvironment = true
                options.analyticsDefaultEnabled = true
                options.codexHome = "/home/of/codex"
                options.environment = ["A": "a", "B": nil as String?, "PATH": "/usr/bin:/bin"]
                options.workingDirectory = "/usr"
                options.configuration = ["model=x"]
            })
        #expect(
            try await client.request(method: "any") == [
                "fake", "--analytics-default-enabled", "-c", "/home/of/codex", "a", "gone", "gone", "/usr",
            ])
    }

    @Test func theMirrorHasEveryLineOfBothWays() async throws {
        let notes = Notes()
        let client = try await FakeCodex.start(#"hear; say '{"id":2,"result":{}}'; hear"#) { options in
            options.mirror = { direction, line in notes.add("\(direction) \(line)") }
        }
        _ = try await client.request(method: "any")
        #expect(notes.all.count == 5)
        #expect(notes.all[0].hasPrefix(#"sent {"id":1,"method":"initialize","params":{"#))
        #expect(notes.all[1].hasPrefix(#"received {"id":1,"result":{"userAgent":"#))
        #expect(
            notes.all[2...] == [
                #"sent {"method":"initialized"}"#, #"sent {"id":2,"method":"any"}"#, #"received {"id":2,"result":{}}"#,
            ])
    }

    @Test func stderrGoesToALog() async throws {
        let notes = Notes()
        let client = try await FakeCodex.start("echo one >&2; echo two >&2; hear") { options in
            options.standardError = .log { notes.add($0) }
        }
        try await eventually { notes.all == ["one", "two"] }
        #expect(try await failure { _ = try await client.takeStandardError() }.code == .standardErrorNotAvailable)
    }

    @Test func stderrIsTakenOnce() async throws {
        let client = try await FakeCodex.start("for i in 1 2 3 4 5; do echo $i >&2; done; exit 0") { options in
            options.standardError = .lines(capacity: 3)
        }
        _ = try await client.waitForExit(timeout: .seconds(120))
        let stream = try await client.takeStandardError()
        #expect(try await failure { _ = try await client.takeStandardError() }.code == .standardErrorNotAvailable)
        var lines: [String] = []
        for try await line in stream { lines.append(line) }
        #expect(lines == ["(2 lines dropped)", "3", "4", "5"])
        #expect(await client.lastStandardError == "1\n2\n3\n4\n5\n")
    }
}
