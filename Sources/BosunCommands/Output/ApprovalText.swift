import BosunClient
import JSONRPC

/// One approval for somebody who has to decide it: what, where, why, and a file change's diff.
///
/// Source: the server requests of codex app-server 0.163.0.
enum ApprovalText {
    /// Above so many lines of a diff, what it is about is said again below it.
    private static let longDiff = 20

    static func lines(of approval: OpenApproval, for output: Output) -> [String] {
        let head = output.styled(SafeText.oneLine(what(approval)), .bold)
        let facts = facts(of: approval).map { name, text in
            "  \(output.styled(name, .dim)) \(SafeText.oneLine(text))"
        }
        let diff = ChangeText.of(approval).flatMap { change in
            ["  --- \(SafeText.oneLine(change.title))"]
                + change.lines.map { output.styled("  \(SafeText.oneLine($0))", ChangeText.style(of: $0)) }
        }
        return [head] + facts + diff + (diff.count > longDiff ? [head] : [])
    }

    /// What came of somebody's answer.
    static func outcome(_ outcome: AnswerOutcome, of decision: JSON) -> String {
        let said = SafeText.oneLine(FieldText.of(decision))
        return switch outcome {
        case .resolved: "answered: \(said)"
        case .counted(let agreeing, let quorum): "answered: \(said), \(agreeing) of \(quorum) who have to say so"
        }
    }

    /// How it ended while somebody was asked about it.
    static func ending(_ ending: ApprovalEnding?) -> String {
        guard let ending else { return "it is not asked here any more" }
        switch ending.state {
        case .resolved:
            let result = ending.result.map { ": \(SafeText.oneLine(FieldText.of($0["decision"] ?? $0)))" } ?? ""
            return "answered by \(name(ending.by ?? "somebody", ending.client))\(result)"
        case .expired: return "nobody answered in time: refused"
        case .withdrawn: return "withdrawn: codex needs no answer any more"
        case .void: return "void: the worker that asked has ended"
        }
    }

    /// Somebody, and the program where that is known besides.
    static func name(_ by: String, _ client: String?) -> String {
        let program = client.flatMap { $0 == by ? nil : " (\($0))" } ?? ""
        return SafeText.oneLine(by + program)
    }

    private static func what(_ approval: OpenApproval) -> String {
        if let command = approval.params["command"] {
            return "run: "
                + (command.arrayValue?.map { FieldText.of($0) }.joined(separator: " ") ?? FieldText.of(command))
        }
        let changes = ChangeText.of(approval)
        guard changes.isEmpty else { return "change: " + changes.map(\.title).joined(separator: ", ") }
        return "\(approval.method): \(approval.params.description)"
    }

    private static func facts(of approval: OpenApproval) -> [(String, String)] {
        let json = approval.json
        let expires = json["expiresInMs"]?.intValue.map { FieldText.duration(milliseconds: $0) }
        let facts: [(String, String?)] = [
            ("where", approval.directory), ("why", approval.reason),
            ("worker", approval.worker), ("thread", approval.threadID),
            ("of", json["parentThreadId"]?.stringValue.map { "thread \($0)" }),
            ("started by", json["startedBy"]?.stringValue), ("refused in", expires),
            ("claimed by", approval.claim.map { name($0.by, $0.client) }),
            ("only", (json["users"]?.arrayValue).map { $0.map { FieldText.of($0) }.joined(separator: ", ") }),
            ("yes of", json["quorum"].map { "\(json["votes"]?.arrayValue?.count ?? 0) of \(FieldText.of($0))" }),
        ]
        return facts.compactMap { name, text in text.map { (name, $0) } } + asked(approval)
    }

    /// Members of params that grant nothing by a plain yes, or stand elsewhere.
    private static let silent: Set<String> = [
        "approvalId", "availableDecisions", "callId", "changes", "command", "commandActions", "conversationId", "cwd",
        "fileChanges", "itemId", "kind", "parsedCmd", "proposedExecpolicyAmendment", "proposedNetworkPolicyAmendments",
        "reason", "startedAtMs", "threadId", "turnId",
    ]

    /// What else is asked for: nobody may decide on half of it.
    private static func asked(_ approval: OpenApproval) -> [(String, String)] {
        guard approval.params["command"] != nil || !ChangeText.of(approval).isEmpty else { return [] }
        return (approval.params.objectValue ?? []).compactMap { member in
            guard !silent.contains(member.key), !member.value.isNull else { return nil }
            return ("\(SafeText.oneLine(member.key)):", FieldText.of(member.value))
        }
    }
}
