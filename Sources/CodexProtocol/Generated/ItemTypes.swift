// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `AdditionalFileSystemPermissions`.
public struct AdditionalFileSystemPermissions: JSONCodable {
    public var entries: Presence<[FileSystemSandboxEntry]>
    public var globScanMaxDepth: Presence<Int>
    public var read: Presence<[LegacyAppPathString]>
    public var write: Presence<[LegacyAppPathString]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        entries: Presence<[FileSystemSandboxEntry]> = .absent, globScanMaxDepth: Presence<Int> = .absent,
        read: Presence<[LegacyAppPathString]> = .absent, write: Presence<[LegacyAppPathString]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.entries = entries
        self.globScanMaxDepth = globScanMaxDepth
        self.read = read
        self.write = write
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.entries = try members.presence("entries")
        self.globScanMaxDepth = try members.presence("globScanMaxDepth")
        self.read = try members.presence("read")
        self.write = try members.presence("write")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("entries", entries)
        members.setPresence("globScanMaxDepth", globScanMaxDepth)
        members.setPresence("read", read)
        members.setPresence("write", write)
        return .object(members)
    }
}

/// The schema's `AdditionalNetworkPermissions`.
public struct AdditionalNetworkPermissions: JSONCodable {
    public var enabled: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(enabled: Presence<Bool> = .absent, additional: [String: JSONValue] = [:]) {
        self.enabled = enabled
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.enabled = try members.presence("enabled")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("enabled", enabled)
        return .object(members)
    }
}

/// The schema's `AdditionalPermissionProfile`.
public struct AdditionalPermissionProfile: JSONCodable {
    public var fileSystem: Presence<AdditionalFileSystemPermissions>
    public var network: Presence<AdditionalNetworkPermissions>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        fileSystem: Presence<AdditionalFileSystemPermissions> = .absent,
        network: Presence<AdditionalNetworkPermissions> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.fileSystem = fileSystem
        self.network = network
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fileSystem = try members.presence("fileSystem")
        self.network = try members.presence("network")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("fileSystem", fileSystem)
        members.setPresence("network", network)
        return .object(members)
    }
}

/// What `item/agentMessage/delta` tells.
public struct AgentMessageDeltaNotification: NotificationParams {
    public static let method = "item/agentMessage/delta"

