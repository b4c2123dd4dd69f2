/// How a sub-command is written.
package struct CommandSyntax: Sendable, Hashable {
    package let name: String
    /// One line.
    package let summary: String
    package let operands: [CommandOperand]
    package let options: [CommandOption]
    /// What `--` begins, for those that hand the words behind it on as they are.
    package let rest: CommandOperand?
    /// More to know, in lines.
    package let notes: String

    package init(
        _ name: String, _ summary: String, operands: [CommandOperand] = [], options: [CommandOption] = [],
        rest: CommandOperand? = nil, notes: String = ""
    ) {
        self.name = name
        self.summary = summary
        self.operands = operands
        self.options = options + [.help]
        self.rest = rest
        self.notes = notes
    }

    package var usage: String {
        let parts = ["usage: bosun", name] + operands.map(\.usage) + ["[OPTION...]"]
        return (parts + (rest.map { ["[-- \($0.name)]"] } ?? [])).joined(separator: " ")
    }

    package var helpText: String {
        var rows = (operands + (rest.map { [$0] } ?? [])).map { ($0.name, $0.help) }
        rows += options.map { option in
            let value = option.placeholder.map { " \($0)" } ?? ""
            return ("--\(option.name)\(value)", option.help + (option.isRepeatable ? " (may be given again)" : ""))
        }
        let text = "\(usage)\n\n\(summary)\n\n\(Self.columns(rows))"
        return notes.isEmpty ? text : "\(text)\n\n\(notes)"
    }

    /// Two columns; a long left one puts its help on the next line.
    static func columns(_ rows: [(String, String)]) -> String {
        let width = min(24, rows.map(\.0.count).max() ?? 0)
        return rows.map { left, right in
            let indent = String(repeating: " ", count: width + 4)
            guard left.count <= width else { return "  \(left)\n\(indent)\(right)" }
            return "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)"
        }.joined(separator: "\n")
    }
}
