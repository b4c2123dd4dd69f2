import BusProtocol

/// Where a worker's line belongs.
final class Route: Sendable {
    /// The thread that the worker owns, or nil: then the line is the worker's own.
    let thread: String?
    let scope: String
    let cause: CommandID

    init(thread: String?, scope: String, cause: CommandID) {
        self.thread = thread
        self.scope = scope
        self.cause = cause
    }
}
