package import ChildProcess

/// What the flags of `bosun serve` say; nil where they say nothing.
package struct CommandLineSettings: Sendable, Equatable {
    package var configFile: String?
    package var runDirectory: String?
    package var stateDirectory: String?
    package var eventsHighWaterMark: Int?
    package var loops: Int?
    /// This and the following are about the group `main`.
    package var workers: Int?
    package var codexHome: String?
    /// `--env NAME[=VALUE]`; nil: the daemon's own value.
    package var environment: [String: String?]
    package var stdio: Command.Stdio?
    package var command: [String]?

    package init(
        configFile: String? = nil, runDirectory: String? = nil, stateDirectory: String? = nil,
        eventsHighWaterMark: Int? = nil, loops: Int? = nil, workers: Int? = nil, codexHome: String? = nil,
        environment: [String: String?] = [:], stdio: Command.Stdio? = nil, command: [String]? = nil
    ) {
        self.configFile = configFile
        self.runDirectory = runDirectory
        self.stateDirectory = stateDirectory
        self.eventsHighWaterMark = eventsHighWaterMark
        self.loops = loops
        self.workers = workers
        self.codexHome = codexHome
        self.environment = environment
        self.stdio = stdio
        self.command = command
    }

    /// The flags given that are about the group `main`.
    var groupFlags: [String] {
        let given = [
            ("--workers", workers != nil), ("--codex-home", codexHome != nil), ("--env", !environment.isEmpty),
            ("--stdio", stdio != nil), ("a command", command != nil),
        ]
        return given.filter(\.1).map(\.0)
    }

    /// What is wrong with the flags by themselves.
    var faults: [String] {
        func fault(_ flag: String, _ reason: String?) -> [String] { reason.map { ["\(flag): \($0)"] } ?? [] }
        var result =
            fault("--run-dir", runDirectory.flatMap(SettingRules.fault(inPath:)))
            + fault("--state-dir", stateDirectory.flatMap(SettingRules.fault(inPath:)))
            + fault(
                "--events-hwm",
                eventsHighWaterMark.flatMap { SettingRules.fault(in: $0, SettingRules.eventsHighWaterMark) })
            + fault("--loops", loops.flatMap { SettingRules.fault(in: $0, SettingRules.loops) })
            + fault("--workers", workers.flatMap { SettingRules.fault(in: $0, SettingRules.workers) })
            + fault("--codex-home", codexHome.flatMap(SettingRules.fault(inPath:)))
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
            result += fault("--env", SettingRules.fault(inVariable: name) ?? value.flatMap(SettingRules.fault(inText:)))
        }
        if let command {
            if command.isEmpty { result.append("the command is empty") }
            for (index, word) in command.enumerated() {
                result += fault("the command", SettingRules.fault(inWord: word, at: index))
            }
        }
        return result
    }
}
