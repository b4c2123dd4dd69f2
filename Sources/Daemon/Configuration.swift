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
    /// Event loops: the main one, and those beside it that read what workers write.
    package var loops: Int
    /// Workers that may be started at a time.
    package var concurrentStarts: Int
    /// How long the workers have to end when the daemon is stopped.
    package var stopTimeout: Duration
    /// Besides root and the daemon's own user, who may do everything unless they are among these.
    package var users: [UserConfiguration]
    /// Nil: nobody is let in over tcp.
    package var listen: ListenConfiguration?
    package var audiences: [AudienceConfiguration]
    package var groups: [GroupConfiguration]

    package static let defaultLoops = 1
    /// One of them publishes: long before that many, the others wait for it.
    package static let mostLoops = 64
    package static let defaultConcurrentStarts = 4
    package static let defaultStopTimeout = Duration.seconds(20)
    /// SNDHWM of the events' socket where nobody says otherwise.
    package static let defaultEventsHighWaterMark = 20_000

    package init(
        runDirectory: String, stateDirectory: String,
        eventsHighWaterMark: Int = Configuration.defaultEventsHighWaterMark,
        events: EventSettings = EventSettings(), loops: Int = Configuration.defaultLoops,
        concurrentStarts: Int = Configuration.defaultConcurrentStarts,
        stopTimeout: Duration = Configuration.defaultStopTimeout, users: [UserConfiguration] = [],
        listen: ListenConfiguration? = nil, audiences: [AudienceConfiguration] = [], groups: [GroupConfiguration]
    ) {
        self.runDirectory = runDirectory
        self.stateDirectory = stateDirectory
        self.eventsHighWaterMark = eventsHighWaterMark
        self.events = events
        self.loops = loops
        self.concurrentStarts = concurrentStarts
        self.stopTimeout = stopTimeout
        self.users = users
        self.listen = listen
        self.audiences = audiences
        self.groups = groups
    }
}
