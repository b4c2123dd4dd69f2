package import BusProtocol

/// Why a request to a worker has no answer.
package enum RequestLoss: Sendable, Equatable {
    /// Its window and the queue behind it are full, or it says until the deadline that it has too much to do.
    case busy
    /// It was not ready, or ended before anything of the request had been written.
    case down
    /// The deadline passed before anything of the request had been written.
    case lateUnwritten
    /// The deadline passed; the worker has the request and may act on it.
    case lateWritten
    /// The worker ended and had the request, or a part of it: it may have acted on it.
    case downWritten
    /// It was taken back before anything of it had been written: who asked may not do that any more.
    case recalled

    /// How a consumer is told.
    package var reason: BusErrorReason {
        switch self {
        case .busy: .workerBusy
        case .down: .workerDown
        case .lateUnwritten: .deadline
        case .lateWritten, .downWritten: .indeterminate
        case .recalled: .forbidden
        }
    }

    package var message: String {
        switch self {
        case .busy: "the worker has too many requests waiting"
        case .down: "the worker is not there"
        case .lateUnwritten: "the deadline passed before the worker could take it"
        case .lateWritten: "the deadline passed; the worker has the request and may act on it yet"
        case .downWritten: "the worker ended with the request; it may have acted on it"
        case .recalled: "who asked may not do that any more"
        }
    }
}
