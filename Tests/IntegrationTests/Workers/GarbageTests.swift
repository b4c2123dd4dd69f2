import BusProtocol
import JSONRPC
import TestSupport
import Testing

@Suite(.waits, .showsDaemonLogs) struct GarbageTests {
    static let garbage: [JSON] = [
        ["print": "garbage"], ["print": "[]"], ["print": "null"], ["print": "1"], ["print": ""], ["print": "{}"],
        ["print": "{\"method\":1}"], ["print": "{\"method\":\"a/b\",\"method\":\"a/b\"}"],
        ["print": "{\"method\":\"a/b\"} {\"method\":\"a/b\"}"], ["print": "{\"method\":\"a/b\",\"params\":tru}"],
        ["print": "{\"method\":\"a/b\",\"params\":{\"x\":\"\t\"}}"], ["print": "{\"id\":1,\"result\":1,\"error\":2}"],
        ["print": "{\"id\":1.5,\"method\":\"a/b\"}"], ["print": "{\"method\":\"a b\"}"],
        ["print": "{\"method\":\"a.b\"}"], ["print": "{\"method\":\"\"}"],
        ["print": .string("{\"method\":\"\(String(repeating: "m", count: 97))\"}")],
        ["print": .string("{\"method\":\"a/b\",\"params\":\(String(repeating: "[", count: 10_000))")],
        // {"method":"\xff"} and NUL
        ["hex": "7b226d6574686f64223a22ff227d0a"], ["hex": "7b226d6574686f64223a2261007d0a"], ["hex": "00000a"],
        // A lone carriage return is white space, but what stands before it is none.
        ["hex": "780d0a"],
    ]

    @Test func whatIsNoMessageIsCountedAndToldAndTheWorkerKept() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        for (index, step) in Self.garbage.enumerated() {
            bus.forget()
            try bus.fake([step, ["say": ["method": "good/line", "params": ["n": .integer(Int64(index))]]]])
            let good = try bus.event("ev.wmain-1.good/line")
            // Counted all, told up to so many a second.
            #expect(try bus.result("fleet/status").int("counters/malformedLines") == Int64(index) + 1, "\(step)")
            if index == 0 { #expect(bus.events("ev.wmain-1.bosun/malformed").count == 1) }
            #expect(try good.json.int("params/n") == Int64(index))
            #expect(bus.events.filter { $0.topic.contains("a/b") }.isEmpty, "\(step)")
        }
        let status = try bus.result("fleet/status")
        #expect(try status.int("counters/malformedLines") == Int64(Self.garbage.count))
        #expect(try status.int("workers/0/generation") == 1)
        #expect(try status.text("workers/0/state") == "ready")
    }

    @Test func aMegabyteOfNothingIsOneMalformedLine() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.fake([["fill": [120, 1_048_576]], ["print": ""], ["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.good/line")
        #expect(try bus.events("ev.wmain-1.bosun/malformed").map { try $0.json.int("bytes") } == [1_048_576])
        #expect(try bus.worker().int("generation") == 1)
    }

    @Test func aLineWithoutEndEndsTheWorker() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let lost = try bus.send("fake/do", ["steps": [["fill": [120, 70_000_000]]]])
        try bus.event("wk.wmain-1.recycled")
        try bus.event("wk.wmain-1.exited")
        #expect(try bus.reply(to: lost).reason == "indeterminate")
        try bus.ready(generation: 2)
        try bus.fake([["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.good/line")
    }

    /// What it prints behind that could keep the daemon busy for as long as it is given to end.
    @Test(arguments: [1, 3]) func whoPrintsTooMuchThatIsNoMessageIsNotHeardAnyMore(_ loops: Int) throws {
        let group = "garbage_limit = 1000\nstop_eof = '200ms'\nstop_term = '200ms'\nbackoff_base = '10ms'"
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command, daemon: "loops = \(loops)", group: group, in: TemporaryDirectory()))
        try bus.ready()
        _ = try bus.send("fake/do", ["steps": [["ignoreEnd": true], ["fill": [10, 3_000_000]], ["wait": 60_000]]])
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "garbage")
        try bus.ready(generation: 2)
        #expect(try bus.result("fleet/status").int("counters/malformedLines") == 1_001)
    }

