import CodexClient
import CodexProtocol
import Glibc
import Synchronization
import TestSupport
import Testing

extension RealCodex {
    /// On a real `codex mcp-server` of 0.149.0, the newest that has it.
    @Suite struct CodexMCPTests {
        private let home: CodexHome

        init() throws { home = try CodexHome() }

        private func asking(_ prompt: String) -> CodexMCP.Call {
            var call = CodexMCP.Call(prompt)
            call.approvalPolicy = .onRequest
            call.sandbox = .readOnly
            return call
        }

        @Test func itShakesHandsListsItsToolsAndEndsByTheEndOfItsInput() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            #expect(mcp.server.name == "codex-mcp-server" && mcp.server.version == "0.149.0")
            #expect(mcp.server.protocolVersion == "2025-03-26")
            let tools = try await mcp.tools()
            #expect(tools.map(\.name) == ["codex", "codex-reply"])
            #expect(tools.allSatisfy { $0.inputSchema?["properties"]?["prompt"] != nil })
            try await mcp.ping()
            let exit = try #require(try await mcp.shutdown())
            #expect(exit.code == 0 && exit.reason == .endOfInput)
            #expect(try await failure { try await mcp.ping() }.code == .notRunning)
        }

        @Test func aCallAndAReplyToItsThread() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            var call = CodexMCP.Call("One. [[stub text=\"1\"]]")
            call.workingDirectory = home.workspace
            call.sandbox = .workspaceWrite
            call.approvalPolicy = .never
            call.model = "gpt-5"
            call.configuration = ["model_reasoning_effort": "low"]
            call.baseInstructions = "base"
            call.developerInstructions = "developer"
            call.compactPrompt = "compact"
            let first = try await mcp.codex(call)
            #expect(first.content == "1" && !first.isError)
            let second = try await mcp.reply(to: try #require(first.threadID), "Two. [[stub text=\"2\"]]")
            #expect(second.content == "2" && second.threadID == first.threadID)
            try await mcp.shutdown()
        }

