import ChildProcess
import Testing

@testable import Daemon

@Suite struct ConfigurationFileTests {
    @Test func everySettingIsRead() throws {
        let file = try ConfigurationFile(
            """
            run_dir = "run"
            state_dir = "/s"
            events_hwm = 0
            loops = 64
            [[group]]
            name = "a"
            command = ["/bin/x", "", "y z"]
            workers = 10000
            codex_home = "/c"
            cwd = "w"
            env = { A = "1", B = "" }
            pass_env = ["C"]
            stdio = "pipe"
            [[group]]
            name = "A-_9"
            stdio = "socketpair"
            [group.env]
            D = "="
            """)
        var first = ConfigurationFile.Group(name: "a")
        first.command = ["/bin/x", "", "y z"]
        first.workers = 10_000
        first.codexHome = "/c"
        first.workingDirectory = "w"
        first.environment = ["A": "1", "B": "", "C": nil]
        first.stdio = .pipe
        var second = ConfigurationFile.Group(name: "A-_9")
        second.stdio = .socketPair
        second.environment = ["D": "="]
        var expected = ConfigurationFile()
        expected.runDirectory = "run"
        expected.stateDirectory = "/s"
        expected.eventsHighWaterMark = 0
        expected.loops = 64
        expected.groups = [first, second]
        #expect(file == expected)
    }

    @Test func nothingSaysNothing() throws {
        #expect(try ConfigurationFile("# nothing\n") == ConfigurationFile())
    }

    @Test func whatIsNotSaidOfAGroupStaysUnsaid() throws {
        #expect(try ConfigurationFile("group = [{name = 'x'}]").groups == [ConfigurationFile.Group(name: "x")])
        let empty = try ConfigurationFile("[[group]]\nname = 'x'\npass_env = []\n[group.env]\n")
        #expect(empty.groups == [ConfigurationFile.Group(name: "x")])
    }

    @Test(arguments: [
        ("run_dir = 1", "f:1:11: a string is wanted here, not an integer"),
        ("run_dir = ''", "f:1:11: the path is empty"),
        ("run_dir = '~/x'", "f:1:11: ~ is not expanded: write the whole path"),
        ("state_dir = '~'", "f:1:13: ~ is not expanded: write the whole path"),
        ("state_dir = \"a\\u0000b\"", "f:1:13: a NUL would cut it off"),
        ("state_dir = ['/s']", "f:1:13: a string is wanted here, not an array"),
        ("run_dir.x = 1", "f:1:1: a string is wanted here, not a table"),
        ("events_hwm = -1", "f:1:14: -1 is not in 0…2147483647"),
        ("events_hwm = 2147483648", "f:1:14: 2147483648 is not in 0…2147483647"),
        ("events_hwm = 1.0", "f:1:14: an integer is wanted here, not a float"),
        ("events_hwm = '1'", "f:1:14: an integer is wanted here, not a string"),
        ("events_hwm = true", "f:1:14: an integer is wanted here, not a boolean"),
        ("events_hwm = 07:32:00", "f:1:14: an integer is wanted here, not a date or time"),
        ("loops = 0", "f:1:9: 0 is not in 1…64"),
        ("loops = -1", "f:1:9: -1 is not in 1…64"),
        ("loops = 65", "f:1:9: 65 is not in 1…64"),
        ("loops = 9223372036854775807", "f:1:9: 9223372036854775807 is not in 1…64"),
        ("loops = 2.0", "f:1:9: an integer is wanted here, not a float"),
        (
            "[[group]]\nname = 'a'\nloops = 2",
            "f:3:1: loops is a setting of the whole daemon: it stands above the first [[group]]"
        ),
        (
            "\n  rundir = 'x'",
            "f:2:3: unknown setting \"rundir\", not one of run_dir, state_dir, events_hwm, events_age, events_size, deltas_size, loops, concurrent_starts, stop_timeout, users, listen, audiences, group"
        ),
        (
            "RUN_DIR = 'x'",
            "f:1:1: unknown setting \"RUN_DIR\", not one of run_dir, state_dir, events_hwm, events_age, events_size, deltas_size, loops, concurrent_starts, stop_timeout, users, listen, audiences, group"
        ),
        (
            "'' = 1",
            "f:1:1: unknown setting \"\", not one of run_dir, state_dir, events_hwm, events_age, events_size, deltas_size, loops, concurrent_starts, stop_timeout, users, listen, audiences, group"
        ),
        (
            "\"a\\u001b\\n\" = 1",
            "f:1:1: unknown setting \"a\\u{1B}\\n\", not one of run_dir, state_dir, events_hwm, events_age, events_size, deltas_size, loops, concurrent_starts, stop_timeout, users, listen, audiences, group"
        ),
        ("workers = 2", "f:1:1: workers is a setting of a group: it stands below a [[group]]"),
        ("[group]\nname = 'a'", "f:1:1: group is an array of tables, not a table: write [[group]]"),
        ("group = 'a'", "f:1:9: group is an array of tables, not a string: write [[group]]"),
        ("group = []", "f:1:9: group names no group: leave it out"),
        ("group = [{name = 'a'}, 'b']", "f:1:24: a table is wanted here, not a string"),
    ])
    func theDaemonsSettingsAreRefused(_ text: String, expected: String) {
        let error = ConfigurationFile.refusal(of: text)
        #expect(error?.code == .refusedSettings)
        #expect(error?.description == expected)
    }

