// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `guardianWarning` tells.
public struct GuardianWarningNotification: NotificationParams {
    public static let method = "guardianWarning"

    public var message: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(message: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.message = message
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.required("message")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("message", message)
        members.set("threadId", threadId)
        return .object(members)
    }
}
