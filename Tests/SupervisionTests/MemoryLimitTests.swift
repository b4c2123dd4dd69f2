import ChildProcess
import EventLoop
import Glibc
import Supervision
import Testing

import enum ChildProcess.ExitStatus

/// A worker over its memory limit ends when it is idle, and no sooner.
@Suite struct MemoryLimitTests {
    private static let now = MonotonicInstant(nanoseconds: 1_000_000_000_000)
    private static let over = MemoryUse(resident: 101, processes: 3)

    private static func ready() -> WorkerStateMachine {
        var machine = initializing()
        _ = machine.initialized(at: now)
        return machine
    }

    private static func initializing() -> WorkerStateMachine {
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing())
        _ = machine.start()
        _ = machine.startGranted()
        _ = machine.spawned(pid: 7, at: now)
        return machine
    }

    @Test func overTheLimitItIsToldAndDrainedWithoutADeadline() {
        var machine = Self.ready()
        #expect(
            machine.measured(Self.over, limit: 100, at: Self.now) == [
                .publish(.overMemory(Self.over, limit: 100)), .publish(.draining),
            ])
        #expect(machine.state == .draining)
        // Told once a life, however often it is measured.
        #expect(machine.measured(Self.over, limit: 100, at: Self.now) == [])
        _ = machine.drained()
        #expect(machine.state == .stopping)
    }

    @Test func afterAStableLifeItStartsAnewAtOnce() {
        var machine = Self.ready()
        let late = Self.now.advanced(by: .seconds(120))
        _ = machine.measured(Self.over, limit: 100, at: late)
        _ = machine.drained()
        let actions = machine.exited(.exited(code: 0), at: late, random: 0)
        // Not a failure, and no delay.
        #expect(machine.state == .starting && machine.failures == 0 && actions.contains(.requestStart))
    }

    /// A limit below what each of its lives needs: as any other failure, with a growing delay, and told.
    @Test func aLimitThatItCanNotKeepToIsAFailureEachTime() {
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing())
        _ = machine.start()
        var delays: [Duration] = []
        var told: [WorkerStateMachine.Action] = []
        for _ in 1...5 {
            _ = machine.startGranted()
            _ = machine.spawned(pid: 7, at: Self.now)
            _ = machine.initialized(at: Self.now)
            _ = machine.outputEnded()
            _ = machine.measured(Self.over, limit: 100, at: Self.now.advanced(by: .seconds(119)))
            _ = machine.drained()
            let actions = machine.exited(.exited(code: 0), at: Self.now.advanced(by: .seconds(119)), random: 0)
            told += actions
            #expect(machine.state == .backingOff)
            for case .startTimer(.backoff, let delay) in actions { delays.append(delay) }
            _ = machine.timerFired(.backoff, at: Self.now)
        }
        #expect(delays == [1, 2, 4, 8, 16].map { .seconds($0) })
        #expect(told.contains(.publish(.crashLoop(failures: 5))))
    }

    @Test(arguments: [(101, nil), (100, 100), (0, 100)] as [(UInt64, UInt64?)])
    func withinItNothingHappens(_ resident: UInt64, _ limit: UInt64?) {
        var machine = Self.ready()
        #expect(machine.measured(MemoryUse(resident: resident, processes: 1), limit: limit, at: Self.now) == [])
        #expect(machine.state == .ready)
    }

    @Test func onlyAReadyWorkerIsDrained() {
        var starting = Self.initializing()
        #expect(starting.measured(Self.over, limit: 100, at: Self.now) == [])
        var stopping = Self.ready()
        _ = stopping.stop()
        #expect(stopping.measured(Self.over, limit: 100, at: Self.now) == [])
        // An operator's drain goes before: it is not to come back.
        var draining = Self.ready()
        _ = draining.drain(then: .stay)
        #expect(draining.measured(Self.over, limit: 100, at: Self.now) == [])
        _ = draining.drained()
        _ = draining.exited(.exited(code: 0), at: Self.now, random: 0)
        #expect(draining.state == .stopped)
    }

    @Test func anOperatorsDrainGivesItADeadlineOnce() {
        var machine = Self.ready()
        _ = machine.measured(Self.over, limit: 100, at: Self.now)
        #expect(!machine.drainEnds)
        #expect(machine.drain(then: .stay) == [.publish(.draining), .startTimer(.drain, .seconds(300))])
        #expect(machine.drainEnds)
        #expect(machine.drain(then: .stay) == [])
        _ = machine.timerFired(.drain, at: Self.now)
        #expect(machine.state == .stopping)
    }

    @Test func whyTheKernelKilledStaysWithTheEnd() {
        var machine = Self.ready()
        let killed = ExitStatus.signaled(signal: SIGKILL, coreDumped: false)
        let actions = machine.exited(killed, at: Self.now, random: 0, outOfMemory: true)
        let exits = actions.compactMap { action -> Bool? in
            if case .publish(.exited(let exit)) = action { exit.outOfMemory } else { nil }
        }
        #expect(exits == [true])
        #expect(machine.lastError?.contains("for want of memory") == true)
    }

    @Test func theDaemonKnowsItsOwnKill() {
        var machine = Self.ready()
        _ = machine.stop()
        #expect(!machine.hasKilled)
        _ = machine.hurry()
        #expect(!machine.hasKilled)
        _ = machine.hurry()
        #expect(machine.hasKilled)
    }
}
