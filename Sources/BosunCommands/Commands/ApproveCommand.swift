import BosunClient
import JSONRPC

/// `bosun approve`: grants what a worker asked for.
enum ApproveCommand: Subcommand {
    private static let decision = CommandOption(
        "decision", "JSON", help: "one of the offered decisions, as JSON or as a bare word")

    static let syntax = CommandSyntax(
        "approve", "Grants an approval, once; without ID, asks at the terminal about each that is open.",
        operands: [CommandOperand("ID", .optional, help: "the approval, as `bosun approvals` names it")],
        options: [decision] + CommandOption.ofListeners,
        notes: """
            Without ID each approval is shown: what, where, why, and a file change's diff. Answer with a key and return:
            y yes, once; s yes, and its like in this session; n no; c claims it, so that others wait; l leaves it to
            others; q ends. When somebody else is faster, it says who. `bosun watch --approve` goes on with those that come later.
            Plain acceptance is "accept", "approved", {"action":"accept"}, or the permissions that were asked for. A
            question to the user has none: `bosun call approval/respond` takes {"approvalId","result":{"answers":…}}.
            """)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        let given = try CommandFailure.wrapping { () throws(UsageError) in
            try arguments.value(Self.decision).map { (text) throws(UsageError) in try value(text, arguments) }
        }
        guard let id = arguments.operands.first else { return try ask(arguments, surroundings, given) }
        let approval = try ApprovalDecision(id, arguments, surroundings)
        let decision: JSON
        if let given {
            decision = given
        } else {
            // One that is closed offers nothing; its answer is to be told why.
            let offered = try approval.get()["offered"]?.arrayValue ?? ["accept"]
            guard let acceptance = offered.first(where: OpenApproval.isAcceptance) else {
                throw CommandFailure(
                    .failed, "no plain acceptance is offered, only \(SafeText.oneLine(JSON.array(offered).description))"
                )
            }
            decision = acceptance
        }
        try approval.respond(decision, arguments, surroundings.output)
    }

    private static func ask(
        _ arguments: ParsedArguments, _ surroundings: Surroundings, _ given: JSON?
    ) throws(CommandFailure) {
        try CommandFailure.wrapping { () throws(UsageError) in
            guard given == nil, !arguments.has(.json) else { throw arguments.error("--decision and --json need an ID") }
            try WatchCommand.requireTerminal(arguments, surroundings, "without an ID it asks at a terminal")
        }
        try WatchCommand.decide(arguments, surroundings, untilNoneIsOpen: true)
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
