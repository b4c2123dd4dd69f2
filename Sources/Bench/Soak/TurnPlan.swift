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
