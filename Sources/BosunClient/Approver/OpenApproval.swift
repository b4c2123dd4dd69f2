package import JSONRPC

/// What a worker wants decided, as `approval/opened`, `approval/list` and a snapshot have it.
package struct OpenApproval: Sendable {
    package let id: String
    /// Codex's method, such as `item/fileChange/requestApproval`.
    package let method: String
    /// Codex's params, as they came.
    package let params: JSON
    /// What may be decided.
    package let offered: [JSON]
    /// Which of them grants nothing and lets the turn go on; nil when the daemon names none.
    package let refusal: JSON?
    /// All that the daemon tells of it.
    package let json: JSON

    /// Nil when it is no approval.
    package init?(_ json: JSON) {
        guard let id = json["approvalId"]?.stringValue, let method = json["method"]?.stringValue else { return nil }
        self.id = id
        self.method = method
        params = json["params"] ?? [:]
        offered = json["offered"]?.arrayValue ?? []
        refusal = json["refusal"].flatMap { $0.isNull ? nil : $0 }
        self.json = json
    }

    /// The decision that grants what was asked for this once, and nothing besides; nil when none is offered.
    package var acceptance: JSON? { offered.first(where: Self.isAcceptance) }

    /// The decision that grants it and its like until the session's end; nil when none is offered.
    package var acceptanceForSession: JSON? {
        offered.first { ["acceptForSession", "approved_for_session"].contains($0) }
    }

    /// Source: the server requests of codex app-server 0.163.0.
    package static func isAcceptance(_ offer: JSON) -> Bool {
        ["accept", "approved"].contains(offer) || offer == ["action": "accept"]
            || offer["permissions"]?.objectValue?.isEmpty == false
    }
}
