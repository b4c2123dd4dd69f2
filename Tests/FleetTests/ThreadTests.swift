import EventLoop
import Supervision
import BusProtocol
import Fleet
import EventLoop
import JSONRPC
import Supervision
import Testing

@Suite struct ThreadTests {
    /// A worker may say in an answer what it likes: a thread that waits for its own worker does not move by that.
    @Test(arguments: ["thread/start", "thread/fork"]) func noAnswerTakesAThreadThatWaits(_ method: String) throws {
        var rig = FleetRig(workers: 2, homes: ["/a", "/b"])
        try rig.startThread("t", on: 1)
        try rig.startThread("u", on: 2)
        _ = rig.exit(1)
        let params: JSON = method == "thread/fork" ? ["threadId": "u"] : [:]
        let sent = try #require(try rig.call(method, params, meta: ["worker": "main-2"]).sent.first)
        let answered = rig.answer(sent.token, .result(Array("{}".utf8), thread: "t"))
        #expect(answered.replies.count == 1)
        #expect(!rig.state.owns(worker: 2, thread: "t"))
        _ = rig.ready(1)
        #expect(rig.state.owns(worker: 1, thread: "t"))
    }

    /// Nor does one that was let go of: it is where it is stored, and its worker holds its lock.
    @Test(arguments: [["/a", "/b"], ["/a", "/a"]]) func nobodyTakesAThreadThatWasLetGoOf(_ homes: [String]) throws {
        var rig = FleetRig(workers: 2, homes: homes)
        var policy = GroupPolicy()
        policy.idleThread = .seconds(60)
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        _ = rig.sweep()
        let unsubscribe = try #require(rig.sweep(after: .seconds(60)).sent.first)
        _ = rig.answer(unsubscribe.token, .result(Array("{}".utf8), thread: nil))
        for method in [Notification.threadStarted, .threadStatusChanged] {
            #expect(rig.state.adoptAnnounced(thread: "t", method: method, worker: 2, at: rig.now) == false)
        }
        let sent = try #require(try rig.call("thread/start", meta: ["worker": "main-2"]).sent.first)
        #expect(rig.answer(sent.token, .result(Array("{}".utf8), thread: "t")).replies.count == 1)
        #expect(!rig.state.owns(worker: 2, thread: "t"))
        #expect(try rig.call("turn/start", ["threadId": "t", "input": []]).sent.map(\.worker) == [1])
    }

    /// With its lock freed any worker of its home can have it, no other.
    @Test func aThreadWhoseLockIsFreedStaysInItsHome() throws {
        var rig = FleetRig(workers: 3, homes: ["/a", "/b", "/a"])
        var policy = GroupPolicy()
        policy.idleThread = .seconds(60)
        rig.state.set(policy: policy, ofGroup: "main")
        try rig.startThread("t", on: 1)
        _ = rig.sweep()
        let unsubscribe = try #require(rig.sweep(after: .seconds(60)).sent.first)
        _ = rig.answer(unsubscribe.token, .result(Array("{}".utf8), thread: nil))
        rig.state.closed(thread: "t", worker: 1)
        #expect(rig.state.adoptAnnounced(thread: "t", method: .threadStarted, worker: 2, at: rig.now) == false)
        #expect(rig.state.adoptAnnounced(thread: "t", method: .threadStarted, worker: 3, at: rig.now) == true)
    }

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

    /// Its answer was lost, so it may have loaded the thread: another one would be refused for as long as it lives.
    @Test func whoDidNotSayWhetherItLoadedAThreadIsAskedAgain() throws {
        var rig = FleetRig(workers: 2)
        try rig.startThread("t", on: 1)
        let moved = rig.exit(1, nextTry: .seconds(6)).sent
        #expect(moved.map(\.worker) == [2])
        _ = rig.ready(1)
        let late = rig.answer(moved[0].token, .lost(.lateWritten))
        #expect(late.timers.count == 1)
        #expect(rig.state.timerFired(late.timers[0], at: rig.now).sent.map(\.worker) == [2])
    }

