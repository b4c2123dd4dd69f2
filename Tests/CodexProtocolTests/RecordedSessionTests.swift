import CodexProtocol
import JSONRPC
import Testing

@Suite struct RecordedSessionTests {
    @Test(arguments: ["0.163.0", "0.149.0", "0.133.0"])
    func everyLineGoesRound(codex: String) throws {
        let sessions = try Fixtures.sessions(of: codex)
        #expect(sessions.count >= 7)
        for (name, lines) in sessions {
            var requests: [RequestId: ClientRequest] = [:]
            var asked: [RequestId: ServerRequest] = [:]
            for line in lines {
                let json = try JSONValue(parsing: line.line)
                let place = Comment("\(codex)/\(name): \(line.line.prefix(200))")
                if line.isInput {
                    let message = try ClientMessage(json: json)
                    #expect(message.json == json, place)
                    if case .request(let id, let request, _) = message { requests[id] = request }
                    if case .response(let id, let result, _) = message {
                        try expectRound(result, as: asked[id]?.responseType, place)
                    }
                } else {
                    let message = try ServerMessage(json: json)
                    #expect(message.json == json, place)
                    if case .request(let id, let request, _) = message { asked[id] = request }
                    if case .response(let id, let result, _) = message {
                        try expectRound(result, as: requests[id]?.responseType, place)
                    }
                    if codex == "0.163.0" { #expect(Reflection(of: message).unknown.isEmpty, place) }
                }
            }
        }
    }

    /// As it comes from a process that writes a byte at a time: split, checked and read as types.
    @Test func aSessionComesByteByByte() throws {
        let sessions = try Fixtures.sessions(of: "0.163.0")
        let (name, recorded) = try #require(sessions.first { $0.0.contains("approval-accepted") })
        let lines = recorded.filter { !$0.isInput }.map(\.line)
        let (buffer, splitter, scanner) = (ReadBuffer(), LineBuffer(), EnvelopeScanner())
        var messages: [ServerMessage] = []
        for byte in "\(lines.joined(separator: "\n"))\n".utf8 {
            buffer.withSpace { $0[0] = byte }
            try splitter.append(1, of: buffer) { line in
                guard (try? scanner.scan(line)) != nil, let message = try? ServerMessage(parsing: line.copy) else {
                    return
                }
                messages.append(message)
            }
        }
        #expect(splitter.pendingBytes == 0)
        #expect(try messages == lines.map { try ServerMessage(parsing: Array($0.utf8)) }, "\(name)")
    }

    private func expectRound(_ result: JSONValue, as type: (any JSONCodable.Type)?, _ place: Comment) throws {
        let type = try #require(type, place)
        let value = try type.init(json: result)
        #expect(value.json == result, place)
        #expect(Reflection(of: value).unknown.isEmpty, place)
    }

    @Test func aSessionHasWhatBosunActsOn() throws {
        let lines = try Fixtures.sessions(of: "0.163.0").flatMap(\.lines).filter { !$0.isInput }
        let methods = try Set(lines.compactMap { try JSONValue(parsing: $0.line)["method"]?.string })
        for method in [
            "item/commandExecution/requestApproval", "item/completed", "item/started", "serverRequest/resolved",
            "thread/started", "thread/status/changed", "turn/completed", "turn/started",
        ] {
            #expect(methods.contains(method))
        }
    }
}
