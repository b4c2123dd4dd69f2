// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/environment/connected` tells.
public struct EnvironmentConnectionNotification: NotificationParams {
    public static let method = "thread/environment/connected"

    public var environmentId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(environmentId: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.environmentId = environmentId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.required("environmentId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("environmentId", environmentId)
        members.set("threadId", threadId)
        return .object(members)
    }
}
