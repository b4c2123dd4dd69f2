import BusProtocol
import Diagnostics
import EventLoop
import Fleet
import JSONRPC
import Journal
import Synchronization
import TestSupport
import Testing

/// A daemon that ends at any step between an answer and its worker.
@Suite struct CrashTests {
    enum Step: CaseIterable {
        /// The answer was taken; its line is not on disk.
        case beforeTheLine
        /// It is; the worker has not been told.
        case beforeTheWorker
        /// The worker has been told; who answered has not.
        case beforeTheReply
        case afterAll
    }

    @Test(arguments: Step.allCases) func thereIsOneOutcomeAndAReplayReachesNothing(_ step: Step) throws {
        let directory = try TemporaryDirectory()
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let path = "\(directory.path)/journal.db"
        let first = try Journal.open(path, on: loop, log: Log(descriptor: -1)).journal
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let asked = rig.ask("item/commandExecution/requestApproval", worker: 1, thread: "t")
        let id = try #require(asked.events.first?.body["approvalId"])
        try write(asked.ledger, to: first)
        let params: JSON = ["approvalId": id, "decision": "accept"]
        let answered = try rig.call("approval/respond", params, meta: ["client": "ann"])
        // What the worker gets, by the step at which the daemon ends.
        var told: [ServerRequestAnswer] = []
        if step != .beforeTheLine { try write(answered.ledger, to: first) }
        if step == .beforeTheReply || step == .afterAll { told += answered.answers }
        first.close()

        let (second, contents) = try Journal.open(path, on: loop, log: Log(descriptor: -1))
        var next = FleetRig(epoch: 8)
        let restored = next.state.restore(open: contents.openApprovals, closed: contents.closedApprovals)
        try write(restored.ledger, to: second)
        #expect(restored.events.map(\.method) == (step == .beforeTheLine ? ["approval/void"] : []))
        // The new worker asks under the same number; the old answer is not for it.
        try next.startThread("t", on: 1)
        let again = next.ask("item/commandExecution/requestApproval", worker: 1, thread: "t")
        #expect(again.events.first?.body["approvalId"] != id)
        for _ in 0..<2 {
            let replayed = try next.call("approval/respond", params, meta: ["client": "ann"])
            told += replayed.answers
            #expect(replayed.reasons == [step == .beforeTheLine ? .approvalVoid : .approvalResolved])
        }
        #expect(told.count <= 1)
        second.close()

        let lines = try Journal.open(path, on: loop, log: Log(descriptor: -1))
        lines.journal.close()
        let outcomes = lines.contents.closedApprovals.filter { $0.approval == id.stringValue }
        #expect(outcomes.map(\.change) == [step == .beforeTheLine ? .void : .resolved])
        #expect(lines.contents.openApprovals.isEmpty)
        // Whatever a worker was told is in the ledger.
        if !told.isEmpty { #expect(outcomes.first?.change == .resolved) }
    }

    private func write(_ lines: [LedgerRecord], to journal: Journal) throws {
        let isWritten = Mutex<Bool?>(nil)
        journal.write(lines.map { .ledger($0) }) { written in isWritten.withLock { $0 = written } }
        let deadline = MonotonicClock().now.advanced(by: .seconds(30))
        while isWritten.withLock({ $0 }) == nil {
            guard MonotonicClock().now < deadline else { throw TestFailure("the journal does not answer") }
        }
        #expect(isWritten.withLock { $0 } == true)
    }
}
