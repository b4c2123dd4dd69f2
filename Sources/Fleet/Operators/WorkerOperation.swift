package import Supervision

/// What can be done to one worker.
package enum WorkerOperation: Sendable, Hashable {
    /// What follows the end of a worker that is drained.
    package enum Afterwards: String, Sendable, Hashable, CaseIterable {
        case stop
        case start
    }

    case start
    case stop
    case restart
    case drain(then: Afterwards)
    /// Nothing holds the end of a draining worker up any more.
    case drained
    case unpark
    /// It does not behave: ended, and started again after the delay of a failure.
    case recycle(RecycleCause, reason: String)
}
