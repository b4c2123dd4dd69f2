import BosunClient
import JSONRPC

/// An approval that is about to be decided.
struct ApprovalDecision {
    let id: String
    let connection: DaemonConnection

    /// As `approval/get` describes it.
    func get() throws(CommandFailure) -> JSON {
        try connection.call("approval/get", ["approvalId": .string(id)]).value
    }

    func respond(
        _ decision: JSON, _ arguments: ParsedArguments, _ output: Output
    ) throws(CommandFailure) {
        let result = try connection.call(
            "approval/respond", ["approvalId": .string(id), "decision": decision])
        guard !arguments.has(.json) else { return try output.line(SafeText.json(result.bytes)) }
        try output.line("\(SafeText.oneLine(id)): \(SafeText.oneLine(FieldText.of(decision)))")
    }
}
