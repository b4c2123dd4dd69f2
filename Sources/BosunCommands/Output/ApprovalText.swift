import BosunClient
import JSONRPC

/// One approval for somebody who has to decide it: what, where, why, and a file change's diff.
///
/// Source: the server requests of codex app-server 0.163.0.
enum ApprovalText {
    static func lines(of approval: OpenApproval, for output: Output) -> [String] {
        var lines = [output.styled(SafeText.oneLine(what(approval)), .bold)]
        lines += facts(of: approval).map { name, text in
            "  \(output.styled(name, .dim)) \(SafeText.oneLine(text))"
        }
        return lines + diff(of: approval).map { output.styled(SafeText.oneLine($0), style(ofDiff: $0)) }
    }

    private static func what(_ approval: OpenApproval) -> String {
        if let command = approval.params["command"] {
            return "run: "
                + (command.arrayValue?.map { FieldText.of($0) }.joined(separator: " ") ?? FieldText.of(command))
        }
        if !changes(approval).isEmpty {
            return "change: " + changes(approval).map { FieldText.of($0["path"]) }.joined(separator: ", ")
        }
        return "\(approval.method): \(approval.params.description)"
    }

    private static func facts(of approval: OpenApproval) -> [(String, String)] {
        let json = approval.json
        let expires = json["expiresInMs"]?.intValue.map { FieldText.duration(milliseconds: $0) }
        let facts: [(String, String?)] = [
            ("where", json["cwd"]?.stringValue), ("why", approval.params["reason"]?.stringValue),
            ("worker", json["worker"]?.stringValue), ("thread", json["threadId"]?.stringValue),
            ("of", json["parentThreadId"]?.stringValue.map { "thread \($0)" }),
            ("started by", json["startedBy"]?.stringValue), ("refused in", expires),
            ("claimed by", json["claim"]?["by"]?.stringValue),
        ]
        return facts.compactMap { name, text in text.map { (name, $0) } }
    }

    private static func changes(_ approval: OpenApproval) -> [JSON] {
        approval.json["item"]?["changes"]?.arrayValue ?? []
    }

    private static func diff(of approval: OpenApproval) -> [String] {
        changes(approval).flatMap { change -> [String] in
            let text = change["diff"]?.stringValue ?? ""
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
            return ["  --- \(FieldText.of(change["path"]))"] + (lines.last == "  " ? Array(lines.dropLast()) : lines)
        }
    }

    private static func style(ofDiff line: String) -> Style {
        switch line.dropFirst(2).first {
        case "+": .green
        case "-": .red
        case "@": .cyan
        default: .plain
        }
    }
}
