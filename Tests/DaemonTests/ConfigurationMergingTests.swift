import ChildProcess
import Testing

@testable import Daemon

@Suite struct ConfigurationMergingTests {
    private let home = ["HOME": "/home/u", "XDG_RUNTIME_DIR": "/run/user/7"]

    private func merge(
        _ text: String? = nil, _ flags: CommandLineSettings = CommandLineSettings()
    ) throws(ConfigurationError) -> Configuration {
        var file: ConfigurationFile?
        if let text { file = try ConfigurationFile(text) }
        return try Configuration.merging(file, flags, environment: home, isRoot: false)
    }

    private func refusal(_ text: String?, _ flags: CommandLineSettings) -> ConfigurationError? {
        do throws(ConfigurationError) {
            _ = try merge(text, flags)
            return nil
        } catch {
            return error
        }
    }

    @Test func withoutFileAndFlagsTheDefaultsHold() throws {
        let expected = Configuration(
            runDirectory: "/run/user/7/bosun", stateDirectory: "/home/u/.local/state/bosun",
            eventsHighWaterMark: 20_000, loops: 1,
            groups: [GroupConfiguration(name: "main", command: ["codex", "app-server"], workers: 1)])
        #expect(try merge() == expected)
        #expect(try merge("") == expected)
    }

    @Test func theFileGoesBeforeTheDefaultsAndFlagsBeforeTheFile() throws {
        let text = "run_dir = 'fr'\nstate_dir = 'fs'\nevents_hwm = 5"
        let fromFile = try merge(text)
        #expect(fromFile.runDirectory == "fr" && fromFile.stateDirectory == "fs" && fromFile.eventsHighWaterMark == 5)
        #expect(fromFile.groups == [GroupConfiguration()])
        let flags = CommandLineSettings(runDirectory: "r", stateDirectory: "s", eventsHighWaterMark: 0)
        let fromFlags = try merge(text, flags)
        #expect(fromFlags.runDirectory == "r" && fromFlags.stateDirectory == "s" && fromFlags.eventsHighWaterMark == 0)
        let mixed = try merge(text, CommandLineSettings(stateDirectory: "s"))
        #expect(mixed.runDirectory == "fr" && mixed.stateDirectory == "s" && mixed.eventsHighWaterMark == 5)
    }

    @Test func soItIsWithTheLoops() throws {
        #expect(try merge("loops = 3").loops == 3)
        #expect(try merge("loops = 3", CommandLineSettings(loops: 2)).loops == 2)
        #expect(try merge("", CommandLineSettings(loops: 64)).loops == 64)
    }

    @Test func aGroupGetsTheDefaultsForWhatItDoesNotSay() throws {
        let text = """
            [[group]]
            name = "a"
            [[group]]
            name = "b"
            command = ["x"]
            workers = 3
            codex_home = "/c"
            cwd = "/w"
            env = { A = "1" }
            pass_env = ["B"]
            stdio = "pipe"
            """
        let full = GroupConfiguration(
            name: "b", command: ["x"], workers: 3, codexHome: "/c", workingDirectory: "/w", stdio: .pipe,
            environment: ["A": "1", "B": nil])
        #expect(try merge(text).groups == [GroupConfiguration(name: "a"), full])
        let flags = CommandLineSettings(configFile: "f", runDirectory: "r", eventsHighWaterMark: 1)
        #expect(try merge(text, flags).groups == [GroupConfiguration(name: "a"), full])
    }

    @Test func flagsMakeTheGroupMain() throws {
        let flags = CommandLineSettings(
            workers: 4, codexHome: "c", environment: ["A": "1", "B": nil], stdio: .pipe, command: ["x", ""])
        let expected = GroupConfiguration(
            command: ["x", ""], workers: 4, codexHome: "c", stdio: .pipe, environment: ["A": "1", "B": nil])
        #expect(try merge("run_dir = 'r'", flags).groups == [expected])
        #expect(try merge(nil, CommandLineSettings(workers: 2)).groups == [GroupConfiguration(workers: 2)])
    }

