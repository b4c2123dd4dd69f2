// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `CommandMigration`.
public struct CommandMigration: JSONCodable {
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        return .object(members)
    }
}

/// What `externalAgentConfig/detect` asks. Stable.
public struct ExternalAgentConfigDetectParams: ClientRequestParams {
    public typealias Response = ExternalAgentConfigDetectResponse
    public static let method = "externalAgentConfig/detect"

    public var cwds: Presence<[String]>
    public var includeHome: Bool?
    public var maxSessionAgeDays: Presence<Int>
    public var maxSessions: Presence<Int>
    public var migrationSource: Presence<String>
    public var source: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwds: Presence<[String]> = .absent, includeHome: Bool? = nil, maxSessionAgeDays: Presence<Int> = .absent,
        maxSessions: Presence<Int> = .absent, migrationSource: Presence<String> = .absent,
        source: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cwds = cwds
        self.includeHome = includeHome
        self.maxSessionAgeDays = maxSessionAgeDays
        self.maxSessions = maxSessions
        self.migrationSource = migrationSource
        self.source = source
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwds = try members.presence("cwds")
        self.includeHome = try members.optional("includeHome")
        self.maxSessionAgeDays = try members.presence("maxSessionAgeDays")
        self.maxSessions = try members.presence("maxSessions")
        self.migrationSource = try members.presence("migrationSource")
        self.source = try members.presence("source")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwds", cwds)
        members.setOptional("includeHome", includeHome)
        members.setPresence("maxSessionAgeDays", maxSessionAgeDays)
        members.setPresence("maxSessions", maxSessions)
        members.setPresence("migrationSource", migrationSource)
        members.setPresence("source", source)
        return .object(members)
    }
}

/// What is answered to `externalAgentConfig/detect`.
public struct ExternalAgentConfigDetectResponse: JSONCodable {
    public var connectors: [ExternalAgentDetectedConnectorCandidate]?
    public var items: [ExternalAgentConfigMigrationItem]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        connectors: [ExternalAgentDetectedConnectorCandidate]? = nil, items: [ExternalAgentConfigMigrationItem],
        additional: [String: JSONValue] = [:]
    ) {
        self.connectors = connectors
        self.items = items
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.connectors = try members.optional("connectors")
        self.items = try members.required("items")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("connectors", connectors)
        members.set("items", items)
        return .object(members)
    }
}

/// What `externalAgentConfig/import/completed` tells.
public struct ExternalAgentConfigImportCompletedNotification: NotificationParams {
    public static let method = "externalAgentConfig/import/completed"

    public var importId: String?
    public var itemTypeResults: [ExternalAgentConfigImportTypeResult]?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        importId: String? = nil, itemTypeResults: [ExternalAgentConfigImportTypeResult]? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.importId = importId
        self.itemTypeResults = itemTypeResults
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.importId = try members.optional("importId")
        self.itemTypeResults = try members.optional("itemTypeResults")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("importId", importId)
        members.setOptional("itemTypeResults", itemTypeResults)
        return .object(members)
    }
}

