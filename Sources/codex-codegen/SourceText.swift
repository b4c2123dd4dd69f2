/// Swift source, line by line.
struct SourceText {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String = "") {
        if !line.isEmpty { text += String(repeating: "    ", count: depth) + line }
        text += "\n"
    }

    mutating func lines(_ lines: [String]) {
        for line in lines { self.line(line) }
    }

    /// `head {`, what `body` writes one step further in, `}`.
    mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    /// A switch, with each case on one line.
    mutating func choice(_ head: String, _ cases: [(pattern: String, result: String)]) {
        block("switch \(head)") { text in
            for (pattern, result) in cases {
                text.line(pattern == "default" ? "default: \(result)" : "case \(pattern): \(result)")
            }
        }
    }

    /// A string literal.
    static func quoted(_ string: String) -> String {
        "\"" + string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
