private import Glibc

/// The steps that end a worker, each given its time: end of file, SIGTERM, SIGKILL.
///
/// End of file comes first, since it is what makes `codex app-server` drain: over stdio it has no graceful SIGTERM.
package struct StopLadder: Sendable {
    /// How long each step may take.
    package struct Durations: Equatable, Sendable {
        package var endOfFile: Duration
        package var terminate: Duration
        /// Between one SIGKILL and the next, for a process that can't end yet.
        package var kill: Duration

        package init(
            endOfFile: Duration = .seconds(10), terminate: Duration = .seconds(5), kill: Duration = .seconds(5)
        ) {
            self.endOfFile = endOfFile
            self.terminate = terminate
            self.kill = kill
        }
    }

    package enum Action: Equatable, Sendable {
        case closeStdin
        /// To the process group, in this order.
        case signalGroup([CInt])
        /// One timer at a time.
        case startTimer(Duration)
        case cancelTimer
        /// The process has ended; `endedBy` says through what.
        case finished
    }

    /// The last step before the end.
    package enum EndedBy: String, Equatable, Sendable {
        case byItself
        case eof
        case sigterm
        case sigkill
    }

    package enum State: Equatable, Sendable, CaseIterable {
        case running
        case closing
        case terminating
        case killing
        case ended
    }

    package private(set) var state = State.running
    /// Nil until the process has ended.
    package private(set) var endedBy: EndedBy?
    private let durations: Durations

    package init(durations: Durations = Durations()) {
        self.durations = durations
    }

    /// Starts the stop; once it runs, or the process has ended, nothing.
    package mutating func begin() -> [Action] {
        state == .running ? nextStep() : []
    }

    /// The running step's time is over.
    package mutating func timerFired() -> [Action] {
        switch state {
        case .running, .ended: []
        case .closing, .terminating, .killing: nextStep()
        }
    }

    /// Goes to the next step at once, and begins when nothing has begun.
    package mutating func hurry() -> [Action] {
        switch state {
        case .running: nextStep()
        case .closing, .terminating, .killing: [.cancelTimer] + nextStep()
        case .ended: []
        }
    }

    /// The process has ended, whatever the reason.
    package mutating func exited() -> [Action] {
        defer { state = .ended }
        switch state {
        case .running:
            endedBy = .byItself
            return [.finished]
        case .closing: endedBy = .eof
        case .terminating: endedBy = .sigterm
        case .killing: endedBy = .sigkill
        case .ended: return []
        }
        return [.cancelTimer, .finished]
    }

    private mutating func nextStep() -> [Action] {
        switch state {
        case .running:
            state = .closing
            return [.closeStdin, .startTimer(durations.endOfFile)]
        case .closing:
            state = .terminating
            // A stopped process takes SIGTERM only once it goes on.
            return [.signalGroup([SIGTERM, SIGCONT]), .startTimer(durations.terminate)]
        case .terminating, .killing:
            state = .killing
            return [.signalGroup([SIGKILL]), .startTimer(durations.kill)]
        case .ended:
            return []
        }
    }
}
