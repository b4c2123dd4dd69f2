// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/status/changed` tells.
public struct ThreadStatusChangedNotification: NotificationParams {
    public static let method = "thread/status/changed"

    public var status: ThreadStatus
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: ThreadStatus, threadId: String, additional: [String: JSONValue] = [:]) {
        self.status = status
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.status = try members.required("status")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("status", status)
        members.set("threadId", threadId)
        return .object(members)
    }
}
