/// What came of a request to a worker.
package enum WorkerAnswer: Sendable, Equatable {
    /// Its result, the worker's own bytes, and the thread that it is about (`result.thread.id`), if there is one.
    case result([UInt8], thread: String?)
    /// Its error object, the worker's own bytes.
    case error([UInt8])
    case lost(RequestLoss)
}
