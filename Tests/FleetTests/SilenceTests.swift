import Journal
import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

@Suite struct SilenceTests {
    private static let command = "item/commandExecution/requestApproval"

    private func rig(_ change: (inout GroupPolicy) -> Void = { _ in }) throws -> FleetRig {
        var rig = FleetRig()
        var policy = GroupPolicy()
        change(&policy)
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        return rig
    }

    private func startTurn(_ rig: inout FleetRig, _ thread: String = "t") {
        _ = rig.notify(.turnStarted, thread: thread, ["turnId": "u"])
        _ = rig.sweep()
    }

    // MARK: Turns that are silent

    @Test func aSilentTurnIsToldOnceForEachSilence() throws {
        var rig = try rig()
        startTurn(&rig)
        #expect(rig.sweep(after: .seconds(299)).events == [])
        let told = rig.sweep(after: .seconds(1))
        #expect(told.events.map(\.method) == ["bosun/turnStalled"])
        #expect(told.events[0].body == ["threadId": "t", "turnId": "u", "silentMs": 300_000])
        #expect(told.operated == [])
        #expect(rig.sweep(after: .seconds(1_000)).events == [])
        rig.lines["t"] = 1
        #expect(rig.sweep(after: .seconds(1)).events == [])
        #expect(rig.sweep(after: .seconds(300)).events.count == 1)
        _ = rig.notify(.turnCompleted, thread: "t", ["turnId": "u"])
        #expect(rig.sweep(after: .seconds(1_000)).events.map(\.method) == [])
    }

    @Test func onlyWhereTheGroupSaysSoItsWorkerIsRecycled() throws {
        var rig = try rig { $0.recyclesStalled = true }
        startTurn(&rig)
        let actions = rig.sweep(after: .seconds(300))
        #expect(actions.operated == [1])
        guard case .recycle(.turnStalled, let reason)? = actions.operations.first else {
            Issue.record("\(actions.operations)")
            return
        }
        #expect(reason.contains("300000 ms"))
    }

    @Test func aGroupMayHaveNoSuchClockAndAnotherTimeAtAnyTime() throws {
        var rig = try rig { $0.turnStall = nil }
        startTurn(&rig)
        #expect(rig.sweep(after: .seconds(10_000)).events == [])
        var policy = GroupPolicy()
        policy.turnStall = .seconds(10)
        rig.state.set(policy: policy, ofGroup: "main")
        _ = rig.sweep()
        #expect(rig.sweep(after: .seconds(10)).events.count == 1)
    }

    @Test(arguments: ["t", "child"]) func anOpenApprovalStopsTheClockAndItsEndStartsItAnew(_ asking: String) throws {
        var rig = try rig { $0.approvalDeadline = .seconds(7_200) }
        startTurn(&rig)
        #expect(rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 1, at: rig.now) == true)
        _ = rig.notify(.itemCompleted, thread: "t", Self.spawns("child"))
        let id = try #require(
            rig.ask(Self.command, worker: 1, thread: asking).events.first?.body["approvalId"])
        for _ in 0..<20 { #expect(rig.sweep(after: .seconds(200)).events == []) }
        _ = try rig.call("approval/respond", ["approvalId": id, "decision": "accept"])
        #expect(rig.sweep(after: .seconds(299)).events == [])
        #expect(rig.sweep(after: .seconds(1)).events.map(\.method) == ["bosun/turnStalled"])
    }

    static func spawns(_ child: JSON) -> JSON {
        ["item": ["type": "collabAgentToolCall", "id": "i", "tool": "spawnAgent", "receiverThreadIds": [child]]]
    }

    @Test func aParentWaitsForItsSubagentInSilence() throws {
        var rig = try rig()
        startTurn(&rig)
        #expect(rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 1, at: rig.now) == true)
        _ = rig.notify(.itemCompleted, thread: "t", Self.spawns("child"))
        startTurn(&rig, "child")
        for line in 1...10 {
            rig.lines["child"] = UInt64(line)
            #expect(rig.sweep(after: .seconds(200)).events == [])
        }
        #expect(rig.sweep(after: .seconds(300)).events.map(\.scope) == ["child", "t"])
    }

