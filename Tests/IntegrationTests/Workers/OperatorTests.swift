import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// What operators do to workers.
@Suite(.waits, .showsDaemonLogs) struct OperatorTests {
    private func bus(workers: Int = 1, _ command: [String] = FakeAppServer.command) throws -> BusClient {
        var options = DaemonProcess.Options()
        options.workers = workers
        let bus = try BusClient(DaemonProcess(command, options))
        for number in 1...workers { try bus.ready("main-\(number)") }
        return bus
    }

    @Test func aWorkerIsStoppedAndStartedAgainWhileTheOthersServe() throws {
        let bus = try bus(workers: 2)
        try bus.fake([["ignoreEnd": true]])
        for _ in 0..<2 {
            #expect(try bus.result("worker/stop", ["worker": "main-1"]) == ["worker": "main-1", "state": "stopping"])
        }
        // Its end takes 15 s: nobody else waits for that.
        #expect(try bus.result("worker/restart", ["worker": "main-2"]).text("state") == "stopping")
        try bus.ready("main-2", generation: 2)
        #expect(try bus.result("worker/get", ["worker": "main-1"]).text("state") == "stopping")
        kill(pid_t(try bus.worker().int("pid")), SIGKILL)
        try bus.event("wk.wmain-1.stopped")
        for _ in 0..<2 { #expect(try bus.result("worker/stop", ["worker": "main-1"]).text("state") == "stopped") }
        #expect(try bus.result("worker/drain", ["worker": "main-1"]).text("state") == "stopped")
        #expect(try bus.result("worker/start", ["worker": "main-1"]).at("worker") == "main-1")
        try bus.ready("main-1", generation: 2)
        // The daemon's end waits for one that was stopped and started, too.
        #expect(try bus.daemon.stop() == .exited(0))
    }

    @Test func aDrainedFleetServesOnAndAnOperatorEndsTheDaemon() throws {
        let bus = try bus(workers: 2)
        let drained = try bus.result("fleet/drain").at("workers").arrayValue ?? []
        #expect(drained.count == 2)
        for number in 1...2 { try bus.event("wk.wmain-\(number).stopped") }
        #expect(try bus.result("fleet/status").at("draining") == true)
        #expect(try bus.call("thread/start").reason == "draining")
        try bus.result("worker/start", ["group": "main"])
        try bus.ready("main-2", generation: 2)
        try bus.result("thread/start")
        #expect(try bus.result("fleet/stop").at("stopping") == true)
        #expect(try bus.daemon.waitForEnd() == .exited(0))
        #expect(bus.daemon.processes().isEmpty)
    }

    /// Turns in flight end, a turn that comes meanwhile waits for the next process.
    @Test func aDrainWaitsForATurnAndTheNextTurnForTheDrain() throws {
        let bus = try bus()
        let thread = try bus.result("thread/start").at("thread/id")
        let turn: JSON = ["threadId": thread, "turn": ["id": "u"]]
        try bus.fake([["say": ["method": "turn/started", "params": turn]]])
        #expect(try bus.result("worker/drain", ["worker": "main-1", "then": "start"]).text("state") == "draining")
        let next = try bus.send("turn/start", ["threadId": thread])
        #expect(try bus.result("thread/read", ["threadId": thread]).text("method") == "thread/read")
        try bus.event("wk.wmain-1.draining")
        let end: [JSON] = [["say": ["method": "turn/completed", "params": turn]]]
        #expect(try bus.result("fake/do", ["threadId": thread, "steps": .array(end)]) == [:])
        try bus.event("wk.wmain-1.exited") { try $0.json.text("endedBy") == "eof" }
        #expect(try bus.reply(to: next).json.text("result/method") == "turn/start")
        #expect(try bus.worker().int("generation") == 2)
    }

    /// Two heartbeats: far longer than any delay of these groups.
    private func waitForTwoHeartbeats(_ bus: BusClient) throws {
        try bus.catchUp()
        let last = bus.events.last?.header.seq ?? 0
        let first = try bus.event("sy.-.heartbeat") { $0.header.seq > last }.header.seq
        try bus.event("sy.-.heartbeat") { $0.header.seq > first }
    }

    private func generations(_ event: String, _ bus: BusClient) -> [UInt32] {
        bus.events("wk.wmain-1.\(event)").map(\.header.generation)
    }

    @Test func aParkedWorkerIsNotStartedAgainUntilItIsUnparked() throws {
        let directory = try TemporaryDirectory()
        let lives: [[JSON]] = [[], [["exit": 1]], [["exit": 1]], []]
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command(lives: lives, in: directory), workers: 1,
                group: "park_after = 3\nbackoff_base = '10ms'\nbackoff_cap = '20ms'\nbackoff_jitter = 0",
                in: directory))
        try bus.ready()
        _ = try bus.send("fake/do", ["steps": [["exit": 1]]])
        let parked = try bus.event("wk.wmain-1.parked")
        #expect(try parked.json.int("failures") == 3 && parked.header.generation == 3)
        #expect(try parked.json.at("pid") == .null)
        #expect(try bus.event("wk.wmain-1.exited") { $0.header.generation == 3 }.json.at("nextTryMs") == .null)
        // It is left alone, by the clock and by whoever does not mean it.
        try bus.result("fleet/restart")
        try waitForTwoHeartbeats(bus)
        #expect(bus.events("wk.wmain-1.parked").count == 1)
        #expect(generations("spawned", bus).allSatisfy { $0 <= 3 })
        let worker = try bus.worker()
        #expect(try worker.text("state") == "parked" && worker.int("generation") == 3 && worker.int("failures") == 3)
        #expect(try worker.at("pid") == .null && worker.at("nextTryMs") == .null)
        #expect(bus.daemon.processes().isEmpty)
        #expect(try bus.call("some/thing", meta: ["worker": "main-1"]).reason == "worker_down")
        #expect(try bus.call("thread/start").reason == "no_worker")
        #expect(try bus.result("fleet/status").int("states/parked") == 1)

