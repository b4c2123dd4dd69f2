import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// With loops of their own for what workers write, consumers see what they see with one.
@Suite(.waits, .showsDaemonLogs) struct LoopTests {
    private static func daemon(
        _ command: [String] = FakeAppServer.command, workers: Int = 1, group: String = "",
        in directory: TemporaryDirectory? = nil
    ) throws -> DaemonProcess {
        try DaemonProcess(
            command, workers: workers, daemon: "loops = 3", group: group, in: directory ?? TemporaryDirectory())
    }

    private static func names(_ count: Int) -> [String] { (1...count).map { "main-\($0)" } }

    private static func told(_ events: [Event]) -> Told {
        var told = Told()
        for event in events { told.take(topic: event.topic, body: event.body) }
        return told
    }

    @Test func theStatusSaysHowManyThereAre() throws {
        let bus = try BusClient(Self.daemon())
        try bus.ready()
        let reading = try bus.result("fleet/status").at("reading")
        #expect(try reading.int("loops") == 3 && reading.int("batches") > 0)
        #expect(
            try ProcFS.threads(of: bus.daemon.pid).filter { $0.hasPrefix("reader-") }.sorted() == [
                "reader-1", "reader-2",
            ])
        let one = try BusClient(DaemonProcess(FakeAppServer.command))
        #expect(try one.result("fleet/status").at("reading") == ["loops": 1, "batches": 0, "pauses": 0])
        #expect(try ProcFS.threads(of: one.daemon.pid).contains { $0.hasPrefix("reader-") } == false)
    }

    /// Threads and their answers, deltas and durable events, of many workers at once.
    @Test func eachWorkersLinesKeepTheirOrder() throws {
        let names = Self.names(6)
        let bus = try BusClient(Self.daemon(workers: names.count))
        for name in names { try bus.ready(name) }
        let count = Int64(LongRun.rounds(4_000, long: 40_000))
        let requests = try names.map { name in
            try bus.send(
                "fake/do",
                [
                    "steps": [
                        ["tell": ["item/plan/delta", .integer(count), 0]],
                        ["tell": ["tell/state", .integer(count), 0]],
                    ]
                ],
                meta: ["worker": .string(name)])
        }
        for request in requests { #expect(try bus.reply(to: request).result != nil) }
        try bus.catchUp()
        let told = Self.told(bus.events)
        #expect(told.numbers.count == 2 * names.count && told.events == 2 * names.count * Int(count))
        told.expectWhole()
        for (stream, events) in Dictionary(grouping: bus.events, by: \.stream) {
            #expect(
                zip(events, events.dropFirst()).allSatisfy { $0.header.scopeSeq + 1 == $1.header.scopeSeq }, "\(stream)"
            )
        }
    }

    /// An answer comes behind what the worker said before it, and before what it says after it.
    @Test func answersAndRequestsKeepTheirPlace() throws {
        let bus = try BusClient(Self.daemon())
        try bus.ready()
        let thread = try bus.result("thread/start", ["cwd": "/tmp"]).text("thread/id")
        #expect(try bus.event("ev.\(thread).thread/started").header.generation == 1)
        for number in 0..<100 as Range<Int64> {
            let approval: JSON = [
                "id": .integer(number), "method": "item/commandExecution/requestApproval",
                "params": ["threadId": .string(thread), "itemId": .string("i\(number)")],
            ]
            bus.forget()
            let result = try bus.result(
                "fake/do",
                ["steps": [["tell": ["before/it", 50, 0]], ["say": approval], ["answer": ["n": .integer(number)]]]],
                meta: ["worker": "main-1"])
            #expect(result == ["n": .integer(number)])
            let opened = try bus.event("rq.\(thread).approval/opened")
            #expect(try opened.json.text("params/itemId") == "i\(number)")
            #expect(bus.events("ev.wmain-1.before/it").count == 50)
            let answer = try bus.result(
                "approval/respond", ["approvalId": try opened.json.at("approvalId"), "decision": "accept"])
            #expect(try answer.text("state") == "resolved")
            #expect(try bus.event("ev.wmain-1.fake/answered").json.int("params/id") == number)
        }
    }

    /// All that a worker has written comes before its end, on stdout and on stderr, and nothing of it twice.
    @Test(arguments: [["exit": 3], ["kill": 9]] as [JSON]) func aDeathComesBehindTheLastWord(_ end: JSON) throws {
        let directory = try TemporaryDirectory()
        let last: [JSON] = [
            ["stderr": ["last of stderr", 1]], ["tell": ["tell/last", 3_000, 0]], ["hex": "7b22"], end,
        ]
        let bus = try BusClient(
            Self.daemon(workers: 4, group: "backoff_base = '10ms'", in: directory))
        for name in Self.names(4) { try bus.ready(name) }
        for generation in 1...3 as ClosedRange<Int64> {
            let requests = try Self.names(4).map { name in
                (name, try bus.send("fake/do", ["steps": .array(last)], meta: ["worker": .string(name)]))
            }
            for (name, request) in requests {
                #expect(try bus.reply(to: request).reason == "indeterminate")
                let exited = try bus.event("wk.w\(name).exited") { Int64($0.header.generation) == generation }
                #expect(try exited.json.text("stderrTail").contains("last of stderr"))
                let lines = bus.events("ev.w\(name).tell/last").filter { Int64($0.header.generation) == generation }
                #expect(lines.count == 3_000)
                #expect(lines.allSatisfy { $0.header.seq < exited.header.seq })
                #expect(try lines.map { try $0.json.int("params/n") } == Array(0..<3_000))
                try bus.ready(name, generation: generation + 1)
            }
        }
        try bus.catchUp()
        for name in Self.names(4) { #expect(bus.events("wk.w\(name).exited").count == 3) }
    }

    /// A grandchild holds the output open: the end is told without waiting for it, and the next life is not mixed with it.
    @Test func anEndIsNotKeptWaitingByWhoHoldsTheOutput() throws {
        let bus = try BusClient(Self.daemon(group: "backoff_base = '10ms'"))
        try bus.ready()
        _ = try bus.send("fake/do", ["steps": [["leaveChild": true], ["tell": ["tell/last", 10, 0]], ["exit": 0]]])
        let exited = try bus.event("wk.wmain-1.exited")
        #expect(bus.events("ev.wmain-1.tell/last").count == 10)
        #expect(try exited.json.int("code") == 0)
        try bus.event("wk.wmain-1.gone")
        try bus.ready(generation: 2)
        try bus.fake([["tell": ["tell/next", 10, 0]]])
        #expect(try bus.event("ev.wmain-1.tell/next").header.generation == 2)
    }

    @Test func anOutputThatEndsBeforeTheProcessEndsTheWorker() throws {
        let bus = try BusClient(Self.daemon(group: "backoff_base = '10ms'"))
        try bus.ready()
        _ = try bus.send(
            "fake/do", ["steps": [["tell": ["tell/last", 10, 0]], ["closeOutput": true], ["wait": 60_000]]])
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "stdout_closed")
        #expect(bus.events("ev.wmain-1.tell/last").count == 10)
        try bus.ready(generation: 2)
    }

    @Test func aLineBeyondTheLimitEndsTheWorker() throws {
        let bus = try BusClient(Self.daemon(group: "line_limit = '4 MiB'\nbackoff_base = '10ms'"))
        try bus.ready()
        try bus.fake([["print": "garbage"], ["say": ["method": "good/line"]]])
        try bus.event("ev.wmain-1.bosun/malformed")
        #expect(try bus.result("fleet/status").int("counters/malformedLines") == 1)
        _ = try bus.send("fake/do", ["steps": [["fill": [120, 64_000_000]]]])
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "line_too_long")
        try bus.ready(generation: 2)
        #expect(try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid)) < 40 << 10)
    }

    @Test func aLineOfManyReadsIsWhole() throws {
        let bus = try BusClient(Self.daemon())
        try bus.ready()
        let text = String(repeating: "x", count: 200_000)
        try bus.fake([["say": ["method": "some/line", "params": ["x": .string(text)]]]])
        #expect(try bus.event("ev.wmain-1.some/line").json.text("params/x") == text)
        #expect(try bus.result("some/thing", ["x": .string(text)]).text("params/x") == text)
    }

    /// Nothing is read meanwhile, by any of them: the workers wait, and then every line comes.
    @Test func afterAStallEveryLineComes() throws {
        let names = Self.names(4)
        let bus = try BusClient(Self.daemon(workers: names.count))
        for name in names { try bus.ready(name) }
        kill(bus.daemon.pid, SIGSTOP)
        let requests = try names.map { name in
            try bus.send("fake/do", ["steps": [["tell": ["tell/line", 10_000, 0]]]], meta: ["worker": .string(name)])
        }
        usleep(100_000)
        kill(bus.daemon.pid, SIGCONT)
        for request in requests { #expect(try bus.reply(to: request).result != nil) }
        try bus.catchUp()
        let told = Self.told(bus.events)
        #expect(told.events == names.count * 10_000)
        told.expectWhole()
    }

    /// A worker that stands still holds up nobody, whichever loop reads it.
    @Test func aWorkerThatStallsHoldsUpNobody() throws {
        let names = Self.names(4)
        let bus = try BusClient(Self.daemon(workers: names.count))
        for name in names { try bus.ready(name) }
        _ = try bus.send(
            "fake/do", ["steps": [["hex": "7b226d65"], ["stopReading": true]]], meta: ["worker": "main-1"])
        for name in names.dropFirst() { try bus.fake([["tell": ["tell/line", 1_000, 0]]], worker: name) }
        try bus.catchUp()
        let told = Self.told(bus.events)
        #expect(told.events == 3_000)
        told.expectWhole()
    }

    /// Workers flood, commands are answered meanwhile, and the daemon's memory stays bounded; then it is stopped in the flood.
    @Test func aFloodIsBoundedAndAStopEndsIt() throws {
        let names = Self.names(4)
        let directory = try TemporaryDirectory()
        let lives: [[JSON]] = [[]]
        let bus = try BusClient(
            Self.daemon(
                FakeAppServer.command(lives: lives, in: directory), workers: names.count,
                group: "stop_eof = '100ms'\nstop_term = '10s'", in: directory),
            prefixes: ["sy.", "wk."])
        for name in names { try bus.ready(name) }
        let flood: JSON = ["method": "item/plan/delta", "params": ["x": .string(String(repeating: "x", count: 200))]]
        for name in names {
            _ = try bus.send(
                "fake/do", ["steps": [["flood": [1_000_000_000, flood]]]], meta: ["worker": .string(name)])
        }
        try eventually("the loops are held up") {
            try bus.result("fleet/status").int("reading/pauses") > 0
        }
        for _ in 0..<50 { #expect(try bus.call("ping").result != nil) }
        // Deltas are kept up to 64 MiB of them.
        #expect(try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid)) < 200 << 10)
        #expect(try bus.daemon.stop() == .exited(0))
    }
}
