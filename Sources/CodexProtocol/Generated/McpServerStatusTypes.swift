// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `mcpServerStatus/list` asks. Stable.
public struct ListMcpServerStatusParams: ClientRequestParams {
    public typealias Response = ListMcpServerStatusResponse
    public static let method = "mcpServerStatus/list"

    public var cursor: Presence<String>
    public var detail: Presence<McpServerStatusDetail>
    public var limit: Presence<Int>
    public var serverName: Presence<String>
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, detail: Presence<McpServerStatusDetail> = .absent,
        limit: Presence<Int> = .absent, serverName: Presence<String> = .absent, threadId: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.detail = detail
        self.limit = limit
        self.serverName = serverName
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.detail = try members.presence("detail")
        self.limit = try members.presence("limit")
        self.serverName = try members.presence("serverName")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("detail", detail)
        members.setPresence("limit", limit)
        members.setPresence("serverName", serverName)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `mcpServerStatus/list`.
public struct ListMcpServerStatusResponse: JSONCodable {
    public var data: [McpServerStatus]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [McpServerStatus], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:])
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

/// The schema's `McpAuthStatus`.
public enum McpAuthStatus: OpenEnum {
    case namedUnknown
    case unsupported
    case notLoggedIn
    case bearerToken
    case oAuth
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "unknown": self = .namedUnknown
        case "unsupported": self = .unsupported
        case "notLoggedIn": self = .notLoggedIn
        case "bearerToken": self = .bearerToken
        case "oAuth": self = .oAuth
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .namedUnknown: "unknown"
        case .unsupported: "unsupported"
        case .notLoggedIn: "notLoggedIn"
        case .bearerToken: "bearerToken"
        case .oAuth: "oAuth"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpServerConnectionStatus`.
public enum McpServerConnectionStatus: OpenEnum {
    case notStarted
    case starting
    case connected
    case authenticationRequired
    case failed
    case cancelled
    case disabled
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "notStarted": self = .notStarted
        case "starting": self = .starting
        case "connected": self = .connected
        case "authenticationRequired": self = .authenticationRequired
        case "failed": self = .failed
        case "cancelled": self = .cancelled
        case "disabled": self = .disabled
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .notStarted: "notStarted"
        case .starting: "starting"
        case .connected: "connected"
        case .authenticationRequired: "authenticationRequired"
        case .failed: "failed"
        case .cancelled: "cancelled"
        case .disabled: "disabled"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpServerInfo`.
public struct McpServerInfo: JSONCodable {
    public var description: Presence<String>
    public var icons: Presence<[JSONValue]>
    public var name: String
    public var title: Presence<String>
    public var version: String
    public var websiteUrl: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        description: Presence<String> = .absent, icons: Presence<[JSONValue]> = .absent, name: String,
        title: Presence<String> = .absent, version: String, websiteUrl: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.description = description
        self.icons = icons
        self.name = name
        self.title = title
        self.version = version
        self.websiteUrl = websiteUrl
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.presence("description")
        self.icons = try members.presence("icons")
        self.name = try members.required("name")
        self.title = try members.presence("title")
        self.version = try members.required("version")
        self.websiteUrl = try members.presence("websiteUrl")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("description", description)
        members.setPresence("icons", icons)
        members.set("name", name)
        members.setPresence("title", title)
        members.set("version", version)
        members.setPresence("websiteUrl", websiteUrl)
        return .object(members)
    }
}

/// The schema's `McpServerStatus`.
public struct McpServerStatus: JSONCodable {
    public var authStatus: McpAuthStatus
    public var httpOrigin: Presence<String>
    public var name: String
    public var pluginId: Presence<String>
    public var resourceTemplates: [ResourceTemplate]
    public var resources: [Resource]
    public var runtimeStatus: Presence<McpServerConnectionStatus>
    public var serverCapabilities: JSONValue?
    public var serverInfo: Presence<McpServerInfo>
    public var tools: [String: Tool]
    public var toolsError: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        authStatus: McpAuthStatus, httpOrigin: Presence<String> = .absent, name: String,
        pluginId: Presence<String> = .absent, resourceTemplates: [ResourceTemplate], resources: [Resource],
        runtimeStatus: Presence<McpServerConnectionStatus> = .absent, serverCapabilities: JSONValue? = nil,
        serverInfo: Presence<McpServerInfo> = .absent, tools: [String: Tool], toolsError: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.authStatus = authStatus
        self.httpOrigin = httpOrigin
        self.name = name
        self.pluginId = pluginId
        self.resourceTemplates = resourceTemplates
        self.resources = resources
        self.runtimeStatus = runtimeStatus
        self.serverCapabilities = serverCapabilities
        self.serverInfo = serverInfo
        self.tools = tools
        self.toolsError = toolsError
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.authStatus = try members.required("authStatus")
        self.httpOrigin = try members.presence("httpOrigin")
        self.name = try members.required("name")
        self.pluginId = try members.presence("pluginId")
        self.resourceTemplates = try members.required("resourceTemplates")
        self.resources = try members.required("resources")
        self.runtimeStatus = try members.presence("runtimeStatus")
        self.serverCapabilities = try members.optional("serverCapabilities")
        self.serverInfo = try members.presence("serverInfo")
        self.tools = try members.required("tools")
        self.toolsError = try members.presence("toolsError")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("authStatus", authStatus)
        members.setPresence("httpOrigin", httpOrigin)
        members.set("name", name)
        members.setPresence("pluginId", pluginId)
        members.set("resourceTemplates", resourceTemplates)
        members.set("resources", resources)
        members.setPresence("runtimeStatus", runtimeStatus)
        members.setOptional("serverCapabilities", serverCapabilities)
        members.setPresence("serverInfo", serverInfo)
        members.set("tools", tools)
        members.setPresence("toolsError", toolsError)
        return .object(members)
    }
}

