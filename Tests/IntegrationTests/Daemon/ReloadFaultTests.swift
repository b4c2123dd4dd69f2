import Glibc
import JSONRPC
import TestSupport
import Testing

/// A reload that something comes in the way of.
@Suite(.waits, .showsDaemonLogs) struct ReloadFaultTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func group(
        workers: Int = 1, command: [String] = FakeAppServer.command, home: String? = nil, _ settings: String = ""
    ) -> String {
        """
        [[group]]
        name = "a"
        workers = \(workers)
        command = \(JSON.array(command.map { .string($0) }))
        codex_home = "\(home ?? directory.file("codex"))"
        \(settings)

        """
    }

    private func bus(_ text: String, ready: [String]) throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        options.configuration = text
        let bus = try BusClient(DaemonProcess([], options))
        for name in ready { try bus.ready(name) }
        return bus
    }

    private func write(_ text: String) throws { try directory.write("bosun.toml", text) }

    private func reload(_ bus: BusClient, _ text: String) throws -> JSON {
        try write(text)
        return try bus.result("config/reload")
    }

    @Test func aProgramThatIsNotThereIsHeldAndItsMendingGoesOn() throws {
        let bus = try bus(group(workers: 2), ready: ["a-1", "a-2"])
        let broken = try reload(bus, group(workers: 2, command: ["/no/such/program"]))
        #expect(try broken.at("doubts").arrayValue?.count == 1)
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "held" }
        try bus.event("wk.wa-1.backingOff")
        #expect(try bus.worker("a-2").text("state") == "ready")
        // Its next try would be a minute off.
        _ = try reload(bus, group(workers: 2, "env.MENDED = '1'"))
        try bus.ready("a-1", generation: 2)
        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "done" }
        #expect(try bus.worker("a-2").int("generation") == 2)
        let processes = ProcFS.processes(carrying: "MENDED=1")
        #expect(try processes.isSuperset(of: ["a-1", "a-2"].map { pid_t(try bus.worker($0).int("pid")) }))
    }

    @Test func anotherLimitHoldsAtOnceForTheProcessThatRuns() throws {
        let bus = try bus(group(), ready: ["a-1"])
        let pid = try bus.worker("a-1").at("pid")
        #expect(try reload(bus, group("garbage_limit = 2")).at("workers/rolling") == [])
        #expect(try bus.worker("a-1").at("pid") == pid)
        // Nobody reads its answer any more.
        let steps: JSON = [["print": "1"], ["print": "2"], ["print": "3"]]
        _ = try bus.send("fake/do", ["steps": steps], meta: ["worker": "a-1"])
        let recycled = try bus.event("wk.wa-1.recycled")
        #expect(try recycled.json.text("cause") == "garbage")
    }

    @Test func whatCantBeMadeOrReadIsRefused() throws {
        let good = group()
        let bus = try bus(good, ready: ["a-1"])
        func problems() throws -> String {
            let reply = try bus.call("config/reload")
            #expect(reply.reason == "bad_configuration")
            return try reply.json.at("error/data/problems").arrayValue?.compactMap(\.stringValue).joined() ?? ""
        }
        try write(group(home: "/dev/null/x"))
        #expect(try problems().contains("/dev/null/x: Not a directory"))
        unlink(directory.file("bosun.toml"))
        #expect(mkfifo(directory.file("bosun.toml"), 0o600) == 0)
        #expect(try problems().contains("not a regular file"))
        unlink(directory.file("bosun.toml"))
        #expect(symlink("/dev/zero", directory.file("bosun.toml")) == 0)
        #expect(try problems().contains("not a regular file"))
        unlink(directory.file("bosun.toml"))
        #expect(mkdir(directory.file("bosun.toml"), 0o700) == 0)
        #expect(try problems().contains("Is a directory"))
        rmdir(directory.file("bosun.toml"))
        #expect(try bus.worker("a-1").text("state") == "ready")
        #expect(try reload(bus, good).at("groups/changed") == [])
    }

    @Test func withItsLastWorkerAHomesThreadsAreUnloadedAndWhoWaitsIsTold() throws {
        let other = group(home: directory.file("other")).replacing("\"a\"", with: "\"b\"")
        let bus = try bus(group() + other, ready: ["a-1", "b-1"])
        let thread = try bus.result("thread/start", meta: ["worker": "b-1"]).at("thread/id")
        let turn: JSON = ["threadId": thread, "turn": ["id": "u"]]
        try bus.fake([["say": ["method": "turn/started", "params": turn]]], worker: "b-1")
        _ = try reload(bus, group())
        let next = try bus.send("turn/start", ["threadId": thread])
        let end: [JSON] = [["say": ["method": "turn/completed", "params": turn]]]
        try bus.result("fake/do", ["threadId": thread, "steps": .array(end)])
        #expect(try bus.reply(to: next).reason == "no_worker")
        try bus.event("ev.\(thread.stringValue ?? "").bosun/threadUnloaded")
        try bus.event("wk.wb-1.removed")
    }

    /// A file system that hangs holds up whoever asked for the reload, and nobody else.
    @Test(.enabled(if: HeldFile.isPossible, "only root can hold a file")) func aFileThatHangsHoldsUpNoStop() throws {
        let bus = try bus(group(), ready: ["a-1"])
        let held = try HeldFile(directory.file("bosun.toml"))
        let reload = try bus.send("config/reload")
        bus.daemon.send(SIGHUP)
        #expect(try bus.call("ping").result != nil)
        #expect(try bus.worker("a-1").text("state") == "ready")
        bus.daemon.send(SIGTERM)
        #expect(try bus.reply(to: reload).reason == "draining")
        #expect(try bus.daemon.waitForEnd() == .exited(0))
        #expect(bus.daemon.processes().isEmpty)
        withExtendedLifetime(held) {}
    }

    /// The end of the daemon waits for those that leave, and no reload comes in its way.
    @Test func theDaemonsEndGoesBeforeAReload() throws {
        let bus = try bus(group(workers: 2), ready: ["a-1", "a-2"])
        let thread = try bus.result("thread/start", meta: ["worker": "a-2"]).at("thread/id")
        try bus.fake(
            [["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]]], worker: "a-2")
        _ = try reload(bus, group())
        try write(group(workers: 3))
        bus.daemon.send(SIGTERM)
        bus.daemon.send(SIGHUP)
        #expect(try bus.daemon.waitForEnd() == .exited(0))
        #expect(bus.daemon.processes().isEmpty)
    }
}
