// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/project/updated` tells.
public struct ThreadProjectUpdatedNotification: NotificationParams {
    public static let method = "thread/project/updated"

    public var projectId: Presence<String>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(projectId: Presence<String>, threadId: String, additional: [String: JSONValue] = [:]) {
        self.projectId = projectId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.projectId = try members.presence("projectId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("projectId", projectId)
        members.set("threadId", threadId)
        return .object(members)
    }
}
