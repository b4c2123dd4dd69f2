// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `RemoteControlClient`.
public struct RemoteControlClient: JSONCodable {
    public var appVersion: Presence<String>
    public var clientId: String
    public var deviceModel: Presence<String>
    public var deviceType: Presence<String>
    public var displayName: Presence<String>
    public var lastSeenAt: Presence<Int>
    public var osVersion: Presence<String>
    public var platform: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        appVersion: Presence<String> = .absent, clientId: String, deviceModel: Presence<String> = .absent,
        deviceType: Presence<String> = .absent, displayName: Presence<String> = .absent,
        lastSeenAt: Presence<Int> = .absent, osVersion: Presence<String> = .absent,
        platform: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.appVersion = appVersion
        self.clientId = clientId
        self.deviceModel = deviceModel
        self.deviceType = deviceType
        self.displayName = displayName
        self.lastSeenAt = lastSeenAt
        self.osVersion = osVersion
        self.platform = platform
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appVersion = try members.presence("appVersion")
        self.clientId = try members.required("clientId")
        self.deviceModel = try members.presence("deviceModel")
        self.deviceType = try members.presence("deviceType")
        self.displayName = try members.presence("displayName")
        self.lastSeenAt = try members.presence("lastSeenAt")
        self.osVersion = try members.presence("osVersion")
        self.platform = try members.presence("platform")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("appVersion", appVersion)
        members.set("clientId", clientId)
        members.setPresence("deviceModel", deviceModel)
        members.setPresence("deviceType", deviceType)
        members.setPresence("displayName", displayName)
        members.setPresence("lastSeenAt", lastSeenAt)
        members.setPresence("osVersion", osVersion)
        members.setPresence("platform", platform)
        return .object(members)
    }
}

/// The schema's `RemoteControlClientsListOrder`.
public enum RemoteControlClientsListOrder: OpenEnum {
    case asc
    case desc
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "asc": self = .asc
        case "desc": self = .desc
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .asc: "asc"
        case .desc: "desc"
        case .unknown(let word): word
        }
    }
}

/// What `remoteControl/client/list` asks. Experimental.
public struct RemoteControlClientsListParams: ClientRequestParams {
    public typealias Response = RemoteControlClientsListResponse
    public static let method = "remoteControl/client/list"

    public var cursor: Presence<String>
    public var environmentId: String
    public var limit: Presence<Int>
    public var order: Presence<RemoteControlClientsListOrder>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, environmentId: String, limit: Presence<Int> = .absent,
        order: Presence<RemoteControlClientsListOrder> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.environmentId = environmentId
        self.limit = limit
        self.order = order
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.environmentId = try members.required("environmentId")
        self.limit = try members.presence("limit")
        self.order = try members.presence("order")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.set("environmentId", environmentId)
        members.setPresence("limit", limit)
        members.setPresence("order", order)
        return .object(members)
    }
}

/// What is answered to `remoteControl/client/list`.
public struct RemoteControlClientsListResponse: JSONCodable {
    public var data: [RemoteControlClient]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: [RemoteControlClient], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
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

/// What `remoteControl/client/revoke` asks. Experimental.
public struct RemoteControlClientsRevokeParams: ClientRequestParams {
    public typealias Response = RemoteControlClientsRevokeResponse
    public static let method = "remoteControl/client/revoke"

    public var clientId: String
    public var environmentId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(clientId: String, environmentId: String, additional: [String: JSONValue] = [:]) {
        self.clientId = clientId
        self.environmentId = environmentId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.clientId = try members.required("clientId")
        self.environmentId = try members.required("environmentId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("clientId", clientId)
        members.set("environmentId", environmentId)
        return .object(members)
    }
}

/// What is answered to `remoteControl/client/revoke`.
public struct RemoteControlClientsRevokeResponse: JSONCodable {
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

/// The schema's `RemoteControlConnectionStatus`.
public enum RemoteControlConnectionStatus: OpenEnum {
    case disabled
    case connecting
    case connected
    case errored
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "disabled": self = .disabled
        case "connecting": self = .connecting
        case "connected": self = .connected
        case "errored": self = .errored
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .disabled: "disabled"
        case .connecting: "connecting"
        case .connected: "connected"
        case .errored: "errored"
        case .unknown(let word): word
        }
    }
}

/// What `remoteControl/disable` asks. Experimental.
public struct RemoteControlDisableParams: ClientRequestParams {
    public typealias Response = RemoteControlDisableResponse
    public static let method = "remoteControl/disable"

    public var ephemeral: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(ephemeral: Bool? = nil, additional: [String: JSONValue] = [:]) {
        self.ephemeral = ephemeral
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.ephemeral = try members.optional("ephemeral")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("ephemeral", ephemeral)
        return .object(members)
    }
}

/// What is answered to `remoteControl/disable`.
public struct RemoteControlDisableResponse: JSONCodable {
    public var environmentId: Presence<String>
    public var installationId: String
    public var serverName: String
    public var status: RemoteControlConnectionStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        environmentId: Presence<String> = .absent, installationId: String, serverName: String,
        status: RemoteControlConnectionStatus, additional: [String: JSONValue] = [:]
    ) {
        self.environmentId = environmentId
        self.installationId = installationId
        self.serverName = serverName
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.presence("environmentId")
        self.installationId = try members.required("installationId")
        self.serverName = try members.required("serverName")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("environmentId", environmentId)
        members.set("installationId", installationId)
        members.set("serverName", serverName)
        members.set("status", status)
        return .object(members)
    }
}

