import ChildProcess
import enum ChildProcess.ExitStatus
import EventLoop
import Glibc
import Supervision
import Testing

/// Every state × every event: what follows, and where the worker stands then.
@Suite struct WorkerStateMachineTests {
    enum Event: String, CaseIterable {
        case start, restart, stop, hurry, recycle, granted, spawned, busy, missing, initialized, exited, outputEnded
        case startTimer, retryTimer, backoffTimer, graceTimer, drainTimer, ladderTimer, livenessTimer
        case drain, drainAway, drained, unpark
    }

    struct Row: CustomTestStringConvertible {
        let from: WorkerState
        let event: Event
        let to: WorkerState
        let actions: String

        var testDescription: String { "\(from) × \(event)" }
    }

    /// `-` stands for no action. A state that is left out for an event has nothing to do and stays.
    private static let rows: [Row] =
        [
            row(.idle, .start, .starting, "requestStart"),
            row(.idle, .restart, .starting, "requestStart"),
            row(.idle, .stop, .stopped, "publish stopped"),
            row(.idle, .drain, .stopped, "publish stopped"),
            row(.idle, .granted, .idle, "endStart"),

            row(.starting, .drain, .stopped, "cancel spawnRetry, endStart, publish stopped"),
            row(.starting, .stop, .stopped, "cancel spawnRetry, endStart, publish stopped"),
            row(.starting, .granted, .starting, "spawn"),
            row(.starting, .spawned, .initializing, "publish spawned, timer start 30.0, sendInitialize"),
            row(.starting, .busy, .starting, "publish spawnRetry, timer spawnRetry 0.005"),
            row(.starting, .missing, .backingOff, "endStart, publish backingOff 60.0 1, timer backoff 60.0"),
            row(.starting, .retryTimer, .starting, "spawn"),

            row(.initializing, .restart, .stopping, climbing("cancel start, endStart, ")),
            row(.initializing, .drain, .stopping, climbing("cancel start, endStart, ")),
            row(.initializing, .drainAway, .stopping, climbing("cancel start, endStart, ")),
            row(.initializing, .stop, .stopping, climbing("cancel start, endStart, ")),
            row(.initializing, .recycle, .stopping, climbing("publish recycled, cancel start, endStart, ")),
            row(.initializing, .granted, .initializing, "endStart"),
            row(.initializing, .initialized, .ready, "cancel start, publish ready, endStart, timer liveness 30.0"),
            row(
                .initializing, .exited, .backingOff,
                "cancel start, endStart, publish exited initializing byItself 1.0, timer outputGrace 2.0, "
                    + "publish backingOff 1.0 1, timer backoff 1.0"),
            row(.initializing, .outputEnded, .initializing, "timer outputGrace 2.0"),
            row(
                .initializing, .startTimer, .stopping,
                climbing("publish recycled, cancel start, endStart, ") + ", cancel stopLadder, signal TERM CONT, "
                    + "timer stopLadder 5.0, cancel stopLadder, signal KILL, timer stopLadder 5.0"),
            row(.initializing, .graceTimer, .stopping, climbing("publish recycled, cancel start, endStart, ")),

            row(.ready, .restart, .stopping, climbing("cancel liveness, ")),
            row(.ready, .stop, .stopping, climbing("cancel liveness, ")),
            row(.ready, .recycle, .stopping, climbing("publish recycled, cancel liveness, ")),
            row(.ready, .livenessTimer, .ready, "timer liveness 30.0"),
            row(.ready, .drain, .draining, "publish draining, timer drain 300.0"),
            row(.ready, .drainAway, .draining, "publish draining, timer drain 300.0"),
            row(.ready, .granted, .ready, "endStart"),
            row(
                .ready, .exited, .backingOff,
                "cancel liveness, publish exited ready byItself 1.0, timer outputGrace 2.0, publish backingOff 1.0 1, timer backoff 1.0"
            ),
            row(.ready, .outputEnded, .ready, "timer outputGrace 2.0"),
            row(.ready, .graceTimer, .stopping, climbing("publish recycled, cancel liveness, ")),

            row(.draining, .restart, .stopping, climbing("cancel drain, cancel liveness, ")),
            row(.draining, .stop, .stopping, climbing("cancel drain, cancel liveness, ")),
            row(.draining, .recycle, .stopping, climbing("publish recycled, cancel drain, cancel liveness, ")),
            row(.draining, .livenessTimer, .draining, "timer liveness 30.0"),
            row(.draining, .drained, .stopping, climbing("cancel drain, cancel liveness, ")),
            row(.draining, .drainTimer, .stopping, climbing("cancel drain, cancel liveness, ")),
            row(.draining, .granted, .draining, "endStart"),
            row(
                .draining, .exited, .stopped,
                "cancel drain, cancel liveness, publish exited draining byItself, timer outputGrace 2.0, publish stopped"
            ),
            row(.draining, .outputEnded, .draining, "timer outputGrace 2.0"),
            row(.draining, .graceTimer, .stopping, climbing("publish recycled, cancel drain, cancel liveness, ")),

            row(.stopping, .hurry, .stopping, "cancel stopLadder, signal TERM CONT, timer stopLadder 5.0"),
            row(.stopping, .granted, .stopping, "endStart"),
            row(
                .stopping, .exited, .stopped,
                "cancel stopLadder, publish exited stopping eof, timer outputGrace 2.0, publish stopped"),
            row(.stopping, .ladderTimer, .stopping, "signal TERM CONT, timer stopLadder 5.0"),
            row(.stopping, .graceTimer, .stopping, "-"),

            row(.stopped, .start, .starting, "cancel outputGrace, release, publish gone, requestStart"),
            row(.stopped, .restart, .starting, "cancel outputGrace, release, publish gone, requestStart"),
            row(.stopped, .granted, .stopped, "endStart"),
            row(.stopped, .outputEnded, .stopped, "cancel outputGrace, release, publish gone"),
            row(.stopped, .graceTimer, .stopped, "release, publish gone"),

            row(
                .backingOff, .restart, .starting,
                "cancel backoff, cancel outputGrace, release, publish gone, requestStart"),
            row(.backingOff, .stop, .stopped, "cancel backoff, publish stopped"),
            row(.backingOff, .drain, .stopped, "cancel backoff, publish stopped"),
            row(
                .backingOff, .drainAway, .starting,
                "cancel backoff, cancel outputGrace, release, publish gone, requestStart"),
            row(.backingOff, .granted, .backingOff, "endStart"),
            row(.backingOff, .outputEnded, .backingOff, "cancel outputGrace, release, publish gone"),
            row(
                .backingOff, .backoffTimer, .starting, "cancel outputGrace, release, publish gone, requestStart"),
            row(.backingOff, .graceTimer, .backingOff, "release, publish gone"),

            row(.parked, .start, .starting, "cancel outputGrace, release, publish gone, requestStart"),
            row(.parked, .restart, .starting, "cancel outputGrace, release, publish gone, requestStart"),
            row(.parked, .unpark, .starting, "cancel outputGrace, release, publish gone, requestStart"),
            row(.parked, .stop, .stopped, "publish stopped"),
            row(.parked, .drain, .stopped, "publish stopped"),
            row(.parked, .granted, .parked, "endStart"),
            row(.parked, .outputEnded, .parked, "cancel outputGrace, release, publish gone"),
            row(.parked, .graceTimer, .parked, "release, publish gone"),
        ] + outcomesOfNoSpawn

