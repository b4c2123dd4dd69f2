/// Why a worker that runs is ended. The raw value is the stable word that consumers get.
package enum RecycleCause: String, Sendable, Hashable, CaseIterable {
    /// It did not answer `initialize` in time.
    case startTimeout = "start_timeout"
    case initializeRefused = "initialize_refused"
    /// A line of its output is longer than is allowed.
    case lineTooLong = "line_too_long"
    /// Too many of its lines were no messages.
    case garbage
    /// It said nothing, not even when it was asked.
    case noLiveness = "no_liveness"
    /// It closed its output and lived on.
    case outputClosed = "stdout_closed"
    /// It closed its input and lived on.
    case inputClosed = "stdin_closed"
    /// What is written for it waits in ever greater number.
    case notReading = "not_reading"
    /// A turn of it said nothing for too long.
    case turnStalled = "turn_stalled"
}
