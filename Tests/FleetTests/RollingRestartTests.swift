import BusProtocol
import EventLoop
import Fleet
import JSONRPC
import Supervision
import Testing

@Suite struct RollingRestartTests {
    private func status(_ state: WorkerState, _ generation: UInt32 = 1) -> WorkerStatus {
        var status = WorkerStatus()
        status.state = state
        status.generation = generation
        return status
    }

    @Test func oneAfterTheOtherAndTheNextOnlyWhenTheLastIsReady() {
        var roll = RollingRestart([1, 2])
        #expect(roll.advance { _ in status(.ready) } == [.replace(1), .tell])
        #expect(roll.advance { _ in status(.ready) } == [])
        for state in [WorkerState.draining, .stopping, .starting, .initializing] {
            #expect(roll.changed(1, to: status(state)) == [])
        }
        #expect(roll.changed(1, to: status(.ready)) == [])
        #expect(roll.changed(1, to: status(.ready, 2)) == [.tell])
        #expect(roll.advance { _ in status(.ready) } == [.replace(2), .tell])
        #expect(roll.changed(2, to: status(.ready, 2)) == [.tell])
        #expect(roll.advance { _ in status(.ready) } == [.tell])
        #expect(roll.state == .done && roll.done == [1, 2])
    }

    @Test(arguments: [WorkerState.backingOff, .parked])
    func aProgramThatDoesNotStartIsNotGivenToTheRest(_ state: WorkerState) {
        var roll = RollingRestart([1, 2])
        _ = roll.advance { _ in status(.ready) }
        #expect(roll.changed(1, to: status(state, 2)) == [.tell])
        #expect(roll.state == .held)
        #expect(roll.changed(1, to: status(state, 3)) == [])
        #expect(roll.advance { _ in status(.ready) } == [])
        #expect(roll.changed(1, to: status(.ready, 4)) == [.tell])
        #expect(roll.advance { _ in status(.ready) } == [.replace(2), .tell])
        #expect(roll.state == .rolling)
    }

    @Test func whoIsTakenOutOfServiceIsLeftOut() {
        var roll = RollingRestart([1, 2, 5, 6, 3, 4])
        let states: [UInt64: WorkerState] = [
            1: .stopped, 2: .parked, 3: .ready, 4: .ready, 5: .draining, 6: .stopping,
        ]
        #expect(roll.advance { states[$0].map { status($0) } } == [.replace(3), .tell])
        #expect(roll.changed(3, to: status(.stopped)) == [])
        #expect(roll.advance { states[$0].map { status($0) } } == [.replace(4), .tell])
        #expect(roll.changed(4, to: nil) == [])
        #expect(roll.advance { states[$0].map { status($0) } } == [.tell])
        #expect(roll.done == [] && roll.state == .done)
    }

    @Test func aSecondCallJoinsTheFirstAndTheStatusShowsIt() throws {
        var rig = FleetRig()
        let first = try rig.call("fleet/restart", ["rolling": true])
        #expect(first.operated == [1] && first.operations == [.drain(then: .start)])
        #expect(first.events.map(\.method) == ["rollingRestart"] && first.events[0].scope == "-")
        let body: JSON = ["state": "rolling", "done": 0, "remaining": 2, "worker": "main-1"]
        #expect(first.events[0].body == body && first.replies == [.result(body)])
        let second = try rig.call("fleet/restart")
        #expect(second.operated == [] && second.replies == [.result(body)])
        guard case .result(let status)? = try rig.call("fleet/status").replies.first else {
            Issue.record("no status")
            return
        }
        #expect(status["rollingRestart"] == body)
        _ = rig.change(1, to: .draining)
        _ = rig.exit(1, nextTry: .zero)
        let next = rig.ready(1)
        #expect(next.operated == [2])
        _ = rig.exit(2, nextTry: .zero)
        let last = rig.ready(2).events.filter { $0.method == "rollingRestart" }
        #expect(last.last?.body == ["state": "done", "done": 2, "remaining": 0, "worker": .null])
    }

    /// Whoever listens hears that the last one is ready before the next one drains.
    @Test func theNextStepComesAfterTheEventThatLedToIt() throws {
        let ends: [(WorkerState, WorkerEvent)] = [
            (.ready, .ready(pid: 1)), (.backingOff, .backingOff(delay: .seconds(1), failures: 1, reason: nil)),
            (.parked, .parked(failures: 3)), (.stopped, .stopped),
        ]
        for (state, event) in ends {
            var rig = FleetRig()
            _ = try rig.call("fleet/restart")
            _ = rig.change(1, to: .draining)
            let told = rig.change(1, to: state, generation: 2)
            #expect(told.operated == [] && told.events == [])
            let actions = rig.event(event, worker: 1)
            #expect(actions.events.map(\.method).prefix(2) == [event.name, "rollingRestart"])
            #expect(actions.operated == ([.ready, .stopped].contains(state) ? [2] : []))
        }
    }

    @Test func allAtOnceEndsARoll() throws {
        var rig = FleetRig(workers: 3)
        _ = rig.change(3, to: .stopped)
        _ = try rig.call("fleet/restart")
        let all = try rig.call("fleet/restart", ["rolling": false])
        #expect(all.operated == [1, 2] && all.operations.allSatisfy { $0 == .restart })
        #expect(all.events.map { $0.body["state"] } == ["cancelled"])
        guard case .invalid? = try rig.call("fleet/restart", ["rolling": "yes"]).replies.first else {
            Issue.record("not refused")
            return
        }
    }
}
