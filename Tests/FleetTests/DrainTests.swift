import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

@Suite struct DrainTests {
    private func running(_ policy: GroupPolicy.Drain = .wait) throws -> FleetRig {
        var rig = FleetRig()
        var group = GroupPolicy()
        group.drain = policy
        rig.state.set(policy: group, ofGroup: "main")
        try rig.startThread("t", on: 1)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        return rig
    }

    @Test func aWorkerWithoutTurnsIsDrainedAtOnce() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        #expect(rig.change(1, to: .draining).operations == [.drained])
    }

    @Test func aTurnsEndIsWaitedForAndANewOneWaits() throws {
        var rig = try running()
        #expect(rig.change(1, to: .draining).operations == [])
        let waiting = try rig.call("turn/start", ["threadId": "t"])
        #expect(waiting.sent == [] && waiting.replies == [] && waiting.timers.count == 1)
        for method in ["turn/steer", "turn/interrupt", "thread/read", "thread/name/set"] {
            #expect(try rig.call(method, ["threadId": "t"]).sent.map(\.worker) == [1], "\(method)")
        }
        #expect(try rig.call("thread/start").sent.map(\.worker) == [2])
        #expect(try rig.call("thread/fork", ["threadId": "t"]).sent == [])
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).operations == [.drained])
        _ = rig.change(1, to: .stopping)
        // The lock is let go of with the process's end: then the thread goes on with the sibling, and who waited with it.
        let moved = rig.exit(1, nextTry: nil)
        #expect(moved.sent.map(\.worker) == [2])
        let settled = rig.answer(moved.sent[0].token, .result([], thread: "t"))
        #expect(settled.sent.map(\.method) == ["turn/start", "thread/fork"])
    }

    /// Codex says that the thread is idle before it says how the turn ended.
    @Test func theWordOfTheTurnsEndIsWaitedFor() throws {
        var rig = try running()
        _ = rig.change(1, to: .draining)
        let idle = rig.notify(.threadStatusChanged, thread: "t", ["status": ["type": "idle"]])
        #expect(idle.operations == [] && idle.timers == [.drainSettle(worker: 1)])
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).operations == [.drained])
        #expect(rig.state.timerFired(.drainSettle(worker: 1), at: rig.now).operations == [])
    }

    /// A turn that was over long ago, with others after it, does not run again by the late answer to what began it.
    @Test func aLateAnswerBeginsNoTurnThatIsOver() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let sent = try rig.call("turn/start", ["threadId": "t"]).sent
        for turn in ["u", "v", "w"] {
            _ = rig.notify(.turnStarted, thread: "t", ["turnId": .string(turn)])
            _ = rig.notify(.turnCompleted, thread: "t", ["turnId": .string(turn)])
        }
        _ = rig.answer(sent[0].token, .result(Array(#"{"turn":{"id":"u"}}"#.utf8), thread: "t"))
        #expect(rig.change(1, to: .draining).operations == [.drained])
    }

    @Test func butNotForEver() throws {
        var rig = try running()
        _ = rig.change(1, to: .draining)
        _ = rig.notify(.threadStatusChanged, thread: "t", ["status": ["type": "idle"]])
        #expect(rig.state.timerFired(.drainSettle(worker: 1), at: rig.now).operations == [.drained])
    }

    @Test func aSubagentsTurnIsWaitedForToo() throws {
        var rig = try running()
        #expect(rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 1, at: rig.now) == true)
        _ = rig.notify(.threadStatusChanged, thread: "child", ["status": ["type": "active"]])
        _ = rig.change(1, to: .draining)
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).operations == [])
        #expect(
            rig.notify(.threadStatusChanged, thread: "child", ["status": ["type": "idle"]]).operations == [.drained])
    }

    /// A turn, or a thread, that is on its way to the worker when the drain begins.
    @Test(arguments: ["turn/start", "thread/start"]) func whatIsInFlightIsWaitedFor(_ method: String) throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let params: JSON = method == "turn/start" ? ["threadId": "t"] : [:]
        let sent = try rig.call(method, params, meta: ["worker": "main-1"]).sent
        #expect(sent.map(\.worker) == [1])
        #expect(rig.change(1, to: .draining).operations == [])
        let failed = rig.answer(sent[0].token, .error(Array(#"{"code":-1,"message":"no"}"#.utf8)))
        #expect(failed.operations == [.drained])
    }

    /// Of what it takes up with these a worker speaks only after its answer.
    @Test(arguments: ["thread/compact/start", "review/start", "thread/shellCommand"])
    func whatIsTakenUpHasAMomentToShow(_ method: String) throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let sent = try rig.call(method, ["threadId": "t"]).sent
        _ = rig.change(1, to: .draining)
        let taken = rig.answer(sent[0].token, .result(Array("{}".utf8), thread: nil))
        #expect(taken.operations == [] && taken.timers == [.drainSettle(worker: 1)])
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        #expect(rig.state.timerFired(.drainSettle(worker: 1), at: rig.now).operations == [])
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).operations == [.drained])
    }

    /// Between the answer to `turn/start` and `turn/started` the turn runs as well.
    @Test func aTurnRunsFromItsAnswerOn() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let sent = try rig.call("turn/start", ["threadId": "t"]).sent
        _ = rig.change(1, to: .draining)
        let answer = WorkerAnswer.result(Array(#"{"turn":{"id":"u"}}"#.utf8), thread: nil)
        #expect(rig.answer(sent[0].token, answer).operations == [])
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        #expect(rig.notify(.turnCompleted, thread: "t", ["turnId": "u"]).operations == [.drained])
    }

    /// An answer that comes after the turn's end does not begin it again.
    @Test func aTurnThatHasEndedDoesNotRun() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let sent = try rig.call("turn/start", ["threadId": "t"]).sent
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        _ = rig.notify(.turnCompleted, thread: "t", ["turnId": "u"])
        _ = rig.answer(sent[0].token, .result(Array(#"{"turn":{"id":"u"}}"#.utf8), thread: nil))
        #expect(rig.change(1, to: .draining).operations == [.drained])
    }

    @Test func turnsMayBeInterruptedAtOnceLateOnesToo() throws {
        var rig = try running(.interrupt)
        try rig.startThread("late", on: 1)
        let sent = try rig.call("turn/start", ["threadId": "late"]).sent
        let actions = rig.change(1, to: .draining)
        #expect(actions.sent.map(\.method) == ["turn/interrupt"])
        #expect(actions.sent[0].params == #"{"threadId":"t","turnId":"u"}"#)
        _ = rig.answer(sent[0].token, .result([], thread: nil))
        let late = rig.notify(.turnStarted, thread: "late", ["turnId": "v"])
        #expect(late.sent.map(\.params) == [#"{"threadId":"late","turnId":"v"}"#])
    }

    @Test func turnsThatAreWaitedForAreInterruptedShortlyBeforeTheDeadline() throws {
        var rig = try running()
        let actions = rig.change(1, to: .draining)
        let delays = actions.compactMap { action -> Duration? in
            guard case .startTimer(.drainInterrupt(worker: 1), let delay) = action else { return nil }
            return delay
        }
        #expect(delays == [.seconds(295)])
        #expect(rig.state.timerFired(.drainInterrupt(worker: 1), at: rig.now).sent.map(\.method) == ["turn/interrupt"])
        var drain = WorkerDrain()
        #expect(drain.begin(.wait, deadline: .seconds(4)) == .interruptLater(.seconds(2)))
        #expect(drain.look(work: 0, isSpeaking: false) == .drained)
    }

    /// The drain is over, however: its timers say nothing to the next process.
    @Test func aDrainEndsWithItsProcess() throws {
        var rig = try running()
        _ = rig.change(1, to: .draining)
        _ = rig.exit(1)
        #expect(rig.state.timerFired(.drainInterrupt(worker: 1), at: rig.now).isEmpty)
        _ = rig.ready(1)
        #expect(rig.state.timerFired(.drainSettle(worker: 1), at: rig.now).isEmpty)
    }

    @Test func anApprovalOfADrainingWorkerIsAnswered() throws {
        var rig = try running()
        _ = rig.change(1, to: .draining)
        let asked = rig.ask("item/fileChange/requestApproval", worker: 1, thread: "t", ["turnId": "u"])
        let id = try #require(asked.events.first?.body["approvalId"])
        #expect(try rig.call("approval/respond", ["approvalId": id, "decision": "accept"]).answers.count == 1)
    }
}
