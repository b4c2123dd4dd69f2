import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

/// What a configuration that is read anew does to the fleet.
@Suite struct ConfigurationTests {
    // MARK: Asking

    @Test func aReloadIsAskedForAndAnsweredLater() throws {
        var rig = FleetRig()
        let asked = try rig.call("config/reload")
        guard asked.count == 1, case .reload(let token, let command) = asked[0] else {
            Issue.record("not asked for: \(asked)")
            return
        }
        #expect(rig.state.reloaded(token, .result([:]), command: command).replies == [.result([:])])
        _ = try rig.call("fleet/drain")
        #expect(try rig.call("config/reload").reasons == [.draining])
        _ = try rig.call("worker/start", ["worker": "main-1"])
        #expect(try rig.call("config/reload").reasons == [])
        _ = rig.state.drain()
        #expect(try rig.call("config/reload").reasons == [.draining])
    }

    // MARK: Leaving

    @Test(arguments: WorkerState.allCases) func whoLeavesIsEndedWhateverItDoes(_ state: WorkerState) {
        var rig = FleetRig()
        _ = rig.change(2, to: state)
        let expected: [WorkerOperation] =
            switch state {
            case .stopped: []
            case .idle, .starting, .initializing, .ready, .draining, .stopping, .backingOff, .parked:
                [.drain(then: .stop)]
            }
        let left = rig.state.leave([2])
        #expect(left.operations == expected && left.operated.allSatisfy { $0 == 2 })
    }

    @Test func whoLeavesCanOnlyBeStopped() throws {
        var rig = FleetRig()
        _ = rig.state.leave([2])
        for method in ["worker/start", "worker/restart", "worker/drain", "worker/unpark"] {
            #expect(try rig.call(method, ["worker": "main-2"]).reasons == [.unknownWorker])
            #expect(try rig.call(method, ["group": "main"]).operated == [1])
        }
        #expect(try rig.call("worker/stop", ["worker": "main-2"]).operated == [2])
        #expect(try rig.call("worker/stop", ["group": "main"]).operated == [1, 2])
        #expect(try rig.call("fleet/restart", ["rolling": false]).operated == [1])
        #expect(try rig.call("fleet/restart").operated == [1])
        _ = rig.change(1, to: .draining)
        #expect(rig.ready(1).operated == [])
        #expect(rig.state.remove(2, at: rig.now).events.map(\.method) == ["removed"])
        #expect(try rig.call("worker/stop", ["worker": "main-2"]).reasons == [.unknownWorker])
        #expect(try rig.call("worker/list").replies.first.map { "\($0)".contains("main-2") } == false)
    }

    @Test func itsThreadsAndWhatWaitsForThemGoToASibling() throws {
        var rig = FleetRig()
        try rig.startThread("t", on: 2)
        _ = rig.state.leave([2])
        _ = rig.change(2, to: .draining)
        let turn = try rig.call("turn/start", ["threadId": "t"])
        #expect(turn.sent.isEmpty && turn.replies.isEmpty)
        var actions = rig.exit(2, nextTry: nil)
        #expect(actions.sent.map(\.method) == ["thread/resume"] && actions.sent[0].worker == 1)
        actions += rig.state.remove(2, at: rig.now)
        let moved = rig.answer(actions.sent[0].token, .result(Array("{}".utf8), thread: nil))
        #expect(moved.events.map(\.method) == ["bosun/threadMoved"])
        #expect(moved.events[0].body["from"] == "main-2" && moved.events[0].body["to"] == "main-1")
        #expect(moved.sent.map(\.method) == ["turn/start"])
    }

    @Test func withTheLastOfItsHomeItsThreadsAreUnloadedAndWhoWaitsIsTold() throws {
        var rig = FleetRig(workers: 2, homes: ["/one", "/two"])
        try rig.startThread("t", on: 2)
        _ = rig.state.leave([2])
        _ = rig.change(2, to: .draining)
        _ = try rig.call("turn/start", ["threadId": "t"])
        #expect(rig.exit(2, nextTry: nil).sent.isEmpty)
        let removed = rig.state.remove(2, at: rig.now)
        #expect(removed.reasons == [.noWorker])
        #expect(removed.events.map(\.method) == ["bosun/threadUnloaded", "removed"])
        // The next command for it is another thread's, for all that is known.
        #expect(try rig.call("thread/name/set", ["threadId": "t"]).sent.map(\.worker) == [1])
        #expect(rig.state.remove(2, at: rig.now).isEmpty)
    }

