// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/loaded/list` asks. Stable.
public struct ThreadLoadedListParams: ClientRequestParams {
    public typealias Response = ThreadLoadedListResponse
    public static let method = "thread/loaded/list"

    public var cursor: Presence<String>
    public var limit: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, limit: Presence<Int> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.limit = limit
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.limit = try members.presence("limit")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        return .object(members)
    }
}

/// What is answered to `thread/loaded/list`.
public struct ThreadLoadedListResponse: JSONCodable {
    public var data: [String]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [String], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.data = data
        self.nextCursor = nextCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.data = try members.required("data")
        self.nextCursor = try members.presence("nextCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("data", data)
        members.setPresence("nextCursor", nextCursor)
        return .object(members)
    }
}
