import Supervision
import BusProtocol
import Fleet
import JSONRPC
import Testing

@Suite struct ThreadTests {
    @Test func aDeadWorkersThreadWaitsForItAndItsCommandsWithIt() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        let exit = rig.exit(1)
        #expect(exit.events.map(\.method) == ["exited", "bosun/turnInterrupted"])
        #expect(exit.events[1].scope == "t")
        #expect(exit.events[1].body["turnId"] == "u")
        #expect(exit.sent == [])

        let waiting = try rig.call("turn/start", ["threadId": "t"])
        #expect(waiting.sent == [])
        #expect(waiting.replies == [])
        let ready = rig.ready(1)
        #expect(ready.sent.map(\.method) == ["thread/resume"])
        #expect(ready.sent.map(\.worker) == [1])
        #expect(rig.answer(ready.sent[0].token, .result([], thread: "t")).sent.map(\.method) == ["turn/start"])
    }

    @Test func itMovesToASiblingWhenItsOwnWorkerIsNotDueSoon() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let exit = rig.exit(1, nextTry: .seconds(6))
        #expect(exit.sent.map(\.worker) == [2])
        _ = rig.answer(exit.sent[0].token, .result([], thread: "t"))
        #expect(try rig.call("turn/start", ["threadId": "t"]).sent.map(\.worker) == [2])
        #expect(rig.ready(1).sent == [])
    }

    @Test func aSiblingWithAnotherHomeCannotHaveIt() throws {
        var rig = FleetRig(homes: ["/a", "/b"])
        try rig.startThread("t", on: 1)
        #expect(rig.exit(1, nextTry: nil).sent == [])
    }

    @Test func aWaitingCommandHasItsDeadline() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        let timers = try rig.call("turn/start", ["threadId": "t"]).timers
        #expect(timers.count == 1)
        #expect(rig.state.timerFired(timers[0], at: rig.now).reasons == [.deadline])
        let ready = rig.ready(1)
        #expect(rig.answer(ready.sent[0].token, .result([], thread: "t")).sent == [])
    }

    @Test func onlySoManyCommandsWaitForAThread() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        for _ in 0..<LiveThread.waitingLimit { #expect(try rig.call("turn/start", ["threadId": "t"]).replies == []) }
        #expect(try rig.call("turn/start", ["threadId": "t"]).reasons == [.workerBusy])
    }

    @Test func aThreadThatCodexLostIsToldToBeLost() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        _ = try rig.call("turn/start", ["threadId": "t"])
        let ready = rig.ready(1)
        let actions = rig.answer(
            ready.sent[0].token, .error(Array(#"{"code":-32600,"message":"no rollout found for thread id t"}"#.utf8)))
        #expect(actions.events.map(\.method) == ["bosun/threadLost"])
        #expect(actions.reasons == [.unknownThread])
    }

    /// Another process still holds the thread's writer lock: tried again, each time later.
    @Test func aResumeThatFailsIsTriedAgain() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        var sent = rig.ready(1).sent
        let error = Array(#"{"code":-32600,"message":"thread already has an active writer"}"#.utf8)
        for _ in 0..<3 {
            let failed = rig.answer(sent[0].token, .error(error))
            #expect(failed.timers == [.resume(thread: "t")])
            sent = rig.state.timerFired(.resume(thread: "t"), at: rig.now).sent
            #expect(sent.map(\.method) == ["thread/resume"])
        }
    }

    /// A worker's line never takes a thread from the worker that has it.
    @Test func aThreadBelongsToWhoHasIt() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        #expect(rig.state.owns(worker: 1, thread: "t"))
        #expect(rig.state.adoptAnnounced(thread: "t", method: .threadStarted, worker: 2) == false)
        #expect(!rig.state.owns(worker: 2, thread: "t"))
        #expect(rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 2) == true)
        #expect(rig.state.owns(worker: 2, thread: "child"))
        #expect(rig.state.adoptAnnounced(thread: "x", method: .turnStarted, worker: 2) == false)
        #expect(rig.state.adoptAnnounced(thread: "a.b", method: .threadStarted, worker: 2) == false)
    }

    @Test(arguments: [Notification.threadClosed, .threadArchived, .threadDeleted])
    func aThreadThatEndsIsNotResumed(_ notification: Notification) throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.notify(notification, thread: "t")
        _ = rig.exit(1)
        #expect(rig.ready(1).sent == [])
    }

    @Test func aTurnsEndIsMarkedForThoseWhoCount() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let marks = rig.notify(.turnCompleted, thread: "t").filter {
            if case .publishWatermark(thread: "t") = $0 { true } else { false }
        }
        #expect(marks.count == 1)
    }

    @Test func whatAThreadDoesHasItsCommandAsCause() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let id = "01a1fae8-8e55-7b92-887c-7c63277e4a6d"
        _ = try rig.call("turn/start", ["threadId": "t"], meta: ["command": .string(id)])
        #expect(rig.state.cause(ofThread: "t").description == id)
        _ = try rig.call("thread/read", ["threadId": "t"])
        #expect(rig.state.cause(ofThread: "t").description == id)
    }
}
