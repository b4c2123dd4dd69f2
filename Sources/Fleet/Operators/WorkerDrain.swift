/// A worker's drain: when its turns are interrupted, and when nothing holds it up any more.
///
/// The worker's own state machine ends the process at the drain's deadline, whatever runs. Turns that are to be cut off
/// are interrupted some seconds before, so that codex can say and store how they ended.
package struct WorkerDrain: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        /// Interrupt the turns that run.
        case interruptTurns
        /// Interrupt the turns that run by then.
        case interruptLater(Duration)
        /// Wait for the last words about turns that are over, or the first of one that begins.
        case settle(Duration)
        /// The worker can be ended.
        case drained
    }

    /// How long before the drain's deadline the turns are interrupted; half of a deadline shorter than twice this.
    package static let margin = Duration.seconds(5)
    /// `turn/completed` follows the thread's idle status within milliseconds (codex 0.163.0).
    package static let settling = Duration.seconds(1)

    /// Turns are interrupted, those that begin late, too.
    package var interruptsAll = false
    private var hasBegun = false
    private var isSettling = false
    private var isDrained = false

    package init() {}

    /// The drain has a deadline from now on. Nil when it has one already.
    package mutating func begin(_ policy: GroupPolicy.Drain, deadline: Duration) -> Step? {
        guard !hasBegun else { return nil }
        hasBegun = true
        return switch policy {
        case .interrupt: .interruptTurns
        case .wait: .interruptLater(deadline - min(Self.margin, deadline / 2))
        }
    }

    /// Something of the worker's has changed: so many turns run or are about to; `isSpeaking`: it has more to say, of the
    /// end of one or of the beginning.
    package mutating func look(work: Int, isSpeaking: Bool) -> Step? {
        guard !isDrained, work == 0 else {
            isSettling = false
            return nil
        }
        guard isSpeaking else {
            isDrained = true
            return .drained
        }
        guard !isSettling else { return nil }
        isSettling = true
        return .settle(Self.settling)
    }

    /// The last words did not come.
    package mutating func settled(work: Int) -> Step? {
        guard isSettling, !isDrained, work == 0 else { return nil }
        isDrained = true
        return .drained
    }
}
