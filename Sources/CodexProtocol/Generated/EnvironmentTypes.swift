// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `environment/add` asks. Experimental.
public struct EnvironmentAddParams: ClientRequestParams {
    public typealias Response = EnvironmentAddResponse
    public static let method = "environment/add"

    public var authBearerToken: Presence<String>
    public var connectTimeoutMs: Presence<UInt64>
    public var environmentId: String
    public var execServerUrl: String
    public var skills: Presence<EnvironmentSkillsParams>
    public var websocketRequestId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        authBearerToken: Presence<String> = .absent, connectTimeoutMs: Presence<UInt64> = .absent,
        environmentId: String, execServerUrl: String, skills: Presence<EnvironmentSkillsParams> = .absent,
        websocketRequestId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.authBearerToken = authBearerToken
        self.connectTimeoutMs = connectTimeoutMs
        self.environmentId = environmentId
        self.execServerUrl = execServerUrl
        self.skills = skills
        self.websocketRequestId = websocketRequestId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.authBearerToken = try members.presence("authBearerToken")
        self.connectTimeoutMs = try members.presence("connectTimeoutMs")
        self.environmentId = try members.required("environmentId")
        self.execServerUrl = try members.required("execServerUrl")
        self.skills = try members.presence("skills")
        self.websocketRequestId = try members.presence("websocketRequestId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("authBearerToken", authBearerToken)
        members.setPresence("connectTimeoutMs", connectTimeoutMs)
        members.set("environmentId", environmentId)
        members.set("execServerUrl", execServerUrl)
        members.setPresence("skills", skills)
        members.setPresence("websocketRequestId", websocketRequestId)
        return .object(members)
    }
}

/// What is answered to `environment/add`.
public struct EnvironmentAddResponse: JSONCodable {
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

/// What `environment/info` asks. Experimental.
public struct EnvironmentInfoParams: ClientRequestParams {
    public typealias Response = EnvironmentInfoResponse
    public static let method = "environment/info"

    public var environmentId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(environmentId: String, additional: [String: JSONValue] = [:]) {
        self.environmentId = environmentId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.required("environmentId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("environmentId", environmentId)
        return .object(members)
    }
}

/// What is answered to `environment/info`.
public struct EnvironmentInfoResponse: JSONCodable {
    public var cwd: Presence<PathUri>
    public var shell: EnvironmentShellInfo
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cwd: Presence<PathUri> = .absent, shell: EnvironmentShellInfo, additional: [String: JSONValue] = [:]) {
        self.cwd = cwd
        self.shell = shell
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.presence("cwd")
        self.shell = try members.required("shell")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwd", cwd)
        members.set("shell", shell)
        return .object(members)
    }
}

/// The schema's `EnvironmentShellInfo`.
public struct EnvironmentShellInfo: JSONCodable {
    public var name: String
    public var path: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, path: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.path = try members.required("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("path", path)
        return .object(members)
    }
}

/// The schema's `EnvironmentSkillsParams`.
public struct EnvironmentSkillsParams: JSONCodable {
    public var required: Presence<[String]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(required: Presence<[String]> = .absent, additional: [String: JSONValue] = [:]) {
        self.required = required
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.required = try members.presence("required")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("required", required)
        return .object(members)
    }
}

/// The schema's `EnvironmentStatusKind`.
public enum EnvironmentStatusKind: OpenEnum {
    case ready
    case pending
    case disconnected
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "ready": self = .ready
        case "pending": self = .pending
        case "disconnected": self = .disconnected
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .ready: "ready"
        case .pending: "pending"
        case .disconnected: "disconnected"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// What `environment/status` asks. Experimental.
public struct EnvironmentStatusParams: ClientRequestParams {
    public typealias Response = EnvironmentStatusResponse
    public static let method = "environment/status"

    public var environmentId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(environmentId: String, additional: [String: JSONValue] = [:]) {
        self.environmentId = environmentId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.required("environmentId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("environmentId", environmentId)
        return .object(members)
    }
}

/// What is answered to `environment/status`.
public struct EnvironmentStatusResponse: JSONCodable {
    public var error: Presence<String>
    public var status: EnvironmentStatusKind
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(error: Presence<String> = .absent, status: EnvironmentStatusKind, additional: [String: JSONValue] = [:])
    {
        self.error = error
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.presence("error")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("error", error)
        members.set("status", status)
        return .object(members)
    }
}

/// The schema's `PathUri`.
public typealias PathUri = String