        #expect(try bus.result("worker/unpark", ["worker": "main-1"]).text("worker") == "main-1")
        #expect(try bus.ready(generation: 4).int("failures") == 0)
        #expect(try bus.result("some/thing").text("method") == "some/thing")
        // There is nothing to lift any more, and its failures count from none.
        #expect(try bus.result("worker/unpark", ["group": "main"]).text("workers/0/state") == "ready")
        #expect(try bus.worker().int("generation") == 4)
        _ = try bus.send("fake/do", ["steps": [["exit": 1]]])
        #expect(try bus.ready(generation: 5).int("failures") == 1)
        #expect(bus.events("wk.wmain-1.parked").count == 1)
    }

    @Test func aTransientWorkerComesBackFromAFailureAndStaysAwayAfterAnEndOfItsOwn() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command,
                group: "restart = 'transient'\nbackoff_base = '10ms'\nbackoff_cap = '20ms'\nbackoff_jitter = 0",
                in: TemporaryDirectory()))
        for (generation, step) in [(1, ["exit": 1]), (2, ["kill": 9])] as [(Int64, JSON)] {
            try bus.ready(generation: generation)
            _ = try bus.send("fake/do", ["steps": [step]])
            let exited = try bus.event("wk.wmain-1.exited") { $0.header.generation == UInt32(generation) }
            #expect(try exited.json.int("nextTryMs") >= 10)
        }
        try bus.ready(generation: 3)
        _ = try bus.send("fake/do", ["steps": [["exit": 0]]])
        let exited = try bus.event("wk.wmain-1.exited") { $0.header.generation == 3 }.json
        #expect(try exited.int("code") == 0 && exited.at("nextTryMs") == .null)
        try bus.event("wk.wmain-1.stopped")
        try waitForTwoHeartbeats(bus)
        #expect(generations("spawned", bus).allSatisfy { $0 <= 3 })
        #expect(try bus.worker().text("state") == "stopped" && bus.worker().int("generation") == 3)
        try bus.result("worker/start", ["worker": "main-1"])
        try bus.ready(generation: 4)
    }

    /// A new program that does not start is not given to the whole fleet.
    @Test func aRollIsHeldUntilTheNewProcessIsReady() throws {
        let directory = try TemporaryDirectory()
        let program = directory.file("codex")
        #expect(symlink(Executable.fakeAppServer, program) == 0)
        let bus = try bus(workers: 2, [program])
        let broken = try directory.write("broken", "#!/bin/sh\nexit 3\n", mode: 0o755)
        #expect(rename(broken, program) == 0)
        try bus.result("fleet/restart")
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "held" }
        #expect(try bus.worker("main-2").int("generation") == 1)
        unlink(program)
        #expect(symlink(Executable.fakeAppServer, program) == 0)
        try bus.result("worker/restart", ["worker": "main-1"])
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "done" }
        #expect(try bus.worker("main-2").int("generation") == 2)
    }
}
