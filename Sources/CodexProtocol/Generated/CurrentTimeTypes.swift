// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `currentTime/read` asks.
public struct CurrentTimeReadParams: ServerRequestParams {
    public typealias Response = CurrentTimeReadResponse
    public static let method = "currentTime/read"

    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `currentTime/read`.
public struct CurrentTimeReadResponse: JSONCodable {
    public var currentTimeAt: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(currentTimeAt: Int, additional: [String: JSONValue] = [:]) {
        self.currentTimeAt = currentTimeAt
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.currentTimeAt = try members.required("currentTimeAt")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("currentTimeAt", currentTimeAt)
        return .object(members)
    }
}
