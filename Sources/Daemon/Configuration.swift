import ChildProcess

/// Everything that `bosun serve` is told.
package struct Configuration: Sendable, Equatable {
    /// Holds the lock and the sockets; made when missing.
    package var runDirectory: String
    /// Holds what outlives the daemon; made when missing.
    package var stateDirectory: String
    /// Events that may wait for one subscriber before it loses some; 0: no bound.
    package var eventsHighWaterMark: Int
    package var events: EventSettings
    /// Workers that may be started at a time.
    package var concurrentStarts: Int
    /// How long the workers have to end when the daemon is stopped.
    package var stopTimeout: Duration
    package var groups: [GroupConfiguration]

    package static let defaultConcurrentStarts = 4
    package static let defaultStopTimeout = Duration.seconds(20)
    /// SNDHWM of the events' socket where nobody says otherwise.
    package static let defaultEventsHighWaterMark = 20_000

    package init(
        runDirectory: String, stateDirectory: String,
        eventsHighWaterMark: Int = Configuration.defaultEventsHighWaterMark,
        events: EventSettings = EventSettings(),
        concurrentStarts: Int = Configuration.defaultConcurrentStarts,
        stopTimeout: Duration = Configuration.defaultStopTimeout, groups: [GroupConfiguration]
    ) {
        self.runDirectory = runDirectory
        self.stateDirectory = stateDirectory
        self.eventsHighWaterMark = eventsHighWaterMark
        self.events = events
        self.concurrentStarts = concurrentStarts
        self.stopTimeout = stopTimeout
        self.groups = groups
    }
}
