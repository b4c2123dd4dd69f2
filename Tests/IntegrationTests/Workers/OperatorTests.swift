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