/// What is answered to `externalAgentConfig/import/readHistories`.
public struct ExternalAgentConfigImportHistoriesReadResponse: JSONCodable {
    public var connectors: [ExternalAgentImportedConnectorCandidate]
    public var data: [ExternalAgentConfigImportHistory]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        connectors: [ExternalAgentImportedConnectorCandidate], data: [ExternalAgentConfigImportHistory],
        additional: [String: JSONValue] = [:]
    ) {
        self.connectors = connectors
        self.data = data
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.connectors = try members.required("connectors")
        self.data = try members.required("data")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("connectors", connectors)
        members.set("data", data)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigImportHistory`.
public struct ExternalAgentConfigImportHistory: JSONCodable {
    public var completedAtMs: Int
    public var failures: [ExternalAgentConfigImportItemTypeFailure]
    public var importId: String
    public var providerId: Presence<String>
    public var successes: [ExternalAgentConfigImportItemTypeSuccess]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        completedAtMs: Int, failures: [ExternalAgentConfigImportItemTypeFailure], importId: String,
        providerId: Presence<String> = .absent, successes: [ExternalAgentConfigImportItemTypeSuccess],
        additional: [String: JSONValue] = [:]
    ) {
        self.completedAtMs = completedAtMs
        self.failures = failures
        self.importId = importId
        self.providerId = providerId
        self.successes = successes
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.completedAtMs = try members.required("completedAtMs")
        self.failures = try members.required("failures")
        self.importId = try members.required("importId")
        self.providerId = try members.presence("providerId")
        self.successes = try members.required("successes")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("completedAtMs", completedAtMs)
        members.set("failures", failures)
        members.set("importId", importId)
        members.setPresence("providerId", providerId)
        members.set("successes", successes)
        return .object(members)
    }
}

/// What `externalAgentConfig/import/recordHistory` asks. Stable.
public struct ExternalAgentConfigImportHistoryRecordParams: ClientRequestParams {
    public typealias Response = ExternalAgentConfigImportHistoryRecordResponse
    public static let method = "externalAgentConfig/import/recordHistory"

    public var itemTypeResults: [ExternalAgentConfigImportHistoryRecordTypeResultParams]
    public var providerId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        itemTypeResults: [ExternalAgentConfigImportHistoryRecordTypeResultParams], providerId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.itemTypeResults = itemTypeResults
        self.providerId = providerId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemTypeResults = try members.required("itemTypeResults")
        self.providerId = try members.required("providerId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("itemTypeResults", itemTypeResults)
        members.set("providerId", providerId)
        return .object(members)
    }
}

/// What is answered to `externalAgentConfig/import/recordHistory`.
public struct ExternalAgentConfigImportHistoryRecordResponse: JSONCodable {
    public var importId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(importId: String, additional: [String: JSONValue] = [:]) {
        self.importId = importId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.importId = try members.required("importId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("importId", importId)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigImportHistoryRecordSuccessParams`.
public struct ExternalAgentConfigImportHistoryRecordSuccessParams: JSONCodable {
    public var cwd: Presence<String>
    public var itemType: ExternalAgentConfigMigrationItemType
    public var source: Presence<String>
    public var target: Presence<String>
    public var title: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: Presence<String> = .absent, itemType: ExternalAgentConfigMigrationItemType,
        source: Presence<String> = .absent, target: Presence<String> = .absent, title: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.itemType = itemType
        self.source = source
        self.target = target
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.presence("cwd")
        self.itemType = try members.required("itemType")
        self.source = try members.presence("source")
        self.target = try members.presence("target")
        self.title = try members.presence("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwd", cwd)
        members.set("itemType", itemType)
        members.setPresence("source", source)
        members.setPresence("target", target)
        members.setPresence("title", title)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigImportHistoryRecordTypeResultParams`.
public struct ExternalAgentConfigImportHistoryRecordTypeResultParams: JSONCodable {
    public var failures: [ExternalAgentConfigImportItemTypeFailure]
    public var itemType: ExternalAgentConfigMigrationItemType
    public var successes: [ExternalAgentConfigImportHistoryRecordSuccessParams]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        failures: [ExternalAgentConfigImportItemTypeFailure], itemType: ExternalAgentConfigMigrationItemType,
        successes: [ExternalAgentConfigImportHistoryRecordSuccessParams], additional: [String: JSONValue] = [:]
    ) {
        self.failures = failures
        self.itemType = itemType
        self.successes = successes
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.failures = try members.required("failures")
        self.itemType = try members.required("itemType")
        self.successes = try members.required("successes")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("failures", failures)
        members.set("itemType", itemType)
        members.set("successes", successes)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigImportItemTypeFailure`.
public struct ExternalAgentConfigImportItemTypeFailure: JSONCodable {
    public var cwd: Presence<String>
    public var errorType: Presence<String>
    public var failureStage: String
    public var itemType: ExternalAgentConfigMigrationItemType
    public var message: String
    public var source: Presence<String>
    public var subErrorType: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: Presence<String> = .absent, errorType: Presence<String> = .absent, failureStage: String,
        itemType: ExternalAgentConfigMigrationItemType, message: String, source: Presence<String> = .absent,
        subErrorType: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.errorType = errorType
        self.failureStage = failureStage
        self.itemType = itemType
        self.message = message
        self.source = source
        self.subErrorType = subErrorType
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.presence("cwd")
        self.errorType = try members.presence("errorType")
        self.failureStage = try members.required("failureStage")
        self.itemType = try members.required("itemType")
        self.message = try members.required("message")
        self.source = try members.presence("source")
        self.subErrorType = try members.presence("subErrorType")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwd", cwd)
        members.setPresence("errorType", errorType)
        members.set("failureStage", failureStage)
        members.set("itemType", itemType)
        members.set("message", message)
        members.setPresence("source", source)
        members.setPresence("subErrorType", subErrorType)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigImportItemTypeSuccess`.
public struct ExternalAgentConfigImportItemTypeSuccess: JSONCodable {
    public var cwd: Presence<String>
    public var itemType: ExternalAgentConfigMigrationItemType
    public var source: Presence<String>
    public var target: Presence<String>
    public var title: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: Presence<String> = .absent, itemType: ExternalAgentConfigMigrationItemType,
        source: Presence<String> = .absent, target: Presence<String> = .absent, title: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.itemType = itemType
        self.source = source
        self.target = target
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.presence("cwd")
        self.itemType = try members.required("itemType")
        self.source = try members.presence("source")
        self.target = try members.presence("target")
        self.title = try members.presence("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwd", cwd)
        members.set("itemType", itemType)
        members.setPresence("source", source)
        members.setPresence("target", target)
        members.setPresence("title", title)
        return .object(members)
    }
}

/// What `externalAgentConfig/import` asks. Stable.
public struct ExternalAgentConfigImportParams: ClientRequestParams {
    public typealias Response = ExternalAgentConfigImportResponse
    public static let method = "externalAgentConfig/import"

    public var migrationItems: [ExternalAgentConfigMigrationItem]
    public var migrationSource: Presence<String>
    public var providerId: Presence<String>
    public var source: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        migrationItems: [ExternalAgentConfigMigrationItem], migrationSource: Presence<String> = .absent,
        providerId: Presence<String> = .absent, source: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.migrationItems = migrationItems
        self.migrationSource = migrationSource
        self.providerId = providerId
        self.source = source
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.migrationItems = try members.required("migrationItems")
        self.migrationSource = try members.presence("migrationSource")
        self.providerId = try members.presence("providerId")
        self.source = try members.presence("source")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("migrationItems", migrationItems)
        members.setPresence("migrationSource", migrationSource)
        members.setPresence("providerId", providerId)
        members.setPresence("source", source)
        return .object(members)
    }
}

/// What `externalAgentConfig/import/progress` tells.
public struct ExternalAgentConfigImportProgressNotification: NotificationParams {
    public static let method = "externalAgentConfig/import/progress"

    public var importId: String
    public var itemTypeResults: [ExternalAgentConfigImportTypeResult]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        importId: String, itemTypeResults: [ExternalAgentConfigImportTypeResult], additional: [String: JSONValue] = [:]
    ) {
        self.importId = importId
        self.itemTypeResults = itemTypeResults
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.importId = try members.required("importId")
        self.itemTypeResults = try members.required("itemTypeResults")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("importId", importId)
        members.set("itemTypeResults", itemTypeResults)
        return .object(members)
    }
}

/// What `externalAgentConfig/import/readHistories` asks. Stable.
public struct ExternalAgentConfigImportReadHistoriesParams: ClientRequestParams {
    public typealias Response = ExternalAgentConfigImportHistoriesReadResponse
    public static let method = "externalAgentConfig/import/readHistories"

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

/// What is answered to `externalAgentConfig/import`.
public struct ExternalAgentConfigImportResponse: JSONCodable {
    public var importId: String?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(importId: String? = nil, additional: [String: JSONValue] = [:]) {
        self.importId = importId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.importId = try members.optional("importId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("importId", importId)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigImportTypeResult`.
public struct ExternalAgentConfigImportTypeResult: JSONCodable {
    public var failures: [ExternalAgentConfigImportItemTypeFailure]
    public var itemType: ExternalAgentConfigMigrationItemType
    public var successes: [ExternalAgentConfigImportItemTypeSuccess]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        failures: [ExternalAgentConfigImportItemTypeFailure], itemType: ExternalAgentConfigMigrationItemType,
        successes: [ExternalAgentConfigImportItemTypeSuccess], additional: [String: JSONValue] = [:]
    ) {
        self.failures = failures
        self.itemType = itemType
        self.successes = successes
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.failures = try members.required("failures")
        self.itemType = try members.required("itemType")
        self.successes = try members.required("successes")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("failures", failures)
        members.set("itemType", itemType)
        members.set("successes", successes)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigMigrationItem`.
public struct ExternalAgentConfigMigrationItem: JSONCodable {
    public var cwd: Presence<String>
    public var description: String
    public var details: Presence<MigrationDetails>
    public var itemType: ExternalAgentConfigMigrationItemType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: Presence<String> = .absent, description: String, details: Presence<MigrationDetails> = .absent,
        itemType: ExternalAgentConfigMigrationItemType, additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.description = description
        self.details = details
        self.itemType = itemType
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.presence("cwd")
        self.description = try members.required("description")
        self.details = try members.presence("details")
        self.itemType = try members.required("itemType")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwd", cwd)
        members.set("description", description)
        members.setPresence("details", details)
        members.set("itemType", itemType)
        return .object(members)
    }
}

/// The schema's `ExternalAgentConfigMigrationItemType`.
public enum ExternalAgentConfigMigrationItemType: OpenEnum {
    case agentsMd
    case config
    case skills
    case plugins
    case mcpServerConfig
    case subagents
    case hooks
    case commands
    case memory
    case sessions
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "AGENTS_MD": self = .agentsMd
        case "CONFIG": self = .config
        case "SKILLS": self = .skills
        case "PLUGINS": self = .plugins
        case "MCP_SERVER_CONFIG": self = .mcpServerConfig
        case "SUBAGENTS": self = .subagents
        case "HOOKS": self = .hooks
        case "COMMANDS": self = .commands
        case "MEMORY": self = .memory
        case "SESSIONS": self = .sessions
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .agentsMd: "AGENTS_MD"
        case .config: "CONFIG"
        case .skills: "SKILLS"
        case .plugins: "PLUGINS"
        case .mcpServerConfig: "MCP_SERVER_CONFIG"
        case .subagents: "SUBAGENTS"
        case .hooks: "HOOKS"
        case .commands: "COMMANDS"
        case .memory: "MEMORY"
        case .sessions: "SESSIONS"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ExternalAgentDetectedConnectorCandidate`.
public struct ExternalAgentDetectedConnectorCandidate: JSONCodable {
    public var name: String
    public var sessionCount: Int
    public var source: ExternalAgentDetectedConnectorSource
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        name: String, sessionCount: Int, source: ExternalAgentDetectedConnectorSource,
        additional: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.sessionCount = sessionCount
        self.source = source
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.sessionCount = try members.required("sessionCount")
        self.source = try members.required("source")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("sessionCount", sessionCount)
        members.set("source", source)
        return .object(members)
    }
}

/// The schema's `ExternalAgentDetectedConnectorSource`.
public enum ExternalAgentDetectedConnectorSource: OpenEnum {
    case remoteMcpServersConfig
    case sessionToolUse
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "remoteMcpServersConfig": self = .remoteMcpServersConfig
        case "sessionToolUse": self = .sessionToolUse
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .remoteMcpServersConfig: "remoteMcpServersConfig"
        case .sessionToolUse: "sessionToolUse"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ExternalAgentImportedConnectorCandidate`.
public struct ExternalAgentImportedConnectorCandidate: JSONCodable {
    public var name: String
    public var sessionCount: Int
    public var source: ExternalAgentImportedConnectorSource
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        name: String, sessionCount: Int, source: ExternalAgentImportedConnectorSource,
        additional: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.sessionCount = sessionCount
        self.source = source
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.sessionCount = try members.required("sessionCount")
        self.source = try members.required("source")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("sessionCount", sessionCount)
        members.set("source", source)
        return .object(members)
    }
}

/// The schema's `ExternalAgentImportedConnectorSource`.
public enum ExternalAgentImportedConnectorSource: OpenEnum {
    case remoteMcpServersConfig
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "remoteMcpServersConfig": self = .remoteMcpServersConfig
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .remoteMcpServersConfig: "remoteMcpServersConfig"
        case .unknown(let word): word
        }
    }
}

/// The schema's `HookMigration`.
public struct HookMigration: JSONCodable {
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        return .object(members)
    }
}

/// The schema's `McpServerMigration`.
public struct McpServerMigration: JSONCodable {
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        return .object(members)
    }
}

/// The schema's `MigrationDetails`.
public struct MigrationDetails: JSONCodable {
    public var commands: [CommandMigration]?
    public var hooks: [HookMigration]?
    public var mcpServers: [McpServerMigration]?
    public var memory: [String]?
    public var plugins: [PluginsMigration]?
    public var sessions: [SessionMigration]?
    public var skills: [SkillMigration]?
    public var subagents: [SubagentMigration]?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        commands: [CommandMigration]? = nil, hooks: [HookMigration]? = nil, mcpServers: [McpServerMigration]? = nil,
        memory: [String]? = nil, plugins: [PluginsMigration]? = nil, sessions: [SessionMigration]? = nil,
        skills: [SkillMigration]? = nil, subagents: [SubagentMigration]? = nil, additional: [String: JSONValue] = [:]
    ) {
        self.commands = commands
        self.hooks = hooks
        self.mcpServers = mcpServers
        self.memory = memory
        self.plugins = plugins
        self.sessions = sessions
        self.skills = skills
        self.subagents = subagents
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.commands = try members.optional("commands")
        self.hooks = try members.optional("hooks")
        self.mcpServers = try members.optional("mcpServers")
        self.memory = try members.optional("memory")
        self.plugins = try members.optional("plugins")
        self.sessions = try members.optional("sessions")
        self.skills = try members.optional("skills")
        self.subagents = try members.optional("subagents")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("commands", commands)
        members.setOptional("hooks", hooks)
        members.setOptional("mcpServers", mcpServers)
        members.setOptional("memory", memory)
        members.setOptional("plugins", plugins)
        members.setOptional("sessions", sessions)
        members.setOptional("skills", skills)
        members.setOptional("subagents", subagents)
        return .object(members)
    }
}

/// The schema's `PluginsMigration`.
public struct PluginsMigration: JSONCodable {
    public var marketplaceName: String
    public var pluginNames: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(marketplaceName: String, pluginNames: [String], additional: [String: JSONValue] = [:]) {
        self.marketplaceName = marketplaceName
        self.pluginNames = pluginNames
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplaceName = try members.required("marketplaceName")
        self.pluginNames = try members.required("pluginNames")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("marketplaceName", marketplaceName)
        members.set("pluginNames", pluginNames)
        return .object(members)
    }
}

/// The schema's `SessionMigration`.
public struct SessionMigration: JSONCodable {
    public var cwd: String
    public var path: String
    public var title: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cwd: String, path: String, title: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.cwd = cwd
        self.path = path
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.required("cwd")
        self.path = try members.required("path")
        self.title = try members.presence("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cwd", cwd)
        members.set("path", path)
        members.setPresence("title", title)
        return .object(members)
    }
}

/// The schema's `SkillMigration`.
public struct SkillMigration: JSONCodable {
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        return .object(members)
    }
}

/// The schema's `SubagentMigration`.
public struct SubagentMigration: JSONCodable {
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        return .object(members)
    }
}
