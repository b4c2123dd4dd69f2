import BusProtocol
import EventLoop

/// Whether a command that failed is sent again, and when.
struct RetryRule {
    enum Verdict {
        /// - Parameter afresh: Over a new link: the daemon behind the old one is gone.
        case again(after: Duration, afresh: Bool)
        case giveUp(CommanderError)
    }

    private let deadline: MonotonicInstant
    private let longestPause: Duration
    private let finalReasons: Set<BusErrorReason>
    private var pause: Duration

    /// - Parameter finalReasons: of errors after which it is not sent again.
    init(
        until deadline: MonotonicInstant, pauses: ClosedRange<Duration>, except finalReasons: Set<BusErrorReason> = []
    ) {
        self.deadline = deadline
        self.finalReasons = finalReasons
        pause = pauses.lowerBound
        longestPause = pauses.upperBound
    }

    /// Pauses double from one to the next, and the last one ends when the time is up.
    mutating func failed(_ error: ClientError, at now: MonotonicInstant) -> Verdict {
        let isLost: Bool
        let outOfTime: CommanderError
        switch error.code {
        case .noDaemon:
            isLost = true
            outOfTime = CommanderError(.timedOut, error.context)
        case .rpc(let rpc):
            let reason = rpc.reason.flatMap(BusErrorReason.init(rawValue:))
            outOfTime =
                switch reason {
                case .indeterminate?: CommanderError(.indeterminate, error.context, rpc: rpc)
                case let reason?: CommanderError(.refused(reason), error.context, rpc: rpc)
                case nil: CommanderError(.failed, error.context, rpc: rpc)
                }
            let isFinal = reason.map(finalReasons.contains) ?? false
            guard rpc.isRetryable, !isFinal else { return .giveUp(outOfTime) }
            isLost = false
        case .garbageReply, .malformedEvent, .requestTooLarge, .notLetIn, .unusableKey, .socketFailed:
            return .giveUp(CommanderError(.unusable, error.context))
        }
        let left = now.duration(to: deadline)
        guard left > .zero else { return .giveUp(outOfTime) }
        defer { pause = min(pause * 2, longestPause) }
        return .again(after: min(pause, left), afresh: isLost)
    }
}
