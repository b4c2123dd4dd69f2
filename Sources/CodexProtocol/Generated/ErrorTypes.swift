// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `error` tells.
public struct ErrorNotification: NotificationParams {
    public static let method = "error"

    public var error: TurnError
    public var threadId: String
    public var turnId: String
    public var willRetry: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        error: TurnError, threadId: String, turnId: String, willRetry: Bool, additional: [String: JSONValue] = [:]
    ) {
        self.error = error
        self.threadId = threadId
        self.turnId = turnId
        self.willRetry = willRetry
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.required("error")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.willRetry = try members.required("willRetry")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("error", error)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        members.set("willRetry", willRetry)
        return .object(members)
    }
}
