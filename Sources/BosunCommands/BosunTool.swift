import Daemon

/// The program behind `bosun`.
package enum BosunTool {
    static let commands: [any Subcommand.Type] = [
        ServeCommand.self, StatusCommand.self, TailCommand.self, CallCommand.self, ApprovalsCommand.self,
        ApproveCommand.self, DenyCommand.self, WatchCommand.self, StartCommand.self, StopCommand.self,
        RestartCommand.self,
        DrainCommand.self, UnparkCommand.self, ReloadCommand.self, CheckCommand.self, KeysCommand.self,
        AppServerCommand.self,
        HelpCommand.self,
    ]

    static let usage = "usage: bosun COMMAND [OPTION...]"

    /// Runs what the words say.
    ///
    /// - Parameter words: Without the program's name.
    package static func run(_ words: [String], _ surroundings: Surroundings) throws(CommandFailure) {
        guard let name = words.first else {
            throw CommandFailure(UsageError("no command is given; bosun help names them", usage: usage))
        }
        switch name {
        case "--version": return try surroundings.output.line("bosun \(Daemon.version)")
        case "--help", "-h": return try surroundings.output.line(HelpCommand.overview)
        default: break
        }
        let command = try CommandFailure.wrapping { () throws(UsageError) in try self.command(named: name) }
        let arguments = try CommandFailure.wrapping { () throws(UsageError) in
            try CommandLineParser.parse(words.dropFirst(), as: command.syntax)
        }
        guard !arguments.wantsHelp else { return try surroundings.output.line(command.syntax.helpText) }
        try command.run(arguments, surroundings)
    }

    /// How `words` want an error to be told: with `--json` as an object, when one was answered.
    package static func complaint(_ failure: CommandFailure, about words: [String]) -> String? {
        guard failure.code != .readerGone else { return nil }
        if let json = failure.json, words.prefix(while: { $0 != "--" }).contains("--json") { return json }
        let lines = failure.problems.map { "bosun: \(SafeText.oneLine($0))" } + (failure.usage.map { [$0] } ?? [])
        return lines.joined(separator: "\n")
    }

    static func command(named name: String) throws(UsageError) -> any Subcommand.Type {
        if let command = commands.first(where: { $0.syntax.name == name }) { return command }
        let nearest = NearestName.of(name, among: commands.map { $0.syntax.name })
        let hint = nearest.map { "did you mean \($0)?" } ?? "bosun help names them"
        throw UsageError("unknown command \(name); \(hint)", usage: usage)
    }
}
