/// Sorts a sub-command's words: `--name VALUE`, `--name=VALUE`, flags, operands among them, and `--`.
package struct CommandLineParser {
    private let syntax: CommandSyntax
    private var parsed: ParsedArguments

    /// - Parameter words: Without the program's and the sub-command's names.
    package static func parse(
        _ words: some Sequence<String>, as syntax: CommandSyntax
    ) throws(UsageError) -> ParsedArguments {
        var parser = CommandLineParser(syntax)
        var rest = Array(words)[...]
        while !parser.parsed.wantsHelp, let word = rest.popFirst() { try parser.take(word, &rest) }
        if !parser.parsed.wantsHelp { try parser.checkOperands() }
        return parser.parsed
    }

    private init(_ syntax: CommandSyntax) {
        self.syntax = syntax
        parsed = ParsedArguments(syntax)
    }

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        if word == "--" {
            if syntax.rest != nil { parsed.rest = Array(rest) } else { parsed.operands += rest }
            rest = []
        } else if word == "-h" {
            parsed.wantsHelp = true
        } else if word.hasPrefix("--") {
            try takeOption(word.dropFirst(2), &rest)
        } else if word.hasPrefix("-"), word != "-" {
            throw parsed.error("unknown option \(word): options have two dashes")
        } else {
            parsed.operands.append(word)
        }
    }

    private mutating func takeOption(_ word: Substring, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let separator = word.firstIndex(of: "=")
        let name = String(word[..<(separator ?? word.endIndex)])
        var value = separator.map { String(word[word.index(after: $0)...]) }
        guard let option = syntax.options.first(where: { $0.name == name }) else {
            let nearest = NearestName.of(name, among: syntax.options.map(\.name))
            throw parsed.error("unknown option --\(name)\(nearest.map { "; did you mean --\($0)?" } ?? "")")
        }
        guard parsed.values[name] == nil || option.isRepeatable else {
            throw parsed.error("--\(name) is given twice")
        }
        if let placeholder = option.placeholder {
            if value == nil {
                guard let next = rest.popFirst() else { throw parsed.error("--\(name) needs a value, \(placeholder)") }
                guard !next.hasPrefix("--") else {
                    throw parsed.error("--\(name) needs a value, \(placeholder); one with dashes is --\(name)=\(next)")
                }
                value = next
            }
        } else if value != nil {
            throw parsed.error("--\(name) takes no value")
        }
        let taken = value ?? ""
        guard option.choices.isEmpty || option.choices.contains(taken) else {
            throw parsed.error("--\(name) is one of \(option.choices.joined(separator: ", ")), not \(taken)")
        }
        parsed.values[name, default: []].append(taken)
        if option == .help { parsed.wantsHelp = true }
    }

    private func checkOperands() throws(UsageError) {
        let needed = syntax.operands.prefix { $0.count == .required }.count
        if parsed.operands.count < needed {
            throw parsed.error("\(syntax.operands[parsed.operands.count].name) is missing")
        }
        let isBounded = syntax.operands.last?.count != .any
        if isBounded, parsed.operands.count > syntax.operands.count {
            throw parsed.error("\(parsed.operands[syntax.operands.count]) is one word too many")
        }
        if let operand = syntax.rest, let rest = parsed.rest, rest.isEmpty {
            throw parsed.error("\(operand.name) is missing behind --")
        }
    }
}
