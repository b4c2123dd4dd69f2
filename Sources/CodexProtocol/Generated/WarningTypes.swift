// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `warning` tells.
public struct WarningNotification: NotificationParams {
    public static let method = "warning"

    public var message: String
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(message: String, threadId: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.message = message
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.required("message")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("message", message)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}
