import BusProtocol
import Foundation
import Glibc
import JSONRPC
import TestSupport
import Testing

/// What a group asks of the operating system, as the daemon does it.
@Suite(.waits, .showsDaemonLogs) struct SystemTests {
    /// A worker that any user can run: it answers `initialize`, and then `more`.
    private static func shell(_ more: String, in directory: TemporaryDirectory) throws -> String {
        let path = directory.file("worker")
        let text = "#!/bin/sh\nread line; echo '{\"id\":1,\"result\":{}}'\n\(more)\ncat >/dev/null\n"
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            throw TestFailure("can't write \(path)")
        }
        try check("chmod", chmod(path, 0o755))
        return path
    }

    @Test(.enabled(if: geteuid() == 0, "only root may change the user"))
    func aGroupsWorkersAreAnotherUsers() throws {
        let directory = try TemporaryDirectory()
        try check("chmod", chmod(directory.path, 0o755))
        let worker = try Self.shell("", in: directory)
        var options = DaemonProcess.Options()
        options.directory = directory
        options.configuration = """
            [[group]]
            name = "own"
            command = ["\(Executable.fakeAppServer)"]
            codex_home = "\(directory.file("own"))"
            [[group]]
            name = "other"
            command = ["\(worker)"]
            user = "nobody"
            codex_home = "\(directory.file("other"))"
            cwd = "/"
            descriptors = 300
            oom_score_adj = 321
            """
        let bus = try BusClient(DaemonProcess([], options))
        try bus.ready("own-1")
        let pid = pid_t(try bus.ready("other-1").int("pid"))
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        #expect(status.contains("\nUid:\t65534\t65534\t65534\t65534\n"))
        #expect(try String(contentsOfFile: "/proc/\(pid)/oom_score_adj", encoding: .utf8) == "321\n")
        let limits = try String(contentsOfFile: "/proc/\(pid)/limits", encoding: .utf8)
        #expect(limits.split(separator: "\n").contains { $0.hasPrefix("Max open files") && $0.contains(" 300 ") })
        let home = try FileManager.default.attributesOfItem(atPath: directory.file("other"))
        #expect(home[.ownerAccountID] as? Int == 65_534 && home[.posixPermissions] as? Int == 0o700)
        // One line, and only of the group that has no user.
        let lines = bus.daemon.log.split(separator: "\n").filter { $0.contains("daemon's own user") }
        #expect(lines.count == 1 && lines.first?.hasSuffix("groups=own") == true)
        // Restarts end it like any other.
        try bus.result("worker/restart", ["worker": "other-1"])
        try bus.ready("other-1", generation: 2)
        #expect(!ProcFS.isRunning(pid))
    }

    /// What a worker holds shows in `worker/list`; too much of it, and it is started anew.
    @Test("Case 21: the memory of a worker and all that it started is measured and held to its limit")
    func memoryIsMeasuredAndHeldToItsLimit() throws {
        var options = DaemonProcess.Options()
        let directory = try TemporaryDirectory()
        options.directory = directory
        let group = { (name: String, limit: String) in
            """
            [[group]]
            name = "\(name)"
            command = ["\(Executable.fakeAppServer)"]
            codex_home = "\(directory.file(name))"
            memory_limit = "\(limit)"

            """
        }
        options.configuration = group("large", "1 TiB") + group("small", "1 MiB")
        let bus = try BusClient(DaemonProcess([], options))
        try bus.ready("large-1")
        #expect(try bus.worker("large-1").at("rssBytes") == .null)
        try bus.fake([["leaveChild": true]], worker: "large-1")
        let told = try bus.event("wk.wsmall-1.overMemory").json
        #expect(try told.int("rssBytes") > told.int("limitBytes") && told.int("limitBytes") == 1 << 20)
        #expect(try told.int("processes") >= 1)
        try bus.event("wk.wsmall-1.draining")
        // Nothing ran on it: its input was closed, and it ended by itself.
        let exited = try bus.event("wk.wsmall-1.exited").json
        #expect(try exited.text("endedBy") == "eof" && exited.at("oom") == false)
        try bus.ready("small-1", generation: 2)
        let large = try bus.worker("large-1")
        // The child that it left behind is its own.
        #expect(try large.int("processes") == 2 && large.int("rssBytes") > 1 << 20)
        #expect(try large.int("generation") == 1)
    }

    @Test func withoutALimitNobodyMeasures() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        #expect(try bus.ready().at("processes") == .null)
    }

    @Test func aKillThatIsNotTheKernelsIsNotCalledOutOfMemory() throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        kill(pid_t(try bus.ready().int("pid")), SIGKILL)
        let exited = try bus.event("wk.wmain-1.exited").json
        #expect(try exited.text("signal") == "SIGKILL" && exited.at("oom") == false)
    }

    /// Case 22: the kernel takes one worker; its siblings and the daemon live.
    @Test(
        "Case 22: the kernel's kill for memory is told as such, and the others live",
        .enabled(if: MemoryGroup.isPossible, "no memory cgroup can be made here"))
    func theKernelsKillIsToldAsSuch() throws {
        let group = try MemoryGroup(limit: 192 << 20)
        let directory = try TemporaryDirectory()
        let hog = try Self.shell(
            "test -e \(directory.file("go")) && rm \(directory.file("go")) && exec dd if=/dev/zero of=/dev/null bs=1000M count=1",
            in: directory)
        var options = DaemonProcess.Options()
        options.directory = directory
        options.workers = 2
        // Gone before its group is removed.
        options.companions = [group]
        let bus = try BusClient(DaemonProcess([hog], options))
        try bus.ready("main-1")
        try bus.ready("main-2")
        try group.take(bus.daemon.pid)
        _ = try directory.write("go", "")
        try bus.result("worker/restart", ["worker": "main-1"])
        let exited = try bus.event("wk.wmain-1.exited") { $0.header.generation == 2 }.json
        #expect(try exited.text("signal") == "SIGKILL" && exited.at("oom") == true)
        try bus.ready("main-1", generation: 3)
        #expect(try bus.worker("main-2").int("generation") == 1)
    }
}
