// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `feedback/upload` asks. Stable.
public struct FeedbackUploadParams: ClientRequestParams {
    public typealias Response = FeedbackUploadResponse
    public static let method = "feedback/upload"

    public var classification: String
    public var extraLogFiles: Presence<[String]>
    public var includeLogs: Bool?
    public var reason: Presence<String>
    public var tags: Presence<[String: String]>
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        classification: String, extraLogFiles: Presence<[String]> = .absent, includeLogs: Bool? = nil,
        reason: Presence<String> = .absent, tags: Presence<[String: String]> = .absent,
        threadId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.classification = classification
        self.extraLogFiles = extraLogFiles
        self.includeLogs = includeLogs
        self.reason = reason
        self.tags = tags
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.classification = try members.required("classification")
        self.extraLogFiles = try members.presence("extraLogFiles")
        self.includeLogs = try members.optional("includeLogs")
        self.reason = try members.presence("reason")
        self.tags = try members.presence("tags")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("classification", classification)
        members.setPresence("extraLogFiles", extraLogFiles)
        members.setOptional("includeLogs", includeLogs)
        members.setPresence("reason", reason)
        members.setPresence("tags", tags)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `feedback/upload`.
public struct FeedbackUploadResponse: JSONCodable {
    public var promptHash: Presence<String>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(promptHash: Presence<String> = .absent, threadId: String, additional: [String: JSONValue] = [:]) {
        self.promptHash = promptHash
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.promptHash = try members.presence("promptHash")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("promptHash", promptHash)
        members.set("threadId", threadId)
        return .object(members)
    }
}
