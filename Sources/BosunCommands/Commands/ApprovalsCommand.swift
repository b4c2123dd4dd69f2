import BosunClient
import JSONRPC

/// `bosun approvals`: what waits for somebody's decision.
enum ApprovalsCommand: Subcommand {
    static let syntax = CommandSyntax(
        "approvals", "Lists what waits for a decision, the most urgent first.", options: CommandOption.ofClients,
        notes: "With --json: each approval on a line of its own, as approval/list has it.")

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let connection = try DaemonConnection(arguments, surroundings)
        let output = surroundings.output
        guard let approvals = try connection.call("approval/list").value["approvals"]?.arrayValue else {
            throw CommandFailure(.failed, "the daemon's answer has no approvals")
        }
        if arguments.has(.json) {
            for approval in approvals { try output.line(SafeText.json(approval.serialized())) }
        } else if approvals.isEmpty, output.terminal != nil {
            try output.line("nothing waits for a decision")
        } else {
            for line in ApprovalTable.of(approvals).lines(for: output) { try output.line(line) }
        }
    }
}
