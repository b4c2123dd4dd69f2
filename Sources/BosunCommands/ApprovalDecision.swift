import BosunClient
import JSONRPC

/// An approval that is about to be decided.
struct ApprovalDecision {
    let id: String
    private let connection: DaemonConnection
    private let commander: ApprovalCommander

    /// How long an answer may take, with all its tries: a daemon that is started anew is waited for.
    private static let patience = Duration.seconds(30)

    /// Throws at once when no daemon listens.
    init(_ id: String, _ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        self.id = id
        connection = try DaemonConnection(arguments, surroundings)
        commander = ApprovalCommander(
            try surroundings.endpoints(arguments), client: DaemonConnection.clientName, timeout: Self.patience)
    }

    /// As `approval/get` describes it. Of a closed one an answer is told what has become of it.
    func get() throws(CommandFailure) -> JSON {
        try connection.call("approval/get", ["approvalId": .string(id)]).value
    }

    func respond(
        _ decision: JSON, _ arguments: ParsedArguments, _ output: Output
    ) throws(CommandFailure) {
        let result: CommandResult
        do throws(CommanderError) {
            result = try commander.perform("approval/respond", ["approvalId": .string(id), "decision": decision])
        } catch {
            throw CommandFailure(error, alsoSaying: whatCame(of: error))
        }
        guard !arguments.has(.json) else { return try output.line(SafeText.json(result.bytes)) }
        try output.line(Self.text(id, decision, result.value))
    }

    /// Of an answer of which nobody can tell whether it was taken: how the approval stands, else where to look.
    private func whatCame(of error: CommanderError) -> String? {
        switch error.code {
        case .refused, .failed, .unusable: return nil
        case .timedOut: return "it may have been taken: bosun approvals --history --approval \(id)"
        case .indeterminate:
            do throws(CommanderError) {
                return try commander.ending(of: id).map { "the approval: \(ApprovalText.ending($0))" }
                    ?? "the approval is open"
            } catch {
                return "the approval: \(error.context)"
            }
        }
    }

    /// What came of an answer, the result of `approval/respond`, for people.
    static func text(_ id: String, _ decision: JSON, _ result: JSON) -> String {
        let others =
            result["state"] == "open"
            ? ", \(FieldText.of(result["agreeing"])) of \(FieldText.of(result["quorum"])) who have to say so" : ""
        return "\(SafeText.oneLine(id)): \(SafeText.oneLine(FieldText.of(decision)))\(others)"
    }
}
