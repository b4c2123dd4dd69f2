import FoundationEssentials
import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// A configuration file that changes while the daemon serves.
@Suite(.waits, .showsDaemonLogs) struct ReloadTests {
    private static func group(
        _ name: String = "main", workers: Int = 1, arguments: [String] = [], _ settings: String = ""
    ) -> String {
        let command = (FakeAppServer.command + arguments).map { "\"\($0)\"" }.joined(separator: ", ")
        return "[[group]]\nname = \"\(name)\"\nworkers = \(workers)\ncommand = [\(command)]\n\(settings)\n"
    }

    private func bus(_ configuration: String, environment: [String: String] = [:]) throws -> BusClient {
        var options = DaemonProcess.Options()
        options.configuration = configuration
        options.environment = environment
        return try BusClient(DaemonProcess(FakeAppServer.command, options))
    }

    private func reload(_ bus: BusClient, _ configuration: String) throws -> JSON {
        try bus.daemon.directory.write("bosun.toml", configuration)
        return try bus.result("config/reload")
    }

    private func names(_ bus: BusClient) throws -> [String] {
        try (bus.result("worker/list").at("workers").arrayValue ?? []).map { try $0.text("worker") }
    }

    /// Begins a turn that goes on until `endTurn`; gives its thread.
    private func beginTurn(_ bus: BusClient, worker: String) throws -> JSON {
        let thread = try bus.result("thread/start", meta: ["worker": .string(worker)]).at("thread/id")
        try bus.fake(
            [["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]]], worker: worker)
        return thread
    }

    private func endTurn(_ bus: BusClient, thread: JSON) throws {
        let end: JSON = ["say": ["method": "turn/completed", "params": ["threadId": thread, "turn": ["id": "u"]]]]
        try bus.result("fake/do", ["threadId": thread, "steps": [end]])
    }

    @Test func workersAndGroupsAreAdded() throws {
        let bus = try bus(Self.group())
        let pid = try bus.ready().int("pid")
        let changes = try reload(bus, Self.group(workers: 3) + Self.group("extra"))
        #expect(
            try changes.at("groups") == ["added": ["extra"], "removed": [], "changed": ["main"]])
        #expect(
            try changes.at("workers") == ["started": ["main-2", "main-3", "extra-1"], "draining": [], "rolling": []])
        for name in ["main-2", "main-3", "extra-1"] { try bus.ready(name) }
        #expect(try bus.worker().int("pid") == pid)
        #expect(try bus.worker("extra-1").int("number") == 4)
        let again = try bus.result("config/reload")
        #expect(try again.at("groups") == ["added": [], "removed": [], "changed": []])
        let event = try bus.event("sy.-.configReloaded")
        #expect(try event.json.at("workers") == changes.at("workers"))
        try bus.catchUp()
        #expect(bus.events("sy.-.configReloaded").count == 1)
    }

    @Test func whoIsRemovedEndsItsTurnFirstAndItsNumberNeverComesAgain() throws {
        let bus = try bus(Self.group(workers: 2))
        for name in ["main-1", "main-2"] { try bus.ready(name) }
        let thread = try beginTurn(bus, worker: "main-2")
        #expect(try reload(bus, Self.group()).at("workers/draining") == ["main-2"])
        try bus.event("wk.wmain-2.draining")
        #expect(try bus.worker("main-2").text("state") == "draining")
        #expect(try bus.call("worker/restart", ["worker": "main-2"]).reason == "unknown_worker")
        #expect(bus.events("wk.wmain-2.exited").isEmpty)
        try endTurn(bus, thread: thread)
        try bus.event("wk.wmain-2.exited") { try $0.json.text("endedBy") == "eof" }
        try bus.event("wk.wmain-2.removed")
        #expect(try names(bus) == ["main-1"])
        #expect(try bus.call("worker/start", ["worker": "main-2"]).reason == "unknown_worker")
        // Its thread goes to the sibling.
        #expect(try bus.result("turn/start", ["threadId": thread]).text("worker") == "main-1")
        _ = try reload(bus, Self.group(workers: 2))
        #expect(try bus.ready("main-2").int("number") == 3)
    }

    @Test func whoIsWantedAgainWhileItDrainsStays() throws {
        let bus = try bus(Self.group(workers: 2))
        for name in ["main-1", "main-2"] { try bus.ready(name) }
        let thread = try beginTurn(bus, worker: "main-2")
        _ = try reload(bus, Self.group())
        #expect(try reload(bus, Self.group(workers: 2)).at("workers/started") == ["main-2"])
        try endTurn(bus, thread: thread)
        #expect(try bus.ready("main-2", generation: 2).int("number") == 2)
        #expect(bus.events("wk.wmain-2.removed").isEmpty)
    }

    @Test func anotherCommandComesWhenTheTurnsHaveEnded() throws {
        let bus = try bus(Self.group(workers: 2) + Self.group("other"))
        var pids: [String: Int64] = [:]
        for name in ["main-1", "main-2", "other-1"] { pids[name] = try bus.ready(name).int("pid") }
        let threads = try ["main-1", "main-2"].map { try beginTurn(bus, worker: $0) }
        let changes = try reload(bus, Self.group(workers: 2, arguments: ["new"]) + Self.group("other"))
        #expect(try changes.at("workers/rolling") == ["main-1", "main-2"])
        try bus.event("wk.wmain-1.draining")
        #expect(try bus.worker("main-2").text("state") == "ready")
        for (thread, name) in zip(threads, ["main-1", "main-2"]) {
            #expect(try bus.worker(name).int("pid") == pids[name])
            try endTurn(bus, thread: thread)
            #expect(try bus.ready(name, generation: 2).int("pid") != pids[name])
            try bus.event("wk.w\(name).exited") { try $0.json.text("endedBy") == "eof" }
        }
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "done" }
        #expect(bus.events.filter { $0.topic.hasSuffix(".bosun/turnInterrupted") }.isEmpty)
        for name in ["main-1", "main-2"] {
            let pid = try bus.worker(name).int("pid")
            #expect(ProcFS.arguments(of: pid_t(pid)) == FakeAppServer.command + ["new"])
        }
        #expect(try bus.worker("other-1").int("pid") == pids["other-1"])
    }

