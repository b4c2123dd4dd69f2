import CodexClient
import CodexProtocol
import Synchronization
import TestSupport
import Testing

extension RealCodex {
    @Suite struct ApprovalTests {
        @Test func whoReadsMessagesAnswers() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(home.options())
            let thread = try await client.startThread(home.askingThread).thread.id
            _ = try await client.startTurn(thread: thread, home.making("accepted"))
            let request = try await client.nextRequest()
            guard case .itemCommandExecutionRequestApproval(let params) = request.content else {
                throw TestFailure("asked \(request.method)")
            }
            #expect(params.command.value?.contains("touch") == true && request.threadID == thread)
            try await request.answer(.accept)
            let again = try await failure { try await request.answer(.decline) }
            #expect(again.code == .alreadyAnswered)
            _ = try await client.next("turn/completed")
            #expect(home.has("accepted"))

            _ = try await client.startTurn(thread: thread, home.making("by-result"))
            let second = try await client.nextRequest()
            try await client.respond(to: second.id, result: ["decision": "accept"])
            _ = try await client.next("turn/completed")
            #expect(home.has("by-result"))

            _ = try await client.startTurn(thread: thread, home.making("by-error"))
            let third = try await client.nextRequest()
            try await client.respond(to: third.id, errorCode: -32000, message: "not now")
            _ = try await client.next("turn/completed")
            #expect(!home.has("by-error"))
            try await client.shutdown()
        }

        @Test func hooksBeforeAndAfterAToolsUse() async throws {
            let home = try CodexHome()
            let seen = Mutex<[String]>([])
            let note: @Sendable (String) -> Void = { line in seen.withLock { $0.append(line) } }
            let client = try await CodexClient.connect(
                home.options { options in
                    options.hooks = CodexHooks(
                        beforeToolUse: { use in
                            note("before \(use.command?.contains("touch") == true)")
                            return .accept
                        },
                        afterToolUse: { result in
                            if case .commandExecution(let command) = result.item {
                                note("after \(command.status.word)")
                            }
                        })
                })
            let outcome = try await client.run(home.askingThread, [.prompt(home.making("hooked"))])
            #expect(outcome.text.contains("exited with code 0") && home.has("hooked"))
            try await eventually { seen.withLock { $0.count } == 2 }
            #expect(seen.withLock { $0 } == ["before true", "after completed"])
            try await client.shutdown()
        }

        @Test func aProfilesHooksComeFirstAndForItsOwnRunOnly() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(
                home.options { $0.hooks = CodexHooks(beforeToolUse: { _ in .accept }) })
            let strict = RunProfile(
                approvalPolicy: .onRequest, sandbox: .readOnly, hooks: CodexHooks(beforeToolUse: { _ in .decline }))
            _ = try await client.run(cwd: home.workspace, home.making("strict"), profile: strict)
            #expect(!home.has("strict"))
            let silent = RunProfile(
                approvalPolicy: .onRequest, sandbox: .readOnly, hooks: CodexHooks(beforeToolUse: { _ in nil }))
            _ = try await client.run(cwd: home.workspace, home.making("passed-on"), profile: silent)
            #expect(home.has("passed-on"))

            let session = try await client.startSession(home.askingThread)
            _ = try await session.ask(home.making("turn"), profile: strict)
            #expect(!home.has("turn"))
            _ = try await session.ask(home.making("next-turn"))
            #expect(home.has("next-turn"))
            try await client.shutdown()
        }

        @Test func whatNobodyTakesIsDeclinedAtOnce() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.connect(home.options())
            let outcome = try await client.run(home.askingThread, [.prompt(home.making("unasked"))])
            #expect(outcome.turn.status == .completed && !home.has("unasked"))
            #expect(await client.counters.unhandledServerRequests == 1)
            try await client.shutdown()
        }

        @Test func whatNobodyAnswersIsDeclinedAtTheDeadline() async throws {
            let home = try CodexHome()
            let wasCancelled = Mutex(false)
            let client = try await CodexClient.connect(
                home.options { options in
                    options.timeouts.serverRequest = .milliseconds(100)
                    options.hooks = CodexHooks(beforeToolUse: { _ in
                        try? await Task.sleep(for: .seconds(600))
                        wasCancelled.withLock { $0 = Task.isCancelled }
                        return .accept
                    })
                })
            _ = try await client.run(home.askingThread, [.prompt(home.making("late"))])
            #expect(!home.has("late"))
            #expect(await client.counters.expiredServerRequests == 1)
            try await eventually { wasCancelled.withLock { $0 } }
            try await client.shutdown()
        }

        @Test func anInterruptWithdrawsTheRequest() async throws {
            let home = try CodexHome()
            let client = try await CodexClient.start(home.options())
            let session = try await client.startSession(home.askingThread)
            let stream = try await session.stream(home.making("withdrawn"))
            for try await event in stream {
                switch event {
                case .approval(let request):
                    try await session.interrupt()
                    try await eventually { await client.counters.withdrawnServerRequests == 1 }
                    #expect(try await failure { try await request.answer(.accept) }.code == .alreadyAnswered)
                case .completed(let outcome): #expect(outcome.turn.status == .interrupted)
                default: break
                }
            }
            #expect(!home.has("withdrawn"))
            try await client.shutdown()
        }
    }
}
