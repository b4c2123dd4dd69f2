import CodexClient
import CodexProtocol
import TestSupport
import Testing

/// Sessions of a codex that does what the real one does not.
@Suite struct CodexSessionFaultTests {
    private static let completed =
        #"{"method":"turn/completed","params":{"threadId":"t","turn":{"id":"u","items":[],"status":"completed"}}}"#

    private func session(_ script: String) async throws -> CodexSession {
        try await FakeCodex.start("thread; " + script).startSession(cwd: "/")
    }

    @Test func anotherTurnsMessagesAreNotThisOnes() async throws {
        let session = try await session(
            """
            hear
            say '{"method":"item/agentMessage/delta","params":{"threadId":"t","turnId":"before","itemId":"i","delta":"old"}}'
            say '{"method":"item/agentMessage/delta","params":{"threadId":"other","turnId":"u","itemId":"i","delta":"else"}}'
            say '{"method":"item/agentMessage/delta","params":{"threadId":"t","turnId":"u","itemId":"i","delta":"new"}}'
            say '{"id":3,"result":{"turn":{"id":"u"}}}'
            say '\(Self.completed)'
            hear
            """)
        var words: [String] = []
        var isCompleted = false
        for try await event in try await session.stream("Hello.") {
            if case .text(let text) = event { words.append(text) }
            if case .completed = event { isCompleted = true }
        }
        #expect(words == ["new"] && isCompleted)
    }

    /// `turn/completed` without items, as older ones send it.
    @Test func theAnswerIsTheLastMessageWhereTheTurnHasNone() async throws {
        let item = #"{"type":"agentMessage","id":"i","text":"Yes."}"#
        let session = try await session(
            """
            turn
            say '{"method":"item/completed","params":{"threadId":"t","turnId":"u","completedAtMs":1,"item":\(item)}}'
            say '\(Self.completed)'
            hear
            """)
        #expect(try await session.ask("Hello.").text == "Yes.")
    }

    @Test func anEndThatCannotBeReadIsAnError() async throws {
        let line = #"{"method":"turn/completed","params":{"threadId":"t","turn":{"id":"u"}}}"#
        let session = try await session("turn; say '\(line)'; hear")
        let error = try await failure { _ = try await session.ask("Hello.") }
        #expect(error.code == .invalidResponse && error.rawLine == line)
    }

    @Test func aTurnWithoutAnIDIsAnError() async throws {
        let session = try await session(#"hear; say '{"id":3,"result":{}}'; hear"#)
        let error = try await failure { _ = try await session.ask("Hello.") }
        #expect(error.code == .invalidResponse && error.method == "turn/start" && error.rawLine == "{}")
    }

    @Test func codexsEndEndsTheTurn() async throws {
        let session = try await session("turn; echo why >&2; exit 9")
        let error = try await failure { _ = try await session.ask("Hello.") }
        #expect(error.code == .processEnded && error.exit?.code == 9 && error.standardErrorTail == "why\n")
    }

    /// The client's own messages wait for a reader who need not come: a session's user has none.
    @Test func anApprovalOfASessionWaitsForNobodyWhoNeverRead() async throws {
        let approval =
            #"{"method":"item/commandExecution/requestApproval","id":0,"params":{"threadId":"t","turnId":"u","itemId":"i","startedAtMs":1}}"#
        let session = try await session(
            "turn; say '\(approval)'; hear; [ \"$heard\" = '{\"id\":0,\"result\":{\"decision\":\"decline\"}}' ] || exit 1; say '\(Self.completed)'; hear"
        )
        _ = try await session.ask("Hello.")
        #expect(await session.client.counters.unhandledServerRequests == 1)
    }

    /// Many words and a small bound: the words are counted, the end comes.
    @Test func aSlowReaderOfATurnGetsItsEnd() async throws {
        let delta =
            #"{"method":"item/agentMessage/delta","params":{"threadId":"t","turnId":"u","itemId":"i","delta":"x"}}"#
        let session = try await session(
            "turn; for i in 1 2 3 4 5 6 7 8 9; do say '\(delta)'; done; say '\(Self.completed)'; say '{\"method\":\"last\"}'; hear"
        )
        let stream = try await session.stream("Hello.", StreamOptions(capacity: 4))
        while let message = try await session.client.nextMessage() {
            if case .notification(let notification) = message, notification.method == "last" { break }
        }
        var events: [String] = []
        for try await event in stream {
            switch event {
            case .lagged(let count): events.append("lagged \(count)")
            case .text(let text): events.append(text)
            case .completed: events.append("completed")
            default: break
            }
        }
        #expect(events == ["lagged 6", "x", "x", "x", "completed"])
    }
}
