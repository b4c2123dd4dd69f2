/// Finds the `[[stub …]]` of a text: options are `key=value`, a value with spaces or brackets stands in double quotes,
/// in which `\"`, `\\` and `\n` mean what they do elsewhere.
struct DirectiveParser {
    private static let opening = "[[stub"
    private static let closing = "]]"

    private var rest: Substring

    /// The directives in their order; none when the text has none.
    static func directives(in text: String) throws(StubModelError) -> [Directive] {
        var parser = DirectiveParser(rest: text[...])
        var directives: [Directive] = []
        while parser.skipToOptions() { directives.append(try Directive(options: try parser.options())) }
        return directives
    }

    /// `[[stubborn` is no directive.
    private mutating func skipToOptions() -> Bool {
        while let start = rest.firstRange(of: Self.opening) {
            rest = rest[start.upperBound...]
            if let next = rest.first, !next.isWhitespace, !rest.hasPrefix(Self.closing) { continue }
            return true
        }
        return false
    }

    private mutating func options() throws(StubModelError) -> [String: String] {
        var options: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace }
            if rest.hasPrefix(Self.closing) {
                rest = rest.dropFirst(Self.closing.count)
                return options
            }
            guard !rest.isEmpty else { throw .directive("the closing ]] is missing") }
            let key = String(rest.prefix { $0.isLetter || $0 == "-" })
            rest = rest.dropFirst(key.count)
            guard !key.isEmpty, rest.first == "=" else {
                let word = key + rest.prefix { !$0.isWhitespace && $0 != "]" }.prefix(40)
                throw .directive("\(word) is not an option of the form key=value")
            }
            rest = rest.dropFirst()
            guard options.updateValue(try value(of: key), forKey: key) == nil else {
                throw .directive("\(key)= is given twice")
            }
        }
    }

    private mutating func value(of key: String) throws(StubModelError) -> String {
        guard rest.first == "\"" else {
            let value = String(rest.prefix { !$0.isWhitespace && $0 != "]" && $0 != "\"" })
            rest = rest.dropFirst(value.count)
            guard !value.isEmpty else { throw .directive("\(key)= has no value") }
            return value
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return value
            case "\\":
                guard let escaped = rest.popFirst(), let meaning = Self.escapes[escaped] else {
                    throw .directive("\(key)= has an unknown escape; known are \\\" \\\\ and \\n")
                }
                value.append(meaning)
            default: value.append(character)
            }
        }
        throw .directive("\(key)= has no closing quote")
    }

    private static let escapes: [Character: Character] = ["\"": "\"", "\\": "\\", "n": "\n"]
}
