import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// What a daemon finds that comes after one that was killed.
@Suite(.waits, .showsDaemonLogs) struct RestartTests {
    private let directory: TemporaryDirectory
    /// Until it is there, workers of a later daemon that wait for it are not ready.
    private var gate: String { directory.file("gate") }

    init() throws { directory = try TemporaryDirectory() }

    private func start(_ command: [String], workers: Int = 2) throws -> DaemonProcess {
        var options = DaemonProcess.Options()
        options.directory = directory
        options.workers = workers
        return try DaemonProcess(command, options)
    }

    private func script(_ lives: [[JSON]]) throws -> [String] {
        try FakeAppServer.command(lives: lives, in: directory)
    }

    /// A worker that nothing but SIGKILL ends, and a process of its in a session of its own.
    private static let stubborn: [JSON] = [["ignoreEnd": true], ["leaveChild": true]]

    @Test func threadsAreResumedSubagentsTooAndAnInterruptedTurnIsToldOnce() throws {
        let command = try script([[], [["waitForFile": .string(gate)]]])
        let first = try BusClient(start(command, workers: 1))
        try first.ready()
        let thread = try first.result("thread/start", ["cwd": "/tmp"]).at("thread/id")
        try first.fake([
            ["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]],
            [
                "say": [
                    "method": "thread/started", "params": ["thread": ["id": "child", "parentThreadId": thread]],
                ]
            ],
        ])
        // Answered once it is on disk, and what came before it.
        _ = try first.result("thread/resume", ["threadId": thread])
        try first.daemon.kill()

        let second = try BusClient(start(command, workers: 1))
        #expect(second.joined.header.epoch > first.joined.header.epoch)
        #expect(try second.result("fleet/status").int("threads") == 2)
        let waiting = try second.send("turn/start", ["threadId": "child"])
        try directory.write("gate", "")
        let told = try second.event("ev.\(thread.stringValue ?? "").bosun/turnInterrupted")
        #expect(try told.json.text("turnId") == "u")
        #expect(try told.json.text("worker") == "main-1")
        #expect(try second.reply(to: waiting).json.int("result/life") == 2)
        try second.daemon.kill()

        let third = try BusClient(start(command, workers: 1))
        try third.ready()
        _ = try third.result("turn/start", ["threadId": thread])
        #expect(try third.result("fleet/status").int("counters/turnsInterrupted") == 0)
        #expect(try third.result("fleet/status").int("threads") == 2)
    }

    enum Moment: CaseIterable { case starting, ready, inATurn, backingOff, stopping }

    @Test(arguments: Moment.allCases) func nothingOldLivesAfterADaemonsDeath(_ moment: Moment) throws {
        let begin: [JSON] =
            switch moment {
            case .starting: Self.stubborn + [["mute": ["initialize"]]]
            case .backingOff: [["leaveChild": true], ["exit": 1]]
            default: Self.stubborn
            }
        let lives = moment == .starting || moment == .backingOff ? [begin] : [begin, Self.stubborn]
        let daemon = try start(script(lives), workers: 2)
        let client = try BusClient(daemon)
        switch moment {
        case .starting:
            try eventually("the first has its child") { daemon.processes().count >= 2 }
        case .backingOff:
            try eventually("a worker waits") { try client.worker().text("state") == "backingOff" }
        case .ready, .inATurn, .stopping:
            try client.ready("main-1")
            try client.ready("main-2")
        }
        if moment == .inATurn {
            let thread = try client.result("thread/start").at("thread/id")
            try client.fake([["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]]])
        }
        if moment == .stopping {
            daemon.send(SIGTERM)
            try client.event("sy.-.bye")
        }
        let old = daemon.processes()
        try daemon.kill()

        let next = try BusClient(start(FakeAppServer.command))
        try next.ready("main-1")
        try next.ready("main-2")
        #expect(next.joined.header.epoch > client.joined.header.epoch)
        for pid in old { #expect(!ProcFS.isRunning(pid), "process \(pid)") }
        #expect(next.daemon.processes().count == 2)
    }

    @Test func aDaemonThatIsKilledTwentyTimesRunningHasItsThreadStill() throws {
        var epoch: UInt64 = 0
        var thread: JSON?
        let command = FakeAppServer.command
        for _ in 0..<20 {
            let client = try BusClient(start(command))
            try client.ready("main-1")
            #expect(client.joined.header.epoch > epoch)
            epoch = client.joined.header.epoch
            if let thread {
                #expect(try client.result("turn/start", ["threadId": thread]).text("worker") == "main-1")
            } else {
                thread = try client.result("thread/start", meta: ["worker": "main-1"]).at("thread/id")
            }
            try client.daemon.kill()
        }
        let last = try BusClient(start(command))
        try last.ready("main-1")
        try last.ready("main-2")
        #expect(last.daemon.processes().count == 2)
    }

    /// It is said only once it is on disk, so there is no moment at which the kill comes too early.
    @Test func aThreadOfWhichSomebodyWasToldOutlivesAnyKill() throws {
        let command = try script([[]])
        for round in 0..<10 {
            let client = try BusClient(start(command, workers: 1))
            #expect(try client.result("fleet/status").int("threads") == Int64(round))
            try client.ready()
            // Its fake counts lives, so each thread has a name of its own.
            _ = try client.result("thread/start")
            try client.daemon.kill()
        }
    }

    @Test func aJournalThatIsBrokenKeepsNobodyFromServing() throws {
        _ = try directory.directory("state")
        try directory.write("state/journal.db", "this is no journal")
        let client = try BusClient(start(FakeAppServer.command, workers: 1))
        try client.ready()
        #expect(client.daemon.log.contains("set aside"))
        _ = try client.result("thread/start")
        let status = try client.result("fleet/status")
        #expect(try status.int("journal/written") > 0)
        #expect(try status.at("journal/problem") == .null)
    }

    @Test func aJournalThatCannotBeWrittenHoldsNoReplyUp() throws {
        _ = try directory.directory("state/journal.db")
        let client = try BusClient(start(FakeAppServer.command, workers: 1))
        try client.ready()
        _ = try client.result("thread/start")
        #expect(try client.result("fleet/status").text("journal/problem").contains("SQLite"))
        #expect(client.daemon.log.contains("the journal can't be written"))
    }

    @Test func anOrphanThatHoldsALockIsEndedWhileTheDaemonServes() throws {
        let client = try BusClient(
            start(
                script([[], [["refuse": ["thread/resume", "thread already has an active writer"]]], []]), workers: 1))
        try client.ready()
        let id = try #require(directory.read("state/id")).prefix(16)
        let mark = "\(String(decoding: id, as: UTF8.self)).1.main-1"
        let orphan = try Child(
            "/bin/sleep", ["600"], environment: ["BOSUN_WORKER": mark], output: "/dev/null")
        _ = try client.result("thread/start")
        kill(pid_t(try client.worker().int("pid")), SIGKILL)
        // SIGTERM, unless that is ignored where the tests run: then SIGKILL.
        #expect(try [.killed(SIGTERM), .killed(SIGKILL)].contains(orphan.waitForEnd()))
    }
}
