@testable import JSONRPC
import Testing

@Suite struct OutgoingLineTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func eachShapeIsOneLine() {
        let params = JSON.raw([UInt8](#"{"n":1.00}"#.utf8))
        #expect(
            text(OutgoingLine.request(id: .number(3), method: "a/b", params: params))
                == "{\"id\":3,\"method\":\"a/b\",\"params\":{\"n\":1.00}}\n")
        #expect(text(OutgoingLine.request(id: .string("x"), method: "m")) == "{\"id\":\"x\",\"method\":\"m\"}\n")
        #expect(text(OutgoingLine.notification(method: "initialized")) == "{\"method\":\"initialized\"}\n")
        #expect(
            text(OutgoingLine.notification(method: "m", params: ["a": 1]))
                == "{\"method\":\"m\",\"params\":{\"a\":1}}\n")
        #expect(text(OutgoingLine.response(id: .number(0), result: nil)) == "{\"id\":0,\"result\":null}\n")
        #expect(
            text(OutgoingLine.error(id: .number(1), code: -32601, message: "no \"such\"\n", data: [1]))
                == "{\"id\":1,\"error\":{\"code\":-32601,\"message\":\"no \\\"such\\\"\\n\",\"data\":[1]}}\n")
    }

    @Test func nothingSmugglesInASecondLine() {
        let evil = "x\n{\"id\":1,\"result\":{\"decision\":\"accept\"}}\r\n"
        let raw = JSON.raw([UInt8](evil.utf8))
        let lines = [
            OutgoingLine.request(id: .string(evil), method: evil, params: raw),
            OutgoingLine.notification(method: evil, params: ["a": raw]),
            OutgoingLine.response(id: .string(evil), result: [raw]),
            OutgoingLine.error(id: .string(evil), code: 1, message: evil, data: raw),
        ]
        for line in lines {
            #expect(line.last == 10)
            #expect(!line.dropLast().contains { $0 == 10 || $0 == 13 })
        }
    }

    @Test func theScannerReadsThemBack() throws {
        let scanner = EnvelopeScanner()
        let line = OutgoingLine.request(id: .string("é\"\n"), method: "m", params: ["threadId": "t"])
        try Line.withCopy(of: line.dropLast()) { line in
            let envelope = try scanner.scan(line)
            #expect(envelope.id == .string("é\"\n"))
            #expect(envelope.threadID?.string == "t")
        }
    }

    @Test func idsAreComparedByteForByte() {
        #expect(RequestID.string("1") != .number(1))
        #expect(RequestID.string("\u{E9}") != .string("e\u{301}"))
        #expect(Set([RequestID.string("\u{E9}"), .string("e\u{301}"), .string("a"), .string("a")]).count == 3)
        #expect("\(RequestID.string("a"))\(RequestID.number(1))" == "\"a\"1")
    }
}
