import CodexClient
import CodexProtocol
import Glibc
import Synchronization
import TestSupport
import Testing

extension RealCodex {
    /// On a real `codex exec`.
    @Suite struct CodexExecTests {
        @Test func aRunGivesThreadMessageAndUsage() async throws {
            let home = try CodexHome()
            let outcome = try await CodexExec.run("[[stub text=\"Yes.\"]]", try home.exec())
            #expect(outcome.isSuccess && outcome.failure == nil)
            #expect(outcome.message == "Yes.")
            #expect(outcome.usage?.outputTokens ?? 0 > 0)
            #expect(outcome.ending.exit.code == 0 && outcome.ending.exit.reason == .byItself)
            let types = outcome.events.compactMap { $0.raw?["type"]?.string }
            #expect(types.first == "thread.started" && types.last == "turn.completed")
            #expect(types.contains("turn.started") && types.count == outcome.events.count)
            #expect(outcome.events.first?.raw?["thread_id"]?.string == outcome.threadID)
            let unknown = outcome.events.filter { if case .unknown = $0.content { true } else { false } }
            #expect(unknown.isEmpty)
        }

        @Test func aThreadIsResumedByItsIDAndAsTheLast() async throws {
            let home = try CodexHome()
            let first = try await CodexExec.run("One. [[stub text=\"1\"]]", try home.exec())
            let thread = try #require(first.threadID)
            let second = try await CodexExec.run(
                "Two. [[stub text=\"2\"]]",
                try home.exec { options in
                    options.thread = .resume(thread)
                    options.model = "gpt-other"
                    options.sandbox = .workspaceWrite
                })
            #expect(second.threadID == thread && second.message == "2")
            // codex remarks that the model is another than the thread's.
            #expect(second.events.contains { $0.raw?.description.contains("gpt-other") == true })
            let third = try await CodexExec.run("[[stub text=\"3\"]]", try home.exec { $0.thread = .resumeLast })
            #expect(third.threadID == thread && third.message == "3")
        }

        @Test func aThreadThatIsNotThereIsToldOnStandardError() async throws {
            let home = try CodexHome()
            let outcome = try await CodexExec.run(
                "Hello", try home.exec { $0.thread = .resume("00000000-0000-4000-8000-000000000000") })
            #expect(!outcome.isSuccess && outcome.events.isEmpty)
            #expect(outcome.ending.exit.code == 1)
            #expect(outcome.ending.standardErrorTail.contains("no rollout found"))
        }

        /// Neither a flag nor a sub-command.
        @Test(arguments: ["--help", "resume"])
        func aPromptIsAPrompt(prompt: String) async throws {
            let home = try CodexHome()
            let outcome = try await CodexExec.run(prompt, try home.exec())
            #expect(outcome.isSuccess && outcome.message != nil)
        }

        @Test(arguments: ["[[stub fail=500]]", "[[stub deltas=10 cut=3]]"])
        func aFailedTurnIsAnOutcome(prompt: String) async throws {
            let home = try CodexHome()
            let outcome = try await CodexExec.run(prompt, try home.exec())
            #expect(!outcome.isSuccess && outcome.ending.exit.code == 1)
            let failure = try #require(outcome.failure)
            #expect(outcome.events.contains { $0.content == .error(message: failure) })
        }

        @Test func anInterruptEndsTheTurnAndTheProcess() async throws {
            let home = try CodexHome()
            let execution = try await CodexExec.start("[[stub wait-ms=600000]]", try home.exec())
            #expect(execution.ending == nil)
            for await event in execution.events where event.content == .turnStarted { execution.interrupt() }
            let ending = try #require(await execution.wait(within: .seconds(120)))
            #expect(ending.exit.code == 1 && ending == execution.ending)
        }

