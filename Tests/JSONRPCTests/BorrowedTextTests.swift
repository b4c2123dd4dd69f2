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

    @Test func theCheapHashTellsTextsApart() throws {
        var hashes: Set<UInt64> = []
        let texts = (0..<200).map { String(repeating: "a", count: $0) } + (0..<1_000).map { "thread-\($0)" }
        for text in texts {
            try withTexts("m", text) { _, thread in
                #expect(thread.hash64 == BorrowedText.hash64(of: text))
                hashes.insert(thread.hash64)
            }
        }
        #expect(hashes.count == texts.count)
    }

    @Test func rulesSayWhichNamesPass() throws {
        for (text, asIdentifier, asMethod) in [
            ("019a1fae8-8e55_X", true, false), ("item/agentMessage/delta", false, true), ("", false, false),
            ("a b", false, false), ("a.b", false, false), ("a\0", false, false), ("é", false, false),
            ("a\n", false, false), ("~sync", false, false), ("a\u{7F}", false, false), ("a_9", true, true),
            (String(repeating: "a", count: 64), true, true), (String(repeating: "a", count: 65), false, true),
            (String(repeating: "a", count: 96), false, true), (String(repeating: "a", count: 97), false, false),
        ] {
            try withTexts("m", text) { _, thread in
                #expect(thread.isValid(as: .identifier) == asIdentifier)
                #expect(thread.isValid(as: .method) == asMethod)
            }
            #expect(TextRule.identifier.allows(text) == asIdentifier)
        }
    }
}
