import BosunClient
import JSONRPC

/// `bosun restart`: ends a worker and starts it anew.
enum RestartCommand: Subcommand {
    static let syntax = CommandSyntax(
        "restart", "Ends a worker and starts it anew; the turns it is in are interrupted.",
        operands: [CommandOperand("WORKER", help: "its name, as `bosun status` has it")],
        options: CommandOption.ofClients)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let worker = arguments.operands[0]
        let connection = try DaemonConnection(arguments, surroundings)
        let result = try connection.call("worker/restart", ["worker": .string(worker)])
        guard !arguments.has(.json) else { return try surroundings.output.line(SafeText.json(result.bytes)) }
        try surroundings.output.line("\(SafeText.oneLine(worker)): restarting")
    }
}
