import BusProtocol
import TestSupport
import Glibc
import JSONRPC
import Testing

/// What a worker may write, and not read; the numbers are those of CONTRIBUTING.md's list of faults.
@Suite(.waits, .showsDaemonLogs) struct StdioCases {
    @Test("Case 28: too many lines a minute that are no messages end the worker")
    func case28() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, group: "garbage_limit = 5\nbackoff_base = '10ms'", in: TemporaryDirectory()))
        try bus.ready()
        try bus.fake([JSON](repeating: ["print": "garbage"], count: 5))
        #expect(try bus.worker().text("state") == "ready")
        _ = try bus.send("fake/do", ["steps": [["print": "one too many"]]])
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "garbage")
        #expect(bus.events("wk.wmain-1.exited").count <= 1)
        try bus.ready(generation: 2)
    }

    @Test("Case 29: a line beyond the limit ends the worker, and costs the daemon no memory")
    func case29() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, group: "line_limit = '4 MiB'\nbackoff_base = '10ms'", in: TemporaryDirectory()))
        try bus.ready()
        _ = try bus.send("fake/do", ["steps": [["fill": [120, 64_000_000]]]])
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "line_too_long")
        try bus.ready(generation: 2)
        #expect(try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid)) < 32 << 10)
    }

    /// The default: 64 MiB, the newline not counted.
    @Test("Case 29: the longest line that may be is taken whole, and one byte more ends the worker")
    func case29AtTheLimit() throws {
        let limit: Int64 = 64 << 20
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, group: "", in: TemporaryDirectory()))
        try bus.ready()
        let head = #"{"method":"large/line","params":{"x":""#
        let tail = #""}}"#
        func line(_ length: Int64) -> [JSON] {
            let hexadecimal = head.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let filling = length - Int64(head.utf8.count + tail.utf8.count)
            return [["hex": .string(hexadecimal)], ["fill": [120, .integer(filling)]], ["print": .string(tail)]]
        }
        try bus.fake(line(limit))
        let event = try bus.event("ev.wmain-1.large/line")
        #expect(try event.header.flags.contains(.byReference) && event.json.int("size") == limit)
        let end = try bus.result("events/body", ["ref": event.json.at("ref"), "offset": .integer(limit - 4)])
        #expect(try Base64.decode(end.text("data")) == Array(#"x"}}"#.utf8))
        #expect(try bus.worker().int("generation") == 1)

        _ = try bus.send("fake/do", ["steps": .array(line(limit + 1))])
        let recycled = try bus.event("wk.wmain-1.recycled").json
        #expect(try recycled.text("cause") == "line_too_long")
        try bus.ready(generation: 2)
        // Nothing of it was published, and nothing of either is held.
        #expect(bus.events("ev.wmain-1.large/line").count == 1)
        #expect(try bus.result("fleet/status").int("counters/malformedLines") == 0)
        try eventually("its memory is free") {
            try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid)) < 48 << 10
        }
    }

    /// Numbers may be of any size, and what stands twice in params is the consumer's to judge: such lines come as they are.
    @Test(
        "Case 30: what is deep, or double, is no message, what is huge comes as it is, and no stack ends",
        arguments: [
            (LongText(String(repeating: "[", count: 1_000_000)), false),
            (LongText(String(repeating: "[", count: 500_000) + String(repeating: "]", count: 500_000)), false),
            (LongText(#"{"method":"a/b","params":"# + String(repeating: #"{"a":"#, count: 500_000)), false),
            (
                LongText(
                    #"{"method":"a/b","params":"# + String(repeating: #"{"a":"#, count: 50_000) + "1"
                        + String(repeating: "}", count: 50_001)), false
            ),
            (#"{"method":"a/b","method":"a/b"}"#, false), (#"{"method":"a/b","params":{},"params":{}}"#, false),
            (#"{"method":"a/b","params":{"n":1,"n":2}}"#, true),
            (#"{"method":"a/b","params":{"n":1e999999}}"#, true),
            (LongText(#"{"method":"a/b","params":{"n":"# + String(repeating: "9", count: 100_000) + "}}"), true),
            (LongText(#"{"method":"a/b","params":{"n":-0."# + String(repeating: "0", count: 100_000) + "1}}"), true),
        ] as [(LongText, Bool)])
    func case30(_ given: LongText, _ isMessage: Bool) throws {
        let line = given.text
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.fake([["print": .string(line)], ["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.good/line")
        #expect(try bus.worker().int("generation") == 1)
        // Byte for byte, once; or told, once, with how long it was.
        #expect(bus.events("ev.wmain-1.a/b").map { $0.text == line } == (isMessage ? [true] : []))
        let malformed = try bus.events("ev.wmain-1.bosun/malformed").map { try $0.json.int("bytes") }
        #expect(malformed == (isMessage ? [] : [Int64(line.utf8.count)]))
        #expect(try bus.result("fleet/status").int("counters/malformedLines") == (isMessage ? 0 : 1))
    }

    @Test("Case 34: while the daemon reads nothing its workers wait, and then every line comes")
    func case34() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        kill(bus.daemon.pid, SIGSTOP)
        let request = try bus.send(
            "fake/do", ["steps": [["flood": [20_000, ["method": "some/line", "params": ["x": "0123456789"]]]]]])
        usleep(200_000)
        kill(bus.daemon.pid, SIGCONT)
        #expect(try bus.reply(to: request).result != nil)
        try bus.catchUp()
        let lines = bus.events("ev.wmain-1.some/line")
        #expect(lines.count == 20_000)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.header.scopeSeq + 1 == $1.header.scopeSeq })
    }

    @Test("Case 36: what a worker refuses as too much is asked again inside its deadline, and that shows")
    func case36() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.fake([["overload": ["some/thing", 2]]])
        #expect(try bus.result("some/thing").text("method") == "some/thing")
        #expect(try bus.worker().int("overloads") == 2)
        try bus.fake([["overload": ["some/thing", 1_000]]])
        let late = try bus.call("some/thing", meta: ["deadlineMs": 500])
        #expect(late.reason == "worker_busy")
    }

    @Test("Case 37: a death answers each request once and voids the approvals of that life")
    func case37() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let pid = pid_t(try bus.ready().int("pid"))
        let thread = try bus.result("thread/start").text("thread/id")
        try bus.fake([
            ["mute": ["no/answer"]],
            [
                "say": [
                    "id": 5, "method": "item/commandExecution/requestApproval",
                    "params": ["threadId": .string(thread), "itemId": "i"],
                ]
            ],
        ])
        let opened = try bus.event("rq.\(thread).approval/opened")
        let requests = try (0..<10).map { _ in try bus.send("no/answer") }
        try eventually("they are with the worker") { try bus.worker().int("inFlight") == 10 }
        kill(pid, SIGKILL)
        for request in requests { #expect(try bus.reply(to: request).reason == "indeterminate") }
        let void = try bus.event("rq.\(thread).approval/void")
        #expect(try void.json.text("approvalId") == opened.json.text("approvalId"))
        #expect(void.header.generation == 1)
        let late = try bus.call(
            "approval/respond", ["approvalId": try opened.json.at("approvalId"), "decision": "accept"])
        #expect(late.reason == "approval_void")
        #expect(bus.strays.isEmpty)
    }
}
