import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

/// The threads of workers that died, and who gets them when.
@Suite struct HomelessThreadTests {
    private static func home(_ worker: UInt64?, _ codexHome: String = "/home") -> FleetTimer {
        .homeless(FormerHome(worker: worker, codexHome: codexHome))
    }

    /// A fleet that died whole has a timer for each worker, not for each thread.
    @Test func aWorkersThreadsHaveOneTimer() throws {
        var rig = FleetRig(workers: 3)
        for worker in 1...3 {
            for thread in 0..<20 { try rig.startThread("t\(worker)-\(thread)", on: UInt64(worker)) }
        }
        for worker in 1...3 { _ = rig.change(UInt64(worker), to: .initializing) }
        for worker in 1...3 { #expect(rig.exit(UInt64(worker)).timers == [Self.home(UInt64(worker))]) }
        for worker in 1...3 { _ = rig.change(UInt64(worker), to: .parked) }
        rig.now = rig.now.advanced(by: .seconds(5))
        // Nobody is there: they are looked at again.
        let again = rig.state.timerFired(Self.home(1), at: rig.now)
        #expect(again.sent == [] && again.timers == [Self.home(1)])
    }

    @Test func theTimerEndsWithTheLastOfThem() throws {
        var rig = FleetRig()
        for thread in 0..<20 { try rig.startThread("t\(thread)", on: 1) }
        _ = rig.exit(1)
        rig.now = rig.now.advanced(by: .seconds(5))
        let first = rig.state.timerFired(Self.home(1), at: rig.now)
        #expect(first.sent.count == 8 && first.sent.allSatisfy { $0.worker == 2 })
        #expect(first.timers == [Self.home(1)])
        // The sibling takes the others as it has room; its own patience with the home is over.
        var open = first.sent
        var resumed = 0
        while let next = open.popLast() {
            open += rig.answer(next.token, .result([], thread: nil)).sent
            resumed += 1
            _ = rig.change(1, to: .parked)
        }
        #expect(resumed == 20)
        let last = rig.state.timerFired(Self.home(1), at: rig.now)
        #expect(last.sent == [] && last.timers == [])
        // Lost again, they have one again.
        #expect(rig.exit(2).timers == [Self.home(2)])
    }

    /// All siblings share a dead worker's threads, the one with the least to do first, each with room for eight.
    @Test func siblingsShareThemByWhatTheyHave() throws {
        var rig = FleetRig(workers: 3)
        for thread in 0..<40 { try rig.startThread("t\(thread)", on: 1) }
        for thread in 0..<4 { try rig.startThread("x\(thread)", on: 2) }
        let sent = rig.exit(1, nextTry: nil).sent.map(\.worker)
        #expect(sent.prefix(6) == [3, 3, 3, 3, 2, 3])
        #expect(sent.count { $0 == 2 } == 8 && sent.count { $0 == 3 } == 8)
    }

    /// Who may hold a thread's lock is waited for; that is no reason for the other threads to wait.
    @Test func oneThatWaitsForAnotherHoldsUpNoOther() throws {
        var rig = FleetRig()
        try rig.startThread("a", on: 1)
        let resume = rig.exit(1, nextTry: nil).sent
        #expect(resume.map(\.worker) == [2])
        _ = rig.answer(resume[0].token, .lost(.lateWritten))
        _ = rig.ready(1)
        try rig.startThread("b", on: 1)
        _ = rig.change(2, to: .draining)
        #expect(rig.state.timerFired(.resume(thread: "a"), at: rig.now).sent == [])
        _ = rig.join(3, codexHome: "/home")
        let sent = rig.exit(1, nextTry: nil).sent + rig.ready(3).sent
        #expect(sent.map(\.params) == [#"{"threadId":"b","excludeTurns":true}"#] && sent.map(\.worker) == [3])
    }

    /// Its worker has another CODEX_HOME by now, and can't have it: it is no reason to wait for that worker.
    @Test func aWorkerThatMovedAwayIsNotWaitedFor() throws {
        var rig = FleetRig(workers: 2)
        try rig.startThread("t", on: 1)
        _ = rig.change(2, to: .initializing)
        _ = rig.state.change(1, codexHome: "/other", drainDeadline: .seconds(300))
        #expect(rig.exit(1).sent == [])
        #expect(rig.ready(1).sent == [])
        #expect(rig.ready(2).sent.map(\.worker) == [2])
    }

    /// A worker's readiness ends every pause; whom it has no room for is looked at with the others.
    @Test func whoWasPausedIsAmongTheOthersAgain() throws {
        var rig = FleetRig(workers: 2)
        for thread in 0..<20 { try rig.startThread("t\(thread)", on: 1) }
        _ = rig.change(2, to: .parked)
        _ = rig.exit(1)
        var open = rig.ready(1).sent
        let error = Array(#"{"code":-32600,"message":"some trouble"}"#.utf8)
        while let next = open.popLast() { open += rig.answer(next.token, .error(error)).sent }
        #expect(rig.exit(1, nextTry: nil).sent == [])
        let ready = rig.ready(2)
        #expect(ready.sent.count == 8)
        var resumed = 0
        open = ready.sent
        while let next = open.popLast() {
            open += rig.answer(next.token, .result([], thread: nil)).sent
            resumed += 1
        }
        #expect(resumed == 20)
    }
}
