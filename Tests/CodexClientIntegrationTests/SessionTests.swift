import CodexClient
import CodexProtocol
import TestSupport
import Testing

extension RealCodex {
    @Suite struct SessionTests {
        @Test func aRunGivesTheAnswer() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let outcome = try await client.run(cwd: home.workspace, "Hello. [[stub deltas=3 text=\"yes \"]]")
            #expect(outcome.text == "yes yes yes ")
            try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        try await client.run(cwd: home.workspace, "Hello. [[stub text=\"run \(number)\"]]").text
                    }
                }
                var texts: Set<String> = []
                for try await text in group { texts.insert(text) }
                #expect(texts == ["run 0", "run 1", "run 2", "run 3"])
            }
            try await client.shutdown()
        }

        @Test func aTurnThatFailsIsAnErrorWithTheTurn() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let error = try await failure {
                _ = try await client.run(cwd: home.workspace, "Go wrong. [[stub fail=500]]")
            }
            #expect(error.code == .turnFailed && error.turn?.status == .failed && !error.context.isEmpty)
            try await client.shutdown()
        }

        @Test func aStreamGivesTheWordsAsTheyComeAndApprovals() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let session = try await client.startSession(home.askingThread)
            let making = home.making("streamed") + " [[stub deltas=5 text=\"x\"]]"
            let stream = try await session.stream(making)
            var text = ""
            var outcome: TurnOutcome?
            for try await event in stream {
                switch event {
                case .text(let words): text += words
                case .approval(let request): try await request.answer(.accept)
                case .completed(let completed): outcome = completed
                default: break
                }
            }
            #expect(text == "xxxxx" && outcome?.text == "xxxxx" && outcome?.turnID == stream.turnID)
            #expect(home.has("streamed"))
            try await client.shutdown()
        }

        @Test func aSessionIsResumedByAnotherCodex() async throws {
            let home = try CodexHome()
            let first = try await CodexClient.connect(home.options())
            let session = try await first.startSession(cwd: home.workspace)
            _ = try await session.ask("Hello. [[stub text=\"Hi.\"]]")
            await first.kill()
            #expect(try await first.waitForExit(timeout: .seconds(120)).reason == .byItself)
            let client = try await CodexClient.connect(home.options())
            let resumed = try await client.resumeSession(session.threadID)
            #expect(try await resumed.ask("And? [[stub text=\"Still here.\"]]").text == "Still here.")
            let error = try await failure { _ = try await client.resumeSession("01a1fb4c-8943-72e3-9c22-a3b31170e47c") }
            #expect(error.code == .refused)
            try await client.shutdown()
        }

        @Test func interruptEndsWhoAsks() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let session = try await client.startSession(cwd: home.workspace)
            let messages = await client.messages(ofThread: session.threadID, StreamOptions(takesRequests: false))
            let asking = Task {
                try await failure { _ = try await session.ask("Say much. [[stub deltas=1000 delay-ms=100]]") }
            }
            for try await message in messages {
                if case .notification(let notification) = message, notification.method == "item/agentMessage/delta" {
                    break
                }
            }
            try await session.interrupt()
            let error = try await asking.value
            #expect(error.code == .turnInterrupted && error.turn?.status == .interrupted)
            try await client.shutdown()
        }

        /// The task's end, and the deadline, end the turn too.
        @Test(arguments: [true, false])
        func whoWaitsNoLongerInterruptsTheTurn(byCancelling: Bool) async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let session = try await client.startSession(cwd: home.workspace)
            let messages = await client.messages(ofThread: session.threadID, StreamOptions(takesRequests: false))
            let profile = RunProfile(timeout: byCancelling ? nil : .milliseconds(300))
            let asking = Task {
                try await failure {
                    _ = try await session.ask("Say much. [[stub deltas=1000 delay-ms=100]]", profile: profile)
                }
            }
            for try await message in messages {
                guard case .notification(let notification) = message else { continue }
                if notification.method == "item/agentMessage/delta", byCancelling { asking.cancel() }
                if case .turnCompleted(let completed) = notification.content {
                    #expect(completed.turn.status == .interrupted)
                    break
                }
            }
            #expect(try await asking.value.code == (byCancelling ? .cancelled : .deadline))
            try await client.shutdown()
        }

        @Test func aClosedSessionRefuses() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let session = try await client.startSession(cwd: home.workspace)
            try await session.close()
            try await session.close()
            #expect(session.isClosed)
            #expect(try await failure { _ = try await session.ask("Hello.") }.code == .sessionClosed)
            #expect(try await failure { _ = try await session.stream("Hello.") }.code == .sessionClosed)
            #expect(try await failure { try await session.interrupt() }.code == .sessionClosed)
            #expect(try await failure { try await session.steer("Hello.") }.code == .sessionClosed)
            // The client goes on.
            #expect(try await client.run(cwd: home.workspace, "Hello. [[stub text=\"Hi.\"]]").text == "Hi.")
            try await client.shutdown()
        }
    }
}
