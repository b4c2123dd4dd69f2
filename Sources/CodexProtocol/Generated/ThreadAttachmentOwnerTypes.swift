// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadAttachmentOwner`.
public struct ThreadAttachmentOwner: JSONCodable {
    public var archived: Bool
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(archived: Bool, threadId: String, additional: [String: JSONValue] = [:]) {
        self.archived = archived
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.archived = try members.required("archived")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("archived", archived)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/attachmentOwner/list` asks. Stable.
public struct ThreadAttachmentOwnerListParams: ClientRequestParams {
    public typealias Response = ThreadAttachmentOwnerListResponse
    public static let method = "thread/attachmentOwner/list"

    public var archived: Presence<Bool>
    public var attachmentType: String
    public var cursor: Presence<String>
    public var identityKey: String
    public var limit: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        archived: Presence<Bool> = .absent, attachmentType: String, cursor: Presence<String> = .absent,
        identityKey: String, limit: Presence<Int> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.archived = archived
        self.attachmentType = attachmentType
        self.cursor = cursor
        self.identityKey = identityKey
        self.limit = limit
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.archived = try members.presence("archived")
        self.attachmentType = try members.required("attachmentType")
        self.cursor = try members.presence("cursor")
        self.identityKey = try members.required("identityKey")
        self.limit = try members.presence("limit")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("archived", archived)
        members.set("attachmentType", attachmentType)
        members.setPresence("cursor", cursor)
        members.set("identityKey", identityKey)
        members.setPresence("limit", limit)
        return .object(members)
    }
}

/// What is answered to `thread/attachmentOwner/list`.
public struct ThreadAttachmentOwnerListResponse: JSONCodable {
    public var data: [ThreadAttachmentOwner]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: [ThreadAttachmentOwner], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
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
