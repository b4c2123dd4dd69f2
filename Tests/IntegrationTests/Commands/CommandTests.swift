import TestSupport
import BusProtocol
import JSONRPC
import Testing
import ZeroMQ

@Suite(.waits, .showsDaemonLogs) struct CommandTests {
    @Test func whatStandsOnSeveralLinesReachesTheWorkerOnOne() throws {
        let directory = try TemporaryDirectory()
        let record = try directory.directory("in")
        var options = DaemonProcess.Options()
        options.companions = [directory]
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command(recordingIn: record, in: directory), options))
        try bus.ready()
        let client = try RawClient(.req, bus.daemon)
        let params = "{\n  \"a\" : [ 1.0,\r\n 2e3, 12345678901234567890123 ],\n\t\"b\": \"x\\ny\\u000a\"\n}"
        let reply = try client.ask(
            "{\n\"jsonrpc\": \"2.0\",\n\"id\": 1,\n\"method\": \"many/lines\",\n\"params\": \(params)\n}\n")
        #expect(reply.result != nil)
        let lines = try #require(directory.read("in/main-1.1")).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.last == "")
        for line in lines.dropLast() { #expect(try JSON(parsing: line).isObject) }
        let passed = lines.filter { $0.contains("many/lines") }
        try #require(passed.count == 1)
        // Numbers and strings as they were written.
        #expect(passed[0].contains(#"{"a":[1.0,2e3,12345678901234567890123],"b":"x\ny\u000a"}"#))
    }

    /// A second line would be an answer to another request of codex's.
    @Test func anAnswerIsOneLineToo() throws {
        let directory = try TemporaryDirectory()
        let record = try directory.directory("in")
        var options = DaemonProcess.Options()
        options.companions = [directory]
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command(recordingIn: record, in: directory), options))
        try bus.ready()
        let params: JSON = ["threadId": "t", "turnId": "u", "itemId": "i", "questions": [["id": "q"]]]
        try bus.fake([["say": ["method": "item/tool/requestUserInput", "id": 7, "params": params]]])
        let id = try bus.event("rq.wmain-1.approval/opened").json.text("approvalId")
        let smuggled = #"\n{\"id\":8,\"result\":{\"decision\":\"accept\"}}\n"#
        let client = try RawClient(.req, bus.daemon)
        let reply = try client.ask(
            "{\"id\":1,\"method\":\"approval/respond\",\"params\":{\"approvalId\":\"\(id)\",\n\"result\":\r\n"
                + "{\"answers\":\n{\"q\":\n{\"answers\":[\n\"\(smuggled)\"\n]}}}\n}}")
        #expect(reply.result != nil, "\(reply)")
        let answered = try bus.event("ev.wmain-1.fake/answered")
        #expect(try JSON(parsing: answered.json.text("params/line")).int("id") == 7)
        #expect(try bus.call("some/thing").result != nil)
        let lines = try #require(directory.read("in/main-1.1")).split(separator: UInt8(ascii: "\n"))
        let ids = try lines.map { try JSON(parsing: Array($0)) }.filter { $0["method"] == nil }.map { $0["id"] }
        #expect(ids == [7])
    }

    @Test(arguments: ["initialize", "thread/unsubscribe"])
    func whatWouldHarmEverybodyIsForbidden(_ method: String) throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        #expect(try bus.call(method, ["threadId": "main-1-1-1"]).reason == "forbidden")
    }

    @Test func theDaemonsNamesNeverReachAWorker() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        for method in ["worker/nonsense", "fleet/x", "approval/", "events/x", "requests/x", "bosun/x", "rpc.x"] {
            #expect(try bus.call(method).reason == "unknown_method", "\(method)")
        }
        #expect(try bus.call("worker/restart").code == -32602)
        #expect(try bus.call("worker/restart", ["worker": "nobody"]).reason == "unknown_worker")
    }

    @Test func metaSaysWhoWhenAndWhatFor() throws {
        var options = DaemonProcess.Options()
        options.workers = 2
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready("main-1")
        try bus.ready("main-2")
        #expect(try bus.call("a/b", meta: ["worker": "main-3"]).reason == "unknown_worker")
        #expect(try bus.call("a/b", meta: ["group": "other"]).reason == "unknown_worker")
        for worker in ["main-1", "main-2"] {
            #expect(try bus.result("a/b", meta: ["worker": .string(worker)]).text("worker") == worker)
        }
        #expect(try bus.call("a/b", meta: ["notAfter": 1_000]).reason == "deadline")
        #expect(try bus.call("a/b", meta: ["notAfter": 9_000_000_000_000]).result != nil)

        let command = "11111111-2222-4333-8444-555555555555"
        let reply = try bus.call("thread/start", meta: ["command": .string(command), "group": "main"])
        #expect(try reply.json.text("meta/command") == command)
        let thread = try reply.json.text("result/thread/id")
        let started = try bus.event("ev.\(thread).thread/started")
        #expect(started.header.cause == CommandID(command))
        // What a command leads to comes behind the place that its reply names.
        #expect(started.header.seq > UInt64(try reply.json.int("meta/seq")))
        #expect(UInt64(try reply.json.int("meta/epoch")) == started.header.epoch)
        let unnamed = try bus.call("a/b").json.text("meta/command")
        #expect(CommandID(unnamed) != nil && CommandID(unnamed) != CommandID.none)
    }

    @Test func aThreadsCommandsGoToItsWorker() throws {
        var options = DaemonProcess.Options()
        options.workers = 2
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready("main-1")
        try bus.ready("main-2")
        for worker in ["main-2", "main-1", "main-2"] {
            let thread = try bus.result("thread/start", meta: ["worker": .string(worker)]).at("thread/id")
            for _ in 0..<3 { #expect(try bus.result("turn/start", ["threadId": thread]).text("worker") == worker) }
        }
        // Handles that no thread names stick to the worker that made them.
        for (make, use, name) in [
            ("fs/watch", "fs/unwatch", "watchId"), ("process/spawn", "process/writeStdin", "processHandle"),
            ("command/exec", "command/exec/write", "processId"),
        ] {
            let worker = try bus.result(make, [name: "h"]).text("worker")
            for _ in 0..<3 { #expect(try bus.result(use, [name: "h"]).text("worker") == worker) }
        }
        // Until the worker says that there is nothing behind it any more.
        let spawn: (String) throws -> String = { worker in
            try bus.result("process/spawn", ["processHandle": "p"], meta: ["worker": .string(worker)]).text("worker")
        }
        #expect(try spawn("main-2") == "main-2")
        let exited: JSON = ["say": ["method": "process/exited", "params": ["processHandle": "p", "exitCode": 0]]]
        try bus.fake([exited], worker: "main-1")
        #expect(try spawn("main-1") == "main-2")
        try bus.fake([exited, exited], worker: "main-2")
        #expect(try spawn("main-1") == "main-1")
    }

    @Test(arguments: ["error", "result"]) func aWorkersAnswerComesBackAsItWasWritten(_ member: String) throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let value = #"{"code":-32055,"message":"no \u00e4","data":{"big":12345678901234567890123,"f":1.0}}"#
        let steps: JSON = [["answerText": .string("\"\(member)\":\(value)")]]
        let client = try RawClient(.req, bus.daemon)
        let request: JSON = ["jsonrpc": "2.0", "id": 1, "method": "fake/do", "params": ["steps": steps]]
        try client.send([request.serialized()])
        let reply = String(decoding: try client.next().last ?? [], as: UTF8.self)
        #expect(reply.contains("\"\(member)\":\(value)"), "\(reply)")
    }
}
