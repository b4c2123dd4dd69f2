import CodexProtocol
import Foundation
import Testing

@Suite struct JSONValueTests {
    @Test(arguments: [
        #"{"a":[1,-2,18446744073709551615,1.5,true,false,null,"x"],"b":{}}"#,
        #""\"\\\n\r\t\u0001\u001f""#,
        #"[[],{},"",0]"#,
        "\"ä€😀\"",
    ])
    func readsAndWritesTheSame(text: String) throws {
        #expect(try JSONValue(parsing: text).description == text)
    }

    @Test func readsEveryEscape() throws {
        let value = try JSONValue(parsing: #" "\/\b\f\u00e4\ud83d\ude00" "#)
        #expect(value == .string("/\u{8}\u{C}ä😀"))
    }

    @Test func keepsIntegersApartFromNumbers() throws {
        #expect(try JSONValue(parsing: "1") == .integer(1))
        #expect(try JSONValue(parsing: "1.0") == .number(1))
        #expect(try JSONValue(parsing: "1e2") == .number(100))
        #expect(try JSONValue(parsing: "-0") == .number(-0.0))
        #expect(try JSONValue(parsing: "-9223372036854775808") == .integer(.min))
        #expect(try JSONValue(parsing: "9223372036854775808") == .unsigned(1 << 63))
    }

    @Test(arguments: [
        "", " ", "{", "[", "}", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{} {}", "1 2", "tru",
        "truex", "nul", "+1", "01", "-", "1.", ".5", "1e", "1.2.3e", "1e999", "NaN", "\"", "\"\\", "\"\\x\"",
        "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "'a'", "[1 2]",
    ])
    func refusesWhatIsNotJSON(text: String) {
        #expect { try JSONValue(parsing: text) } throws: { ($0 as? CodexProtocolError)?.code == .notJSON }
    }

    @Test func refusesBytesThatAreNotUTF8() {
        #expect(throws: CodexProtocolError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
        #expect(throws: CodexProtocolError.self) { try JSONValue(parsing: [0x22, 0x5C, 0x6E, 0xC3, 0x22]) }
    }

    @Test func refusesWhatIsNestedTooDeep() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSONValue(parsing: nested(128))
        #expect(throws: CodexProtocolError.self) { try JSONValue(parsing: nested(129)) }
        #expect(throws: CodexProtocolError.self) { try JSONValue(parsing: nested(1_000_000)) }
        #expect(throws: CodexProtocolError.self) {
            try JSONValue(parsing: String(repeating: "{\"a\":", count: 1_000_000))
        }
    }

    @Test func agreesWithFoundationsCoders() throws {
        let text = #"{"a":[1,-2,18446744073709551615,1.5,true,false,null,"x"],"b":{"c":{}}}"#
        let value = try JSONValue(parsing: text)
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == value)
        #expect(try JSONValue(parsing: Array(JSONEncoder().encode(value))) == value)
    }
}
