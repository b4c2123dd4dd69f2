import BosunClient
import JSONRPC

/// An approval that is about to be decided.
struct ApprovalDecision {
    let id: String
    let connection: DaemonConnection

    /// As `approval/get` describes it. Of a closed one an answer is told what has become of it.
    func get() throws(CommandFailure) -> JSON {
        try connection.call("approval/get", ["approvalId": .string(id)]).value
    }

    func respond(
        _ decision: JSON, _ arguments: ParsedArguments, _ output: Output
    ) throws(CommandFailure) {
        let result = try connection.call(
            "approval/respond", ["approvalId": .string(id), "decision": decision])
        guard !arguments.has(.json) else { return try output.line(SafeText.json(result.bytes)) }
        let value = result.value
        let others =
            value["state"] == "open"
            ? ", \(FieldText.of(value["agreeing"])) of \(FieldText.of(value["quorum"])) who have to say so" : ""
        try output.line("\(SafeText.oneLine(id)): \(SafeText.oneLine(FieldText.of(decision)))\(others)")
    }
}