    /// What comes of a spawn that nobody has asked for: no process is left without a life, and no life begins or ends.
    private static let outcomesOfNoSpawn = WorkerState.allCases.filter { $0 != .starting }.flatMap { state in
        [row(state, .spawned, state, "signal KILL"), row(state, .busy, state, "-"), row(state, .missing, state, "-")]
    }

    private static func row(_ from: WorkerState, _ event: Event, _ to: WorkerState, _ actions: String) -> Row {
        Row(from: from, event: event, to: to, actions: actions)
    }

    private static func climbing(_ before: String) -> String {
        before + "cancel outputGrace, closeStdin, timer stopLadder 10.0"
    }

    @Test(arguments: rows)
    func aRowOfTheTable(_ row: Row) {
        var machine = Self.machine(in: row.from)
        #expect(Self.text(Self.apply(row.event, to: &machine)) == row.actions)
        #expect(machine.state == row.to)
    }

    /// What the table leaves out: nothing happens, nothing changes. Such events are late ones, or asked for twice.
    @Test(arguments: WorkerState.allCases)
    func everythingElseIsIgnored(_ state: WorkerState) {
        for event in Event.allCases where !Self.rows.contains(where: { $0.from == state && $0.event == event }) {
            var machine = Self.machine(in: state)
            #expect(Self.text(Self.apply(event, to: &machine)) == "-", "\(state) × \(event)")
            #expect(machine.state == state, "\(state) × \(event)")
        }
    }