    @Test(arguments: [
        ("", "f:1:1: the group has no name"),
        ("name = 1", "f:2:8: a string is wanted here, not an integer"),
        ("name = ''", "f:2:8: a group's name has 1 to 48 of A-Z a-z 0-9 _ -, not \"\""),
        ("name = 'a.b'", "f:2:8: a group's name has 1 to 48 of A-Z a-z 0-9 _ -, not \"a.b\""),
        ("name = 'é'", "f:2:8: a group's name has 1 to 48 of A-Z a-z 0-9 _ -, not \"é\""),
        (
            "name = 'a'\nrun_dir = 'x'",
            "f:3:1: run_dir is a setting of the whole daemon: it stands above the first [[group]]"
        ),
        (
            "name = 'a'\nworker = 1",
            "f:3:1: unknown setting \"worker\" of a group, not one of "
                + ConfigurationFile.groupKeys.joined(separator: ", ")
        ),
        ("name = 'a'\ncommand = 'codex'", "f:3:11: an array of strings is wanted here, not a string"),
        ("name = 'a'\ncommand = []", "f:3:11: the command is empty"),
        ("name = 'a'\ncommand = ['']", "f:3:12: the program's name is empty"),
        ("name = 'a'\ncommand = ['x',\n 1]", "f:4:2: a string is wanted here, not an integer"),
        ("name = 'a'\ncommand = ['x', \"\\u0000\"]", "f:3:17: a NUL would cut it off"),
        ("name = 'a'\nworkers = 0", "f:3:11: 0 is not in 1…10000"),
        ("name = 'a'\nworkers = 10001", "f:3:11: 10001 is not in 1…10000"),
        ("name = 'a'\nworkers = -9223372036854775808", "f:3:11: -9223372036854775808 is not in 1…10000"),
        ("name = 'a'\nworkers = '1'", "f:3:11: an integer is wanted here, not a string"),
        ("name = 'a'\ncodex_home = ''", "f:3:14: the path is empty"),
        ("name = 'a'\ncwd = '~/src'", "f:3:7: ~ is not expanded: write the whole path"),
        (
            "name = 'a'\ncwd = '/w'\ncodex_home = 'c'",
            "f:4:14: a relative codex_home would be sought in cwd: write the whole path"
        ),
        ("name = 'a'\nstdio = 'pty'", "f:3:9: stdio is \"socketpair\" or \"pipe\", not \"pty\""),
        ("name = 'a'\nstdio = false", "f:3:9: a string is wanted here, not a boolean"),
        ("name = 'a'\nenv = ['A=1']", "f:3:7: a table of strings is wanted here, not an array"),
        ("name = 'a'\nenv = { A = 1 }", "f:3:13: a string is wanted here, not an integer"),
        ("name = 'a'\nenv.A.B = 'x'", "f:3:5: a string is wanted here, not a table"),
        ("name = 'a'\nenv = { '' = 'x' }", "f:3:9: a variable's name is empty"),
        ("name = 'a'\nenv = { 'A=' = 'x' }", "f:3:9: a variable's name has no =: \"A=\""),
        ("name = 'a'\nenv = { \"A\\u0000\" = 'x' }", "f:3:9: a NUL would cut it off"),
        ("name = 'a'\nenv = { A = \"\\u0000\" }", "f:3:13: a NUL would cut it off"),
        ("name = 'a'\npass_env = 'A'", "f:3:12: an array of strings is wanted here, not a string"),
        ("name = 'a'\npass_env = [1]", "f:3:13: a string is wanted here, not an integer"),
        ("name = 'a'\npass_env = ['']", "f:3:13: a variable's name is empty"),
        ("name = 'a'\npass_env = ['A=1']", "f:3:13: a variable's name has no =: \"A=1\""),
        ("name = 'a'\npass_env = ['A', 'A']", "f:3:18: \"A\" is passed on already, at 3:13"),
        ("name = 'a'\nenv.A = '1'\npass_env = ['A']", "f:4:13: \"A\" is set by env, at 3:5"),
        ("name = 'a'\npass_env = ['A']\n[group.env]\nA = '1'", "f:3:13: \"A\" is set by env, at 5:1"),
        (
            "name = 'a'\nenv = { CLAUDECODE = '' }",
            "f:3:9: workers never get CLAUDECODE: it would tell tools that another agent runs them"
        ),
        (
            "name = 'a'\npass_env = ['CLAUDECODE']",
            "f:3:13: workers never get CLAUDECODE: it would tell tools that another agent runs them"
        ),
        ("name = 'a'\nenv.CODEX_HOME = '/c'", "f:3:5: CODEX_HOME is what codex_home (--codex-home) sets"),
        ("name = 'a'\npass_env = ['BOSUN_WORKER']", "f:3:13: BOSUN_WORKER is the daemon's own mark on each worker"),
        ("name = 'a'\n[[group]]\nname = 'b'\n[[group]]\nname = 'a'", "f:6:8: the group \"a\" is there already, at 2:8"),
    ])
    func aGroupsSettingsAreRefused(_ text: String, expected: String) {
        let error = ConfigurationFile.refusal(of: "[[group]]\n" + text)
        #expect(error?.code == .refusedSettings)
        #expect(error?.description == expected)
    }

