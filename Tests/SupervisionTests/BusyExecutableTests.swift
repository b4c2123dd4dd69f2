import ChildProcess
import EventLoop
import Glibc
import Supervision
import Testing

/// An executable that is being written, or a machine short of processes: that passes, whatever the policy is.
@Suite struct BusyExecutableTests {
    private static let now = MonotonicInstant(nanoseconds: 1_000_000_000_000)
    private static let busy = SpawnError(.textFileBusy, errno: ETXTBSY, path: "codex")
    private static let missing = SpawnError(.executableNotFound, errno: ENOENT, path: "codex")

    /// A start that fails so through all its quick tries.
    private static func fail(_ machine: inout WorkerStateMachine, _ error: SpawnError) {
        _ = machine.startGranted()
        for _ in 1...8 where machine.state == .starting { _ = machine.spawnFailed(error, at: now, random: 0) }
    }

    private static func started(_ policy: RestartPolicy) -> WorkerStateMachine {
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing(), restart: policy)
        _ = machine.start()
        return machine
    }

    @Test(arguments: RestartPolicy.Kind.allCases) func itIsTriedUntilItRuns(_ kind: RestartPolicy.Kind) {
        var policy = RestartPolicy()
        policy.kind = kind
        policy.parkAfter = 2
        var machine = Self.started(policy)
        for round in 1...20 {
            Self.fail(&machine, Self.busy)
            #expect(machine.state == .backingOff && machine.failures == round)
            _ = machine.timerFired(.backoff, at: Self.now)
        }
        _ = machine.startGranted()
        _ = machine.spawned(pid: 7, at: Self.now)
        #expect(machine.state == .initializing)
    }

    @Test func aProgramThatIsNotThereIsParkedAsBefore() {
        var policy = RestartPolicy()
        policy.parkAfter = 2
        var machine = Self.started(policy)
        Self.fail(&machine, Self.missing)
        #expect(machine.state == .backingOff)
        _ = machine.timerFired(.backoff, at: Self.now)
        Self.fail(&machine, Self.missing)
        #expect(machine.state == .parked)
    }

    @Test func aTemporaryWorkerWithoutAProgramRests() {
        var policy = RestartPolicy()
        policy.kind = .temporary
        var machine = Self.started(policy)
        Self.fail(&machine, Self.missing)
        #expect(machine.state == .stopped)
    }
}
