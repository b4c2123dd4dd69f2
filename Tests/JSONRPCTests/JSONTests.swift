import TestSupport
@testable import JSONRPC
import Testing

@Suite struct JSONTests {
    private func code(_ text: String) -> JSONError.Code? {
        do throws(JSONError) {
            _ = try JSON(parsing: text)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func readsEveryKindAndKeepsTheOrder() throws {
        let value = try JSON(
            parsing: #" {"z":[1,-2,18446744073709551615,1.5,true,false,null,"a\nA😀\u0000"],"a":{},"m":[]} "#)
        #expect(value["z"]?.arrayValue?.count == 8)
        #expect(value["z"]?.arrayValue?[2].doubleValue == 0x1p64)
        #expect(value["z"]?.arrayValue?[2].intValue == nil)
        #expect(value["z"]?.arrayValue?[4].boolValue == true)
        #expect(value["z"]?.arrayValue?[6].isNull == true)
        #expect(value["z"]?.arrayValue?[7].stringValue == "a\nA😀\0")
        #expect(value.objectValue?.map(\.key) == ["z", "a", "m"])
        #expect(value["q"] == nil)
        #expect(value["a"]?["b"] == nil)
        #expect(
            value.description
                == #"{"z":[1,-2,18446744073709551615,1.5,true,false,null,"a\nA😀\u0000"],"a":{},"m":[]}"#)
    }

    @Test(arguments: [
        "1", "\"x\"", "null", "true", "[]", "{}", "-0.0", "1.0", "1e+30", "5e-324", "-9223372036854775808",
    ])
    func aValueAloneComesBackAsItWas(text: String) throws {
        #expect(try JSON(parsing: text).description == text)
    }

    @Test func escapesWhatMustBeAndNothingElse() throws {
        let all = String(String.UnicodeScalarView((0..<0x80).map { Unicode.Scalar(UInt8($0)) })) + "é\u{2028}😀"
        let bytes = JSON.string(all).serialized()
        #expect(!bytes.contains { $0 < 0x20 })
        #expect(try JSON(parsing: bytes) == .string(all))
        #expect(JSON.string("\"\\/\u{1}\u{1F}\r\n\t").description == #""\"\\/\u0001\u001f\r\n\t""#)
        let key: JSON = .object([.init("a\"\n", 1)])
        #expect(key.description == #"{"a\"\n":1}"#)
    }

    @Test func integersBeyond64BitsAreRounded() throws {
        #expect(try JSON(parsing: "18446744073709551616") == .number(0x1p64))
        #expect(try JSON(parsing: "[-9223372036854775809]") == [.number(-0x1p63)])
        #expect(
            try JSON(parsing: "123456789012345678901234567890").doubleValue == 1.2345678901234568e29)
        #expect(try JSON(parsing: "[18446744073709551615]").arrayValue?[0] == .unsigned(.max))
        #expect(code("1e400") == .invalidNumber)
        #expect(code("[123456789012345678901234567890, -1e400]") == .invalidNumber)
        #expect(code(String(repeating: "9", count: 400)) == .invalidNumber)
    }

    @Test(arguments: [
        "", " ", "[1,]", "{", "nul", "1 2", "{\"a\":1}{}", "\"a\nb\"", "[\"a\tb\"]", "\u{FEFF}1", "1\0", "{\"a\"}",
        "'a'",
        "[\"\\x\"]",
    ])
    func refusesWhatIsNotJSON(text: String) {
        #expect([.invalid, .invalidNumber].contains(code(text)))
    }

    @Test(arguments: [#""\ud800""#, #""\udc00""#, #"["a\udfff"]"#, #"{"\ud83d":1}"#, #""\ud83d\ud83d""#])
    func refusesLoneSurrogates(text: String) {
        #expect(code(text) != nil)
    }

    @Test func refusesDuplicateKeysAtEveryDepth() {
        #expect(code(#"{"a":1,"a":1}"#) == .duplicateKey)
        #expect(code(#"{"a":1,"\u0061":2}"#) == .duplicateKey)
        #expect(code(#"[[{"x":{"b":[{"a":1,"c":2,"a":3}]}}]]"#) == .duplicateKey)
        #expect(code(#"[{"a":1},{"a":1},{"b":{"a":1}}]"#) == nil)
        let many = (0..<1_000).map { #""k\#($0)":\#($0)"# }
        #expect(code("{" + many.joined(separator: ",") + "}") == nil)
        #expect(code("{" + (many + [#""k7":0"#]).joined(separator: ",") + "}") == .duplicateKey)
        // Alike for Swift's strings, two keys for JSON.
        #expect(code("{\"\u{E9}\":1,\"e\u{301}\":2}") == nil)
    }

    @Test func limitsDepth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + "0" + String(repeating: "]", count: depth)
        }
        #expect(code(nested(256)) == nil)
        #expect(code(nested(257)) == .tooDeep)
        #expect(code(nested(1_000_000)) == .tooDeep)
        #expect(
            code(String(repeating: #"{"a":"#, count: 500_000) + "0" + String(repeating: "}", count: 500_000))
                == .tooDeep)
    }

    @Test func equalsAsJSONDoes() throws {
        let pairs: [(String, String)] = [
            (#"{"a":1,"b":[2]}"#, #"{"b":[2],"a":1}"#), ("1", "1.0"), ("0", "-0.0"), ("1e2", "100"),
            ("18446744073709551615", "18446744073709551615"), (#""\u0061""#, #""a""#), ("[]", " [ ] "),
            ("-9223372036854775808", "-9223372036854775808.0"),
            (#"{"x":{"a":1,"b":2.0}}"#, #"{"x":{"b":2,"a":1}}"#),
        ]
        for (a, b) in pairs {
            let (a, b) = (try JSON(parsing: a), try JSON(parsing: b))
            #expect(a == b)
            #expect(a.hashValue == b.hashValue)
            #expect(JSON.raw(a.serialized()) == b)
            #expect(JSON.raw(a.serialized()).hashValue == b.hashValue)
        }
    }

    @Test func differsAsJSONDoes() throws {
        let values = try [
            "1", "2", "-1", "1.5", "true", "null", "\"1\"", "[]", "{}", "[1]", "[[1]]", #"{"a":1}"#, #"{"a":2}"#,
            #"{"b":1}"#, #"{"a":1,"b":1}"#, "9223372036854775807", "9223372036854775808", "[1,2]", "[2,1]",
            "\"\u{E9}\"",
            "\"e\u{301}\"", "{\"\u{E9}\":1}", "{\"e\u{301}\":1}",
        ].map { try JSON(parsing: $0) }
        for (i, a) in values.enumerated() {
            for (j, b) in values.enumerated() { #expect((a == b) == (i == j)) }
        }
        #expect(Set(values).count == values.count)
    }

    @Test func literalsReadLikeJSON() {
        let value: JSON = ["id": 1, "list": [nil, true, 2.5, "x"], "empty": [:]]
        #expect(value.description == #"{"id":1,"list":[null,true,2.5,"x"],"empty":{}}"#)
        #expect(JSON.number(.nan).description == "null")
        #expect(JSON.number(-.infinity).description == "null")
        #expect(JSON.number(3).intValue == 3)
        #expect(JSON.number(3.5).intValue == nil)
        #expect(JSON.number(1e30).intValue == nil)
    }

    @Test func rawTextIsEmbeddedAsItIsButNeverBreaksTheLine() {
        let raw = JSON.raw([UInt8]("{ \"n\" :\r\n1.00 }".utf8))
        #expect((["a": raw] as JSON).description == "{\"a\":{ \"n\" :  1.00 }}")
        #expect(raw["n"] == 1)
        #expect(raw == ["n": 1])
        let broken = JSON.raw([UInt8]("{\n".utf8))
        #expect(broken["n"] == nil)
        #expect(broken == broken)
        #expect(broken != .null)
    }

    @Test func randomValuesSurviveTheirText() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let value = generator.value(depth: 4)
            let parsed = try JSON(parsing: value.serialized())
            #expect(parsed == value)
            #expect(parsed.hashValue == value.hashValue)
            #expect(parsed.serialized() == value.serialized())
        }
    }
}
