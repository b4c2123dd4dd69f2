import FoundationEssentials
import BusProtocol
import TestSupport
import Glibc
import JSONRPC
import Testing

/// What a worker may do in its life; the numbers are those of CONTRIBUTING.md's list of faults.
@Suite(.waits, .showsDaemonLogs) struct WorkerLifeCases {
    @Test(
        "Case 10: an end is told with its code or its signal, and when it was",
        arguments: [
            (["exit": 0], "code", 0), (["exit": 1], "code", 1), (["kill": 9], "signal", "SIGKILL"),
            (["kill": 11], "signal", "SIGSEGV"), (["kill": 6], "signal", "SIGABRT"),
        ] as [(JSON, String, JSON)])
    func case10(_ step: JSON, _ member: String, _ value: JSON) throws {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command))
        let pid = try bus.ready().int("pid")
        _ = try bus.send("fake/do", ["steps": [step]])
        let exited = try bus.event("wk.wmain-1.exited")
        #expect(exited.json[member] == value)
        #expect(exited.json[member == "code" ? "signal" : "code"] == nil)
        #expect(try exited.json.int("pid") == pid)
        #expect(try exited.json.int("uptimeMs") >= 0)
        #expect(exited.header.generation == 1)
    }

    @Test("Case 11: one that ends before it answered has failed to start")
    func case11() throws {
        let directory = try TemporaryDirectory()
        let command = try FakeAppServer.command(lives: [[["exit": 7]], []], in: directory)
        let bus = try BusClient(DaemonProcess(command, group: "stable = '1ms'\nbackoff_base = '50ms'", in: directory))
        // However long the life was: what was never ready was never stable.
        #expect(try bus.ready(generation: 2).int("failures") == 1)
    }

    @Test("Case 12: one that never answers initialize is killed and tried again")
    func case12() throws {
        let directory = try TemporaryDirectory()
        let command = try FakeAppServer.command(lives: [[["mute": ["initialize"]]], []], in: directory)
        let bus = try BusClient(
            DaemonProcess(command, group: "start_timeout = '300ms'\nbackoff_base = '50ms'", in: directory))
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "start_timeout")
        #expect(try bus.event("wk.wmain-1.exited").json.text("stage") == "stopping")
        try bus.ready(generation: 2)
    }

    @Test("Case 13: a crash in each life makes the delay grow to its cap")
    func case13() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, group: "backoff_base = '20ms'\nbackoff_cap = '100ms'\nbackoff_jitter = 0",
                in: TemporaryDirectory()))
        var delays: [Int64] = []
        for generation in 1...6 {
            try bus.ready(generation: Int64(generation))
            _ = try bus.send("fake/do", ["steps": [["exit": 1]]])
            let exited = try bus.event("wk.wmain-1.exited") { $0.header.generation == generation }
            delays.append(try exited.json.int("nextTryMs"))
        }
        #expect(delays == [20, 40, 80, 100, 100, 100])
        #expect(try bus.event("wk.wmain-1.crashLoop").json.int("failures") == 5)
    }

    @Test("Case 14: all that die at once come back spread out, and so many at a time")
    func case14() throws {
        let count = 12
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, workers: count, daemon: "concurrent_starts = 2",
                group: "backoff_base = '200ms'\nbackoff_jitter = 1", in: TemporaryDirectory()))
        let pids = try (1...count).map { pid_t(try bus.ready("main-\($0)").int("pid")) }
        try bus.catchUp()
        bus.forget()
        for pid in pids { kill(pid, SIGKILL) }
        var delays: [Int64] = []
        for place in 1...count {
            delays.append(try bus.event("wk.wmain-\(place).exited").json.int("nextTryMs"))
            try bus.event("wk.wmain-\(place).ready")
        }
        #expect(delays.allSatisfy { (200...400).contains($0) })
        #expect(Set(delays).count > 3)
        var starting = 0
        var most = 0
        for event in bus.events where event.topic.hasPrefix("wk.") {
            if event.topic.hasSuffix(".spawned") { starting += 1 }
            if event.topic.hasSuffix(".ready") { starting -= 1 }
            most = max(most, starting)
        }
        #expect((1...2).contains(most))
    }

    @Test("Case 15: one that stands still is found and ended, with SIGCONT so that it can")
    func case15() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command,
                group: """
                    liveness_silence = '200ms'
                    liveness_answer = '100ms'
                    liveness_misses = 2
                    stop_eof = '100ms'
                    stop_term = '10s'
                    backoff_base = '10ms'
                    """, in: TemporaryDirectory()))
        let pid = pid_t(try bus.ready().int("pid"))
        kill(pid, SIGSTOP)
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "no_liveness")
        #expect(try bus.event("wk.wmain-1.exited").json.text("endedBy") == "sigterm")
        try bus.ready(generation: 2)
    }

    /// Requests that take long are not the worker's silence: it answers when it is asked.
    @Test func aWorkerWhoseWindowIsFullIsAskedAllTheSame() throws {
        let directory = try TemporaryDirectory()
        let record = try directory.directory("in")
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command(recordingIn: record, in: directory),
                group: """
                    window = 1
                    queue = 1
                    liveness_silence = '50ms'
                    liveness_answer = '5s'
                    liveness_misses = 1
                    """, in: directory))
        try bus.ready()
        try bus.fake([["mute": ["some/slow"]]])
        for method in ["some/slow", "some/other"] { _ = try bus.send(method, meta: ["deadlineMs": 60_000]) }
        try eventually("it was asked ten times") {
            let read = String(decoding: directory.read("in/main-1.1") ?? [], as: UTF8.self)
            return read.matches(of: /server\/diagnostics/).count >= 10
        }
        #expect(try bus.worker().int("generation") == 1)
        #expect(bus.events("wk.wmain-1.recycled").isEmpty)
    }

    @Test("Case 16: one that ignores end of file and SIGTERM is killed, and the event says by what it ended")
    func case16() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, group: "stop_eof = '50ms'\nstop_term = '50ms'", in: TemporaryDirectory()))
        try bus.ready()
        try bus.fake([["ignoreEnd": true]])
        try bus.result("worker/stop", ["worker": "main-1"])
        let exited = try bus.event("wk.wmain-1.exited").json
        #expect(try exited.text("endedBy") == "sigkill" && exited.text("signal") == "SIGKILL")
        try bus.event("wk.wmain-1.stopped")
    }

    @Test("Case 17: the end is told at once though a grandchild holds the output, which has its own deadline")
    func case17() throws {
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command, group: "restart = 'temporary'", in: TemporaryDirectory()))
        try bus.ready()
        _ = try bus.send("fake/do", ["steps": [["leaveChild": true], ["exit": 1]]])
        try bus.event("wk.wmain-1.gone")
        let order = bus.events.map(\.topic).filter { ["wk.wmain-1.exited", "wk.wmain-1.gone"].contains($0) }
        #expect(order == ["wk.wmain-1.exited", "wk.wmain-1.gone"])
        // And what held it is ended.
        try eventually("nothing is left") { bus.daemon.processes().isEmpty }
    }

    @Test("Case 19: a request to one that closed its input fails, and it is ended")
    func case19() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, group: "stop_eof = '50ms'\nbackoff_base = '10ms'", in: TemporaryDirectory()))
        try bus.ready()
        try bus.fake([["closeInput": true]])
        let reply = try bus.call("some/thing")
        #expect(["worker_down", "indeterminate"].contains(reply.reason))
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "stdin_closed")
        try bus.ready(generation: 2)
    }

    @Test("Case 24: five hundred that end together are five hundred ends, and no zombie")
    func case24() throws {
        let count = 500
        let bus = try BusClient(
            DaemonProcess(
                [Executable.benchWorker], workers: count, daemon: "concurrent_starts = 64",
                group: "restart = 'temporary'", in: TemporaryDirectory()), prefixes: ["wk."])
        try eventually("all are ready") {
            try bus.result("fleet/status").at("states")["ready"]?.intValue == Int64(count)
        }
        let pids = bus.daemon.processes()
        #expect(pids.count == count)
        for pid in pids { kill(pid, SIGKILL) }
        for place in 1...count {
            let exited = try bus.event("wk.wmain-\(place).exited").json
            #expect(try exited.text("signal") == "SIGKILL")
        }
        #expect(bus.events.count { $0.topic.hasSuffix(".exited") } == count)
        try eventually("no zombie") { pids.allSatisfy { kill($0, 0) != 0 } }
    }

    @Test(
        "Case 25: a stop has a defined reply in each state, and no start comes late",
        arguments: ["backingOff", "initializing", "stopping"])
    func case25(_ state: String) throws {
        let directory = try TemporaryDirectory()
        let lives: [[JSON]] =
            switch state {
            case "backingOff": [[["exit": 1]]]
            case "initializing": [[["mute": ["initialize"]]]]
            default: [[["ignoreEnd": true]]]
            }
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command(lives: lives, in: directory), workers: 2,
                group: "backoff_base = '300ms'\nbackoff_jitter = 0\nstop_eof = '100ms'\nstop_term = '100ms'",
                in: directory))
        if state == "stopping" {
            try bus.ready()
            try bus.result("worker/restart", ["worker": "main-1"])
        }
        try eventually("it is \(state)") { try bus.worker().text("state") == state }
        let reply = try bus.result("worker/stop", ["worker": "main-1"])
        #expect(["stopped", "stopping"].contains(try reply.text("state")))
        try bus.event("wk.wmain-1.stopped")
        let generation = try bus.worker().int("generation")
        // Another worker's next two starts: the first one's, of the same delay, would have come before the second.
        for _ in 0..<2 {
            let other = try bus.worker("main-2")
            let started = try other.int("generation")
            if let pid = other["pid"]?.intValue { kill(pid_t(pid), SIGKILL) }
            try bus.event("wk.wmain-2.spawned") { $0.header.generation > UInt32(started) }
        }
        let worker = try bus.worker()
        #expect(try worker.text("state") == "stopped" && worker.int("generation") == generation)
        #expect(try bus.result("worker/stop", ["worker": "main-1"]).text("state") == "stopped")
    }

    @Test("Case 26: asked twice is asked once, the last word counts, and other workers are not kept waiting")
    func case26() throws {
        let bus = try BusClient(
            DaemonProcess(
                FakeAppServer.command, workers: 2, group: "stop_eof = '300ms'\nstop_term = '100ms'",
                in: TemporaryDirectory()))
        try bus.ready("main-1")
        try bus.ready("main-2")
        try bus.fake([["ignoreEnd": true]])
        #expect(try bus.result("worker/stop", ["worker": "main-1"]).text("state") == "stopping")
        #expect(try bus.result("worker/stop", ["worker": "main-1"]).text("state") == "stopping")
        #expect(try bus.result("worker/restart", ["worker": "main-1"]).text("state") == "stopping")
        #expect(try bus.result("some/thing", meta: ["worker": "main-2"]).text("worker") == "main-2")
        try bus.result("worker/restart", ["worker": "main-2"])
        try bus.ready("main-2", generation: 2)
        try bus.ready("main-1", generation: 2)
        #expect(bus.events("wk.wmain-1.stopped").isEmpty)
    }

    /// Each leaves a grandchild behind, too, in a session of its own.
    @Test func tenThousandDeathsLeaveNothing() throws {
        let bus = try BusClient(
            DaemonProcess(
                ["/bin/sh", "-c", "setsid true & exit 1"], workers: 16, daemon: "concurrent_starts = 16",
                group: "backoff_base = '1ms'\nbackoff_cap = '1ms'\nbackoff_jitter = 0", in: TemporaryDirectory()),
            prefixes: ["sy.-.bye"])
        let pid = bus.daemon.pid
        func deaths() throws -> Int64 {
            try (bus.result("worker/list").at("workers").arrayValue ?? []).reduce(0) { try $0 + $1.int("failures") }
        }
        try eventually("the first thousand", within: .seconds(300)) { try deaths() > 1_000 }
        let memory = try #require(ProcFS.kibibytes("RssAnon", of: pid))
        // What escapes is ended by a thread that comes and goes, and has its creator's name at first.
        func threads() throws -> Int { try ProcFS.threads(of: pid).count { $0 != "sweep" } }
        let before = try threads()
        try eventually("its children are seen") { !ProcFS.children(of: pid).isEmpty }
        try eventually("ten thousand", within: .seconds(300)) { try deaths() > 10_000 }
        #expect(try #require(ProcFS.kibibytes("RssAnon", of: pid)) < memory + 4_096)
        try eventually("there are no more threads") { try threads() <= before }
        try bus.result("fleet/drain")
        try eventually("no child is left, ended or not") { ProcFS.children(of: pid).isEmpty }
        // As many as a daemon has that never started anything.
        let idle = try BusClient(DaemonProcess(FakeAppServer.command, workers: 1, group: "", in: TemporaryDirectory()))
        try idle.ready()
        try idle.result("fleet/drain")
        try idle.event("wk.wmain-1.gone")
        // Sockets and files by what they are: their numbers are each process's own.
        func open(_ pid: pid_t) -> [String] {
            ProcFS.descriptors(of: pid).map { $0.hasPrefix("/") ? String($0.split(separator: "/").last ?? "") : $0 }
                .map { String($0.prefix { $0 != "[" }) }.sorted()
        }
        var (left, wanted): ([String], [String]) = ([], [])
        do {
            // Both anew each time: the idle one may still be closing, or opening, something, too.
            try eventually("no descriptor is left of any") {
                (left, wanted) = (open(pid), open(idle.daemon.pid))
                return left == wanted
            }
        } catch {
            Issue.record("\(error): \(left) beside \(wanted)")
        }
        #expect(try bus.call("ping").result != nil)
    }
}
