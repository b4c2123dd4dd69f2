// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadItemEntry`.
public struct ThreadItemEntry: JSONCodable {
    public var completedAtMs: Presence<Int>
    public var item: ThreadItem
    public var startedAtMs: Presence<Int>
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        completedAtMs: Presence<Int> = .absent, item: ThreadItem, startedAtMs: Presence<Int> = .absent, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.completedAtMs = completedAtMs
        self.item = item
        self.startedAtMs = startedAtMs
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.completedAtMs = try members.presence("completedAtMs")
        self.item = try members.required("item")
        self.startedAtMs = try members.presence("startedAtMs")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("completedAtMs", completedAtMs)
        members.set("item", item)
        members.setPresence("startedAtMs", startedAtMs)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `ThreadItemsListAnchor`.
public indirect enum ThreadItemsListAnchor: JSONCodable {
    case item(ThreadItemsListAnchor.Item)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "item": self = .item(try ThreadItemsListAnchor.Item(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .item(let payload): payload.json.tagged("type", "item")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var itemId: String? {
        switch self {
        case .item(let payload): payload.itemId
        case .unknown(let json): json["itemId"].flatMap { try? String(json: $0) }
        }
    }
}

extension ThreadItemsListAnchor {
    /// The schema's `ThreadItemsListAnchor.Item`.
    public struct Item: JSONCodable {
        public var itemId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(itemId: String, additional: [String: JSONValue] = [:]) {
            self.itemId = itemId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.itemId = try members.required("itemId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("itemId", itemId)
            return .object(members)
        }
    }
}

/// The schema's `ThreadItemsListCursor`.
public indirect enum ThreadItemsListCursor: JSONCodable {
    case string(String)
    case threadItemsListAnchor(ThreadItemsListAnchor)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .string: self = .string(try String(json: json))
        case .object where json.has("type"): self = .threadItemsListAnchor(try ThreadItemsListAnchor(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .string(let payload): payload.json
        case .threadItemsListAnchor(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// What `thread/items/list` asks. Stable.
public struct ThreadItemsListParams: ClientRequestParams {
    public typealias Response = ThreadItemsListResponse
    public static let method = "thread/items/list"

    public var cursor: Presence<ThreadItemsListCursor>
    public var limit: Presence<Int>
    public var sortDirection: Presence<SortDirection>
    public var threadId: String
    public var turnId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<ThreadItemsListCursor> = .absent, limit: Presence<Int> = .absent,
        sortDirection: Presence<SortDirection> = .absent, threadId: String, turnId: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.limit = limit
        self.sortDirection = sortDirection
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.limit = try members.presence("limit")
        self.sortDirection = try members.presence("sortDirection")
        self.threadId = try members.required("threadId")
        self.turnId = try members.presence("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        members.setPresence("sortDirection", sortDirection)
        members.set("threadId", threadId)
        members.setPresence("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `thread/items/list`.
public struct ThreadItemsListResponse: JSONCodable {
    public var backwardsCursor: Presence<String>
    public var data: [ThreadItemEntry]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        backwardsCursor: Presence<String> = .absent, data: [ThreadItemEntry], nextCursor: Presence<String> = .absent,
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

/// What `thread/items/read` asks. Experimental.
public struct ThreadItemsReadParams: ClientRequestParams {
    public typealias Response = ThreadItemsReadResponse
    public static let method = "thread/items/read"

    public var itemIds: [String]
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(itemIds: [String], threadId: String, turnId: String, additional: [String: JSONValue] = [:]) {
        self.itemIds = itemIds
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemIds = try members.required("itemIds")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("itemIds", itemIds)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `thread/items/read`.
public struct ThreadItemsReadResponse: JSONCodable {
    public var data: [ThreadItemEntry]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [ThreadItemEntry], additional: [String: JSONValue] = [:]) {
        self.data = data
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.data = try members.required("data")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("data", data)
        return .object(members)
    }
}
