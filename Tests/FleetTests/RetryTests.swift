import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

/// A turn that its worker's death cut off, in a group that has it started again.
@Suite struct RetryTests {
    private static let cause = "01a1fae8-8e55-7b92-887c-7c63277e4a6d"
    private static let params: JSON = ["threadId": "t", "input": [["type": "text", "text": "Go on."]]]

    private func rig(retries: Bool = true) throws -> FleetRig {
        var rig = FleetRig()
        var policy = GroupPolicy()
        policy.retriesInterrupted = retries
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        let sent = try rig.call("turn/start", Self.params, meta: ["command": .string(Self.cause)]).sent
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        _ = rig.answer(sent[0].token, .result(Array(#"{"turn":{"id":"u"}}"#.utf8), thread: nil))
        return rig
    }

    private func interrupted(_ actions: [FleetAction]) -> FleetEvent? {
        actions.events.first { $0.method == "bosun/turnInterrupted" }
    }

    /// The worker comes back and has the thread again; gives what it is sent then.
    private func resume(_ rig: inout FleetRig) -> [SentLine] {
        let ready = rig.ready(1)
        return ready.sent.first.map { rig.answer($0.token, .result([], thread: "t")).sent } ?? []
    }

    @Test func itIsStartedAgainOnceWithItsParamsAndItsCause() throws {
        var rig = try rig()
        let event = interrupted(rig.exit(1))
        #expect(event?.body["retried"] == true && event?.body["turnId"] == "u")
        let waiting = try rig.call("turn/start", ["threadId": "t", "input": []])
        #expect(waiting.sent == [])
        let sent = resume(&rig)
        #expect(sent.map(\.method) == ["turn/start", "turn/start"])
        #expect(try JSON(parsing: Array(sent[0].params.utf8)) == Self.params)
        // What came later comes later.
        #expect(sent[1].params.contains("[]"))
    }

    @Test func theCauseStaysTheFirstCommands() throws {
        var rig = try rig()
        _ = rig.exit(1)
        #expect(resume(&rig).count == 1)
        #expect(rig.state.cause(ofThread: "t").description == Self.cause)
    }

    /// However often workers die over it.
    @Test func aSecondTimeItIsNot() throws {
        for isAnswered in [true, false] {
            var rig = try rig()
            _ = rig.exit(1)
            let retry = resume(&rig)
            if isAnswered {
                _ = rig.answer(retry[0].token, .result(Array(#"{"turn":{"id":"v"}}"#.utf8), thread: nil))
            } else {
                _ = rig.notify(.turnStarted, thread: "t", ["turnId": "v"])
            }
            #expect(interrupted(rig.exit(1))?.body["retried"] == false)
            #expect(resume(&rig) == [])
        }
    }

    /// A turn that a client asks for in the meantime follows the retry; it does not make it a first one.
    @Test func whatFollowsTheRetryDoesNotRenewIt() throws {
        var rig = try rig()
        _ = rig.exit(1)
        _ = try rig.call("turn/start", ["threadId": "t", "input": []])
        #expect(resume(&rig).count == 2)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "v"])
        #expect(interrupted(rig.exit(1))?.body["retried"] == false)
    }

    /// A turn that another client began, or codex by itself, is not begun by a command that failed before.
    @Test func aCommandThatFailedBeganNothing() throws {
        var rig = try rig()
        _ = rig.notify(.turnCompleted, thread: "t", ["turnId": "u"])
        let sent = try rig.call("turn/start", Self.params).sent
        _ = rig.answer(sent[0].token, .error(Array(#"{"code":-1,"message":"no"}"#.utf8)))
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "v"])
        #expect(interrupted(rig.exit(1))?.body["retried"] == false)
    }

    /// The worker that is to do it dies while it loads the thread: it has not begun.
    @Test func aDeathBeforeTheRetryDoesNotUseItUp() throws {
        var rig = try rig()
        _ = rig.exit(1)
        let first = rig.ready(1).sent
        _ = rig.exit(1)
        _ = rig.answer(first[0].token, .lost(.downWritten))
        #expect(resume(&rig).map(\.method) == ["turn/start"])
    }

    /// The worker dies with the retry, before it says that the turn runs.
    @Test func aRetryThatIsLostIsToldAndNotRepeated() throws {
        var rig = try rig()
        _ = rig.exit(1)
        let retry = resume(&rig)
        let exit = rig.exit(1)
        #expect(interrupted(exit) == nil)
        let lost = rig.answer(retry[0].token, .lost(.downWritten))
        #expect(lost.events.map(\.method) == ["bosun/turnRetryFailed"])
        #expect(resume(&rig) == [])
    }

    /// Codex has never had it: the turn that a client asks for next is a first one, with a retry of its own.
    @Test(arguments: [RequestLoss.busy, .lateUnwritten]) func aRetryThatWasNotWrittenDoesNotCostTheNextTurnItsOwn(
        _ loss: RequestLoss
    ) throws {
        var rig = try rig()
        _ = rig.exit(1)
        let retry = resume(&rig)
        #expect(rig.answer(retry[0].token, .lost(loss)).events.map(\.method) == ["bosun/turnRetryFailed"])
        _ = try rig.call("turn/start", Self.params)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "v"])
        #expect(interrupted(rig.exit(1))?.body["retried"] == true)
    }

    /// The turn may come yet, and it is the retry's.
    @Test func aRetryThatCodexMayHaveIsNotRepeated() throws {
        var rig = try rig()
        _ = rig.exit(1)
        let retry = resume(&rig)
        _ = rig.answer(retry[0].token, .lost(.lateWritten))
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "v"])
        #expect(interrupted(rig.exit(1))?.body["retried"] == false)
    }

    /// Its turn came and went before its answer was given up: what a client has begun since is no part of it.
    @Test func aLateLossOfTheRetryTakesNothingFromTheTurnAfterIt() throws {
        var rig = try rig()
        _ = rig.exit(1)
        let retry = resume(&rig)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "v"])
        _ = rig.notify(.turnCompleted, thread: "t", ["turnId": "v"])
        _ = try rig.call("turn/start", Self.params)
        _ = rig.answer(retry[0].token, .error(Array(#"{"code":-1,"message":"no"}"#.utf8)))
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "w"])
        #expect(interrupted(rig.exit(1))?.body["retried"] == true)
    }

    @Test func whatCodexRefusesIsTold() throws {
        var rig = try rig()
        _ = rig.exit(1)
        let retry = resume(&rig)
        let refused = rig.answer(retry[0].token, .error(Array(#"{"code":-1,"message":"no"}"#.utf8)))
        #expect(refused.events.map(\.method) == ["bosun/turnRetryFailed"])
    }

    @Test func aTurnThatEndedIsNotStartedAgain() throws {
        var rig = try rig()
        _ = rig.notify(.turnCompleted, thread: "t", ["turnId": "u"])
        #expect(interrupted(rig.exit(1)) == nil)
        #expect(resume(&rig) == [])
    }

    @Test func aGroupThatDoesNotSaySoRetriesNothing() throws {
        var rig = try rig(retries: false)
        #expect(interrupted(rig.exit(1))?.body["retried"] == false)
        #expect(resume(&rig) == [])
    }

    @Test func aThreadThatIsLostTakesItAlong() throws {
        var rig = try rig()
        _ = rig.exit(1)
        let ready = rig.ready(1)
        let lost = rig.answer(
            ready.sent[0].token, .error(Array(#"{"code":-32600,"message":"no rollout found for thread id t"}"#.utf8)))
        #expect(lost.sent == [] && lost.events.map(\.method) == ["bosun/threadLost"])
    }
}
