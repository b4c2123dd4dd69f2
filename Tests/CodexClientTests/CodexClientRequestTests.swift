import CodexClient
import CodexProtocol
import Testing

@Suite struct CodexClientRequestTests {
    @Test func nullIsAResultAndANumberInAStringAnswers() async throws {
        let client = try await FakeCodex.start(#"hear; say '{"id":"2","result":null}'; hear"#)
        #expect(try await client.request(method: "any") == .null)
    }

    @Test func codexsErrorIsKeptWithItsData() async throws {
        let client = try await FakeCodex.start(
            #"hear; say '{"id":2,"error":{"code":-32001,"message":"full","data":{"retry":[1,2]}}}'; hear"#)
        let error = try await failure { _ = try await client.request(method: "any") }
        #expect(error.code == .refused && error.method == "any" && error.mayHaveBeenTaken)
        #expect(error.refusal?.code == -32001 && error.refusal?.message == "full")
        #expect(error.refusal?.data == ["retry": [1, 2]])
    }

    @Test func theCodeForCancelledIsCancelled() async throws {
        let client = try await FakeCodex.start(#"hear; say '{"id":2,"error":{"code":-32800,"message":"gone"}}'; hear"#)
        let error = try await failure { _ = try await client.request(method: "any") }
        #expect(error.code == .cancelled && error.refusal?.message == "gone")
    }

    @Test func anAnswerOfAnotherShapeKeepsWhatCame() async throws {
        let client = try await FakeCodex.start(
            #"hear; say '{"id":2,"result":{"turn":7}}'; hear; say '{"id":3}'; hear; say '{"id":4,"error":"no"}'; hear"#)
        let params = TurnStartParams(input: [.prompt("x")], threadId: "t")
        let typed = try await failure { _ = try await client.request(params) }
        #expect(typed.code == .invalidResponse && typed.method == "turn/start")
        #expect(typed.rawLine == #"{"turn":7}"# && typed.cause?.path.contains("turn") == true)
        let empty = try await failure { _ = try await client.request(params) }
        #expect(empty.code == .invalidResponse && empty.rawLine == #"{"id":3}"#)
        let error = try await failure { _ = try await client.request(params) }
        #expect(error.code == .invalidResponse && error.rawLine == #""no""#)
    }

    @Test func aBadNotificationFailsNobodysRequest() async throws {
        let client = try await FakeCodex.start(
            #"""
            hear
            say 'not json'
            say '{"method":"turn/completed","params":{"threadId":7}}'
            say '{"method":"no/such","params":{"new":true}}'
            say '{"id":2,"result":{}}'
            hear
            """#)
        #expect(try await client.request(method: "any") == [:])
        guard case .unreadable(let garbage)? = try await client.nextMessage(),
            case .unreadable(let wrong)? = try await client.nextMessage(),
            case .notification(let unknown)? = try await client.nextMessage()
        else { return #expect(Bool(false), "other messages than that") }
        #expect(garbage.text == "not json" && garbage.method == nil)
        #expect(wrong.text == #"{"method":"turn/completed","params":{"threadId":7}}"#)
        #expect(wrong.method == "turn/completed" && wrong.cause?.path.isEmpty == false)
        #expect(unknown.content == .unknown(method: "no/such", params: ["new": true]))
        #expect(await client.counters.unreadableLines == 1)
    }

    @Test func theEndFailsAllThatWaitAndSaysWhy() async throws {
        let client = try await FakeCodex.start("hear; hear; echo 'out of luck' >&2; exit 3")
        let errors = try await withThrowingTaskGroup(of: CodexClientError.self) { group in
            for _ in 0..<2 { group.addTask { try await failure { _ = try await client.request(method: "any") } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for error in errors {
            #expect(error.code == .processEnded && error.exit?.code == 3 && error.exit?.reason == .byItself)
            #expect(error.standardErrorTail == "out of luck\n")
        }
        #expect(errors.count == 2)
        #expect(try await client.nextMessage() == nil)
        #expect(await client.exit?.code == 3)
    }

    @Test func aRequestHasItsOwnDeadline() async throws {
        let client = try await FakeCodex.start(
            #"hear; hear; say '{"id":3,"result":{}}'; say '{"id":2,"result":{}}'; hear"#)
        let late = try await failure { _ = try await client.request(method: "slow", timeout: .milliseconds(20)) }
        #expect(late.code == .deadline && late.method == "slow" && late.mayHaveBeenTaken)
        // The late answer finds nobody.
        #expect(try await client.request(method: "fast") == [:])
    }
}

extension CodexMessage? {
    fileprivate static func == (message: CodexMessage?, none: _OptionalNilComparisonType) -> Bool {
        if case .none = message { true } else { false }
    }
}
