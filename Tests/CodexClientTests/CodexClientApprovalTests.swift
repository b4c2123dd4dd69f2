import CodexClient
import CodexProtocol
import TestSupport
import Testing

/// What codex asks, and what it hears.
@Suite struct CodexClientApprovalTests {
    private static let approval =
        #"{"method":"item/commandExecution/requestApproval","id":0,"params":{"threadId":"t","turnId":"u","itemId":"i","startedAtMs":1,"command":"ls"}}"#

    /// Asks that, and tells each answer as a notification `heard`.
    private func asking(_ requests: String...) -> String {
        requests.map { "say '\($0)'\n" }.joined()
            + #"while hear; do say "{\"method\":\"heard\",\"params\":$heard}"; done"#
    }

    private func heard(_ client: CodexClient) async throws -> JSONValue {
        while let message = try await client.nextMessage() {
            guard case .notification(let notification) = message,
                case .unknown("heard", let params?) = notification.content
            else { continue }
            return params
        }
        throw TestFailure("it ended")
    }

    @Test func anUnknownRequestThatNobodyTakesIsRefused() async throws {
        let client = try await FakeCodex.start(asking(#"{"method":"no/such","id":"x","params":{}}"#)) { options in
            options.messages = StreamOptions(takesRequests: false)
        }
        #expect(
            try await heard(client) == [
                "id": "x", "error": ["code": -32601, "message": "this client does not answer no/such"],
            ])
        #expect(await client.counters.unhandledServerRequests == 1)
    }

    @Test(arguments: [(ApprovalAnswer.decline, "decline"), (.cancel, "cancel")])
    func anApprovalThatNobodyTakesGetsTheDefaultAnswer(answer: ApprovalAnswer, word: String) async throws {
        let client = try await FakeCodex.start(asking(Self.approval)) { options in
            options.messages = StreamOptions(takesRequests: false)
            options.defaultAnswer = answer
        }
        #expect(try await heard(client) == ["id": 0, "result": ["decision": .string(word)]])
        #expect(await client.counters.unhandledServerRequests == 1)
    }

    @Test func paramsOfAnotherShapeAreAskedAllTheSame() async throws {
        let client = try await FakeCodex.start(
            asking(#"{"method":"item/commandExecution/requestApproval","id":0,"params":{"threadId":"t"}}"#))
        guard case .request(let request)? = try await client.nextMessage() else { throw TestFailure("no request") }
        #expect(request.unreadable?.code == .missingMember && request.method == "item/commandExecution/requestApproval")
        try await request.answer(.accept)
        #expect(try await heard(client) == ["id": 0, "result": ["decision": "accept"]])
    }

    @Test func aReaderThatGoesLeavesNothingHanging() async throws {
        let client = try await CodexClient.spawn(
            FakeCodex.options("ready; " + asking(Self.approval)) { $0.messages = StreamOptions(takesRequests: false) })
        var stream: MessageStream? = await client.messages()
        try await client.initialize()
        try await eventually { await client.counters.openServerRequests == 1 }
        #expect(stream != nil)
        stream = nil
        #expect(try await heard(client) == ["id": 0, "result": ["decision": "decline"]])
        // At once, not at the deadline.
        #expect(await client.counters.unhandledServerRequests == 1)
    }

    @Test func aReaderThatGoesLeavesTheAnswerToAnother() async throws {
        let client = try await FakeCodex.start(asking(Self.approval))
        var stream: MessageStream? = await client.messages()
        guard case .request(let request)? = try await client.nextMessage() else { throw TestFailure("no request") }
        #expect(stream != nil)
        stream = nil
        try await request.answer(.accept)
        #expect(try await heard(client) == ["id": 0, "result": ["decision": "accept"]])
    }

    @Test func aRequestThatIsPushedOutIsAnswered() async throws {
        let second = Self.approval.replacing(#""id":0"#, with: #""id":1"#)
        let client = try await CodexClient.spawn(
            FakeCodex.options("ready; " + asking(Self.approval, second)) { options in
                options.messages = StreamOptions(takesRequests: false)
            })
        let stream = await client.messages(StreamOptions(capacity: 1))
        try await client.initialize()
        #expect(try await heard(client) == ["id": 0, "result": ["decision": "decline"]])
        #expect(await client.counters.expiredServerRequests == 0)
        _ = stream
    }

    /// After a resume codex asks again, by the same id.
    @Test func aRequestThatComesAgainIsTheSame() async throws {
        let client = try await FakeCodex.start(asking(Self.approval, Self.approval))
        guard case .request(let first)? = try await client.nextMessage(),
            case .request(let second)? = try await client.nextMessage()
        else { throw TestFailure("not two requests") }
        try await second.answer(.accept)
        #expect(try await failure { try await first.answer(.accept) }.code == .alreadyAnswered)
    }

    @Test func hooksOfOneClientRunBesideEachOther() async throws {
        let second = Self.approval.replacing(#""id":0"#, with: #""id":1"#)
        let notes = Notes()
        let client = try await FakeCodex.start(asking(Self.approval, second)) { options in
            options.hooks = CodexHooks(beforeToolUse: { use in
                notes.add("\(use.request.id)")
                // Each waits for the other.
                try? await eventually { notes.all.count == 2 }
                return .accept
            })
        }
        let answers = [try await heard(client), try await heard(client)]
        #expect(Set(answers.compactMap { $0["id"]?.integer }) == [0, 1])
        #expect(answers.allSatisfy { $0["result"] == ["decision": "accept"] })
    }

    @Test func hooksThatAreTakenAwayAreNotAsked() async throws {
        let client = try await CodexClient.spawn(FakeCodex.options("ready; " + asking(Self.approval)))
        let id = await client.addHooks(CodexHooks(beforeToolUse: { _ in .cancel }))
        await client.addHooks(CodexHooks(beforeToolUse: { _ in .accept }))
        await client.removeHooks(id)
        try await client.initialize()
        #expect(try await heard(client) == ["id": 0, "result": ["decision": "accept"]])
    }
}
