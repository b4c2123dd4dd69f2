private import Glibc

/// The steps that end orphans, by the time since the first was found: a moment to end by themselves (their input has ended),
/// SIGTERM, SIGKILL, and the end of the hunt.
package struct OrphanLadder: Sendable {
    package enum Step: Int, Sendable, Comparable, CaseIterable {
        case waiting
        case terminating
        case killing
        case over

        package static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }

        /// In this order; a stopped process takes SIGTERM only once it goes on.
        package var signals: [CInt] {
            switch self {
            case .waiting, .over: []
            case .terminating: [SIGTERM, SIGCONT]
            case .killing: [SIGKILL]
            }
        }
    }

    /// Since the first was found, when each step begins.
    private let terminate: Duration
    private let kill: Duration
    private let end: Duration

    package init(
        terminate: Duration = .seconds(2), kill: Duration = .milliseconds(3_500), end: Duration = .seconds(5)
    ) {
        self.terminate = terminate
        self.kill = kill
        self.end = end
    }

    package func step(after elapsed: Duration) -> Step {
        if elapsed < terminate { return .waiting }
        if elapsed < kill { return .terminating }
        return elapsed < end ? .killing : .over
    }

    /// How long until the next step.
    package func untilNextStep(after elapsed: Duration) -> Duration {
        [terminate, kill, end].first { $0 > elapsed }.map { $0 - elapsed } ?? .zero
    }
}
