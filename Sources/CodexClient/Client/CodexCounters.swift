/// What a client has counted since its start.
public struct CodexCounters: Sendable, Hashable {
    /// Requests that codex has, overdue and cancelled ones included while codex may be at work on them.
    public let requestsInFlight: Int
    /// Requests that wait for the window of 64.
    public let requestsQueued: Int
    /// Notifications of codex.
    public let notifications: Int
    /// Requests of codex.
    public let serverRequests: Int
    /// Those that have no answer yet.
    public let openServerRequests: Int
    /// Those that nobody took: they got the default answer.
    public let unhandledServerRequests: Int
    /// Those that nobody answered in time.
    public let expiredServerRequests: Int
    /// Those that codex withdrew.
    public let withdrawnServerRequests: Int
    /// Lines that are no message.
    public let unreadableLines: Int
    /// Messages that were dropped for slow readers, hooks and readers of stderr.
    public let dropped: Int
}
