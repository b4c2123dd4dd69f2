import BosunClient
import BusProtocol
import BusTestSupport
import Glibc
import JSONRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct CommandClientTests {
    private let directory: TemporaryDirectory
    private let patience = Duration.seconds(20)

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func daemon(_ answers: @escaping ScriptedDaemon.Answers) throws -> ScriptedSocket {
        try ScriptedDaemon.commands(at: directory.sockets.commands, answers)
    }

    /// What a call to a daemon that answers so throws.
    private func failure(of answers: @escaping ScriptedDaemon.Answers) throws -> ClientError {
        let daemon = try daemon(answers)
        defer { withExtendedLifetime(daemon) {} }
        let client = try CommandClient(directory.endpoints)
        return try #require(throws: ClientError.self) { try client.call("ping", timeout: patience) }
    }

    @Test func aResultComesByteForByte() throws {
        let daemon = try daemon { request in
            #expect(request["method"] == "thread/read" && request["jsonrpc"] == "2.0")
            #expect(request["params"] == ["threadId": "t"] && request["meta"] == ["worker": "main-1"])
            let meta = #"{"command":"01a1fae8-8e55-7b92-887c-7c63277e4a6d","epoch":7,"seq":9}"#
            // A number beyond a double's range and one key twice: a worker's business, passed on.
            let result = #"{ "n":1.50e999, "n":"é" }"#
            return [ScriptedDaemon.reply(#"{"meta":\#(meta),"result":\#(result),"id":\#(request["id"] ?? .null)}"#)]
        }
        let client = try CommandClient(directory.endpoints)
        let result = try client.call(
            "thread/read", params: ["threadId": "t"], meta: ["worker": "main-1"], timeout: patience)
        #expect(String(decoding: result.bytes, as: UTF8.self) == #"{ "n":1.50e999, "n":"é" }"#)
        #expect(result.command == CommandID("01a1fae8-8e55-7b92-887c-7c63277e4a6d"))
        #expect(result.cursor == EventCursor(epoch: 7, seq: 9))
        #expect(daemon.failure == nil)
    }

    @Test func anErrorKeepsItsCodeItsReasonAndItsObject() throws {
        let failure = try failure { request in
            let error = #"{"code":-33002,"message":"down","data":{"reason":"worker_down","retryable":true}}"#
            return [ScriptedDaemon.reply(#"{"jsonrpc":"2.0","id":\#(request["id"] ?? .null),"error":\#(error)}"#)]
        }
        guard case .rpc(let error) = failure.code else {
            Issue.record("\(failure)")
            return
        }
        #expect(error.code == -33002 && error.message == "down" && error.reason == "worker_down")
        #expect(error.json["data"]?["retryable"] == true)
    }

    /// The daemon's answer to what it could not read as a request.
    @Test func anErrorWithoutAnIDIsTheAnswerToo() throws {
        let failure = try failure { _ in
            [ScriptedDaemon.reply(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no"}}"#)]
        }
        guard case .rpc(let error) = failure.code else {
            Issue.record("\(failure)")
            return
        }
        #expect(error.code == -32700 && error.reason == nil)
    }

    @Test(arguments: [
        "", "nonsense", "[]", "7", #"{"id":1}"#, #"{"id":1,"result":1,"error":{"code":1,"message":""}}"#,
        #"{"id":1,"method":"ping"}"#, #"{"method":"ping"}"#, #"{"id":null,"result":1}"#, #"{"id":[1],"result":1}"#,
        #"{"id":1,"error":"no"}"#, #"{"id":1,"error":{"message":"no code"}}"#, #"{"id":1,"result":1,"meta":7}"#,
        #"{"id":1,"result":1}{"id":1,"result":2}"#, "{\"id\":1,\"result\":\"\u{0}\"}",
        #"{"id":1,"id":2,"result":1}"#, #"{"id":1,"result":1,"meta":{"a":1,"a":2}}"#,
    ]) func garbageIsNamedAsSuch(text: String) throws {
        let failure = try failure { _ in [ScriptedDaemon.reply(text)] }
        guard case .garbageReply = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
    }

    @Test(arguments: [
        [[UInt8]("{}".utf8)], [[1], [UInt8]("{}".utf8)], [[], [], [UInt8]("{}".utf8)], [[]],
    ]) func wrongFramesAreGarbageToo(frames: [[UInt8]]) throws {
        let failure = try failure { _ in [frames] }
        guard case .garbageReply = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
    }

    @Test func repliesToOtherRequestsArePassedOver() throws {
        let daemon = try daemon { request in
            [
                ScriptedDaemon.reply(#"{"id":99,"result":"not yours"}"#),
                ScriptedDaemon.reply(#"{"id":"1","result":"a text is not a number"}"#),
                ScriptedDaemon.reply(#"{"id":98,"error":{"code":1,"message":"not yours"}}"#),
                ScriptedDaemon.result(#""yours""#, of: request),
            ]
        }
        let client = try CommandClient(directory.endpoints)
        #expect(try client.call("ping", timeout: patience).value == "yours")
        #expect(client.lateReplies == 3)
        #expect(daemon.failure == nil)
    }

    @Test func aLateReplyIsNotTakenForTheNextOne() throws {
        let daemon = try daemon { request in
            guard request["id"] == 2 else { return [] }
            return [
                ScriptedDaemon.reply(#"{"id":1,"result":"first"}"#), ScriptedDaemon.result(#""second""#, of: request),
            ]
        }
        let client = try CommandClient(directory.endpoints)
        let silence = try #require(throws: ClientError.self) {
            try client.call("slow", timeout: .milliseconds(200))
        }
        guard case .noDaemon = silence.code else {
            Issue.record("\(silence.code)")
            return
        }
        #expect(silence.description.contains(directory.sockets.commands))
        #expect(try client.call("ping", timeout: patience).value == "second")
        #expect(client.lateReplies == 1)
        #expect(daemon.failure == nil)
    }

    @Test func aDaemonThatGoesAwayIsNotWaitedFor() throws {
        let failure = try failure { _ in nil }
        guard case .noDaemon = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
        #expect(failure.description.contains("went away"))
    }

    @Test func theNextDaemonIsFoundByTheSameClient() throws {
        var daemon: ScriptedSocket? = try daemon { [ScriptedDaemon.result("1", of: $0)] }
        let client = try CommandClient(directory.endpoints)
        #expect(try client.call("ping", timeout: patience).value == 1)
        daemon = nil
        let failure = try #require(throws: ClientError.self) { try client.call("ping", timeout: patience) }
        guard case .noDaemon = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
        daemon = try self.daemon { [ScriptedDaemon.result("2", of: $0)] }
        #expect(try client.call("ping", timeout: patience).value == 2)
        #expect(daemon?.failure == nil)
    }

    @Test func nobodyAtThePathIsSaidAtOnce() throws {
        func reason(_ endpoints: Endpoints) throws -> String {
            let failure = try #require(throws: ClientError.self) { _ = try CommandClient(endpoints) }
            guard case .noDaemon = failure.code else { return "\(failure.code)" }
            #expect(failure.description.contains(endpoints.commands.dropFirst("ipc://".count)))
            return failure.description
        }
        #expect(try reason(Endpoints(runDirectory: "\(directory.path)/none")).hasSuffix("No such file or directory"))
        #expect(
            try reason(Endpoints(runDirectory: directory.path + String(repeating: "x", count: 200)))
                .hasSuffix("File name too long"))
        // What a daemon leaves behind that was killed.
        do { _ = try daemon { _ in [] } }
        #expect(access(directory.sockets.commands, F_OK) == 0)
        #expect(try reason(directory.endpoints).hasSuffix("Connection refused"))
    }

    @Test func somebodyElseAtThePathIsNoDaemon() throws {
        let listener = try PlainListener(at: directory.sockets.commands)
        defer { withExtendedLifetime(listener) {} }
        let client = try CommandClient(directory.endpoints)
        let failure = try #require(throws: ClientError.self) { try client.call("ping", timeout: .milliseconds(300)) }
        guard case .noDaemon = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
    }

    @Test func aRequestThatWouldCutTheLinkIsNotSent() throws {
        let daemon = try daemon { [ScriptedDaemon.result("1", of: $0)] }
        let client = try CommandClient(directory.endpoints)
        let text = String(repeating: "x", count: CommandClient.largestRequest)
        let failure = try #require(throws: ClientError.self) {
            try client.call("ping", params: ["text": .string(text)], timeout: patience)
        }
        guard case .requestTooLarge = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
        #expect(try client.call("ping", timeout: patience).value == 1)
        #expect(daemon.failure == nil)
    }
}
