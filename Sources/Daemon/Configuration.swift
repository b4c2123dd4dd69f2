import ChildProcess

/// Everything that `bosun serve` is told.
package struct Configuration: Sendable, Equatable {
    /// Holds the lock and the sockets; made when missing.
    package var runDirectory: String
    /// Holds what outlives the daemon; made when missing.
    package var stateDirectory: String
    /// Events that may wait for one subscriber before it loses some; 0: no bound.
    package var eventsHighWaterMark: Int
    package var groups: [GroupConfiguration]

    /// SNDHWM of the events' socket where nobody says otherwise.
    package static let defaultEventsHighWaterMark = 20_000

    package init(
        runDirectory: String, stateDirectory: String,
        eventsHighWaterMark: Int = Configuration.defaultEventsHighWaterMark, groups: [GroupConfiguration]
    ) {
        self.runDirectory = runDirectory
        self.stateDirectory = stateDirectory
        self.eventsHighWaterMark = eventsHighWaterMark
        self.groups = groups
    }
}