    // MARK: What a row can't show

    @Test func anUnstableLifeDoublesTheDelayAndAStableOneForgetsIt() {
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing())
        var now = Self.start
        var delays: [Duration] = []
        _ = machine.start()
        for life in 0..<9 {
            _ = machine.startGranted()
            _ = machine.spawned(pid: 7, at: now)
            _ = machine.initialized(at: now)
            now = now.advanced(by: life == 8 ? .seconds(120) : .milliseconds(1_300))
            _ = machine.exited(.exited(code: 1), at: now, random: 0)
            delays.append(now.duration(to: machine.nextTryAt ?? now))
            _ = machine.timerFired(.backoff, at: now)
        }
        #expect(delays == [1, 2, 4, 8, 16, 32, 60, 60].map { .seconds($0) } + [.milliseconds(100)])
        #expect(machine.failures == 0)
        #expect(machine.generation == 9)
    }

    /// However near to the window: the delay grows to its cap, and stays there. What counts is how long it was ready.
    @Test(
        "Case 13: a crash just inside the stable window is a failure like any other",
        arguments: [
            (0, 1_300_000_000), (0, 119_000_000_000), (0, 119_999_999_999), (29_000_000_000, 119_999_999_999),
        ] as [(Int64, Int64)])
    func anEndInsideTheStableWindowNeverResetsTheDelay(_ initializing: Int64, _ ready: Int64) {
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing())
        var now = Self.start
        var delays: [Duration] = []
        _ = machine.start()
        for life in 1...10 {
            _ = machine.startGranted()
            _ = machine.spawned(pid: 7, at: now)
            now = now.advanced(by: .nanoseconds(initializing))
            _ = machine.initialized(at: now)
            now = now.advanced(by: .nanoseconds(ready))
            _ = machine.exited(.exited(code: 1), at: now, random: 0)
            #expect(machine.failures == life)
            delays.append(now.duration(to: machine.nextTryAt ?? now))
            now = machine.nextTryAt ?? now
            _ = machine.timerFired(.backoff, at: now)
        }
        #expect(delays == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map { .seconds($0) })
        // A nanosecond more is a stable life.
        _ = machine.startGranted()
        _ = machine.spawned(pid: 7, at: now)
        _ = machine.initialized(at: now)
        _ = machine.exited(.exited(code: 1), at: now.advanced(by: .seconds(120)), random: 0)
        #expect(machine.failures == 0)
    }

    @Test func theFifthFailureInARowIsACrashLoopAndTriesGoOn() {
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing())
        var loops: [Int] = []
        _ = machine.start()
        for life in 1...12 {
            _ = machine.startGranted()
            _ = machine.spawned(pid: 7, at: Self.start)
            let actions = machine.exited(.signaled(signal: SIGSEGV, coreDumped: false), at: Self.start, random: 0)
            if actions.contains(.publish(.crashLoop(failures: 5))) { loops.append(life) }
            let again = machine.timerFired(.backoff, at: Self.start)
            #expect(again.contains(.requestStart))
        }
        #expect(loops == [5])
    }

    /// Eight tries in about 0.6 s, none of them a failure; then the ordinary delay, never the end.
    @Test func aBusyExecutableIsTriedQuicklyThenBacksOff() {
        var machine = Self.machine(in: .starting)
        var delays: [Duration] = []
        for _ in 1..<8 {
            for action in machine.spawnFailed(Self.busy, at: Self.start, random: 0) {
                if case .startTimer(.spawnRetry, let delay) = action { delays.append(delay) }
            }
        }
        #expect(delays == [5, 10, 20, 40, 80, 160, 320].map { .milliseconds($0) })
        #expect(machine.spawnRetries == 7)
        #expect(machine.failures == 0)
        let last = machine.spawnFailed(Self.busy, at: Self.start, random: 0)
        #expect(last.contains(.startTimer(.backoff, .seconds(1))))
        #expect(machine.state == .backingOff)
    }

    @Test func aRestartedWorkerStartsAtOnceAndItsEndIsNoFailure() {
        var machine = Self.machine(in: .ready)
        _ = machine.restart()
        let actions = machine.exited(.exited(code: 0), at: Self.start, random: 0)
        #expect(machine.state == .starting)
        #expect(actions.contains(.requestStart))
        #expect(machine.failures == 0)
    }

    @Test func theLastWordCountsWhileStopping() {
        var machine = Self.machine(in: .ready)
        _ = machine.stop()
        #expect(machine.restart() == [])
        #expect(machine.stop() == [])
        _ = machine.exited(.exited(code: 0), at: Self.start, random: 0)
        #expect(machine.state == .stopped)
        #expect(!machine.hasSettled)
        _ = machine.outputEnded()
        #expect(machine.hasSettled)
    }

    @Test func aParkedWorkerIsLeftAloneUntilSomebodyLiftsThat() {
        var policy = RestartPolicy()
        policy.parkAfter = 2
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing(), restart: policy)
        _ = machine.start()
        #expect(Self.text(Self.crash(&machine, code: 1)).hasSuffix("publish backingOff 1.0 1, timer backoff 1.0"))
        _ = machine.timerFired(.backoff, at: Self.start)
        let last = Self.crash(&machine, code: 1)
        #expect(last.contains(.publish(.parked(failures: 2))))
        #expect(!Self.text(last).contains("timer backoff"))
        #expect(machine.state == .parked)
        #expect(machine.unpark().contains(.requestStart))
        #expect(machine.failures == 0)
    }

    @Test(arguments: [
        (RestartPolicy.Kind.permanent, CInt(0), WorkerState.backingOff), (.permanent, 1, .backingOff),
        (.transient, 0, .stopped), (.transient, 1, .backingOff), (.temporary, 0, .stopped), (.temporary, 1, .stopped),
    ])
    func theRestartKindSaysWhatFollowsAnEnd(_ kind: RestartPolicy.Kind, _ code: CInt, _ state: WorkerState) {
        var policy = RestartPolicy()
        policy.kind = kind
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing(), restart: policy)
        _ = machine.start()
        _ = Self.crash(&machine, code: code)
        #expect(machine.state == state)
    }

    @Test func aTemporaryWorkerThatCannotBeStartedStaysSo() {
        var policy = RestartPolicy()
        policy.kind = .temporary
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing(), restart: policy)
        _ = machine.start()
        _ = machine.startGranted()
        let missing = SpawnError(.executableNotFound, errno: ENOENT)
        #expect(Self.text(machine.spawnFailed(missing, at: Self.start, random: 0)) == "endStart, publish stopped")
    }

    /// Misbehaviour is a failure whatever the process's last word was.
    @Test func aTransientWorkerThatIsRecycledComesBack() {
        var policy = RestartPolicy()
        policy.kind = .transient
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing(), restart: policy)
        _ = machine.start()
        _ = machine.startGranted()
        _ = machine.spawned(pid: 7, at: Self.start)
        _ = machine.recycle(.garbage, reason: "x")
        _ = machine.exited(.exited(code: 0), at: Self.start, random: 0)
        #expect(machine.state == .backingOff)
    }

    @Test func aDrainedWorkerComesBackOrStaysAsWasSaidLast() {
        var machine = Self.machine(in: .draining)
        _ = machine.drain(then: .start)
        _ = machine.drained()
        _ = machine.exited(.exited(code: 0), at: Self.start, random: 0)
        #expect(machine.state == .starting)
    }

    @Test func aWorkerThatDiesWhileItDrainsForARestartHasFailed() {
        var machine = Self.machine(in: .ready)
        _ = machine.drain(then: .start)
        _ = machine.exited(.exited(code: 1), at: Self.start, random: 0)
        #expect(machine.state == .backingOff)
        #expect(machine.failures == 1)
    }

    @Test func aSilentWorkerIsAskedThreeTimesAndThenEnded() {
        var machine = Self.machine(in: .ready)
        func fire(_ seconds: Int) -> String {
            Self.text(machine.timerFired(.liveness, at: Self.start.advanced(by: .seconds(seconds))))
        }
        #expect(fire(30) == "sendProbe, timer liveness 10.0")
        #expect(fire(40) == "sendProbe, timer liveness 10.0")
        #expect(fire(50) == "sendProbe, timer liveness 10.0")
        #expect(fire(60).hasPrefix("publish recycled"))
        #expect(machine.state == .stopping)
    }

    /// It would fire in the life of the next one.
    @Test func theTimerOfAClosedInputEndsWithItsProcess() {
        var machine = Self.machine(in: .ready)
        #expect(Self.text(machine.inputEnded()) == "timer inputGrace 0.1")
        let actions = machine.exited(.exited(code: 1), at: Self.start, random: 0)
        #expect(Self.text(actions).contains("cancel inputGrace"))
    }

    @Test func anyOutputIsASignOfLife() {
        var machine = Self.machine(in: .ready)
        func fire(_ seconds: Int) -> String {
            Self.text(machine.timerFired(.liveness, at: Self.start.advanced(by: .seconds(seconds))))
        }
        machine.heard(at: Self.start.advanced(by: .seconds(20)))
        #expect(fire(30) == "timer liveness 20.0")
        #expect(fire(50) == "sendProbe, timer liveness 10.0")
        #expect(fire(60) == "sendProbe, timer liveness 10.0")
        machine.heard(at: Self.start.advanced(by: .seconds(62)))
        #expect(fire(70) == "timer liveness 22.0")
        #expect(fire(92) == "sendProbe, timer liveness 10.0")
    }

    // MARK: Other settings

    private static func respec(
        _ machine: inout WorkerStateMachine, after seconds: Int = 0, restart: RestartPolicy = RestartPolicy(),
        _ change: (inout WorkerSpec.Timing) -> Void = { _ in }
    ) -> String {
        var timing = WorkerSpec.Timing()
        change(&timing)
        return text(
            machine.respec(timing: timing, restart: restart, at: start.advanced(by: .seconds(seconds)), random: 0))
    }

    @Test(arguments: WorkerState.allCases) func theSameSettingsDoNothingAnew(_ state: WorkerState) {
        var machine = Self.machine(in: state)
        #expect(Self.respec(&machine) == "-")
        #expect(machine.state == state)
    }

    @Test func aWaitThatWouldBeShorterNowIsAndNoWaitIsLonger() {
        var machine = Self.machine(in: .ready)
        _ = machine.exited(.exited(code: 1), at: Self.start, random: 0)
        #expect(Self.respec(&machine) { $0.backoff.base = .seconds(9) } == "-")
        #expect(machine.nextTryAt == Self.start.advanced(by: .seconds(1)))
        #expect(Self.respec(&machine) { $0.backoff.cap = .milliseconds(500) } == "timer backoff 0.5")
        #expect(machine.nextTryAt == Self.start.advanced(by: .milliseconds(500)) && machine.failures == 1)
        _ = machine.timerFired(.backoff, at: Self.start)
        #expect(machine.state == .starting)
    }

    @Test func theFailuresSoFarCountForTheNewPolicy() {
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing())
        _ = machine.start()
        for _ in 1...2 {
            _ = Self.crash(&machine, code: 1)
            _ = machine.timerFired(.backoff, at: Self.start)
        }
        var policy = RestartPolicy()
        policy.parkAfter = 3
        #expect(Self.respec(&machine, restart: policy) == "-")
        _ = Self.crash(&machine, code: 1)
        #expect(machine.state == .parked && machine.failures == 3)
    }

    @Test func theLookForLifeBeginsAnew() {
        var machine = Self.machine(in: .ready)
        let silence = Self.respec(&machine, after: 20) { $0.liveness?.silence = .seconds(5) }
        #expect(silence == "cancel liveness, timer liveness 5.0")
        #expect(Self.respec(&machine, after: 21) { $0.liveness = nil } == "cancel liveness")
        #expect(Self.respec(&machine, after: 22) { $0.liveness = nil } == "-")
        #expect(Self.respec(&machine, after: 23) == "timer liveness 30.0")
    }

    private static func crash(_ machine: inout WorkerStateMachine, code: CInt) -> [WorkerStateMachine.Action] {
        _ = machine.startGranted()
        _ = machine.spawned(pid: 7, at: start)
        return machine.exited(.exited(code: code), at: start, random: 0)
    }

    // MARK: Making and telling

    private static let start = MonotonicInstant(nanoseconds: 1_000_000_000_000)
    private static let busy = SpawnError(.textFileBusy, errno: ETXTBSY, path: "/x")

    private static func machine(in state: WorkerState) -> WorkerStateMachine {
        var policy = RestartPolicy()
        policy.parkAfter = state == .parked ? 1 : nil
        var machine = WorkerStateMachine(timing: WorkerSpec.Timing(), restart: policy)
        guard state != .idle else { return machine }
        _ = machine.start()
        guard state != .starting else { return machine }
        _ = machine.startGranted()
        _ = machine.spawned(pid: 7, at: start)
        guard state != .initializing else { return machine }
        _ = machine.initialized(at: start)
        switch state {
        case .stopping, .stopped:
            _ = machine.stop()
            if state == .stopped { _ = machine.exited(.exited(code: 0), at: start, random: 0) }
        case .draining: _ = machine.drain(then: .stay)
        case .backingOff, .parked: _ = machine.exited(.exited(code: 1), at: start, random: 0)
        case .idle, .starting, .initializing, .ready: break
        }
        return machine
    }

    private static func apply(
        _ event: Event, to machine: inout WorkerStateMachine
    ) -> [WorkerStateMachine.Action] {
        switch event {
        case .start: machine.start()
        case .restart: machine.restart()
        case .stop: machine.stop()
        case .hurry: machine.hurry()
        case .recycle: machine.recycle(.garbage, reason: "x")
        case .granted: machine.startGranted()
        case .spawned: machine.spawned(pid: 7, at: start)
        case .busy: machine.spawnFailed(busy, at: start, random: 0)
        case .missing: machine.spawnFailed(SpawnError(.executableNotFound, errno: ENOENT), at: start, random: 0)
        case .initialized: machine.initialized(at: start)
        case .exited: machine.exited(.exited(code: 1), at: start, random: 0)
        case .outputEnded: machine.outputEnded()
        case .startTimer: machine.timerFired(.start, at: start)
        case .retryTimer: machine.timerFired(.spawnRetry, at: start)
        case .backoffTimer: machine.timerFired(.backoff, at: start)
        case .graceTimer: machine.timerFired(.outputGrace, at: start)
        case .livenessTimer: machine.timerFired(.liveness, at: start)
        case .drainTimer: machine.timerFired(.drain, at: start)
        case .drain: machine.drain(then: .stay)
        case .drainAway: machine.drain(then: .start)
        case .drained: machine.drained()
        case .unpark: machine.unpark()
        case .ladderTimer: machine.timerFired(.stopLadder, at: start)
        }
    }

    private static func text(_ actions: [WorkerStateMachine.Action]) -> String {
        actions.isEmpty ? "-" : actions.map(text).joined(separator: ", ")
    }

    private static func text(_ action: WorkerStateMachine.Action) -> String {
        switch action {
        case .startTimer(let timer, let duration): "timer \(timer) \(duration / .seconds(1))"
        case .cancelTimer(let timer): "cancel \(timer)"
        case .signalGroup(let signals):
            "signal "
                + signals.map { String(ExitStatus.name(ofSignal: $0).dropFirst(3)) }.joined(separator: " ")
        case .publish(.exited(let exit)):
            "publish exited \(exit.stage) \(exit.endedBy)" + (exit.nextTry.map { " \($0 / .seconds(1))" } ?? "")
        case .publish(.backingOff(let delay, let failures, _)):
            "publish backingOff \(delay / .seconds(1)) \(failures)"
        case .publish(let event): "publish \(event.name)"
        default: "\(action)"
        }
    }
}
