// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `WindowsSandboxReadiness`.
public enum WindowsSandboxReadiness: OpenEnum {
    case ready
    case notConfigured
    case updateRequired
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "ready": self = .ready
        case "notConfigured": self = .notConfigured
        case "updateRequired": self = .updateRequired
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .ready: "ready"
        case .notConfigured: "notConfigured"
        case .updateRequired: "updateRequired"
        case .unknown(let word): word
        }
    }
}

/// What `windowsSandbox/readiness` asks. Stable.
public struct WindowsSandboxReadinessParams: ClientRequestParams {
    public typealias Response = WindowsSandboxReadinessResponse
    public static let method = "windowsSandbox/readiness"

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

/// What is answered to `windowsSandbox/readiness`.
public struct WindowsSandboxReadinessResponse: JSONCodable {
    public var status: WindowsSandboxReadiness
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: WindowsSandboxReadiness, additional: [String: JSONValue] = [:]) {
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("status", status)
        return .object(members)
    }
}

/// What `windowsSandbox/setupCompleted` tells.
public struct WindowsSandboxSetupCompletedNotification: NotificationParams {
    public static let method = "windowsSandbox/setupCompleted"

    public var error: Presence<String>
    public var mode: WindowsSandboxSetupMode
    public var success: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        error: Presence<String> = .absent, mode: WindowsSandboxSetupMode, success: Bool,
        additional: [String: JSONValue] = [:]
    ) {
        self.error = error
        self.mode = mode
        self.success = success
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.presence("error")
        self.mode = try members.required("mode")
        self.success = try members.required("success")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("error", error)
        members.set("mode", mode)
        members.set("success", success)
        return .object(members)
    }
}

/// The schema's `WindowsSandboxSetupMode`.
public enum WindowsSandboxSetupMode: OpenEnum {
    case elevated
    case unelevated
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "elevated": self = .elevated
        case "unelevated": self = .unelevated
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .elevated: "elevated"
        case .unelevated: "unelevated"
        case .unknown(let word): word
        }
    }
}

/// What `windowsSandbox/setupStart` asks. Stable.
public struct WindowsSandboxSetupStartParams: ClientRequestParams {
    public typealias Response = WindowsSandboxSetupStartResponse
    public static let method = "windowsSandbox/setupStart"

    public var cwd: Presence<AbsolutePathBuf>
    public var mode: WindowsSandboxSetupMode
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: Presence<AbsolutePathBuf> = .absent, mode: WindowsSandboxSetupMode, additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.mode = mode
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.presence("cwd")
        self.mode = try members.required("mode")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwd", cwd)
        members.set("mode", mode)
        return .object(members)
    }
}

/// What is answered to `windowsSandbox/setupStart`.
public struct WindowsSandboxSetupStartResponse: JSONCodable {
    public var started: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(started: Bool, additional: [String: JSONValue] = [:]) {
        self.started = started
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.started = try members.required("started")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("started", started)
        return .object(members)
    }
}
