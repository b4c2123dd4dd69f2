/// A page of Markdown: its text, and the cells of its tables.
struct Page {
    let text: String
    /// The tables' rows, each with its cells without the spaces around them.
    let rows: [[String]]
    /// Everything that stands in code: between backticks, or in an indented block.
    let code: String

    init(_ text: String) {
        self.text = text
        rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
            line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                .map {
                    String($0.trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
                }
        }
        let spans = text.matches(of: /`([^`\n]+)`/).map { String($0.output.1) }
        let blocks = text.split(separator: "\n").filter { $0.hasPrefix("    ") }.map(String.init)
        code = (spans + blocks).joined(separator: "\n")
    }

    static func bus() throws -> Page { Page(try Checkout.text("protocols/bus.md")) }

    /// The row whose first cell is `first`.
    func row(_ first: String) -> [String]? { rows.first { $0.first == first } }

    /// The row whose first cell is that word in code.
    func row(code word: String) -> [String]? { row("`\(word)`") }

    /// Whether a word stands in code as a whole word.
    func hasCode(_ word: String) -> Bool {
        code.ranges(of: word).contains { range in
            let before = range.lowerBound == code.startIndex ? nil : code[code.index(before: range.lowerBound)]
            let after = range.upperBound == code.endIndex ? nil : code[range.upperBound]
            return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
        }
    }
}
