import JSONRPC
import Testing

@testable import Daemon

/// What has to be done for each thing that a new file says otherwise.
@Suite struct ConfigurationChangeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let before: String
        let after: String
        var added: [String] = []
        var removed: [String] = []
        var replaced: [String] = []
        var adjusted: [String] = []
        var daemon: [String] = []

        var testDescription: String { "\(before) → \(after)" }
    }

    /// `|` stands for a new line, `[a]` for a group of that name.
    private static let rows: [Row] = [
        Row(before: "[a]", after: "[a]"),
        Row(before: "", after: "[[group]]|name = 'main'"),
        Row(before: "[a] | [b] workers = 2", after: "[b] workers = 2 | [a]"),
        Row(before: "[a]", after: "[a] workers = 3", added: ["a-2", "a-3"]),
        Row(before: "[a] workers = 3", after: "[a]", removed: ["a-2", "a-3"]),
        Row(before: "[a]", after: "[a] | [b] workers = 2", added: ["b-1", "b-2"]),
        Row(before: "[a] | [b] workers = 2", after: "[a]", removed: ["b-1", "b-2"]),
        Row(before: "[a]", after: "[b]", added: ["b-1"], removed: ["a-1"]),
        Row(before: "[a]", after: "", added: ["main-1"], removed: ["a-1"]),
        Row(before: "[a]", after: "[a] command = ['x']", replaced: ["a"]),
        Row(before: "[a]", after: "[a] codex_home = '/c'", replaced: ["a"]),
        Row(before: "[a]", after: "[a] cwd = '/'", replaced: ["a"]),
        Row(before: "[a]", after: "[a] env.X = '1'", replaced: ["a"]),
        Row(before: "[a] env.X = '1'", after: "[a] pass_env = ['X']", replaced: ["a"]),
        Row(before: "[a]", after: "[a] stdio = 'pipe'", replaced: ["a"]),
        Row(before: "[a]", after: "[a] user = 'root'", replaced: ["a"]),
        Row(before: "[a]", after: "[a] descriptors = 100", replaced: ["a"]),
        Row(before: "[a]", after: "[a] oom_score_adj = 1", replaced: ["a"]),
        Row(before: "[a]", after: "[a] memory_limit = '1 GiB'", adjusted: ["a"]),
        Row(before: "[a] park_after = 7", after: "[a]", adjusted: ["a"]),
        Row(before: "[a]", after: "[a] command = ['x'] | park_after = 7", replaced: ["a"]),
        Row(
            before: "[a] | [b] | [c]", after: "[c] command = ['x'] | [b] stable = '1s' | workers = 2",
            added: ["b-2"], removed: ["a-1"], replaced: ["c"], adjusted: ["b"]),
        Row(before: "[a]", after: "events_age = '1h' | [a]", daemon: ["events_age"]),
        Row(before: "[a]", after: "events_size = '9 MiB' | [a]", daemon: ["events_size"]),
        Row(before: "[a]", after: "concurrent_starts = 9 | [a]", daemon: ["concurrent_starts"]),
        Row(before: "stop_timeout = '30s' | [a]", after: "[a]", daemon: ["stop_timeout"]),
        Row(before: "[a]", after: "users = {x = {uid = 1, roles = []}} | [a]", daemon: ["users"]),
        Row(before: "[a]", after: "concurrent_starts = 4 | stop_timeout = '20s' | [a]"),
    ]

    private static func configuration(_ text: String) throws -> Configuration {
        let lines = text.replacing("|", with: "\n").replacing(#/\[([a-z])\]/#) {
            "\n[[group]]\nname = '\($0.output.1)'\n"
        }
        return try Configuration.merging(
            ConfigurationFile(lines), CommandLineSettings(), environment: ["HOME": "/h"], isRoot: false)
    }

    @Test(arguments: rows) func eachIsDoneWhatItTakes(_ row: Row) throws {
        let change = ConfigurationChange(
            from: try Self.configuration(row.before), to: try Self.configuration(row.after))
        #expect(change.added.map(\.name) == row.added && change.removed.map(\.name) == row.removed)
        #expect(change.replaced == row.replaced && change.adjusted == row.adjusted && change.daemon == row.daemon)
        #expect(
            change.isEmpty
                == [row.added, row.removed, row.replaced, row.adjusted, row.daemon].allSatisfy(\.isEmpty))
    }

    @Test func whatIsToldNamesGroupsAndWorkers() throws {
        let change = ConfigurationChange(
            from: try Self.configuration("[a] | [b] workers = 2 | [d]"),
            to: try Self.configuration("[b] command = ['x'] | [c] workers = 2 | [d] stable = '1s'"))
        #expect(
            change.json == [
                "groups": ["added": ["c"], "removed": ["a"], "changed": ["b", "d"]],
                "workers": ["started": ["c-1", "c-2"], "draining": ["a-1", "b-2"], "rolling": ["b-1"]], "daemon": [],
            ])
    }

    /// Each key of a group does something: one that is new is put into a row above.
    @Test func noSettingOfAGroupIsForgotten() {
        let said = Self.rows.map { $0.before + $0.after }.joined()
        for key in ConfigurationFile.GroupKey.allCases where key != .name {
            #expect(said.contains("\(key.rawValue) = ") || said.contains("\(key.rawValue).X"), "\(key.rawValue)")
        }
    }

    private static let obstacles = [
        ("run_dir = '/r'", "run_dir is \"/r\" there and \"/run/bosun\" here"),
        ("state_dir = '/s'", "state_dir is \"/s\" there and \"/h/.local/state/bosun\" here"),
        ("events_hwm = 1", "events_hwm is \"1\" there and \"20000\" here"),
        (
            "audiences = {x = {groups = ['main'], kinds = ['rq']}}",
            "audiences is \"x: groups main, kinds rq\" there and \"\" here"
        ),
        (
            "listen = {events = 'tcp://*:7', curve = 'k'}",
            "listen is \"events tcp://*:7, key k\" there and \"nothing\" here"
        ),
        ("loops = 2", "loops is \"2\" there and \"1\" here"),
        ("deltas_size = '1 MiB'", "deltas_size is \"1048576\" there and \"67108864\" here"),
    ]

    @Test func whereItListensCantBeChanged() throws {
        let old = try Self.configuration("listen = {commands = 'tcp://[::]:1', curve = 'k'}")
        let new = try Self.configuration("")
        #expect(
            ConfigurationChange.obstacles(from: old, to: new) == [
                "listen is \"nothing\" there and \"commands tcp://[::]:1, key k\" here: only a new start of the daemon "
                    + "changes it"
            ])
    }

    @Test(arguments: obstacles) func whatTheDaemonCantChangeIsNamed(_ text: String, _ sentence: String) throws {
        let (old, new) = (try Self.configuration(""), try Self.configuration(text))
        #expect(ConfigurationChange.obstacles(from: new, to: new) == [])
        let found = ConfigurationChange.obstacles(from: old, to: new)
        #expect(found == ["\(sentence): only a new start of the daemon changes it"])
    }

    /// Each of the daemon's own settings is either changed or an obstacle.
    @Test func noSettingOfTheDaemonIsForgotten() {
        let changed = Self.rows.map { $0.before + $0.after }.joined()
        for key in ConfigurationFile.Key.allCases where key != .groups {
            #expect(
                changed.contains("\(key.rawValue) = ")
                    != Self.obstacles.contains { $0.0.hasPrefix("\(key.rawValue) = ") },
                "\(key.rawValue)")
        }
    }
}
