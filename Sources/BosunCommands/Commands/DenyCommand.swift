import JSONRPC

/// `bosun deny`: refuses what a worker asked for.
enum DenyCommand: Subcommand {
    static let syntax = CommandSyntax(
        "deny", "Refuses an approval; the turn goes on.",
        operands: [CommandOperand("ID", help: "the approval, as `bosun approvals` names it")],
        options: CommandOption.ofClients)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let approval = try ApprovalDecision(arguments.operands[0], arguments, surroundings)
        // One that is closed names none; its answer is to be told why.
        let refusal = try approval.get()["refusal"] ?? "decline"
        guard !refusal.isNull else {
            throw CommandFailure(.failed, "the daemon names no refusal for this approval")
        }
        try approval.respond(refusal, arguments, surroundings.output)
    }
}
