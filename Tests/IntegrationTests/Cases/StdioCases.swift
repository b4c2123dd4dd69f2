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

    @Test(
        "Case 30: what is deep, huge or double is no message, and no stack's end",
        arguments: [
            String(repeating: "[", count: 1_000_000),
            #"{"method":"a/b","params":"# + String(repeating: #"{"a":"#, count: 500_000),
            #"{"method":"a/b","params":{"n":1e999999}}"#, #"{"method":"a/b","method":"a/b"}"#,
            #"{"method":"a/b","params":{"n":"# + String(repeating: "9", count: 100_000) + "}}",
        ])
    func case30(_ line: String) throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.fake([["print": .string(line)], ["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.good/line")
        #expect(try bus.worker().int("generation") == 1)
        // A number may be as large as JSON allows; the rest is no message.
        let isNumber = line.contains("\"n\":")
        #expect(bus.events("ev.wmain-1.a/b").isEmpty || isNumber)
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
