import CodexClient
import CodexProtocol
import TestSupport
import Testing

extension RealCodex {
    @Suite struct ThreadTests {
        @Test func aTurnIsToldInOrderWhileRequestsWait() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(home.options())
            let thread = try await client.startThread(home.askingThread).thread.id
            let turn = try await client.startTurn(thread: thread, "Count. [[stub deltas=50 text=\"n \"]]").turn.id
            // What came before these answers is still there afterwards.
            for _ in 0..<20 { _ = try await client.request(ThreadLoadedListParams()) }
            var text = ""
            reading: while let message = try await client.nextMessage() {
                guard case .notification(let notification) = message else { continue }
                switch notification.content {
                case .itemAgentMessageDelta(let delta):
                    #expect(notification.turnID == turn && notification.emittedAtMs != nil)
                    text += delta.delta
                case .turnCompleted(let completed):
                    #expect(completed.turn.id == turn)
                    break reading
                default: break
                }
            }
            #expect(text == String(repeating: "n ", count: 50))
            try await client.shutdown()
            while try await client.nextMessage() != nil {}
        }

        @Test func manyRequestsAreInFlightAtOnce() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(home.options())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<300 { group.addTask { _ = try await client.request(ThreadLoadedListParams()) } }
                try await group.waitForAll()
            }
            #expect(await client.counters.requestsInFlight == 0)
            try await client.shutdown()
        }

        @Test func threadsAreResumedForkedAndArchived() async throws {
            let home = try CodexHome()
            let first = try await CodexClient.connect(home.options())
            let session = try await first.startSession(cwd: home.workspace)
            #expect(try await session.ask("Hello. [[stub text=\"Hi.\"]]").text == "Hi.")
            try await first.shutdown()

            let client = try await CodexClient.start(home.options())
            let resumed = try await client.resumeThread(session.threadID)
            #expect(resumed.thread.id == session.threadID && resumed.thread.turns.isEmpty)
            let fork = try await client.forkThread(session.threadID).thread
            #expect(fork.id != session.threadID && fork.forkedFromId.value == session.threadID)
            try await client.archiveThread(session.threadID)
            #expect(try await client.next("thread/archived").threadID == session.threadID)
            let unknown = try await failure {
                _ = try await client.resumeThread("01a1fb4c-8943-72e3-9c22-a3b31170e47c")
            }
            #expect(unknown.code == .refused && unknown.method == "thread/resume")
            try await client.shutdown()
        }

        @Test func aTurnIsSteeredAndInterrupted() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(home.options())
            let thread = try await client.startThread(home.askingThread).thread.id
            let turn = try await client.startTurn(thread: thread, "Wait. [[stub deltas=1000 delay-ms=100]]").turn.id
            _ = try await client.next("item/agentMessage/delta")
            try await client.steerTurn(thread: thread, turn: turn, "And mind this.")
            try await client.interruptTurn(thread: thread, turn: turn)
            guard case .turnCompleted(let completed) = try await client.next("turn/completed").content else {
                throw TestFailure("no turn/completed")
            }
            #expect(completed.turn.status == .interrupted)
            let late = try await failure { try await client.steerTurn(thread: thread, turn: turn, "More.") }
            #expect(late.code == .refused)
            try await client.shutdown()
        }

        @Test func anUnknownMethodIsRefusedInCodexsOwnWords() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(home.options())
            let error = try await failure { _ = try await client.request(method: "no/such") }
            #expect(error.code == .refused && error.refusal?.code == -32600)
            #expect(error.refusal?.message.contains("no/such") == true)
            try await client.shutdown()
        }
    }
}
