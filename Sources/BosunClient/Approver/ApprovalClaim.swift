import JSONRPC

/// Somebody takes time to decide an approval, and keeps it from others.
public struct ApprovalClaim: Sendable, Hashable {
    /// A user of the daemon's, else what the client calls itself.
    public let by: String
    /// What the client calls itself, where the daemon knows its user.
    public let client: String?

    init?(_ json: JSON) {
        guard let by = json["by"]?.stringValue else { return nil }
        self.by = by
        client = json["client"]?.stringValue
    }
}
