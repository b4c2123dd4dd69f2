import JSONRPC

/// Something happened to an approval.
public struct ApprovalEvent: Sendable, Hashable {
    public enum Change: Sendable, Hashable {
        case opened(OpenApproval)
        /// Somebody keeps it from others, for so long.
        case claimed(ApprovalClaim, remaining: Duration)
        /// It can be claimed and answered by others again; whether because the claim's time was over.
        case released(by: String, hasLapsed: Bool)
        /// Somebody said yes, and so many have to; or, where that is revoked, somebody's yes does not count any more.
        case voted(by: String, votes: [String], quorum: Int, isRevoked: Bool)
        case ended(ApprovalEnding)
    }

    public let approvalID: String
    /// Codex's method, such as `item/fileChange/requestApproval`.
    public let method: String
    public let worker: String
    /// Nil when it is about no thread.
    public let threadID: String?
    public let change: Change

    init?(_ name: String, _ body: JSON) {
        guard let approvalID = body["approvalId"]?.stringValue, let method = body["method"]?.stringValue,
            let worker = body["worker"]?.stringValue, let change = Self.change(name, body)
        else { return nil }
        self.approvalID = approvalID
        self.method = method
        self.worker = worker
        threadID = body["threadId"]?.stringValue
        self.change = change
    }

    private static func change(_ name: String, _ body: JSON) -> Change? {
        let by = body["by"]?.stringValue
        switch name {
        case "approval/opened": return OpenApproval(body).map { .opened($0) }
        case "approval/claimed":
            guard let claim = ApprovalClaim(body), let remaining = body["remainingMs"]?.intValue else { return nil }
            return .claimed(claim, remaining: .milliseconds(remaining))
        case "approval/released":
            guard let by, let hasLapsed = body["lapsed"]?.boolValue else { return nil }
            return .released(by: by, hasLapsed: hasLapsed)
        case "approval/voted":
            guard let by, let votes = body["votes"]?.arrayValue, let quorum = body["quorum"]?.intValue else {
                return nil
            }
            return .voted(
                by: by, votes: votes.compactMap(\.stringValue), quorum: Int(clamping: quorum),
                isRevoked: body["revoked"]?.boolValue == true)
        case "approval/resolved", "approval/expired", "approval/withdrawn", "approval/void":
            return ApprovalEnding(body).map { .ended($0) }
        default: return nil
        }
    }
}
