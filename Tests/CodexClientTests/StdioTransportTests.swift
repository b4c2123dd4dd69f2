import ChildProcess
import CodexClient
import CodexConversation
import EventLoop
import Glibc
import JSONRPC
import Synchronization
import TestSupport
import Testing

@Suite struct StdioTransportTests {
    /// Answers each line with its number as the id.
    private static let counter = #"n=0; while read line; do n=$((n+1)); echo "{\"id\":$n,\"result\":$n}"; done"#

    @Test func answersFindTheirAskers() async throws {
        let rig = try await TransportRig.running(Self.counter)
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<200 { group.addTask { try await rig.ask() } }
            var answers: Set<String> = []
            for try await answer in group { answers.insert(answer) }
            #expect(answers == Set((1...200).map { "\($0)" }))
        }
        #expect(try await rig.transport.stop(within: .seconds(60))?.endedBy == .eof)
    }

    @Test func anAnswerOfNullAndOneByANumberInAStringAreAnswers() async throws {
        let rig = try await TransportRig.running(
            #"read l; echo '{"id":"1","result":null}'; read l; echo '{"id":2,"error":{"code":-1,"message":"no","data":[1]}}'; read l"#
        )
        #expect(try await rig.ask() == "null")
        #expect(try await rig.ask() == #"error {"code":-1,"message":"no","data":[1]}"#)
    }

    @Test func anAnswerWithNeitherResultNorErrorEndsTheWaiting() async throws {
        let rig = try await TransportRig.running(#"read l; echo '{"id":1}'; read l"#)
        let error = await #expect(throws: TransportError.self) { try await rig.ask() }
        #expect(error?.code == .invalidResponse)
        #expect(error?.line == Array(#"{"id":1}"#.utf8))
    }

    /// Id 1 of the server's request is not id 1 of this side's.
    @Test func aServersRequestAnswersNothing() async throws {
        let rig = try await TransportRig.running(
            #"read l; echo '{"method":"m","id":1,"params":{"threadId":"t"}}'; echo '{"id":1,"result":{}}'; read l"#)
        #expect(try await rig.ask() == "{}")
        guard case .request(let line, let id)? = rig.messages.first else { throw Unexpected() }
        #expect(line.method == "m" && line.threadID == "t" && id == .number(1))
    }

    @Test func garbageIsToldAndDisturbsNobody() async throws {
        let rig = try await TransportRig.running(
            #"read l; echo 'no json'; echo '{"id":[1]}'; echo; echo '{"id":1,"result":1}'; read l"#)
        #expect(try await rig.ask() == "1")
        let garbage = rig.messages.compactMap { if case .garbage(let line, _) = $0 { line } else { nil } }
        #expect(garbage == [Array("no json".utf8), Array(#"{"id":[1]}"#.utf8)])
    }

    @Test func theEndFailsAllThatWait() async throws {
        let rig = try await TransportRig.running("read l; read l; read l; exit 7")
        let ends = await withTaskGroup(of: ProcessEnd?.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    let error = await TransportError.of { try await rig.ask() }
                    return error?.code == .ended && error?.mayHaveBeenTaken == true ? error?.end : nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(ends.map { $0?.status } == Array(repeating: .exited(code: 7), count: 3))
        #expect(await rig.transport.isRunning == false)
        let late = await #expect(throws: TransportError.self) { try await rig.ask() }
        #expect(late?.code == .notRunning)
    }

    /// 1 is never answered, and 2 is.
    @Test func aDeadlineEndsOneWaitingAlone() async throws {
        let rig = try await TransportRig.running(#"read l; read l; echo '{"id":2,"result":2}'; read l"#)
        let late = Task { await TransportError.of { try await rig.ask(timeout: .milliseconds(50)) } }
        try await eventually { await rig.transport.inFlightCount == 1 }
        #expect(try await rig.ask() == "2")
        let error = await late.value
        #expect(error?.code == .deadline && error?.mayHaveBeenTaken == true)
    }

    @Test func aCancelledTaskWaitsNoLonger() async throws {
        let rig = try await TransportRig.running("read l; read l")
        let task = Task { await TransportError.of { try await rig.ask() } }
        try await eventually { await rig.transport.inFlightCount == 1 }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }

    @Test func aTaskThatIsCancelledAlreadyDoesNotWait() async throws {
        let rig = try await TransportRig.running("read l; read l")
        let task = Task {
            try? await Task.sleep(for: .seconds(600))
            return await #expect(throws: TransportError.self) { try await rig.ask() }
        }
        task.cancel()
        #expect(await task.value?.code == .cancelled)
    }

    @Test func mcpIsToldOfACancelledRequest() async throws {
        let rig = try await TransportRig.running("read l; read l; read l") { $0.dialect = .mcp }
        let task = Task { try? await rig.ask() }
        try await eventually { await rig.transport.inFlightCount == 1 }
        task.cancel()
        _ = await task.value
        #expect(
            rig.sent == [
                #"{"jsonrpc":"2.0","id":1,"method":"ask"}"#,
                #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1,"reason":"cancelled"}}"#,
            ])
    }

    @Test func overWindowAndQueueARequestIsRefused() async throws {
        let rig = try await TransportRig.running("read l; sleep 100") { options in
            options.window = 1
            options.queueLimit = 1
        }
        let tasks = (0..<2).map { _ in Task { try? await rig.ask() } }
        try await eventually { await rig.transport.queuedCount == 1 }
        let error = await #expect(throws: TransportError.self) { try await rig.ask() }
        #expect(error?.code == .busy)
        await rig.transport.kill()
        for task in tasks { #expect(await task.value == nil) }
    }

    @Test func aLineThatIsTooLongEndsIt() async throws {
        let rig = try await TransportRig.running("head -c 100000 /dev/zero | tr '\\0' x; read l") {
            $0.lineLimit = 1000
        }
        let end = await rig.transport.awaitEnd(within: .seconds(60))
        #expect(end?.failure?.code == .lineTooLong)
        #expect(end?.endedBy == .eof)
    }

    @Test func whatWasWrittenBeforeTheEndComesBeforeIt() async throws {
        let rig = try await TransportRig.running(
            #"i=0; while [ $i -lt 5000 ]; do echo "{\"method\":\"m\",\"params\":{\"n\":$i}}"; i=$((i+1)); done; printf half"#
        )
        let end = await rig.transport.awaitEnd(within: .seconds(60))
        #expect(end?.droppedBytes == 4)
        #expect(rig.messages.count == 5001)
        guard case .ended? = rig.messages.last else { throw Unexpected() }
    }

    @Test func stderrIsDrainedAndItsLastKept() async throws {
        let rig = try await TransportRig.running(
            #"head -c 1000000 /dev/zero | tr '\0' x >&2; echo end >&2; read l; echo '{"id":1,"result":1}'; read l"#)
        #expect(try await rig.ask() == "1")
        try await eventually { await rig.transport.standardErrorTail.hasSuffix("xend\n") }
        #expect(await rig.transport.standardErrorTail.utf8.count == StderrTail.capacity)
    }

    @Test func whatIgnoresEndOfInputIsTerminatedAndThenKilled() async throws {
        let rig = try await TransportRig.running("trap '' TERM; while :; do sleep 1; done") { options in
            options.stop = StopLadder.Durations(
                endOfFile: .milliseconds(20), terminate: .milliseconds(20), kill: .seconds(5))
        }
        #expect(try await rig.transport.stop(within: .seconds(60))?.endedBy == .sigkill)
    }

    @Test func aStopThatTakesTooLongKillsAndSaysSo() async throws {
        let rig = try await TransportRig.running("while :; do sleep 1; done")
        let error = await #expect(throws: TransportError.self) {
            try await rig.transport.stop(within: .milliseconds(20))
        }
        #expect(error?.code == .stopTimedOut)
        let end = await rig.transport.awaitEnd(within: .seconds(60))
        #expect(end?.status == .signaled(signal: SIGKILL, coreDumped: false))
    }

    @Test func droppedItKillsItsProcess() async throws {
        var rig: TransportRig? = try await TransportRig.running("while :; do sleep 1; done")
        let pid = try #require(await rig?.transport.pid)
        #expect(kill(pid, 0) == 0)
        rig = nil
        try await eventually { kill(pid, 0) != 0 }
    }

    @Test func aBinaryThatIsBeingReplacedIsTriedAgain() async throws {
        let directory = try TemporaryDirectory()
        let path = "\(directory.path)/server"
        let file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o700)
        let script = "#!/bin/sh\nread l; echo '{\"id\":1,\"result\":1}'; read l\n"
        #expect(write(file, script, script.utf8.count) == script.utf8.count)
        let rig = try TransportRig("") { options in
            options.command = Command(path, environment: ["PATH": "/usr/bin:/bin"])
            options.retry = SpawnRetry(tries: 1000, firstPause: .milliseconds(1))
        }
        let start = Task { try await rig.transport.start() }
        try await eventually { await rig.transport.spawnRetries > 0 }
        close(file)
        try await start.value
        #expect(try await rig.ask() == "1")
    }

    @Test func aProgramThatIsNotThereIsSaidAtOnce() async throws {
        let rig = try TransportRig("") { $0.command = Command("/nowhere/codex") }
        let error = await #expect(throws: TransportError.self) { try await rig.transport.start() }
        #expect(error?.code == .spawnFailed && error?.spawn?.code == .executableNotFound)
        #expect(error?.context.contains("/nowhere/codex") == true)
    }

    private struct Unexpected: Error {}
}