        @Test func aKillEndsItAtOnce() async throws {
            let home = try CodexHome()
            let execution = try await CodexExec.start("[[stub wait-ms=600000]]", try home.exec())
            for await event in execution.events where event.content == .turnStarted { execution.kill() }
            #expect(await execution.wait(within: .seconds(120))?.exit.signal == SIGKILL)
        }

        @Test func theDeadlineStopsItAndIsAnError() async throws {
            let home = try CodexHome()
            let error = try await failure {
                _ = try await CodexExec.run("[[stub wait-ms=600000]]", try home.exec { $0.deadline = .seconds(3) })
            }
            #expect(error.code == .deadline && error.exit != nil && error.mayHaveBeenTaken)
        }
    }
}

/// What codex can't be made to do: on scripts.
@Suite struct ScriptedExecTests {
    @Test func itsInputIsNullAndItsEnvironmentAndArgumentsAreThoseAskedFor() async throws {
        let codex = try ScriptedCodex(
            #"""
            stdin=$(readlink /proc/self/fd/0)
            printf '{"type":"seen","stdin":"%s","mark":"%s","home":"%s","one":"%s","arguments":"%s","cwd":"%s"}\n' \
                "$stdin" "${CLAUDECODE-none}" "$CODEX_HOME" "$ONE" "$*" "$PWD"
            """#)
        let outcome = try await CodexExec.run(
            "do it",
            codex.exec { options in
                options.environment["ONE"] = "1"
                options.environment["CLAUDECODE"] = "1"
                options.codexHome = "/some/home"
                options.workingDirectory = "/tmp"
                options.model = "m"
                options.sandbox = .dangerFullAccess
                options.arguments = ["--ephemeral"]
            })
        let seen = try #require(outcome.events.first)
        #expect(seen.content == .unknown(type: "seen"))
        #expect(seen.raw?["stdin"]?.string == "/dev/null")
        #expect(seen.raw?["mark"]?.string == "none")
        #expect(seen.raw?["home"]?.string == "/some/home" && seen.raw?["one"]?.string == "1")
        #expect(seen.raw?["cwd"]?.string == "/tmp")
        #expect(
            seen.raw?["arguments"]?.string
                == "exec --json --skip-git-repo-check --model m --sandbox danger-full-access --ephemeral -- do it")
    }

    @Test func theRepositoryCheckCanBeLeftOnAndAVariableTakenAway() async throws {
        let codex = try ScriptedCodex(#"printf '{"type":"%s/%s"}\n' "${HOME-none}" "$*""#)
        let outcome = try await CodexExec.run(
            "p",
            codex.exec { options in
                options.environment["HOME"] = .some(nil)
                options.skipsGitRepositoryCheck = false
            })
        #expect(outcome.events.map(\.content) == [.unknown(type: "none/exec --json -- p")])
    }

    @Test func aLineThatIsNoJSONKeepsItsTextAndEndsNothing() async throws {
        let codex = try ScriptedCodex(
            #"""
            echo '{"type":"turn.started"}'
            echo
            echo 'Reading prompt…'
            echo '{"type":"turn.started"'
            echo '"a string"'
            printf '{"type":"turn.completed","usage":{"input_tokens":1,"output_tokens":2}}\nunfinished'
            """#)
        let outcome = try await CodexExec.run("p", codex.exec())
        let invalid = outcome.events.compactMap { event -> String? in
            if case .invalid(let line) = event.content { line.text } else { nil }
        }
        #expect(invalid == ["Reading prompt…", #"{"type":"turn.started""#])
        #expect(outcome.events.map(\.content).contains(.unknown(type: nil)))
        #expect(outcome.events.count == 5 && outcome.isSuccess)
        #expect(outcome.ending.exit.droppedBytes == 10)
    }

    @Test func everyKindOfEventAndItemIsRead() async throws {
        let codex = try ScriptedCodex(
            #"""
            cat <<'END'
            {"type":"thread.started","thread_id":"t"}
            {"type":"item.started","item":{"id":"1","type":"command_execution","command":"ls","aggregated_output":"","exit_code":null,"status":"in_progress"}}
            {"type":"item.completed","item":{"id":"1","type":"command_execution","command":"ls","aggregated_output":"a\n","exit_code":0,"status":"completed"}}
            {"type":"item.completed","item":{"id":"2","type":"file_change","changes":[{"path":"/a","kind":"add"}],"status":"failed"}}
            {"type":"item.completed","item":{"id":"3","type":"mcp_tool_call","server":"s","tool":"t","arguments":{"a":1},"result":null,"error":{"message":"no"},"status":"new_word"}}
            {"type":"item.updated","item":{"id":"4","type":"todo_list","items":[{"text":"x","completed":true},{"text":"y","completed":false}]}}
            {"type":"item.completed","item":{"id":"5","type":"web_search","query":"q"}}
            {"type":"item.completed","item":{"id":"6","type":"reasoning","text":"r"}}
            {"type":"item.completed","item":{"id":"7","type":"collab_tool_call","tool":"wait"}}
            {"type":"item.completed","item":{"type":"agent_message","text":"no id"}}
            {"type":"turn.completed","usage":{"input_tokens":1,"cached_input_tokens":2,"cache_write_input_tokens":3,"output_tokens":4,"reasoning_output_tokens":5}}
            {"type":"turn.failed","error":{"message":"m"}}
            {"type":"error","message":"e"}
            END
            """#)
        let events = try await CodexExec.run("p", codex.exec()).events
        var items: [CodexExec.Item.Content] = []
        for event in events {
            switch event.content {
            case .itemStarted(let item), .itemUpdated(let item), .itemCompleted(let item): items.append(item.content)
            default: break
            }
        }
        let running = CodexExec.Status.inProgress
        #expect(events.count == 13 && items.count == 8)
        guard case .commandExecution(let started) = items[0], case .commandExecution(let done) = items[1],
            case .fileChange(let change) = items[2], case .mcpToolCall(let call) = items[3]
        else { throw TestFailure("\(items)") }
        #expect(started.status == running && started.exitCode == nil && started.command == "ls")
        #expect(done.status == .completed && done.exitCode == 0 && done.output == "a\n")
        #expect(change.status == .failed && change.changes.map(\.path) == ["/a"] && change.changes[0].kind == "add")
        #expect(call.status == .other("new_word") && call.error == "no" && call.result == nil)
        #expect(call.arguments == ["a": 1])
        guard case .todoList(let todos) = items[4] else { throw TestFailure("\(items[4])") }
        #expect(todos.map(\.text) == ["x", "y"] && todos.map(\.isCompleted) == [true, false])
        #expect(items[5] == .webSearch(query: "q") && items[6] == .reasoning("r"))
        #expect(items[7] == .unknown(type: "collab_tool_call"))
        #expect(events[9].content == .unknown(type: "item.completed") && events[9].raw?["item"] != nil)
        guard case .turnCompleted(let usage) = events[10].content else { throw TestFailure("\(events[10])") }
        #expect(usage.inputTokens == 1 && usage.cachedInputTokens == 2 && usage.cacheWriteInputTokens == 3)
        #expect(usage.outputTokens == 4 && usage.reasoningOutputTokens == 5)
        #expect(events[11].content == .turnFailed(message: "m") && events[12].content == .error(message: "e"))
    }

    @Test func standardErrorIsDrainedAndItsEndKept() async throws {
        let codex = try ScriptedCodex(
            "i=0; while [ $i -lt 4000 ]; do echo 'a line of some fifty characters, again and again' >&2; i=$((i+1)); done"
                + "; echo last >&2; exit 3")
        let bytes = Mutex(0)
        let outcome = try await CodexExec.run(
            "p", codex.exec { $0.standardError = { chunk in bytes.withLock { $0 += chunk.count } } })
        #expect(outcome.ending.exit.code == 3 && !outcome.isSuccess)
        #expect(outcome.ending.standardErrorTail.utf8.count <= 16 << 10)
        #expect(outcome.ending.standardErrorTail.hasSuffix("last\n"))
        #expect(bytes.withLock { $0 } == 4000 * 49 + 5)
    }

    /// The process waits in its write until somebody reads; nothing is lost by that.
    @Test func aSlowReaderHoldsTheProcessUp() async throws {
        let codex = try ScriptedCodex(
            #"i=0; while [ $i -lt 60000 ]; do echo "{\"type\":\"n\",\"n\":$i}"; i=$((i+1)); done"#)
        let execution = try await CodexExec.start("p", codex.exec { $0.eventCapacity = 10 })
        #expect(await execution.wait(within: .milliseconds(300)) == nil)
        var numbers: [Int64] = []
        for await event in execution.events { if let number = event.raw?["n"]?.integer { numbers.append(number) } }
        #expect(numbers == Array(0..<60_000))
        #expect(await execution.wait(within: .seconds(60))?.exit.code == 0)
    }

    @Test func aLineThatIsTooLongEndsIt() async throws {
        let codex = try ScriptedCodex("head -c 100000 /dev/zero | tr '\\0' x; echo; exec sleep 600")
        let outcome = try await CodexExec.run(
            "p",
            codex.exec { options in
                options.lineLimit = 10_000
                options.interruptGrace = .milliseconds(10)
            })
        #expect(outcome.events.isEmpty && outcome.ending.exit.code == nil)
        #expect(outcome.ending.exit.description.contains("lineTooLong"))
    }

    @Test func oneThatIgnoresTheInterruptIsStoppedInSteps() async throws {
        let codex = try ScriptedCodex("trap '' INT TERM; echo '{\"type\":\"up\"}'; while :; do sleep 600; done")
        let execution = try await CodexExec.start(
            "p",
            codex.exec { options in
                options.interruptGrace = .milliseconds(20)
                options.terminateGrace = .milliseconds(20)
            })
        for await _ in execution.events { execution.stop() }
        let ending = try #require(await execution.wait(within: .seconds(60)))
        #expect(ending.exit.signal == SIGKILL && ending.exit.reason == .killed)
    }

    @Test func itIsKilledWhenDropped() async throws {
        let codex = try ScriptedCodex("exec sleep 600")
        var execution: CodexExec.Execution? = try await CodexExec.start("p", codex.exec())
        let pid = try #require(execution?.processID)
        #expect(kill(pid, 0) == 0)
        execution = nil
        try await eventually { kill(pid, 0) != 0 }
    }

    @Test func aCancelledRunIsKilled() async throws {
        let codex = try ScriptedCodex(#"echo $$ > "$0.pid"; exec sleep 600"#)
        let pidFile = codex.path + ".pid"
        let run = Task { try await CodexExec.run("p", codex.exec()) }
        try await eventually { (try? readPID(pidFile)) != nil }
        let pid = try readPID(pidFile)
        run.cancel()
        #expect(try await failure { _ = try await run.value }.code == .cancelled)
        try await eventually { kill(pid, 0) != 0 }
    }

    @Test func aProgramThatIsNotThereIsAnError() async throws {
        var options = CodexExec.Options()
        options.executable = "/nowhere/codex"
        let error = try await failure { _ = try await CodexExec.start("p", options) }
        #expect(error.code == .spawnFailed && error.context.contains("/nowhere/codex"))
    }

    private func readPID(_ file: String) throws -> CInt {
        let reader = open(file, O_RDONLY | O_CLOEXEC)
        try check("open", reader)
        defer { close(reader) }
        var text = [UInt8](repeating: 0, count: 32)
        let count = read(reader, &text, text.count)
        let words = String(decoding: text.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
        guard let pid = words.first.flatMap({ CInt($0) }) else { throw TestFailure("no pid yet") }
        return pid
    }
}
