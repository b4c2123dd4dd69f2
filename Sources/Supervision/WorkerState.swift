/// Where a worker stands. The raw value is the word that `worker/list` says.
package enum WorkerState: String, Sendable, Hashable, CaseIterable {
    /// Not started yet.
    case idle
    /// Waits for its turn to start, or is being spawned.
    case starting
    /// Its process runs; `initialize` is not answered yet.
    case initializing
    /// It answered `initialize`: it takes requests.
    case ready
    /// It finishes the turns that run and takes no new ones; then it is ended.
    case draining
    /// It is being ended.
    case stopping
    /// Ended on request; it stays so until somebody starts it.
    case stopped
    /// Its process ended or could not be started; the next try is scheduled.
    case backingOff
    /// It failed too often: it stays so until somebody lifts that.
    case parked

    /// Whether it answers requests.
    package var isServing: Bool { self == .ready || self == .draining }

    /// Whether its process runs, and nothing ends it.
    package var isRunning: Bool { self == .initializing || isServing }
}
