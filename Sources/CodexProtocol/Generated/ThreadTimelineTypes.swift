// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadTimelineEntry`.
public indirect enum ThreadTimelineEntry: JSONCodable {
    case item(ThreadTimelineEntry.Item)
    case realtime(ThreadTimelineEntry.Realtime)
    case turnStarted(ThreadTimelineEntry.TurnStarted)
    case turnCompleted(ThreadTimelineEntry.TurnCompleted)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "item": self = .item(try ThreadTimelineEntry.Item(json: json))
        case "realtime": self = .realtime(try ThreadTimelineEntry.Realtime(json: json))
        case "turnStarted": self = .turnStarted(try ThreadTimelineEntry.TurnStarted(json: json))
        case "turnCompleted": self = .turnCompleted(try ThreadTimelineEntry.TurnCompleted(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .item(let payload): payload.json.tagged("type", "item")
        case .realtime(let payload): payload.json.tagged("type", "realtime")
        case .turnStarted(let payload): payload.json.tagged("type", "turnStarted")
        case .turnCompleted(let payload): payload.json.tagged("type", "turnCompleted")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var position: UInt64? {
        switch self {
        case .item(let payload): payload.position
        case .realtime(let payload): payload.position
        case .turnStarted(let payload): payload.position
        case .turnCompleted(let payload): payload.position
        case .unknown(let json): json["position"].flatMap { try? UInt64(json: $0) }
        }
    }
}

extension ThreadTimelineEntry {
    /// The schema's `ThreadTimelineEntry.Item`.
    public struct Item: JSONCodable {
        public var item: ThreadItem
        public var position: UInt64
        public var turnId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(item: ThreadItem, position: UInt64, turnId: String, additional: [String: JSONValue] = [:]) {
            self.item = item
            self.position = position
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.item = try members.required("item")
            self.position = try members.required("position")
            self.turnId = try members.required("turnId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("item", item)
            members.set("position", position)
            members.set("turnId", turnId)
            return .object(members)
        }
    }
}

extension ThreadTimelineEntry {
    /// The schema's `ThreadTimelineEntry.Realtime`.
    public struct Realtime: JSONCodable {
        public var item: ThreadRealtimeItem
        public var position: UInt64
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(item: ThreadRealtimeItem, position: UInt64, additional: [String: JSONValue] = [:]) {
            self.item = item
            self.position = position
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.item = try members.required("item")
            self.position = try members.required("position")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("item", item)
            members.set("position", position)
            return .object(members)
        }
    }
}

extension ThreadTimelineEntry {
    /// The schema's `ThreadTimelineEntry.TurnCompleted`.
    public struct TurnCompleted: JSONCodable {
        public var completedAt: Presence<Int>
        public var durationMs: Presence<Int>
        public var error: Presence<TurnError>
        public var position: UInt64
        public var startedAt: Presence<Int>
        public var status: TurnStatus
        public var turnId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            completedAt: Presence<Int> = .absent, durationMs: Presence<Int> = .absent,
            error: Presence<TurnError> = .absent, position: UInt64, startedAt: Presence<Int> = .absent,
            status: TurnStatus, turnId: String, additional: [String: JSONValue] = [:]
        ) {
            self.completedAt = completedAt
            self.durationMs = durationMs
            self.error = error
            self.position = position
            self.startedAt = startedAt
            self.status = status
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.completedAt = try members.presence("completed_at")
            self.durationMs = try members.presence("duration_ms")
            self.error = try members.presence("error")
            self.position = try members.required("position")
            self.startedAt = try members.presence("started_at")
            self.status = try members.required("status")
            self.turnId = try members.required("turn_id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("completed_at", completedAt)
            members.setPresence("duration_ms", durationMs)
            members.setPresence("error", error)
            members.set("position", position)
            members.setPresence("started_at", startedAt)
            members.set("status", status)
            members.set("turn_id", turnId)
            return .object(members)
        }
    }
}

extension ThreadTimelineEntry {
    /// The schema's `ThreadTimelineEntry.TurnStarted`.
    public struct TurnStarted: JSONCodable {
        public var position: UInt64
        public var startedAt: Presence<Int>
        public var turnId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            position: UInt64, startedAt: Presence<Int> = .absent, turnId: String, additional: [String: JSONValue] = [:]
        ) {
            self.position = position
            self.startedAt = startedAt
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.position = try members.required("position")
            self.startedAt = try members.presence("started_at")
            self.turnId = try members.required("turn_id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("position", position)
            members.setPresence("started_at", startedAt)
            members.set("turn_id", turnId)
            return .object(members)
        }
    }
}

/// What `thread/timeline/list` asks. Experimental.
public struct ThreadTimelineListParams: ClientRequestParams {
    public typealias Response = ThreadTimelineListResponse
    public static let method = "thread/timeline/list"

    public var cursor: Presence<String>
    public var limit: Presence<Int>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, limit: Presence<Int> = .absent, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.limit = limit
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.limit = try members.presence("limit")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/timeline/list`.
public struct ThreadTimelineListResponse: JSONCodable {
    public var activeRealtimeSessionAtPageStart: Presence<String>
    public var data: [ThreadTimelineEntry]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        activeRealtimeSessionAtPageStart: Presence<String> = .absent, data: [ThreadTimelineEntry],
        nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.activeRealtimeSessionAtPageStart = activeRealtimeSessionAtPageStart
        self.data = data
        self.nextCursor = nextCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.activeRealtimeSessionAtPageStart = try members.presence("activeRealtimeSessionAtPageStart")
        self.data = try members.required("data")
        self.nextCursor = try members.presence("nextCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("activeRealtimeSessionAtPageStart", activeRealtimeSessionAtPageStart)
        members.set("data", data)
        members.setPresence("nextCursor", nextCursor)
        return .object(members)
    }
}
