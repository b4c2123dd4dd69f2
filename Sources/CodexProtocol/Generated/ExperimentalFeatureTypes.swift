// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ExperimentalFeature`.
public struct ExperimentalFeature: JSONCodable {
    public var announcement: Presence<String>
    public var defaultEnabled: Bool
    public var description: Presence<String>
    public var displayName: Presence<String>
    public var enabled: Bool
    public var name: String
    public var stage: ExperimentalFeatureStage
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        announcement: Presence<String> = .absent, defaultEnabled: Bool, description: Presence<String> = .absent,
        displayName: Presence<String> = .absent, enabled: Bool, name: String, stage: ExperimentalFeatureStage,
        additional: [String: JSONValue] = [:]
    ) {
        self.announcement = announcement
        self.defaultEnabled = defaultEnabled
        self.description = description
        self.displayName = displayName
        self.enabled = enabled
        self.name = name
        self.stage = stage
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.announcement = try members.presence("announcement")
        self.defaultEnabled = try members.required("defaultEnabled")
        self.description = try members.presence("description")
        self.displayName = try members.presence("displayName")
        self.enabled = try members.required("enabled")
        self.name = try members.required("name")
        self.stage = try members.required("stage")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("announcement", announcement)
        members.set("defaultEnabled", defaultEnabled)
        members.setPresence("description", description)
        members.setPresence("displayName", displayName)
        members.set("enabled", enabled)
        members.set("name", name)
        members.set("stage", stage)
        return .object(members)
    }
}

/// What `experimentalFeature/enablement/set` asks. Stable.
public struct ExperimentalFeatureEnablementSetParams: ClientRequestParams {
    public typealias Response = ExperimentalFeatureEnablementSetResponse
    public static let method = "experimentalFeature/enablement/set"

    public var enablement: [String: Bool]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(enablement: [String: Bool], additional: [String: JSONValue] = [:]) {
        self.enablement = enablement
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.enablement = try members.required("enablement")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("enablement", enablement)
        return .object(members)
    }
}

/// What is answered to `experimentalFeature/enablement/set`.
public struct ExperimentalFeatureEnablementSetResponse: JSONCodable {
    public var enablement: [String: Bool]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(enablement: [String: Bool], additional: [String: JSONValue] = [:]) {
        self.enablement = enablement
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.enablement = try members.required("enablement")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("enablement", enablement)
        return .object(members)
    }
}

/// What `experimentalFeature/list` asks. Stable.
public struct ExperimentalFeatureListParams: ClientRequestParams {
    public typealias Response = ExperimentalFeatureListResponse
    public static let method = "experimentalFeature/list"

    public var cursor: Presence<String>
    public var limit: Presence<Int>
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, limit: Presence<Int> = .absent, threadId: Presence<String> = .absent,
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
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `experimentalFeature/list`.
public struct ExperimentalFeatureListResponse: JSONCodable {
    public var data: [ExperimentalFeature]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: [ExperimentalFeature], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
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

/// The schema's `ExperimentalFeatureStage`.
public enum ExperimentalFeatureStage: OpenEnum {
    case beta
    case underDevelopment
    case stable
    case deprecated
    case removed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "beta": self = .beta
        case "underDevelopment": self = .underDevelopment
        case "stable": self = .stable
        case "deprecated": self = .deprecated
        case "removed": self = .removed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .beta: "beta"
        case .underDevelopment: "underDevelopment"
        case .stable: "stable"
        case .deprecated: "deprecated"
        case .removed: "removed"
        case .unknown(let word): word
        }
    }
}
