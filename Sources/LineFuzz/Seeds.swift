package import JSONRPC

/// What a fuzzer begins with.
package enum Seeds {
    /// The lines of recorded sessions, both ways, from the text of a `.jsonl` under `Tests/Fixtures`.
    package static func recorded(_ session: [UInt8]) throws(JSONError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for entry in session.split(separator: UInt8(ascii: "\n")) {
            guard let line = try JSON(parsing: Array(entry))["line"]?.stringValue else { continue }
            lines.append(Array(line.utf8))
        }
        return lines
    }

    /// What somebody might write who means harm.
    package static let hostile: [[UInt8]] =
        texts.map { Array($0.utf8) } + [
            [0xFF, 0xFE], Array("{\"method\":\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"}".utf8),
            Array(repeating: UInt8(ascii: "["), count: 300), Array(repeating: UInt8(ascii: "\n"), count: 40),
            Array(String(repeating: #"{"params":"#, count: 257).utf8), [0],
        ]

    private static let texts = [
        "", " ", "\r\n", "{}", "[]", "null", "1e999", #""method""#, "{\"method\":\"m\"}\n{\"method\":\"n\"}\n{\"met",
        #"{"id":1,"result":{}}{"id":1,"result":{}}"#, #"{"id":1,"method":"m","method":"n"}"#,
        #"{"id":1.0,"result":null}"#, #"{"id":9223372036854775808,"error":{}}"#, #"{"id":null,"method":"m"}"#,
        #"{"method":"m","params":{"threadId":"a","threadId":"b"}}"#, #"{"method":"\ud800","params":[]}"#,
        #"{"method":"m","params":{"threadId":5,"thread":{"id":"t"},"conversationId":"c"}}"#,
        #"{"id":"a","result":{"thread":{"id":"t"},"turn":{"id":"u"}},"params":{"threadId":"x"}}"#,
        #"{"id":1,"method":"approval/opened","params":{"item":{"id":"i","n":1e400}}}"#,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\",\"params\":{\n\"x\":\r\n\"\\n\"},\"meta\":{\"k\":\"v\"}}",
        #"{"id":1,"method":"m","params":{"a":{"b":1,"b":2}}}"#, #"{"id":"\u0000\u001f","method":"\/"}"#,
        #"[{"id":1,"method":"m"}]"#, #"{"id":1,"method":"m","params":{"threadId":null,"conversationId":"c"}}"#,
    ]
}