    @Test(arguments: [
        (CommandLineSettings(configFile: "c.toml", workers: 1), "--workers"),
        (CommandLineSettings(configFile: "c.toml", codexHome: "/c"), "--codex-home"),
        (CommandLineSettings(configFile: "c.toml", environment: ["A": nil]), "--env"),
        (CommandLineSettings(configFile: "c.toml", stdio: .socketPair), "--stdio"),
        (CommandLineSettings(configFile: "c.toml", command: ["codex", "app-server"]), "a command"),
    ])
    func aFlagForMainContradictsGroupsOfTheFile(_ flags: CommandLineSettings, name: String) throws {
        let error = refusal("[[group]]\nname = 'main'", flags)
        #expect(error?.code == .refusedFlags)
        #expect(
            error?.description
                == "\(name) is for the group main, but c.toml has groups of its own: set it there")
        #expect(refusal("run_dir = 'r'", flags) == nil)
    }

    @Test func allThatContradictIsTold() {
        let flags = CommandLineSettings(workers: 0, stdio: .pipe, command: [])
        #expect(
            refusal("[[group]]\nname = 'a'", flags)?.description.split(separator: "\n") == [
                "--workers: 0 is not in 1…10000",
                "the command is empty",
                "--workers is for the group main, but the configuration file has groups of its own: set it there",
                "--stdio is for the group main, but the configuration file has groups of its own: set it there",
                "a command is for the group main, but the configuration file has groups of its own: set it there",
            ])
    }

    @Test(arguments: [
        (CommandLineSettings(runDirectory: ""), "--run-dir: the path is empty"),
        (CommandLineSettings(stateDirectory: "~/s"), "--state-dir: ~ is not expanded: write the whole path"),
        (CommandLineSettings(eventsHighWaterMark: -1), "--events-hwm: -1 is not in 0…2147483647"),
        (CommandLineSettings(loops: 0), "--loops: 0 is not in 1…64"),
        (CommandLineSettings(loops: 65), "--loops: 65 is not in 1…64"),
        (CommandLineSettings(workers: 10_001), "--workers: 10001 is not in 1…10000"),
        (CommandLineSettings(codexHome: ""), "--codex-home: the path is empty"),
        (CommandLineSettings(environment: ["": "x"]), "--env: a variable's name is empty"),
        (CommandLineSettings(environment: ["A": "\0"]), "--env: a NUL would cut it off"),
        (
            CommandLineSettings(environment: ["CLAUDECODE": nil]),
            "--env: workers never get CLAUDECODE: it would tell tools that another agent runs them"
        ),
        (
            CommandLineSettings(environment: ["CODEX_HOME": "/c"]),
            "--env: CODEX_HOME is what codex_home (--codex-home) sets"
        ),
        (CommandLineSettings(command: []), "the command is empty"),
        (CommandLineSettings(command: ["", "x"]), "the command: the program's name is empty"),
    ])
    func flagsAreHeldToTheFilesRules(_ flags: CommandLineSettings, expected: String) {
        #expect(refusal(nil, flags)?.code == .refusedFlags)
        #expect(refusal(nil, flags)?.description == expected)
    }

    @Test(arguments: [
        (["XDG_STATE_HOME": "/x", "HOME": "/h"], false, "/x/bosun"),
        (["XDG_STATE_HOME": "/x", "HOME": "/h"], true, "/x/bosun"),
        (["XDG_STATE_HOME": "x", "HOME": "/h"], false, "/h/.local/state/bosun"),
        (["XDG_STATE_HOME": "", "HOME": "/root"], true, "/var/lib/bosun"),
        ([:], true, "/var/lib/bosun"),
        (["HOME": "/h"], false, "/h/.local/state/bosun"),
    ])
    func theStateHasItsPlace(_ environment: [String: String], isRoot: Bool, expected: String) throws {
        let made = try Configuration.merging(nil, CommandLineSettings(), environment: environment, isRoot: isRoot)
        #expect(made.stateDirectory == expected)
        #expect(made.runDirectory == "/run/bosun")
    }

    @Test(arguments: [[:], ["HOME": ""], ["HOME": "h", "XDG_STATE_HOME": "x"]])
    func withoutAPlaceItMustBeGiven(_ environment: [String: String]) throws {
        func merge(_ flags: CommandLineSettings) throws(ConfigurationError) -> Configuration {
            try Configuration.merging(nil, flags, environment: environment, isRoot: false)
        }
        let error = #expect(throws: ConfigurationError.self) { try merge(CommandLineSettings()) }
        #expect(error?.code == .noStateDirectory)
        #expect(try merge(CommandLineSettings(stateDirectory: "s")).stateDirectory == "s")
    }
}
