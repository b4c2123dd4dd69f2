@testable import JSONRPC
import Testing

@Suite struct BorrowedTextTests {
    private func withTexts(_ a: String, _ b: String, _ body: (BorrowedText, BorrowedText) -> Void) throws {
        let line = JSON.object([.init("method", .string(a)), .init("params", ["threadId": .string(b)])])
        let scanner = EnvelopeScanner()
        try Line.withCopy(of: line.serialized()) { line in
            let envelope = try scanner.scan(line)
            body(try #require(envelope.method), try #require(envelope.threadID))
        }
    }

    @Test func comparesByteForByte() throws {
        try withTexts("turn/completed", "turn/completed") { a, b in
            #expect(a == b)
            #expect(a == ("turn/completed" as String))
            #expect(a == ("turn/completed" as StaticString))
            #expect(!(a == "turn/complete"))
            #expect(!(a == ("turn/complete" as StaticString)))
            #expect(!(a == "turn/completed."))
            #expect(a.hashValue == b.hashValue)
            #expect(a.hasPrefix("turn/"))
            #expect(!a.hasPrefix("turn/completed/"))
            switch a {
            case "turn/started": Issue.record("matched another method")
            case "turn/completed": break
            default: Issue.record("matched no method")
            }
        }
        try withTexts("\u{E9}", "e\u{301}") { a, b in
            #expect(a != b)
            #expect(a == "\u{E9}")
            #expect(!(a == "e\u{301}"))
        }
        try withTexts("a", "") { _, empty in
            #expect(empty == "")
            #expect(empty.count == 0)
            #expect(empty.string == "")
        }
    }
}
