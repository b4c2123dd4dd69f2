// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `serverRequest/resolved` tells.
public struct ServerRequestResolvedNotification: NotificationParams {
    public static let method = "serverRequest/resolved"

    public var requestId: RequestId
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(requestId: RequestId, threadId: String, additional: [String: JSONValue] = [:]) {
        self.requestId = requestId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.requestId = try members.required("requestId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("requestId", requestId)
        members.set("threadId", threadId)
        return .object(members)
    }
}
