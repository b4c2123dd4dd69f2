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
        try output.line(Self.text(id, decision, result.value))
    }

    /// What came of an answer, the result of `approval/respond`, for people.
    static func text(_ id: String, _ decision: JSON, _ result: JSON) -> String {
        let others =
            result["state"] == "open"
            ? ", \(FieldText.of(result["agreeing"])) of \(FieldText.of(result["quorum"])) who have to say so" : ""
        return "\(SafeText.oneLine(id)): \(SafeText.oneLine(FieldText.of(decision)))\(others)"
    }
}
