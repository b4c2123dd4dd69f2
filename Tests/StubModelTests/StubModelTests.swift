import FoundationEssentials
import Glibc
import StubModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct StubModelTests {
    private let model: StubModel
    private let client: HTTPClient

    init() throws {
        model = try StubModel()
        client = HTTPClient(port: model.port)
    }

    private func object(_ json: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }

    // MARK: What it answers

    @Test func withoutADirectiveItGreetsInAFewDeltas() async throws {
        let reply = try await client.ask("Hello?")
        #expect(reply.status == 200 && reply.isWhole)
        #expect((2..<20).contains(reply.deltaCount))
        #expect(reply.events("response.created").count == 1)
        #expect(reply.events("response.output_item.done").first?.contains("stub model") == true)
        #expect(reply.events("response.completed").count == 1)
    }

    @Test func deltasAreAsManyAsAskedFor() async throws {
        let reply = try await client.ask(#"[[stub deltas=20000 text="a word, "]]"#)
        #expect(reply.isWhole)
        #expect(reply.deltaCount == 20_000)
    }

    /// An event that is longer than the server's block comes whole.
    @Test func aLongTextComesWhole() async throws {
        let text = String(repeating: "é🙂 ", count: 50_000)
        let reply = try await client.ask("[[stub text=\"\(text)\"]]")
        #expect(reply.isWhole)
        #expect(reply.events("response.output_text.delta").first?.contains(text) == true)
        #expect(reply.events("response.output_item.done").first?.contains(text) == true)
    }

    @Test func delaysAreKept() async throws {
        let start = ContinuousClock.now
        let reply = try await client.ask("[[stub deltas=5 delay-ms=20]]")
        #expect(reply.deltaCount == 5)
        #expect(ContinuousClock.now - start >= .milliseconds(80))
    }

    @Test func silenceComesBeforeTheAnswer() async throws {
        let start = ContinuousClock.now
        let reply = try await client.ask("[[stub wait-ms=100 fail=503]]")
        #expect(reply.status == 503)
        #expect(ContinuousClock.now - start >= .milliseconds(100))
    }

    @Test func aCommandIsCalledAndThenSpokenOf() async throws {
        struct Done: Decodable {
            struct Item: Decodable { let type, name, arguments: String }
            let item: Item
        }
        let message = #"[[stub run="touch \"/tmp/a b\""]]"#
        let reply = try await client.ask(message)
        let json = try #require(reply.events("response.output_item.done").first)
        let item = try JSONDecoder().decode(Done.self, from: Data(json.utf8)).item
        #expect(item.type == "function_call" && item.name == "exec_command")
        let arguments = try object(item.arguments)
        #expect(arguments["cmd"] == #"touch "/tmp/a b""#)
        #expect(arguments["sandbox_permissions"] == "require_escalated")
        #expect(arguments["justification"]?.isEmpty == false)
        #expect(reply.deltaCount == 0)

        let second = try await client.ask(message, outputs: ["it is done"])
        #expect(second.events("response.output_item.done").first?.contains("it is done") == true)
    }

    @Test func eachDirectiveAnswersOneRequestOfTheTurn() async throws {
        let message = #"[[stub run="one"]] [[stub run="two"]] [[stub deltas=3]]"#
        for (outputs, command) in [([], "one"), (["1"], "two")] {
            let reply = try await client.ask(message, outputs: outputs)
            #expect(reply.events("response.output_item.done").first?.contains(#"{\"cmd\":\"\#(command)\""#) == true)
        }
        #expect(try await client.ask(message, outputs: ["1", "2"]).deltaCount == 3)
    }

    @Test(arguments: [400, 429, 500, 599]) func aFailureIsThatStatus(_ status: Int) async throws {
        #expect(try await client.ask("[[stub fail=\(status)]]").status == status)
    }

    @Test(arguments: [0, 3]) func aCutClosesTheConnectionAfterThatManyDeltas(_ count: Int) async throws {
        let reply = try await client.ask("[[stub deltas=10 cut=\(count)]]")
        #expect(reply.status == 200)
        #expect(!reply.isWhole)
        #expect(reply.deltaCount == count)
    }

    @Test func requestsAtOnceDoNotDisturbEachOther() async throws {
        try await withThrowingTaskGroup(of: (Int, HTTPClient.Reply).self) { group in
            for number in 1...24 {
                group.addTask {
                    (number, try await client.ask("[[stub deltas=\(number) delay-ms=1 text=\"<\(number)>\"]]"))
                }
            }
            for try await (number, reply) in group {
                #expect(reply.deltaCount == number)
                #expect(reply.text.components(separatedBy: "\"delta\":\"<\(number)>\"").count == number + 1)
            }
        }
    }

    @Test func aConnectionTakesOneRequestAfterTheOther() throws {
        let connection = try Connection(port: model.port)
        for count in [2, 5] {
            connection.send(HTTPClient.post(HTTPClient.body("[[stub deltas=\(count)]]")))
            #expect(try connection.reply().deltaCount == count)
        }
    }

    @Test func aRequestMayComeByteByByte() throws {
        let connection = try Connection(port: model.port)
        for byte in HTTPClient.post(HTTPClient.body("[[stub deltas=4]]")) { connection.send([byte]) }
        #expect(try connection.reply().deltaCount == 4)
    }

    // MARK: What it refuses

    @Test func aMalformedDirectiveIsToldWhatIsWrong() async throws {
        let reply = try await client.ask("[[stub deltas=many]]")
        #expect(reply.status == 400)
        #expect(reply.text.contains("malformed_directive") && reply.text.contains("deltas=many"))
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{}", #"{"stream":true}"#, #"{"stream":true,"input":[]}"#, #"{"stream":true,"input":3}"#,
        #"{"stream":false,"input":[{"role":"user","content":"hi"}]}"#, #"{"input":[{"role":"user","content":"hi"}]}"#,
        "{\"stream\":true,\"input\":[{\"role\":\"user\",\"content\":\"\u{1}\"}]}",
        LongText(#"{"stream":true,"input":"# + String(repeating: "[", count: 100_000)),
    ])
    func aMalformedBodyIsRefused(_ body: LongText) async throws {
        let reply = try await client.exchange(HTTPClient.post(body.text))
        #expect(reply.status == 400)
        #expect(reply.text.contains("malformed_request"))
    }

    @Test func otherPathsAndMethodsAreNotFound() async throws {
        #expect(try await client.exchange(HTTPClient.post("{}", to: "/v1/other")).status == 404)
        #expect(try await client.exchange(Array("GET /v1/responses HTTP/1.1\r\nHost: stub\r\n\r\n".utf8)).status == 404)
    }

    @Test func aBodyOverTheLimitIsRefusedBeforeItIsSent() throws {
        let connection = try Connection(port: model.port)
        connection.send(
            Array("POST /v1/responses HTTP/1.1\r\nHost: stub\r\nContent-Length: \(64 << 20 + 1)\r\n\r\n".utf8))
        #expect(try connection.reply().status == 413)
    }

    @Test func aBodyThatGrowsOverTheLimitIsRefused() throws {
        let strict = try StubModel(limits: StubModelLimits(bodyBytes: 1000))
        let connection = try Connection(port: strict.port)
        connection.send(Array("POST /v1/responses HTTP/1.1\r\nHost: stub\r\nTransfer-Encoding: chunked\r\n\r\n".utf8))
        for _ in 0..<3 { connection.send(Array("190\r\n\(String(repeating: "x", count: 400))\r\n".utf8)) }
        connection.send(Array("0\r\n\r\n".utf8))
        #expect(try connection.reply().status == 413)
    }

    // MARK: What happens to it

    /// With room for one connection, the next client is served only when the one that left is forgotten.
    @Test(arguments: ["[[stub wait-ms=600000]]", "[[stub deltas=100000 delay-ms=600000]]", "[[stub deltas=1000000]]"])
    func aClientThatGoesAwayLeavesNothing(_ message: String) async throws {
        let narrow = try StubModel(limits: StubModelLimits(connections: 1))
        do {
            let connection = try Connection(port: narrow.port)
            connection.send(HTTPClient.post(HTTPClient.body(message)))
        }
        let deadline = ContinuousClock.now + .seconds(30)
        var status: Int?
        while status == nil, ContinuousClock.now < deadline {
            status = try? await HTTPClient(port: narrow.port).ask("Hello?").status
        }
        #expect(status == 200)
    }

    @Test func stoppingEndsWhatIsUnderWay() throws {
        let streaming = try Connection(port: model.port)
        streaming.send(HTTPClient.post(HTTPClient.body("[[stub deltas=2 delay-ms=600000]]")))
        #expect(streaming.waitForReply(containing: "event: response.output_text.delta"))
        let halfway = try Connection(port: model.port)
        halfway.send(Array("POST /v1/responses HTTP/1.1\r\nHost: stub\r\nContent-Length: 100\r\n\r\n{".utf8))
        withExtendedLifetime(halfway) { model.stop() }
        let reply = try streaming.reply()
        #expect(reply.deltaCount == 1 && !reply.isWhole)
    }

    @Test func aPortInUseIsSaidSo() {
        let error = #expect(throws: StubModelError.self) { _ = try StubModel(port: model.port) }
        #expect(error?.code == .portUnavailable)
        #expect(error?.errno == EADDRINUSE)
    }

    @Test func onlyLoopbackIsServed() {
        #expect(throws: HTTPClient.Failure.self) { _ = try Connection(port: model.port, address: "127.0.0.2") }
    }
}
