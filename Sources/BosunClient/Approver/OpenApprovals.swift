package import JSONRPC

/// Which approvals are open, out of lists and events that overlap: each is given once.
package struct OpenApprovals: Sendable {
    /// Those that nobody has answered yet, by their ids.
    package private(set) var open: [String: OpenApproval] = [:]
    /// What has not been given yet, closed ones among it.
    private var new: ArraySlice<String> = []
    /// How those ended that were closed last, as events told.
    private var endings: [String: ApprovalEnding] = [:]
    private var ended: ArraySlice<String> = []
    private static let endingsKept = 1_000

    package init() {}

    /// How many ids wait to be given.
    package var waiting: Int { new.count }

    /// All that are open now, the most urgent first: what is not among them has been closed.
    package mutating func take(list: [JSON]) {
        let known = open
        open = [:]
        for approval in list.compactMap({ OpenApproval($0) }) { add(approval, isKnown: known[approval.id] != nil) }
    }

    /// An event of the daemon's about approvals. False when it can't be read: the list has what it was about.
    package mutating func take(_ method: String, _ body: JSON) -> Bool {
        let isAboutApprovals = method.hasPrefix("approval/")
        guard let id = body["approvalId"]?.stringValue else { return !isAboutApprovals }
        switch method {
        case "approval/opened":
            guard let approval = OpenApproval(body) else { return false }
            add(approval, isKnown: open[id] != nil)
        case "approval/resolved", "approval/expired", "approval/withdrawn", "approval/void":
            close(id, ApprovalEnding(body))
        case "approval/claimed": open[id]?.json["claim"] = body
        case "approval/released": open[id]?.json["claim"] = nil
        default: break
        }
        return true
    }

    /// How it ended; nil when no event has told.
    package func ending(of id: String) -> ApprovalEnding? { endings[id] }

    /// The next that has not been given yet, and is still open.
    package mutating func next() -> OpenApproval? {
        while let id = new.popFirst() {
            if let approval = open[id] { return approval }
        }
        return nil
    }

    private mutating func add(_ approval: OpenApproval, isKnown: Bool) {
        open[approval.id] = approval
        if !isKnown { new.append(approval.id) }
    }

    private mutating func close(_ id: String, _ ending: ApprovalEnding?) {
        open[id] = nil
        if let ending, endings.updateValue(ending, forKey: id) == nil { ended.append(id) }
        if ended.count > Self.endingsKept, let oldest = ended.popFirst() { endings[oldest] = nil }
        // Nobody may ever ask for the next one.
        if new.count > 2 * open.count + 64 { new = new.filter { open[$0] != nil }[...] }
    }
}