/// What `remoteControl/enable` asks. Experimental.
public struct RemoteControlEnableParams: ClientRequestParams {
    public typealias Response = RemoteControlEnableResponse
    public static let method = "remoteControl/enable"

    public var ephemeral: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(ephemeral: Bool? = nil, additional: [String: JSONValue] = [:]) {
        self.ephemeral = ephemeral
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.ephemeral = try members.optional("ephemeral")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("ephemeral", ephemeral)
        return .object(members)
    }
}

/// What is answered to `remoteControl/enable`.
public struct RemoteControlEnableResponse: JSONCodable {
    public var environmentId: Presence<String>
    public var installationId: String
    public var serverName: String
    public var status: RemoteControlConnectionStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        environmentId: Presence<String> = .absent, installationId: String, serverName: String,
        status: RemoteControlConnectionStatus, additional: [String: JSONValue] = [:]
    ) {
        self.environmentId = environmentId
        self.installationId = installationId
        self.serverName = serverName
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.presence("environmentId")
        self.installationId = try members.required("installationId")
        self.serverName = try members.required("serverName")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("environmentId", environmentId)
        members.set("installationId", installationId)
        members.set("serverName", serverName)
        members.set("status", status)
        return .object(members)
    }
}

/// What `remoteControl/pairing/start` asks. Experimental.
public struct RemoteControlPairingStartParams: ClientRequestParams {
    public typealias Response = RemoteControlPairingStartResponse
    public static let method = "remoteControl/pairing/start"

    public var manualCode: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(manualCode: Bool? = nil, additional: [String: JSONValue] = [:]) {
        self.manualCode = manualCode
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.manualCode = try members.optional("manualCode")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("manualCode", manualCode)
        return .object(members)
    }
}

/// What is answered to `remoteControl/pairing/start`.
public struct RemoteControlPairingStartResponse: JSONCodable {
    public var environmentId: String
    public var expiresAt: Int
    public var manualPairingCode: Presence<String>
    public var pairingCode: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        environmentId: String, expiresAt: Int, manualPairingCode: Presence<String> = .absent, pairingCode: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.environmentId = environmentId
        self.expiresAt = expiresAt
        self.manualPairingCode = manualPairingCode
        self.pairingCode = pairingCode
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.required("environmentId")
        self.expiresAt = try members.required("expiresAt")
        self.manualPairingCode = try members.presence("manualPairingCode")
        self.pairingCode = try members.required("pairingCode")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("environmentId", environmentId)
        members.set("expiresAt", expiresAt)
        members.setPresence("manualPairingCode", manualPairingCode)
        members.set("pairingCode", pairingCode)
        return .object(members)
    }
}

/// What `remoteControl/pairing/status` asks. Experimental.
public struct RemoteControlPairingStatusParams: ClientRequestParams {
    public typealias Response = RemoteControlPairingStatusResponse
    public static let method = "remoteControl/pairing/status"

    public var manualPairingCode: Presence<String>
    public var pairingCode: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        manualPairingCode: Presence<String> = .absent, pairingCode: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.manualPairingCode = manualPairingCode
        self.pairingCode = pairingCode
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.manualPairingCode = try members.presence("manualPairingCode")
        self.pairingCode = try members.presence("pairingCode")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("manualPairingCode", manualPairingCode)
        members.setPresence("pairingCode", pairingCode)
        return .object(members)
    }
}

/// What is answered to `remoteControl/pairing/status`.
public struct RemoteControlPairingStatusResponse: JSONCodable {
    public var claimed: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(claimed: Bool, additional: [String: JSONValue] = [:]) {
        self.claimed = claimed
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.claimed = try members.required("claimed")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("claimed", claimed)
        return .object(members)
    }
}

/// What `remoteControl/status/changed` tells.
public struct RemoteControlStatusChangedNotification: NotificationParams {
    public static let method = "remoteControl/status/changed"

    public var environmentId: Presence<String>
    public var installationId: String
    public var serverName: String
    public var status: RemoteControlConnectionStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        environmentId: Presence<String> = .absent, installationId: String, serverName: String,
        status: RemoteControlConnectionStatus, additional: [String: JSONValue] = [:]
    ) {
        self.environmentId = environmentId
        self.installationId = installationId
        self.serverName = serverName
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.presence("environmentId")
        self.installationId = try members.required("installationId")
        self.serverName = try members.required("serverName")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("environmentId", environmentId)
        members.set("installationId", installationId)
        members.set("serverName", serverName)
        members.set("status", status)
        return .object(members)
    }
}

/// What `remoteControl/status/read` asks. Experimental.
public struct RemoteControlStatusReadParams: ClientRequestParams {
    public typealias Response = RemoteControlStatusReadResponse
    public static let method = "remoteControl/status/read"

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

/// What is answered to `remoteControl/status/read`.
public struct RemoteControlStatusReadResponse: JSONCodable {
    public var environmentId: Presence<String>
    public var installationId: String
    public var serverName: String
    public var status: RemoteControlConnectionStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        environmentId: Presence<String> = .absent, installationId: String, serverName: String,
        status: RemoteControlConnectionStatus, additional: [String: JSONValue] = [:]
    ) {
        self.environmentId = environmentId
        self.installationId = installationId
        self.serverName = serverName
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentId = try members.presence("environmentId")
        self.installationId = try members.required("installationId")
        self.serverName = try members.required("serverName")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("environmentId", environmentId)
        members.set("installationId", installationId)
        members.set("serverName", serverName)
        members.set("status", status)
        return .object(members)
    }
}
