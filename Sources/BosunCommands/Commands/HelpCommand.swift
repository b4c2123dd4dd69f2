import Fleet

/// `bosun help`: what there is, how one sub-command is written, or what a method of the command socket takes.
enum HelpCommand: Subcommand {
    static let syntax = CommandSyntax(
        "help", "Shows what there is, how a command is written, or what a method takes.",
        operands: [
            CommandOperand(
                "NAME", .optional, help: "a command, a method such as turn/start, or `methods` for a list of these")
        ])

    private static let methods = "methods"

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        guard let name = arguments.operands.first else { return try surroundings.output.line(overview) }
        if name == methods { return try surroundings.output.line(MethodText.overview) }
        let isCommand = BosunTool.commands.contains { $0.syntax.name == name }
        if !isCommand, let entry = MethodTable.entries.first(where: { $0.name == name }) {
            return try surroundings.output.line(MethodText.text(of: entry))
        }
        let command = try CommandFailure.wrapping { () throws(UsageError) in try BosunTool.command(named: name) }
        try surroundings.output.line(command.syntax.helpText)
    }

    static var overview: String {
        let rows = BosunTool.commands.map { ($0.syntax.name, $0.syntax.summary) }
        return """
            \(BosunTool.usage)

            A daemon that keeps codex workers alive, and its client.

            \(CommandSyntax.columns(rows))

            bosun COMMAND --help says more; bosun help methods lists what can be called; bosun --version names the version.
            Exit codes: 0; 1 an error was answered; 64 a wrong command line; 69 no daemon answers.
            """
    }
}
