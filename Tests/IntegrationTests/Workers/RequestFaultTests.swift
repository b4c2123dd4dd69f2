import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

@Suite(.waits, .showsDaemonLogs) struct RequestFaultTests {
    @Test func whenAWorkerDiesEachRequestGetsOneError() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let pid = pid_t(try bus.ready().int("pid"))
        try bus.fake([["mute": ["no/answer"]]])
        let requests = try (0..<80).map { _ in try bus.send("no/answer", meta: ["deadlineMs": 600_000]) }
        try eventually("the window is full") {
            let worker = try bus.worker()
            return try worker.int("inFlight") == 64 && worker.int("queued") == 16
        }
        kill(pid, SIGKILL)
        let reasons = try requests.map { try bus.reply(to: $0).reason }
        #expect(reasons.prefix(64).allSatisfy { $0 == "indeterminate" })
        #expect(reasons.dropFirst(64).allSatisfy { $0 == "worker_down" })
        try bus.ready(generation: 2)
        #expect(bus.strays.isEmpty)
    }

    @Test("Case 31: answers that nobody waits for are dropped")
    func answersThatNobodyWaitsForAreDropped() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let stray: [JSON] = [999_999, -1, "x", "1"].map { ["say": ["id": $0, "result": ["stray": true]]] }
        #expect(try bus.fake(stray + [["answerTwice": ["right": true]]]) == ["right": true])
        for _ in 0..<20 { #expect(try bus.result("some/thing").text("method") == "some/thing") }
        #expect(bus.strays.isEmpty)
        #expect(try bus.worker().int("generation") == 1)
    }

    @Test func aRequestThatIsNeverAnsweredEndsAtItsDeadline() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.fake([["mute": ["no/answer"]]])
        let reply = try bus.call("no/answer", meta: ["deadlineMs": 200])
        #expect(reply.reason == "indeterminate")
        #expect(try reply.json.at("error/data/retryable") == false)
        #expect(try bus.result("some/thing").text("method") == "some/thing")
    }

    @Test("Case 33: a worker that does not read is busy, and the others are served")
    func aWorkerThatDoesNotReadIsBusyAndTheOthersAreServed() throws {
        var options = DaemonProcess.Options()
        options.workers = 2
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        let pid = pid_t(try bus.ready("main-1").int("pid"))
        try bus.ready("main-2")
        let stuck = try bus.send("fake/do", ["steps": [["stopReading": true]]], meta: ["worker": "main-1"])
        let requests = try (0..<400).map { _ in
            try bus.send(
                "some/thing", ["x": .string(String(repeating: "x", count: 10_000))], meta: ["worker": "main-1"])
        }
        // 64 with the worker, 256 behind them, of which one user has three quarters; the one that is stuck takes a place.
        for request in requests.dropFirst(239) { #expect(try bus.reply(to: request).reason == "worker_busy") }
        #expect(try bus.call("ping").result != nil)
        #expect(try bus.result("some/thing", meta: ["worker": "main-2"]).text("worker") == "main-2")
        kill(pid, SIGKILL)
        for request in [stuck] + requests.prefix(239) {
            #expect(["indeterminate", "worker_down"].contains(try bus.reply(to: request).reason))
        }
        #expect(bus.strays.isEmpty)
    }

    @Test("Case 35: a flood on stderr is drained, and only its end kept")
    func aFloodOnStderrIsDrainedAndOnlyItsEndKept() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let line = String(repeating: "e", count: 199)
        try bus.fake([["stderr": [.string(line), 100_000]], ["stderr": ["the last words", 1]]])
        _ = try bus.send("fake/do", ["steps": [["exit": 1]]])
        let tail = try bus.event("wk.wmain-1.exited").json.text("stderrTail")
        #expect(tail.hasSuffix("the last words\n"))
        #expect(tail.utf8.count <= 16_384)
        // 20 lines a second of the 100,000.
        #expect(bus.daemon.log.utf8.count < 2_000_000)
    }

    @Test("Case 32: a flood on stdout is published whole while commands are answered")
    func aFloodOnStdoutIsPublishedWholeWhileCommandsAreAnswered() throws {
        var options = DaemonProcess.Options()
        options.workers = 2
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, options))
        try bus.ready("main-1")
        try bus.ready("main-2")
        let count: Int64 = 15_000
        let flood = try bus.send(
            "fake/do", ["steps": [["flood": [.integer(count), ["method": "item/plan/delta", "params": [:]]]]]],
            meta: ["worker": "main-1"])
        for _ in 0..<20 { #expect(try bus.result("some/thing", meta: ["worker": "main-2"]).text("worker") == "main-2") }
        #expect(try bus.reply(to: flood).result != nil)
        try bus.event("dl.wmain-1.item/plan/delta") { $0.header.scopeSeq == UInt64(count) }
        let seqs = bus.events("dl.wmain-1.item/plan/delta").map(\.header.scopeSeq)
        #expect(seqs == Array(1...UInt64(count)))
    }

    /// For one that does not read, the daemon keeps so many events; the rest is lost to that one alone, which can tell how much.
    @Test("Case 32: a flood that a subscriber does not take costs it events, and the daemon no memory")
    func aFloodThatASubscriberDoesNotTakeCostsNoMemory() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, daemon: "events_hwm = 100\ndeltas_size = '1 MiB'", group: "",
                in: TemporaryDirectory()), prefixes: ["sy."])
        try bus.ready()
        let idle = try Socket(.sub, in: Context())
        try idle.set(.receiveHighWaterMark, 1)
        let sync = "~sync.\(CommandID.random())"
        for prefix in ["dl.wmain-1.", sync] { try idle.subscribe(prefix) }
        try idle.connect(bus.daemon.eventsEndpoint)
        #expect(try idle.receiveMultipart(limit: 3, timeout: patience)?[0].text == sync)
        let line: JSON = ["method": "item/plan/delta", "params": ["x": .string(String(repeating: "x", count: 4_000))]]
        // The memory that any flood takes.
        try bus.fake([["flood": [1_000, line]]])
        let before = try bus.result("fleet/status").at("sockets/events")
        let memory = try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid))
        let count: Int64 = 15_000
        let flood = try bus.send("fake/do", ["steps": [["flood": [.integer(count), line]]]])
        var most = memory
        var looks = 0
        while try bus.worker().int("inFlight") > 0 {
            most = max(most, try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid)))
            looks += 1
        }
        #expect(try bus.reply(to: flood).result != nil && looks > 0)
        // 60 MB went by. Of them a hundred events wait in the daemon, and what the link itself takes.
        most = max(most, try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid)))
        #expect(most < memory + 8 << 10, "\(memory) KiB, then \(most)")
        // All were published; deltas wait for nothing, and of those kept there are as many as have room.
        let after = try bus.result("fleet/status").at("sockets/events")
        #expect(try after.int("published") - before.int("published") >= count)
        #expect(try after.int("unsent") == 0 && after.int("waiting") == 0)
        #expect(try (1...262).contains(after.int("deltasKept")))
        let told = try bus.event("sy.wmain-1.watermark") { try $0.json.int("dl") == count + 1_000 }
        // What it did get begins with the first, and is far from all; the watermark says what is lost.
        var numbers: [UInt64] = []
        while let message = try idle.receiveMultipart(limit: 3, timeout: .milliseconds(500)) {
            numbers.append(try #require(message[1].withUnsafeBytes { EventHeader(decoding: $0) }).scopeSeq)
        }
        #expect(numbers.first == 1 && numbers == numbers.sorted() && Set(numbers).count == numbers.count)
        #expect(try !numbers.isEmpty && Int64(numbers.count) < told.json.int("dl") / 2)
    }

    /// Its questions are answered at once; the answers to one that never reads must not pile up.
    @Test func aWorkerThatAsksWithoutEndAndNeverReadsIsEnded() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command), prefixes: ["wk.", "sy."])
        try bus.ready()
        let id = JSON.string(String(repeating: "i", count: 2_000))
        let question: JSON = ["method": "some/novelty", "id": id, "params": [:]]
        _ = try bus.send("fake/do", ["steps": [["flood": [50_000, question]]]])
        let recycled = try bus.event("wk.wmain-1.recycled")
        #expect(try recycled.json.text("reason").contains("does not read its input"))
        try bus.ready(generation: 2)
    }
}
