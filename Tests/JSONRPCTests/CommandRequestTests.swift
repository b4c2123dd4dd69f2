import TestSupport
@testable import JSONRPC
import Testing

@Suite struct CommandRequestTests {
    private func parse(_ text: String) throws(CommandRequestError) -> CommandRequest {
        try CommandRequest(parsing: [UInt8](text.utf8))
    }

    private func failure(_ text: String) -> CommandRequestError? { failure([UInt8](text.utf8)) }

    private func failure(_ bytes: [UInt8]) -> CommandRequestError? {
        do throws(CommandRequestError) {
            _ = try CommandRequest(parsing: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    @Test(
        arguments: [
            (#"{"threadId":"t","conversationId":"c"}"#, "t"), (#"{"conversationId":"c","threadId":"t"}"#, "t"),
            (#"{"conversationId":"c"}"#, "c"), (#"{"threadId":null,"conversationId":"c"}"#, "c"),
            (#"{"conversationId":"c","threadId":7}"#, "c"), (#"{"threadId":"","conversationId":"c"}"#, ""),
            (#"{"threadId":null}"#, nil), (#"{"thread":{"id":"t"}}"#, nil), ("{}", nil),
        ] as [(String, String?)])
    func aThreadIsNamedByATextAlone(params: String, thread: String?) throws {
        let text = #"{"id":1,"method":"m","params":\#(params)}"#
        #expect(try CommandRequest(parsing: Array(text.utf8)).threadID == thread)
    }

    @Test func readsARequest() throws {
        let request = try parse(
            """
            { "jsonrpc" : "2.0", "id" : "a\\u0062", "method" : "turn\\/start",
              "meta" : { "deadlineMs" : 30000 },
              "params" : { "text" : "two  words\\n", "n" : [ 1.00, 1e2,
                18446744073709551616 ] } }

            """)
        #expect(text(request.id) == #""a\u0062""#)
        #expect(request.method == "turn/start")
        #expect(text(request.params) == #"{"text":"two  words\n","n":[1.00,1e2,18446744073709551616]}"#)
        #expect(request.meta["deadlineMs"] == 30_000)
        #expect(try request.paramsValue["n"] == [1, 100, .number(0x1p64)])
    }

    @Test func membersMayBeMissingAndOthersMayBeThere() throws {
        let request = try parse(#"{"method":"ping","id":7,"trace":[{}]}"#)
        #expect(text(request.id) == "7")
        #expect(text(request.params) == "{}")
        #expect(request.meta == [:])
        #expect(try request.paramsValue == [:])
    }

    @Test(arguments: ["0", "-1", "1.50", "123456789012345678901234567890", "\"\"", "1e3", "\"\\n\""])
    func theIDComesBackAsItWasWritten(id: String) throws {
        #expect(text(try parse("{\"id\": \(id)\t,\"method\":\"m\"}").id) == id)
    }

    @Test(arguments: [
        "", "{", "ping", "{\"id\":1,\"method\":\"m\"", "{\"id\":1,\"method\":\"m\"}}", "{\"id\":1,\"method\":\"a\nb\"}",
        "{\"id\":1,\"method\":\"m\",\"params\":{\"a\":\"x\ny\"}}",
        "{\"id\":1,\"method\":\"m\",\"params\":{\"a\":\"x\u{1}\"}}",
        "{\"id\":1,\"method\":\"m\"}\n{\"id\":2,\"method\":\"m\"}", "\u{FEFF}{\"id\":1,\"method\":\"m\"}",
        "{\"id\":1,\"method\":\"m\"}\0", "{\"id\":01,\"method\":\"m\"}", "{\"id\":1e400,\"method\":\"m\"}",
        "{\"id\":1,\"method\":\"m\",\"params\":{\"s\":\"\\udead\"}}",
    ])
    func refusesWhatIsNotJSON(text: String) {
        let error = failure(text)
        #expect(error?.code == .notJSON)
        #expect(error?.rpcCode == -32700)
        #expect(error?.id == nil)
        #expect(error?.cause != nil)
    }

    @Test func refusesInvalidUTF8() {
        #expect(failure([UInt8](#"{"id":1,"method":""#.utf8) + [0xFF, 0x22, 0x7D])?.rpcCode == -32700)
    }

    @Test(
        arguments: [
            ("[]", .batch, nil), (" [{\"id\":1,\"method\":\"m\"}]", .batch, nil), ("1", .notAnObject, nil),
            ("\"x\"", .notAnObject, nil), ("null", .notAnObject, nil), ("{}", .noID, nil),
            (#"{"method":"m"}"#, .noID, nil), (#"{"id":null,"method":"m"}"#, .noID, nil),
            (#"{"id":"\#(String(repeating: "x", count: 255))","method":"m"}"#, .wrongID, nil),
            (#"{"id":true,"method":"m"}"#, .wrongID, nil), (#"{"id":[1],"method":"m"}"#, .wrongID, nil),
            (#"{"id":{},"method":"m"}"#, .wrongID, nil), (#"{"id":1}"#, .wrongMethod, "1"),
            (#"{"id":1,"method":2}"#, .wrongMethod, "1"), (#"{"id":1,"method":""}"#, .wrongMethod, "1"),
            (#"{"id":1,"method":null}"#, .wrongMethod, "1"),
            (#"{"id":"x","method":"m","jsonrpc":"1.0"}"#, .wrongVersion, "\"x\""),
            (#"{"id":1,"method":"m","jsonrpc":2.0}"#, .wrongVersion, "1"),
            (#"{"id":1,"method":"m","jsonrpc":null}"#, .wrongVersion, "1"),
            (#"{"id":1,"method":"m","meta":[]}"#, .wrongMeta, "1"),
            (#"{"id":1,"method":"m","meta":null}"#, .wrongMeta, "1"),
            (#"{"id":1,"method":"m","method":"m"}"#, .duplicateKey, "1"),
            (#"{"id":1,"id":1,"method":"m"}"#, .duplicateKey, nil),
            (#"{"i\u0064":1,"id":2,"method":"m"}"#, .duplicateKey, nil),
            (#"{"id":1,"method":"m","params":{"a":[{"b":1,"b":1}]}}"#, .duplicateKey, "1"),
            (#"{"id":1,"method":"m","params":{"a":{"b":1,"\u0062":1}}}"#, .duplicateKey, "1"),
            (#"{"id":1,"method":"m","meta":{"a":1,"a":1}}"#, .duplicateKey, "1"),
            (#"{"id":1,"method":"m","x":{"a":1,"a":1}}"#, .duplicateKey, "1"),
        ] as [(String, CommandRequestError.Code, String?)])
    func refusesWhatIsNoRequest(request: String, code: CommandRequestError.Code, id: String?) {
        let error = failure(request)
        #expect(error?.code == code)
        #expect(error?.rpcCode == -32600)
        #expect(text(error?.id) == id)
    }

    @Test(arguments: ["[]", "null", "1", "\"{}\"", "[{}]"]) func refusesParamsThatAreNoObject(params: String) {
        let error = failure(#"{"id":5,"method":"m","params":\#(params)}"#)
        #expect(error?.code == .wrongParams)
        #expect(error?.rpcCode == -32602)
        #expect(text(error?.id) == "5")
    }

    @Test func eachErrorSaysWhatIsWrong() {
        let texts = CommandRequestError.Code.allCases.map {
            CommandRequestError(code: $0, id: nil, cause: nil).description
        }
        #expect(Set(texts).count == texts.count)
    }

    @Test func deepNestingIsAnErrorAndNoCrash() {
        func request(_ depth: Int) -> String {
            let (open, close) = (String(repeating: "[", count: depth), String(repeating: "]", count: depth))
            return #"{"id":1,"method":"m","params":{"a":"# + open + "0" + close + "}}"
        }
        #expect(failure(request(118)) == nil)
        #expect(failure(request(119))?.cause?.code == .tooDeep)
        #expect(failure(request(1_000_000))?.rpcCode == -32700)
        #expect(failure(String(repeating: "[", count: 1_000_000))?.rpcCode == -32700)
    }

    @Test func paramsAreAlwaysOneLineOfTheSameValue() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let value: JSON = .object([.init("v", generator.value(depth: 4))])
            var spaced: [UInt8] = []
            var inString = false
            var escaped = false
            for byte in value.serialized() {
                let isStructural = !inString && [0x7B, 0x7D, 0x5B, 0x5D, 0x3A, 0x2C].contains(byte)
                spaced += isStructural ? [0x0A, byte, 0x0D, 0x0A, 0x09, 0x20] : [byte]
                if byte == 0x22 && !escaped { inString.toggle() }
                escaped = byte == 0x5C && !escaped
            }
            let request = try CommandRequest(
                parsing: [UInt8](#"{"id":1,"method":"m","params":"#.utf8) + spaced + [0x7D])
            #expect(request.params == value.serialized())
        }
    }

    @Test func paramsOfEveryLengthAreMinified() throws {
        for length in 0..<300 {
            let text = String(repeating: "x", count: length)
            let request = try parse(#"{"id":1,"method":"m","params":{ "a" : "\#(text)" , "b":[ ]}}"#)
            #expect(self.text(request.params) == #"{"a":"\#(text)","b":[]}"#)
        }
    }
}
