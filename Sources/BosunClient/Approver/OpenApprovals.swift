package import JSONRPC

/// Which approvals are open, out of lists and events that overlap: each is given once.
package struct OpenApprovals: Sendable {
    private var open: [String: OpenApproval] = [:]
    private var new: [String] = []

    package init() {}

    /// How many nobody has answered yet.
    package var count: Int { open.count }

    package func isOpen(_ id: String) -> Bool { open[id] != nil }

    /// All that are open now, the most urgent first: what is not among them has been closed.
    package mutating func take(list: [JSON]) {
        let known = open
        open = [:]
        for approval in list.compactMap({ OpenApproval($0) }) { add(approval, isKnown: known[approval.id] != nil) }
    }

    /// An event of the daemon's about approvals.
    package mutating func take(_ method: String, _ body: JSON) {
        switch method {
        case "approval/opened":
            guard let approval = OpenApproval(body) else { return }
            add(approval, isKnown: open[approval.id] != nil)
        case "approval/resolved", "approval/expired", "approval/withdrawn", "approval/void":
            if let id = body["approvalId"]?.stringValue { open[id] = nil }
        default: break
        }
    }

    /// The next that has not been given yet, and is still open.
    package mutating func next() -> OpenApproval? {
        while !new.isEmpty {
            if let approval = open[new.removeFirst()] { return approval }
        }
        return nil
    }

    private mutating func add(_ approval: OpenApproval, isKnown: Bool) {
        open[approval.id] = approval
        if !isKnown { new.append(approval.id) }
    }
}
