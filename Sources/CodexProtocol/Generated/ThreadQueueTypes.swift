// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `QueuedSubmission`.
public struct QueuedSubmission: JSONCodable {
    public var clientUserMessageId: String
    public var id: String
    public var input: [UserInput]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(clientUserMessageId: String, id: String, input: [UserInput], additional: [String: JSONValue] = [:]) {
        self.clientUserMessageId = clientUserMessageId
        self.id = id
        self.input = input
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.clientUserMessageId = try members.required("clientUserMessageId")
        self.id = try members.required("id")
        self.input = try members.required("input")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("clientUserMessageId", clientUserMessageId)
        members.set("id", id)
        members.set("input", input)
        return .object(members)
    }
}

/// What `thread/queue/add` asks. Experimental.
public struct ThreadQueueAddParams: ClientRequestParams {
    public typealias Response = ThreadQueueAddResponse
    public static let method = "thread/queue/add"

    public var clientUserMessageId: String
    public var input: [UserInput]
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        clientUserMessageId: String, input: [UserInput], threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.clientUserMessageId = clientUserMessageId
        self.input = input
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.clientUserMessageId = try members.required("clientUserMessageId")
        self.input = try members.required("input")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("clientUserMessageId", clientUserMessageId)
        members.set("input", input)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/queue/add`.
public struct ThreadQueueAddResponse: JSONCodable {
    public var queuedSubmission: QueuedSubmission
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(queuedSubmission: QueuedSubmission, additional: [String: JSONValue] = [:]) {
        self.queuedSubmission = queuedSubmission
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.queuedSubmission = try members.required("queuedSubmission")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("queuedSubmission", queuedSubmission)
        return .object(members)
    }
}

/// What `thread/queue/changed` tells.
public struct ThreadQueueChangedNotification: NotificationParams {
    public static let method = "thread/queue/changed"

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

/// What `thread/queue/delete` asks. Experimental.
public struct ThreadQueueDeleteParams: ClientRequestParams {
    public typealias Response = ThreadQueueDeleteResponse
    public static let method = "thread/queue/delete"

    public var queuedSubmissionId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(queuedSubmissionId: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.queuedSubmissionId = queuedSubmissionId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.queuedSubmissionId = try members.required("queuedSubmissionId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("queuedSubmissionId", queuedSubmissionId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/queue/delete`.
public struct ThreadQueueDeleteResponse: JSONCodable {
    public var deleted: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(deleted: Bool, additional: [String: JSONValue] = [:]) {
        self.deleted = deleted
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.deleted = try members.required("deleted")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("deleted", deleted)
        return .object(members)
    }
}

/// What `thread/queue/list` asks. Experimental.
public struct ThreadQueueListParams: ClientRequestParams {
    public typealias Response = ThreadQueueListResponse
    public static let method = "thread/queue/list"

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

/// What is answered to `thread/queue/list`.
public struct ThreadQueueListResponse: JSONCodable {
    public var data: [QueuedSubmission]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [QueuedSubmission], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:])
    {
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

/// What `thread/queue/reorder` asks. Experimental.
public struct ThreadQueueReorderParams: ClientRequestParams {
    public typealias Response = ThreadQueueReorderResponse
    public static let method = "thread/queue/reorder"

    public var queuedSubmissionIds: [String]
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(queuedSubmissionIds: [String], threadId: String, additional: [String: JSONValue] = [:]) {
        self.queuedSubmissionIds = queuedSubmissionIds
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.queuedSubmissionIds = try members.required("queuedSubmissionIds")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("queuedSubmissionIds", queuedSubmissionIds)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/queue/reorder`.
public struct ThreadQueueReorderResponse: JSONCodable {
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

/// What `thread/queue/start` asks. Experimental.
public struct ThreadQueueStartParams: ClientRequestParams {
    public typealias Response = ThreadQueueStartResponse
    public static let method = "thread/queue/start"

    public var queuedSubmissionId: Presence<String>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(queuedSubmissionId: Presence<String> = .absent, threadId: String, additional: [String: JSONValue] = [:])
    {
        self.queuedSubmissionId = queuedSubmissionId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.queuedSubmissionId = try members.presence("queuedSubmissionId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("queuedSubmissionId", queuedSubmissionId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/queue/start`.
public struct ThreadQueueStartResponse: JSONCodable {
    public var turn: Turn
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(turn: Turn, additional: [String: JSONValue] = [:]) {
        self.turn = turn
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.turn = try members.required("turn")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("turn", turn)
        return .object(members)
    }
}

/// What `thread/queue/update` asks. Experimental.
public struct ThreadQueueUpdateParams: ClientRequestParams {
    public typealias Response = ThreadQueueUpdateResponse
    public static let method = "thread/queue/update"

    public var input: [UserInput]
    public var queuedSubmissionId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(input: [UserInput], queuedSubmissionId: String, threadId: String, additional: [String: JSONValue] = [:])
    {
        self.input = input
        self.queuedSubmissionId = queuedSubmissionId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.input = try members.required("input")
        self.queuedSubmissionId = try members.required("queuedSubmissionId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("input", input)
        members.set("queuedSubmissionId", queuedSubmissionId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/queue/update`.
public struct ThreadQueueUpdateResponse: JSONCodable {
    public var queuedSubmission: QueuedSubmission
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(queuedSubmission: QueuedSubmission, additional: [String: JSONValue] = [:]) {
        self.queuedSubmission = queuedSubmission
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.queuedSubmission = try members.required("queuedSubmission")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("queuedSubmission", queuedSubmission)
        return .object(members)
    }
}
