import ChildProcess
import Daemon
import Testing

@testable import BosunCommands

@Suite struct ServeSettingsTests {
    private func configuration(_ words: [String], _ environment: [String: String] = ["HOME": "/home/x"]) throws
        -> Configuration
    {
        try ServeSettings.configuration(
            CommandLineParser.parse(words, as: ServeCommand.syntax), environment: environment)
    }

    @Test func defaults() throws {
        let configuration = try configuration([])
        #expect(configuration.runDirectory == "/run/bosun")
        #expect(configuration.stateDirectory == "/home/x/.local/state/bosun")
        #expect(configuration.eventsHighWaterMark == 20_000)
        #expect(configuration.groups == [GroupConfiguration()])
        let xdg = try self.configuration([], ["XDG_RUNTIME_DIR": "/r", "XDG_STATE_HOME": "/s", "HOME": "/h"])
        #expect(xdg.runDirectory == "/r/bosun" && xdg.stateDirectory == "/s/bosun")
    }

    @Test func everyFlagIsHeard() throws {
        let configuration = try configuration([
            "--run-dir", "/r", "--state-dir", "/s", "--workers", "3", "--codex-home", "/c", "--env", "A=1=2",
            "--env", "B", "--env=C=", "--stdio", "pipe", "--events-hwm", "0", "--", "run", "--x",
        ])
        #expect(configuration.runDirectory == "/r" && configuration.stateDirectory == "/s")
        #expect(configuration.eventsHighWaterMark == 0)
        let group = try #require(configuration.groups.first)
        #expect(group.workers == 3 && group.codexHome == "/c" && group.stdio == .pipe)
        #expect(group.command == ["run", "--x"])
        #expect(group.environment == ["A": "1=2", "B": String?.none, "C": ""])
    }

    @Test(arguments: [
        ["--workers", "0"], ["--workers", "10001"], ["--events-hwm", "-1"], ["--env", "=x"], ["--env="],
        ["--stdio", "tty"], ["--log-level", "loud"], ["codex"],
    ]) func whatIsWrongIsRefused(words: [String]) {
        #expect(throws: UsageError.self) { try configuration(words) }
    }

    @Test func withoutAHomeTheStateNeedsAPlace() throws {
        #expect(throws: UsageError.self) { try configuration([], [:]) }
        #expect(try configuration(["--state-dir", "/s"], [:]).stateDirectory == "/s")
    }
}