    @Test func aWrongFileChangesNothingAndSaysWhere() throws {
        let good = Self.group()
        let bus = try bus(good)
        let pid = try bus.ready().int("pid")
        let file = bus.daemon.directory.file("bosun.toml")
        let wrong = [
            ("[[group]]\nname = \"main\"\nworkers = 0\n", "\(file):3:11: "),
            ("[[group]]\nname = \"main\"\nwrokers = 2\n", "\(file):3:1: "),
            ("stop_timeout = \n", "\(file):1:"),
            ("events_hwm = 5\n" + good, "\(file): events_hwm is "),
        ]
        for (text, place) in wrong {
            try bus.daemon.directory.write("bosun.toml", text)
            let reply = try bus.call("config/reload")
            #expect(reply.reason == "bad_configuration" && reply.code == -33022)
            let problems = try reply.error?.at("data/problems").arrayValue?.compactMap(\.stringValue) ?? []
            let found = problems.contains { $0.hasPrefix(place) }
            #expect(found, "\(problems)")
            try eventually("it is logged, too") { bus.daemon.log.contains("problem=\"\(place)") }
        }
        #expect(unlink(file) == 0)
        #expect(try bus.call("config/reload").reason == "bad_configuration")
        #expect(try names(bus) == ["main-1"])
        #expect(try bus.worker().int("pid") == pid)
        // The last good one is still what a good one is compared with.
        let changes = try reload(bus, good)
        #expect(try changes.at("groups") == ["added": [], "removed": [], "changed": []])
    }

