// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/name/updated` tells.
public struct ThreadNameUpdatedNotification: NotificationParams {
    public static let method = "thread/name/updated"

    public var threadId: String
    public var threadName: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, threadName: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.threadName = threadName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.threadName = try members.presence("threadName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        members.setPresence("threadName", threadName)
        return .object(members)
    }
}

/// What `thread/name/set` asks. Stable.
public struct ThreadSetNameParams: ClientRequestParams {
    public typealias Response = ThreadSetNameResponse
    public static let method = "thread/name/set"

    public var name: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/name/set`.
public struct ThreadSetNameResponse: JSONCodable {
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) {
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        let members = try Members(of: json)
        self.additional = members.rest
    }

    public var json: JSONValue { .object(additional) }
}
