package import ChildProcess
package import EventLoop

/// What can be said of a worker at a moment.
package struct WorkerStatus: Sendable, Hashable {
    package var state: WorkerState = .idle
    /// Of a drain: whether turns are cut off at a deadline; false: it waits for as long as they take.
    package var drainHasDeadline = true
    /// Nil when no process runs.
    package var pid: Int32?
    /// How often it was started.
    package var generation: UInt32 = 0
    package var restarts: UInt32 = 0
    package var spawnRetries = 0
    /// Failures since the last stable life.
    package var failures = 0
    /// Requests with the worker, and behind them.
    package var inFlight = 0
    package var queued = 0
    /// Requests that it refused as too much for now, and that were asked again.
    package var overloads = 0
    package var nextTryAt: MonotonicInstant?
    package var lastError: String?
    /// What codex calls its version, of the process that runs or ran last.
    package var codexVersion: String?
    /// As last measured, with all that it started; nil where nobody measures.
    package var memory: MemoryUse?

    package init() {}
}
