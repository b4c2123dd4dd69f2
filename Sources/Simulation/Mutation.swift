/// A bug planted in the simulated world, to see that the checker finds it.
package enum Mutation: String, Sendable, Hashable, CaseIterable {
    case replyDropped, replyTwice, replyLate
    case deadlineSaidThoughWritten, indeterminateSaidThoughUnwritten, downSaidThoughWritten
    case resumedByTwo, resumeTimerLost
    case backoffShortened, backoffLost, slotsIgnored
    case answeredTwice, generationIgnored, approvalEndUntold, approvalEndToldTwice, approvalTimerLost
    case claimIgnored, claimTimerLost
    case pendingForgotten, killLost, backingOffSkippedAtStop, startsGrantedAtStop, timerLeft
    case exitToldTwice, drainUntold, queueUnbounded, probeWaits

    /// What it breaks; the same mutation may break more than one promise.
    package var breaks: Set<Promise> {
        switch self {
        case .replyDropped, .replyTwice: [.oneReply]
        case .replyLate: [.insideDeadline]
        case .deadlineSaidThoughWritten: [.deadlineUnwritten]
        case .indeterminateSaidThoughUnwritten: [.indeterminateWritten]
        case .downSaidThoughWritten: [.downUnwritten]
        case .resumedByTwo: [.oneHolder]
        case .resumeTimerLost: [.liveAgain]
        case .backoffShortened: [.startDelay]
        case .backoffLost: [.neverGivenUp]
        case .slotsIgnored: [.concurrentStarts]
        case .answeredTwice: [.answeredOnce]
        case .generationIgnored: [.answerReachesItsRequest]
        case .approvalEndUntold: [.closedAtDeath]
        case .approvalEndToldTwice: [.approvalEndsOnce]
        case .approvalTimerLost: [.approvalEndsInTime]
        case .claimIgnored: [.claimHolds]
        case .claimTimerLost: [.claimEnds]
        case .pendingForgotten: [.closedAtDeath]
        case .killLost: [.stopEnds]
        case .backingOffSkippedAtStop: [.noTimerLeft, .noLateSpawn, .stopEnds]
        case .startsGrantedAtStop: [.noLateSpawn]
        case .timerLeft: [.noTimerLeft]
        case .exitToldTwice: [.lawfulOrder]
        case .drainUntold: [.drainStartsNothing]
        case .queueUnbounded: [.boundedQueues]
        case .probeWaits: [.askedBeforeJudged]
        }
    }
}
