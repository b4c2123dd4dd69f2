// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadAttachment`.
public struct ThreadAttachment: JSONCodable {
    public var attachmentType: String
    public var createdAt: Int
    public var id: String
    public var identityKey: String
    public var payload: JSONValue
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        attachmentType: String, createdAt: Int, id: String, identityKey: String, payload: JSONValue,
        additional: [String: JSONValue] = [:]
    ) {
        self.attachmentType = attachmentType
        self.createdAt = createdAt
        self.id = id
        self.identityKey = identityKey
        self.payload = payload
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.attachmentType = try members.required("attachmentType")
        self.createdAt = try members.required("createdAt")
        self.id = try members.required("id")
        self.identityKey = try members.required("identityKey")
        self.payload = try members.required("payload")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("attachmentType", attachmentType)
        members.set("createdAt", createdAt)
        members.set("id", id)
        members.set("identityKey", identityKey)
        members.set("payload", payload)
        return .object(members)
    }
}

/// The schema's `ThreadAttachmentAddOutcome`.
public enum ThreadAttachmentAddOutcome: OpenEnum {
    case created
    case existing
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "created": self = .created
        case "existing": self = .existing
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .created: "created"
        case .existing: "existing"
        case .unknown(let word): word
        }
    }
}

/// What `thread/attachment/add` asks. Stable.
public struct ThreadAttachmentAddParams: ClientRequestParams {
    public typealias Response = ThreadAttachmentAddResponse
    public static let method = "thread/attachment/add"

    public var attachmentType: String
    public var identityKey: String
    public var payload: JSONValue
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        attachmentType: String, identityKey: String, payload: JSONValue, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.attachmentType = attachmentType
        self.identityKey = identityKey
        self.payload = payload
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.attachmentType = try members.required("attachmentType")
        self.identityKey = try members.required("identityKey")
        self.payload = try members.required("payload")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("attachmentType", attachmentType)
        members.set("identityKey", identityKey)
        members.set("payload", payload)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/attachment/add`.
public struct ThreadAttachmentAddResponse: JSONCodable {
    public var attachment: ThreadAttachment
    public var outcome: ThreadAttachmentAddOutcome
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        attachment: ThreadAttachment, outcome: ThreadAttachmentAddOutcome, additional: [String: JSONValue] = [:]
    ) {
        self.attachment = attachment
        self.outcome = outcome
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.attachment = try members.required("attachment")
        self.outcome = try members.required("outcome")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("attachment", attachment)
        members.set("outcome", outcome)
        return .object(members)
    }
}

/// What `thread/attachment/list` asks. Stable.
public struct ThreadAttachmentListParams: ClientRequestParams {
    public typealias Response = ThreadAttachmentListResponse
    public static let method = "thread/attachment/list"

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

/// What is answered to `thread/attachment/list`.
public struct ThreadAttachmentListResponse: JSONCodable {
    public var data: [ThreadAttachment]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [ThreadAttachment], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:])
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

/// The schema's `ThreadAttachmentOperation`.
public enum ThreadAttachmentOperation: OpenEnum {
    case created
    case deleted
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "created": self = .created
        case "deleted": self = .deleted
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .created: "created"
        case .deleted: "deleted"
        case .unknown(let word): word
        }
    }
}

/// What `thread/attachment/remove` asks. Stable.
public struct ThreadAttachmentRemoveParams: ClientRequestParams {
    public typealias Response = ThreadAttachmentRemoveResponse
    public static let method = "thread/attachment/remove"

    public var attachmentType: String
    public var identityKey: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(attachmentType: String, identityKey: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.attachmentType = attachmentType
        self.identityKey = identityKey
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.attachmentType = try members.required("attachmentType")
        self.identityKey = try members.required("identityKey")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("attachmentType", attachmentType)
        members.set("identityKey", identityKey)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/attachment/remove`.
public struct ThreadAttachmentRemoveResponse: JSONCodable {
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

/// What `thread/attachment/updated` tells.
public struct ThreadAttachmentUpdatedNotification: NotificationParams {
    public static let method = "thread/attachment/updated"

    public var attachmentId: String
    public var attachmentType: String
    public var identityKey: String
    public var operation: ThreadAttachmentOperation
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        attachmentId: String, attachmentType: String, identityKey: String, operation: ThreadAttachmentOperation,
        threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.attachmentId = attachmentId
        self.attachmentType = attachmentType
        self.identityKey = identityKey
        self.operation = operation
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.attachmentId = try members.required("attachmentId")
        self.attachmentType = try members.required("attachmentType")
        self.identityKey = try members.required("identityKey")
        self.operation = try members.required("operation")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("attachmentId", attachmentId)
        members.set("attachmentType", attachmentType)
        members.set("identityKey", identityKey)
        members.set("operation", operation)
        members.set("threadId", threadId)
        return .object(members)
    }
}