    /// A worker can't keep another one's turn from being told by a child that it makes up.
    @Test func anothersWordIsNoSignOfLife() throws {
        var rig = try rig()
        startTurn(&rig)
        try rig.startThread("alien", on: 2)
        _ = rig.notify(.threadStarted, thread: "alien", ["thread": ["id": "alien", "parentThreadId": "t"]])
        startTurn(&rig, "alien")
        rig.lines["alien"] = 1
        #expect(rig.sweep(after: .seconds(300)).events.map(\.scope) == ["t"])
    }

    // MARK: Threads that are idle

    /// Sweeps until the thread has been idle for half an hour.
    private func rest(_ rig: inout FleetRig) -> [FleetAction] {
        _ = rig.sweep(after: .seconds(15))
        return rig.sweep(after: .seconds(1_800))
    }

    @Test func anIdleThreadIsLetGoOfAndComesBackOnDemand() throws {
        var rig = try rig()
        let actions = rest(&rig)
        #expect(actions.sent.map(\.method) == ["thread/unsubscribe"] && actions.sent[0].worker == 1)
        #expect(actions.sent[0].params == #"{"threadId":"t"}"#)
        #expect(rig.sweep(after: .seconds(15)).sent == [])
        let gone = rig.answer(actions.sent[0].token, .result(Array(#"{"status":"unsubscribed"}"#.utf8), thread: nil))
        guard case .publishWatermark(thread: "t")? = gone.first, case .rest(thread: "t")? = gone.dropLast().last,
            case .journal(.threadForgotten(id: "t"))? = gone.last
        else {
            Issue.record("\(gone)")
            return
        }
        #expect(gone.events.map(\.method) == ["bosun/threadUnloaded"] && gone.events[0].worker == 1)
        #expect(!rig.state.owns(worker: 1, thread: "t"))
        // Its lock is with its worker until that ends, so it goes back there, whoever has less to do.
        try rig.startThread("x", on: 1)
        let back = try rig.call("turn/start", ["threadId": "t"])
        #expect(back.sent.map(\.method) == ["thread/resume"] && back.sent[0].worker == 1)
        #expect(rig.answer(back.sent[0].token, .result([], thread: "t")).sent.map(\.method) == ["turn/start"])
    }

    @Test func withItsWorkersEndAnyoneCanHaveIt() throws {
        var rig = try rig()
        let actions = rest(&rig)
        _ = rig.answer(actions.sent[0].token, .result([], thread: nil))
        _ = rig.change(1, to: .stopping)
        #expect(try rig.call("turn/start", ["threadId": "t"]).sent == [])
        #expect(rig.exit(1, nextTry: nil).sent.map(\.worker) == [2])
    }

    @Test func whenCodexHasUnloadedItAnyoneCanHaveIt() throws {
        var rig = try rig()
        let actions = rest(&rig)
        _ = rig.answer(actions.sent[0].token, .result([], thread: nil))
        rig.state.closed(thread: "t", worker: 2)
        rig.state.closed(thread: "t", worker: 1)
        try rig.startThread("x", on: 1)
        #expect(try rig.call("turn/start", ["threadId": "t"]).sent.map(\.worker) == [2])
    }

    /// A sibling would be refused, "already has an active writer".
    @Test func aClientsOwnResumeWaitsForTheHoldersEnd() throws {
        var rig = try rig()
        let actions = rest(&rig)
        _ = rig.answer(actions.sent[0].token, .result([], thread: nil))
        _ = rig.change(1, to: .stopping)
        #expect(try rig.call("thread/resume", ["threadId": "t"]).sent == [])
        let resume = rig.exit(1, nextTry: nil).sent
        #expect(resume.map(\.worker) == [2])
        #expect(rig.answer(resume[0].token, .result([], thread: "t")).sent.map(\.method) == ["thread/resume"])
    }

    /// Codex refuses these, too, while another process holds the lock (0.163.0).
    @Test(arguments: ["thread/archive", "thread/delete"])
    func whatTakesTheLockWaitsForTheHoldersEnd(_ method: String) throws {
        var rig = try rig()
        _ = rig.answer(rest(&rig).sent[0].token, .result([], thread: nil))
        _ = rig.change(1, to: .stopping)
        let waiting = try rig.call(method, ["threadId": "t"], meta: ["deadlineMs": 2_000])
        #expect(waiting.sent == [] && waiting.replies == [] && waiting.timers.count == 2)
        let resume = rig.exit(1, nextTry: nil).sent
        #expect(resume.map(\.worker) == [2] && resume.map(\.method) == ["thread/resume"])
        let loaded = rig.answer(resume[0].token, .result([], thread: "t")).sent
        #expect(loaded.map(\.method) == [method] && loaded.map(\.worker) == [2])
        let done = rig.answer(loaded[0].token, .result(Array("{}".utf8), thread: nil))
        #expect(done.replies == [.workerResult(Array("{}".utf8))])
        #expect(!rig.state.owns(worker: 2, thread: "t"))
    }

    @Test func whoWaitsForTheLockWaitsWithinItsDeadline() throws {
        var rig = try rig()
        _ = rig.answer(rest(&rig).sent[0].token, .result([], thread: nil))
        _ = rig.change(1, to: .stopping)
        let waiting = try rig.call("thread/archive", ["threadId": "t"])
        let timer = waiting.timers.first { if case .waiting = $0 { true } else { false } }
        #expect(rig.state.timerFired(try #require(timer), at: rig.now).reasons == [.deadline])
    }

    /// A drain may last for minutes, and what ends with a thread holds it up no longer.
    @Test(arguments: ["thread/archive", "thread/delete"])
    func aHolderThatDrainsStillEndsAThread(_ method: String) throws {
        var rig = try rig()
        _ = rig.answer(rest(&rig).sent[0].token, .result([], thread: nil))
        _ = rig.change(1, to: .draining)
        let sent = try rig.call(method, ["threadId": "t"], meta: ["worker": "main-2"]).sent
        #expect(sent.map(\.worker) == [1] && sent.map(\.method) == [method])
        _ = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: nil))
        // Archived, it is locked by nobody.
        #expect(try rig.call("thread/unarchive", ["threadId": "t"]).sent.map(\.worker) == [2])
    }

    /// These work on what is stored, whoever writes it (0.163.0).
    @Test(arguments: ["thread/fork", "thread/read", "thread/name/set", "thread/turns/list"])
    func whatNeedsNoLockWaitsForNobody(_ method: String) throws {
        var rig = try rig()
        _ = rig.answer(rest(&rig).sent[0].token, .result([], thread: nil))
        _ = rig.change(1, to: .stopping)
        let sent = try rig.call(method, ["threadId": "t"]).sent
        #expect(sent.map(\.worker) == [2] && sent.map(\.method) == [method])
    }

    /// Its worker has ended since; a worker with another CODEX_HOME would say that there is no such thread.
    @Test func whereItIsStoredIsKnownAfterItsWorkersEnd() throws {
        var rig = FleetRig(homes: ["/a", "/b"])
        try rig.startThread("t", on: 2)
        let actions = rest(&rig)
        _ = rig.answer(actions.sent[0].token, .result([], thread: nil))
        _ = rig.exit(2, nextTry: nil)
        #expect(try rig.call("turn/start", ["threadId": "t"]).reasons == [.noWorker])
        #expect(rig.ready(2).sent == [])
        #expect(try rig.call("turn/start", ["threadId": "t"]).sent.map(\.worker) == [2])
    }

    @Test func aCommandInTheMeantimeWaitsAndHasItLoadedAgain() throws {
        var rig = try rig()
        let actions = rest(&rig)
        #expect(try rig.call("turn/start", ["threadId": "t"]).sent == [])
        let gone = rig.answer(actions.sent[0].token, .result([], thread: nil))
        #expect(gone.sent.map(\.method) == ["thread/resume"])
        #expect(rig.answer(gone.sent[0].token, .result([], thread: "t")).sent.map(\.method) == ["turn/start"])
    }

    @Test func aRefusalLeavesItWhereItIs() throws {
        var rig = try rig()
        let actions = rest(&rig)
        _ = try rig.call("turn/start", ["threadId": "t"])
        let kept = rig.answer(actions.sent[0].token, .error(Array(#"{"code":-1,"message":"no"}"#.utf8)))
        #expect(kept.sent.map(\.method) == ["turn/start"] && kept.events == [])
    }

    /// Codex works on by itself (a goal, a queue): it tells only subscribers how.
    @Test func aThreadThatStirsIsLoadedAgain() throws {
        var rig = try rig()
        let actions = rest(&rig)
        _ = rig.answer(actions.sent[0].token, .result([], thread: nil))
        let isTaken = rig.state.adoptAnnounced(thread: "t", method: .threadStatusChanged, worker: 1, at: rig.now)
        #expect(!isTaken)
        #expect(rig.state.stirred(thread: "t", worker: 2, at: rig.now).isEmpty)
        #expect(rig.state.stirred(thread: "t", worker: 1, at: rig.now).sent.map(\.method) == ["thread/resume"])
    }

    @Test func whatIsInUseIsNotIdle() throws {
        var rig = try rig { $0.turnStall = nil }
        try rig.startThread("child", on: 1)
        _ = rig.notify(.threadStarted, thread: "child", ["thread": ["id": "child", "parentThreadId": "t"]])
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        #expect(rest(&rig).sent == [])
        _ = rig.notify(.turnCompleted, thread: "t", ["turnId": "u"])
        let asked = rig.ask(Self.command, worker: 1, thread: "child")
        #expect(rest(&rig).sent == [])
        _ = rig.state.timerFired(asked.timers[0], at: rig.now)
        let read = try rig.call("thread/read", ["threadId": "t"]).sent
        #expect(rest(&rig).sent.map(\.params) == [#"{"threadId":"child"}"#])
        _ = rig.answer(read[0].token, .result([], thread: nil))
        #expect(rest(&rig).sent.map(\.params) == [#"{"threadId":"t"}"#])
    }

    /// Each worker has a window of its own to let go of threads in; what is left of it goes first to what consumers ask.
    @Test func everyWorkerLetsGoOfItsOwnAtOnce() throws {
        var rig = FleetRig(workers: 3)
        for worker in 1...3 {
            for thread in 0..<40 { try rig.startThread("t\(worker)-\(thread)", on: UInt64(worker)) }
        }
        func perWorker(_ actions: [FleetAction]) -> [UInt64: Int] {
            Dictionary(grouping: actions.sent, by: \.worker).mapValues(\.count)
        }
        #expect(perWorker(rest(&rig)) == [1: 32, 2: 32, 3: 32])
        #expect(perWorker(rig.sweep(after: .seconds(15))) == [1: 8, 2: 8, 3: 8])
    }

    @Test(arguments: [(1, 1), (2, 1), (10, 5)]) func aSmallWindowIsNotFilled(_ window: Int, _ expected: Int) throws {
        var rig = FleetRig(workers: 1)
        var limits = WorkerSpec.Limits()
        limits.window = window
        _ = rig.state.change(1, codexHome: "/home", drainDeadline: .seconds(300), limits: limits)
        for thread in 0..<40 { try rig.startThread("t\(thread)", on: 1) }
        #expect(rest(&rig).sent.count == expected)
        if window == 1 { #expect(rig.sweep(after: .seconds(15)).sent == []) }
    }

    /// A thousand workers' threads in one turn of the loop would keep everybody else waiting.
    @Test func aSweepHasABound() throws {
        var rig = FleetRig(workers: 50)
        for worker in 1...50 {
            for thread in 0..<32 { try rig.startThread("t\(worker)-\(thread)", on: UInt64(worker)) }
        }
        #expect(rest(&rig).sent.count == 1_024)
        #expect(rig.sweep(after: .seconds(15)).sent.count == 50 * 32 - 1_024)
    }

    @Test func aGroupMayKeepItsThreads() throws {
        var rig = try rig { $0.idleThread = nil }
        #expect(rest(&rig).sent == [])
    }
}
