import BosunClient
import JSONRPC

/// `bosun watch`: approvals as they come, and at the terminal an answer to each.
enum WatchCommand: Subcommand {
    private static let approve = CommandOption("approve", help: "ask about each at the terminal")

    static let syntax = CommandSyntax(
        "watch", "Shows approvals as they come, those that are open first, until SIGINT.",
        options: [approve] + CommandOption.ofListeners,
        notes: """
            With --json: each on a line of its own, as approval/list has it. Nothing is answered by itself: --approve asks,
            as `bosun approve` does, and goes on over a restart of the daemon.
            """)

    /// How soon it is seen that somebody wants it to end, or that nobody reads any more.
    private static let watchInterval = Duration.milliseconds(100)
    /// How long none must have come for there to be none.
    private static let settling = Duration.milliseconds(300)

    static func run(_ arguments: ParsedArguments, _ surroundings: Surroundings) throws(CommandFailure) {
        guard !arguments.has(approve) else {
            try CommandFailure.wrapping { () throws(UsageError) in
                guard !arguments.has(.json) else {
                    throw arguments.error("--approve asks people, --json is for programs")
                }
                try requireTerminal(arguments, surroundings, "--approve asks at a terminal")
            }
            return try decide(arguments, surroundings, untilNoneIsOpen: false)
        }
        Interruption.catchSignals()
        let approver = try approver(arguments, surroundings)
        let output = surroundings.output
        while !Interruption.isRequested, !output.isAbandoned {
            guard let approval = try next(approver, within: watchInterval) else { continue }
            if arguments.has(.json) {
                try output.line(SafeText.json(approval.json.serialized()))
            } else {
                try output.line(output.styled(SafeText.oneLine(approval.id), .bold))
                for line in ApprovalText.lines(of: approval, for: output) { try output.line(line) }
            }
        }
    }

    /// Where nobody sees the question, or can answer it, nothing is asked.
    static func requireTerminal(
        _ arguments: ParsedArguments, _ surroundings: Surroundings, _ what: String
    ) throws(UsageError) {
        guard StandardInput.isTerminal else { throw arguments.error("\(what), and the input is none") }
        guard surroundings.output.terminal != nil else { throw arguments.error("\(what), and the output is none") }
    }

    /// Asks about each approval, until somebody has had enough, or none is open.
    static func decide(
        _ arguments: ParsedArguments, _ surroundings: Surroundings, untilNoneIsOpen: Bool
    ) throws(CommandFailure) {
        Interruption.catchSignals()
        let output = surroundings.output
        let approver = try approver(arguments, surroundings)
        var dialogue = ApprovalDialogue(approver, output)
        if !untilNoneIsOpen { try output.line(output.styled("waiting for approvals; q ends it", .dim)) }
        while !Interruption.isRequested, !output.isAbandoned {
            if let approval = try next(approver, within: untilNoneIsOpen ? settling : watchInterval) {
                guard !approval.isForProgram else { continue }
                guard try dialogue.ask(about: approval) else { return }
            } else if dialogue.isOver() {
                return
            } else if untilNoneIsOpen, approver.isCurrent {
                let left = approver.open.count
                return try output.line(
                    left == 0 ? "nothing waits for a decision" : "nothing else waits for a decision; \(left) left open")
            }
        }
    }

    private static func approver(
        _ arguments: ParsedArguments, _ surroundings: Surroundings
    ) throws(CommandFailure) -> Approver {
        let endpoints = try surroundings.endpoints(arguments, hearsEvents: true)
        return try CommandFailure.wrapping { () throws(ClientError) in
            // Who waits at a terminal wants to know soon.
            try Approver(endpoints, client: ApprovalDialogue.clientName, timeout: .seconds(10))
        }
    }

    private static func next(_ approver: Approver, within time: Duration) throws(CommandFailure) -> OpenApproval? {
        do throws(CommanderError) {
            return try approver.next(timeout: time)
        } catch {
            throw CommandFailure(.failed, error.context)
        }
    }
}
