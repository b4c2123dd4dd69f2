import Fleet
import JSONRPC
import Supervision
import Testing

/// A drain that cuts off no turn: a worker over its memory limit.
@Suite struct PatientDrainTests {
    private static func status(hasDeadline: Bool) -> WorkerStatus {
        var status = WorkerStatus()
        status.state = .draining
        status.generation = 1
        status.drainHasDeadline = hasDeadline
        return status
    }

    private func running(_ policy: GroupPolicy.Drain) throws -> FleetRig {
        var rig = FleetRig()
        var group = GroupPolicy()
        group.drain = policy
        rig.state.set(policy: group, ofGroup: "main")
        try rig.startThread("t", on: 1)
        _ = rig.notify(.turnStarted, thread: "t", ["turnId": "u"])
        return rig
    }

    @Test(arguments: GroupPolicy.Drain.allCases) func itWaitsForTheTurnAndInterruptsNone(_ policy: GroupPolicy.Drain)
        throws
    {
        var rig = try running(policy)
        let begun = rig.state.update(Self.status(hasDeadline: false), of: 1, at: rig.now)
        #expect(begun.timers == [] && begun.sent == [] && begun.operations == [])
        let ended = rig.notify(.turnCompleted, thread: "t", ["turnId": "u"])
        #expect(ended.operations == [.drained] && ended.sent == [])
    }

    @Test func anOperatorsDrainEndsThePatienceOnce() throws {
        var rig = try running(.interrupt)
        _ = rig.state.update(Self.status(hasDeadline: false), of: 1, at: rig.now)
        let told = rig.state.update(Self.status(hasDeadline: true), of: 1, at: rig.now)
        #expect(told.sent.map(\.method) == ["turn/interrupt"])
        #expect(rig.state.update(Self.status(hasDeadline: true), of: 1, at: rig.now).sent == [])
    }
}