    /// The daemon's stop ends the waiting.
    @Test func aThreadThatNobodyCanHaveIsNotLookedAtAfterTheStopBegan() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        let timers = rig.exit(1, nextTry: nil).timers
        #expect(rig.state.timerFired(timers[0], at: rig.now).timers.count == 1)
        _ = rig.state.drain()
        #expect(rig.state.timerFired(timers[0], at: rig.now).timers == [])
    }

    /// Two clients, or one that does not wait: a resume and a turn for the same thread at once.
    @Test func aCommandWaitsForAClientsOwnResume() throws {
        var rig = FleetRig()
        let resume = try rig.call("thread/resume", ["threadId": "t"]).sent
        let turn = try rig.call("turn/start", ["threadId": "t"])
        #expect(turn.sent == [])
        let loaded = rig.answer(resume[0].token, .result([], thread: "t"))
        #expect(loaded.sent.map(\.method) == ["turn/start"])
        #expect(loaded.sent.map(\.worker) == resume.map(\.worker))
        #expect(rig.state.timerFired(turn.timers[0], at: rig.now).reasons == [])
    }

    @Test func whatWaitedForAClientsResumeSharesItsFailure() throws {
        var rig = FleetRig()
        let resume = try rig.call("thread/resume", ["threadId": "t"]).sent
        _ = try rig.call("turn/start", ["threadId": "t"])
        let error = Array(#"{"code":-32600,"message":"it is broken"}"#.utf8)
        #expect(rig.answer(resume[0].token, .error(error)).replies == [.workerError(error), .workerError(error)])
    }

    /// That one client does not wait, or its worker is gone, is nothing that the others are told of the thread.
    @Test(arguments: [RequestLoss.lateWritten, .lateUnwritten, .recalled])
    func whatWaitedForAClientsResumeIsNotLostWithIt(_ loss: RequestLoss) throws {
        var rig = FleetRig()
        let resume = try rig.call("thread/resume", ["threadId": "t"], meta: ["deadlineMs": 1]).sent
        _ = try rig.call("turn/start", ["threadId": "t"])
        let late = rig.answer(resume[0].token, .lost(loss))
        #expect(late.reasons == [loss.reason])
        let again = try #require(late.sent.first)
        #expect(again.method == "thread/resume")
        if loss == .lateWritten { #expect(again.worker == resume[0].worker) }
        #expect(rig.answer(again.token, .result([], thread: "t")).sent.map(\.method) == ["turn/start"])
    }

    @Test func aFullWorkerIsAskedForAWaitedThreadLater() throws {
        var rig = FleetRig(workers: 1)
        let resume = try rig.call("thread/resume", ["threadId": "t"]).sent
        _ = try rig.call("turn/start", ["threadId": "t"])
        let busy = rig.answer(resume[0].token, .lost(.busy))
        #expect(busy.reasons == [.workerBusy] && busy.sent == [] && busy.timers == [.resume(thread: "t")])
        #expect(rig.state.timerFired(.resume(thread: "t"), at: rig.now).sent.map(\.method) == ["thread/resume"])
    }

    @Test func aResumeThatIsLostAloneIsForgotten() throws {
        var rig = FleetRig()
        let resume = try rig.call("thread/resume", ["threadId": "t"]).sent
        let lost = rig.answer(resume[0].token, .lost(.lateWritten))
        #expect(lost.sent == [] && lost.timers == [] && lost.events == [])
        #expect(try rig.call("turn/start", ["threadId": "t"]).sent.map(\.method) == ["thread/resume"])
    }

    /// The worker that resumes a thread dies, the thread moves to a sibling, then the loss of the first resume is told.
    @Test func theLossOfAnOldResumeIsNotTheNewOnes() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        let first = rig.ready(1).sent
        let moved = rig.exit(1, nextTry: .seconds(6)).sent
        #expect(moved.map(\.worker) == [2])
        #expect(rig.answer(first[0].token, .lost(.downWritten)).timers == [])
        _ = try rig.call("turn/start", ["threadId": "t"])
        let settled = rig.answer(moved[0].token, .result([], thread: "t"))
        #expect(settled.sent.map(\.method) == ["turn/start"])
        #expect(settled.events.map(\.method) == ["bosun/threadMoved"])
        #expect(settled.events[0].body == ["threadId": "t", "from": "main-1", "to": "main-2"])
    }

    /// A worker that is being restarted publishes nothing yet.
    @Test func aWorkerThatIsBeingEndedGetsNothing() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        _ = rig.change(1, to: .stopping)
        #expect(try rig.call("turn/start", ["threadId": "t"]).sent == [])
        #expect(try rig.call("thread/start").sent.map(\.worker) == [2])
        #expect(try rig.call("thread/start").sent.map(\.worker) == [2])
        // Its writer lock holds until it has ended: the thread goes to the sibling only then.
        let exit = rig.exit(1, nextTry: nil)
        #expect(exit.sent.map(\.method) == ["thread/resume"])
        #expect(exit.sent.map(\.worker) == [2])
    }

    /// A home that hangs while it starts does not keep its threads from a ready sibling.
    @Test func patienceWithAHomeEnds() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        let timer = FleetTimer.homeless(FormerHome(worker: 1, codexHome: "/home"))
        #expect(rig.exit(1).timers == [timer])
        _ = rig.change(1, to: .initializing)
        rig.now = rig.now.advanced(by: .seconds(4))
        let early = rig.state.timerFired(timer, at: rig.now)
        #expect(early.sent == [] && early.timers == [timer])
        guard case .startTimer(_, .seconds(1))? = early.first else { return #expect(Bool(false), "\(early)") }
        rig.now = rig.now.advanced(by: .seconds(1))
        let late = rig.state.timerFired(timer, at: rig.now)
        #expect(late.sent.map(\.worker) == [2] && late.timers == [])
    }

    /// Many threads must not fill the window of the worker that resumes them, and who waits comes first.
    @Test func onlyAFewAreResumedAtATime() throws {
        var rig = FleetRig(workers: 1)
        for number in 0..<100 { try rig.startThread("t\(number)", on: 1) }
        _ = rig.exit(1)
        _ = try rig.call("turn/start", ["threadId": "t99"])
        var open = rig.ready(1).sent
        #expect(open.count == 8)
        #expect(open.first?.params == #"{"threadId":"t99","excludeTurns":true}"#)
        var resumed = 0
        while let next = open.first {
            open.removeFirst()
            let actions = rig.answer(next.token, .result([], thread: nil))
            open += actions.sent.filter { $0.method == "thread/resume" }
            #expect(open.count <= 8)
            resumed += 1
        }
        #expect(resumed == 100)
    }

    /// The worker is full: no failure of the thread, and nothing is tried in a circle.
    @Test func aBusyWorkerIsAskedAgainLater() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        let sent = rig.ready(1).sent
        let busy = rig.answer(sent[0].token, .lost(.busy))
        #expect(busy.sent == [])
        #expect(busy.timers == [.resume(thread: "t")])
        #expect(rig.state.timerFired(.resume(thread: "t"), at: rig.now).sent.count == 1)
    }

    @Test(arguments: ["wmain-2", "-", "w", "-x"])
    func aThreadsIDIsNobodysScope(_ id: String) throws {
        var rig = FleetRig()
        let isTaken = rig.state.adoptAnnounced(thread: id, method: .threadStarted, worker: 1, at: rig.now)
        #expect(!isTaken)
        #expect(try rig.call("turn/start", ["threadId": .string(id)]).reasons == [.unknownThread])
    }

    @Test func onlySoManyCommandsWaitForAThread() throws {
        var rig = FleetRig(workers: 1)
        try rig.startThread("t", on: 1)
        _ = rig.exit(1)
        for _ in 0..<192 { #expect(try rig.call("turn/start", ["threadId": "t"], by: "ann").replies == []) }
        #expect(try rig.call("turn/start", ["threadId": "t"], by: "ann").reasons == [.workerBusy])
        // She leaves others room.
        for _ in 0..<48 { #expect(try rig.call("turn/start", ["threadId": "t"], by: "bob").replies == []) }
        #expect(try rig.call("turn/start", ["threadId": "t"], by: "bob").reasons == [.workerBusy])
        #expect(try rig.call("turn/start", ["threadId": "t"], by: "cyd").replies == [])
    }

    /// Nobody fills a worker's window and queue, 320 together, for all the others and the daemon.
    @Test func oneUserLeavesOthersRoomAtAWorker() throws {
        var rig = FleetRig(workers: 2)
        try rig.startThread("t", on: 1)
        func ask(_ user: String) throws -> [FleetAction] {
            try rig.call("model/list", meta: ["worker": "main-1"], by: user)
        }
        var sent: [SentLine] = []
        while case let lines = try ask("ann").sent, !lines.isEmpty { sent += lines }
        #expect(sent.count == 240)
        #expect(try ask("ann").reasons == [.workerBusy])
        #expect(try rig.call("model/list", meta: ["worker": "main-2"], by: "ann").sent.count == 1)
        #expect(try rig.call("turn/start", ["threadId": "t"], by: "bob").sent.count == 1)
        _ = rig.answer(sent[0].token, .result([], thread: nil))
        _ = rig.answer(sent[1].token, .lost(.lateWritten))
        #expect(try ask("ann").sent.count == 1)
        // The daemon's own are not counted as anybody's.
        _ = rig.state.adoptAnnounced(thread: "u", method: .threadStarted, worker: 1, at: rig.now)
        _ = rig.exit(1)
        #expect(rig.ready(1).sent.map(\.method) == ["thread/resume", "thread/resume"])
    }

    /// What waited for a thread does not fill its worker either.
    @Test func whatWaitedIsCountedWhenItGoesOut() throws {
        var rig = FleetRig(workers: 1)
        for thread in ["t", "u"] { try rig.startThread(thread, on: 1) }
        _ = rig.exit(1)
        for thread in ["t", "u"] {
            for _ in 0..<150 { _ = try rig.call("thread/queue/list", ["threadId": .string(thread)], by: "ann") }
        }
        var passed: [FleetAction] = []
        for resume in rig.ready(1).sent { passed += rig.answer(resume.token, .result([], thread: nil)) }
        #expect(passed.sent.count { $0.method == "thread/queue/list" } == 240)
        #expect(passed.reasons == Array(repeating: .workerBusy, count: 60))
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
        var told: [String] = []
        for _ in 0..<3 {
            let failed = rig.answer(sent[0].token, .error(error))
            #expect(failed.timers == [.resume(thread: "t")])
            #expect(failed.sent == [])
            told += failed.events.map(\.method)
            sent = rig.state.timerFired(.resume(thread: "t"), at: rig.now).sent
            #expect(sent.map(\.method) == ["thread/resume"])
        }
        #expect(told == ["bosun/threadResumeFailed"])
    }

    /// A worker's line never takes a thread from the worker that has it.
    @Test func aThreadBelongsToWhoHasIt() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 1)
        #expect(rig.state.owns(worker: 1, thread: "t"))
        #expect(rig.state.adoptAnnounced(thread: "t", method: .threadStarted, worker: 2, at: rig.now) == false)
        #expect(!rig.state.owns(worker: 2, thread: "t"))
        #expect(rig.state.adoptAnnounced(thread: "child", method: .threadStatusChanged, worker: 2, at: rig.now) == true)
        #expect(rig.state.owns(worker: 2, thread: "child"))
        #expect(rig.state.adoptAnnounced(thread: "x", method: .turnStarted, worker: 2, at: rig.now) == false)
        #expect(rig.state.adoptAnnounced(thread: "a.b", method: .threadStarted, worker: 2, at: rig.now) == false)
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
        for method in ["thread/read", "turn/settings/update"] {
            _ = try rig.call(method, ["threadId": "t"])
            #expect(rig.state.cause(ofThread: "t").description == id)
        }
    }
}
