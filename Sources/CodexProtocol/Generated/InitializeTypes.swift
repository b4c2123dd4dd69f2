// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ClientInfo`.
public struct ClientInfo: JSONCodable {
    public var name: String
    public var title: Presence<String>
    public var version: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, title: Presence<String> = .absent, version: String, additional: [String: JSONValue] = [:])
    {
        self.name = name
        self.title = title
        self.version = version
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.title = try members.presence("title")
        self.version = try members.required("version")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.setPresence("title", title)
        members.set("version", version)
        return .object(members)
    }
}

/// The schema's `InitializeCapabilities`.
public struct InitializeCapabilities: JSONCodable {
    public var experimentalApi: Bool?
    public var explicitGatewayOauth: Bool?
    public var extensions: Presence<[String: JSONValue]>
    public var mcpServerOpenaiFormElicitation: Bool?
    public var optOutNotificationMethods: Presence<[String]>
    public var requestAttestation: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        experimentalApi: Bool? = nil, explicitGatewayOauth: Bool? = nil,
        extensions: Presence<[String: JSONValue]> = .absent, mcpServerOpenaiFormElicitation: Bool? = nil,
        optOutNotificationMethods: Presence<[String]> = .absent, requestAttestation: Bool? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.experimentalApi = experimentalApi
        self.explicitGatewayOauth = explicitGatewayOauth
        self.extensions = extensions
        self.mcpServerOpenaiFormElicitation = mcpServerOpenaiFormElicitation
        self.optOutNotificationMethods = optOutNotificationMethods
        self.requestAttestation = requestAttestation
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.experimentalApi = try members.optional("experimentalApi")
        self.explicitGatewayOauth = try members.optional("explicitGatewayOauth")
        self.extensions = try members.presence("extensions")
        self.mcpServerOpenaiFormElicitation = try members.optional("mcpServerOpenaiFormElicitation")
        self.optOutNotificationMethods = try members.presence("optOutNotificationMethods")
        self.requestAttestation = try members.optional("requestAttestation")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("experimentalApi", experimentalApi)
        members.setOptional("explicitGatewayOauth", explicitGatewayOauth)
        members.setPresence("extensions", extensions)
        members.setOptional("mcpServerOpenaiFormElicitation", mcpServerOpenaiFormElicitation)
        members.setPresence("optOutNotificationMethods", optOutNotificationMethods)
        members.setOptional("requestAttestation", requestAttestation)
        return .object(members)
    }
}

/// What `initialize` asks. Stable.
public struct InitializeParams: ClientRequestParams {
    public typealias Response = InitializeResponse
    public static let method = "initialize"

    public var capabilities: Presence<InitializeCapabilities>
    public var clientInfo: ClientInfo
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        capabilities: Presence<InitializeCapabilities> = .absent, clientInfo: ClientInfo,
        additional: [String: JSONValue] = [:]
    ) {
        self.capabilities = capabilities
        self.clientInfo = clientInfo
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.capabilities = try members.presence("capabilities")
        self.clientInfo = try members.required("clientInfo")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("capabilities", capabilities)
        members.set("clientInfo", clientInfo)
        return .object(members)
    }
}

/// What is answered to `initialize`.
public struct InitializeResponse: JSONCodable {
    public var codexHome: AbsolutePathBuf
    public var platformFamily: String
    public var platformOs: String
    public var userAgent: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        codexHome: AbsolutePathBuf, platformFamily: String, platformOs: String, userAgent: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.codexHome = codexHome
        self.platformFamily = platformFamily
        self.platformOs = platformOs
        self.userAgent = userAgent
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.codexHome = try members.required("codexHome")
        self.platformFamily = try members.required("platformFamily")
        self.platformOs = try members.required("platformOs")
        self.userAgent = try members.required("userAgent")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("codexHome", codexHome)
        members.set("platformFamily", platformFamily)
        members.set("platformOs", platformOs)
        members.set("userAgent", userAgent)
        return .object(members)
    }
}
