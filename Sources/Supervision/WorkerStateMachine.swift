import ChildProcess
package import EventLoop

/// One worker's life, decided: events come in, actions come out, and the actor performs them in their order.
///
/// No clock and no chance in it: the moment and a random number in 0..<1 (for jitter) come in with the event.
package struct WorkerStateMachine {
    package enum Action: Equatable {
        /// Ask the supervisor for leave to start: only so many workers start at once.
        case requestStart
        /// The start is over, one way or the other.
        case endStart
        case spawn
        case sendInitialize
        /// Send a request that costs little: any output answers it.
        case sendProbe
        case startTimer(Timer, Duration)
        case cancelTimer(Timer)
        case closeStdin
        case signalGroup([Int32])
        /// Let go of the process that has ended: close what is still open of it on our side.
        case release
        case publish(WorkerEvent)
    }

    /// Each timer runs at most once at a time; starting it again replaces it.
    package enum Timer: Hashable, Sendable, CaseIterable {
        case start
        case spawnRetry
        case backoff
        case outputGrace
        case inputGrace
        case drain
        case liveness
        case stopLadder
    }

    /// What comes after the process that is being ended.
    package enum Afterwards: Sendable, Hashable {
        /// Started again at once: somebody asked for a restart.
        case start
        /// It did not behave: what the restart policy says.
        case failure
        case stay
    }

    struct Process {
        let pid: Int32
        let spawnedAt: MonotonicInstant
        var readyAt: MonotonicInstant?
        var hasExited = false
        var outputEnded = false
        var inputEnded = false
    }

    package internal(set) var state = WorkerState.idle
    /// How often the worker has been started.
    package internal(set) var generation: UInt32 = 0
    /// Starts after the first.
    package var restarts: UInt32 { generation > 0 ? generation - 1 : 0 }
    package internal(set) var spawnRetries = 0
    /// Failures since the last stable life.
    package var failures: Int { intensity.failures }
    /// Why the last start failed, or the last life ended early: for `worker/list`.
    package internal(set) var lastError: String?
    /// When the next start is due, while backing off.
    package internal(set) var nextTryAt: MonotonicInstant?

    var timing: WorkerSpec.Timing
    var liveness: Liveness?
    var policy: RestartPolicy
    var intensity: RestartIntensity
    var process: Process?
    var spawnRetry = SpawnRetry()
    var ladder: StopLadder?
    var afterwards = Afterwards.failure
    /// Whether a drain that goes on has a deadline, at which turns are cut off.
    package internal(set) var drainEnds = true

    package init(timing: WorkerSpec.Timing, restart policy: RestartPolicy = RestartPolicy()) {
        self.timing = timing
        self.policy = policy
        intensity = RestartIntensity(policy)
    }

    package var pid: Int32? { process.flatMap { $0.hasExited ? nil : $0.pid } }

    /// It was stopped, and nothing of its last process is left.
    package var hasSettled: Bool { state == .stopped && process == nil }

    /// Whether the daemon has killed its process.
    package var hasKilled: Bool { ladder?.state == .killing }
}
