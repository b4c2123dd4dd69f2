import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// A daemon that reads its file anew while it serves.
@Suite(.waits, .showsDaemonLogs) struct ReloadTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// A group's table; `settings` are further lines.
    private func group(
        _ name: String, workers: Int = 1, command: [String] = FakeAppServer.command, _ settings: String = ""
    ) -> String {
        """
        [[group]]
        name = "\(name)"
        workers = \(workers)
        command = \(JSON.array(command.map { .string($0) }))
        codex_home = "\(directory.file("codex"))"
        \(settings)

        """
    }

    private func write(_ text: String) throws { try directory.write("bosun.toml", text) }

    private func bus(_ text: String, ready: [String]) throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        options.configuration = text
        let bus = try BusClient(DaemonProcess([], options))
        for name in ready { try bus.ready(name) }
        return bus
    }

    private func reload(_ bus: BusClient, _ text: String) throws -> JSON {
        try write(text)
        return try bus.result("config/reload")
    }

    private func names(_ bus: BusClient) throws -> [String] {
        try bus.result("worker/list").at("workers").arrayValue?.map { try $0.text("worker") } ?? []
    }

    @Test func workersAndGroupsComeAndGo() throws {
        let bus = try bus(group("a"), ready: ["a-1"])
        let first = try bus.ready("a-1")
        let added = try reload(bus, group("a", workers: 2) + group("b"))
        #expect(try added.at("added") == ["a-2", "b-1"] && added.at("replaced") == [])
        let event = try bus.event("sy.-.configReloaded")
        #expect(event.isFromDaemon)
        #expect(try event.json.at("added") == ["a-2", "b-1"])
        let second = try bus.ready("a-2")
        try bus.ready("b-1")
        #expect(try reload(bus, group("a")).at("removed") == ["a-2", "b-1"])
        for name in ["a-2", "b-1"] { try bus.event("wk.w\(name).removed") }
        #expect(try names(bus) == ["a-1"])
        #expect(try bus.worker("a-1").at("pid") == first.at("pid"))
        #expect(try bus.call("worker/start", ["worker": "a-2"]).reason == "unknown_worker")
        #expect(try bus.call("thread/start", meta: ["group": "b"]).reason == "unknown_worker")
        // One of the same name is another worker.
        _ = try reload(bus, group("a", workers: 2))
        #expect(try bus.ready("a-2").int("number") > second.int("number"))
        #expect(
            try reload(bus, group("a", workers: 2)) == [
                "added": [], "removed": [], "replaced": [], "adjusted": [], "daemon": [], "doubts": [],
            ])
        #expect(bus.daemon.processes().count == 2)
    }

    @Test func whoLeavesFinishesItsTurnAndItsThreadGoesOnElsewhere() throws {
        let bus = try bus(group("a", workers: 2), ready: ["a-1", "a-2"])
        let thread = try bus.result("thread/start", meta: ["worker": "a-2"]).at("thread/id")
        let turn: JSON = ["threadId": thread, "turn": ["id": "u"]]
        try bus.fake([["say": ["method": "turn/started", "params": turn]]], worker: "a-2")
        #expect(try reload(bus, group("a")).at("removed") == ["a-2"])
        #expect(try bus.worker("a-2").text("state") == "draining")
        #expect(try bus.call("worker/restart", ["worker": "a-2"]).reason == "unknown_worker")
        let next = try bus.send("turn/start", ["threadId": thread])
        let end: [JSON] = [["say": ["method": "turn/completed", "params": turn]]]
        try bus.result("fake/do", ["threadId": thread, "steps": .array(end)])
        try bus.event("wk.wa-2.removed")
        #expect(try bus.reply(to: next).json.text("result/worker") == "a-1")
        let moved = try bus.event("ev.\(thread.stringValue ?? "").bosun/threadMoved")
        #expect(try moved.json.text("from") == "a-2" && moved.json.text("to") == "a-1")
        #expect(try bus.event("wk.wa-2.exited").json.text("endedBy") == "eof")
        #expect(try names(bus) == ["a-1"])
    }

    @Test func whoIsWantedAgainWhileItLeavesComesBack() throws {
        let bus = try bus(group("a", workers: 2), ready: ["a-1", "a-2"])
        let number = try bus.worker("a-2").int("number")
        let thread = try bus.result("thread/start", meta: ["worker": "a-2"]).at("thread/id")
        let turn: JSON = ["threadId": thread, "turn": ["id": "u"]]
        try bus.fake([["say": ["method": "turn/started", "params": turn]]], worker: "a-2")
        _ = try reload(bus, group("a"))
        #expect(try reload(bus, group("a", workers: 2)).at("added") == ["a-2"])
        let end: [JSON] = [["say": ["method": "turn/completed", "params": turn]]]
        try bus.result("fake/do", ["threadId": thread, "steps": .array(end)])
        #expect(try bus.ready("a-2", generation: 2).int("number") == number)
        try bus.catchUp()
        #expect(bus.events("wk.wa-2.removed").isEmpty)
    }

    @Test func anotherCommandReplacesTheProcessesOneAfterTheOther() throws {
        let bus = try bus(group("a", workers: 2) + group("b"), ready: ["a-1", "a-2", "b-1"])
        let record = try directory.directory("record")
        let text = group("a", workers: 2, command: FakeAppServer.command + ["--record", record]) + group("b")
        let result = try reload(bus, text)
        #expect(try result.at("replaced") == ["a"] && result.at("added") == [])
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "done" }
        for name in ["a-1", "a-2"] {
            #expect(try bus.worker(name).int("generation") == 2)
            #expect(directory.read("record/\(name).1") != nil)
        }
        #expect(try bus.worker("b-1").int("generation") == 1)
        let first = try #require(bus.events.firstIndex { $0.topic == "wk.wa-1.spawned" && $0.header.generation == 2 })
        let second = try #require(bus.events.firstIndex { $0.topic == "wk.wa-2.draining" })
        #expect(first < second)
    }

    @Test func aBrokenCommandIsHeldAndItsMendingGoesOn() throws {
        let bus = try bus(group("a", workers: 2), ready: ["a-1", "a-2"])
        let broken = try reload(bus, group("a", workers: 2, command: ["/no/such/program"]))
        #expect(try broken.at("doubts").arrayValue?.count == 1)
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "held" }
        try bus.event("wk.wa-1.backingOff")
        #expect(try bus.worker("a-2").text("state") == "ready")
        // Its next try would be a minute off.
        _ = try reload(bus, group("a", workers: 2, "env.MENDED = '1'"))
        try bus.ready("a-1", generation: 2)
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "done" }
        #expect(try bus.worker("a-2").int("generation") == 2)
    }

    @Test func timingsAreAnotherWithoutTouchingAProcess() throws {
        let bus = try bus(group("a"), ready: ["a-1"])
        let pid = try bus.worker("a-1").at("pid")
        #expect(try reload(bus, "stop_timeout = '60s'\n" + group("a", "garbage_limit = 2")).at("adjusted") == ["a"])
        #expect(try bus.worker("a-1").at("pid") == pid)
        try bus.fake([["print": "1"], ["print": "2"], ["print": "3"]], worker: "a-1")
        try bus.event("wk.wa-1.recycled") { try $0.json.text("cause") == "garbage" }
    }

    @Test(arguments: [
        ("[[group]]\nname = 'a'\nworkers = 'many'\n", ":3:11: an integer is wanted here, not a string", 1),
        ("[[group]]\nname = 'a'\ncolour = 'red'\nsize = 3\n", ":3:1: unknown setting \"colour\"", 2),
        ("[[group\n", ":1:8: ", 1),
        ("events_hwm = 5\n", "events_hwm is \"5\" there and \"20000\" here", 1),
        ("[[group]]\nname = 'a'\ncodex_home = '/dev/null/x'\n", "/dev/null/x: Not a directory", 1),
    ]) func aWrongFileChangesNothing(_ text: String, _ problem: String, _ count: Int) throws {
        let good = group("a")
        let bus = try bus(good, ready: ["a-1"])
        try write(text)
        let reply = try bus.call("config/reload")
        #expect(reply.reason == "bad_configuration" && reply.code == -33022)
        let problems = try reply.json.at("error/data/problems").arrayValue?.compactMap(\.stringValue) ?? []
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
        #expect(problems.count == count)
        // The log is written by a thread of its own.
        try eventually("the log says it") { bus.daemon.log.contains(problem.replacing("\"", with: "\\\"")) }
        #expect(try names(bus) == ["a-1"] && bus.worker("a-1").int("generation") == 1)
        try bus.result("thread/start")
        // The last good one is what the next one is compared with.
        #expect(try reload(bus, good).at("replaced") == [])
    }

    @Test func aFileThatIsGoneChangesNothing() throws {
        let bus = try bus(group("a"), ready: ["a-1"])
        unlink(directory.file("bosun.toml"))
        let reply = try bus.call("config/reload")
        #expect(reply.reason == "bad_configuration" && "\(reply)".contains("No such file"))
        #expect(mkfifo(directory.file("bosun.toml"), 0o600) == 0)
        #expect(try bus.call("config/reload").reason == "bad_configuration")
        #expect(try bus.worker("a-1").text("state") == "ready")
        unlink(directory.file("bosun.toml"))
        #expect(try reload(bus, group("a", workers: 2)).at("added") == ["a-2"])
    }

    @Test func withoutAFileThereIsNothingToRead() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        try bus.ready()
        let reply = try bus.call("config/reload")
        #expect(reply.reason == "bad_configuration" && "\(reply)".contains("without a configuration file"))
        bus.daemon.send(SIGHUP)
        try eventually("the log says it") {
            bus.daemon.log.components("without a configuration file") >= 2
        }
        #expect(try bus.call("ping").result != nil)
    }

    @Test func aStormOfSignalsEndsWithTheNewestFile() throws {
        let bus = try bus(group("a"), ready: ["a-1"])
        for round in 1...50 {
            try write(group("a", workers: 1 + round % 3, "env.ROUND = '\(round)'"))
            bus.daemon.send(SIGHUP)
        }
        try write(group("a", workers: 2, "env.ROUND = 'last'"))
        bus.daemon.send(SIGHUP)
        try eventually("the newest is in force") {
            let processes = ProcFS.processes(carrying: "ROUND=last")
            return try processes.count == 2 && names(bus) == ["a-1", "a-2"]
        }
        #expect(try reload(bus, group("a", workers: 2, "env.ROUND = 'last'")).at("replaced") == [])
        #expect(try bus.daemon.stop() == .exited(0))
    }

    @Test func manyClientsAtOnceEachGetTheirAnswer() throws {
        let bus = try bus(group("a"), ready: ["a-1"])
        try write(group("a", workers: 2))
        let asked = try (0..<20).map { _ in try bus.send("config/reload") }
        let replies = try asked.map { try bus.reply(to: $0) }
        #expect(replies.allSatisfy { $0.result != nil })
        #expect(try replies.count { try $0.json.at("result/added") == ["a-2"] } == 1)
    }

    @Test func inADrainedFleetNobodyIsStarted() throws {
        let bus = try bus(group("a"), ready: ["a-1"])
        try bus.result("fleet/drain")
        try bus.event("wk.wa-1.stopped")
        _ = try reload(bus, group("a", workers: 2, "env.NEW = '1'"))
        #expect(try bus.worker("a-1").text("state") == "stopped" && bus.worker("a-2").text("state") == "idle")
        try bus.result("worker/start", ["group": "a"])
        try bus.ready("a-1", generation: 2)
        try bus.ready("a-2")
        #expect(ProcFS.processes(carrying: "NEW=1").count == 2)
        #expect(try bus.daemon.stop() == .exited(0))
    }

    /// The end of the daemon waits for those that leave, and no reload comes in its way.
    @Test func theDaemonsEndGoesBeforeAReload() throws {
        let bus = try bus(group("a", workers: 2), ready: ["a-1", "a-2"])
        let thread = try bus.result("thread/start", meta: ["worker": "a-2"]).at("thread/id")
        try bus.fake(
            [["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]]], worker: "a-2")
        _ = try reload(bus, group("a"))
        try write(group("a", workers: 3))
        bus.daemon.send(SIGTERM)
        bus.daemon.send(SIGHUP)
        #expect(try bus.daemon.waitForEnd() == .exited(0))
        #expect(bus.daemon.processes().isEmpty)
    }

    @Test func theServiceManagerIsToldOfAReload() throws {
        let receiver = try DatagramReceiver(directory.file("notify"))
        var options = DaemonProcess.Options()
        options.directory = directory
        options.configuration = group("a")
        options.environment = ["NOTIFY_SOCKET": receiver.address]
        let bus = try BusClient(DaemonProcess([], options))
        try bus.ready("a-1")
        for text in [group("a", workers: 2), "nonsense"] {
            try write(text)
            bus.daemon.send(SIGHUP)
            var message = ""
            repeat { message = try receiver.next() } while !message.hasPrefix("RELOADING=1\nMONOTONIC_USEC=")
            repeat { message = try receiver.next() } while message != "READY=1"
        }
    }
}

extension String {
    /// How often that stands in it.
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
