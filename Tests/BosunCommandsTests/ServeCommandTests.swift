import ChildProcess
import Daemon
import TestSupport
import Testing

@testable import BosunCommands

@Suite struct ServeCommandTests {
    private func configuration(_ words: [String], _ environment: [String: String] = ["XDG_STATE_HOME": "/s"]) throws
        -> Configuration
    {
        try ServeCommand.configuration(
            ServeCommand.source(CommandLineParser.parse(words, as: ServeCommand.syntax), environment: environment))
    }

    @Test func defaults() throws {
        let configuration = try configuration([])
        #expect(configuration.runDirectory == "/run/bosun" && configuration.stateDirectory == "/s/bosun")
        #expect(configuration.eventsHighWaterMark == 20_000)
        #expect(configuration.groups == [GroupConfiguration()])
    }

    @Test func everyFlagIsHeard() throws {
        let configuration = try configuration([
            "--run-dir", "/r", "--state-dir", "/s", "--workers", "3", "--codex-home", "/c", "--env", "A=1=2",
            "--env", "B", "--env=C=", "--stdio", "pipe", "--events-hwm", "0", "--loops", "3", "--", "run", "--x",
        ])
        #expect(configuration.runDirectory == "/r" && configuration.stateDirectory == "/s")
        #expect(configuration.eventsHighWaterMark == 0 && configuration.loops == 3)
        let group = try #require(configuration.groups.first)
        #expect(group.workers == 3 && group.codexHome == "/c" && group.stdio == .pipe)
        #expect(group.command == ["run", "--x"])
        #expect(group.environment == ["A": "1=2", "B": String?.none, "C": ""])
        #expect(try self.configuration(["--stdio=socketpair"]).groups.first?.stdio == .socketPair)
    }

    @Test(arguments: ["0", "-1", "65", "x", "99999999999999999999"]) func loopsThatMakeNoSenseAreRefused(_ text: String)
    {
        #expect(throws: (any Error).self) { try configuration(["--loops", text]) }
    }

    @Test func flagsGoBeforeTheFile() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("bosun.toml", Array("run_dir = \"/f\"\nevents_hwm = 5\n".utf8))
        let configuration = try configuration(["--config", file, "--run-dir", "/flag"])
        #expect(configuration.runDirectory == "/flag" && configuration.eventsHighWaterMark == 5)
    }

    @Test func whatIsWrongWithTheFileIsAFailure() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("bosun.toml", Array("x = 1\ny = 2\n".utf8))
        for (path, problems) in [(file, 2), ("\(directory.path)/none", 1)] {
            let failure = try #require(throws: CommandFailure.self) { _ = try configuration(["--config", path]) }
            #expect(failure.exitCode == 1 && failure.problems.count == problems && failure.usage == nil)
        }
    }

    @Test func flagsThatContradictTheFileAreAWrongCommandLine() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("bosun.toml", Array("[[group]]\nname = \"g\"\n".utf8))
        let failure = try #require(throws: CommandFailure.self) {
            _ = try configuration(["--config", file, "--workers", "2"])
        }
        #expect(failure.exitCode == 64 && failure.usage == ServeCommand.syntax.usage)
    }

    @Test(arguments: [
        ["--workers", "0"], ["--workers", "10001"], ["--events-hwm", "-1"], ["--env", "=x"], ["--env="],
        ["--run-dir="], ["--codex-home", "~/x"],
    ]) func whatIsWrongIsRefused(words: [String]) throws {
        let failure = try #require(throws: CommandFailure.self) { _ = try configuration(words) }
        #expect(failure.exitCode == 64 && failure.usage != nil)
    }
}