    @Test func namesHaveALongest() throws {
        let name = String(repeating: "n", count: 48)
        #expect(try ConfigurationFile("[[group]]\nname = '\(name)'").groups?.first?.name == name)
        #expect(ConfigurationFile.refusal(of: "[[group]]\nname = '\(name)n'")?.problems.first?.position?.column == 8)
    }

    @Test func allProblemsAreToldInTheirOrder() {
        let error = ConfigurationFile.refusal(
            of: """
                zz = 1
                run_dir = 2
                aa = 3
                [[group]]
                workers = 0
                pass_env = ["CLAUDECODE", 5]
                [[group]]
                name = "b"
                stdio = "x"
                command = []
                """)
        #expect(
            error?.problems.map { $0.position?.description } == [
                "1:1", "2:11", "3:1", "4:1", "5:11", "6:13", "6:27", "9:9", "10:11",
            ])
        #expect(error?.omitted == 0)
        #expect(error?.description.split(separator: "\n").count == 9)
    }

    @Test func problemsHaveABound() {
        // Their keys are not in the order of the lines.
        let text = (1...1000).reversed().map { "k\($0) = 1\n" }.joined()
        let error = ConfigurationFile.refusal(of: text)
        #expect(error?.problems.map { $0.position?.line } == Array(1...20))
        #expect(error?.omitted == 980)
        #expect(error?.description.hasSuffix("\nand 980 more") == true)
    }

    @Test func aLongNameIsToldInShort() {
        let error = ConfigurationFile.refusal(of: String(repeating: "k", count: 100_000) + " = 1")
        #expect((1...300).contains(error?.description.utf8.count ?? 0))
    }
}
