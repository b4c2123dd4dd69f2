public import BusProtocol
import EventLoop
public import JSONRPC

/// A client that decides approvals: gives each that is open once, those that were open before it came too, and sends what
/// is decided until it has an outcome, over restarts of the daemon. Nothing is ever answered by itself.
///
///     let approver = try Approver(Endpoints(runDirectory: "/run/bosun"), client: "my-agent")
///     while true {
///         guard let approval = try approver.next(timeout: .seconds(60)), let no = approval.refusal else { continue }
///         try approver.respond(approval, isHarmless(approval) ? approval.acceptance ?? no : no)
///     }
///
/// Not Sendable: for one thread, which may wait.
public final class Approver {
    private let events: UnbrokenSubscriber
    private let commander: ApprovalCommander
    private var approvals = OpenApprovals()
    /// Behind which place events are news; nil when what is open has to be asked for anew.
    private var listed: EventCursor?

    /// How long a daemon that does not answer holds `next` and `follow` up.
    private static let patience = Duration.seconds(1)
    /// Events that are taken in at a time: a flood must not hold up what came with it.
    private static let batch = 1_000

    /// Throws `noDaemon` when nobody answers.
    ///
    /// - Parameters:
    ///   - client: What it calls itself; claims tell two clients of a user apart by it.
    ///   - timeout: How long an answer may take, with all its tries.
    public init(_ endpoints: Endpoints, client: String, timeout: Duration = .seconds(30)) throws(ClientError) {
        events = try UnbrokenSubscriber(endpoints, prefixes: ["rq."])
        commander = ApprovalCommander(endpoints, client: client, timeout: timeout)
    }

    /// Those that nobody has answered yet, as far as is known here, by their ids.
    public var open: [String: OpenApproval] { approvals.open }

    /// Whether `open` is what a daemon has said; false while none answers.
    public var isCurrent: Bool { listed != nil }

    /// The next that somebody has to decide; nil when none came within `timeout`, and when no daemon answers.
    public func next(timeout: Duration) throws(CommanderError) -> OpenApproval? {
        let deadline = ContinuousClock.now + timeout
        while true {
            try follow()
            if let approval = approvals.next() { return approval }
            let left = deadline - .now
            guard left > .zero else { return nil }
            // One that nobody answers is asked again soon.
            if let delivery = try event(within: isCurrent ? left : min(left, Self.patience / 5)) { take(delivery) }
        }
    }

    /// Takes up what has come meanwhile, without waiting for more: `open` has it then.
    public func follow() throws(CommanderError) {
        if !isCurrent { try list() }
        guard isCurrent else { return }
        for _ in 0..<Self.batch {
            guard let delivery = try event(within: .zero) else { break }
            take(delivery)
        }
        if !isCurrent { try list() }
    }

    /// Decides it. Refused with `approval_resolved` when somebody was faster, `approval_claimed` while somebody keeps it.
    ///
    /// - Parameter decision: One of `offered`.
    @discardableResult
    public func respond(_ approval: OpenApproval, _ decision: JSON) throws(CommanderError) -> AnswerOutcome {
        try respond(["approvalId": .string(approval.id), "decision": decision])
    }

    /// Answers with the whole result as codex's schema has it, such as the answers to its questions.
    @discardableResult
    public func respond(_ approval: OpenApproval, result: JSON) throws(CommanderError) -> AnswerOutcome {
        try respond(["approvalId": .string(approval.id), "result": result])
    }

    /// Keeps it from others for so long, which does not move its deadline. Refused when somebody has claimed or answered
    /// it.
    public func claim(_ approval: OpenApproval, for time: Duration) throws(CommanderError) {
        _ = try commander.perform(
            "approval/claim", ["approvalId": .string(approval.id), "ttlMs": .integer(max(1, time.milliseconds))])
    }

    /// Gives up a claim; one that nobody has stays as it is.
    public func release(_ approval: OpenApproval) throws(CommanderError) {
        _ = try commander.perform("approval/release", ["approvalId": .string(approval.id)])
    }

    /// How it ended; nil while it is open. Refused with `approval_unknown` when nobody remembers.
    public func ending(of approval: OpenApproval) throws(CommanderError) -> ApprovalEnding? {
        // Events tell what codex was answered, too.
        if let ending = approvals.ending(of: approval.id) { return ending }
        return try commander.ending(of: approval.id)
    }

    // MARK: Parts

    private func respond(_ params: JSON) throws(CommanderError) -> AnswerOutcome {
        AnswerOutcome(try commander.perform("approval/respond", params).value)
    }

    /// What is open; when no daemon can say, `next` and `follow` try again.
    private func list() throws(CommanderError) {
        do throws(CommanderError) {
            let answer = try commander.ask("approval/list", timeout: Self.patience)
            approvals.take(list: answer.value["approvals"]?.arrayValue ?? [])
            listed = answer.cursor ?? EventCursor(epoch: 0, seq: 0)
        } catch {
            guard error.code == .timedOut || error.rpc?.isRetryable == true else { throw error }
        }
    }

    private func event(within time: Duration) throws(CommanderError) -> UnbrokenSubscriber.Delivery? {
        do throws(ClientError) {
            return try events.next(timeout: time)
        } catch {
            guard case .malformedEvent = error.code else { throw CommanderError(.unusable, error.context) }
            listed = nil
            return nil
        }
    }

    private func take(_ delivery: UnbrokenSubscriber.Delivery) {
        switch delivery {
        case .event(let event):
            // A worker's request may be called like an event of the daemon's; and what the list had is known.
            guard event.header.flags.contains(.madeByDaemon), let place = listed, event.cursor > place else { return }
            // One too large to be published is in the list, whole.
            guard !event.header.flags.contains(.byReference), approvals.take(event.topic.method, .raw(event.body))
            else { return listed = nil }
        // Another daemon has other approvals; and what was lost may have closed one.
        case .lost, .rejoined: listed = nil
        }
    }
}