    @Test func itsApprovalsAndItsDrainEndWithIt() throws {
        var rig = FleetRig()
        _ = rig.ask("item/fileChange/requestApproval", worker: 2)
        _ = rig.state.leave([2])
        #expect(rig.change(2, to: .draining).timers == [.drainInterrupt(worker: 2)])
        let removed = rig.state.remove(2, at: rig.now)
        #expect(removed.events.map(\.method) == ["approval/void", "removed"])
        #expect(
            removed.contains {
                guard case .cancelTimer(.drainInterrupt(worker: 2)) = $0 else { return false }
                return true
            })
    }

    @Test func whoIsWantedAgainComesBack() throws {
        var rig = FleetRig()
        _ = rig.state.leave([2])
        #expect(rig.state.keep(2).operations == [.start])
        #expect(rig.state.keep(2).isEmpty)
        #expect(try rig.call("worker/restart", ["worker": "main-2"]).operated == [2])
        // An operator's drain goes before that.
        _ = rig.state.leave([2])
        _ = try rig.call("fleet/drain")
        #expect(rig.state.keep(2).isEmpty)
    }

    @Test func theGroupsPolicyGoesWithItsLastWorker() throws {
        var rig = FleetRig(workers: 2)
        var policy = GroupPolicy()
        policy.retriesInterrupted = true
        rig.state.set(policy: policy, ofGroup: "main")
        _ = rig.state.remove(1, at: rig.now)
        #expect(rig.state.policy(ofGroup: "main") == policy)
        _ = rig.state.remove(2, at: rig.now)
        #expect(rig.state.policy(ofGroup: "main") == GroupPolicy())
    }

    // MARK: Other settings

    @Test(arguments: WorkerState.allCases) func whoServesIsReplacedInTurnAndWhoDoesNotAtOnce(_ state: WorkerState) {
        var rig = FleetRig(workers: 3)
        _ = rig.change(1, to: state)
        let replaced = rig.state.replace([3, 1])
        switch state {
        case .ready: #expect(replaced.operated == [1] && replaced.operations == [.drain(then: .start)])
        case .initializing, .backingOff:
            #expect(replaced.operated == [1, 3] && replaced.operations == [.restart, .drain(then: .start)])
        case .idle, .starting, .draining, .stopping, .stopped, .parked: #expect(replaced.operated == [3])
        }
    }

    @Test func whoHasStartedAnewMeanwhileIsLeftAlone() {
        var rig = FleetRig(workers: 3)
        #expect(rig.state.replace([1, 2, 3]).operated == [1])
        _ = rig.exit(2)
        _ = rig.ready(2)
        _ = rig.change(1, to: .draining)
        _ = rig.exit(1, nextTry: .zero)
        #expect(rig.ready(1).operated == [3])
    }

    @Test func aSecondReloadReplacesThoseAgainThatTheFirstHas() {
        var rig = FleetRig(workers: 2)
        #expect(rig.state.replace([1, 2]).operated == [1])
        _ = rig.exit(1, nextTry: .zero)
        #expect(rig.ready(1).operated == [2])
        #expect(rig.state.replace([1, 2]).operated == [])
        _ = rig.exit(2, nextTry: .zero)
        // The second one has the newest settings with this process.
        #expect(rig.ready(2).operated == [1])
        _ = rig.exit(1, nextTry: .zero)
        #expect(rig.ready(1).events.last?.body["state"] == "done")
    }

    @Test func anOperatorsRollTakesTheOthersAlong() throws {
        var rig = FleetRig(workers: 3)
        #expect(rig.state.replace([2]).operated == [2])
        #expect(try rig.call("fleet/restart").operated == [])
        _ = rig.exit(2, nextTry: .zero)
        #expect(rig.ready(2).operated == [1])
        _ = rig.exit(1, nextTry: .zero)
        #expect(rig.ready(1).operated == [3])
    }

    @Test func inADrainedFleetNothingIsStarted() throws {
        var rig = FleetRig()
        _ = try rig.call("fleet/drain")
        #expect(rig.state.replace([1, 2]).isEmpty)
    }

    @Test func aRunningProcessKeepsItsHome() throws {
        var rig = FleetRig(workers: 2, homes: ["/one", "/one"])
        try rig.startThread("t", on: 2)
        #expect(rig.state.change(2, codexHome: "/two", drainDeadline: .seconds(1)).isEmpty)
        // Its threads are of its old home: a sibling there takes them, and it does not.
        let ended = rig.exit(2, nextTry: .zero)
        #expect(ended.sent.map(\.worker) == [1])
        _ = rig.answer(ended.sent[0].token, .error(Array(#"{"message":"busy"}"#.utf8)))
        #expect(rig.ready(2).sent.filter { $0.worker == 2 }.isEmpty)
    }

    @Test func whenTheLastLeavesAHomeItsThreadsAreUnloaded() throws {
        var rig = FleetRig(workers: 2, homes: ["/one", "/two"])
        try rig.startThread("t", on: 2)
        #expect(rig.state.change(2, codexHome: "/three", drainDeadline: .seconds(1)).isEmpty)
        #expect(rig.exit(2, nextTry: .zero).events.map(\.method).contains("bosun/threadUnloaded"))
        try rig.startThread("u", on: 1)
        _ = rig.exit(1)
        let changed = rig.state.change(1, codexHome: "/three", drainDeadline: .seconds(1))
        #expect(changed.events.map(\.method) == ["bosun/threadUnloaded"])
    }

    @Test func theNamesOfFormerWorkersHaveABound() {
        var names = FormerWorkers()
        for number in 0...UInt64(FormerWorkers.limit) { names.add("w\(number)", number: number) }
        #expect(names[0] == nil && names[1] == "w1" && names[UInt64(FormerWorkers.limit)] != nil)
    }

    /// The worker that a bad configuration has parked holds nothing up that a better one wants.
    @Test func aReloadGoesOnWhereOneWasHeldOnAParkedWorker() {
        var rig = FleetRig(workers: 3)
        #expect(rig.state.replace([1, 2, 3]).operated == [1])
        _ = rig.exit(1, nextTry: nil)
        _ = rig.change(1, to: .parked, generation: 2)
        _ = rig.event(.parked(failures: 3), worker: 1)
        let again = rig.state.replace([1, 2, 3])
        #expect(again.operated == [2])
        #expect(again.events.map { $0.body["state"] } == ["rolling"])
    }

    /// One that backs off may be ready yet, with the new settings: it is waited for.
    @Test func aReloadWaitsForAWorkerThatMayComeYet() {
        var rig = FleetRig(workers: 3)
        _ = rig.state.replace([1, 2, 3])
        _ = rig.exit(1)
        _ = rig.event(.backingOff(delay: .seconds(1), failures: 1, reason: nil), worker: 1)
        #expect(rig.state.replace([1, 2, 3]).operated == [1])
        #expect(rig.ready(1).operated == [2])
    }
}
