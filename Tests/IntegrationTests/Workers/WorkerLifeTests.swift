import TestSupport
import BusProtocol
import EventLoop
import Foundation
import JSONRPC
import Testing

@Suite(.waits, .showsDaemonLogs) struct WorkerLifeTests {
    @Test func aWorkerThatRefusesToBeInitializedIsTriedAgain() throws {
        let directory = try TemporaryDirectory()
        let lives: [[JSON]] = [
            [
                ["waitForFile": .string(directory.file("go"))],
                ["print": #"{"id":1,"error":{"code":-1,"message":"not today"}}"#],
            ], [["exit": 7]], [],
        ]
        let bus = try BusClient(DaemonProcess(FakeAppServer.command(lives: lives, in: directory)))
        try directory.write("go", "")
        let worker = try bus.ready(generation: 3)
        #expect(try worker.int("failures") == 2)
        #expect(try bus.event("wk.wmain-1.recycled").json.text("reason").contains("not today"))
        let exited = try bus.event("wk.wmain-1.exited") { $0.header.generation == 2 }
        #expect(try exited.json.int("code") == 7 && exited.json.text("stage") == "initializing")
    }

    @Test("Case 18: a worker that closes its output and lives on is ended")
    func aWorkerThatClosesItsOutputAndLivesOnIsEnded() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let pid = pid_t(try bus.ready().int("pid"))
        _ = try bus.send("fake/do", ["steps": [["closeOutput": true]]])
        try bus.event("wk.wmain-1.recycled")
        try bus.ready(generation: 2)
        #expect(!ProcFS.isRunning(pid))
    }

    @Test("Case 20: what escaped a worker is adopted, ended and reaped")
    func whatAWorkerLeavesBehindDoesNotHoldItsSuccessorUpNorOutliveTheDaemon() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        _ = try bus.send("fake/do", ["steps": [["leaveChild": true], ["exit": 1]]])
        try bus.event("wk.wmain-1.exited")
        try bus.ready(generation: 2)
        let successor = pid_t(try bus.worker().int("pid"))
        // What the first one left was killed with it; its end takes a moment.
        try eventually("only the successor is left") { bus.daemon.processes() == [successor] }
        #expect(try bus.daemon.stop() == .exited(0))
        #expect(bus.daemon.processes().isEmpty)
    }

    @Test func aSecondSignalHurriesWorkersThatDoNotEnd() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.fake([["ignoreEnd": true]])
        let clock = MonotonicClock()
        let start = clock.now
        bus.daemon.send(SIGTERM)
        try bus.event("sy.-.bye")
        // End of file, SIGTERM, SIGKILL: without a hurry this takes 15 s.
        try eventually("the daemon ends") {
            bus.daemon.send(SIGTERM)
            return bus.daemon.ending != nil
        }
        #expect(clock.now < start.advanced(by: .seconds(14)))
        #expect(bus.daemon.ending == .exited(0))
        #expect(bus.daemon.log.contains("endedBy=sigkill"))
    }

    @Test func whoAsksForAWorkerIsToldHowItsLivesEnded() throws {
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command, group: "backoff_base = '10ms'", in: TemporaryDirectory()))
        try bus.ready()
        #expect(try bus.result("worker/get", ["worker": "main-1"]).at("deaths") == [])
        try bus.fake([["stderr": ["the last words", 1]]])
        _ = try bus.send("fake/do", ["steps": [["exit": 3]]])
        let pid = try bus.ready(generation: 2).int("pid")
        let before = WallClock.unixMilliseconds
        kill(pid_t(pid), SIGKILL)
        try bus.ready(generation: 3)
        let worker = try bus.result("worker/get", ["worker": "main-1"])
        #expect(try worker.text("state") == "ready" && worker.at("deaths").arrayValue?.count == 2)
        let (first, second) = (try worker.at("deaths/0"), try worker.at("deaths/1"))
        #expect(try first.int("code") == 3 && first.int("generation") == 1)
        #expect(try first.text("stderrTail").hasSuffix("the last words\n"))
        #expect(try second.text("signal") == "SIGKILL" && second.int("generation") == 2 && second.int("pid") == pid)
        #expect(try second.text("stage") == "ready" && second.at("oom") == false)
        #expect(try (before...WallClock.unixMilliseconds).contains(second.int("atMs")))
        #expect(try bus.worker()["deaths"] == nil)
    }

    @Test func whileTheDaemonStopsCommandsAreRefused() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        try bus.fake([["ignoreEnd": true]])
        bus.daemon.send(SIGTERM)
        try bus.event("sy.-.bye")
        #expect(try bus.call("thread/start").reason == "draining")
        #expect(try bus.result("fleet/status").at("draining") == true)
        bus.daemon.send(SIGTERM)
        bus.daemon.send(SIGTERM)
    }

    @Test func restartsLeaveNoDescriptorBehind() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        func count() -> Int { ProcFS.descriptors(of: bus.daemon.pid).count }
        var before = 0
        for round in 1...50 {
            try bus.result("worker/restart", ["worker": "main-1"])
            try bus.ready(generation: Int64(round) + 1)
            if round == 5 { before = count() }
        }
        try eventually("as many descriptors as after the fifth restart") { count() <= before }
        let worker = try bus.worker()
        #expect(try worker.int("restarts") == 50 && worker.int("failures") == 0)
    }
}
