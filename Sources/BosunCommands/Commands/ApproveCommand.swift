import JSONRPC

/// `bosun approve`: grants what a worker asked for.
enum ApproveCommand: Subcommand {
    private static let decision = CommandOption(
        "decision", "JSON", help: "one of the offered decisions, as JSON or as a bare word")

    static let syntax = CommandSyntax(
        "approve", "Grants an approval: decides what is offered as plain acceptance, once.",
        operands: [CommandOperand("ID", help: "the approval, as `bosun approvals` names it")],
        options: [decision] + CommandOption.ofClients,
        notes: """
            Plain acceptance is "accept", "approved", {"action":"accept"}, or the permissions that were asked for. A
            question to the user has none: `bosun call approval/respond` takes {"approvalId","result":{"answers":…}}.
            """)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let given = try CommandFailure.wrapping { () throws(UsageError) in
            try arguments.value(Self.decision).map { (text) throws(UsageError) in try value(text, arguments) }
        }
        let approval = ApprovalDecision(
            id: arguments.operands[0], connection: try DaemonConnection(arguments, surroundings))
        let decision: JSON
        if let given {
            decision = given
        } else {
            // One that is closed offers nothing; its answer is to be told why.
            let offered = try approval.get()["offered"]?.arrayValue ?? ["accept"]
            guard let acceptance = offered.first(where: isAcceptance) else {
                throw CommandFailure(
                    .failed, "no plain acceptance is offered, only \(SafeText.oneLine(JSON.array(offered).description))"
                )
            }
            decision = acceptance
        }
        try approval.respond(decision, arguments, surroundings.output)
    }

    /// A decision that grants what was asked for this once, and nothing besides.
    static func isAcceptance(_ offer: JSON) -> Bool {
        ["accept", "approved"].contains(offer) || offer == ["action": "accept"]
            || offer["permissions"]?.objectValue?.isEmpty == false
    }

    private static func value(_ text: String, _ arguments: ParsedArguments) throws(UsageError) -> JSON {
        do throws(JSONError) {
            return try JSON(parsing: text)
        } catch {
            let isWord = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard isWord else { throw arguments.error("--decision is neither JSON nor a word: \(error)") }
            return .string(text)
        }
    }
}
