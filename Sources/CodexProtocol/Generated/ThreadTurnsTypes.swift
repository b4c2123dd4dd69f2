// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/turns/list` asks. Stable.
public struct ThreadTurnsListParams: ClientRequestParams {
    public typealias Response = ThreadTurnsListResponse
    public static let method = "thread/turns/list"

    public var cursor: Presence<String>
    public var itemsView: Presence<TurnItemsView>
    public var limit: Presence<Int>
    public var sortDirection: Presence<SortDirection>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, itemsView: Presence<TurnItemsView> = .absent,
        limit: Presence<Int> = .absent, sortDirection: Presence<SortDirection> = .absent, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.itemsView = itemsView
        self.limit = limit
        self.sortDirection = sortDirection
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.itemsView = try members.presence("itemsView")
        self.limit = try members.presence("limit")
        self.sortDirection = try members.presence("sortDirection")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("itemsView", itemsView)
        members.setPresence("limit", limit)
        members.setPresence("sortDirection", sortDirection)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/turns/list`.
public struct ThreadTurnsListResponse: JSONCodable {
    public var backwardsCursor: Presence<String>
    public var data: [Turn]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        backwardsCursor: Presence<String> = .absent, data: [Turn], nextCursor: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.backwardsCursor = backwardsCursor
        self.data = data
        self.nextCursor = nextCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.backwardsCursor = try members.presence("backwardsCursor")
        self.data = try members.required("data")
        self.nextCursor = try members.presence("nextCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("backwardsCursor", backwardsCursor)
        members.set("data", data)
        members.setPresence("nextCursor", nextCursor)
        return .object(members)
    }
}
