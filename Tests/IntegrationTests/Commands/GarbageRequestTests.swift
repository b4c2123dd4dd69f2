import TestSupport
import JSONRPC
import Testing
import ZeroMQ

@Suite(.waits, .showsDaemonLogs) struct GarbageRequestTests {
    struct Garbage: Sendable, CustomTestStringConvertible {
        let text: String
        let code: Int64
        var id: JSON = .null
        var testDescription: String { String(text.prefix(60)) }

        init(_ text: String, _ code: Int64, id: JSON = .null) {
            self.text = text
            self.code = code
            self.id = id
        }
    }

    static let garbage: [Garbage] = [
        Garbage("", -32700), Garbage(" ", -32700), Garbage("hello", -32700), Garbage("{", -32700),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping"} x"#, -32700),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping"}{"jsonrpc":"2.0","id":2,"method":"ping"}"#, -32700),
        Garbage("\u{FEFF}" + #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, -32700),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":01}}"#, -32700),
        Garbage("null", -32600), Garbage("7", -32600), Garbage(#""ping""#, -32600),
        Garbage("[]", -32600), Garbage(#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, -32600),
        Garbage(#"{"jsonrpc":"2.0","method":"ping"}"#, -32600),
        Garbage(#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
        Garbage(#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600),
        Garbage(#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, -32600),
        Garbage(#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1}"#, -32600, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":""}"#, -32600, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","meta":[]}"#, -32600, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":"a","method":"ping","params":[]}"#, -32602, id: "a"),
        Garbage(#"{"jsonrpc":"2.0","id":"a","method":"ping","params":null}"#, -32602, id: "a"),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","method":"initialize"}"#, -32600, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"a/b","params":{"a":{"b":1,"b":2}}}"#, -32600, id: 1),
        // A newline in a string is no JSON; passed on, it would begin a second line.
        Garbage("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a/b\",\"params\":{\"a\":\"\n{}\n\"}}", -32700),
        Garbage("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\nb\"}", -32700),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","meta":{"deadlineMs":0}}"#, -32602, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","meta":{"deadlineMs":"1"}}"#, -32602, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","meta":{"notAfter":"now"}}"#, -32602, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","meta":{"worker":1}}"#, -32602, id: 1),
        Garbage(#"{"jsonrpc":"2.0","id":1,"method":"ping","meta":{"command":"no uuid"}}"#, -32602, id: 1),
        Garbage(
            #"{"jsonrpc":"2.0","id":1,"method":"a/b","params":{"a":"# + String(repeating: "[", count: 100_000)
                + String(repeating: "]", count: 100_000) + "}}", -32700),
        Garbage(String(repeating: "[", count: 100_000), -32700),
        Garbage(#"{"a":"# + String(repeating: #"{"a":"#, count: 100_000), -32700),
    ]

    @Test func eachGetsItsOneErrorAndTheDaemonServesOn() throws {
        let daemon = try DaemonProcess(FakeAppServer.command)
        let client = try RawClient(.req, daemon)
        for garbage in Self.garbage {
            let reply = try client.ask(garbage.text)
            #expect(reply.code == garbage.code, "\(garbage.testDescription): \(reply)")
            #expect(reply.json["id"] == garbage.id, "\(garbage.testDescription): \(reply)")
            #expect(reply.result == nil && reply.json["jsonrpc"] == "2.0")
        }
        for bytes in [[0xFF, 0xFE], [0], Array(#"{"jsonrpc":"2.0","id":1,"method":"\#u{0}"}"#.utf8)] as [[UInt8]] {
            #expect(try client.ask(bytes).code == -32700)
        }
        #expect(try client.isQuiet())
    }

    @Test func aThousandRandomRequestsGetAThousandErrors() throws {
        let client = try RawClient(.dealer, DaemonProcess(FakeAppServer.command))
        var random = SeededGenerator(seed: 20_261_121)
        let template = Array(#"{"jsonrpc":"2.0","id":1,"method":"a/b","params":{"x":[1,2,{"y":"z"}]},"meta":{}}"#.utf8)
        for _ in 0..<1_000 {
            var request: [UInt8]
            if Bool.random(using: &random) {
                request = (0..<Int.random(in: 1...200, using: &random)).map { _ in .random(in: 0...255, using: &random)
                }
            } else {
                // Nearly right: a few bytes of a good one are others, and its end is missing.
                request = template.dropLast(Int.random(in: 1...40, using: &random))
                for _ in 0..<3 {
                    request[Int.random(in: 0..<request.count, using: &random)] = .random(in: 0...255, using: &random)
                }
            }
            try client.send([[], request])
        }
        for _ in 0..<1_000 {
            let frames = try client.next()
            #expect(frames.count == 2)
            let reply = Reply(json: try JSON(parsing: frames.last ?? []))
            #expect([-32700, -32600].contains(reply.code), "\(reply)")
        }
        #expect(try client.isQuiet())
    }

    @Test func whatIsTooLargeIsRefusedAndWhatIsMuchTooLargeCutsOnlyItsLink() throws {
        let daemon = try DaemonProcess(FakeAppServer.command)
        let client = try RawClient(.req, daemon)
        func request(_ size: Int) -> String {
            #"{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":""# + String(repeating: "x", count: size) + #""}}"#
        }
        #expect(try client.ask(request(3 << 20)).result != nil)
        #expect(try client.ask(request(5 << 20)).reason == "too_large")
        #expect(try client.ask(request(15 << 20)).reason == "too_large")
        let rude = try RawClient(.dealer, daemon)
        try rude.send("", request(17 << 20))
        // Its link is cut and made anew: the request is lost, the next one is served.
        #expect(try client.isQuiet())
        try eventually("the rude client is served again") {
            try rude.send("", RawClient.ping(1))
            return (try? rude.next(within: .seconds(1))) != nil
        }
    }
}
