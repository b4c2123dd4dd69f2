// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `autoApprovalReview/strictReviewRequired` tells.
public struct StrictReviewRequiredNotification: NotificationParams {
    public static let method = "autoApprovalReview/strictReviewRequired"

    public var startedAtMs: Int
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(startedAtMs: Int, threadId: String, turnId: String, additional: [String: JSONValue] = [:]) {
        self.startedAtMs = startedAtMs
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.startedAtMs = try members.required("startedAtMs")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("startedAtMs", startedAtMs)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}
