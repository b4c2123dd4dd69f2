package import BusProtocol

/// What came of a request to a worker.
package enum WorkerAnswer: Sendable, Equatable {
    /// Its result, the worker's own bytes, and the thread it names (`result.thread.id`), if it does.
    case result([UInt8], thread: String?)
    /// Its error object, the worker's own bytes.
    case error([UInt8])
    /// There is no answer: the reason says whether the worker may have acted on it.
    case lost(BusErrorReason, String)
}
