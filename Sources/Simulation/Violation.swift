import EventLoop

/// A promise that a run broke.
package struct Violation: Sendable, Hashable {
    package let promise: Promise
    /// The worker, command, thread or approval that it is about.
    package let subject: String
    /// Since the run's start.
    package let at: Duration
    package let detail: String
}
