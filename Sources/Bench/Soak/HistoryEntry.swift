/// One thing that a soak saw. Of the events, and of the replies, they stand in their order; between the two there is none.
package enum HistoryEntry: Sendable, Equatable {
    /// From here on the recorder hears every event of the epoch behind `seq`.
    case joined(epoch: UInt64, seq: UInt64)
    case event(HistoryEvent)
    /// The daemon's list says so of a worker, of which the recorder may not have heard: it joined later.
    case listed(worker: UInt64, generation: UInt32, isReady: Bool)
    /// A client was told that it has a new thread: from here on it is owed.
    case started(thread: String)
    /// What each worker says that it has, with nothing under way.
    case census([UInt64: [String]])
    case sent(command: Int, TurnPlan?)
    case replied(command: Int, CommandOutcome)
    /// No reply came though its deadline has passed for long.
    case overdue(command: Int)
}

/// The turn that a command is to start.
package struct TurnPlan: Sendable, Equatable {
    package var id: String
    package var thread: String
    package var deltas: UInt64
    /// The worker ends, or stands still, in the middle of it.
    package var isFaulty: Bool

    package init(id: String, thread: String, deltas: UInt64, isFaulty: Bool = false) {
        self.id = id
        self.thread = thread
        self.deltas = deltas
        self.isFaulty = isFaulty
    }
}