    @Test func withoutAFileThereIsNothingToReload() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let pid = try bus.ready().int("pid")
        let reply = try bus.call("config/reload")
        #expect(reply.reason == "bad_configuration")
        #expect(try reply.error?.text("data/problems/0").contains("without a configuration file") == true)
        bus.daemon.send(SIGHUP)
        try eventually("the signal is answered in the log") {
            bus.daemon.log.components(separatedBy: "without a configuration file").count > 2
        }
        #expect(try bus.worker().int("pid") == pid)
    }

    @Test func aStormOfSignalsEndsWithWhatTheFileSaysLast() throws {
        let bus = try bus(Self.group())
        try bus.ready()
        for number in 1...50 {
            try bus.daemon.directory.write("new.toml", Self.group(workers: 1 + number % 4))
            #expect(rename(bus.daemon.directory.file("new.toml"), bus.daemon.directory.file("bosun.toml")) == 0)
            bus.daemon.send(SIGHUP)
        }
        // 50 % 4 is 2: three workers, and whoever was there in between has gone.
        try eventually("three workers are ready, and no other is left") {
            let workers = try bus.result("worker/list").at("workers").arrayValue ?? []
            let states = try workers.map { try "\($0.text("worker")) \($0.text("state"))" }
            return states.sorted() == (1...3).map { "main-\($0) ready" }
        }
        try eventually("no process is left of the others") { bus.daemon.processes().count == 3 }
        let changes = try bus.result("config/reload")
        #expect(try changes.at("groups/changed") == [])
        #expect(!bus.daemon.log.contains("was not taken"))
    }

    @Test func manyClientsAtOnceAreEachAnswered() throws {
        let bus = try bus(Self.group())
        try bus.ready()
        try bus.daemon.directory.write("bosun.toml", Self.group(workers: 2))
        let sent = try (1...20).map { _ in try bus.send("config/reload") }
        let replies = try sent.map { try bus.reply(to: $0) }
        #expect(replies.allSatisfy { $0.result != nil })
        #expect(try replies[0].json.at("result/workers/started") == ["main-2"])
        try bus.ready("main-2")
    }

    @Test func whoBacksOffTakesTheNewBackoff() throws {
        let slow = "backoff_base = \"1h\"\nbackoff_cap = \"1h\"\n"
        let directory = try TemporaryDirectory()
        let script = ["--script", try directory.write("script.json", "[[{\"exit\":1}],[]]")]
        let bus = try bus(Self.group(arguments: script, slow))
        try eventually("it waits for an hour") {
            let worker = try bus.worker()
            return try worker.text("state") == "backingOff" && worker.int("nextTryMs") > 3_000_000
        }
        let changes = try reload(
            bus, Self.group(arguments: script, "backoff_base = \"10ms\"\nbackoff_cap = \"20ms\"\n"))
        #expect(try changes.at("workers/rolling") == [])
        #expect(try bus.ready(generation: 2).int("failures") == 1)
    }

    @Test func aDrainedFleetIsLeftAlone() throws {
        let bus = try bus(Self.group())
        try bus.ready()
        try bus.result("fleet/drain")
        try bus.daemon.directory.write("bosun.toml", Self.group(workers: 2))
        #expect(try bus.call("config/reload").reason == "draining")
        try bus.event("wk.wmain-1.stopped")
        #expect(try names(bus) == ["main-1"])
        try bus.result("worker/start", ["worker": "main-1"])
        try bus.result("config/reload")
        try bus.ready("main-2")
    }

    @Test func theServiceManagerIsToldThatItBeginsAndEnds() throws {
        let sockets = try TemporaryDirectory()
        let receiver = try DatagramReceiver(sockets.file("notify"))
        let bus = try bus(Self.group(), environment: ["NOTIFY_SOCKET": receiver.address])
        func next(_ start: String) throws {
            while try !receiver.next().hasPrefix(start) {}
        }
        try next("READY=1")
        for wrong in [false, true] {
            if wrong { try bus.daemon.directory.write("bosun.toml", "?") }
            bus.daemon.send(SIGHUP)
            try next("RELOADING=1\nMONOTONIC_USEC=")
            try next("READY=1")
        }
    }

    @Test func theCommandLineTellsIt() throws {
        let bus = try bus(Self.group())
        try bus.ready()
        func run() throws -> (status: Child.Ending, text: String) {
            let output = bus.daemon.directory.file("output")
            let child = try Child(
                Executable.bosun, ["reload", "--run-dir", bus.daemon.runDirectory], environment: [:], output: output)
            return (try child.waitForEnd(), String(decoding: bus.daemon.directory.read("output") ?? [], as: UTF8.self))
        }
        try bus.daemon.directory.write("bosun.toml", Self.group(workers: 2))
        var told = try run()
        #expect(told.status == .exited(0) && told.text == "groups changed: main\nworkers started: main-2\n")
        try bus.daemon.directory.write("bosun.toml", "x = 1\n")
        told = try run()
        #expect(told.status == .exited(1) && told.text.contains("bosun.toml:1:1: "))
    }
}
