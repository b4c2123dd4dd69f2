import EventLoop
package import BusProtocol
package import JSONRPC

/// A client that decides approvals: gives each that is open once, those that were open before it came too, and sends what
/// is decided until it has an outcome. Nothing is ever answered by itself.
///
/// Not Sendable: for one thread, which may wait.
package final class Approver {
    private let events: UnbrokenSubscriber
    private let commander: Commander
    private var approvals = OpenApprovals()
    private var isListed = false

    /// Throws `noDaemon` when nobody answers.
    ///
    /// - Parameter client: what it calls itself; claims tell two clients of a user apart by it.
    package init(_ endpoints: Endpoints, client: String) throws(ClientError) {
        events = try UnbrokenSubscriber(endpoints, prefixes: ["rq."])
        var options = Commander.Options(client: client)
        options.timeout = .seconds(30)
        commander = Commander(endpoints, options)
    }

    /// How many nobody has answered yet, as far as is known here.
    package var open: Int { approvals.count }

    package func isOpen(_ id: String) -> Bool { approvals.isOpen(id) }

    /// The next that somebody has to decide; nil when none came within `timeout`.
    package func next(timeout: Duration) throws(CommanderError) -> OpenApproval? {
        let deadline = ContinuousClock.now + timeout
        repeat {
            if !isListed { try list() }
            if let approval = approvals.next() { return approval }
            let left = max(.zero, deadline - .now)
            guard let delivery = try event(within: left) else { continue }
            take(delivery)
        } while ContinuousClock.now < deadline
        return approvals.next()
    }

    /// Takes up what has come meanwhile, without waiting: `isOpen` knows it then.
    package func follow() throws(CommanderError) {
        if !isListed { try list() }
        while let delivery = try event(within: .zero) { take(delivery) }
    }

    /// Decides it. Refused with `approval_resolved` when somebody was faster.
    ///
    /// - Parameter decision: one of `offered`.
    package func respond(_ approval: OpenApproval, _ decision: JSON) throws(CommanderError) -> JSON {
        try commander.perform(
            "approval/respond", ["approvalId": .string(approval.id), "decision": decision]
        ).value
    }

    /// Keeps it from others for so long.
    package func claim(_ approval: OpenApproval, for time: Duration) throws(CommanderError) {
        _ = try commander.perform(
            "approval/claim", ["approvalId": .string(approval.id), "ttlMs": .integer(max(1, time.milliseconds))])
    }

    package func release(_ approval: OpenApproval) throws(CommanderError) {
        _ = try commander.perform("approval/release", ["approvalId": .string(approval.id)])
    }

    // MARK: Parts

    private func list() throws(CommanderError) {
        let answer = try commander.ask("approval/list").value
        approvals.take(list: answer["approvals"]?.arrayValue ?? [])
        isListed = true
    }

    private func event(within time: Duration) throws(CommanderError) -> UnbrokenSubscriber.Delivery? {
        do throws(ClientError) {
            return try events.next(timeout: time)
        } catch {
            if case .malformedEvent = error.code { return nil }
            throw CommanderError(.unusable, error.context)
        }
    }

    private func take(_ delivery: UnbrokenSubscriber.Delivery) {
        switch delivery {
        case .event(let event):
            // A worker's request may be called like an event of the daemon's.
            guard event.header.flags.contains(.madeByDaemon) else { return }
            approvals.take(event.topic.method, .raw(event.body))
        // Another daemon has other approvals; and what was lost may have closed one.
        case .lost, .rejoined: isListed = false
        }
    }
}
