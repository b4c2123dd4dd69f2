package import JSONRPC

/// Who is told what workers say and do. Called on the loop, in the order in which it happens.
package protocol WorkerObserver: AnyObject, Sendable {
    /// A notification, or a request of the worker's. Line and envelope are gone when it returns.
    func worker(_ worker: WorkerIdentity, said line: borrowing Line, _ envelope: Envelope, _ context: LineContext)

    /// A line that is no message of the protocol.
    func worker(
        _ worker: WorkerIdentity, printedGarbage line: borrowing Line, _ error: JSONError, _ context: LineContext)

    /// The one answer to the request with that token.
    func worker(_ worker: WorkerIdentity, answered token: UInt64, _ answer: WorkerAnswer)

    /// It is in another state; what happened, if it is worth telling, follows.
    func worker(_ worker: WorkerIdentity, changed status: WorkerStatus)

    /// Something happened to it; `status` is how it stands since, `stderrTail` the last it wrote there.
    func worker(_ worker: WorkerIdentity, _ event: WorkerEvent, _ status: WorkerStatus, stderrTail: String)
}

/// What comes along with a line.
///
/// `@unchecked Sendable`: it is handed to another actor of the same loop for the time of a call, as the line is.
package struct LineContext: @unchecked Sendable {
    /// How often the worker had been started when it wrote the line.
    package let generation: UInt32
    /// When it was read, in nanoseconds since 1970.
    package let readAt: UInt64
    /// Has scanned the line last, or does so when it is asked: lends its members.
    package let scanner: EnvelopeScanner
}
