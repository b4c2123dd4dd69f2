import BusProtocol
import TestSupport
import Foundation
import Glibc
import JSONRPC
import Testing

/// What goes wrong when a worker is started; the numbers are those of CONTRIBUTING.md's list of faults.
@Suite(.waits, .showsDaemonLogs) struct SpawnCases {
    /// Far longer than the quick tries take (0.6 s), which end in the ordinary backoff.
    @Test("Case 2: an executable that stays busy is backed off from, never given up, and recovers by itself")
    func case02() throws {
        let directory = try TemporaryDirectory()
        let program = directory.file("program")
        try FileManager.default.copyItem(atPath: Executable.fakeAppServer, toPath: program)
        let writer = open(program, O_WRONLY | O_CLOEXEC)
        let bus = try BusClient(
            DaemonProcess([program], group: "backoff_base = '200ms'\nbackoff_cap = '400ms'", in: directory))
        let backingOff = try bus.event("wk.wmain-1.backingOff") { try $0.json.int("failures") == 2 }
        #expect(try backingOff.json.text("reason").contains("open for writing"))
        #expect(bus.events("wk.wmain-1.spawnRetry").count >= 7)
        #expect(bus.events("wk.wmain-1.spawned").isEmpty)
        close(writer)
        #expect(try bus.ready().int("generation") == 1)
    }

    @Test("Case 4: a program that is replaced by rename goes on, and the next start is the new one's")
    func case04() throws {
        let directory = try TemporaryDirectory()
        let program = directory.file("program")
        try FileManager.default.copyItem(atPath: Executable.fakeAppServer, toPath: program)
        let bus = try BusClient(DaemonProcess([program], group: "", in: directory))
        let pid = try bus.ready().int("pid")
        #expect(try bus.worker().text("codex") == "0.0.0")
        let marker = directory.file("new-one-ran")
        try directory.write(
            "new", "#!/bin/sh\n: > \(marker)\nexec \(Executable.fakeAppServer) --version 0.0.1\n", mode: 0o755)
        #expect(rename(directory.file("new"), program) == 0)
        #expect(try bus.result("some/thing").text("method") == "some/thing")
        #expect(try bus.worker().int("pid") == pid && bus.worker().text("codex") == "0.0.0")
        #expect(access(marker, F_OK) != 0)
        try bus.result("worker/restart", ["worker": "main-1"])
        #expect(try bus.ready(generation: 2).text("codex") == "0.0.1")
        #expect(access(marker, F_OK) == 0)
    }

    @Test(
        "Case 5: no process to be had is tried again and costs no descriptor", .enabled(if: getuid() == 0, "needs root")
    )
    func case05() throws {
        // The daemon's own threads count as well: at most a dozen.
        let bus = try BusClient(
            DaemonProcess.ofAnotherUser(FakeAppServer.command, workers: 30, processes: 25, in: TemporaryDirectory()))
        _ = try bus.firstEvent("a start tried again") { $0.topic.hasSuffix(".spawnRetry") }
        let backingOff = try bus.firstEvent("a start that failed") { $0.topic.hasSuffix(".backingOff") }
        #expect(try backingOff.json.text("reason").contains("Resource temporarily unavailable"))
        let states = try bus.result("fleet/status").at("states")
        #expect(try states.int("ready") > 5)
        let descriptors = Descriptors(of: bus.daemon.pid)
        _ = try bus.firstEvent("another failure") {
            $0.topic.hasSuffix(".backingOff") && $0.header.seq > backingOff.header.seq + 10
        }
        #expect(descriptors.least <= Descriptors(of: bus.daemon.pid).least)
        // Room for those that had none, once others go.
        let failed = try backingOff.json.text("worker")
        for place in 1...30 where "main-\(place)" != failed {
            try bus.result("worker/stop", ["worker": .string("main-\(place)")])
        }
        try bus.ready(failed)
    }

    @Test("Case 6: no descriptor to be had: nothing half-made is left, and it recovers")
    func case06() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, group: "", in: TemporaryDirectory()))
        try bus.ready()
        try bus.result("worker/stop", ["worker": "main-1"])
        try bus.event("wk.wmain-1.gone")
        let before = Descriptors(of: bus.daemon.pid).least
        // What is open stays so; nothing new is to be had.
        try limit("nofile", of: bus.daemon.pid, to: 3)
        try bus.result("worker/start", ["worker": "main-1"])
        let alarm = try bus.event("wk.wmain-1.backingOff").json
        #expect(try alarm.text("reason").contains("descriptors") && alarm.int("nextTryMs") > 0)
        #expect(try alarm.int("failures") == 1 && alarm.at("pid") == .null)
        #expect(try bus.worker().text("lastError") == alarm.text("reason"))
        // Nobody is told of a process.
        #expect(!bus.events("wk.wmain-1.spawned").contains { $0.header.generation > 1 })
        #expect(try bus.call("ping").result != nil)
        #expect(Descriptors(of: bus.daemon.pid).least <= before)
        try limit("nofile", of: bus.daemon.pid, to: 4_096)
        try bus.ready(generation: 2)
    }

    @Test("Case 8: a thousand starts that fail leave memory, descriptors and threads as they were")
    func case08() throws {
        let directory = try TemporaryDirectory()
        let bus = try BusClient(
            DaemonProcess(
                [directory.file("nowhere")], group: "backoff_base = '1ms'\nbackoff_cap = '1ms'\nbackoff_jitter = 0",
                in: directory), prefixes: ["sy."])
        func failures() throws -> Int64 { try bus.worker().int("failures") }
        func threads() -> Int? { ProcFS.kibibytes("Threads", of: bus.daemon.pid) }
        try eventually("some failures") { try failures() > 100 }
        let before = (
            ProcFS.descriptors(of: bus.daemon.pid).count, threads(),
            ProcFS.kibibytes("RssAnon", of: bus.daemon.pid) ?? 0
        )
        try eventually("a thousand failures more") { try failures() > 1_100 }
        // A start that is under way has some more; on a busy machine that is most looks.
        try eventually("as many descriptors as before") { ProcFS.descriptors(of: bus.daemon.pid).count <= before.0 }
        #expect(threads() == before.1)
        #expect(try #require(ProcFS.kibibytes("RssAnon", of: bus.daemon.pid)) < before.2 + 2_048)
        #expect(try bus.worker().text("state") != "parked")
    }
}

/// Sets the soft limit of another process; util-linux has the only way that Swift can call.
private func limit(_ resource: String, of pid: pid_t, to soft: Int) throws {
    let process = try Process.run(
        URL(filePath: "/usr/bin/prlimit"), arguments: ["--pid", "\(pid)", "--\(resource)=\(soft):"])
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
}

/// How many descriptors a process has when it is between two things.
private struct Descriptors {
    let least: Int

    init(of pid: pid_t) {
        least = (0..<50).map { _ in ProcFS.descriptors(of: pid).count }.min() ?? 0
    }
}