        @Test func whatATurnSaysReachesEachListener() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            let listeners = [mcp.events(), mcp.events()]
            let id = Mutex<Int64?>(nil)
            let result = try await mcp.codex(
                CodexMCP.Call("[[stub deltas=20 text=\"w \"]]"), sent: { sent in id.withLock { $0 = sent } })
            try await mcp.shutdown()
            let request = try #require(id.withLock { $0 })
            for listener in listeners {
                var events: [CodexMCP.Event] = []
                for try await event in listener { events.append(event) }
                #expect(events.allSatisfy { $0.method == "codex/event" && $0.requestID == String(request) })
                #expect(events.allSatisfy { $0.threadID == result.threadID && $0.raw["msg"] != nil })
                let contents = events.map(\.content)
                #expect(contents.first == .sessionConfigured(model: "gpt-5"))
                #expect(contents.last == .turnCompleted(lastMessage: result.content))
                #expect(contents.count { $0 == .messageDelta("w ") } == 20)
                #expect(contents.contains(.message(result.content)))
                #expect(contents.contains { if case .turnStarted(let id) = $0 { id != nil } else { false } })
                #expect(contents.contains { if case .warning = $0 { true } else { false } })
            }
        }

        @Test func anApprovalIsAskedForAndGiven() async throws {
            let asked = Mutex<[CodexMCP.Elicitation]>([])
            let mcp = try await CodexMCP.start(
                try home.mcp { options in
                    options.elicitation = { elicitation in
                        asked.withLock { $0.append(elicitation) }
                        return .approved
                    }
                })
            let events = mcp.events()
            let result = try await mcp.codex(asking(home.making("approved")))
            #expect(home.has("approved") && result.content.contains("exited with code 0"))
            let elicitation = try #require(asked.withLock { $0.first })
            guard case .command(let words, let directory) = elicitation.kind else { throw TestFailure("no command") }
            #expect(words.last == "touch \(home.file("approved"))" && directory == home.workspace)
            #expect(elicitation.message.contains("touch") && elicitation.threadID == result.threadID)
            #expect(elicitation.callID != nil && elicitation.eventID != nil)
            try await mcp.shutdown()
            var approvals: [CodexMCP.Event.Approval] = []
            for try await event in events {
                if case .approvalRequired(let approval) = event.content { approvals.append(approval) }
            }
            #expect(approvals.map(\.kind) == [.command] && approvals.first?.id == elicitation.callID)
            #expect(approvals.first?.payload["available_decisions"] != nil)
        }

        @Test func anApprovalForTheSessionAndOneWithAPolicyHoldForTheNext() async throws {
            let count = Mutex(0)
            let decision = Mutex(CodexMCP.Elicitation.Decision.approvedForSession)
            let mcp = try await CodexMCP.start(
                try home.mcp { options in
                    options.elicitation = { _ in
                        count.withLock { $0 += 1 }
                        return decision.withLock { $0 }
                    }
                })
            let first = try await mcp.codex(asking(home.making("one")))
            _ = try await mcp.reply(to: try #require(first.threadID), home.making("one"))
            #expect(home.has("one") && count.withLock { $0 } == 1)
            decision.withLock { $0 = .approvedWithExecutionPolicy(["touch", home.file("two")]) }
            _ = try await mcp.codex(asking(home.making("two")))
            #expect(home.has("two") && count.withLock { $0 } == 2)
            _ = try await mcp.codex(asking(home.making("two")))
            #expect(count.withLock { $0 } == 2)
            try await mcp.shutdown()
        }

        @Test func withoutAnyoneToAskItIsDeniedAndTheTurnGoesOn() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            let result = try await mcp.codex(asking(home.making("denied")))
            #expect(!home.has("denied") && result.content.contains("approval request failed"))
            try await mcp.shutdown()
        }

        @Test func anUndecidedQuestionIsDeniedInTime() async throws {
            let wasCancelled = Mutex(false)
            let mcp = try await CodexMCP.start(
                try home.mcp { options in
                    options.elicitationTimeout = .milliseconds(100)
                    options.elicitation = { _ in
                        try? await Task.sleep(for: .seconds(600))
                        wasCancelled.withLock { $0 = Task.isCancelled }
                        return .approved
                    }
                })
            _ = try await mcp.codex(asking(home.making("late")))
            #expect(!home.has("late"))
            try await eventually { wasCancelled.withLock { $0 } }
            try await mcp.shutdown()
        }

        /// codex itself leaves such a call without an answer.
        @Test func anAbortEndsTheCallAndTheThreadGoesOn() async throws {
            let thread = Mutex<String?>(nil)
            let mcp = try await CodexMCP.start(
                try home.mcp { options in
                    options.elicitation = { elicitation in
                        thread.withLock { $0 = elicitation.threadID }
                        return .abort
                    }
                })
            let error = try await failure { _ = try await mcp.codex(asking(home.making("aborted"))) }
            #expect(error.code == .cancelled && error.context.contains("interrupted") && !home.has("aborted"))
            let reply = try await mcp.reply(to: try #require(thread.withLock { $0 }), "[[stub text=\"on\"]]")
            #expect(reply.content == "on")
            try await mcp.shutdown()
        }

        @Test func aCancelledCallEndsItsTurnAndTheThreadGoesOn() async throws {
            let sent = Mutex<[String]>([])
            let mcp = try await CodexMCP.start(
                try home.mcp { options in
                    options.mirror = { direction, line in if direction == .sent { sent.withLock { $0.append(line) } } }
                })
            var events = mcp.events().makeAsyncIterator()
            let call = Task { try await mcp.codex(CodexMCP.Call("[[stub wait-ms=600000]]")) }
            let started = try await events.next { if case .turnStarted = $0 { true } else { false } }
            call.cancel()
            #expect(try await failure { _ = try await call.value }.code == .cancelled)
            _ = try await events.next { $0 == .turnAborted(reason: "interrupted") }
            #expect(sent.withLock { $0.last?.contains("notifications/cancelled") } == true)
            let thread = try #require(started.threadID)
            // codex may answer these under the ids of calls that were cancelled.
            for text in ["a", "b", "c", "d", "e", "f"] {
                #expect(try await mcp.reply(to: thread, "[[stub text=\"\(text)\"]]").content == text)
            }
            let exit = try #require(try await mcp.shutdown())
            #expect(exit.code == 0 || exit.signal == SIGTERM)
        }

        @Test func aQuestionOfACancelledCallIsWithdrawn() async throws {
            let asked = Mutex(false)
            let wasCancelled = Mutex(false)
            let mcp = try await CodexMCP.start(
                try home.mcp { options in
                    options.elicitation = { _ in
                        asked.withLock { $0 = true }
                        try? await Task.sleep(for: .seconds(600))
                        wasCancelled.withLock { $0 = Task.isCancelled }
                        return .approved
                    }
                })
            let call = Task { try await mcp.codex(asking(home.making("withdrawn"))) }
            try await eventually { asked.withLock { $0 } }
            call.cancel()
            #expect(try await failure { _ = try await call.value }.code == .cancelled)
            try await eventually { wasCancelled.withLock { $0 } }
            try await mcp.shutdown()
            #expect(!home.has("withdrawn"))
        }

        @Test func theDeadlineOfACallEndsItsTurn() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            var events = mcp.events().makeAsyncIterator()
            let error = try await failure {
                _ = try await mcp.codex(CodexMCP.Call("[[stub wait-ms=600000]]"), timeout: .seconds(3))
            }
            #expect(error.code == .deadline && error.mayHaveBeenTaken)
            _ = try await events.next { $0 == .turnAborted(reason: "interrupted") }
            try await mcp.shutdown()
        }

        @Test func shutdownCancelsWhatIsUnderWay() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            var events = mcp.events().makeAsyncIterator()
            let call = Task { try await mcp.codex(CodexMCP.Call("[[stub wait-ms=600000]]")) }
            _ = try await events.next { if case .turnStarted = $0 { true } else { false } }
            let exit = try #require(try await mcp.shutdown())
            #expect(exit.code == 0 || exit.signal == SIGTERM)
            #expect(try await failure { _ = try await call.value }.code == .cancelled)
        }

        @Test func callsOfSeveralThreadsRunAtOnceAndASecondOneOfAThreadIsRefused() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            let first = try await mcp.codex(CodexMCP.Call("[[stub text=\"0\"]]"))
            let thread = try #require(first.threadID)
            var events = mcp.events().makeAsyncIterator()
            let slow = Task { try await mcp.reply(to: thread, "[[stub wait-ms=1000 text=\"slow\"]]") }
            _ = try await events.next { if case .turnStarted = $0 { true } else { false } }
            #expect(try await failure { _ = try await mcp.reply(to: thread, "too early") }.code == .busy)
            try await withThrowingTaskGroup(of: String.self) { group in
                for number in 1...4 {
                    group.addTask { try await mcp.codex(CodexMCP.Call("[[stub text=\"\(number)\"]]")).content }
                }
                var texts: Set<String> = []
                for try await text in group { texts.insert(text) }
                #expect(texts == ["1", "2", "3", "4"])
            }
            #expect(try await slow.value.content == "slow")
            try await mcp.shutdown()
        }

        @Test func failuresOfToolsAreResultsAndThoseOfTheProtocolErrors() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            let failed = try await mcp.codex(CodexMCP.Call("[[stub fail=500]]"))
            #expect(failed.isError && failed.threadID != nil && !failed.content.isEmpty)
            #expect(try await mcp.call("none", arguments: [:]).content == "Unknown tool 'none'")
            var call = CodexMCP.Call("p")
            call.additional = ["unknown-argument": 1]
            let refused = try await mcp.codex(call)
            #expect(refused.isError && refused.threadID == nil && refused.content.contains("unknown-argument"))
            let absent = try await mcp.reply(to: "00000000-0000-4000-8000-000000000000", "p")
            #expect(absent.isError && absent.content.contains("not found"))
            let error = try await failure { _ = try await mcp.request("no/such/method") }
            #expect(error.code == .refused && error.refusal?.code == -32601)
            #expect(error.refusal?.data?["method"]?.string == "no/such/method")
            try await mcp.shutdown()
        }

        @Test func itsEndFailsAllThatWaitAndEndsTheEvents() async throws {
            let mcp = try await CodexMCP.start(try home.mcp())
            let pid = try #require(await mcp.processID)
            var events = mcp.events().makeAsyncIterator()
            let calls = (0..<3).map { _ in Task { try await mcp.codex(CodexMCP.Call("[[stub wait-ms=600000]]")) } }
            for _ in calls { _ = try await events.next { if case .turnStarted = $0 { true } else { false } } }
            kill(pid, SIGKILL)
            for call in calls {
                let error = try await failure { _ = try await call.value }
                #expect(error.code == .processEnded && error.exit?.signal == SIGKILL)
                #expect(error.standardErrorTail?.contains("deprecated") == true)
            }
            while try await events.next() != nil {}
            #expect(await mcp.exit?.signal == SIGKILL)
            #expect(await mcp.isRunning == false)
            #expect(try await mcp.events().first { _ in true } == nil)
        }

        @Test func itIsKilledWhenDropped() async throws {
            var mcp: CodexMCP? = try await CodexMCP.start(try home.mcp())
            let pid = try #require(await mcp?.processID)
            mcp = nil
            try await eventually { kill(pid, 0) != 0 }
        }
    }
}

