import EventLoop
import BusProtocol
import Fleet
import JSONRPC
import Journal
import Supervision
import Testing

/// What the fleet writes down, and what it takes up from an earlier daemon.
@Suite struct JournalTests {
    private static let result = WorkerAnswer.result(Array("{}".utf8), thread: "t")

    private static func record(_ id: String, worker: String = "main-1", home: String = "/home") -> ThreadRecord {
        ThreadRecord(id: id, codexHome: home, worker: worker)
    }

    /// A fleet whose workers are not ready yet.
    private static func restored(_ records: [ThreadRecord], homes: [String] = ["/home", "/home"]) -> FleetRig {
        var rig = FleetRig(workers: homes.count, homes: homes)
        for number in 1...UInt64(homes.count) { _ = rig.change(number, to: .starting) }
        _ = rig.state.restore(records, at: rig.now)
        return rig
    }

    @Test(arguments: ["thread/start", "thread/fork", "thread/resume"])
    func aThreadIsWrittenDownBeforeItsClientIsTold(_ method: String) throws {
        var rig = FleetRig()
        let meta: JSON = ["client": "ann", "command": "8f11378c-7c39-4bc4-a059-b6b2fc58c82f", "worker": "main-2"]
        let params: JSON = method == "thread/start" ? [:] : ["threadId": "t"]
        let sent = try rig.call(method, params, meta: meta).sent
        let actions = rig.answer(sent[0].token, Self.result)
        let written = try #require(actions.firstIndex { if case .journal = $0 { true } else { false } })
        let told = try #require(actions.firstIndex { if case .replyOnceJournaled = $0 { true } else { false } })
        #expect(written < told)
        #expect(
            actions.journaled == [
                .thread(
                    ThreadRecord(
                        id: "t", codexHome: "/home", worker: "main-2", cause: "8f11378c-7c39-4bc4-a059-b6b2fc58c82f",
                        startedBy: "ann"))
            ])
        #expect(actions.replies.count == 1)
    }

    @Test func turnsAreWrittenDown() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        #expect(rig.notify(.turnStarted, thread: "t", ["turnId": "u"]).journaled.map(\.turn) == ["u"])
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).journaled.map(\.turn) == [nil])
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).journaled == [])
    }

    @Test func whatIsForgottenIsForgottenThereToo() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        #expect(rig.notify(.threadClosed, thread: "t").journaled == [.threadForgotten(id: "t")])
        // Nobody had written of it.
        let sent = try rig.call("thread/resume", ["threadId": "x"]).sent
        let error = Array(#"{"message":"no rollout found"}"#.utf8)
        #expect(rig.answer(sent[0].token, .error(error)).journaled == [])
    }

    @Test func aTurnThatItsWorkersEndInterruptedIsNotToldAgainByTheNextDaemon() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        let exit = rig.exit(1)
        #expect(exit.events.map(\.method).contains("bosun/turnInterrupted"))
        #expect(exit.journaled.map(\.turn) == [nil])
    }

    @Test func anEarlierDaemonsThreadsAreResumedByTheirOwnWorkers() throws {
        var rig = Self.restored([Self.record("a"), Self.record("b", worker: "main-2"), Self.record("c", worker: "old")])
        // Its own worker is due soon: it waits for that.
        #expect(rig.ready(2).sent.map(\.params) == [#"{"threadId":"b","excludeTurns":true}"#])
        let first = rig.ready(1).sent
        #expect(first.map(\.method) == ["thread/resume", "thread/resume"])
        #expect(first.allSatisfy { $0.worker == 1 })
        // Asked for meanwhile, it is not asked for of somebody else.
        #expect(try rig.call("turn/start", ["threadId": "a"]).sent == [])
        #expect(rig.answer(first[0].token, .result([], thread: "a")).sent.map(\.method) == ["turn/start"])
    }

    @Test func aThreadWhoseWorkerDoesNotComeGoesToAnother() throws {
        var rig = Self.restored([Self.record("a")])
        #expect(rig.ready(2).sent == [])
        rig.now = rig.now.advanced(by: .seconds(5))
        let resume = rig.state.timerFired(
            .homeless(FormerHome(worker: 1, codexHome: "/home")), at: rig.now
        ).sent
        #expect(resume.map(\.worker) == [2])
        let moved = rig.answer(resume[0].token, .result([], thread: "a"))
        #expect(moved.events.map(\.method) == ["bosun/threadMoved"])
        #expect(moved.journaled == [.thread(Self.record("a", worker: "main-2"))])
    }

    @Test func aTurnThatRanIsToldAsInterruptedOnceTheThreadIsThere() throws {
        var record = Self.record("a")
        record.turn = "u"
        record.parent = "p"
        record.cwd = #""/work""#
        var rig = Self.restored([record, Self.record("p")])
        // Killed again before it was told: it still stands there.
        #expect(rig.state.wholeJournal == [.allThreadsForgotten, .thread(record), .thread(Self.record("p"))])
        let resume = rig.ready(1).sent
        let resumed = rig.answer(resume[0].token, .result([], thread: "a"))
        let told = try #require(resumed.events.first)
        #expect(resumed.events.count == 1 && told.method == "bosun/turnInterrupted")
        #expect(told.body["turnId"] == "u" && told.body["worker"] == "main-1" && told.body["retried"] == false)
        #expect(told.body["parentThreadId"] == "p")
        record.turn = nil
        #expect(resumed.journaled == [.thread(record)])
        #expect(rig.state.counters.turnsInterrupted == 1)
    }

    @Test func whereTheGroupSaysSoTheTurnIsStartedAgainOnce() throws {
        var rig = FleetRig(workers: 1)
        var policy = GroupPolicy()
        policy.retriesInterrupted = true
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        let sent = try rig.call("turn/start", ["threadId": "t", "input": []], meta: ["client": "ann"]).sent
        _ = rig.answer(sent[0].token, .result(Array(#"{"turn":{"id":"u"}}"#.utf8), thread: nil))
        let records = rig.state.wholeJournal.compactMap(\.record)
        #expect(records.map(\.turnParams) == [#"{"threadId":"t","input":[]}"#])

        var next = Self.restored(records, homes: ["/home"])
        next.state.set(policy: policy, ofGroup: "main")
        let resume = next.ready(1).sent
        let resumed = next.answer(resume[0].token, .result([], thread: "t"))
        #expect(resumed.events.map { $0.body["retried"] } == [true])
        #expect(resumed.sent.map(\.method) == ["turn/start"])
        #expect(resumed.sent.map(\.params) == sent.map(\.params))
        _ = next.answer(resumed.sent[0].token, .result(Array(#"{"turn":{"id":"v"}}"#.utf8), thread: nil))
        // Interrupted once more, by whatever end, it is not started again.
        #expect(next.state.wholeJournal.compactMap(\.record).map(\.turnParams) == [nil])
    }

    @Test func threadsOfACodexHomeThatNobodyHasAreKeptAndListed() throws {
        var rig = Self.restored([Self.record("a", home: "/gone"), Self.record("b", worker: "old")])
        #expect(rig.ready(1).sent.map(\.params) == [#"{"threadId":"b","excludeTurns":true}"#])
        let status = try #require(try rig.call("fleet/status").replies.first)
        guard case .result(let body) = status else { return #expect(Bool(false), "\(status)") }
        #expect(body["unplacedThreads"] == [["threadId": "a", "codexHome": "/gone"]])
        #expect(rig.state.wholeJournal.contains(.thread(Self.record("a", worker: "main-1", home: "/gone"))))
    }

    /// A reload brings back one of two CODEX_HOMEs: the other one's threads, which nobody can have, hold up none of its.
    @Test func threadsOfALostHomeHoldUpNoOthers() throws {
        var rig = Self.restored(
            [Self.record("a", worker: "old", home: "/a"), Self.record("b", worker: "old", home: "/b")],
            homes: ["/home"])
        #expect(rig.ready(1).sent == [])
        _ = rig.join(2, codexHome: "/b")
        #expect(rig.ready(2).sent.map(\.params) == [#"{"threadId":"b","excludeTurns":true}"#])
    }

    @Test func whatCannotBeAThreadsIDIsNotTakenUp() {
        let rig = Self.restored([Self.record("wmain-1"), Self.record("-"), Self.record("a b"), Self.record("")])
        #expect(rig.state.wholeJournal == [.allThreadsForgotten])
    }

    @Test func aLockThatSomebodyHoldsHasOrphansLookedFor() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        let resume = rig.ready(1).sent
        let error = Array(#"{"code":-32600,"message":"thread t already has an active writer"}"#.utf8)
        let actions = rig.answer(resume[0].token, .error(error))
        #expect(actions.contains { if case .endOrphans = $0 { true } else { false } })
        #expect(actions.timers == [.resume(thread: "t")])
    }
}

extension [FleetAction] {
    var journaled: [JournalEntry] {
        compactMap {
            guard case .journal(let entry) = $0 else { return nil }
            return entry
        }
    }
}

extension JournalEntry {
    var record: ThreadRecord? {
        guard case .thread(let record) = self else { return nil }
        return record
    }

    var turn: String? { record?.turn }
}
