import Diagnostics
import Dispatch
import EventLoop
import Glibc
import JSONRPC
import Journal
import TestSupport
import Testing

/// A daemon that is killed on the way of an answer, held at each step of it: what a worker got is what the ledger says, and
/// the answer sent again reaches nothing.
@Suite(.waits, .showsDaemonLogs) struct ApprovalKillTests {
    private static let request: Int64 = 1_000
    private let directory: TemporaryDirectory
    private let command: [String]

    init() throws {
        directory = try TemporaryDirectory()
        command = try FakeAppServer.command(recordingIn: directory.directory("record"), in: directory)
    }

    private func start() throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        let bus = try BusClient(DaemonProcess(command, options))
        try bus.ready()
        return bus
    }

    /// Has the worker ask, and then do these steps; gives the approval, of which the disk has the first line.
    private func open(_ bus: BusClient, then steps: [JSON] = []) throws -> JSON {
        let ask: JSON = [
            "say": [
                "method": "item/commandExecution/requestApproval", "id": .integer(Self.request),
                "params": ["command": "ls"],
            ]
        ]
        _ = try bus.send("fake/do", ["steps": .array([ask] + steps)])
        let id = try bus.event("rq.wmain-1.approval/opened").json.at("approvalId")
        #expect(try changes(of: id, bus) == ["opened"])
        return id
    }

    private func accept(_ id: JSON) -> JSON { ["approvalId": id, "decision": "accept"] }

    private func changes(of id: JSON, _ bus: BusClient) throws -> [String] {
        try bus.result("approval/list", ["history": true, "approvalId": id]).at("history").arrayValue?
            .compactMap { $0["change"]?.stringValue } ?? []
    }

    /// What the worker's lives have read of answers to its request.
    private func answers(life: Int) -> [JSON] {
        let bytes = directory.read("record/main-1.\(life)") ?? []
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { try? JSON(parsing: Array($0)) }
            .filter { $0["id"] == .integer(Self.request) && $0["method"] == nil }
    }

    /// The worker has read all that the dead daemon had written, and has ended.
    private func waitForWorkersEnd(_ daemon: DaemonProcess) throws {
        try eventually("the worker reads to the end") { daemon.processes().isEmpty }
    }

    /// The next daemons, each asked again: one outcome, which the ledger has, and nothing reaches their workers.
    private func expectOutcome(_ id: JSON, _ wanted: [String], reason: String, answered: Int) throws {
        for life in 2...3 {
            let bus = try start()
            #expect(try changes(of: id, bus) == wanted)
            for decision in ["accept", "decline"] as [JSON] {
                let again = try bus.call("approval/respond", ["approvalId": id, "decision": decision])
                #expect(again.reason == reason, "\(again)")
            }
            #expect(try bus.result("approval/list").at("approvals") == [])
            #expect(try changes(of: id, bus) == wanted)
            try bus.fake([["say": ["method": "it/reads"]]])
            #expect(answers(life: 1).count == answered && answers(life: life).isEmpty)
            try bus.daemon.kill()
            try waitForWorkersEnd(bus.daemon)
        }
    }

    // MARK: Before the ledger's line is on disk

    /// Lines of an earlier daemon's, more than SQLite keeps in memory.
    private func fillLedger() throws {
        let state = try directory.directory("state")
        chmod(state, 0o700)
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let journal = try Journal.open("\(state)/journal.db", on: loop, log: Log()).journal
        let lines = (0..<100).map { number in
            var line = LedgerRecord(
                approval: "old.\(number)", change: .claimed, epoch: 1, worker: "main-1", method: "x/y", origin: "client"
            )
            line.detail = #"{"params":"\#(String(repeating: "x", count: 60_000))"}"#
            return JournalEntry.ledger(line)
        }
        let written = DispatchSemaphore(value: 0)
        journal.write(lines) { isWritten in
            #expect(isWritten)
            written.signal()
        }
        written.wait()
        journal.close(within: patience)
    }

    /// A read of the journal's own hangs, and its thread is the one that writes.
    @Test(.enabled(if: StallingFile.isPossible, "only root can make a file hang"))
    func killedBeforeTheLedgerHasItNobodyWasAnswered() throws {
        try fillLedger()
        let file = try StallingFile(directory.file("state/journal.db"))
        let bus = try start()
        let id = try open(bus)
        file.hold()
        _ = try bus.send("approval/list", ["history": true, "limit": 1_000])
        try eventually("the journal hangs") { file.waiting > 0 }
        let clock = MonotonicClock()
        let asked = clock.now
        _ = try bus.send("approval/respond", accept(id))
        // The answer is taken, and waits for its line.
        #expect(try bus.result("approval/get", ["approvalId": id]).text("state") == "resolved")
        bus.daemon.send(SIGKILL)
        let held = asked.duration(to: clock.now)
        #expect(file.waiting > 0)
        file.release()
        try bus.daemon.kill()
        try waitForWorkersEnd(bus.daemon)
        // After 2 s the answer goes without its line: this machine was too slow to see anything.
        try #require(held < .seconds(2), "the daemon was killed after \(held)")
        #expect(answers(life: 1).isEmpty)
        try expectOutcome(id, ["void", "opened"], reason: "approval_void", answered: 0)
    }

    // MARK: Between the ledger's line and the worker's

    /// The worker reads nothing, and more than its pipe takes stands before the answer.
    @Test func killedBeforeTheWorkersWriteTheLedgerSaysSoAndTheWorkerHasNothing() throws {
        let bus = try start()
        let id = try open(bus, then: [["waitForFile": .string(directory.file("gate"))]])
        _ = try bus.send("some/thing", ["x": .string(String(repeating: "x", count: 1 << 20))])
        #expect(try bus.result("approval/respond", accept(id)).text("state") == "resolved")
        try bus.event("rq.wmain-1.approval/resolved")
        try bus.daemon.kill()
        try directory.write("gate", "")
        try waitForWorkersEnd(bus.daemon)
        // It has read the beginning of what stood before.
        #expect(try #require(directory.read("record/main-1.1")).count > 4_096)
        try expectOutcome(id, ["resolved", "opened"], reason: "approval_resolved", answered: 0)
    }

    // MARK: After the worker's write

    /// In the pipe: the worker finds it there when the daemon is gone.
    @Test func killedBeforeTheWorkerReadsItTheAnswerIsGivenOnce() throws {
        let bus = try start()
        let id = try open(bus, then: [["waitForFile": .string(directory.file("gate"))]])
        #expect(try bus.result("approval/respond", accept(id)).text("state") == "resolved")
        try bus.event("rq.wmain-1.approval/resolved")
        #expect(answers(life: 1).isEmpty)
        try bus.daemon.kill()
        try directory.write("gate", "")
        try waitForWorkersEnd(bus.daemon)
        #expect(answers(life: 1).map { $0["result"] } == [["decision": "accept"]])
        try expectOutcome(id, ["resolved", "opened"], reason: "approval_resolved", answered: 1)
    }

    /// And with a key, under which it may be sent again: the outcome is the first one's.
    @Test func killedAfterTheWorkerHasReadItTheSameKeyGetsTheSameReply() throws {
        let bus = try start()
        let id = try open(bus)
        let meta: JSON = ["idempotencyKey": "k", "client": "ann"]
        let first = try bus.call("approval/respond", accept(id), meta: meta)
        #expect(try first.result?.text("state") == "resolved")
        try bus.event("ev.wmain-1.fake/answered")
        try bus.daemon.kill()
        try waitForWorkersEnd(bus.daemon)
        let next = try start()
        #expect(try next.call("approval/respond", accept(id), meta: meta).outcome == first.outcome)
        try next.daemon.kill()
        try waitForWorkersEnd(next.daemon)
        #expect(answers(life: 1).count == 1 && answers(life: 2).isEmpty)
        let last = try start()
        #expect(try last.call("approval/respond", accept(id), meta: meta).outcome == first.outcome)
        #expect(try last.call("approval/respond", accept(id)).reason == "approval_resolved")
        #expect(try changes(of: id, last) == ["resolved", "opened"])
        #expect(answers(life: 3).isEmpty)
    }
}
