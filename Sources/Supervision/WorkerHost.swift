/// What a worker needs of its supervisor. Called on the loop.
package protocol WorkerHost: AnyObject, Sendable {
    /// The worker wants to start; it is told by `Worker.startGranted()` when it may.
    func requestStart(_ worker: UInt64)

    /// The worker's start is over, or it does not want one any more. `isReady`: it answered `initialize`.
    func endStart(_ worker: UInt64, isReady: Bool)

    /// Its process has ended, and it has let go of it: what that left behind is to be ended before the next one starts.
    func sweep(_ worker: UInt64)

    /// The worker was stopped and nothing of it is left.
    func hasStopped(_ worker: UInt64)
}
