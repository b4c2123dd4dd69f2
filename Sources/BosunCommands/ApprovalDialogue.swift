import BusProtocol
import BosunClient
import EventLoop
import Glibc
import JSONRPC

/// Approvals decided by somebody at a terminal, one after the other.
struct ApprovalDialogue {
    /// How soon it is seen that somebody else was faster, or that it is to end.
    private static let watchInterval = Duration.milliseconds(100)

    /// What the terminal's program calls itself: claims tell two terminals of a user apart by it.
    static var clientName: String { "\(DaemonConnection.clientName), pid \(getpid())" }

    let approver: Approver
    let output: Output
    private var input = TypedLines()

    init(_ approver: Approver, _ output: Output) {
        self.approver = approver
        self.output = output
    }

    private enum Turn {
        case typed(String)
        /// Nobody needs an answer any more.
        case closed
        /// Somebody wants it to end, or there is nobody to be asked.
        case over
    }

    /// Asks about an approval. False when it is to end.
    mutating func ask(about approval: OpenApproval) throws(CommandFailure) -> Bool {
        let question = ApprovalQuestion(approval)
        for line in ApprovalText.lines(of: approval, for: output) { try output.line(line) }
        // What was typed before this one was shown is no answer to it.
        input.discard()
        try output.line(output.styled(question.prompt, .cyan))
        var isClaimed = false
        var isToGoOn: Bool?
        while isToGoOn == nil {
            switch try turn(about: approval) {
            case .typed(let text):
                switch question.choice(text) {
                case .decide(let decision): if try isDone(approval, decision) { isToGoOn = true }
                case .claim: if try isDone(claiming: approval) { isClaimed = true }
                case .leave: isToGoOn = true
                case .end: isToGoOn = false
                case nil: try output.line(output.styled("one of: \(question.prompt)", .cyan))
                }
            case .closed:
                try output.line(output.styled(ending(of: approval), .yellow))
                isToGoOn = true
            case .over:
                // Behind what the terminal shows of Ctrl-C.
                try output.line("")
                isToGoOn = false
            }
        }
        if isClaimed { try release(approval) }
        return isToGoOn ?? false
    }

    /// Whether somebody has ended it, or the input has ended, while there was nothing to ask.
    mutating func isOver() -> Bool {
        switch input.next(within: .zero) {
        case .line(let text): ApprovalQuestion.isEnd(text)
        case .end: true
        case .nothing: false
        }
    }

    // MARK: Answers

    /// Whether there is nothing more to be asked about it.
    private func isDone(_ approval: OpenApproval, _ decision: JSON) throws(CommandFailure) -> Bool {
        let answer = Result { () throws(CommanderError) in try approver.respond(approval, decision) }
        switch answer {
        case .success(let outcome):
            try output.line(ApprovalText.outcome(outcome, of: decision))
            return true
        case .failure(let error):
            switch error.code {
            case .refused(let reason):
                // Somebody was faster, or this user may not: the next one is asked about all the same.
                try warn("not taken: \(error.context)")
                return !reason.isRetryable
            case .timedOut, .indeterminate:
                try warn("it may not have been taken: \(error.context)")
                return false
            case .failed, .unusable: throw CommandFailure(.failed, error.context)
            }
        }
    }

    private func isDone(claiming approval: OpenApproval) throws(CommandFailure) -> Bool {
        let claim = Result { () throws(CommanderError) in
            try approver.claim(approval, for: ApprovalQuestion.claimTime)
        }
        guard case .failure(let error) = claim else {
            try output.line("others have to wait for 5 minutes, or until it is left")
            return true
        }
        try warn("not claimed: \(error.context)")
        return false
    }

    /// So that nobody waits for a claim that nobody needs any more.
    private func release(_ approval: OpenApproval) throws(CommandFailure) {
        guard approver.open[approval.id] != nil else { return }
        let release = Result { () throws(CommanderError) in try approver.release(approval) }
        guard case .failure(let error) = release else { return }
        // Closed meanwhile.
        if case .refused = error.code { return }
        try warn("the claim lapses by itself: \(error.context)")
    }

    private func warn(_ text: String) throws(CommandFailure) {
        try output.line(output.styled(SafeText.oneLine(text), .red))
    }

    private func ending(of approval: OpenApproval) -> String {
        do throws(CommanderError) {
            return ApprovalText.ending(try approver.ending(of: approval))
        } catch {
            return "it is not asked any more (\(SafeText.oneLine(error.context)))"
        }
    }

    // MARK: Waiting

    private mutating func turn(about approval: OpenApproval) throws(CommandFailure) -> Turn {
        var claim = approver.open[approval.id]?.claim
        while !Interruption.isRequested, !output.isAbandoned {
            switch input.next(within: Self.watchInterval) {
            case .line(let text): return .typed(text)
            case .end: return .over
            case .nothing: break
            }
            do throws(CommanderError) { try approver.follow() } catch { throw CommandFailure(.failed, error.context) }
            guard let open = approver.open[approval.id] else { return .closed }
            if open.claim != claim {
                claim = open.claim
                try tell(of: claim)
            }
        }
        return .over
    }

    /// That somebody else keeps it, or does not any more.
    private func tell(of claim: ApprovalClaim?) throws(CommandFailure) {
        guard let claim else { return try output.line("nobody claims it any more") }
        guard claim.client ?? claim.by != Self.clientName else { return }
        try output.line(output.styled("claimed by \(ApprovalText.name(claim.by, claim.client))", .yellow))
    }
}
