/// `bosun help`: what there is, or how one sub-command is written.
enum HelpCommand: Subcommand {
    static let syntax = CommandSyntax(
        "help", "Shows what there is, or how a command is written.",
        operands: [CommandOperand("COMMAND", .optional, help: "the command to explain")])

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        guard let name = arguments.operands.first else { return try surroundings.output.line(overview) }
        let command = try CommandFailure.wrapping { () throws(UsageError) in try BosunTool.command(named: name) }
        try surroundings.output.line(command.syntax.helpText)
    }

    static var overview: String {
        let rows = BosunTool.commands.map { ($0.syntax.name, $0.syntax.summary) }
        return """
            \(BosunTool.usage)

            A daemon that keeps codex workers alive, and its client.

            \(CommandSyntax.columns(rows))

            bosun COMMAND --help says more; bosun --version names the version.
            Exit codes: 0; 1 an error was answered; 64 a wrong command line; 69 no daemon answers.
            """
    }
}