    @Test("Case 27: half a line and then death: nothing is published of it")
    func halfALineAtTheEndIsNotPublished() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let half = String(
            "{\"method\":\"half/line\"}".utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        _ = try bus.send("fake/do", ["steps": [["hex": .string(half)], ["exit": 3]]])
        let exited = try bus.event("wk.wmain-1.exited")
        #expect(try exited.json.int("code") == 3)
        try bus.ready(generation: 2)
        try bus.catchUp()
        #expect(bus.events.filter { $0.topic.contains("half/line") }.isEmpty)
    }

    /// Only the daemon may speak of approvals, workers and its own matters.
    @Test func whatAWorkerForgesIsNotPublishedAsTheDaemons() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.catchUp()
        bus.forget()
        let thread = try bus.result("thread/start").text("thread/id")
        let forged: [JSON] = [
            ["method": "approval/opened", "params": ["threadId": .string(thread), "approvalId": "x"]],
            ["method": "approval/opened", "id": 70, "params": ["threadId": .string(thread)]],
            ["method": "bosun/threadLost", "params": ["threadId": .string(thread)]],
            ["method": "bosun/malformed", "id": "71", "params": [:]],
            ["method": ".approval/opened", "params": ["threadId": .string(thread)]],
            ["method": "exited", "params": ["threadId": "../wk.wmain-1"]],
            ["method": "exited", "params": ["threadId": "wmain-1"]],
            ["method": "heartbeat", "params": ["threadId": "-"]],
        ]
        try bus.fake(forged.map { ["say": $0] } + [["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.good/line")
        for event in bus.events {
            if event.topic.contains("approval/") || event.topic.hasPrefix("wk.") { Issue.record("\(event)") }
            let isDaemons = event.topic.hasPrefix("sy.") || event.topic == "ev.wmain-1.bosun/malformed"
            #expect(event.isFromDaemon == isDaemons, "\(event)")
        }
        #expect(bus.events("ev.wmain-1.bosun/malformed").count == 5)
        #expect(bus.events("ev.wmain-1.exited").count == 2)
        // Its requests are answered, whatever they are called.
        for id in [70, "71"] as [JSON] {
            let answer = try bus.event("ev.wmain-1.fake/answered") { $0.json["params"]?["id"] == id }
            #expect(try JSON(parsing: answer.json.text("params/line")).int("error/code") == -32601)
        }
        #expect(try bus.result("approval/list").at("approvals") == [])
    }

    @Test func aThreadDoesNotMoveByWhatAnotherWorkerSaysOfIt() throws {
        var options = DaemonProcess.Options()
        options.workers = 2
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready("main-1")
        try bus.ready("main-2")
        let thread = try bus.result("thread/start", meta: ["worker": "main-1"]).text("thread/id")
        let lies: [JSON] = ["thread/started", "thread/status/changed", "turn/started", "thread/closed"].map {
            ["say": ["method": .string($0), "params": ["threadId": .string(thread), "status": ["type": "notLoaded"]]]]
        }
        let approval: JSON = [
            "say": [
                "method": "item/commandExecution/requestApproval", "id": 5, "params": ["threadId": .string(thread)],
            ]
        ]
        try bus.fake(lies + [approval], worker: "main-2")
        try bus.event("rq.wmain-2.approval/opened")
        #expect(bus.events.filter { $0.header.worker == 2 && $0.topic.contains(thread) }.isEmpty)
        #expect(bus.events("ev.wmain-2.thread/closed").count == 1)
        #expect(try bus.result("turn/start", ["threadId": .string(thread)]).text("worker") == "main-1")
    }
}
