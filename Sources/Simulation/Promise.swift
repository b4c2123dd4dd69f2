/// What is promised of the daemon, and looked for in every run.
package enum Promise: String, Sendable, Hashable, CaseIterable {
    case oneReply, insideDeadline, deadlineUnwritten, indeterminateWritten, downUnwritten
    case approvalEndsOnce, approvalEndsInTime, answeredOnce, answerReachesItsRequest, claimHolds, claimEnds
    case oneHolder, liveAgain
    case startDelay, concurrentStarts, neverGivenUp, lawfulOrder, askedBeforeJudged
    case closedAtDeath, stopEnds, noLateSpawn, noTimerLeft, drainStartsNothing, boundedQueues

    /// The sentence of the design that it stands for.
    package var sentence: String {
        switch self {
        case .oneReply: "every command gets exactly one reply"
        case .insideDeadline: "a command's reply comes inside its deadline"
        case .deadlineUnwritten: "`deadline` is said only when nothing was written"
        case .indeterminateWritten: "`indeterminate` is said only where the command's line had been written"
        case .downUnwritten: "a command whose line had been written is never told `worker_down`"
        case .approvalEndsOnce: "an approval that was opened ends once: resolved, expired, withdrawn or void"
        case .approvalEndsInTime: "an approval nobody answers is refused at its deadline"
        case .answeredOnce: "a worker's request gets one answer at most"
        case .answerReachesItsRequest: "no answer reaches another request or another generation than its own"
        case .claimHolds: "while somebody has claimed an approval, nobody else's answer is taken"
        case .claimEnds: "a claim ends by itself when its time is over"
        case .oneHolder: "a thread leaves a living worker only by that worker's end"
        case .liveAgain: "a stored thread is live again once a worker of its home is ready and stays so"
        case .startDelay: "between a failure and the next start the backoff's least delay passes"
        case .concurrentStarts: "so many workers start at once and no more, the first of a CODEX_HOME alone"
        case .neverGivenUp: "tries never end, unless somebody stopped the worker or it is parked"
        case .lawfulOrder: "a worker's events come in order: spawned, ready, exited, gone; generations rise by one"
        case .askedBeforeJudged: "a worker is ended for its silence only when it was asked, so many times running"
        case .closedAtDeath: "after a worker's end every pending command has its answer and every approval is void"
        case .stopEnds: "the daemon's stop ends, with every process ended"
        case .noLateSpawn: "after the stop began nothing is spawned"
        case .noTimerLeft: "every timer that was started is cancelled or fires"
        case .drainStartsNothing: "a worker that drains takes no new turn"
        case .boundedQueues: "every queue has a bound"
        }
    }
}
