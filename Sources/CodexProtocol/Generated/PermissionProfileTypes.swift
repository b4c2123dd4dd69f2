// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `permissionProfile/list` asks. Stable.
public struct PermissionProfileListParams: ClientRequestParams {
    public typealias Response = PermissionProfileListResponse
    public static let method = "permissionProfile/list"

    public var cursor: Presence<String>
    public var cwd: Presence<String>
    public var limit: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, cwd: Presence<String> = .absent, limit: Presence<Int> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.cwd = cwd
        self.limit = limit
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.cwd = try members.presence("cwd")
        self.limit = try members.presence("limit")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("cwd", cwd)
        members.setPresence("limit", limit)
        return .object(members)
    }
}

/// What is answered to `permissionProfile/list`.
public struct PermissionProfileListResponse: JSONCodable {
    public var data: [PermissionProfileSummary]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: [PermissionProfileSummary], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
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

/// The schema's `PermissionProfileSummary`.
public struct PermissionProfileSummary: JSONCodable {
    public var allowed: Bool?
    public var description: Presence<String>
    public var id: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        allowed: Bool? = nil, description: Presence<String> = .absent, id: String, additional: [String: JSONValue] = [:]
    ) {
        self.allowed = allowed
        self.description = description
        self.id = id
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowed = try members.optional("allowed")
        self.description = try members.presence("description")
        self.id = try members.required("id")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("allowed", allowed)
        members.setPresence("description", description)
        members.set("id", id)
        return .object(members)
    }
}
