import EventLoop
import BosunClient
import Glibc
import JSONRPC

/// Approvals decided by somebody at a terminal, one after the other.
struct ApprovalDialogue {
    /// How soon it is seen that somebody else was faster, or that it is to end.
    private static let watchInterval = Duration.milliseconds(100)

    let approver: Approver
    let output: Output

    /// Asks about each approval that is open. False when it is to end.
    func ask(about approval: OpenApproval) throws(CommandFailure) -> Bool {
        let question = ApprovalQuestion(approval)
        for line in ApprovalText.lines(of: approval, for: output) { try output.line(line) }
        try output.line(output.styled(question.prompt, .cyan))
        while true {
            guard let answer = try answer(while: approval) else {
                if Interruption.isRequested || output.isAbandoned { return false }
                try output.line("somebody else has decided it, or it is not asked any more")
                return true
            }
            guard let text = answer.text else { return false }
            switch question.choice(text) {
            case .decide(let decision):
                try output.line(try respond(approval, decision))
                return true
            case .leave: return true
            case .end: return false
            case nil: try output.line(output.styled("one of: \(question.prompt)", .cyan))
            }
        }
    }

    /// What came of it, for people.
    private func respond(_ approval: OpenApproval, _ decision: JSON) throws(CommandFailure) -> String {
        do throws(CommanderError) {
            return ApprovalDecision.text(approval.id, decision, try approver.respond(approval, decision))
        } catch {
            // Somebody was faster, has claimed it, or this user may not: the next one is asked about all the same.
            guard case .refused = error.code else { throw CommandFailure(.failed, error.context) }
            return "not taken: \(SafeText.oneLine(error.context))"
        }
    }

    /// A line of the terminal's, `text` nil at its end; nil when nobody needs it any more.
    private func answer(while approval: OpenApproval) throws(CommandFailure) -> (text: String?, Void)? {
        while !Interruption.isRequested, !output.isAbandoned {
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            if poll(&input, 1, CInt(Self.watchInterval.milliseconds)) > 0 { return (StandardInput.line(), ()) }
            try look()
            guard approver.isOpen(approval.id) else { return nil }
        }
        return nil
    }

    private func look() throws(CommandFailure) {
        do throws(CommanderError) { try approver.follow() } catch { throw CommandFailure(.failed, error.context) }
    }
}
