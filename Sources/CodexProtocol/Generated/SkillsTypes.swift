// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `SkillDependencies`.
public struct SkillDependencies: JSONCodable {
    public var tools: [SkillToolDependency]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(tools: [SkillToolDependency], additional: [String: JSONValue] = [:]) {
        self.tools = tools
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.tools = try members.required("tools")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("tools", tools)
        return .object(members)
    }
}

/// The schema's `SkillErrorInfo`.
public struct SkillErrorInfo: JSONCodable {
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

/// The schema's `SkillMetadata`.
public struct SkillMetadata: JSONCodable {
    public var dependencies: Presence<SkillDependencies>
    public var description: String
    public var enabled: Bool
    public var interface: Presence<SkillInterface>
    public var name: String
    public var path: LegacyAppPathString
    public var pluginId: Presence<String>
    public var scope: SkillScope
    public var shortDescription: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        dependencies: Presence<SkillDependencies> = .absent, description: String, enabled: Bool,
        interface: Presence<SkillInterface> = .absent, name: String, path: LegacyAppPathString,
        pluginId: Presence<String> = .absent, scope: SkillScope, shortDescription: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.dependencies = dependencies
        self.description = description
        self.enabled = enabled
        self.interface = interface
        self.name = name
        self.path = path
        self.pluginId = pluginId
        self.scope = scope
        self.shortDescription = shortDescription
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.dependencies = try members.presence("dependencies")
        self.description = try members.required("description")
        self.enabled = try members.required("enabled")
        self.interface = try members.presence("interface")
        self.name = try members.required("name")
        self.path = try members.required("path")
        self.pluginId = try members.presence("pluginId")
        self.scope = try members.required("scope")
        self.shortDescription = try members.presence("shortDescription")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("dependencies", dependencies)
        members.set("description", description)
        members.set("enabled", enabled)
        members.setPresence("interface", interface)
        members.set("name", name)
        members.set("path", path)
        members.setPresence("pluginId", pluginId)
        members.set("scope", scope)
        members.setPresence("shortDescription", shortDescription)
        return .object(members)
    }
}

/// The schema's `SkillScope`.
public enum SkillScope: OpenEnum {
    case user
    case repo
    case system
    case admin
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "user": self = .user
        case "repo": self = .repo
        case "system": self = .system
        case "admin": self = .admin
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .user: "user"
        case .repo: "repo"
        case .system: "system"
        case .admin: "admin"
        case .unknown(let word): word
        }
    }
}

/// The schema's `SkillToolDependency`.
public struct SkillToolDependency: JSONCodable {
    public var command: Presence<String>
    public var description: Presence<String>
    public var transport: Presence<String>
    public var type: String
    public var url: Presence<String>
    public var value: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        command: Presence<String> = .absent, description: Presence<String> = .absent,
        transport: Presence<String> = .absent, type: String, url: Presence<String> = .absent, value: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.command = command
        self.description = description
        self.transport = transport
        self.type = type
        self.url = url
        self.value = value
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.command = try members.presence("command")
        self.description = try members.presence("description")
        self.transport = try members.presence("transport")
        self.type = try members.required("type")
        self.url = try members.presence("url")
        self.value = try members.required("value")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("command", command)
        members.setPresence("description", description)
        members.setPresence("transport", transport)
        members.set("type", type)
        members.setPresence("url", url)
        members.set("value", value)
        return .object(members)
    }
}

/// What `skills/changed` tells.
public struct SkillsChangedNotification: NotificationParams {
    public static let method = "skills/changed"

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

/// What `skills/config/write` asks. Stable.
public struct SkillsConfigWriteParams: ClientRequestParams {
    public typealias Response = SkillsConfigWriteResponse
    public static let method = "skills/config/write"

    public var enabled: Bool
    public var name: Presence<String>
    public var path: Presence<AbsolutePathBuf>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        enabled: Bool, name: Presence<String> = .absent, path: Presence<AbsolutePathBuf> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.enabled = enabled
        self.name = name
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.enabled = try members.required("enabled")
        self.name = try members.presence("name")
        self.path = try members.presence("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("enabled", enabled)
        members.setPresence("name", name)
        members.setPresence("path", path)
        return .object(members)
    }
}

/// What is answered to `skills/config/write`.
public struct SkillsConfigWriteResponse: JSONCodable {
    public var effectiveEnabled: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(effectiveEnabled: Bool, additional: [String: JSONValue] = [:]) {
        self.effectiveEnabled = effectiveEnabled
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.effectiveEnabled = try members.required("effectiveEnabled")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("effectiveEnabled", effectiveEnabled)
        return .object(members)
    }
}

/// What `skills/extraRoots/set` asks. Stable.
public struct SkillsExtraRootsSetParams: ClientRequestParams {
    public typealias Response = SkillsExtraRootsSetResponse
    public static let method = "skills/extraRoots/set"

    public var extraRoots: [AbsolutePathBuf]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(extraRoots: [AbsolutePathBuf], additional: [String: JSONValue] = [:]) {
        self.extraRoots = extraRoots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.extraRoots = try members.required("extraRoots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("extraRoots", extraRoots)
        return .object(members)
    }
}

/// What is answered to `skills/extraRoots/set`.
public struct SkillsExtraRootsSetResponse: JSONCodable {
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

/// The schema's `SkillsListEntry`.
public struct SkillsListEntry: JSONCodable {
    public var cwd: String
    public var errors: [SkillErrorInfo]
    public var skills: [SkillMetadata]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cwd: String, errors: [SkillErrorInfo], skills: [SkillMetadata], additional: [String: JSONValue] = [:]) {
        self.cwd = cwd
        self.errors = errors
        self.skills = skills
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.required("cwd")
        self.errors = try members.required("errors")
        self.skills = try members.required("skills")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cwd", cwd)
        members.set("errors", errors)
        members.set("skills", skills)
        return .object(members)
    }
}

/// What `skills/list` asks. Stable.
public struct SkillsListParams: ClientRequestParams {
    public typealias Response = SkillsListResponse
    public static let method = "skills/list"

    public var cwds: [String]?
    public var forceReload: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cwds: [String]? = nil, forceReload: Bool? = nil, additional: [String: JSONValue] = [:]) {
        self.cwds = cwds
        self.forceReload = forceReload
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwds = try members.optional("cwds")
        self.forceReload = try members.optional("forceReload")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("cwds", cwds)
        members.setOptional("forceReload", forceReload)
        return .object(members)
    }
}

/// What is answered to `skills/list`.
public struct SkillsListResponse: JSONCodable {
    public var data: [SkillsListEntry]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [SkillsListEntry], additional: [String: JSONValue] = [:]) {
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
