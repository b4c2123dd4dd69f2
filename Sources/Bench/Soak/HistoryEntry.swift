package import BusProtocol

/// One thing that a soak saw. Of the events, and of the replies, they stand in their order; between the two there is none.
package enum HistoryEntry: Sendable, Equatable {
    /// A daemon's epoch begins, and a replay has given all of the one before. From here on every event of it comes, those of
    /// before the recorder's join from a replay.
    case joined(epoch: UInt64)
    /// From the stream, or from a replay: then it may be one that the stream had, too.
    case event(HistoryEvent)
    /// A replay has given all up to there that is kept.
    case replayed(through: EventCursor)
    /// A replay behind there says that events are missing.
    case truncated(after: EventCursor)
    /// A client that has its losses mended wants all that is kept, from the first event on.
    case followed
    /// It was given that.
    case delivered(HistoryEvent)
    /// It says that this can't be had.
    case passedOver(String)
    /// A client was told that it has a new thread: from here on it is owed.
    case started(thread: String)
    /// What each worker says that it has, with nothing under way.
    case census([UInt64: [String]])
    case sent(command: Int, TurnPlan?)
    /// With the place that the events had come to when the daemon took the command, where the reply names it.
    case replied(command: Int, CommandOutcome, takenAt: EventCursor? = nil)
    /// No reply came though its deadline has passed for long.
    case overdue(command: Int)
}
