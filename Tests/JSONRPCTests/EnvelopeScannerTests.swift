@testable import JSONRPC
import Testing

@Suite struct EnvelopeScannerTests {
    private let scanner = EnvelopeScanner()

    private func scan<Result>(_ text: String, _ body: (Envelope) -> Result) throws(JSONError) -> Result {
        try Line.withCopy(of: [UInt8](text.utf8)) { (line) throws(JSONError) in body(try scanner.scan(line)) }
    }

    private func code(_ text: String) -> JSONError.Code? { code([UInt8](text.utf8)) }

    private func code(_ bytes: [UInt8]) -> JSONError.Code? {
        Line.withCopy(of: bytes) { line in
            do throws(JSONError) {
                _ = try scanner.scan(line)
                return nil
            } catch {
                return error.code
            }
        }
    }

    private func raw(_ member: EnvelopeScanner.Member, _ text: String) throws -> String? {
        try Line.withCopy(of: [UInt8](text.utf8)) { line in
            _ = try scanner.scan(line)
            return scanner.raw(member, of: line).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test func tellsTheShapesApart() throws {
        try scan(#"{"method":"turn/started","id":0,"params":{"threadId":"t"},"emittedAtMs":1}"#) {
            #expect($0.shape == .request)
            #expect($0.id == .number(0))
            #expect($0.method?.string == "turn/started")
        }
        try scan(#"{"id":-7,"result":null}"#) {
            #expect($0.shape == .response)
            #expect($0.id == .number(-7))
            #expect($0.method == nil)
        }
        try scan(#"{"error":{"code":-32600,"message":"no"},"id":"7"}"#) {
            #expect($0.shape == .error)
            #expect($0.id == .string("7"))
        }
        try scan(#" {"method":"initialized"}"# + "\r") {
            #expect($0.shape == .notification)
            #expect($0.id == nil)
            #expect($0.threadID == nil)
            #expect($0.turnID == nil)
            #expect($0.itemID == nil)
        }
    }

    @Test(arguments: [
        #"{}"#, #"{"id":1}"#, #"{"result":1}"#, #"{"params":{}}"#, #"{"id":1,"result":1,"error":{}}"#,
        #"{"id":1,"method":"a","result":1}"#, #"{"method":"a","error":1}"#,
    ])
    func refusesOtherShapes(text: String) {
        #expect(code(text) == .unknownShape)
    }

    @Test(arguments: [
        "1.0", "null", "true", "{}", "[1]", "9223372036854775808", "1e0", "123456789012345678901234567890",
    ])
    func refusesAnIDThatIsNeitherStringNorInteger(id: String) {
        #expect(code(#"{"id":\#(id),"result":1}"#) == .invalidID)
        #expect(code(#"{"id":\#(id),"method":"a"}"#) == .invalidID)
    }

    @Test func refusesAMethodThatIsNoString() {
        for method in ["1", "null", "{}", "[\"a\"]"] { #expect(code(#"{"method":\#(method)}"#) == .invalidMethod) }
    }

    /// A worker that writes both can't have its answer taken for another thread's.
    @Test func anAnswerIsAboutWhatStandsInItsResultAlone() throws {
        func ids(_ text: String) throws -> [String?] {
            try scan(text) { [$0.threadID?.string, $0.turnID?.string, $0.itemID?.string] }
        }
        let params = #""params":{"threadId":"x","turnId":"y","itemId":"z"}"#
        for members in [#""result":{"thread":{"id":"t"}},\#(params)"#, #"\#(params),"result":{"thread":{"id":"t"}}"#] {
            #expect(try ids(#"{"id":1,\#(members)}"#) == ["t", nil, nil])
        }
        #expect(try ids(#"{"id":1,"result":null,\#(params)}"#) == [nil, nil, nil])
        #expect(try ids(#"{"id":1,"error":{},\#(params)}"#) == ["x", "y", "z"])
    }

    @Test func takesTheIDsOfThreadTurnAndItemFromTheirPlacesInOrder() throws {
        func ids(_ params: String) throws -> [String?] {
            try scan(#"{"method":"m","params":\#(params)}"#) {
                [$0.threadID?.string, $0.turnID?.string, $0.itemID?.string]
            }
        }
        #expect(try ids(#"{"threadId":"a","turnId":"b","itemId":"c"}"#) == ["a", "b", "c"])
        #expect(try ids(#"{"thread":{"x":{},"id":"a"},"turn":{"id":"b"},"item":{"id":"c"}}"#) == ["a", "b", "c"])
        #expect(try ids(#"{"conversationId":"z"}"#) == ["z", nil, nil])
        #expect(try ids(#"{"conversationId":"z","thread":{"id":"y"},"threadId":"x"}"#) == ["x", nil, nil])
        #expect(try ids(#"{"conversationId":"z","thread":{"id":"y"}}"#) == ["y", nil, nil])
        #expect(try ids(#"{"threadId":7,"thread":{"id":"y"},"turnId":null,"itemId":[]}"#) == ["y", nil, nil])
        #expect(try ids(#"{"thread":"y","turn":[],"item":1,"threadId":{}}"#) == [nil, nil, nil])
        #expect(try ids(#"{"deep":{"threadId":"no"}}"#) == [nil, nil, nil])
        #expect(try ids(#"[{"threadId":"no"}]"#) == [nil, nil, nil])
        #expect(try ids(#""threadId""#) == [nil, nil, nil])
        #expect(try ids(#"{"\u0074hreadId":"\u0061\n","turnId":""}"#) == ["a\n", "", nil])
    }

    @Test func seesThroughEscapesInMethodsAndKeys() throws {
        try scan(#"{"m\u0065thod":"turn\/st\u0061rted"}"#) { #expect($0.method?.string == "turn/started") }
        #expect(code(#"{"method":"a","m\u0065thod":"b"}"#) == .duplicateKey)
    }

    @Test(arguments: [
        #"{"method":"a","method":"a"}"#, #"{"id":1,"id":1,"result":0}"#, #"{"id":1,"result":0,"result":0}"#,
        #"{"id":1,"error":0,"error":0}"#, #"{"method":"a","params":{},"params":{}}"#,
        #"{"method":"a","params":{"threadId":"a","threadId":"b"}}"#,
        #"{"method":"a","params":{"threadId":"a","\u0074hreadId":"b"}}"#,
        #"{"method":"a","params":{"thread":{"id":"a","id":"b"}}}"#,
        #"{"method":"a","params":{"turn":{},"turn":{}}}"#,
        #"{"method":"a","params":{"item":{},"item":{}}}"#,
        #"{"method":"a","params":{"conversationId":"a","conversationId":"a"}}"#,
    ])
    func refusesAKeyItReadsThatOccursTwice(text: String) {
        #expect(code(text) == .duplicateKey)
    }

    @Test func leavesOtherKeysAlone() {
        #expect(code(#"{"method":"a","x":1,"x":2,"params":{"y":1,"y":2}}"#) == nil)
    }

    @Test(arguments: [
        "", " ", "\r", "{", "}", "{\"method\":\"a\"", "{\"method\":\"a\"}}", "{\"method\":\"a\"}{\"method\":\"a\"}",
        "{\"method\":\"a\"} x", "{\"method\":\"a\"},", "{\"method\":\"a\",}", "{method:\"a\"}",
        "{\"method\":\"a\u{1}\"}",
        "{\"method\":\"a\\q\"}", "{\"method\":\"a\",\"x\":tru}", "{\"method\":\"a\",\"x\":[1,]}",
        "\u{FEFF}{\"method\":\"a\"}",
        "{\"method\":\"a\"}\0", "{\"method\":\"a\0\"}", "\0", "{\"method\":\"a\",\"x\":\"\\ud83d\"x\"}",
        "{'method':'a'}",
        "{\"method\":\"a\"", "{\"method\"", "{\"method\":\"a", "{\"method\":\"a\\", "tru", "x",
    ])
    func refusesWhatIsNotOneValue(text: String) {
        #expect(code(text) == .invalid)
    }

    @Test(arguments: [
        "01", "1.", ".5", "+1", "-", "1.2.3e", "1e", "1e+", "0x1", "--1", "NaN", "01234567890123456789012",
    ])
    func refusesWhatIsNoNumber(number: String) {
        #expect([.invalid, .invalidNumber].contains(code(#"{"method":"a","x":\#(number)}"#)))
        // The second try, with numbers made smaller, must not let it in either.
        #expect([.invalid, .invalidNumber].contains(code(#"{"method":"a","y":1e999,"x":\#(number)}"#)))
        #expect([.invalid, .invalidNumber].contains(code(#"{"method":"a","y":1e999,"x":[\#(number)e999]}"#)))
    }

    @Test(arguments: ["null", "[]", "1", "\"a\"", "true", "[{\"method\":\"a\"}]"])
    func refusesWhatIsNoObject(text: String) {
        #expect(code(text) == .notAnObject)
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
    func refusesInvalidUTF8(bytes: [UInt8]) {
        let head = [UInt8](#"{"method":"a","x":""#.utf8)
        #expect(code(head + bytes + [UInt8](#""}"#.utf8)) == .invalidUTF8)
    }

    @Test(arguments: [
        "0", "-0", "1.0", "18446744073709551615", "18446744073709551616", "-9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890", "1e400", "-1E+400", "1e-400",
        "0.1234567890123456789012345678901234567890e999999",
        "123456789012345678901234567890.5e400",
    ])
    func letsNumbersOfAnySizeThrough(number: String) throws {
        let text =
            #"{"method":"m","a":"1e999 \\\"","params":{"threadId":"t","n":\#(number),"item":{"n":[\#(number)]}}}"#
        #expect(code(text) == nil)
        try scan(text) { #expect($0.threadID?.string == "t") }
        #expect(try raw(.item, text) == #"{"n":[\#(number)]}"#)
        #expect(try raw(.params, text) == #"{"threadId":"t","n":\#(number),"item":{"n":[\#(number)]}}"#)
    }

    @Test func aNumberOfThousandsOfDigitsPasses() {
        let digits = String(repeating: "7", count: 5_000)
        #expect(code(#"{"method":"m","n":\#(digits),"m":-\#(digits).\#(digits)e\#(digits)}"#) == nil)
    }

    @Test func limitsDepth() {
        func nested(_ depth: Int) -> String {
            let (open, close) = (String(repeating: "[", count: depth - 1), String(repeating: "]", count: depth - 1))
            return #"{"method":"a","x":"# + open + "0" + close + "}"
        }
        #expect(code(nested(256)) == nil)
        #expect(code(nested(257)) == .tooDeep)
        #expect(code(nested(1_000_000)) == .tooDeep)
        #expect(code(String(repeating: "[", count: 1_000_000)) != nil)
        #expect(code(String(repeating: #"{"a":"#, count: 1_000_000)) != nil)
        #expect(code(#"{"method":"still here"}"#) == nil)
    }

    @Test func slicesAreTheExactBytes() throws {
        #expect(try raw(.result, #"{"id":1,"result": {"a" : [1.0, "}\""]} }"#) == #"{"a" : [1.0, "}\""]}"#)
        #expect(try raw(.result, #"{"result":"x\\" , "id":1}"#) == #""x\\""#)
        #expect(try raw(.result, "{\"id\":1,\"result\":\t12345678901234567890123 \r}") == "12345678901234567890123")
        #expect(try raw(.id, #"{"a":{"id":9},"id":"\u0041","result":[]}"#) == #""\u0041""#)
        #expect(try raw(.result, #"{"a":[{},[],"[{"],"id":1,"r\u0065sult":[]}"#) == "[]")
        #expect(try raw(.error, #"{"id":1,"error":{"code":1}}"#) == #"{"code":1}"#)
        #expect(try raw(.error, #"{"id":1,"result":{}}"#) == nil)
        #expect(
            try raw(.params, #"{"method":"m","params":{"item":{"id":"i"},"b":[]}}"#) == #"{"item":{"id":"i"},"b":[]}"#)
        #expect(try raw(.item, #"{"method":"m","params":{"a":{"item":1},"item":{"id":"i"},"b":[]}}"#) == #"{"id":"i"}"#)
        #expect(try raw(.item, #"{"method":"m","params":{}}"#) == nil)
        #expect(try raw(.item, #"{"method":"m","params":[]}"#) == nil)
    }

    @Test func slicesOfAnotherLineStayInsideIt() throws {
        let long = [UInt8](#"{"id":1,"padding":[1,2,3,4,5,6,7,8],"result":{"a":[1,2,3]}}"#.utf8)
        let short = [UInt8](#"{"id":1,"x":2}"#.utf8)
        try Line.withCopy(of: long) { line in _ = try scanner.scan(line) }
        Line.withCopy(of: short) { line in #expect(scanner.raw(.result, of: line) == nil) }
        Line.withCopy(of: []) { line in #expect(scanner.raw(.result, of: line) == nil) }
    }

    @Test func aFailedScanLeavesNoSlices() throws {
        Line.withCopy(of: [UInt8](#"{"id":1,"result":1}}"#.utf8)) { line in
            #expect(throws: JSONError.self) { _ = try scanner.scan(line) }
            #expect(scanner.raw(.result, of: line) == nil)
        }
    }

    @Test func aHugeLineIsReadAndItsMemoryGoes() throws {
        let text = #"{"id":1,"result":"# + "[" + String(repeating: #"{"a":"b"},"#, count: 300_000) + "0]}"
        #expect(try raw(.result, text)?.utf8.count == text.utf8.count - 17 - 1)
        #expect(scanner.capacity > EnvelopeScanner.keptCapacity)
        scanner.trim()
        #expect(scanner.capacity == 0)
        #expect(code(text) == nil)
        #expect(code(#"{"method":"a"}"#) == nil)
        #expect(scanner.capacity <= EnvelopeScanner.keptCapacity)
    }

    @Test func growsSeldomWhenLinesGrowSlowly() {
        var capacities: Set<Int> = []
        for length in 0..<5_000 {
            #expect(code(#"{"method":"a","x":""# + String(repeating: "x", count: length) + #""}"#) == nil)
            capacities.insert(scanner.capacity)
        }
        #expect(capacities.count < 8)
    }

    @Test func aLineAtTheVeryEndOfTheReadBufferIsRead() throws {
        let line = [UInt8](#"{"method":"last","params":{"threadId":"t"}}"#.utf8)
        let buffer = ReadBuffer()
        let head = ReadBuffer.capacity - line.count - 2
        buffer.withSpace {
            $0.copyBytes(from: [UInt8](repeating: 32, count: head) + [10] + line + [10])
        }
        var methods: [String?] = []
        try LineBuffer().append(ReadBuffer.capacity, of: buffer) { line in
            methods.append(try? scanner.scan(line).method?.string)
        }
        #expect(methods == [nil, "last"])
    }
}