/// The schema's `McpServerStatusDetail`.
public enum McpServerStatusDetail: OpenEnum {
    case full
    case toolsAndAuthOnly
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "full": self = .full
        case "toolsAndAuthOnly": self = .toolsAndAuthOnly
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .full: "full"
        case .toolsAndAuthOnly: "toolsAndAuthOnly"
        case .unknown(let word): word
        }
    }
}

/// The schema's `Resource`.
public struct Resource: JSONCodable {
    public var meta: JSONValue?
    public var annotations: JSONValue?
    public var description: Presence<String>
    public var icons: Presence<[JSONValue]>
    public var mimeType: Presence<String>
    public var name: String
    public var size: Presence<Int>
    public var title: Presence<String>
    public var uri: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        meta: JSONValue? = nil, annotations: JSONValue? = nil, description: Presence<String> = .absent,
        icons: Presence<[JSONValue]> = .absent, mimeType: Presence<String> = .absent, name: String,
        size: Presence<Int> = .absent, title: Presence<String> = .absent, uri: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.meta = meta
        self.annotations = annotations
        self.description = description
        self.icons = icons
        self.mimeType = mimeType
        self.name = name
        self.size = size
        self.title = title
        self.uri = uri
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.meta = try members.optional("_meta")
        self.annotations = try members.optional("annotations")
        self.description = try members.presence("description")
        self.icons = try members.presence("icons")
        self.mimeType = try members.presence("mimeType")
        self.name = try members.required("name")
        self.size = try members.presence("size")
        self.title = try members.presence("title")
        self.uri = try members.required("uri")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("_meta", meta)
        members.setOptional("annotations", annotations)
        members.setPresence("description", description)
        members.setPresence("icons", icons)
        members.setPresence("mimeType", mimeType)
        members.set("name", name)
        members.setPresence("size", size)
        members.setPresence("title", title)
        members.set("uri", uri)
        return .object(members)
    }
}

/// The schema's `ResourceTemplate`.
public struct ResourceTemplate: JSONCodable {
    public var annotations: JSONValue?
    public var description: Presence<String>
    public var mimeType: Presence<String>
    public var name: String
    public var title: Presence<String>
    public var uriTemplate: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        annotations: JSONValue? = nil, description: Presence<String> = .absent, mimeType: Presence<String> = .absent,
        name: String, title: Presence<String> = .absent, uriTemplate: String, additional: [String: JSONValue] = [:]
    ) {
        self.annotations = annotations
        self.description = description
        self.mimeType = mimeType
        self.name = name
        self.title = title
        self.uriTemplate = uriTemplate
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.annotations = try members.optional("annotations")
        self.description = try members.presence("description")
        self.mimeType = try members.presence("mimeType")
        self.name = try members.required("name")
        self.title = try members.presence("title")
        self.uriTemplate = try members.required("uriTemplate")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("annotations", annotations)
        members.setPresence("description", description)
        members.setPresence("mimeType", mimeType)
        members.set("name", name)
        members.setPresence("title", title)
        members.set("uriTemplate", uriTemplate)
        return .object(members)
    }
}

/// The schema's `Tool`.
public struct Tool: JSONCodable {
    public var meta: JSONValue?
    public var annotations: JSONValue?
    public var description: Presence<String>
    public var icons: Presence<[JSONValue]>
    public var inputSchema: JSONValue
    public var name: String
    public var outputSchema: JSONValue?
    public var title: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        meta: JSONValue? = nil, annotations: JSONValue? = nil, description: Presence<String> = .absent,
        icons: Presence<[JSONValue]> = .absent, inputSchema: JSONValue, name: String, outputSchema: JSONValue? = nil,
        title: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.meta = meta
        self.annotations = annotations
        self.description = description
        self.icons = icons
        self.inputSchema = inputSchema
        self.name = name
        self.outputSchema = outputSchema
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.meta = try members.optional("_meta")
        self.annotations = try members.optional("annotations")
        self.description = try members.presence("description")
        self.icons = try members.presence("icons")
        self.inputSchema = try members.required("inputSchema")
        self.name = try members.required("name")
        self.outputSchema = try members.optional("outputSchema")
        self.title = try members.presence("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("_meta", meta)
        members.setOptional("annotations", annotations)
        members.setPresence("description", description)
        members.setPresence("icons", icons)
        members.set("inputSchema", inputSchema)
        members.set("name", name)
        members.setOptional("outputSchema", outputSchema)
        members.setPresence("title", title)
        return .object(members)
    }
}