    public var delta: String
    public var itemId: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(delta: String, itemId: String, threadId: String, turnId: String, additional: [String: JSONValue] = [:])
    {
        self.delta = delta
        self.itemId = itemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delta = try members.required("delta")
        self.itemId = try members.required("itemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("delta", delta)
        members.set("itemId", itemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `AutoReviewDecisionSource`.
public enum AutoReviewDecisionSource: OpenEnum {
    case agent
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "agent": self = .agent
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .agent: "agent"
        case .unknown(let word): word
        }
    }
}

/// The schema's `CommandExecutionApprovalDecision`.
public indirect enum CommandExecutionApprovalDecision: JSONCodable {
    case accept
    case acceptForSession
    case decline
    case cancel
    case acceptWithExecpolicyAmendment(CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment)
    case applyNetworkPolicyAmendment(CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try WordOrMember(json) {
        case .word("accept"): self = .accept
        case .word("acceptForSession"): self = .acceptForSession
        case .word("decline"): self = .decline
        case .word("cancel"): self = .cancel
        case .member("acceptWithExecpolicyAmendment", let value):
            self = .acceptWithExecpolicyAmendment(try value.read(at: "acceptWithExecpolicyAmendment"))
        case .member("applyNetworkPolicyAmendment", let value):
            self = .applyNetworkPolicyAmendment(try value.read(at: "applyNetworkPolicyAmendment"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .accept: .string("accept")
        case .acceptForSession: .string("acceptForSession")
        case .decline: .string("decline")
        case .cancel: .string("cancel")
        case .acceptWithExecpolicyAmendment(let payload): .object(["acceptWithExecpolicyAmendment": payload.json])
        case .applyNetworkPolicyAmendment(let payload): .object(["applyNetworkPolicyAmendment": payload.json])
        case .unknown(let json): json
        }
    }
}

extension CommandExecutionApprovalDecision {
    /// The schema's `CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment`.
    public struct AcceptWithExecpolicyAmendment: JSONCodable {
        public var execpolicyAmendment: [String]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(execpolicyAmendment: [String], additional: [String: JSONValue] = [:]) {
            self.execpolicyAmendment = execpolicyAmendment
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.execpolicyAmendment = try members.required("execpolicy_amendment")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("execpolicy_amendment", execpolicyAmendment)
            return .object(members)
        }
    }
}

extension CommandExecutionApprovalDecision {
    /// The schema's `CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment`.
    public struct ApplyNetworkPolicyAmendment: JSONCodable {
        public var networkPolicyAmendment: NetworkPolicyAmendment
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(networkPolicyAmendment: NetworkPolicyAmendment, additional: [String: JSONValue] = [:]) {
            self.networkPolicyAmendment = networkPolicyAmendment
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.networkPolicyAmendment = try members.required("network_policy_amendment")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("network_policy_amendment", networkPolicyAmendment)
            return .object(members)
        }
    }
}

/// The schema's `CommandExecutionApprovalKind`.
public enum CommandExecutionApprovalKind: OpenEnum {
    case command
    case writeStdin
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "command": self = .command
        case "writeStdin": self = .writeStdin
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .command: "command"
        case .writeStdin: "writeStdin"
        case .unknown(let word): word
        }
    }
}

/// What `item/commandExecution/outputDelta` tells.
public struct CommandExecutionOutputDeltaNotification: NotificationParams {
    public static let method = "item/commandExecution/outputDelta"

    public var delta: String
    public var itemId: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(delta: String, itemId: String, threadId: String, turnId: String, additional: [String: JSONValue] = [:])
    {
        self.delta = delta
        self.itemId = itemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delta = try members.required("delta")
        self.itemId = try members.required("itemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("delta", delta)
        members.set("itemId", itemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/commandExecution/requestApproval` asks.
public struct CommandExecutionRequestApprovalParams: ServerRequestParams {
    public typealias Response = CommandExecutionRequestApprovalResponse
    public static let method = "item/commandExecution/requestApproval"

    public var additionalPermissions: Presence<AdditionalPermissionProfile>
    public var approvalId: Presence<String>
    public var availableDecisions: Presence<[CommandExecutionApprovalDecision]>
    public var command: Presence<String>
    public var commandActions: Presence<[CommandAction]>
    public var cwd: Presence<LegacyAppPathString>
    public var environmentId: Presence<String>
    public var itemId: String
    public var kind: CommandExecutionApprovalKind?
    public var networkApprovalContext: Presence<NetworkApprovalContext>
    public var proposedExecpolicyAmendment: Presence<[String]>
    public var proposedNetworkPolicyAmendments: Presence<[NetworkPolicyAmendment]>
    public var reason: Presence<String>
    public var startedAtMs: Int
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        additionalPermissions: Presence<AdditionalPermissionProfile> = .absent, approvalId: Presence<String> = .absent,
        availableDecisions: Presence<[CommandExecutionApprovalDecision]> = .absent, command: Presence<String> = .absent,
        commandActions: Presence<[CommandAction]> = .absent, cwd: Presence<LegacyAppPathString> = .absent,
        environmentId: Presence<String> = .absent, itemId: String, kind: CommandExecutionApprovalKind? = nil,
        networkApprovalContext: Presence<NetworkApprovalContext> = .absent,
        proposedExecpolicyAmendment: Presence<[String]> = .absent,
        proposedNetworkPolicyAmendments: Presence<[NetworkPolicyAmendment]> = .absent,
        reason: Presence<String> = .absent, startedAtMs: Int, threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.additionalPermissions = additionalPermissions
        self.approvalId = approvalId
        self.availableDecisions = availableDecisions
        self.command = command
        self.commandActions = commandActions
        self.cwd = cwd
        self.environmentId = environmentId
        self.itemId = itemId
        self.kind = kind
        self.networkApprovalContext = networkApprovalContext
        self.proposedExecpolicyAmendment = proposedExecpolicyAmendment
        self.proposedNetworkPolicyAmendments = proposedNetworkPolicyAmendments
        self.reason = reason
        self.startedAtMs = startedAtMs
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.additionalPermissions = try members.presence("additionalPermissions")
        self.approvalId = try members.presence("approvalId")
        self.availableDecisions = try members.presence("availableDecisions")
        self.command = try members.presence("command")
        self.commandActions = try members.presence("commandActions")
        self.cwd = try members.presence("cwd")
        self.environmentId = try members.presence("environmentId")
        self.itemId = try members.required("itemId")
        self.kind = try members.optional("kind")
        self.networkApprovalContext = try members.presence("networkApprovalContext")
        self.proposedExecpolicyAmendment = try members.presence("proposedExecpolicyAmendment")
        self.proposedNetworkPolicyAmendments = try members.presence("proposedNetworkPolicyAmendments")
        self.reason = try members.presence("reason")
        self.startedAtMs = try members.required("startedAtMs")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("additionalPermissions", additionalPermissions)
        members.setPresence("approvalId", approvalId)
        members.setPresence("availableDecisions", availableDecisions)
        members.setPresence("command", command)
        members.setPresence("commandActions", commandActions)
        members.setPresence("cwd", cwd)
        members.setPresence("environmentId", environmentId)
        members.set("itemId", itemId)
        members.setOptional("kind", kind)
        members.setPresence("networkApprovalContext", networkApprovalContext)
        members.setPresence("proposedExecpolicyAmendment", proposedExecpolicyAmendment)
        members.setPresence("proposedNetworkPolicyAmendments", proposedNetworkPolicyAmendments)
        members.setPresence("reason", reason)
        members.set("startedAtMs", startedAtMs)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `item/commandExecution/requestApproval`.
public struct CommandExecutionRequestApprovalResponse: JSONCodable {
    public var decision: CommandExecutionApprovalDecision
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(decision: CommandExecutionApprovalDecision, additional: [String: JSONValue] = [:]) {
        self.decision = decision
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.decision = try members.required("decision")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("decision", decision)
        return .object(members)
    }
}

/// What `item/tool/call` asks.
public struct DynamicToolCallParams: ServerRequestParams {
    public typealias Response = DynamicToolCallResponse
    public static let method = "item/tool/call"

    public var arguments: JSONValue
    public var callId: String
    public var namespace: Presence<String>
    public var threadId: String
    public var tool: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        arguments: JSONValue, callId: String, namespace: Presence<String> = .absent, threadId: String, tool: String,
        turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.arguments = arguments
        self.callId = callId
        self.namespace = namespace
        self.threadId = threadId
        self.tool = tool
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.arguments = try members.required("arguments")
        self.callId = try members.required("callId")
        self.namespace = try members.presence("namespace")
        self.threadId = try members.required("threadId")
        self.tool = try members.required("tool")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("arguments", arguments)
        members.set("callId", callId)
        members.setPresence("namespace", namespace)
        members.set("threadId", threadId)
        members.set("tool", tool)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `item/tool/call`.
public struct DynamicToolCallResponse: JSONCodable {
    public var contentItems: [DynamicToolCallOutputContentItem]
    public var success: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(contentItems: [DynamicToolCallOutputContentItem], success: Bool, additional: [String: JSONValue] = [:])
    {
        self.contentItems = contentItems
        self.success = success
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.contentItems = try members.required("contentItems")
        self.success = try members.required("success")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("contentItems", contentItems)
        members.set("success", success)
        return .object(members)
    }
}

/// The schema's `FileChangeApprovalDecision`.
public enum FileChangeApprovalDecision: OpenEnum {
    case accept
    case acceptForSession
    case decline
    case cancel
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "accept": self = .accept
        case "acceptForSession": self = .acceptForSession
        case "decline": self = .decline
        case "cancel": self = .cancel
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .accept: "accept"
        case .acceptForSession: "acceptForSession"
        case .decline: "decline"
        case .cancel: "cancel"
        case .unknown(let word): word
        }
    }
}

/// What `item/fileChange/outputDelta` tells.
public struct FileChangeOutputDeltaNotification: NotificationParams {
    public static let method = "item/fileChange/outputDelta"

    public var delta: String
    public var itemId: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(delta: String, itemId: String, threadId: String, turnId: String, additional: [String: JSONValue] = [:])
    {
        self.delta = delta
        self.itemId = itemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delta = try members.required("delta")
        self.itemId = try members.required("itemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("delta", delta)
        members.set("itemId", itemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/fileChange/patchUpdated` tells.
public struct FileChangePatchUpdatedNotification: NotificationParams {
    public static let method = "item/fileChange/patchUpdated"

    public var changes: [FileUpdateChange]
    public var itemId: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        changes: [FileUpdateChange], itemId: String, threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.changes = changes
        self.itemId = itemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.changes = try members.required("changes")
        self.itemId = try members.required("itemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("changes", changes)
        members.set("itemId", itemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/fileChange/requestApproval` asks.
public struct FileChangeRequestApprovalParams: ServerRequestParams {
    public typealias Response = FileChangeRequestApprovalResponse
    public static let method = "item/fileChange/requestApproval"

    public var grantRoot: Presence<String>
    public var itemId: String
    public var reason: Presence<String>
    public var startedAtMs: Int
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        grantRoot: Presence<String> = .absent, itemId: String, reason: Presence<String> = .absent, startedAtMs: Int,
        threadId: String, turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.grantRoot = grantRoot
        self.itemId = itemId
        self.reason = reason
        self.startedAtMs = startedAtMs
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.grantRoot = try members.presence("grantRoot")
        self.itemId = try members.required("itemId")
        self.reason = try members.presence("reason")
        self.startedAtMs = try members.required("startedAtMs")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("grantRoot", grantRoot)
        members.set("itemId", itemId)
        members.setPresence("reason", reason)
        members.set("startedAtMs", startedAtMs)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `item/fileChange/requestApproval`.
public struct FileChangeRequestApprovalResponse: JSONCodable {
    public var decision: FileChangeApprovalDecision
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(decision: FileChangeApprovalDecision, additional: [String: JSONValue] = [:]) {
        self.decision = decision
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.decision = try members.required("decision")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("decision", decision)
        return .object(members)
    }
}

/// The schema's `FileSystemAccessMode`.
public enum FileSystemAccessMode: OpenEnum {
    case read
    case write
    case deny
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "read": self = .read
        case "write": self = .write
        case "deny": self = .deny
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .read: "read"
        case .write: "write"
        case .deny: "deny"
        case .unknown(let word): word
        }
    }
}

/// The schema's `FileSystemPath`.
public indirect enum FileSystemPath: JSONCodable {
    case path(FileSystemPath.Path)
    case globPattern(FileSystemPath.GlobPattern)
    case special(FileSystemPath.Special)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "path": self = .path(try FileSystemPath.Path(json: json))
        case "glob_pattern": self = .globPattern(try FileSystemPath.GlobPattern(json: json))
        case "special": self = .special(try FileSystemPath.Special(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .path(let payload): payload.json.tagged("type", "path")
        case .globPattern(let payload): payload.json.tagged("type", "glob_pattern")
        case .special(let payload): payload.json.tagged("type", "special")
        case .unknown(let json): json
        }
    }
}

extension FileSystemPath {
    /// The schema's `FileSystemPath.GlobPattern`.
    public struct GlobPattern: JSONCodable {
        public var pattern: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(pattern: String, additional: [String: JSONValue] = [:]) {
            self.pattern = pattern
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.pattern = try members.required("pattern")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("pattern", pattern)
            return .object(members)
        }
    }
}

extension FileSystemPath {
    /// The schema's `FileSystemPath.Path`.
    public struct Path: JSONCodable {
        public var path: LegacyAppPathString
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(path: LegacyAppPathString, additional: [String: JSONValue] = [:]) {
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.path = try members.required("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("path", path)
            return .object(members)
        }
    }
}

extension FileSystemPath {
    /// The schema's `FileSystemPath.Special`.
    public struct Special: JSONCodable {
        public var value: FileSystemSpecialPath
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(value: FileSystemSpecialPath, additional: [String: JSONValue] = [:]) {
            self.value = value
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.value = try members.required("value")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("value", value)
            return .object(members)
        }
    }
}

/// The schema's `FileSystemSandboxEntry`.
public struct FileSystemSandboxEntry: JSONCodable {
    public var access: FileSystemAccessMode
    public var path: FileSystemPath
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(access: FileSystemAccessMode, path: FileSystemPath, additional: [String: JSONValue] = [:]) {
        self.access = access
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.access = try members.required("access")
        self.path = try members.required("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("access", access)
        members.set("path", path)
        return .object(members)
    }
}

/// The schema's `FileSystemSpecialPath`.
public indirect enum FileSystemSpecialPath: JSONCodable {
    case root(NoMembers = NoMembers())
    case minimal(NoMembers = NoMembers())
    case projectRoots(FileSystemSpecialPath.ProjectRoots)
    case tmpdir(NoMembers = NoMembers())
    case slashTmp(NoMembers = NoMembers())
    case namedUnknown(FileSystemSpecialPath.Unknown)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("kind") {
        case "root": self = .root(try NoMembers(json: json, tag: "kind"))
        case "minimal": self = .minimal(try NoMembers(json: json, tag: "kind"))
        case "project_roots": self = .projectRoots(try FileSystemSpecialPath.ProjectRoots(json: json))
        case "tmpdir": self = .tmpdir(try NoMembers(json: json, tag: "kind"))
        case "slash_tmp": self = .slashTmp(try NoMembers(json: json, tag: "kind"))
        case "unknown": self = .namedUnknown(try FileSystemSpecialPath.Unknown(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .root(let payload): payload.json.tagged("kind", "root")
        case .minimal(let payload): payload.json.tagged("kind", "minimal")
        case .projectRoots(let payload): payload.json.tagged("kind", "project_roots")
        case .tmpdir(let payload): payload.json.tagged("kind", "tmpdir")
        case .slashTmp(let payload): payload.json.tagged("kind", "slash_tmp")
        case .namedUnknown(let payload): payload.json.tagged("kind", "unknown")
        case .unknown(let json): json
        }
    }
}

extension FileSystemSpecialPath {
    /// The schema's `FileSystemSpecialPath.ProjectRoots`.
    public struct ProjectRoots: JSONCodable {
        public var subpath: Presence<LegacyAppPathString>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(subpath: Presence<LegacyAppPathString> = .absent, additional: [String: JSONValue] = [:]) {
            self.subpath = subpath
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "kind")
            self.subpath = try members.presence("subpath")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("subpath", subpath)
            return .object(members)
        }
    }
}

extension FileSystemSpecialPath {
    /// The schema's `FileSystemSpecialPath.Unknown`.
    public struct Unknown: JSONCodable {
        public var path: String
        public var subpath: Presence<LegacyAppPathString>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            path: String, subpath: Presence<LegacyAppPathString> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.path = path
            self.subpath = subpath
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "kind")
            self.path = try members.required("path")
            self.subpath = try members.presence("subpath")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("path", path)
            members.setPresence("subpath", subpath)
            return .object(members)
        }
    }
}

/// The schema's `GrantedPermissionProfile`.
public struct GrantedPermissionProfile: JSONCodable {
    public var fileSystem: Presence<AdditionalFileSystemPermissions>
    public var network: Presence<AdditionalNetworkPermissions>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        fileSystem: Presence<AdditionalFileSystemPermissions> = .absent,
        network: Presence<AdditionalNetworkPermissions> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.fileSystem = fileSystem
        self.network = network
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fileSystem = try members.presence("fileSystem")
        self.network = try members.presence("network")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("fileSystem", fileSystem)
        members.setPresence("network", network)
        return .object(members)
    }
}

/// The schema's `GuardianApprovalReview`.
public struct GuardianApprovalReview: JSONCodable {
    public var rationale: Presence<String>
    public var riskLevel: Presence<GuardianRiskLevel>
    public var status: GuardianApprovalReviewStatus
    public var userAuthorization: Presence<GuardianUserAuthorization>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        rationale: Presence<String> = .absent, riskLevel: Presence<GuardianRiskLevel> = .absent,
        status: GuardianApprovalReviewStatus, userAuthorization: Presence<GuardianUserAuthorization> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.rationale = rationale
        self.riskLevel = riskLevel
        self.status = status
        self.userAuthorization = userAuthorization
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.rationale = try members.presence("rationale")
        self.riskLevel = try members.presence("riskLevel")
        self.status = try members.required("status")
        self.userAuthorization = try members.presence("userAuthorization")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("rationale", rationale)
        members.setPresence("riskLevel", riskLevel)
        members.set("status", status)
        members.setPresence("userAuthorization", userAuthorization)
        return .object(members)
    }
}

/// The schema's `GuardianApprovalReviewAction`.
public indirect enum GuardianApprovalReviewAction: JSONCodable {
    case command(GuardianApprovalReviewAction.Command)
    case execve(GuardianApprovalReviewAction.Execve)
    case writeStdin(GuardianApprovalReviewAction.WriteStdin)
    case applyPatch(GuardianApprovalReviewAction.ApplyPatch)
    case networkAccess(GuardianApprovalReviewAction.NetworkAccess)
    case mcpToolCall(GuardianApprovalReviewAction.McpToolCall)
    case requestPermissions(GuardianApprovalReviewAction.RequestPermissions)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "command": self = .command(try GuardianApprovalReviewAction.Command(json: json))
        case "execve": self = .execve(try GuardianApprovalReviewAction.Execve(json: json))
        case "writeStdin": self = .writeStdin(try GuardianApprovalReviewAction.WriteStdin(json: json))
        case "applyPatch": self = .applyPatch(try GuardianApprovalReviewAction.ApplyPatch(json: json))
        case "networkAccess": self = .networkAccess(try GuardianApprovalReviewAction.NetworkAccess(json: json))
        case "mcpToolCall": self = .mcpToolCall(try GuardianApprovalReviewAction.McpToolCall(json: json))
        case "requestPermissions":
            self = .requestPermissions(try GuardianApprovalReviewAction.RequestPermissions(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .command(let payload): payload.json.tagged("type", "command")
        case .execve(let payload): payload.json.tagged("type", "execve")
        case .writeStdin(let payload): payload.json.tagged("type", "writeStdin")
        case .applyPatch(let payload): payload.json.tagged("type", "applyPatch")
        case .networkAccess(let payload): payload.json.tagged("type", "networkAccess")
        case .mcpToolCall(let payload): payload.json.tagged("type", "mcpToolCall")
        case .requestPermissions(let payload): payload.json.tagged("type", "requestPermissions")
        case .unknown(let json): json
        }
    }
}

extension GuardianApprovalReviewAction {
    /// The schema's `GuardianApprovalReviewAction.ApplyPatch`.
    public struct ApplyPatch: JSONCodable {
        public var cwd: LegacyAppPathString
        public var files: [LegacyAppPathString]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(cwd: LegacyAppPathString, files: [LegacyAppPathString], additional: [String: JSONValue] = [:]) {
            self.cwd = cwd
            self.files = files
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.cwd = try members.required("cwd")
            self.files = try members.required("files")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("cwd", cwd)
            members.set("files", files)
            return .object(members)
        }
    }
}

extension GuardianApprovalReviewAction {
    /// The schema's `GuardianApprovalReviewAction.Command`.
    public struct Command: JSONCodable {
        public var command: String
        public var cwd: LegacyAppPathString
        public var source: GuardianCommandSource
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            command: String, cwd: LegacyAppPathString, source: GuardianCommandSource,
            additional: [String: JSONValue] = [:]
        ) {
            self.command = command
            self.cwd = cwd
            self.source = source
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.command = try members.required("command")
            self.cwd = try members.required("cwd")
            self.source = try members.required("source")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("command", command)
            members.set("cwd", cwd)
            members.set("source", source)
            return .object(members)
        }
    }
}

extension GuardianApprovalReviewAction {
    /// The schema's `GuardianApprovalReviewAction.Execve`.
    public struct Execve: JSONCodable {
        public var argv: [String]
        public var cwd: AbsolutePathBuf
        public var program: String
        public var source: GuardianCommandSource
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            argv: [String], cwd: AbsolutePathBuf, program: String, source: GuardianCommandSource,
            additional: [String: JSONValue] = [:]
        ) {
            self.argv = argv
            self.cwd = cwd
            self.program = program
            self.source = source
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.argv = try members.required("argv")
            self.cwd = try members.required("cwd")
            self.program = try members.required("program")
            self.source = try members.required("source")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("argv", argv)
            members.set("cwd", cwd)
            members.set("program", program)
            members.set("source", source)
            return .object(members)
        }
    }
}

extension GuardianApprovalReviewAction {
    /// The schema's `GuardianApprovalReviewAction.McpToolCall`.
    public struct McpToolCall: JSONCodable {
        public var connectorId: Presence<String>
        public var connectorName: Presence<String>
        public var server: String
        public var toolName: String
        public var toolTitle: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            connectorId: Presence<String> = .absent, connectorName: Presence<String> = .absent, server: String,
            toolName: String, toolTitle: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.connectorId = connectorId
            self.connectorName = connectorName
            self.server = server
            self.toolName = toolName
            self.toolTitle = toolTitle
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.connectorId = try members.presence("connectorId")
            self.connectorName = try members.presence("connectorName")
            self.server = try members.required("server")
            self.toolName = try members.required("toolName")
            self.toolTitle = try members.presence("toolTitle")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("connectorId", connectorId)
            members.setPresence("connectorName", connectorName)
            members.set("server", server)
            members.set("toolName", toolName)
            members.setPresence("toolTitle", toolTitle)
            return .object(members)
        }
    }
}

extension GuardianApprovalReviewAction {
    /// The schema's `GuardianApprovalReviewAction.NetworkAccess`.
    public struct NetworkAccess: JSONCodable {
        public var host: String
        public var port: Int
        public var `protocol`: NetworkApprovalProtocol
        public var target: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            host: String, port: Int, `protocol`: NetworkApprovalProtocol, target: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.host = host
            self.port = port
            self.protocol = `protocol`
            self.target = target
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.host = try members.required("host")
            self.port = try members.required("port")
            self.protocol = try members.required("protocol")
            self.target = try members.required("target")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("host", host)
            members.set("port", port)
            members.set("protocol", `protocol`)
            members.set("target", target)
            return .object(members)
        }
    }
}

extension GuardianApprovalReviewAction {
    /// The schema's `GuardianApprovalReviewAction.RequestPermissions`.
    public struct RequestPermissions: JSONCodable {
        public var permissions: RequestPermissionProfile
        public var reason: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            permissions: RequestPermissionProfile, reason: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.permissions = permissions
            self.reason = reason
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.permissions = try members.required("permissions")
            self.reason = try members.presence("reason")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("permissions", permissions)
            members.setPresence("reason", reason)
            return .object(members)
        }
    }
}

extension GuardianApprovalReviewAction {
    /// The schema's `GuardianApprovalReviewAction.WriteStdin`.
    public struct WriteStdin: JSONCodable {
        public var approvalId: String
        public var cwd: LegacyAppPathString
        public var processId: String
        public var stdin: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            approvalId: String, cwd: LegacyAppPathString, processId: String, stdin: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.approvalId = approvalId
            self.cwd = cwd
            self.processId = processId
            self.stdin = stdin
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.approvalId = try members.required("approvalId")
            self.cwd = try members.required("cwd")
            self.processId = try members.required("processId")
            self.stdin = try members.required("stdin")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("approvalId", approvalId)
            members.set("cwd", cwd)
            members.set("processId", processId)
            members.set("stdin", stdin)
            return .object(members)
        }
    }
}

/// The schema's `GuardianApprovalReviewStatus`.
public enum GuardianApprovalReviewStatus: OpenEnum {
    case inProgress
    case approved
    case denied
    case timedOut
    case aborted
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inProgress": self = .inProgress
        case "approved": self = .approved
        case "denied": self = .denied
        case "timedOut": self = .timedOut
        case "aborted": self = .aborted
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inProgress: "inProgress"
        case .approved: "approved"
        case .denied: "denied"
        case .timedOut: "timedOut"
        case .aborted: "aborted"
        case .unknown(let word): word
        }
    }
}

/// The schema's `GuardianCommandSource`.
public enum GuardianCommandSource: OpenEnum {
    case shell
    case unifiedExec
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "shell": self = .shell
        case "unifiedExec": self = .unifiedExec
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .shell: "shell"
        case .unifiedExec: "unifiedExec"
        case .unknown(let word): word
        }
    }
}

/// The schema's `GuardianRiskLevel`.
public enum GuardianRiskLevel: OpenEnum {
    case low
    case medium
    case high
    case critical
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "low": self = .low
        case "medium": self = .medium
        case "high": self = .high
        case "critical": self = .critical
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .critical: "critical"
        case .unknown(let word): word
        }
    }
}

/// The schema's `GuardianUserAuthorization`.
public enum GuardianUserAuthorization: OpenEnum {
    case namedUnknown
    case low
    case medium
    case high
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "unknown": self = .namedUnknown
        case "low": self = .low
        case "medium": self = .medium
        case "high": self = .high
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .namedUnknown: "unknown"
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .unknown(let word): word
        }
    }
}

/// What `item/completed` tells.
public struct ItemCompletedNotification: NotificationParams {
    public static let method = "item/completed"

    public var completedAtMs: Int
    public var item: ThreadItem
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        completedAtMs: Int, item: ThreadItem, threadId: String, turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.completedAtMs = completedAtMs
        self.item = item
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.completedAtMs = try members.required("completedAtMs")
        self.item = try members.required("item")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("completedAtMs", completedAtMs)
        members.set("item", item)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/autoApprovalReview/completed` tells.
public struct ItemGuardianApprovalReviewCompletedNotification: NotificationParams {
    public static let method = "item/autoApprovalReview/completed"

    public var action: GuardianApprovalReviewAction
    public var completedAtMs: Int
    public var decisionSource: AutoReviewDecisionSource
    public var review: GuardianApprovalReview
    public var reviewId: String
    public var startedAtMs: Int
    public var targetItemId: Presence<String>
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        action: GuardianApprovalReviewAction, completedAtMs: Int, decisionSource: AutoReviewDecisionSource,
        review: GuardianApprovalReview, reviewId: String, startedAtMs: Int, targetItemId: Presence<String> = .absent,
        threadId: String, turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.action = action
        self.completedAtMs = completedAtMs
        self.decisionSource = decisionSource
        self.review = review
        self.reviewId = reviewId
        self.startedAtMs = startedAtMs
        self.targetItemId = targetItemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.action = try members.required("action")
        self.completedAtMs = try members.required("completedAtMs")
        self.decisionSource = try members.required("decisionSource")
        self.review = try members.required("review")
        self.reviewId = try members.required("reviewId")
        self.startedAtMs = try members.required("startedAtMs")
        self.targetItemId = try members.presence("targetItemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("action", action)
        members.set("completedAtMs", completedAtMs)
        members.set("decisionSource", decisionSource)
        members.set("review", review)
        members.set("reviewId", reviewId)
        members.set("startedAtMs", startedAtMs)
        members.setPresence("targetItemId", targetItemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/autoApprovalReview/started` tells.
public struct ItemGuardianApprovalReviewStartedNotification: NotificationParams {
    public static let method = "item/autoApprovalReview/started"

    public var action: GuardianApprovalReviewAction
    public var review: GuardianApprovalReview
    public var reviewId: String
    public var startedAtMs: Int
    public var targetItemId: Presence<String>
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        action: GuardianApprovalReviewAction, review: GuardianApprovalReview, reviewId: String, startedAtMs: Int,
        targetItemId: Presence<String> = .absent, threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.action = action
        self.review = review
        self.reviewId = reviewId
        self.startedAtMs = startedAtMs
        self.targetItemId = targetItemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.action = try members.required("action")
        self.review = try members.required("review")
        self.reviewId = try members.required("reviewId")
        self.startedAtMs = try members.required("startedAtMs")
        self.targetItemId = try members.presence("targetItemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("action", action)
        members.set("review", review)
        members.set("reviewId", reviewId)
        members.set("startedAtMs", startedAtMs)
        members.setPresence("targetItemId", targetItemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/started` tells.
public struct ItemStartedNotification: NotificationParams {
    public static let method = "item/started"

    public var item: ThreadItem
    public var startedAtMs: Int
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        item: ThreadItem, startedAtMs: Int, threadId: String, turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.item = item
        self.startedAtMs = startedAtMs
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.item = try members.required("item")
        self.startedAtMs = try members.required("startedAtMs")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("item", item)
        members.set("startedAtMs", startedAtMs)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/mcpToolCall/progress` tells.
public struct McpToolCallProgressNotification: NotificationParams {
    public static let method = "item/mcpToolCall/progress"

    public var itemId: String
    public var message: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        itemId: String, message: String, threadId: String, turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.itemId = itemId
        self.message = message
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemId = try members.required("itemId")
        self.message = try members.required("message")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("itemId", itemId)
        members.set("message", message)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `NetworkApprovalContext`.
public struct NetworkApprovalContext: JSONCodable {
    public var host: String
    public var `protocol`: NetworkApprovalProtocol
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(host: String, `protocol`: NetworkApprovalProtocol, additional: [String: JSONValue] = [:]) {
        self.host = host
        self.protocol = `protocol`
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.host = try members.required("host")
        self.protocol = try members.required("protocol")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("host", host)
        members.set("protocol", `protocol`)
        return .object(members)
    }
}

/// The schema's `NetworkApprovalProtocol`.
public enum NetworkApprovalProtocol: OpenEnum {
    case http
    case https
    case socks5Tcp
    case socks5Udp
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "http": self = .http
        case "https": self = .https
        case "socks5Tcp": self = .socks5Tcp
        case "socks5Udp": self = .socks5Udp
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .http: "http"
        case .https: "https"
        case .socks5Tcp: "socks5Tcp"
        case .socks5Udp: "socks5Udp"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PermissionGrantScope`.
public enum PermissionGrantScope: OpenEnum {
    case turn
    case session
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "turn": self = .turn
        case "session": self = .session
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .turn: "turn"
        case .session: "session"
        case .unknown(let word): word
        }
    }
}

/// What `item/permissions/requestApproval` asks.
public struct PermissionsRequestApprovalParams: ServerRequestParams {
    public typealias Response = PermissionsRequestApprovalResponse
    public static let method = "item/permissions/requestApproval"

    public var cwd: LegacyAppPathString
    public var environmentId: Presence<String>
    public var itemId: String
    public var permissions: RequestPermissionProfile
    public var reason: Presence<String>
    public var startedAtMs: Int
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: LegacyAppPathString, environmentId: Presence<String> = .absent, itemId: String,
        permissions: RequestPermissionProfile, reason: Presence<String> = .absent, startedAtMs: Int, threadId: String,
        turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.environmentId = environmentId
        self.itemId = itemId
        self.permissions = permissions
        self.reason = reason
        self.startedAtMs = startedAtMs
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.required("cwd")
        self.environmentId = try members.presence("environmentId")
        self.itemId = try members.required("itemId")
        self.permissions = try members.required("permissions")
        self.reason = try members.presence("reason")
        self.startedAtMs = try members.required("startedAtMs")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cwd", cwd)
        members.setPresence("environmentId", environmentId)
        members.set("itemId", itemId)
        members.set("permissions", permissions)
        members.setPresence("reason", reason)
        members.set("startedAtMs", startedAtMs)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `item/permissions/requestApproval`.
public struct PermissionsRequestApprovalResponse: JSONCodable {
    public var permissions: GrantedPermissionProfile
    public var scope: PermissionGrantScope?
    public var strictAutoReview: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        permissions: GrantedPermissionProfile, scope: PermissionGrantScope? = nil,
        strictAutoReview: Presence<Bool> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.permissions = permissions
        self.scope = scope
        self.strictAutoReview = strictAutoReview
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.permissions = try members.required("permissions")
        self.scope = try members.optional("scope")
        self.strictAutoReview = try members.presence("strictAutoReview")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("permissions", permissions)
        members.setOptional("scope", scope)
        members.setPresence("strictAutoReview", strictAutoReview)
        return .object(members)
    }
}

/// What `item/plan/delta` tells.
public struct PlanDeltaNotification: NotificationParams {
    public static let method = "item/plan/delta"

    public var delta: String
    public var itemId: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(delta: String, itemId: String, threadId: String, turnId: String, additional: [String: JSONValue] = [:])
    {
        self.delta = delta
        self.itemId = itemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delta = try members.required("delta")
        self.itemId = try members.required("itemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("delta", delta)
        members.set("itemId", itemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/reasoning/summaryPartAdded` tells.
public struct ReasoningSummaryPartAddedNotification: NotificationParams {
    public static let method = "item/reasoning/summaryPartAdded"

    public var itemId: String
    public var summaryIndex: Int
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        itemId: String, summaryIndex: Int, threadId: String, turnId: String, additional: [String: JSONValue] = [:]
    ) {
        self.itemId = itemId
        self.summaryIndex = summaryIndex
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemId = try members.required("itemId")
        self.summaryIndex = try members.required("summaryIndex")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("itemId", itemId)
        members.set("summaryIndex", summaryIndex)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/reasoning/summaryTextDelta` tells.
public struct ReasoningSummaryTextDeltaNotification: NotificationParams {
    public static let method = "item/reasoning/summaryTextDelta"

    public var delta: String
    public var itemId: String
    public var summaryIndex: Int
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        delta: String, itemId: String, summaryIndex: Int, threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.delta = delta
        self.itemId = itemId
        self.summaryIndex = summaryIndex
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delta = try members.required("delta")
        self.itemId = try members.required("itemId")
        self.summaryIndex = try members.required("summaryIndex")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("delta", delta)
        members.set("itemId", itemId)
        members.set("summaryIndex", summaryIndex)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `item/reasoning/textDelta` tells.
public struct ReasoningTextDeltaNotification: NotificationParams {
    public static let method = "item/reasoning/textDelta"

    public var contentIndex: Int
    public var delta: String
    public var itemId: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        contentIndex: Int, delta: String, itemId: String, threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.contentIndex = contentIndex
        self.delta = delta
        self.itemId = itemId
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.contentIndex = try members.required("contentIndex")
        self.delta = try members.required("delta")
        self.itemId = try members.required("itemId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("contentIndex", contentIndex)
        members.set("delta", delta)
        members.set("itemId", itemId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `RequestPermissionProfile`.
public struct RequestPermissionProfile: JSONCodable {
    public var fileSystem: Presence<AdditionalFileSystemPermissions>
    public var network: Presence<AdditionalNetworkPermissions>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        fileSystem: Presence<AdditionalFileSystemPermissions> = .absent,
        network: Presence<AdditionalNetworkPermissions> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.fileSystem = fileSystem
        self.network = network
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fileSystem = try members.presence("fileSystem")
        self.network = try members.presence("network")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("fileSystem", fileSystem)
        members.setPresence("network", network)
        return .object(members)
    }
}

/// What `item/commandExecution/terminalInteraction` tells.
public struct TerminalInteractionNotification: NotificationParams {
    public static let method = "item/commandExecution/terminalInteraction"

    public var itemId: String
    public var processId: String
    public var stdin: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        itemId: String, processId: String, stdin: String, threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.itemId = itemId
        self.processId = processId
        self.stdin = stdin
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemId = try members.required("itemId")
        self.processId = try members.required("processId")
        self.stdin = try members.required("stdin")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("itemId", itemId)
        members.set("processId", processId)
        members.set("stdin", stdin)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `ToolRequestUserInputAnswer`.
public struct ToolRequestUserInputAnswer: JSONCodable {
    public var answers: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(answers: [String], additional: [String: JSONValue] = [:]) {
        self.answers = answers
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.answers = try members.required("answers")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("answers", answers)
        return .object(members)
    }
}

/// The schema's `ToolRequestUserInputOption`.
public struct ToolRequestUserInputOption: JSONCodable {
    public var description: String
    public var label: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(description: String, label: String, additional: [String: JSONValue] = [:]) {
        self.description = description
        self.label = label
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.required("description")
        self.label = try members.required("label")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("description", description)
        members.set("label", label)
        return .object(members)
    }
}

/// What `item/tool/requestUserInput` asks.
public struct ToolRequestUserInputParams: ServerRequestParams {
    public typealias Response = ToolRequestUserInputResponse
    public static let method = "item/tool/requestUserInput"

    public var autoResolutionMs: Presence<UInt64>
    public var isBlocking: Bool?
    public var itemId: String
    public var questions: [ToolRequestUserInputQuestion]
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        autoResolutionMs: Presence<UInt64> = .absent, isBlocking: Bool? = nil, itemId: String,
        questions: [ToolRequestUserInputQuestion], threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.autoResolutionMs = autoResolutionMs
        self.isBlocking = isBlocking
        self.itemId = itemId
        self.questions = questions
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.autoResolutionMs = try members.presence("autoResolutionMs")
        self.isBlocking = try members.optional("isBlocking")
        self.itemId = try members.required("itemId")
        self.questions = try members.required("questions")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("autoResolutionMs", autoResolutionMs)
        members.setOptional("isBlocking", isBlocking)
        members.set("itemId", itemId)
        members.set("questions", questions)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `ToolRequestUserInputQuestion`.
public struct ToolRequestUserInputQuestion: JSONCodable {
    public var header: String
    public var id: String
    public var isOther: Bool?
    public var isSecret: Bool?
    public var options: Presence<[ToolRequestUserInputOption]>
    public var question: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        header: String, id: String, isOther: Bool? = nil, isSecret: Bool? = nil,
        options: Presence<[ToolRequestUserInputOption]> = .absent, question: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.header = header
        self.id = id
        self.isOther = isOther
        self.isSecret = isSecret
        self.options = options
        self.question = question
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.header = try members.required("header")
        self.id = try members.required("id")
        self.isOther = try members.optional("isOther")
        self.isSecret = try members.optional("isSecret")
        self.options = try members.presence("options")
        self.question = try members.required("question")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("header", header)
        members.set("id", id)
        members.setOptional("isOther", isOther)
        members.setOptional("isSecret", isSecret)
        members.setPresence("options", options)
        members.set("question", question)
        return .object(members)
    }
}

/// What is answered to `item/tool/requestUserInput`.
public struct ToolRequestUserInputResponse: JSONCodable {
    public var answers: [String: ToolRequestUserInputAnswer]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(answers: [String: ToolRequestUserInputAnswer], additional: [String: JSONValue] = [:]) {
        self.answers = answers
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.answers = try members.required("answers")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("answers", answers)
        return .object(members)
    }
}
