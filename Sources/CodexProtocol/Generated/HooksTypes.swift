// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `HookErrorInfo`.
public struct HookErrorInfo: JSONCodable {
    public var message: String
    public var path: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(message: String, path: String, additional: [String: JSONValue] = [:]) {
        self.message = message
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.required("message")
        self.path = try members.required("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("message", message)
        members.set("path", path)
        return .object(members)
    }
}

/// The schema's `HookMetadata`.
public indirect enum HookMetadata: JSONCodable {
    case command(HookMetadata.Command)
    case mcpTool(HookMetadata.McpTool)
    case prompt(HookMetadata.Prompt)
    case agent(HookMetadata.Agent)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("handlerType") {
        case "command": self = .command(try HookMetadata.Command(json: json))
        case "mcpTool": self = .mcpTool(try HookMetadata.McpTool(json: json))
        case "prompt": self = .prompt(try HookMetadata.Prompt(json: json))
        case "agent": self = .agent(try HookMetadata.Agent(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .command(let payload): payload.json.tagged("handlerType", "command")
        case .mcpTool(let payload): payload.json.tagged("handlerType", "mcpTool")
        case .prompt(let payload): payload.json.tagged("handlerType", "prompt")
        case .agent(let payload): payload.json.tagged("handlerType", "agent")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var currentHash: String? {
        switch self {
        case .command(let payload): payload.currentHash
        case .mcpTool(let payload): payload.currentHash
        case .prompt(let payload): payload.currentHash
        case .agent(let payload): payload.currentHash
        case .unknown(let json): json["currentHash"].flatMap { try? String(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var displayOrder: Int? {
        switch self {
        case .command(let payload): payload.displayOrder
        case .mcpTool(let payload): payload.displayOrder
        case .prompt(let payload): payload.displayOrder
        case .agent(let payload): payload.displayOrder
        case .unknown(let json): json["displayOrder"].flatMap { try? Int(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var enabled: Bool? {
        switch self {
        case .command(let payload): payload.enabled
        case .mcpTool(let payload): payload.enabled
        case .prompt(let payload): payload.enabled
        case .agent(let payload): payload.enabled
        case .unknown(let json): json["enabled"].flatMap { try? Bool(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var eventName: HookEventName? {
        switch self {
        case .command(let payload): payload.eventName
        case .mcpTool(let payload): payload.eventName
        case .prompt(let payload): payload.eventName
        case .agent(let payload): payload.eventName
        case .unknown(let json): json["eventName"].flatMap { try? HookEventName(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var isManaged: Bool? {
        switch self {
        case .command(let payload): payload.isManaged
        case .mcpTool(let payload): payload.isManaged
        case .prompt(let payload): payload.isManaged
        case .agent(let payload): payload.isManaged
        case .unknown(let json): json["isManaged"].flatMap { try? Bool(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var key: String? {
        switch self {
        case .command(let payload): payload.key
        case .mcpTool(let payload): payload.key
        case .prompt(let payload): payload.key
        case .agent(let payload): payload.key
        case .unknown(let json): json["key"].flatMap { try? String(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var source: HookSource? {
        switch self {
        case .command(let payload): payload.source
        case .mcpTool(let payload): payload.source
        case .prompt(let payload): payload.source
        case .agent(let payload): payload.source
        case .unknown(let json): json["source"].flatMap { try? HookSource(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var sourcePath: AbsolutePathBuf? {
        switch self {
        case .command(let payload): payload.sourcePath
        case .mcpTool(let payload): payload.sourcePath
        case .prompt(let payload): payload.sourcePath
        case .agent(let payload): payload.sourcePath
        case .unknown(let json): json["sourcePath"].flatMap { try? AbsolutePathBuf(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var timeoutSec: UInt64? {
        switch self {
        case .command(let payload): payload.timeoutSec
        case .mcpTool(let payload): payload.timeoutSec
        case .prompt(let payload): payload.timeoutSec
        case .agent(let payload): payload.timeoutSec
        case .unknown(let json): json["timeoutSec"].flatMap { try? UInt64(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var trustStatus: HookTrustStatus? {
        switch self {
        case .command(let payload): payload.trustStatus
        case .mcpTool(let payload): payload.trustStatus
        case .prompt(let payload): payload.trustStatus
        case .agent(let payload): payload.trustStatus
        case .unknown(let json): json["trustStatus"].flatMap { try? HookTrustStatus(json: $0) }
        }
    }
}

extension HookMetadata {
    /// The schema's `HookMetadata.Agent`.
    public struct Agent: JSONCodable {
        public var additionalContextLimit: Presence<Int>
        public var currentHash: String
        public var displayOrder: Int
        public var enabled: Bool
        public var eventName: HookEventName
        public var isManaged: Bool
        public var key: String
        public var matcher: Presence<String>
        public var pluginId: Presence<String>
        public var source: HookSource
        public var sourcePath: AbsolutePathBuf
        public var statusMessage: Presence<String>
        public var timeoutSec: UInt64
        public var trustStatus: HookTrustStatus
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            additionalContextLimit: Presence<Int> = .absent, currentHash: String, displayOrder: Int, enabled: Bool,
            eventName: HookEventName, isManaged: Bool, key: String, matcher: Presence<String> = .absent,
            pluginId: Presence<String> = .absent, source: HookSource, sourcePath: AbsolutePathBuf,
            statusMessage: Presence<String> = .absent, timeoutSec: UInt64, trustStatus: HookTrustStatus,
            additional: [String: JSONValue] = [:]
        ) {
            self.additionalContextLimit = additionalContextLimit
            self.currentHash = currentHash
            self.displayOrder = displayOrder
            self.enabled = enabled
            self.eventName = eventName
            self.isManaged = isManaged
            self.key = key
            self.matcher = matcher
            self.pluginId = pluginId
            self.source = source
            self.sourcePath = sourcePath
            self.statusMessage = statusMessage
            self.timeoutSec = timeoutSec
            self.trustStatus = trustStatus
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "handlerType")
            self.additionalContextLimit = try members.presence("additionalContextLimit")
            self.currentHash = try members.required("currentHash")
            self.displayOrder = try members.required("displayOrder")
            self.enabled = try members.required("enabled")
            self.eventName = try members.required("eventName")
            self.isManaged = try members.required("isManaged")
            self.key = try members.required("key")
            self.matcher = try members.presence("matcher")
            self.pluginId = try members.presence("pluginId")
            self.source = try members.required("source")
            self.sourcePath = try members.required("sourcePath")
            self.statusMessage = try members.presence("statusMessage")
            self.timeoutSec = try members.required("timeoutSec")
            self.trustStatus = try members.required("trustStatus")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("additionalContextLimit", additionalContextLimit)
            members.set("currentHash", currentHash)
            members.set("displayOrder", displayOrder)
            members.set("enabled", enabled)
            members.set("eventName", eventName)
            members.set("isManaged", isManaged)
            members.set("key", key)
            members.setPresence("matcher", matcher)
            members.setPresence("pluginId", pluginId)
            members.set("source", source)
            members.set("sourcePath", sourcePath)
            members.setPresence("statusMessage", statusMessage)
            members.set("timeoutSec", timeoutSec)
            members.set("trustStatus", trustStatus)
            return .object(members)
        }
    }
}

extension HookMetadata {
    /// The schema's `HookMetadata.Command`.
    public struct Command: JSONCodable {
        public var additionalContextLimit: Presence<Int>
        public var async: Bool?
        public var command: String
        public var currentHash: String
        public var displayOrder: Int
        public var enabled: Bool
        public var eventName: HookEventName
        public var isManaged: Bool
        public var key: String
        public var matcher: Presence<String>
        public var pluginId: Presence<String>
        public var source: HookSource
        public var sourcePath: AbsolutePathBuf
        public var statusMessage: Presence<String>
        public var timeoutSec: UInt64
        public var trustStatus: HookTrustStatus
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            additionalContextLimit: Presence<Int> = .absent, async: Bool? = nil, command: String, currentHash: String,
            displayOrder: Int, enabled: Bool, eventName: HookEventName, isManaged: Bool, key: String,
            matcher: Presence<String> = .absent, pluginId: Presence<String> = .absent, source: HookSource,
            sourcePath: AbsolutePathBuf, statusMessage: Presence<String> = .absent, timeoutSec: UInt64,
            trustStatus: HookTrustStatus, additional: [String: JSONValue] = [:]
        ) {
            self.additionalContextLimit = additionalContextLimit
            self.async = async
            self.command = command
            self.currentHash = currentHash
            self.displayOrder = displayOrder
            self.enabled = enabled
            self.eventName = eventName
            self.isManaged = isManaged
            self.key = key
            self.matcher = matcher
            self.pluginId = pluginId
            self.source = source
            self.sourcePath = sourcePath
            self.statusMessage = statusMessage
            self.timeoutSec = timeoutSec
            self.trustStatus = trustStatus
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "handlerType")
            self.additionalContextLimit = try members.presence("additionalContextLimit")
            self.async = try members.optional("async")
            self.command = try members.required("command")
            self.currentHash = try members.required("currentHash")
            self.displayOrder = try members.required("displayOrder")
            self.enabled = try members.required("enabled")
            self.eventName = try members.required("eventName")
            self.isManaged = try members.required("isManaged")
            self.key = try members.required("key")
            self.matcher = try members.presence("matcher")
            self.pluginId = try members.presence("pluginId")
            self.source = try members.required("source")
            self.sourcePath = try members.required("sourcePath")
            self.statusMessage = try members.presence("statusMessage")
            self.timeoutSec = try members.required("timeoutSec")
            self.trustStatus = try members.required("trustStatus")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("additionalContextLimit", additionalContextLimit)
            members.setOptional("async", async)
            members.set("command", command)
            members.set("currentHash", currentHash)
            members.set("displayOrder", displayOrder)
            members.set("enabled", enabled)
            members.set("eventName", eventName)
            members.set("isManaged", isManaged)
            members.set("key", key)
            members.setPresence("matcher", matcher)
            members.setPresence("pluginId", pluginId)
            members.set("source", source)
            members.set("sourcePath", sourcePath)
            members.setPresence("statusMessage", statusMessage)
            members.set("timeoutSec", timeoutSec)
            members.set("trustStatus", trustStatus)
            return .object(members)
        }
    }
}

extension HookMetadata {
    /// The schema's `HookMetadata.McpTool`.
    public struct McpTool: JSONCodable {
        public var additionalContextLimit: Presence<Int>
        public var currentHash: String
        public var displayOrder: Int
        public var enabled: Bool
        public var eventName: HookEventName
        public var isManaged: Bool
        public var key: String
        public var matcher: Presence<String>
        public var pluginId: Presence<String>
        public var server: String
        public var source: HookSource
        public var sourcePath: AbsolutePathBuf
        public var statusMessage: Presence<String>
        public var timeoutSec: UInt64
        public var tool: String
        public var trustStatus: HookTrustStatus
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            additionalContextLimit: Presence<Int> = .absent, currentHash: String, displayOrder: Int, enabled: Bool,
            eventName: HookEventName, isManaged: Bool, key: String, matcher: Presence<String> = .absent,
            pluginId: Presence<String> = .absent, server: String, source: HookSource, sourcePath: AbsolutePathBuf,
            statusMessage: Presence<String> = .absent, timeoutSec: UInt64, tool: String, trustStatus: HookTrustStatus,
            additional: [String: JSONValue] = [:]
        ) {
            self.additionalContextLimit = additionalContextLimit
            self.currentHash = currentHash
            self.displayOrder = displayOrder
            self.enabled = enabled
            self.eventName = eventName
            self.isManaged = isManaged
            self.key = key
            self.matcher = matcher
            self.pluginId = pluginId
            self.server = server
            self.source = source
            self.sourcePath = sourcePath
            self.statusMessage = statusMessage
            self.timeoutSec = timeoutSec
            self.tool = tool
            self.trustStatus = trustStatus
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "handlerType")
            self.additionalContextLimit = try members.presence("additionalContextLimit")
            self.currentHash = try members.required("currentHash")
            self.displayOrder = try members.required("displayOrder")
            self.enabled = try members.required("enabled")
            self.eventName = try members.required("eventName")
            self.isManaged = try members.required("isManaged")
            self.key = try members.required("key")
            self.matcher = try members.presence("matcher")
            self.pluginId = try members.presence("pluginId")
            self.server = try members.required("server")
            self.source = try members.required("source")
            self.sourcePath = try members.required("sourcePath")
            self.statusMessage = try members.presence("statusMessage")
            self.timeoutSec = try members.required("timeoutSec")
            self.tool = try members.required("tool")
            self.trustStatus = try members.required("trustStatus")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("additionalContextLimit", additionalContextLimit)
            members.set("currentHash", currentHash)
            members.set("displayOrder", displayOrder)
            members.set("enabled", enabled)
            members.set("eventName", eventName)
            members.set("isManaged", isManaged)
            members.set("key", key)
            members.setPresence("matcher", matcher)
            members.setPresence("pluginId", pluginId)
            members.set("server", server)
            members.set("source", source)
            members.set("sourcePath", sourcePath)
            members.setPresence("statusMessage", statusMessage)
            members.set("timeoutSec", timeoutSec)
            members.set("tool", tool)
            members.set("trustStatus", trustStatus)
            return .object(members)
        }
    }
}

extension HookMetadata {
    /// The schema's `HookMetadata.Prompt`.
    public struct Prompt: JSONCodable {
        public var additionalContextLimit: Presence<Int>
        public var currentHash: String
        public var displayOrder: Int
        public var enabled: Bool
        public var eventName: HookEventName
        public var isManaged: Bool
        public var key: String
        public var matcher: Presence<String>
        public var pluginId: Presence<String>
        public var source: HookSource
        public var sourcePath: AbsolutePathBuf
        public var statusMessage: Presence<String>
        public var timeoutSec: UInt64
        public var trustStatus: HookTrustStatus
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            additionalContextLimit: Presence<Int> = .absent, currentHash: String, displayOrder: Int, enabled: Bool,
            eventName: HookEventName, isManaged: Bool, key: String, matcher: Presence<String> = .absent,
            pluginId: Presence<String> = .absent, source: HookSource, sourcePath: AbsolutePathBuf,
            statusMessage: Presence<String> = .absent, timeoutSec: UInt64, trustStatus: HookTrustStatus,
            additional: [String: JSONValue] = [:]
        ) {
            self.additionalContextLimit = additionalContextLimit
            self.currentHash = currentHash
            self.displayOrder = displayOrder
            self.enabled = enabled
            self.eventName = eventName
            self.isManaged = isManaged
            self.key = key
            self.matcher = matcher
            self.pluginId = pluginId
            self.source = source
            self.sourcePath = sourcePath
            self.statusMessage = statusMessage
            self.timeoutSec = timeoutSec
            self.trustStatus = trustStatus
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "handlerType")
            self.additionalContextLimit = try members.presence("additionalContextLimit")
            self.currentHash = try members.required("currentHash")
            self.displayOrder = try members.required("displayOrder")
            self.enabled = try members.required("enabled")
            self.eventName = try members.required("eventName")
            self.isManaged = try members.required("isManaged")
            self.key = try members.required("key")
            self.matcher = try members.presence("matcher")
            self.pluginId = try members.presence("pluginId")
            self.source = try members.required("source")
            self.sourcePath = try members.required("sourcePath")
            self.statusMessage = try members.presence("statusMessage")
            self.timeoutSec = try members.required("timeoutSec")
            self.trustStatus = try members.required("trustStatus")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("additionalContextLimit", additionalContextLimit)
            members.set("currentHash", currentHash)
            members.set("displayOrder", displayOrder)
            members.set("enabled", enabled)
            members.set("eventName", eventName)
            members.set("isManaged", isManaged)
            members.set("key", key)
            members.setPresence("matcher", matcher)
            members.setPresence("pluginId", pluginId)
            members.set("source", source)
            members.set("sourcePath", sourcePath)
            members.setPresence("statusMessage", statusMessage)
            members.set("timeoutSec", timeoutSec)
            members.set("trustStatus", trustStatus)
            return .object(members)
        }
    }
}

/// The schema's `HookTrustStatus`.
public enum HookTrustStatus: OpenEnum {
    case managed
    case untrusted
    case trusted
    case modified
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "managed": self = .managed
        case "untrusted": self = .untrusted
        case "trusted": self = .trusted
        case "modified": self = .modified
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .managed: "managed"
        case .untrusted: "untrusted"
        case .trusted: "trusted"
        case .modified: "modified"
        case .unknown(let word): word
        }
    }
}

/// The schema's `HooksListEntry`.
public struct HooksListEntry: JSONCodable {
    public var cwd: String
    public var errors: [HookErrorInfo]
    public var hooks: [HookMetadata]
    public var warnings: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: String, errors: [HookErrorInfo], hooks: [HookMetadata], warnings: [String],
        additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.errors = errors
        self.hooks = hooks
        self.warnings = warnings
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.required("cwd")
        self.errors = try members.required("errors")
        self.hooks = try members.required("hooks")
        self.warnings = try members.required("warnings")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cwd", cwd)
        members.set("errors", errors)
        members.set("hooks", hooks)
        members.set("warnings", warnings)
        return .object(members)
    }
}

/// What `hooks/list` asks. Stable.
public struct HooksListParams: ClientRequestParams {
    public typealias Response = HooksListResponse
    public static let method = "hooks/list"

    public var cwds: [String]?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cwds: [String]? = nil, additional: [String: JSONValue] = [:]) {
        self.cwds = cwds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwds = try members.optional("cwds")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("cwds", cwds)
        return .object(members)
    }
}

/// What is answered to `hooks/list`.
public struct HooksListResponse: JSONCodable {
    public var data: [HooksListEntry]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [HooksListEntry], additional: [String: JSONValue] = [:]) {
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
