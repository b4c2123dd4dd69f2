public import JSONRPC

/// What a worker wants decided, as `approval/opened`, `approval/list` and a snapshot have it.
public struct OpenApproval: Sendable, Hashable {
    public let id: String
    /// Codex's method, such as `item/fileChange/requestApproval`.
    public let method: String
    /// Codex's params, as they came.
    public let params: JSON
    /// What may be decided.
    public let offered: [JSON]
    /// Which of them grants nothing and lets the turn go on; nil when the daemon names none.
    public let refusal: JSON?
    /// All that the daemon tells of it: `protocols/bus.md` has its members.
    public internal(set) var json: JSON

    /// Nil when it is no approval.
    public init?(_ json: JSON) {
        guard let id = json["approvalId"]?.stringValue, let method = json["method"]?.stringValue else { return nil }
        self.id = id
        self.method = method
        params = json["params"] ?? [:]
        offered = json["offered"]?.arrayValue ?? []
        refusal = json["refusal"].flatMap { $0.isNull ? Optional.none : $0 }
        self.json = json
    }

    public var worker: String? { json["worker"]?.stringValue }
    /// Nil when it is about no thread.
    public var threadID: String? { json["threadId"]?.stringValue }
    /// Where it would happen.
    public var directory: String? { json["cwd"]?.stringValue }
    /// Why codex asks, in its own words.
    public var reason: String? { params["reason"]?.stringValue }

    /// Whether it is for the one program that registered for it: nobody else may answer.
    public var isForProgram: Bool { json["holder"]?.isObject == true }

    /// Who keeps it from others for now; nil when nobody does.
    public var claim: ApprovalClaim? { json["claim"].flatMap { ApprovalClaim($0) } }

    /// The decision that grants what was asked for this once, and nothing besides; nil when none is offered.
    public var acceptance: JSON? { offered.first(where: Self.isAcceptance) }

    /// The decision that grants it and its like until the session's end; nil when none is offered.
    public var acceptanceForSession: JSON? {
        offered.first { ["acceptForSession", "approved_for_session"].contains($0) }
    }

    /// Whether a decision is the plain yes.
    ///
    /// Source: the server requests of codex app-server 0.163.0.
    public static func isAcceptance(_ offer: JSON) -> Bool {
        ["accept", "approved"].contains(offer) || offer == ["action": "accept"]
            || offer["permissions"]?.objectValue?.isEmpty == false
    }
}
