// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `threadSection/create` asks. Stable.
public struct ThreadSectionCreateParams: ClientRequestParams {
    public typealias Response = ThreadSectionCreateResponse
    public static let method = "threadSection/create"

    public var appearance: Presence<ThreadSectionAppearance>
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        appearance: Presence<ThreadSectionAppearance> = .absent, name: String, additional: [String: JSONValue] = [:]
    ) {
        self.appearance = appearance
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appearance = try members.presence("appearance")
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("appearance", appearance)
        members.set("name", name)
        return .object(members)
    }
}

/// What is answered to `threadSection/create`.
public struct ThreadSectionCreateResponse: JSONCodable {
    public var section: ThreadSection
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(section: ThreadSection, additional: [String: JSONValue] = [:]) {
        self.section = section
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.section = try members.required("section")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("section", section)
        return .object(members)
    }
}

/// What `threadSection/delete` asks. Stable.
public struct ThreadSectionDeleteParams: ClientRequestParams {
    public typealias Response = ThreadSectionDeleteResponse
    public static let method = "threadSection/delete"

    public var sectionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(sectionId: String, additional: [String: JSONValue] = [:]) {
        self.sectionId = sectionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.sectionId = try members.required("sectionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("sectionId", sectionId)
        return .object(members)
    }
}

/// What is answered to `threadSection/delete`.
public struct ThreadSectionDeleteResponse: JSONCodable {
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

/// What `threadSection/list` asks. Stable.
public struct ThreadSectionListParams: ClientRequestParams {
    public typealias Response = ThreadSectionListResponse
    public static let method = "threadSection/list"

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

/// What is answered to `threadSection/list`.
public struct ThreadSectionListResponse: JSONCodable {
    public var data: [ThreadSection]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [ThreadSection], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
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

/// What `thread/section/move` asks. Stable.
public struct ThreadSectionMoveParams: ClientRequestParams {
    public typealias Response = ThreadSectionMoveResponse
    public static let method = "thread/section/move"

    public var beforeThreadId: Presence<String>
    public var sectionId: Presence<String>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        beforeThreadId: Presence<String> = .absent, sectionId: Presence<String>, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.beforeThreadId = beforeThreadId
        self.sectionId = sectionId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.beforeThreadId = try members.presence("beforeThreadId")
        self.sectionId = try members.presence("sectionId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("beforeThreadId", beforeThreadId)
        members.setPresence("sectionId", sectionId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/section/move`.
public struct ThreadSectionMoveResponse: JSONCodable {
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

/// What `threadSection/update` asks. Stable.
public struct ThreadSectionUpdateParams: ClientRequestParams {
    public typealias Response = ThreadSectionUpdateResponse
    public static let method = "threadSection/update"

    public var appearance: Presence<ThreadSectionAppearance>
    public var name: String
    public var sectionId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        appearance: Presence<ThreadSectionAppearance> = .absent, name: String, sectionId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.appearance = appearance
        self.name = name
        self.sectionId = sectionId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appearance = try members.presence("appearance")
        self.name = try members.required("name")
        self.sectionId = try members.required("sectionId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("appearance", appearance)
        members.set("name", name)
        members.set("sectionId", sectionId)
        return .object(members)
    }
}

/// What is answered to `threadSection/update`.
public struct ThreadSectionUpdateResponse: JSONCodable {
    public var section: ThreadSection
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(section: ThreadSection, additional: [String: JSONValue] = [:]) {
        self.section = section
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.section = try members.required("section")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("section", section)
        return .object(members)
    }
}
