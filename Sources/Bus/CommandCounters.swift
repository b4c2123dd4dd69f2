/// What went over the command socket.
package struct CommandCounters: Sendable, Equatable {
    package var requests = 0
    /// Answered with an error before anybody acted on them.
    package var refused = 0
    /// Messages without any frame of a request: there is nothing to answer.
    package var unreadable = 0
    /// Replies whose client had gone or did not take them.
    package var undelivered = 0

    package init() {}
}