extension CodexMCP.Events.Iterator {
    /// The next event of that content.
    fileprivate mutating func next(
        where isIt: (CodexMCP.Event.Content) -> Bool
    ) async throws -> CodexMCP.Event {
        while let event = try await next() { if isIt(event.content) { return event } }
        throw TestFailure("codex ended before that")
    }
}

/// What codex can't be made to do: on scripts.
@Suite struct ScriptedMCPTests {
    @Test func eitherFormOfAnIDIsItsRequestsAndNullIsAResult() async throws {
        let codex = try ScriptedCodex.mcp(
            #"""
            read -r line; say '{"jsonrpc":"2.0","id":"2","result":null}'
            read -r line; say '{"jsonrpc":"2.0","id":3,"result":{"a":1}}'
            read -r line; say '{"jsonrpc":"2.0","id":4}'
            read -r line
            """#)
        let mcp = try await CodexMCP.start(codex.mcp())
        #expect(try await mcp.request("first") == .null)
        #expect(try await mcp.request("second") == ["a": 1])
        let error = try await failure { _ = try await mcp.request("third") }
        #expect(error.code == .invalidResponse && error.rawLine?.contains("\"id\":4") == true)
    }

    @Test func anErrorKeepsItsDataAndTheOneOfACancelledRequestIsThat() async throws {
        let codex = try ScriptedCodex.mcp(
            #"""
            read -r line; say '{"jsonrpc":"2.0","id":2,"error":{"code":-32000,"message":"no","data":{"why":[1]}}}'
            read -r line; say '{"jsonrpc":"2.0","id":3,"error":{"code":-32800,"message":"cancelled","data":2}}'
            read -r line
            """#)
        let mcp = try await CodexMCP.start(codex.mcp())
        let refused = try await failure { _ = try await mcp.request("first") }
        #expect(refused.code == .refused && refused.refusal?.message == "no" && refused.method == "first")
        #expect(refused.refusal?.data == ["why": [1]])
        let cancelled = try await failure { _ = try await mcp.request("second") }
        #expect(cancelled.code == .cancelled && cancelled.refusal?.code == -32800 && cancelled.refusal?.data == 2)
    }

    @Test func aServerThatDoesNotShakeHandsIsKilledInTime() async throws {
        let codex = try ScriptedCodex("echo waiting >&2; exec sleep 600")
        let mirrored = Mutex<[String]>([])
        let error = try await failure {
            _ = try await CodexMCP.start(
                codex.mcp { options in
                    options.startTimeout = .seconds(1)
                    options.mirror = { _, line in mirrored.withLock { $0.append(line) } }
                })
        }
        #expect(error.code == .deadline && error.method == "initialize")
        #expect(error.standardErrorTail == "waiting\n")
        let first = try #require(mirrored.withLock { $0.first })
        let hello = try JSONValue(parsing: first)
        #expect(hello["jsonrpc"] == "2.0" && hello["method"] == "initialize")
        #expect(hello["params"]?["capabilities"] == ["elicitation": [:]])
    }

    @Test func aHandshakeThatIsRefusedOrBrokenOffIsAnError() async throws {
        let refusing = try ScriptedCodex(
            #"read -r line; echo '{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"too old"}}'; read -r line"#)
        let refused = try await failure { _ = try await CodexMCP.start(refusing.mcp()) }
        #expect(refused.code == .refused && refused.refusal?.message == "too old")
        let ending = try ScriptedCodex("echo gone >&2; exit 9")
        let ended = try await failure { _ = try await CodexMCP.start(ending.mcp()) }
        #expect(ended.code == .processEnded && ended.exit?.code == 9 && ended.standardErrorTail == "gone\n")
    }

    @Test func everyQuestionIsAnsweredOnce() async throws {
        let codex = try ScriptedCodex.mcp(
            #"""
            say '{"jsonrpc":"2.0","id":0,"method":"ping"}'; read -r ping
            say '{"jsonrpc":"2.0","id":"x","method":"roots/list"}'; read -r roots
            say '{"jsonrpc":"2.0","id":1,"method":"elicitation/create","params":{"message":"m","codex_elicitation":"patch-approval","codex_changes":{"/a":{"add":{"content":"c"}}},"codex_reason":"r","codex_grant_root":"/g"}}'; read -r patch
            say '{"jsonrpc":"2.0","id":2,"method":"elicitation/create","params":{"message":"other"}}'; read -r other
            say '{"jsonrpc":"2.0","id":3,"method":"elicitation/create"}'; read -r none
            say "{\"jsonrpc\":\"2.0\",\"method\":\"answers\",\"params\":[$ping,$roots,$patch,$other,$none]}"
            read -r line
            """#)
        let asked = Mutex<[CodexMCP.Elicitation]>([])
        let mirrored = Mutex<[String]>([])
        let mcp = try await CodexMCP.start(
            codex.mcp { options in
                options.elicitation = { elicitation in
                    asked.withLock { $0.append(elicitation) }
                    return elicitation.message == "m" ? .approved : .raw(["action": "accept", "content": ["n": 1]])
                }
                options.mirror = { direction, line in
                    if direction == .received { mirrored.withLock { $0.append(line) } }
                }
            })
        try await eventually { mirrored.withLock { $0.last?.contains("answers") == true } }
        let answers = try #require(JSONValue(parsing: mirrored.withLock { $0.last ?? "" })["params"]?.array)
        #expect(answers[0] == ["jsonrpc": "2.0", "id": 0, "result": [:]])
        #expect(answers[1]["id"] == "x" && answers[1]["error"]?["code"] == -32601)
        #expect(answers[2]["result"]?["decision"] == "approved" && answers[2]["result"]?["action"] == "accept")
        #expect(answers[3]["result"] == ["action": "accept", "content": ["n": 1]])
        #expect(answers[4]["result"]?["decision"] == "denied")
        let kinds = asked.withLock { $0.map(\.kind) }
        #expect(
            kinds == [.patch(changes: ["/a": ["add": ["content": "c"]]], reason: "r", grantRoot: "/g"), .other(nil)])
        #expect(await mcp.isRunning)
    }

    @Test func eventsAreReadByTheirOldNamesToo() async throws {
        let codex = try ScriptedCodex.mcp(
            #"""
            while read -r line; do
            case $line in *go*) cat <<'END'
            {"jsonrpc":"2.0","method":"codex/event","params":{"type":"task_complete","conversation_id":"t1","result":"done"}}
            {"jsonrpc":"2.0","method":"codex/event/task_started","params":{"id":"1","msg":{"type":"turn_started","turn_id":"u"},"conversationId":"t2"}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"_meta":{"requestId":"7","threadId":"t3"},"msg":{"type":"turn_complete","last_agent_message":null}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"approval_required","kind":"Exec","approval_id":"a","session_id":"t4"}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"approval","approval_kind":"apply","id":5,"threadId":"t5"}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"approval","kind":"elevate","thread_id":"t6"}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"apply_patch_approval_request","call_id":"c"}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"canceled","reason":"because","sessionId":"t7"}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"agent_message_delta","delta":"d"}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"error","error":"e"}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"error","error":{"message":"m"}}}}
            {"jsonrpc":"2.0","method":"codex/event","params":{"msg":{"type":"token_count"}}}
            {"jsonrpc":"2.0","method":"notifications/tools/list_changed"}
            no json
            END
            exit 0 ;; esac; done
            """#)
        let mcp = try await CodexMCP.start(codex.mcp())
        let listener = mcp.events()
        try await mcp.notify("go", params: ["now": true])
        var events: [CodexMCP.Event] = []
        for try await event in listener { events.append(event) }
        let approvals = events.compactMap { event -> CodexMCP.Event.Approval? in
            if case .approvalRequired(let approval) = event.content { approval } else { nil }
        }
        #expect(approvals.map(\.kind) == [.command, .patch, .other("elevate"), .patch])
        #expect(approvals.map(\.id) == ["a", "5", nil, "c"])
        #expect(events.compactMap(\.threadID) == (1...7).map { "t\($0)" })
        #expect(events.compactMap(\.requestID) == ["7"])
        let others = events.filter { if case .approvalRequired = $0.content { false } else { true } }
        #expect(
            others.map(\.content) == [
                .turnCompleted(lastMessage: "done"), .turnStarted(turnID: "u"), .turnCompleted(lastMessage: nil),
                .turnAborted(reason: "because"), .messageDelta("d"), .error(message: "e"), .error(message: "m"),
                .other(type: "token_count"), .notification, .invalid("no json"),
            ])
        #expect(events.dropLast().last?.method == "notifications/tools/list_changed" && events.last?.method == "")
    }

    @Test func aSlowListenerLosesTheOldestOrEndsAndDisturbsNobody() async throws {
        let codex = try ScriptedCodex.mcp(
            #"""
            while read -r line; do
            case $line in *go*)
            i=0; while [ $i -lt 1000 ]; do
                say "{\"jsonrpc\":\"2.0\",\"method\":\"codex/event\",\"params\":{\"msg\":{\"type\":\"n$i\"}}}"; i=$((i+1))
            done; exit 0 ;; esac; done
            """#)
        let mcp = try await CodexMCP.start(codex.mcp())
        let all = mcp.events()
        let few = mcp.events(StreamOptions(capacity: 10))
        let strict = mcp.events(StreamOptions(capacity: 10, policy: .failSlowConsumer))
        var gone: CodexMCP.Events? = mcp.events()
        #expect(gone != nil)
        gone = nil
        try await mcp.notify("go")
        #expect(await mcp.wait(within: .seconds(120))?.code == 0)
        let types = { (number: Int) in CodexMCP.Event.Content.other(type: "n\(number)") }
        #expect(try await contents(of: all) == (0..<1000).map(types))
        #expect(try await contents(of: few) == [.lagged(990)] + (990..<1000).map(types))
        let error = try await failure { _ = try await contents(of: strict) }
        #expect(error.code == .slowConsumer)
    }

    private func contents(of events: CodexMCP.Events) async throws -> [CodexMCP.Event.Content] {
        var contents: [CodexMCP.Event.Content] = []
        for try await event in events { contents.append(event.content) }
        return contents
    }

    /// Thread "t": its first call is cancelled, its turn aborted, and its second call is answered under the first one's id.
    @Test func anAnswerUnderAnAbortedCallsIDReachesTheThreadsNextCall() async throws {
        let codex = try ScriptedCodex.mcp(
            #"""
            event() { say "{\"jsonrpc\":\"2.0\",\"method\":\"codex/event\",\"params\":{\"_meta\":{\"requestId\":$1,\"threadId\":\"t\"},\"msg\":{\"type\":\"$2\"}}}"; }
            answer() { say "{\"jsonrpc\":\"2.0\",\"id\":$1,\"result\":{\"structuredContent\":{\"threadId\":\"t\",\"content\":\"$2\"}}}"; }
            read -r line; event 2 task_started
            read -r line; event 2 turn_aborted
            read -r line; answer 2 second
            read -r line; event 2 turn_aborted
            read -r line; answer 5 last
            read -r line; answer 3 misplaced
            read -r line
            """#)
        let mcp = try await CodexMCP.start(codex.mcp())
        var events = mcp.events().makeAsyncIterator()
        let first = Task { try await mcp.codex(CodexMCP.Call("one")) }
        _ = try await events.next()
        first.cancel()
        #expect(try await failure { _ = try await first.value }.code == .cancelled)
        _ = try await events.next()
        #expect(try await mcp.reply(to: "t", "two").content == "second")
        let aborted = try await failure { _ = try await mcp.reply(to: "t", "three") }
        #expect(aborted.code == .cancelled && aborted.context.contains("aborted"))
        #expect(try await mcp.reply(to: "t", "four").content == "last")
        #expect(try await mcp.reply(to: "t", "five").content == "misplaced")
    }

    @Test func oneThatIgnoresTheEndOfItsInputIsStoppedInSteps() async throws {
        let codex = try ScriptedCodex.mcp("trap '' TERM; while :; do sleep 600; done")
        let mcp = try await CodexMCP.start(
            codex.mcp { options in
                options.endOfInputGrace = .milliseconds(20)
                options.terminateGrace = .milliseconds(20)
            })
        let exit = try #require(try await mcp.shutdown())
        #expect(exit.signal == SIGKILL && exit.reason == .killed)
    }

    @Test func aShutdownThatTakesTooLongIsAnErrorAndAKill() async throws {
        let codex = try ScriptedCodex.mcp("trap '' TERM; while :; do sleep 600; done")
        let mcp = try await CodexMCP.start(codex.mcp())
        let error = try await failure { try await mcp.shutdown(within: .milliseconds(50)) }
        #expect(error.code == .shutdownTimedOut)
        #expect(await mcp.wait(within: .seconds(60))?.signal == SIGKILL)
    }

    @Test func itDoesNotGetTheMarkThatAnAgentRunsIt() async throws {
        let codex = try ScriptedCodex.mcp(
            #"""
            read -r line; say "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"${CLAUDECODE-none} $CODEX_HOME $*\"}"; read -r line
            """#)
        let mcp = try await CodexMCP.start(
            codex.mcp { options in
                options.environment["CLAUDECODE"] = "1"
                options.codexHome = "/some/home"
                options.arguments += ["-c", "a=1"]
            })
        #expect(try await mcp.request("read") == "none /some/home mcp-server -c a=1")
    }
}
