import CToml
import Testing

@testable import Daemon

@Suite struct TOMLDocumentTests {
    private func value(_ content: TOMLValue.Content, _ line: Int, _ column: Int) -> TOMLValue {
        TOMLValue(content: content, position: SourcePosition(line: line, column: column))
    }

    private func member(_ key: String, _ line: Int, _ column: Int, _ value: TOMLValue) -> TOMLMember {
        TOMLMember(key: key, keyPosition: SourcePosition(line: line, column: column), value: value)
    }

    private func members(_ text: String) throws -> [TOMLMember] {
        try TOMLDocument(Array(text.utf8), file: "f").members.sorted { $0.keyPosition < $1.keyPosition }
    }

    @Test func everyKindComesWithItsPlaces() throws {
        let found = try members(
            #"""
            e = "ü\n"
              "é é"   =   [ -1 , 1.5, [true]]
            a.b = {}
            m = 1979-05-27
            t = 07:32:00
            z = 1979-05-27T07:32:00Z
            """#)
        #expect(
            found == [
                member("e", 1, 1, value(.string("ü\n"), 1, 5)),
                member(
                    "é é", 2, 3,
                    value(
                        .array([
                            value(.integer(-1), 2, 17), value(.number(1.5), 2, 22),
                            value(.array([value(.boolean(true), 2, 28)]), 2, 27),
                        ]), 2, 15)),
                member("a", 3, 1, value(.table([member("b", 3, 3, value(.table([]), 3, 7))]), 3, 1)),
                member("m", 4, 1, value(.moment, 4, 5)),
                member("t", 5, 1, value(.moment, 5, 5)),
                member("z", 6, 1, value(.moment, 6, 5)),
            ])
    }

    @Test func tablesStandWhereTheirHeadersBegin() throws {
        let found = try members("[[g]]\n[g.e]\nA = \"x\"\n\n  [[g]]\n")
        #expect(
            found == [
                member(
                    "g", 1, 3,
                    value(
                        .array([
                            value(
                                .table([
                                    member(
                                        "e", 2, 4, value(.table([member("A", 3, 1, value(.string("x"), 3, 5))]), 2, 1))
                                ]), 1, 1),
                            value(.table([]), 5, 3),
                        ]), 1, 1))
            ])
    }

    @Test func aByteOrderMarkAndWindowsLineEndsCountForNothing() throws {
        #expect(try members("\u{FEFF}a = 1\r\nb = 2\r\n").map(\.keyPosition.description) == ["1:1", "2:1"])
    }

    @Test(arguments: ["", "\n", "# only a comment", "\u{FEFF}"])
    func nothingIsAnEmptyDocument(_ text: String) throws {
        #expect(try members(text).isEmpty)
    }

    @Test func stringsKeepTheNULThatTheyEscape() throws {
        #expect(try members(#"a = "x\u0000y""#).first?.value.content == .string("x\0y"))
    }

    @Test(arguments: [
        ("a = 1\na = 2\n", "f:2:5"), ("[g]\n[g]\n", "f:2:1"), ("a = 1\n[[a]]\n", "f:2:1"), ("a = \n", "f:1:5"),
        ("a = nope", "f:1:6"), ("\n\n  a b = 1", "f:3:5"), ("a = \"x\n\"", "f:1:7"), ("a = 1\0", "f:1:6"),
        ("a = \"x\0y\"", "f:1:7"), ("# x\0", "f:1:4"), ("a = 1 b = 2", "f:1:7"), ("[g", "f:1:3"),
        ("a = \"\\ud800\"", "f:1:12"), ("a = 99999999999999999999", "f:1:25"),
        ("a = 1\nb\u{E9} = 1", "f:2:2"), ("[a\u{3042}]", "f:1:3"),
        ("a.\u{FF5E} = 1", "f:1:3"), ("a = \u{E9}", "f:1:5"), ("a = 'é'é", "f:1:8"), ("a\u{A0}= 1", "f:1:2"),
        ("[=]", "f:1:2"), ("a = [ }]", "f:1:7"), ("a = [1, #\n}]", "f:2:1"), ("a = }", "f:1:5"), ("a = -]", "f:1:5"),
        ("[[=]]", "f:1:3"), ("[a.=]", "f:1:4"), ("a = {=1}", "f:1:6"), ("a. = 1", "f:1:4"),
        ("= 1", "f:1:1"),
    ])
    func whatIsNotTOMLIsRefusedWhereItIsWrong(_ text: String, place: String) {
        let error = ConfigurationFile.refusal(of: text)
        #expect(error?.code == .invalidSyntax)
        #expect(error?.description.hasPrefix("\(place): ") == true, "\(error?.description ?? "accepted")")
        #expect(error?.description.contains("\n") == false)
    }

    @Test(
        arguments: [
            [0xFF], [0xC3, 0x28], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80],
            [0xFE, 0xFF, 0x00, 0x61],
        ] as [[UInt8]])
    func whatIsNotUTF8IsRefused(_ bytes: [UInt8]) {
        for (start, line) in [("", 1), ("a = 1\n# ", 2), ("a = 1\nb = \"", 2)] {
            let error = ConfigurationFile.refusal(of: Array(start.utf8) + bytes)
            #expect(error?.code == .invalidSyntax)
            #expect(error?.problems.first?.position?.line == line)
        }
    }

    @Test func nestingHasABound() throws {
        let most = Int(CTOML_MAXIMUM_NESTING)
        func nested(_ depth: Int) -> String {
            "a = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try members(nested(most)).count == 1)
        #expect(ConfigurationFile.refusal(of: nested(most + 1))?.code == .invalidSyntax)
        #expect(ConfigurationFile.refusal(of: "a = " + String(repeating: "[", count: 500_000))?.code == .invalidSyntax)
        #expect(ConfigurationFile.refusal(of: String(repeating: "a={", count: 300_000))?.code == .invalidSyntax)
    }

    @Test(arguments: ["[", "[[", "", "a = {", "a = [\n\"x\", {"])
    func soHaveTheDotsOfAKey(_ start: String) {
        let most = Int(CTOML_MAXIMUM_DOTS)
        for (part, separator) in [("a", "."), ("a", " . "), ("\"\"", "."), ("'.#'", "."), ("\"\\\".\"", "\t.")] {
            let key = [String](repeating: part, count: most + 1).joined(separator: separator)
            let longer = [String](repeating: part, count: 100_000).joined(separator: separator)
            // What follows the key is missing: a key that is short enough fails for that, and only for that.
            let short = ConfigurationFile.refusal(of: start + key)?.description
            #expect(short?.contains("dots") == false, "\(short ?? "accepted")")
            for text in [start + key + separator + part, start + longer] {
                #expect(ConfigurationFile.refusal(of: text)?.description.hasSuffix("a key of too many dots") == true)
            }
        }
    }

    @Test func dotsElsewhereAreNotCounted() throws {
        let dots = String(repeating: ".", count: 1000)
        let texts = [
            "a = \"\(dots)\"", "a = '\(dots)'", "a = \"\\\"\(dots)\"", "a = '\\' # \(dots)", "a = 1 # \"\(dots)",
            "a = \"\"\"\n\"\(dots)\"\"\n\(dots)\"\"\"\"\" # \(dots)", "a = '''\n'\(dots)'''", "a = \"\" # \(dots)",
            "a = '' # \(dots)", "a = \"\"\"\\\"\"\"\(dots)\"\"\"",
            "a = [" + String(repeating: "1.5, ", count: 1000) + "]",
        ]
        for text in texts { #expect(try members(text).count == 1, "\(text.prefix(20))") }
    }

    @Test func theDeepestDocumentThatIsTakenFitsAThreadsStack() throws {
        let key = [String](repeating: "a", count: Int(CTOML_MAXIMUM_DOTS) + 1).joined(separator: ".")
        let nesting = Int(CTOML_MAXIMUM_NESTING)
        let text = [String](repeating: "\(key)=", count: nesting).joined(separator: "{") + "1"
        let document = "[\(key)]\n" + text + String(repeating: "}", count: nesting - 1)
        #expect(try members(document).count == 1)
    }
}
