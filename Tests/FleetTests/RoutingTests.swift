import Supervision
import BusProtocol
import Fleet
import JSONRPC
import Testing

@Suite struct RoutingTests {
    @Test func aNewThreadGoesToTheWorkerWithTheLeastAndStaysThere() throws {
        var rig = FleetRig()
        try rig.startThread("t1", on: 1)
        let second = try rig.call("thread/start").sent
        #expect(second.map(\.worker) == [2])
        _ = rig.answer(second[0].token, .result([], thread: "t2"))
        #expect(try rig.call("turn/start", ["threadId": "t1"]).sent.map(\.worker) == [1])
        #expect(try rig.call("turn/start", ["threadId": "t2"]).sent.map(\.worker) == [2])
    }

    @Test func aWorkersAnswerGoesBackAsItCame() throws {
        var rig = FleetRig()
        let result = Array(#"{"b":1.0,"a":[ ]}"#.utf8)
        let sent = try rig.call("model/list").sent
        #expect(rig.answer(sent[0].token, .result(result, thread: nil)).replies == [.workerResult(result)])
        #expect(rig.answer(sent[0].token, .result(result, thread: nil)).replies == [])
        let other = try rig.call("model/list").sent
        #expect(rig.answer(other[0].token, .error(result)).replies == [.workerError(result)])
        let lost = try rig.call("model/list").sent
        #expect(rig.answer(lost[0].token, .lost(.downWritten)).reasons == [.indeterminate])
    }

    @Test func withoutAReadyWorkerThereIsAnErrorAtOnce() throws {
        var rig = FleetRig(workers: 1)
        _ = rig.exit(1)
        #expect(try rig.call("thread/start").reasons == [.noWorker])
        #expect(try rig.call("thread/start", meta: ["worker": "main-1"]).reasons == [.workerDown])
        #expect(try rig.call("thread/start", meta: ["worker": "x"]).reasons == [.unknownWorker])
        #expect(try rig.call("thread/start", meta: ["group": "x"]).reasons == [.unknownWorker])
    }

    @Test func aThreadThatIsNotLoadedIsResumedFirst() throws {
        var rig = FleetRig()
        let actions = try rig.call("turn/start", ["threadId": "old"])
        #expect(actions.sent.map(\.method) == ["thread/resume"])
        #expect(actions.sent[0].params == #"{"threadId":"old","excludeTurns":true}"#)
        #expect(try rig.call("turn/interrupt", ["threadId": "old"]).sent == [])
        let resumed = rig.answer(actions.sent[0].token, .result([], thread: "old"))
        #expect(resumed.sent.map(\.method) == ["turn/start", "turn/interrupt"])
        #expect(resumed.sent.map(\.worker) == [actions.sent[0].worker, actions.sent[0].worker])
    }

    @Test func aThreadThatCodexDoesNotHaveIsUnknown() throws {
        var rig = FleetRig()
        let sent = try rig.call("turn/start", ["threadId": "none"]).sent
        let error = Array(#"{"code":-32600,"message":"no rollout found for thread id none"}"#.utf8)
        let actions = rig.answer(sent[0].token, .error(error))
        #expect(actions.reasons == [.unknownThread])
        #expect(actions.events == [])
        #expect(try rig.call("turn/start", ["threadId": "a b"]).reasons == [.unknownThread])
    }

    @Test func whatReadsTheStoredThreadNeedsNoWorkerToLoadIt() throws {
        var rig = FleetRig()
        #expect(try rig.call("thread/read", ["threadId": "old"]).sent.map(\.method) == ["thread/read"])
    }

    @Test func aHandleBelongsToTheWorkerThatMadeIt() throws {
        var rig = FleetRig()
        let made = try rig.call("process/spawn", ["processHandle": "p"], meta: ["worker": "main-2"]).sent
        #expect(made.map(\.worker) == [2])
        #expect(try rig.call("process/kill", ["processHandle": "p"]).sent.map(\.worker) == [2])
        _ = rig.exit(2)
        #expect(try rig.call("process/kill", ["processHandle": "p"]).sent.map(\.worker) == [1])
    }

    /// What has ended leaves no handle behind.
    @Test(arguments: [
        ("fuzzyFileSearch/sessionStart", "fuzzyFileSearch/sessionUpdate", "fuzzyFileSearch/sessionStop", "sessionId"),
        ("fs/watch", "fs/unwatch", "fs/unwatch", "watchId"),
        ("command/exec", "command/exec/write", nil, "processId"),
    ])
    func aHandleEndsWithWhatItNames(_ makes: String, _ uses: String, _ ends: String?, _ param: String) throws {
        var rig = FleetRig()
        var params: JSON = [:]
        params[param] = "h"
        let made = try rig.call(makes, params, meta: ["worker": "main-2"]).sent
        #expect(try rig.call(uses, params).sent.map(\.worker) == [2])
        let last = try ends.map { try rig.call($0, params).sent } ?? made
        _ = rig.answer(last[0].token, .result(Array("{}".utf8), thread: nil))
        #expect(try rig.call(uses, params).sent.map(\.worker) == [1])
    }

    @Test func whatWasRefusedMadeNoHandle() throws {
        var rig = FleetRig()
        let made = try rig.call("process/spawn", ["processHandle": "p"], meta: ["worker": "main-2"]).sent
        _ = rig.answer(made[0].token, .error(Array(#"{"code":-32600,"message":"no"}"#.utf8)))
        #expect(try rig.call("process/kill", ["processHandle": "p"]).sent.map(\.worker) == [1])
    }

    /// Codex tells the end of a process by a notification, and only its own worker is believed.
    @Test func aProcessThatHasEndedLeavesNoHandle() throws {
        var rig = FleetRig()
        _ = try rig.call("process/spawn", ["processHandle": "p"], meta: ["worker": "main-2"])
        rig.state.ended(process: "p", worker: 1)
        rig.state.ended(process: "q", worker: 2)
        #expect(try rig.call("process/kill", ["processHandle": "p"]).sent.map(\.worker) == [2])
        rig.state.ended(process: "p", worker: 2)
        #expect(try rig.call("process/kill", ["processHandle": "p"]).sent.map(\.worker) == [1])
    }

    /// Else another client's process of that name would take the place of the first one, or its refusal make that one lost.
    @Test(arguments: [
        ("process/spawn", "process/kill", "processHandle"), ("command/exec", "command/exec/write", "processId"),
    ])
    func aHandleInUseStaysItsWorkers(_ makes: String, _ uses: String, _ param: String) throws {
        var rig = FleetRig()
        var params: JSON = [:]
        params[param] = "p"
        _ = try rig.call(makes, params, meta: ["worker": "main-2"])
        let second = try rig.call(makes, params, meta: ["worker": "main-1"]).sent
        #expect(second.map(\.worker) == [2])
        _ = rig.answer(second[0].token, .error(Array(#"{"code":-32600,"message":"duplicate active process"}"#.utf8)))
        #expect(try rig.call(uses, params).sent.map(\.worker) == [2])
    }

    /// The first's end, which comes when the second runs already under its name, is not the second's.
    @Test func ofTwoUnderOneNameTheSecondIsThereUntilItsOwnEnd() throws {
        var rig = FleetRig()
        let params: JSON = ["processId": "p"]
        let first = try rig.call("command/exec", params, meta: ["worker": "main-2"]).sent
        let second = try rig.call("command/exec", params).sent
        _ = rig.answer(first[0].token, .result(Array("{}".utf8), thread: nil))
        #expect(try rig.call("command/exec/write", params).sent.map(\.worker) == [2])
        _ = rig.answer(second[0].token, .result(Array("{}".utf8), thread: nil))
        #expect(try rig.call("command/exec/write", params).sent.map(\.worker) == [1])
    }

    /// What the worker never had made no handle, so that it can be tried at another one; what it may have had did.
    @Test(
        arguments: [
            (RequestLoss.busy, 1), (.down, 1), (.lateUnwritten, 1), (.recalled, 1), (.lateWritten, 2),
            (.downWritten, 2),
        ] as [(RequestLoss, UInt64)])
    func whatWasNeverSentMadeNoHandle(_ loss: RequestLoss, _ worker: UInt64) throws {
        var rig = FleetRig()
        let made = try rig.call("process/spawn", ["processHandle": "p"], meta: ["worker": "main-2"]).sent
        _ = rig.answer(made[0].token, .lost(loss))
        #expect(try rig.call("process/kill", ["processHandle": "p"]).sent.map(\.worker) == [worker])
    }

    /// Whoever has searches without number takes nobody's processes.
    @Test func handlesOfOneKindDoNotDriveOutOthers() {
        var handles = Handles()
        let process = Handles.Handle("p", in: "process")
        handles.set(process, worker: 1)
        for number in 0...Handles.limit { handles.set(Handles.Handle("\(number)", in: "search"), worker: 2) }
        #expect(handles.worker(of: process) == 1)
        #expect(handles.worker(of: Handles.Handle("0", in: "search")) == nil)
        #expect(handles.worker(of: Handles.Handle("\(Handles.limit)", in: "search")) == 2)
    }

    @Test(arguments: ["initialize", "thread/unsubscribe"])
    func whatWouldHarmEveryoneIsForbidden(_ method: String) throws {
        var rig = FleetRig()
        let actions = try rig.call(method, ["threadId": "t"])
        #expect(actions.reasons == [.forbidden])
        #expect(actions.sent == [])
    }

    @Test(arguments: [
        "worker/fly", "approval/x", "events/x", "rpc.x", "fleet/x", "config/reloads", "bosun/x",
    ])
    func theDaemonsOwnNamesNeverReachAWorker(_ method: String) throws {
        var rig = FleetRig()
        #expect(try rig.call(method).reasons == [.unknownMethod])
    }

    @Test(
        arguments: [
            ["deadlineMs": 0], ["deadlineMs": "1"], ["notAfter": "x"], ["worker": 1], ["group": []], ["command": "x"],
            ["client": 3], ["idempotencyKey": 1], ["idempotencyKey": ""],
        ] as [JSON])
    func aMetaThatIsWrongIsSaidToBeWrong(_ meta: JSON) throws {
        var rig = FleetRig()
        guard case .invalid(code: -32602, message: let message)? = try rig.call("model/list", meta: meta).replies.first
        else {
            Issue.record("not refused: \(meta)")
            return
        }
        #expect(message.hasPrefix("meta."))
    }

    @Test func aCommandThatWaitedTooLongIsRefused() throws {
        var rig = FleetRig()
        #expect(try rig.call("model/list", meta: ["notAfter": 999]).reasons == [.deadline])
        #expect(try rig.call("model/list", meta: ["notAfter": 1_000]).sent.count == 1)
    }

    @Test func aDrainingDaemonTakesNoWorkAndStillAnswers() throws {
        var rig = FleetRig(workers: 1)
        _ = try rig.call("turn/start", ["threadId": "old"])
        #expect(rig.state.drain().reasons == [.draining])
        #expect(try rig.call("thread/start").reasons == [.draining])
        #expect(try rig.call("ping").replies.count == 1)
        #expect(try rig.call("worker/restart", ["worker": "main-1"]).reasons == [.draining])
    }

    @Test func theDaemonsOwnMethodsAnswer() throws {
        var rig = FleetRig()
        guard case .result(let list)? = try rig.call("worker/list").replies.first,
            case .result(let status)? = try rig.call("fleet/status").replies.first
        else {
            Issue.record("no result")
            return
        }
        #expect(list["workers"]?.arrayValue?.compactMap { $0["worker"]?.stringValue } == ["main-1", "main-2"])
        #expect(status["states"]?["ready"] == 2)
        #expect(try rig.call("worker/restart", ["worker": "x"]).reasons == [.unknownWorker])
        let restart = try rig.call("worker/restart", ["worker": "main-2"])
        #expect(restart.operated == [2] && restart.operations == [.restart])
    }
}
