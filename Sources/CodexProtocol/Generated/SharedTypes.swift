// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `AbsolutePathBuf`.
public typealias AbsolutePathBuf = String

/// The schema's `ActivePermissionProfile`.
public struct ActivePermissionProfile: JSONCodable {
    public var extends: Presence<String>
    public var id: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(extends: Presence<String> = .absent, id: String, additional: [String: JSONValue] = [:]) {
        self.extends = extends
        self.id = id
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.extends = try members.presence("extends")
        self.id = try members.required("id")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("extends", extends)
        members.set("id", id)
        return .object(members)
    }
}

/// The schema's `AgentMessageDelivery`.
public enum AgentMessageDelivery: OpenEnum {
    case async
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "async": self = .async
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .async: "async"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AgentPath`.
public typealias AgentPath = String

/// The schema's `AllowDenyRequirement`.
public enum AllowDenyRequirement: OpenEnum {
    case allow
    case deny
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "allow": self = .allow
        case "deny": self = .deny
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .allow: "allow"
        case .deny: "deny"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AppConfig`.
public struct AppConfig: JSONCodable {
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var defaultToolsApprovalMode: Presence<AppToolApproval>
    public var defaultToolsEnabled: Presence<Bool>
    public var destructiveEnabled: Presence<Bool>
    public var enabled: Bool?
    public var links: Presence<AppLinksConfig>
    public var omitToolsFrom: Presence<[ToolExposureSurface]>
    public var openWorldEnabled: Presence<Bool>
    public var tools: Presence<AppToolsConfig>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalsReviewer: Presence<ApprovalsReviewer> = .absent,
        defaultToolsApprovalMode: Presence<AppToolApproval> = .absent, defaultToolsEnabled: Presence<Bool> = .absent,
        destructiveEnabled: Presence<Bool> = .absent, enabled: Bool? = nil, links: Presence<AppLinksConfig> = .absent,
        omitToolsFrom: Presence<[ToolExposureSurface]> = .absent, openWorldEnabled: Presence<Bool> = .absent,
        tools: Presence<AppToolsConfig> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.approvalsReviewer = approvalsReviewer
        self.defaultToolsApprovalMode = defaultToolsApprovalMode
        self.defaultToolsEnabled = defaultToolsEnabled
        self.destructiveEnabled = destructiveEnabled
        self.enabled = enabled
        self.links = links
        self.omitToolsFrom = omitToolsFrom
        self.openWorldEnabled = openWorldEnabled
        self.tools = tools
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalsReviewer = try members.presence("approvals_reviewer")
        self.defaultToolsApprovalMode = try members.presence("default_tools_approval_mode")
        self.defaultToolsEnabled = try members.presence("default_tools_enabled")
        self.destructiveEnabled = try members.presence("destructive_enabled")
        self.enabled = try members.optional("enabled")
        self.links = try members.presence("links")
        self.omitToolsFrom = try members.presence("omit_tools_from")
        self.openWorldEnabled = try members.presence("open_world_enabled")
        self.tools = try members.presence("tools")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvals_reviewer", approvalsReviewer)
        members.setPresence("default_tools_approval_mode", defaultToolsApprovalMode)
        members.setPresence("default_tools_enabled", defaultToolsEnabled)
        members.setPresence("destructive_enabled", destructiveEnabled)
        members.setOptional("enabled", enabled)
        members.setPresence("links", links)
        members.setPresence("omit_tools_from", omitToolsFrom)
        members.setPresence("open_world_enabled", openWorldEnabled)
        members.setPresence("tools", tools)
        return .object(members)
    }
}

/// The schema's `AppLinkConfig`.
public struct AppLinkConfig: JSONCodable {
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var defaultToolsApprovalMode: Presence<AppToolApproval>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalsReviewer: Presence<ApprovalsReviewer> = .absent,
        defaultToolsApprovalMode: Presence<AppToolApproval> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.approvalsReviewer = approvalsReviewer
        self.defaultToolsApprovalMode = defaultToolsApprovalMode
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalsReviewer = try members.presence("approvals_reviewer")
        self.defaultToolsApprovalMode = try members.presence("default_tools_approval_mode")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvals_reviewer", approvalsReviewer)
        members.setPresence("default_tools_approval_mode", defaultToolsApprovalMode)
        return .object(members)
    }
}

/// The schema's `AppLinksConfig`.
public struct AppLinksConfig: JSONCodable {
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

/// The schema's `AppToolConfig`.
public struct AppToolConfig: JSONCodable {
    public var approvalMode: Presence<AppToolApproval>
    public var enabled: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalMode: Presence<AppToolApproval> = .absent, enabled: Presence<Bool> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.approvalMode = approvalMode
        self.enabled = enabled
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalMode = try members.presence("approval_mode")
        self.enabled = try members.presence("enabled")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approval_mode", approvalMode)
        members.setPresence("enabled", enabled)
        return .object(members)
    }
}

/// The schema's `AppToolsConfig`.
public struct AppToolsConfig: JSONCodable {
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

/// The schema's `ApprovalsReviewer`.
public enum ApprovalsReviewer: OpenEnum {
    case user
    case autoReview
    case guardianSubagent
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "user": self = .user
        case "auto_review": self = .autoReview
        case "guardian_subagent": self = .guardianSubagent
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .user: "user"
        case .autoReview: "auto_review"
        case .guardianSubagent: "guardian_subagent"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AskForApproval`.
public indirect enum AskForApproval: JSONCodable {
    case untrusted
    case onRequest
    case never
    case granular(AskForApproval.Granular)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try WordOrMember(json) {
        case .word("untrusted"): self = .untrusted
        case .word("on-request"): self = .onRequest
        case .word("never"): self = .never
        case .member("granular", let value): self = .granular(try value.read(at: "granular"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .untrusted: .string("untrusted")
        case .onRequest: .string("on-request")
        case .never: .string("never")
        case .granular(let payload): .object(["granular": payload.json])
        case .unknown(let json): json
        }
    }
}

extension AskForApproval {
    /// The schema's `AskForApproval.Granular`.
    public struct Granular: JSONCodable {
        public var mcpElicitations: Bool
        public var requestPermissions: Bool?
        public var rules: Bool
        public var sandboxApproval: Bool
        public var skillApproval: Bool?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            mcpElicitations: Bool, requestPermissions: Bool? = nil, rules: Bool, sandboxApproval: Bool,
            skillApproval: Bool? = nil, additional: [String: JSONValue] = [:]
        ) {
            self.mcpElicitations = mcpElicitations
            self.requestPermissions = requestPermissions
            self.rules = rules
            self.sandboxApproval = sandboxApproval
            self.skillApproval = skillApproval
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.mcpElicitations = try members.required("mcp_elicitations")
            self.requestPermissions = try members.optional("request_permissions")
            self.rules = try members.required("rules")
            self.sandboxApproval = try members.required("sandbox_approval")
            self.skillApproval = try members.optional("skill_approval")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("mcp_elicitations", mcpElicitations)
            members.setOptional("request_permissions", requestPermissions)
            members.set("rules", rules)
            members.set("sandbox_approval", sandboxApproval)
            members.setOptional("skill_approval", skillApproval)
            return .object(members)
        }
    }
}

/// The schema's `AsyncUserInputQuestion`.
public struct AsyncUserInputQuestion: JSONCodable {
    public var options: Presence<[String]>
    public var title: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(options: Presence<[String]> = .absent, title: String, additional: [String: JSONValue] = [:]) {
        self.options = options
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.options = try members.presence("options")
        self.title = try members.required("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("options", options)
        members.set("title", title)
        return .object(members)
    }
}

/// The schema's `ByteRange`.
public struct ByteRange: JSONCodable {
    public var end: Int
    public var start: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(end: Int, start: Int, additional: [String: JSONValue] = [:]) {
        self.end = end
        self.start = start
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.end = try members.required("end")
        self.start = try members.required("start")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("end", end)
        members.set("start", start)
        return .object(members)
    }
}

/// The schema's `CodexErrorInfo`.
public indirect enum CodexErrorInfo: JSONCodable {
    case contextWindowExceeded
    case sessionBudgetExceeded
    case usageLimitExceeded
    case rateLimitExceeded
    case flexUnavailable
    case serverOverloaded
    case cyberPolicy
    case misalignmentPolicyViolation
    case tooManyDenials
    case internalServerError
    case unauthorized
    case badRequest
    case threadRollbackFailed
    case sandboxError
    case other
    case httpConnectionFailed(CodexErrorInfo.HttpConnectionFailed)
    case responseStreamConnectionFailed(CodexErrorInfo.ResponseStreamConnectionFailed)
    case responseStreamDisconnected(CodexErrorInfo.ResponseStreamDisconnected)
    case responseTooManyFailedAttempts(CodexErrorInfo.ResponseTooManyFailedAttempts)
    case activeTurnNotSteerable(CodexErrorInfo.ActiveTurnNotSteerable)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try WordOrMember(json) {
        case .word("contextWindowExceeded"): self = .contextWindowExceeded
        case .word("sessionBudgetExceeded"): self = .sessionBudgetExceeded
        case .word("usageLimitExceeded"): self = .usageLimitExceeded
        case .word("rateLimitExceeded"): self = .rateLimitExceeded
        case .word("flexUnavailable"): self = .flexUnavailable
        case .word("serverOverloaded"): self = .serverOverloaded
        case .word("cyberPolicy"): self = .cyberPolicy
        case .word("misalignmentPolicyViolation"): self = .misalignmentPolicyViolation
        case .word("tooManyDenials"): self = .tooManyDenials
        case .word("internalServerError"): self = .internalServerError
        case .word("unauthorized"): self = .unauthorized
        case .word("badRequest"): self = .badRequest
        case .word("threadRollbackFailed"): self = .threadRollbackFailed
        case .word("sandboxError"): self = .sandboxError
        case .word("other"): self = .other
        case .member("httpConnectionFailed", let value):
            self = .httpConnectionFailed(try value.read(at: "httpConnectionFailed"))
        case .member("responseStreamConnectionFailed", let value):
            self = .responseStreamConnectionFailed(try value.read(at: "responseStreamConnectionFailed"))
        case .member("responseStreamDisconnected", let value):
            self = .responseStreamDisconnected(try value.read(at: "responseStreamDisconnected"))
        case .member("responseTooManyFailedAttempts", let value):
            self = .responseTooManyFailedAttempts(try value.read(at: "responseTooManyFailedAttempts"))
        case .member("activeTurnNotSteerable", let value):
            self = .activeTurnNotSteerable(try value.read(at: "activeTurnNotSteerable"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .contextWindowExceeded: .string("contextWindowExceeded")
        case .sessionBudgetExceeded: .string("sessionBudgetExceeded")
        case .usageLimitExceeded: .string("usageLimitExceeded")
        case .rateLimitExceeded: .string("rateLimitExceeded")
        case .flexUnavailable: .string("flexUnavailable")
        case .serverOverloaded: .string("serverOverloaded")
        case .cyberPolicy: .string("cyberPolicy")
        case .misalignmentPolicyViolation: .string("misalignmentPolicyViolation")
        case .tooManyDenials: .string("tooManyDenials")
        case .internalServerError: .string("internalServerError")
        case .unauthorized: .string("unauthorized")
        case .badRequest: .string("badRequest")
        case .threadRollbackFailed: .string("threadRollbackFailed")
        case .sandboxError: .string("sandboxError")
        case .other: .string("other")
        case .httpConnectionFailed(let payload): .object(["httpConnectionFailed": payload.json])
        case .responseStreamConnectionFailed(let payload): .object(["responseStreamConnectionFailed": payload.json])
        case .responseStreamDisconnected(let payload): .object(["responseStreamDisconnected": payload.json])
        case .responseTooManyFailedAttempts(let payload): .object(["responseTooManyFailedAttempts": payload.json])
        case .activeTurnNotSteerable(let payload): .object(["activeTurnNotSteerable": payload.json])
        case .unknown(let json): json
        }
    }
}

extension CodexErrorInfo {
    /// The schema's `CodexErrorInfo.ActiveTurnNotSteerable`.
    public struct ActiveTurnNotSteerable: JSONCodable {
        public var turnKind: NonSteerableTurnKind
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(turnKind: NonSteerableTurnKind, additional: [String: JSONValue] = [:]) {
            self.turnKind = turnKind
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.turnKind = try members.required("turnKind")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("turnKind", turnKind)
            return .object(members)
        }
    }
}

extension CodexErrorInfo {
    /// The schema's `CodexErrorInfo.HttpConnectionFailed`.
    public struct HttpConnectionFailed: JSONCodable {
        public var httpStatusCode: Presence<Int>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(httpStatusCode: Presence<Int> = .absent, additional: [String: JSONValue] = [:]) {
            self.httpStatusCode = httpStatusCode
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.httpStatusCode = try members.presence("httpStatusCode")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("httpStatusCode", httpStatusCode)
            return .object(members)
        }
    }
}

extension CodexErrorInfo {
    /// The schema's `CodexErrorInfo.ResponseStreamConnectionFailed`.
    public struct ResponseStreamConnectionFailed: JSONCodable {
        public var httpStatusCode: Presence<Int>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(httpStatusCode: Presence<Int> = .absent, additional: [String: JSONValue] = [:]) {
            self.httpStatusCode = httpStatusCode
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.httpStatusCode = try members.presence("httpStatusCode")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("httpStatusCode", httpStatusCode)
            return .object(members)
        }
    }
}

extension CodexErrorInfo {
    /// The schema's `CodexErrorInfo.ResponseStreamDisconnected`.
    public struct ResponseStreamDisconnected: JSONCodable {
        public var httpStatusCode: Presence<Int>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(httpStatusCode: Presence<Int> = .absent, additional: [String: JSONValue] = [:]) {
            self.httpStatusCode = httpStatusCode
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.httpStatusCode = try members.presence("httpStatusCode")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("httpStatusCode", httpStatusCode)
            return .object(members)
        }
    }
}

extension CodexErrorInfo {
    /// The schema's `CodexErrorInfo.ResponseTooManyFailedAttempts`.
    public struct ResponseTooManyFailedAttempts: JSONCodable {
        public var httpStatusCode: Presence<Int>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(httpStatusCode: Presence<Int> = .absent, additional: [String: JSONValue] = [:]) {
            self.httpStatusCode = httpStatusCode
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.httpStatusCode = try members.presence("httpStatusCode")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("httpStatusCode", httpStatusCode)
            return .object(members)
        }
    }
}

/// The schema's `CollabAgentState`.
public struct CollabAgentState: JSONCodable {
    public var message: Presence<String>
    public var status: CollabAgentStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(message: Presence<String> = .absent, status: CollabAgentStatus, additional: [String: JSONValue] = [:]) {
        self.message = message
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.presence("message")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("message", message)
        members.set("status", status)
        return .object(members)
    }
}

/// The schema's `CollabAgentStatus`.
public enum CollabAgentStatus: OpenEnum {
    case pendingInit
    case running
    case interrupted
    case completed
    case errored
    case shutdown
    case notFound
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "pendingInit": self = .pendingInit
        case "running": self = .running
        case "interrupted": self = .interrupted
        case "completed": self = .completed
        case "errored": self = .errored
        case "shutdown": self = .shutdown
        case "notFound": self = .notFound
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .pendingInit: "pendingInit"
        case .running: "running"
        case .interrupted: "interrupted"
        case .completed: "completed"
        case .errored: "errored"
        case .shutdown: "shutdown"
        case .notFound: "notFound"
        case .unknown(let word): word
        }
    }
}

/// The schema's `CollabAgentTool`.
public enum CollabAgentTool: OpenEnum {
    case spawnAgent
    case sendInput
    case resumeAgent
    case wait
    case closeAgent
    case sendMessage
    case followupTask
    case interruptAgent
    case listAgents
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "spawnAgent": self = .spawnAgent
        case "sendInput": self = .sendInput
        case "resumeAgent": self = .resumeAgent
        case "wait": self = .wait
        case "closeAgent": self = .closeAgent
        case "sendMessage": self = .sendMessage
        case "followupTask": self = .followupTask
        case "interruptAgent": self = .interruptAgent
        case "listAgents": self = .listAgents
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .spawnAgent: "spawnAgent"
        case .sendInput: "sendInput"
        case .resumeAgent: "resumeAgent"
        case .wait: "wait"
        case .closeAgent: "closeAgent"
        case .sendMessage: "sendMessage"
        case .followupTask: "followupTask"
        case .interruptAgent: "interruptAgent"
        case .listAgents: "listAgents"
        case .unknown(let word): word
        }
    }
}

/// The schema's `CollabAgentToolCallStatus`.
public enum CollabAgentToolCallStatus: OpenEnum {
    case inProgress
    case completed
    case failed
    case interrupted
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inProgress": self = .inProgress
        case "completed": self = .completed
        case "failed": self = .failed
        case "interrupted": self = .interrupted
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inProgress: "inProgress"
        case .completed: "completed"
        case .failed: "failed"
        case .interrupted: "interrupted"
        case .unknown(let word): word
        }
    }
}

/// The schema's `CollaborationMode`.
public struct CollaborationMode: JSONCodable {
    public var mode: ModeKind
    public var settings: Settings
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(mode: ModeKind, settings: Settings, additional: [String: JSONValue] = [:]) {
        self.mode = mode
        self.settings = settings
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.mode = try members.required("mode")
        self.settings = try members.required("settings")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("mode", mode)
        members.set("settings", settings)
        return .object(members)
    }
}

/// The schema's `CommandAction`.
public indirect enum CommandAction: JSONCodable {
    case read(CommandAction.Read)
    case listFiles(CommandAction.ListFiles)
    case search(CommandAction.Search)
    case namedUnknown(CommandAction.Unknown)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "read": self = .read(try CommandAction.Read(json: json))
        case "listFiles": self = .listFiles(try CommandAction.ListFiles(json: json))
        case "search": self = .search(try CommandAction.Search(json: json))
        case "unknown": self = .namedUnknown(try CommandAction.Unknown(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .read(let payload): payload.json.tagged("type", "read")
        case .listFiles(let payload): payload.json.tagged("type", "listFiles")
        case .search(let payload): payload.json.tagged("type", "search")
        case .namedUnknown(let payload): payload.json.tagged("type", "unknown")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var command: String? {
        switch self {
        case .read(let payload): payload.command
        case .listFiles(let payload): payload.command
        case .search(let payload): payload.command
        case .namedUnknown(let payload): payload.command
        case .unknown(let json): json["command"].flatMap { try? String(json: $0) }
        }
    }
}

extension CommandAction {
    /// The schema's `CommandAction.ListFiles`.
    public struct ListFiles: JSONCodable {
        public var command: String
        public var path: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(command: String, path: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.command = command
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.command = try members.required("command")
            self.path = try members.presence("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("command", command)
            members.setPresence("path", path)
            return .object(members)
        }
    }
}

extension CommandAction {
    /// The schema's `CommandAction.Read`.
    public struct Read: JSONCodable {
        public var command: String
        public var name: String
        public var path: LegacyAppPathString
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(command: String, name: String, path: LegacyAppPathString, additional: [String: JSONValue] = [:]) {
            self.command = command
            self.name = name
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.command = try members.required("command")
            self.name = try members.required("name")
            self.path = try members.required("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("command", command)
            members.set("name", name)
            members.set("path", path)
            return .object(members)
        }
    }
}

extension CommandAction {
    /// The schema's `CommandAction.Search`.
    public struct Search: JSONCodable {
        public var command: String
        public var path: Presence<String>
        public var query: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            command: String, path: Presence<String> = .absent, query: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.command = command
            self.path = path
            self.query = query
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.command = try members.required("command")
            self.path = try members.presence("path")
            self.query = try members.presence("query")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("command", command)
            members.setPresence("path", path)
            members.setPresence("query", query)
            return .object(members)
        }
    }
}

extension CommandAction {
    /// The schema's `CommandAction.Unknown`.
    public struct Unknown: JSONCodable {
        public var command: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(command: String, additional: [String: JSONValue] = [:]) {
            self.command = command
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.command = try members.required("command")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("command", command)
            return .object(members)
        }
    }
}

/// The schema's `CommandExecutionSource`.
public enum CommandExecutionSource: OpenEnum {
    case agent
    case userShell
    case unifiedExecStartup
    case unifiedExecInteraction
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "agent": self = .agent
        case "userShell": self = .userShell
        case "unifiedExecStartup": self = .unifiedExecStartup
        case "unifiedExecInteraction": self = .unifiedExecInteraction
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .agent: "agent"
        case .userShell: "userShell"
        case .unifiedExecStartup: "unifiedExecStartup"
        case .unifiedExecInteraction: "unifiedExecInteraction"
        case .unknown(let word): word
        }
    }
}

/// The schema's `CommandExecutionStatus`.
public enum CommandExecutionStatus: OpenEnum {
    case inProgress
    case completed
    case failed
    case declined
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inProgress": self = .inProgress
        case "completed": self = .completed
        case "failed": self = .failed
        case "declined": self = .declined
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inProgress: "inProgress"
        case .completed: "completed"
        case .failed: "failed"
        case .declined: "declined"
        case .unknown(let word): word
        }
    }
}

/// The schema's `CyberAccessProgram`.
public enum CyberAccessProgram: OpenEnum {
    case standard
    case daybreakBlue
    case daybreakRed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "standard": self = .standard
        case "daybreakBlue": self = .daybreakBlue
        case "daybreakRed": self = .daybreakRed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .standard: "standard"
        case .daybreakBlue: "daybreakBlue"
        case .daybreakRed: "daybreakRed"
        case .unknown(let word): word
        }
    }
}

/// The schema's `DynamicToolCallOutputContentItem`.
public indirect enum DynamicToolCallOutputContentItem: JSONCodable {
    case inputText(DynamicToolCallOutputContentItem.InputText)
    case inputImage(DynamicToolCallOutputContentItem.InputImage)
    case inputAudio(DynamicToolCallOutputContentItem.InputAudio)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "inputText": self = .inputText(try DynamicToolCallOutputContentItem.InputText(json: json))
        case "inputImage": self = .inputImage(try DynamicToolCallOutputContentItem.InputImage(json: json))
        case "inputAudio": self = .inputAudio(try DynamicToolCallOutputContentItem.InputAudio(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .inputText(let payload): payload.json.tagged("type", "inputText")
        case .inputImage(let payload): payload.json.tagged("type", "inputImage")
        case .inputAudio(let payload): payload.json.tagged("type", "inputAudio")
        case .unknown(let json): json
        }
    }
}

extension DynamicToolCallOutputContentItem {
    /// The schema's `DynamicToolCallOutputContentItem.InputAudio`.
    public struct InputAudio: JSONCodable {
        public var audioUrl: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(audioUrl: String, additional: [String: JSONValue] = [:]) {
            self.audioUrl = audioUrl
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.audioUrl = try members.required("audioUrl")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("audioUrl", audioUrl)
            return .object(members)
        }
    }
}

extension DynamicToolCallOutputContentItem {
    /// The schema's `DynamicToolCallOutputContentItem.InputImage`.
    public struct InputImage: JSONCodable {
        public var imageUrl: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(imageUrl: String, additional: [String: JSONValue] = [:]) {
            self.imageUrl = imageUrl
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.imageUrl = try members.required("imageUrl")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("imageUrl", imageUrl)
            return .object(members)
        }
    }
}

extension DynamicToolCallOutputContentItem {
    /// The schema's `DynamicToolCallOutputContentItem.InputText`.
    public struct InputText: JSONCodable {
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            return .object(members)
        }
    }
}

/// The schema's `DynamicToolCallStatus`.
public enum DynamicToolCallStatus: OpenEnum {
    case inProgress
    case completed
    case failed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inProgress": self = .inProgress
        case "completed": self = .completed
        case "failed": self = .failed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inProgress: "inProgress"
        case .completed: "completed"
        case .failed: "failed"
        case .unknown(let word): word
        }
    }
}

/// The schema's `FileUpdateChange`.
public struct FileUpdateChange: JSONCodable {
    public var diff: String
    public var kind: PatchChangeKind
    public var path: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(diff: String, kind: PatchChangeKind, path: String, additional: [String: JSONValue] = [:]) {
        self.diff = diff
        self.kind = kind
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.diff = try members.required("diff")
        self.kind = try members.required("kind")
        self.path = try members.required("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("diff", diff)
        members.set("kind", kind)
        members.set("path", path)
        return .object(members)
    }
}

/// The schema's `ForcedLoginMethod`.
public enum ForcedLoginMethod: OpenEnum {
    case chatgpt
    case api
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "chatgpt": self = .chatgpt
        case "api": self = .api
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .chatgpt: "chatgpt"
        case .api: "api"
        case .unknown(let word): word
        }
    }
}

/// The schema's `FunctionCallOutputBody`.
public enum FunctionCallOutputBody: JSONCodable {
    case string(String)
    case array([FunctionCallOutputContentItem])
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .string: self = .string(try String(json: json))
        case .array: self = .array(try [FunctionCallOutputContentItem](json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .string(let payload): payload.json
        case .array(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// The schema's `FunctionCallOutputContentItem`.
public indirect enum FunctionCallOutputContentItem: JSONCodable {
    case inputText(FunctionCallOutputContentItem.InputText)
    case inputImage(FunctionCallOutputContentItem.InputImage)
    case inputAudio(FunctionCallOutputContentItem.InputAudio)
    case encryptedContent(FunctionCallOutputContentItem.EncryptedContent)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "input_text": self = .inputText(try FunctionCallOutputContentItem.InputText(json: json))
        case "input_image": self = .inputImage(try FunctionCallOutputContentItem.InputImage(json: json))
        case "input_audio": self = .inputAudio(try FunctionCallOutputContentItem.InputAudio(json: json))
        case "encrypted_content":
            self = .encryptedContent(try FunctionCallOutputContentItem.EncryptedContent(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .inputText(let payload): payload.json.tagged("type", "input_text")
        case .inputImage(let payload): payload.json.tagged("type", "input_image")
        case .inputAudio(let payload): payload.json.tagged("type", "input_audio")
        case .encryptedContent(let payload): payload.json.tagged("type", "encrypted_content")
        case .unknown(let json): json
        }
    }
}

extension FunctionCallOutputContentItem {
    /// The schema's `FunctionCallOutputContentItem.EncryptedContent`.
    public struct EncryptedContent: JSONCodable {
        public var encryptedContent: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(encryptedContent: String, additional: [String: JSONValue] = [:]) {
            self.encryptedContent = encryptedContent
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.encryptedContent = try members.required("encrypted_content")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("encrypted_content", encryptedContent)
            return .object(members)
        }
    }
}

extension FunctionCallOutputContentItem {
    /// The schema's `FunctionCallOutputContentItem.InputAudio`.
    public struct InputAudio: JSONCodable {
        public var audioUrl: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(audioUrl: String, additional: [String: JSONValue] = [:]) {
            self.audioUrl = audioUrl
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.audioUrl = try members.required("audio_url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("audio_url", audioUrl)
            return .object(members)
        }
    }
}

extension FunctionCallOutputContentItem {
    /// The schema's `FunctionCallOutputContentItem.InputImage`.
    public struct InputImage: JSONCodable {
        public var detail: Presence<ImageDetail>
        public var fileId: String?
        public var imageUrl: String?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            detail: Presence<ImageDetail> = .absent, fileId: String? = nil, imageUrl: String? = nil,
            additional: [String: JSONValue] = [:]
        ) {
            self.detail = detail
            self.fileId = fileId
            self.imageUrl = imageUrl
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.detail = try members.presence("detail")
            self.fileId = try members.optional("file_id")
            self.imageUrl = try members.optional("image_url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("detail", detail)
            members.setOptional("file_id", fileId)
            members.setOptional("image_url", imageUrl)
            return .object(members)
        }
    }
}

extension FunctionCallOutputContentItem {
    /// The schema's `FunctionCallOutputContentItem.InputText`.
    public struct InputText: JSONCodable {
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            return .object(members)
        }
    }
}

/// The schema's `GitInfo`.
public struct GitInfo: JSONCodable {
    public var branch: Presence<String>
    public var originUrl: Presence<String>
    public var sha: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        branch: Presence<String> = .absent, originUrl: Presence<String> = .absent, sha: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.branch = branch
        self.originUrl = originUrl
        self.sha = sha
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.branch = try members.presence("branch")
        self.originUrl = try members.presence("originUrl")
        self.sha = try members.presence("sha")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("branch", branch)
        members.setPresence("originUrl", originUrl)
        members.setPresence("sha", sha)
        return .object(members)
    }
}

/// The schema's `HookEventName`.
public enum HookEventName: OpenEnum {
    case preToolUse
    case permissionRequest
    case postToolUse
    case preCompact
    case postCompact
    case sessionStart
    case sessionEnd
    case userPromptSubmit
    case subagentStart
    case subagentStop
    case stop
    case interrupt
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "preToolUse": self = .preToolUse
        case "permissionRequest": self = .permissionRequest
        case "postToolUse": self = .postToolUse
        case "preCompact": self = .preCompact
        case "postCompact": self = .postCompact
        case "sessionStart": self = .sessionStart
        case "sessionEnd": self = .sessionEnd
        case "userPromptSubmit": self = .userPromptSubmit
        case "subagentStart": self = .subagentStart
        case "subagentStop": self = .subagentStop
        case "stop": self = .stop
        case "interrupt": self = .interrupt
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .preToolUse: "preToolUse"
        case .permissionRequest: "permissionRequest"
        case .postToolUse: "postToolUse"
        case .preCompact: "preCompact"
        case .postCompact: "postCompact"
        case .sessionStart: "sessionStart"
        case .sessionEnd: "sessionEnd"
        case .userPromptSubmit: "userPromptSubmit"
        case .subagentStart: "subagentStart"
        case .subagentStop: "subagentStop"
        case .stop: "stop"
        case .interrupt: "interrupt"
        case .unknown(let word): word
        }
    }
}

/// The schema's `HookPromptFragment`.
public struct HookPromptFragment: JSONCodable {
    public var hookRunId: String
    public var text: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(hookRunId: String, text: String, additional: [String: JSONValue] = [:]) {
        self.hookRunId = hookRunId
        self.text = text
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.hookRunId = try members.required("hookRunId")
        self.text = try members.required("text")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("hookRunId", hookRunId)
        members.set("text", text)
        return .object(members)
    }
}

/// The schema's `HookSource`.
public enum HookSource: OpenEnum {
    case system
    case user
    case project
    case mdm
    case sessionFlags
    case plugin
    case cloudRequirements
    case cloudManagedConfig
    case legacyManagedConfigFile
    case legacyManagedConfigMdm
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "system": self = .system
        case "user": self = .user
        case "project": self = .project
        case "mdm": self = .mdm
        case "sessionFlags": self = .sessionFlags
        case "plugin": self = .plugin
        case "cloudRequirements": self = .cloudRequirements
        case "cloudManagedConfig": self = .cloudManagedConfig
        case "legacyManagedConfigFile": self = .legacyManagedConfigFile
        case "legacyManagedConfigMdm": self = .legacyManagedConfigMdm
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .system: "system"
        case .user: "user"
        case .project: "project"
        case .mdm: "mdm"
        case .sessionFlags: "sessionFlags"
        case .plugin: "plugin"
        case .cloudRequirements: "cloudRequirements"
        case .cloudManagedConfig: "cloudManagedConfig"
        case .legacyManagedConfigFile: "legacyManagedConfigFile"
        case .legacyManagedConfigMdm: "legacyManagedConfigMdm"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ImageDetail`.
public enum ImageDetail: OpenEnum {
    case auto
    case low
    case high
    case original
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "auto": self = .auto
        case "low": self = .low
        case "high": self = .high
        case "original": self = .original
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .auto: "auto"
        case .low: "low"
        case .high: "high"
        case .original: "original"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ImageGenerationFailure`.
public indirect enum ImageGenerationFailure: JSONCodable {
    case usageLimitExceeded(ImageGenerationFailure.UsageLimitExceeded)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "usageLimitExceeded": self = .usageLimitExceeded(try ImageGenerationFailure.UsageLimitExceeded(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .usageLimitExceeded(let payload): payload.json.tagged("type", "usageLimitExceeded")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var limitId: String? {
        switch self {
        case .usageLimitExceeded(let payload): payload.limitId
        case .unknown(let json): json["limitId"].flatMap { try? String(json: $0) }
        }
    }
}

extension ImageGenerationFailure {
    /// The schema's `ImageGenerationFailure.UsageLimitExceeded`.
    public struct UsageLimitExceeded: JSONCodable {
        public var limitId: String
        public var resetsAt: Presence<Int>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(limitId: String, resetsAt: Presence<Int> = .absent, additional: [String: JSONValue] = [:]) {
            self.limitId = limitId
            self.resetsAt = resetsAt
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.limitId = try members.required("limitId")
            self.resetsAt = try members.presence("resetsAt")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("limitId", limitId)
            members.setPresence("resetsAt", resetsAt)
            return .object(members)
        }
    }
}

/// The schema's `JSONRPCError`.
public struct JSONRPCError: JSONCodable {
    public var error: JSONRPCErrorError
    public var id: RequestId
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(error: JSONRPCErrorError, id: RequestId, additional: [String: JSONValue] = [:]) {
        self.error = error
        self.id = id
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.required("error")
        self.id = try members.required("id")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("error", error)
        members.set("id", id)
        return .object(members)
    }
}

/// The schema's `JSONRPCErrorError`.
public struct JSONRPCErrorError: JSONCodable {
    public var code: Int
    public var data: JSONValue?
    public var message: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(code: Int, data: JSONValue? = nil, message: String, additional: [String: JSONValue] = [:]) {
        self.code = code
        self.data = data
        self.message = message
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.code = try members.required("code")
        self.data = try members.optional("data")
        self.message = try members.required("message")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("code", code)
        members.setOptional("data", data)
        members.set("message", message)
        return .object(members)
    }
}

/// The schema's `JSONRPCMessage`.
public indirect enum JSONRPCMessage: JSONCodable {
    case request(JSONRPCRequest)
    case notification(JSONRPCNotification)
    case response(JSONRPCResponse)
    case error(JSONRPCError)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .object where json.has("id", "method"): self = .request(try JSONRPCRequest(json: json))
        case .object where json.has("method"): self = .notification(try JSONRPCNotification(json: json))
        case .object where json.has("id", "result"): self = .response(try JSONRPCResponse(json: json))
        case .object where json.has("error", "id") && json["error"]?.has("code", "message") == true:
            self = .error(try JSONRPCError(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .request(let payload): payload.json
        case .notification(let payload): payload.json
        case .response(let payload): payload.json
        case .error(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// The schema's `JSONRPCNotification`.
public struct JSONRPCNotification: JSONCodable {
    public var method: String
    public var params: JSONValue?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(method: String, params: JSONValue? = nil, additional: [String: JSONValue] = [:]) {
        self.method = method
        self.params = params
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.method = try members.required("method")
        self.params = try members.optional("params")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("method", method)
        members.setOptional("params", params)
        return .object(members)
    }
}

/// The schema's `JSONRPCRequest`.
public struct JSONRPCRequest: JSONCodable {
    public var id: RequestId
    public var method: String
    public var params: JSONValue?
    public var trace: Presence<W3cTraceContext>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        id: RequestId, method: String, params: JSONValue? = nil, trace: Presence<W3cTraceContext> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.method = method
        self.params = params
        self.trace = trace
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.id = try members.required("id")
        self.method = try members.required("method")
        self.params = try members.optional("params")
        self.trace = try members.presence("trace")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("id", id)
        members.set("method", method)
        members.setOptional("params", params)
        members.setPresence("trace", trace)
        return .object(members)
    }
}

/// The schema's `JSONRPCResponse`.
public struct JSONRPCResponse: JSONCodable {
    public var id: RequestId
    public var result: JSONValue
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(id: RequestId, result: JSONValue, additional: [String: JSONValue] = [:]) {
        self.id = id
        self.result = result
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.id = try members.required("id")
        self.result = try members.required("result")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("id", id)
        members.set("result", result)
        return .object(members)
    }
}

/// The schema's `LegacyAppPathString`.
public typealias LegacyAppPathString = String

/// The schema's `McpAppDisplayMode`.
public enum McpAppDisplayMode: OpenEnum {
    case inline
    case fullscreen
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inline": self = .inline
        case "fullscreen": self = .fullscreen
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inline: "inline"
        case .fullscreen: "fullscreen"
        case .unknown(let word): word
        }
    }
}

/// The schema's `McpAppUi`.
public struct McpAppUi: JSONCodable {
    public var preferredModelDisplayMode: McpAppDisplayMode
    public var resourceUri: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        preferredModelDisplayMode: McpAppDisplayMode, resourceUri: String, additional: [String: JSONValue] = [:]
    ) {
        self.preferredModelDisplayMode = preferredModelDisplayMode
        self.resourceUri = resourceUri
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.preferredModelDisplayMode = try members.required("preferredModelDisplayMode")
        self.resourceUri = try members.required("resourceUri")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("preferredModelDisplayMode", preferredModelDisplayMode)
        members.set("resourceUri", resourceUri)
        return .object(members)
    }
}

/// The schema's `McpToolCallAppContext`.
public struct McpToolCallAppContext: JSONCodable {
    public var actionName: Presence<String>
    public var appName: Presence<String>
    public var connectorId: String
    public var linkId: Presence<String>
    public var resourceUri: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        actionName: Presence<String> = .absent, appName: Presence<String> = .absent, connectorId: String,
        linkId: Presence<String> = .absent, resourceUri: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.actionName = actionName
        self.appName = appName
        self.connectorId = connectorId
        self.linkId = linkId
        self.resourceUri = resourceUri
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.actionName = try members.presence("actionName")
        self.appName = try members.presence("appName")
        self.connectorId = try members.required("connectorId")
        self.linkId = try members.presence("linkId")
        self.resourceUri = try members.presence("resourceUri")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("actionName", actionName)
        members.setPresence("appName", appName)
        members.set("connectorId", connectorId)
        members.setPresence("linkId", linkId)
        members.setPresence("resourceUri", resourceUri)
        return .object(members)
    }
}

/// The schema's `McpToolCallError`.
public struct McpToolCallError: JSONCodable {
    public var message: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(message: String, additional: [String: JSONValue] = [:]) {
        self.message = message
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.required("message")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("message", message)
        return .object(members)
    }
}

/// The schema's `McpToolCallResult`.
public struct McpToolCallResult: JSONCodable {
    public var meta: JSONValue?
    public var content: [JSONValue]
    public var structuredContent: JSONValue?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        meta: JSONValue? = nil, content: [JSONValue], structuredContent: JSONValue? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.meta = meta
        self.content = content
        self.structuredContent = structuredContent
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.meta = try members.optional("_meta")
        self.content = try members.required("content")
        self.structuredContent = try members.optional("structuredContent")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("_meta", meta)
        members.set("content", content)
        members.setOptional("structuredContent", structuredContent)
        return .object(members)
    }
}

/// The schema's `McpToolCallStatus`.
public enum McpToolCallStatus: OpenEnum {
    case inProgress
    case completed
    case failed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inProgress": self = .inProgress
        case "completed": self = .completed
        case "failed": self = .failed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inProgress: "inProgress"
        case .completed: "completed"
        case .failed: "failed"
        case .unknown(let word): word
        }
    }
}

/// The schema's `MemoryCitation`.
public struct MemoryCitation: JSONCodable {
    public var entries: [MemoryCitationEntry]
    public var threadIds: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(entries: [MemoryCitationEntry], threadIds: [String], additional: [String: JSONValue] = [:]) {
        self.entries = entries
        self.threadIds = threadIds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.entries = try members.required("entries")
        self.threadIds = try members.required("threadIds")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("entries", entries)
        members.set("threadIds", threadIds)
        return .object(members)
    }
}

/// The schema's `MemoryCitationEntry`.
public struct MemoryCitationEntry: JSONCodable {
    public var lineEnd: Int
    public var lineStart: Int
    public var note: String
    public var path: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(lineEnd: Int, lineStart: Int, note: String, path: String, additional: [String: JSONValue] = [:]) {
        self.lineEnd = lineEnd
        self.lineStart = lineStart
        self.note = note
        self.path = path
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.lineEnd = try members.required("lineEnd")
        self.lineStart = try members.required("lineStart")
        self.note = try members.required("note")
        self.path = try members.required("path")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("lineEnd", lineEnd)
        members.set("lineStart", lineStart)
        members.set("note", note)
        members.set("path", path)
        return .object(members)
    }
}

/// The schema's `MessagePhase`.
public enum MessagePhase: OpenEnum {
    case commentary
    case partialAnswer
    case finalAnswer
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "commentary": self = .commentary
        case "partial_answer": self = .partialAnswer
        case "final_answer": self = .finalAnswer
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .commentary: "commentary"
        case .partialAnswer: "partial_answer"
        case .finalAnswer: "final_answer"
        case .unknown(let word): word
        }
    }
}

/// The schema's `MisalignmentErrorDetails`.
public struct MisalignmentErrorDetails: JSONCodable {
    public var detailedExplanation: Presence<String>
    public var errorType: Presence<String>
    public var reviewTarget: Presence<String>
    public var steer: Presence<MisalignmentSteer>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        detailedExplanation: Presence<String> = .absent, errorType: Presence<String> = .absent,
        reviewTarget: Presence<String> = .absent, steer: Presence<MisalignmentSteer> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.detailedExplanation = detailedExplanation
        self.errorType = errorType
        self.reviewTarget = reviewTarget
        self.steer = steer
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.detailedExplanation = try members.presence("detailedExplanation")
        self.errorType = try members.presence("errorType")
        self.reviewTarget = try members.presence("reviewTarget")
        self.steer = try members.presence("steer")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("detailedExplanation", detailedExplanation)
        members.setPresence("errorType", errorType)
        members.setPresence("reviewTarget", reviewTarget)
        members.setPresence("steer", steer)
        return .object(members)
    }
}

/// The schema's `MisalignmentSteer`.
public struct MisalignmentSteer: JSONCodable {
    public var message: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(message: String, additional: [String: JSONValue] = [:]) {
        self.message = message
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.required("message")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("message", message)
        return .object(members)
    }
}

/// The schema's `ModeKind`.
public enum ModeKind: OpenEnum {
    case plan
    case `default`
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "plan": self = .plan
        case "default": self = .`default`
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .plan: "plan"
        case .`default`: "default"
        case .unknown(let word): word
        }
    }
}

/// The schema's `MultiAgentMode`.
public enum MultiAgentMode: JSONCodable {
    case explicitRequestOnly
    case proactive
    case custom(String)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try WordOrMember(json) {
        case .word("explicitRequestOnly"): self = .explicitRequestOnly
        case .word("proactive"): self = .proactive
        case .member("custom", let value): self = .custom(try value.read(at: "custom"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .explicitRequestOnly: .string("explicitRequestOnly")
        case .proactive: .string("proactive")
        case .custom(let payload): .object(["custom": payload.json])
        case .unknown(let json): json
        }
    }
}

/// The schema's `NetworkAccess`.
public enum NetworkAccess: OpenEnum {
    case restricted
    case enabled
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "restricted": self = .restricted
        case "enabled": self = .enabled
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .restricted: "restricted"
        case .enabled: "enabled"
        case .unknown(let word): word
        }
    }
}

/// The schema's `NetworkPolicyAmendment`.
public struct NetworkPolicyAmendment: JSONCodable {
    public var action: NetworkPolicyRuleAction
    public var host: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(action: NetworkPolicyRuleAction, host: String, additional: [String: JSONValue] = [:]) {
        self.action = action
        self.host = host
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.action = try members.required("action")
        self.host = try members.required("host")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("action", action)
        members.set("host", host)
        return .object(members)
    }
}

/// The schema's `NetworkPolicyRuleAction`.
public enum NetworkPolicyRuleAction: OpenEnum {
    case allow
    case deny
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "allow": self = .allow
        case "deny": self = .deny
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .allow: "allow"
        case .deny: "deny"
        case .unknown(let word): word
        }
    }
}

/// The schema's `NonSteerableTurnKind`.
public enum NonSteerableTurnKind: OpenEnum {
    case review
    case compact
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "review": self = .review
        case "compact": self = .compact
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .review: "review"
        case .compact: "compact"
        case .unknown(let word): word
        }
    }
}

/// The schema's `NullableGetAccountRateLimitsParams`.
public typealias NullableGetAccountRateLimitsParams = GetAccountRateLimitsParams?

/// The schema's `NullableGetAccountTokenUsageParams`.
public typealias NullableGetAccountTokenUsageParams = GetAccountTokenUsageParams?

/// The schema's `NullableRemoteControlDisableParams`.
public typealias NullableRemoteControlDisableParams = RemoteControlDisableParams?

/// The schema's `NullableRemoteControlEnableParams`.
public typealias NullableRemoteControlEnableParams = RemoteControlEnableParams?

/// The schema's `PatchApplyStatus`.
public enum PatchApplyStatus: OpenEnum {
    case inProgress
    case completed
    case failed
    case declined
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "inProgress": self = .inProgress
        case "completed": self = .completed
        case "failed": self = .failed
        case "declined": self = .declined
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .inProgress: "inProgress"
        case .completed: "completed"
        case .failed: "failed"
        case .declined: "declined"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PatchChangeKind`.
public indirect enum PatchChangeKind: JSONCodable {
    case add(NoMembers = NoMembers())
    case delete(NoMembers = NoMembers())
    case update(PatchChangeKind.Update)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "add": self = .add(try NoMembers(json: json, tag: "type"))
        case "delete": self = .delete(try NoMembers(json: json, tag: "type"))
        case "update": self = .update(try PatchChangeKind.Update(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .add(let payload): payload.json.tagged("type", "add")
        case .delete(let payload): payload.json.tagged("type", "delete")
        case .update(let payload): payload.json.tagged("type", "update")
        case .unknown(let json): json
        }
    }
}

extension PatchChangeKind {
    /// The schema's `PatchChangeKind.Update`.
    public struct Update: JSONCodable {
        public var movePath: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(movePath: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.movePath = movePath
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.movePath = try members.presence("move_path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("move_path", movePath)
            return .object(members)
        }
    }
}

/// The schema's `Personality`.
public enum Personality: OpenEnum {
    case none
    case friendly
    case pragmatic
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "none": self = .none
        case "friendly": self = .friendly
        case "pragmatic": self = .pragmatic
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .none: "none"
        case .friendly: "friendly"
        case .pragmatic: "pragmatic"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RawResponseCompletedNotification`.
public struct RawResponseCompletedNotification: JSONCodable {
    public var responseId: String
    public var threadId: String
    public var turnId: String
    public var usage: Presence<TokenUsageBreakdown>
    public var usageMetadata: Presence<ResponseUsageMetadata>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        responseId: String, threadId: String, turnId: String, usage: Presence<TokenUsageBreakdown> = .absent,
        usageMetadata: Presence<ResponseUsageMetadata> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.responseId = responseId
        self.threadId = threadId
        self.turnId = turnId
        self.usage = usage
        self.usageMetadata = usageMetadata
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.responseId = try members.required("responseId")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.usage = try members.presence("usage")
        self.usageMetadata = try members.presence("usageMetadata")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("responseId", responseId)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        members.setPresence("usage", usage)
        members.setPresence("usageMetadata", usageMetadata)
        return .object(members)
    }
}

/// The schema's `RawResponseItemCompletedNotification`.
public struct RawResponseItemCompletedNotification: JSONCodable {
    public var item: ResponseItem
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(item: ResponseItem, threadId: String, turnId: String, additional: [String: JSONValue] = [:]) {
        self.item = item
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.item = try members.required("item")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("item", item)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `ReasoningEffort`.
public typealias ReasoningEffort = String

/// The schema's `ReasoningSummary`.
public enum ReasoningSummary: OpenEnum {
    case auto
    case concise
    case detailed
    case none
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "auto": self = .auto
        case "concise": self = .concise
        case "detailed": self = .detailed
        case "none": self = .none
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .auto: "auto"
        case .concise: "concise"
        case .detailed: "detailed"
        case .none: "none"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RequestId`.
public enum RequestId: JSONCodable {
    case string(String)
    case integer(Int)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .string: self = .string(try String(json: json))
        case .integer, .unsigned: self = .integer(try Int(json: json))
        default: throw .wrongType("string or integer", json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .string(let payload): payload.json
        case .integer(let payload): payload.json
        }
    }
}

/// The schema's `ResponseUsageMetadata`.
public struct ResponseUsageMetadata: JSONCodable {
    public var amount: Presence<String>
    public var metadata: JSONValue?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(amount: Presence<String> = .absent, metadata: JSONValue? = nil, additional: [String: JSONValue] = [:]) {
        self.amount = amount
        self.metadata = metadata
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.amount = try members.presence("amount")
        self.metadata = try members.optional("metadata")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("amount", amount)
        members.setOptional("metadata", metadata)
        return .object(members)
    }
}

/// The schema's `ReviewDecision`.
public indirect enum ReviewDecision: JSONCodable {
    case approved
    case approvedForSession
    case approvedMcpPolicyAmendment
    case timedOut
    case abort
    case approvedExecpolicyAmendment(ReviewDecision.ApprovedExecpolicyAmendment)
    case networkPolicyAmendment(ReviewDecision.NetworkPolicyAmendment)
    case denied(ReviewDecision.Denied)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try WordOrMember(json) {
        case .word("approved"): self = .approved
        case .word("approved_for_session"): self = .approvedForSession
        case .word("approved_mcp_policy_amendment"): self = .approvedMcpPolicyAmendment
        case .word("timed_out"): self = .timedOut
        case .word("abort"): self = .abort
        case .member("approved_execpolicy_amendment", let value):
            self = .approvedExecpolicyAmendment(try value.read(at: "approved_execpolicy_amendment"))
        case .member("network_policy_amendment", let value):
            self = .networkPolicyAmendment(try value.read(at: "network_policy_amendment"))
        case .member("denied", let value): self = .denied(try value.read(at: "denied"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .approved: .string("approved")
        case .approvedForSession: .string("approved_for_session")
        case .approvedMcpPolicyAmendment: .string("approved_mcp_policy_amendment")
        case .timedOut: .string("timed_out")
        case .abort: .string("abort")
        case .approvedExecpolicyAmendment(let payload): .object(["approved_execpolicy_amendment": payload.json])
        case .networkPolicyAmendment(let payload): .object(["network_policy_amendment": payload.json])
        case .denied(let payload): .object(["denied": payload.json])
        case .unknown(let json): json
        }
    }
}

extension ReviewDecision {
    /// The schema's `ReviewDecision.ApprovedExecpolicyAmendment`.
    public struct ApprovedExecpolicyAmendment: JSONCodable {
        public var proposedExecpolicyAmendment: [String]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(proposedExecpolicyAmendment: [String], additional: [String: JSONValue] = [:]) {
            self.proposedExecpolicyAmendment = proposedExecpolicyAmendment
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.proposedExecpolicyAmendment = try members.required("proposed_execpolicy_amendment")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("proposed_execpolicy_amendment", proposedExecpolicyAmendment)
            return .object(members)
        }
    }
}

extension ReviewDecision {
    /// The schema's `ReviewDecision.Denied`.
    public struct Denied: JSONCodable {
        public var rejection: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(rejection: String, additional: [String: JSONValue] = [:]) {
            self.rejection = rejection
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.rejection = try members.required("rejection")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("rejection", rejection)
            return .object(members)
        }
    }
}

extension ReviewDecision {
    /// The schema's `ReviewDecision.NetworkPolicyAmendment`.
    public struct NetworkPolicyAmendment: JSONCodable {
        public var networkPolicyAmendment: CodexProtocol.NetworkPolicyAmendment
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(networkPolicyAmendment: CodexProtocol.NetworkPolicyAmendment, additional: [String: JSONValue] = [:])
        {
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

/// The schema's `SandboxMode`.
public enum SandboxMode: OpenEnum {
    case readOnly
    case workspaceWrite
    case dangerFullAccess
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "read-only": self = .readOnly
        case "workspace-write": self = .workspaceWrite
        case "danger-full-access": self = .dangerFullAccess
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .readOnly: "read-only"
        case .workspaceWrite: "workspace-write"
        case .dangerFullAccess: "danger-full-access"
        case .unknown(let word): word
        }
    }
}

/// The schema's `SandboxPolicy`.
public indirect enum SandboxPolicy: JSONCodable {
    case dangerFullAccess(NoMembers = NoMembers())
    case readOnly(SandboxPolicy.ReadOnly)
    case externalSandbox(SandboxPolicy.ExternalSandbox)
    case workspaceWrite(SandboxPolicy.WorkspaceWrite)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "dangerFullAccess": self = .dangerFullAccess(try NoMembers(json: json, tag: "type"))
        case "readOnly": self = .readOnly(try SandboxPolicy.ReadOnly(json: json))
        case "externalSandbox": self = .externalSandbox(try SandboxPolicy.ExternalSandbox(json: json))
        case "workspaceWrite": self = .workspaceWrite(try SandboxPolicy.WorkspaceWrite(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .dangerFullAccess(let payload): payload.json.tagged("type", "dangerFullAccess")
        case .readOnly(let payload): payload.json.tagged("type", "readOnly")
        case .externalSandbox(let payload): payload.json.tagged("type", "externalSandbox")
        case .workspaceWrite(let payload): payload.json.tagged("type", "workspaceWrite")
        case .unknown(let json): json
        }
    }
}

extension SandboxPolicy {
    /// The schema's `SandboxPolicy.ExternalSandbox`.
    public struct ExternalSandbox: JSONCodable {
        public var networkAccess: NetworkAccess?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(networkAccess: NetworkAccess? = nil, additional: [String: JSONValue] = [:]) {
            self.networkAccess = networkAccess
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.networkAccess = try members.optional("networkAccess")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("networkAccess", networkAccess)
            return .object(members)
        }
    }
}

extension SandboxPolicy {
    /// The schema's `SandboxPolicy.ReadOnly`.
    public struct ReadOnly: JSONCodable {
        public var networkAccess: Bool?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(networkAccess: Bool? = nil, additional: [String: JSONValue] = [:]) {
            self.networkAccess = networkAccess
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.networkAccess = try members.optional("networkAccess")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("networkAccess", networkAccess)
            return .object(members)
        }
    }
}

extension SandboxPolicy {
    /// The schema's `SandboxPolicy.WorkspaceWrite`.
    public struct WorkspaceWrite: JSONCodable {
        public var excludeSlashTmp: Bool?
        public var excludeTmpdirEnvVar: Bool?
        public var networkAccess: Bool?
        public var writableRoots: [AbsolutePathBuf]?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            excludeSlashTmp: Bool? = nil, excludeTmpdirEnvVar: Bool? = nil, networkAccess: Bool? = nil,
            writableRoots: [AbsolutePathBuf]? = nil, additional: [String: JSONValue] = [:]
        ) {
            self.excludeSlashTmp = excludeSlashTmp
            self.excludeTmpdirEnvVar = excludeTmpdirEnvVar
            self.networkAccess = networkAccess
            self.writableRoots = writableRoots
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.excludeSlashTmp = try members.optional("excludeSlashTmp")
            self.excludeTmpdirEnvVar = try members.optional("excludeTmpdirEnvVar")
            self.networkAccess = try members.optional("networkAccess")
            self.writableRoots = try members.optional("writableRoots")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("excludeSlashTmp", excludeSlashTmp)
            members.setOptional("excludeTmpdirEnvVar", excludeTmpdirEnvVar)
            members.setOptional("networkAccess", networkAccess)
            members.setOptional("writableRoots", writableRoots)
            return .object(members)
        }
    }
}

/// The schema's `SessionSource`.
public indirect enum SessionSource: JSONCodable {
    case cli
    case vscode
    case exec
    case appServer
    case namedUnknown
    case custom(String)
    case subAgent(SubAgentSource)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try WordOrMember(json) {
        case .word("cli"): self = .cli
        case .word("vscode"): self = .vscode
        case .word("exec"): self = .exec
        case .word("appServer"): self = .appServer
        case .word("unknown"): self = .namedUnknown
        case .member("custom", let value): self = .custom(try value.read(at: "custom"))
        case .member("subAgent", let value): self = .subAgent(try value.read(at: "subAgent"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .cli: .string("cli")
        case .vscode: .string("vscode")
        case .exec: .string("exec")
        case .appServer: .string("appServer")
        case .namedUnknown: .string("unknown")
        case .custom(let payload): .object(["custom": payload.json])
        case .subAgent(let payload): .object(["subAgent": payload.json])
        case .unknown(let json): json
        }
    }
}

/// The schema's `Settings`.
public struct Settings: JSONCodable {
    public var developerInstructions: Presence<String>
    public var model: String
    public var reasoningEffort: Presence<ReasoningEffort>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        developerInstructions: Presence<String> = .absent, model: String,
        reasoningEffort: Presence<ReasoningEffort> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.developerInstructions = developerInstructions
        self.model = model
        self.reasoningEffort = reasoningEffort
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.developerInstructions = try members.presence("developer_instructions")
        self.model = try members.required("model")
        self.reasoningEffort = try members.presence("reasoning_effort")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("developer_instructions", developerInstructions)
        members.set("model", model)
        members.setPresence("reasoning_effort", reasoningEffort)
        return .object(members)
    }
}

/// The schema's `SkillInterface`.
public struct SkillInterface: JSONCodable {
    public var brandColor: Presence<String>
    public var defaultPrompt: Presence<String>
    public var displayName: Presence<String>
    public var iconLarge: Presence<AbsolutePathBuf>
    public var iconLargeUrl: Presence<String>
    public var iconSmall: Presence<AbsolutePathBuf>
    public var iconSmallUrl: Presence<String>
    public var shortDescription: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        brandColor: Presence<String> = .absent, defaultPrompt: Presence<String> = .absent,
        displayName: Presence<String> = .absent, iconLarge: Presence<AbsolutePathBuf> = .absent,
        iconLargeUrl: Presence<String> = .absent, iconSmall: Presence<AbsolutePathBuf> = .absent,
        iconSmallUrl: Presence<String> = .absent, shortDescription: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.brandColor = brandColor
        self.defaultPrompt = defaultPrompt
        self.displayName = displayName
        self.iconLarge = iconLarge
        self.iconLargeUrl = iconLargeUrl
        self.iconSmall = iconSmall
        self.iconSmallUrl = iconSmallUrl
        self.shortDescription = shortDescription
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.brandColor = try members.presence("brandColor")
        self.defaultPrompt = try members.presence("defaultPrompt")
        self.displayName = try members.presence("displayName")
        self.iconLarge = try members.presence("iconLarge")
        self.iconLargeUrl = try members.presence("iconLargeUrl")
        self.iconSmall = try members.presence("iconSmall")
        self.iconSmallUrl = try members.presence("iconSmallUrl")
        self.shortDescription = try members.presence("shortDescription")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("brandColor", brandColor)
        members.setPresence("defaultPrompt", defaultPrompt)
        members.setPresence("displayName", displayName)
        members.setPresence("iconLarge", iconLarge)
        members.setPresence("iconLargeUrl", iconLargeUrl)
        members.setPresence("iconSmall", iconSmall)
        members.setPresence("iconSmallUrl", iconSmallUrl)
        members.setPresence("shortDescription", shortDescription)
        return .object(members)
    }
}

/// The schema's `SortDirection`.
public enum SortDirection: OpenEnum {
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

/// The schema's `SubAgentActivityKind`.
public enum SubAgentActivityKind: OpenEnum {
    case started
    case interacted
    case interrupted
    case completed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "started": self = .started
        case "interacted": self = .interacted
        case "interrupted": self = .interrupted
        case "completed": self = .completed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .started: "started"
        case .interacted: "interacted"
        case .interrupted: "interrupted"
        case .completed: "completed"
        case .unknown(let word): word
        }
    }
}

/// The schema's `SubAgentSource`.
public indirect enum SubAgentSource: JSONCodable {
    case review
    case compact
    case memoryConsolidation
    case threadSpawn(SubAgentSource.ThreadSpawn)
    case other(String)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try WordOrMember(json) {
        case .word("review"): self = .review
        case .word("compact"): self = .compact
        case .word("memory_consolidation"): self = .memoryConsolidation
        case .member("thread_spawn", let value): self = .threadSpawn(try value.read(at: "thread_spawn"))
        case .member("other", let value): self = .other(try value.read(at: "other"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .review: .string("review")
        case .compact: .string("compact")
        case .memoryConsolidation: .string("memory_consolidation")
        case .threadSpawn(let payload): .object(["thread_spawn": payload.json])
        case .other(let payload): .object(["other": payload.json])
        case .unknown(let json): json
        }
    }
}

extension SubAgentSource {
    /// The schema's `SubAgentSource.ThreadSpawn`.
    public struct ThreadSpawn: JSONCodable {
        public var agentNickname: Presence<String>
        public var agentPath: Presence<AgentPath>
        public var agentRole: Presence<String>
        public var depth: Int
        public var parentThreadId: ThreadId
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            agentNickname: Presence<String> = .absent, agentPath: Presence<AgentPath> = .absent,
            agentRole: Presence<String> = .absent, depth: Int, parentThreadId: ThreadId,
            additional: [String: JSONValue] = [:]
        ) {
            self.agentNickname = agentNickname
            self.agentPath = agentPath
            self.agentRole = agentRole
            self.depth = depth
            self.parentThreadId = parentThreadId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json)
            self.agentNickname = try members.presence("agent_nickname")
            self.agentPath = try members.presence("agent_path")
            self.agentRole = try members.presence("agent_role")
            self.depth = try members.required("depth")
            self.parentThreadId = try members.required("parent_thread_id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("agent_nickname", agentNickname)
            members.setPresence("agent_path", agentPath)
            members.setPresence("agent_role", agentRole)
            members.set("depth", depth)
            members.set("parent_thread_id", parentThreadId)
            return .object(members)
        }
    }
}

/// The schema's `TextElement`.
public struct TextElement: JSONCodable {
    public var byteRange: ByteRange
    public var placeholder: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(byteRange: ByteRange, placeholder: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.byteRange = byteRange
        self.placeholder = placeholder
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.byteRange = try members.required("byteRange")
        self.placeholder = try members.presence("placeholder")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("byteRange", byteRange)
        members.setPresence("placeholder", placeholder)
        return .object(members)
    }
}

/// The schema's `Thread`.
public struct CodexThread: JSONCodable {
    public var agentNickname: Presence<String>
    public var agentRole: Presence<String>
    public var canAcceptDirectInput: Presence<Bool>
    public var cliVersion: String
    public var createdAt: Int
    public var cwd: AbsolutePathBuf
    public var daybreakEnabled: Presence<Bool>
    public var environments: Presence<[ThreadEnvironment]>
    public var ephemeral: Bool
    public var extra: Presence<ThreadExtra>
    public var forkedFromId: Presence<String>
    public var gitInfo: Presence<GitInfo>
    public var historyMode: ThreadHistoryMode?
    public var id: String
    public var model: Presence<String>
    public var modelProvider: String
    public var name: Presence<String>
    public var originator: Presence<String>
    public var parentThreadId: Presence<String>
    public var path: Presence<String>
    public var preview: String
    public var projectId: Presence<String>
    public var reasoningEffort: Presence<ReasoningEffort>
    public var recencyAt: Presence<Int>
    public var section: Presence<ThreadSection>
    public var sectionEnteredAt: Presence<Int>
    public var sessionId: String
    public var source: SessionSource
    public var status: ThreadStatus
    public var threadSource: Presence<ThreadSource>
    public var turns: [Turn]
    public var updatedAt: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        agentNickname: Presence<String> = .absent, agentRole: Presence<String> = .absent,
        canAcceptDirectInput: Presence<Bool> = .absent, cliVersion: String, createdAt: Int, cwd: AbsolutePathBuf,
        daybreakEnabled: Presence<Bool> = .absent, environments: Presence<[ThreadEnvironment]> = .absent,
        ephemeral: Bool, extra: Presence<ThreadExtra> = .absent, forkedFromId: Presence<String> = .absent,
        gitInfo: Presence<GitInfo> = .absent, historyMode: ThreadHistoryMode? = nil, id: String,
        model: Presence<String> = .absent, modelProvider: String, name: Presence<String> = .absent,
        originator: Presence<String> = .absent, parentThreadId: Presence<String> = .absent,
        path: Presence<String> = .absent, preview: String, projectId: Presence<String>,
        reasoningEffort: Presence<ReasoningEffort> = .absent, recencyAt: Presence<Int> = .absent,
        section: Presence<ThreadSection> = .absent, sectionEnteredAt: Presence<Int> = .absent, sessionId: String,
        source: SessionSource, status: ThreadStatus, threadSource: Presence<ThreadSource> = .absent, turns: [Turn],
        updatedAt: Int, additional: [String: JSONValue] = [:]
    ) {
        self.agentNickname = agentNickname
        self.agentRole = agentRole
        self.canAcceptDirectInput = canAcceptDirectInput
        self.cliVersion = cliVersion
        self.createdAt = createdAt
        self.cwd = cwd
        self.daybreakEnabled = daybreakEnabled
        self.environments = environments
        self.ephemeral = ephemeral
        self.extra = extra
        self.forkedFromId = forkedFromId
        self.gitInfo = gitInfo
        self.historyMode = historyMode
        self.id = id
        self.model = model
        self.modelProvider = modelProvider
        self.name = name
        self.originator = originator
        self.parentThreadId = parentThreadId
        self.path = path
        self.preview = preview
        self.projectId = projectId
        self.reasoningEffort = reasoningEffort
        self.recencyAt = recencyAt
        self.section = section
        self.sectionEnteredAt = sectionEnteredAt
        self.sessionId = sessionId
        self.source = source
        self.status = status
        self.threadSource = threadSource
        self.turns = turns
        self.updatedAt = updatedAt
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.agentNickname = try members.presence("agentNickname")
        self.agentRole = try members.presence("agentRole")
        self.canAcceptDirectInput = try members.presence("canAcceptDirectInput")
        self.cliVersion = try members.required("cliVersion")
        self.createdAt = try members.required("createdAt")
        self.cwd = try members.required("cwd")
        self.daybreakEnabled = try members.presence("daybreakEnabled")
        self.environments = try members.presence("environments")
        self.ephemeral = try members.required("ephemeral")
        self.extra = try members.presence("extra")
        self.forkedFromId = try members.presence("forkedFromId")
        self.gitInfo = try members.presence("gitInfo")
        self.historyMode = try members.optional("historyMode")
        self.id = try members.required("id")
        self.model = try members.presence("model")
        self.modelProvider = try members.required("modelProvider")
        self.name = try members.presence("name")
        self.originator = try members.presence("originator")
        self.parentThreadId = try members.presence("parentThreadId")
        self.path = try members.presence("path")
        self.preview = try members.required("preview")
        self.projectId = try members.presence("projectId")
        self.reasoningEffort = try members.presence("reasoningEffort")
        self.recencyAt = try members.presence("recencyAt")
        self.section = try members.presence("section")
        self.sectionEnteredAt = try members.presence("sectionEnteredAt")
        self.sessionId = try members.required("sessionId")
        self.source = try members.required("source")
        self.status = try members.required("status")
        self.threadSource = try members.presence("threadSource")
        self.turns = try members.required("turns")
        self.updatedAt = try members.required("updatedAt")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("agentNickname", agentNickname)
        members.setPresence("agentRole", agentRole)
        members.setPresence("canAcceptDirectInput", canAcceptDirectInput)
        members.set("cliVersion", cliVersion)
        members.set("createdAt", createdAt)
        members.set("cwd", cwd)
        members.setPresence("daybreakEnabled", daybreakEnabled)
        members.setPresence("environments", environments)
        members.set("ephemeral", ephemeral)
        members.setPresence("extra", extra)
        members.setPresence("forkedFromId", forkedFromId)
        members.setPresence("gitInfo", gitInfo)
        members.setOptional("historyMode", historyMode)
        members.set("id", id)
        members.setPresence("model", model)
        members.set("modelProvider", modelProvider)
        members.setPresence("name", name)
        members.setPresence("originator", originator)
        members.setPresence("parentThreadId", parentThreadId)
        members.setPresence("path", path)
        members.set("preview", preview)
        members.setPresence("projectId", projectId)
        members.setPresence("reasoningEffort", reasoningEffort)
        members.setPresence("recencyAt", recencyAt)
        members.setPresence("section", section)
        members.setPresence("sectionEnteredAt", sectionEnteredAt)
        members.set("sessionId", sessionId)
        members.set("source", source)
        members.set("status", status)
        members.setPresence("threadSource", threadSource)
        members.set("turns", turns)
        members.set("updatedAt", updatedAt)
        return .object(members)
    }
}

/// The schema's `ThreadActiveFlag`.
public enum ThreadActiveFlag: OpenEnum {
    case waitingOnApproval
    case waitingOnUserInput
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "waitingOnApproval": self = .waitingOnApproval
        case "waitingOnUserInput": self = .waitingOnUserInput
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .waitingOnApproval: "waitingOnApproval"
        case .waitingOnUserInput: "waitingOnUserInput"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ThreadEnvironment`.
public struct ThreadEnvironment: JSONCodable {
    public var cwd: LegacyAppPathString
    public var environmentId: String
    public var runtimeWorkspaceRoots: [LegacyAppPathString]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: LegacyAppPathString, environmentId: String, runtimeWorkspaceRoots: [LegacyAppPathString],
        additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.environmentId = environmentId
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.required("cwd")
        self.environmentId = try members.required("environmentId")
        self.runtimeWorkspaceRoots = try members.required("runtimeWorkspaceRoots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cwd", cwd)
        members.set("environmentId", environmentId)
        members.set("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        return .object(members)
    }
}

/// The schema's `ThreadExtra`.
public struct ThreadExtra: JSONCodable {
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

/// The schema's `ThreadHistoryMode`.
public enum ThreadHistoryMode: OpenEnum {
    case legacy
    case paginated
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "legacy": self = .legacy
        case "paginated": self = .paginated
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .legacy: "legacy"
        case .paginated: "paginated"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ThreadId`.
public typealias ThreadId = String

/// The schema's `ThreadItem`.
public indirect enum ThreadItem: JSONCodable {
    case userMessage(ThreadItem.UserMessage)
    case hookPrompt(ThreadItem.HookPrompt)
    case agentMessage(ThreadItem.AgentMessage)
    case functionCallOutput(ThreadItem.FunctionCallOutput)
    case plan(ThreadItem.Plan)
    case reasoning(ThreadItem.Reasoning)
    case commandExecution(ThreadItem.CommandExecution)
    case fileChange(ThreadItem.FileChange)
    case mcpToolCall(ThreadItem.McpToolCall)
    case dynamicToolCall(ThreadItem.DynamicToolCall)
    case collabAgentToolCall(ThreadItem.CollabAgentToolCall)
    case subAgentActivity(ThreadItem.SubAgentActivity)
    case webSearch(ThreadItem.WebSearch)
    case imageView(ThreadItem.ImageView)
    case sleep(ThreadItem.Sleep)
    case imageGeneration(ThreadItem.ImageGeneration)
    case enteredReviewMode(ThreadItem.EnteredReviewMode)
    case exitedReviewMode(ThreadItem.ExitedReviewMode)
    case contextCompaction(ThreadItem.ContextCompaction)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "userMessage": self = .userMessage(try ThreadItem.UserMessage(json: json))
        case "hookPrompt": self = .hookPrompt(try ThreadItem.HookPrompt(json: json))
        case "agentMessage": self = .agentMessage(try ThreadItem.AgentMessage(json: json))
        case "functionCallOutput": self = .functionCallOutput(try ThreadItem.FunctionCallOutput(json: json))
        case "plan": self = .plan(try ThreadItem.Plan(json: json))
        case "reasoning": self = .reasoning(try ThreadItem.Reasoning(json: json))
        case "commandExecution": self = .commandExecution(try ThreadItem.CommandExecution(json: json))
        case "fileChange": self = .fileChange(try ThreadItem.FileChange(json: json))
        case "mcpToolCall": self = .mcpToolCall(try ThreadItem.McpToolCall(json: json))
        case "dynamicToolCall": self = .dynamicToolCall(try ThreadItem.DynamicToolCall(json: json))
        case "collabAgentToolCall": self = .collabAgentToolCall(try ThreadItem.CollabAgentToolCall(json: json))
        case "subAgentActivity": self = .subAgentActivity(try ThreadItem.SubAgentActivity(json: json))
        case "webSearch": self = .webSearch(try ThreadItem.WebSearch(json: json))
        case "imageView": self = .imageView(try ThreadItem.ImageView(json: json))
        case "sleep": self = .sleep(try ThreadItem.Sleep(json: json))
        case "imageGeneration": self = .imageGeneration(try ThreadItem.ImageGeneration(json: json))
        case "enteredReviewMode": self = .enteredReviewMode(try ThreadItem.EnteredReviewMode(json: json))
        case "exitedReviewMode": self = .exitedReviewMode(try ThreadItem.ExitedReviewMode(json: json))
        case "contextCompaction": self = .contextCompaction(try ThreadItem.ContextCompaction(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .userMessage(let payload): payload.json.tagged("type", "userMessage")
        case .hookPrompt(let payload): payload.json.tagged("type", "hookPrompt")
        case .agentMessage(let payload): payload.json.tagged("type", "agentMessage")
        case .functionCallOutput(let payload): payload.json.tagged("type", "functionCallOutput")
        case .plan(let payload): payload.json.tagged("type", "plan")
        case .reasoning(let payload): payload.json.tagged("type", "reasoning")
        case .commandExecution(let payload): payload.json.tagged("type", "commandExecution")
        case .fileChange(let payload): payload.json.tagged("type", "fileChange")
        case .mcpToolCall(let payload): payload.json.tagged("type", "mcpToolCall")
        case .dynamicToolCall(let payload): payload.json.tagged("type", "dynamicToolCall")
        case .collabAgentToolCall(let payload): payload.json.tagged("type", "collabAgentToolCall")
        case .subAgentActivity(let payload): payload.json.tagged("type", "subAgentActivity")
        case .webSearch(let payload): payload.json.tagged("type", "webSearch")
        case .imageView(let payload): payload.json.tagged("type", "imageView")
        case .sleep(let payload): payload.json.tagged("type", "sleep")
        case .imageGeneration(let payload): payload.json.tagged("type", "imageGeneration")
        case .enteredReviewMode(let payload): payload.json.tagged("type", "enteredReviewMode")
        case .exitedReviewMode(let payload): payload.json.tagged("type", "exitedReviewMode")
        case .contextCompaction(let payload): payload.json.tagged("type", "contextCompaction")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var id: String? {
        switch self {
        case .userMessage(let payload): payload.id
        case .hookPrompt(let payload): payload.id
        case .agentMessage(let payload): payload.id
        case .functionCallOutput(let payload): payload.id
        case .plan(let payload): payload.id
        case .reasoning(let payload): payload.id
        case .commandExecution(let payload): payload.id
        case .fileChange(let payload): payload.id
        case .mcpToolCall(let payload): payload.id
        case .dynamicToolCall(let payload): payload.id
        case .collabAgentToolCall(let payload): payload.id
        case .subAgentActivity(let payload): payload.id
        case .webSearch(let payload): payload.id
        case .imageView(let payload): payload.id
        case .sleep(let payload): payload.id
        case .imageGeneration(let payload): payload.id
        case .enteredReviewMode(let payload): payload.id
        case .exitedReviewMode(let payload): payload.id
        case .contextCompaction(let payload): payload.id
        case .unknown(let json): json["id"].flatMap { try? String(json: $0) }
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.AgentMessage`.
    public struct AgentMessage: JSONCodable {
        public var delivery: Presence<AgentMessageDelivery>
        public var id: String
        public var memoryCitation: Presence<MemoryCitation>
        public var phase: Presence<MessagePhase>
        public var questions: Presence<[AsyncUserInputQuestion]>
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            delivery: Presence<AgentMessageDelivery> = .absent, id: String,
            memoryCitation: Presence<MemoryCitation> = .absent, phase: Presence<MessagePhase> = .absent,
            questions: Presence<[AsyncUserInputQuestion]> = .absent, text: String, additional: [String: JSONValue] = [:]
        ) {
            self.delivery = delivery
            self.id = id
            self.memoryCitation = memoryCitation
            self.phase = phase
            self.questions = questions
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.delivery = try members.presence("delivery")
            self.id = try members.required("id")
            self.memoryCitation = try members.presence("memoryCitation")
            self.phase = try members.presence("phase")
            self.questions = try members.presence("questions")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("delivery", delivery)
            members.set("id", id)
            members.setPresence("memoryCitation", memoryCitation)
            members.setPresence("phase", phase)
            members.setPresence("questions", questions)
            members.set("text", text)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.CollabAgentToolCall`.
    public struct CollabAgentToolCall: JSONCodable {
        public var agentsStates: [String: CollabAgentState]
        public var id: String
        public var model: Presence<String>
        public var prompt: Presence<String>
        public var reasoningEffort: Presence<ReasoningEffort>
        public var receiverThreadIds: [String]
        public var senderThreadId: String
        public var status: CollabAgentToolCallStatus
        public var tool: CollabAgentTool
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            agentsStates: [String: CollabAgentState], id: String, model: Presence<String> = .absent,
            prompt: Presence<String> = .absent, reasoningEffort: Presence<ReasoningEffort> = .absent,
            receiverThreadIds: [String], senderThreadId: String, status: CollabAgentToolCallStatus,
            tool: CollabAgentTool, additional: [String: JSONValue] = [:]
        ) {
            self.agentsStates = agentsStates
            self.id = id
            self.model = model
            self.prompt = prompt
            self.reasoningEffort = reasoningEffort
            self.receiverThreadIds = receiverThreadIds
            self.senderThreadId = senderThreadId
            self.status = status
            self.tool = tool
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.agentsStates = try members.required("agentsStates")
            self.id = try members.required("id")
            self.model = try members.presence("model")
            self.prompt = try members.presence("prompt")
            self.reasoningEffort = try members.presence("reasoningEffort")
            self.receiverThreadIds = try members.required("receiverThreadIds")
            self.senderThreadId = try members.required("senderThreadId")
            self.status = try members.required("status")
            self.tool = try members.required("tool")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("agentsStates", agentsStates)
            members.set("id", id)
            members.setPresence("model", model)
            members.setPresence("prompt", prompt)
            members.setPresence("reasoningEffort", reasoningEffort)
            members.set("receiverThreadIds", receiverThreadIds)
            members.set("senderThreadId", senderThreadId)
            members.set("status", status)
            members.set("tool", tool)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.CommandExecution`.
    public struct CommandExecution: JSONCodable {
        public var aggregatedOutput: Presence<String>
        public var command: String
        public var commandActions: [CommandAction]
        public var cwd: LegacyAppPathString
        public var durationMs: Presence<Int>
        public var exitCode: Presence<Int>
        public var id: String
        public var pluginId: Presence<String>
        public var processId: Presence<String>
        public var scriptPath: Presence<String>
        public var source: CommandExecutionSource?
        public var status: CommandExecutionStatus
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            aggregatedOutput: Presence<String> = .absent, command: String, commandActions: [CommandAction],
            cwd: LegacyAppPathString, durationMs: Presence<Int> = .absent, exitCode: Presence<Int> = .absent,
            id: String, pluginId: Presence<String> = .absent, processId: Presence<String> = .absent,
            scriptPath: Presence<String> = .absent, source: CommandExecutionSource? = nil,
            status: CommandExecutionStatus, additional: [String: JSONValue] = [:]
        ) {
            self.aggregatedOutput = aggregatedOutput
            self.command = command
            self.commandActions = commandActions
            self.cwd = cwd
            self.durationMs = durationMs
            self.exitCode = exitCode
            self.id = id
            self.pluginId = pluginId
            self.processId = processId
            self.scriptPath = scriptPath
            self.source = source
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.aggregatedOutput = try members.presence("aggregatedOutput")
            self.command = try members.required("command")
            self.commandActions = try members.required("commandActions")
            self.cwd = try members.required("cwd")
            self.durationMs = try members.presence("durationMs")
            self.exitCode = try members.presence("exitCode")
            self.id = try members.required("id")
            self.pluginId = try members.presence("pluginId")
            self.processId = try members.presence("processId")
            self.scriptPath = try members.presence("scriptPath")
            self.source = try members.optional("source")
            self.status = try members.required("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("aggregatedOutput", aggregatedOutput)
            members.set("command", command)
            members.set("commandActions", commandActions)
            members.set("cwd", cwd)
            members.setPresence("durationMs", durationMs)
            members.setPresence("exitCode", exitCode)
            members.set("id", id)
            members.setPresence("pluginId", pluginId)
            members.setPresence("processId", processId)
            members.setPresence("scriptPath", scriptPath)
            members.setOptional("source", source)
            members.set("status", status)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.ContextCompaction`.
    public struct ContextCompaction: JSONCodable {
        public var id: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(id: String, additional: [String: JSONValue] = [:]) {
            self.id = id
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.DynamicToolCall`.
    public struct DynamicToolCall: JSONCodable {
        public var arguments: JSONValue
        public var contentItems: Presence<[DynamicToolCallOutputContentItem]>
        public var durationMs: Presence<Int>
        public var id: String
        public var namespace: Presence<String>
        public var status: DynamicToolCallStatus
        public var success: Presence<Bool>
        public var tool: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            arguments: JSONValue, contentItems: Presence<[DynamicToolCallOutputContentItem]> = .absent,
            durationMs: Presence<Int> = .absent, id: String, namespace: Presence<String> = .absent,
            status: DynamicToolCallStatus, success: Presence<Bool> = .absent, tool: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.arguments = arguments
            self.contentItems = contentItems
            self.durationMs = durationMs
            self.id = id
            self.namespace = namespace
            self.status = status
            self.success = success
            self.tool = tool
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.arguments = try members.required("arguments")
            self.contentItems = try members.presence("contentItems")
            self.durationMs = try members.presence("durationMs")
            self.id = try members.required("id")
            self.namespace = try members.presence("namespace")
            self.status = try members.required("status")
            self.success = try members.presence("success")
            self.tool = try members.required("tool")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("arguments", arguments)
            members.setPresence("contentItems", contentItems)
            members.setPresence("durationMs", durationMs)
            members.set("id", id)
            members.setPresence("namespace", namespace)
            members.set("status", status)
            members.setPresence("success", success)
            members.set("tool", tool)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.EnteredReviewMode`.
    public struct EnteredReviewMode: JSONCodable {
        public var id: String
        public var review: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(id: String, review: String, additional: [String: JSONValue] = [:]) {
            self.id = id
            self.review = review
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.review = try members.required("review")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("review", review)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.ExitedReviewMode`.
    public struct ExitedReviewMode: JSONCodable {
        public var id: String
        public var review: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(id: String, review: String, additional: [String: JSONValue] = [:]) {
            self.id = id
            self.review = review
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.review = try members.required("review")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("review", review)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.FileChange`.
    public struct FileChange: JSONCodable {
        public var changes: [FileUpdateChange]
        public var id: String
        public var status: PatchApplyStatus
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            changes: [FileUpdateChange], id: String, status: PatchApplyStatus, additional: [String: JSONValue] = [:]
        ) {
            self.changes = changes
            self.id = id
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.changes = try members.required("changes")
            self.id = try members.required("id")
            self.status = try members.required("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("changes", changes)
            members.set("id", id)
            members.set("status", status)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.FunctionCallOutput`.
    public struct FunctionCallOutput: JSONCodable {
        public var id: String
        public var name: String
        public var namespace: Presence<String>
        public var output: FunctionCallOutputBody
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            id: String, name: String, namespace: Presence<String> = .absent, output: FunctionCallOutputBody,
            additional: [String: JSONValue] = [:]
        ) {
            self.id = id
            self.name = name
            self.namespace = namespace
            self.output = output
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.name = try members.required("name")
            self.namespace = try members.presence("namespace")
            self.output = try members.required("output")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("name", name)
            members.setPresence("namespace", namespace)
            members.set("output", output)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.HookPrompt`.
    public struct HookPrompt: JSONCodable {
        public var fragments: [HookPromptFragment]
        public var id: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(fragments: [HookPromptFragment], id: String, additional: [String: JSONValue] = [:]) {
            self.fragments = fragments
            self.id = id
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.fragments = try members.required("fragments")
            self.id = try members.required("id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("fragments", fragments)
            members.set("id", id)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.ImageGeneration`.
    public struct ImageGeneration: JSONCodable {
        public var failure: Presence<ImageGenerationFailure>
        public var id: String
        public var result: String
        public var revisedPrompt: Presence<String>
        public var savedPath: Presence<AbsolutePathBuf>
        public var status: String
        public var transparentBackground: Presence<Bool>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            failure: Presence<ImageGenerationFailure> = .absent, id: String, result: String,
            revisedPrompt: Presence<String> = .absent, savedPath: Presence<AbsolutePathBuf> = .absent, status: String,
            transparentBackground: Presence<Bool> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.failure = failure
            self.id = id
            self.result = result
            self.revisedPrompt = revisedPrompt
            self.savedPath = savedPath
            self.status = status
            self.transparentBackground = transparentBackground
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.failure = try members.presence("failure")
            self.id = try members.required("id")
            self.result = try members.required("result")
            self.revisedPrompt = try members.presence("revisedPrompt")
            self.savedPath = try members.presence("savedPath")
            self.status = try members.required("status")
            self.transparentBackground = try members.presence("transparentBackground")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("failure", failure)
            members.set("id", id)
            members.set("result", result)
            members.setPresence("revisedPrompt", revisedPrompt)
            members.setPresence("savedPath", savedPath)
            members.set("status", status)
            members.setPresence("transparentBackground", transparentBackground)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.ImageView`.
    public struct ImageView: JSONCodable {
        public var id: String
        public var path: LegacyAppPathString
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(id: String, path: LegacyAppPathString, additional: [String: JSONValue] = [:]) {
            self.id = id
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.path = try members.required("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("path", path)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.McpToolCall`.
    public struct McpToolCall: JSONCodable {
        public var appContext: Presence<McpToolCallAppContext>
        public var arguments: JSONValue
        public var durationMs: Presence<Int>
        public var error: Presence<McpToolCallError>
        public var id: String
        public var mcpAppResourceUri: Presence<String>
        public var mcpAppUi: Presence<McpAppUi>
        public var pluginId: Presence<String>
        public var readOnlyHint: Presence<Bool>
        public var result: Presence<McpToolCallResult>
        public var server: String
        public var status: McpToolCallStatus
        public var tool: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            appContext: Presence<McpToolCallAppContext> = .absent, arguments: JSONValue,
            durationMs: Presence<Int> = .absent, error: Presence<McpToolCallError> = .absent, id: String,
            mcpAppResourceUri: Presence<String> = .absent, mcpAppUi: Presence<McpAppUi> = .absent,
            pluginId: Presence<String> = .absent, readOnlyHint: Presence<Bool> = .absent,
            result: Presence<McpToolCallResult> = .absent, server: String, status: McpToolCallStatus, tool: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.appContext = appContext
            self.arguments = arguments
            self.durationMs = durationMs
            self.error = error
            self.id = id
            self.mcpAppResourceUri = mcpAppResourceUri
            self.mcpAppUi = mcpAppUi
            self.pluginId = pluginId
            self.readOnlyHint = readOnlyHint
            self.result = result
            self.server = server
            self.status = status
            self.tool = tool
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.appContext = try members.presence("appContext")
            self.arguments = try members.required("arguments")
            self.durationMs = try members.presence("durationMs")
            self.error = try members.presence("error")
            self.id = try members.required("id")
            self.mcpAppResourceUri = try members.presence("mcpAppResourceUri")
            self.mcpAppUi = try members.presence("mcpAppUi")
            self.pluginId = try members.presence("pluginId")
            self.readOnlyHint = try members.presence("readOnlyHint")
            self.result = try members.presence("result")
            self.server = try members.required("server")
            self.status = try members.required("status")
            self.tool = try members.required("tool")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("appContext", appContext)
            members.set("arguments", arguments)
            members.setPresence("durationMs", durationMs)
            members.setPresence("error", error)
            members.set("id", id)
            members.setPresence("mcpAppResourceUri", mcpAppResourceUri)
            members.setPresence("mcpAppUi", mcpAppUi)
            members.setPresence("pluginId", pluginId)
            members.setPresence("readOnlyHint", readOnlyHint)
            members.setPresence("result", result)
            members.set("server", server)
            members.set("status", status)
            members.set("tool", tool)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.Plan`.
    public struct Plan: JSONCodable {
        public var id: String
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(id: String, text: String, additional: [String: JSONValue] = [:]) {
            self.id = id
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("text", text)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.Reasoning`.
    public struct Reasoning: JSONCodable {
        public var content: [String]?
        public var id: String
        public var summary: [String]?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            content: [String]? = nil, id: String, summary: [String]? = nil, additional: [String: JSONValue] = [:]
        ) {
            self.content = content
            self.id = id
            self.summary = summary
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.content = try members.optional("content")
            self.id = try members.required("id")
            self.summary = try members.optional("summary")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("content", content)
            members.set("id", id)
            members.setOptional("summary", summary)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.Sleep`.
    public struct Sleep: JSONCodable {
        public var durationMs: UInt64
        public var id: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(durationMs: UInt64, id: String, additional: [String: JSONValue] = [:]) {
            self.durationMs = durationMs
            self.id = id
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.durationMs = try members.required("durationMs")
            self.id = try members.required("id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("durationMs", durationMs)
            members.set("id", id)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.SubAgentActivity`.
    public struct SubAgentActivity: JSONCodable {
        public var agentPath: String
        public var agentThreadId: String
        public var id: String
        public var kind: SubAgentActivityKind
        public var model: Presence<String>
        public var reasoningEffort: Presence<ReasoningEffort>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            agentPath: String, agentThreadId: String, id: String, kind: SubAgentActivityKind,
            model: Presence<String> = .absent, reasoningEffort: Presence<ReasoningEffort> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.agentPath = agentPath
            self.agentThreadId = agentThreadId
            self.id = id
            self.kind = kind
            self.model = model
            self.reasoningEffort = reasoningEffort
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.agentPath = try members.required("agentPath")
            self.agentThreadId = try members.required("agentThreadId")
            self.id = try members.required("id")
            self.kind = try members.required("kind")
            self.model = try members.presence("model")
            self.reasoningEffort = try members.presence("reasoningEffort")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("agentPath", agentPath)
            members.set("agentThreadId", agentThreadId)
            members.set("id", id)
            members.set("kind", kind)
            members.setPresence("model", model)
            members.setPresence("reasoningEffort", reasoningEffort)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.UserMessage`.
    public struct UserMessage: JSONCodable {
        public var clientId: Presence<String>
        public var content: [UserInput]
        public var id: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            clientId: Presence<String> = .absent, content: [UserInput], id: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.clientId = clientId
            self.content = content
            self.id = id
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.clientId = try members.presence("clientId")
            self.content = try members.required("content")
            self.id = try members.required("id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("clientId", clientId)
            members.set("content", content)
            members.set("id", id)
            return .object(members)
        }
    }
}

extension ThreadItem {
    /// The schema's `ThreadItem.WebSearch`.
    public struct WebSearch: JSONCodable {
        public var action: Presence<WebSearchAction>
        public var id: String
        public var query: String
        public var results: Presence<[JSONValue]>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            action: Presence<WebSearchAction> = .absent, id: String, query: String,
            results: Presence<[JSONValue]> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.action = action
            self.id = id
            self.query = query
            self.results = results
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.action = try members.presence("action")
            self.id = try members.required("id")
            self.query = try members.required("query")
            self.results = try members.presence("results")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("action", action)
            members.set("id", id)
            members.set("query", query)
            members.setPresence("results", results)
            return .object(members)
        }
    }
}

/// The schema's `ThreadReadState`.
public struct ThreadReadState: JSONCodable {
    public var firstUnread: Presence<ThreadUnreadPosition>
    public var revision: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        firstUnread: Presence<ThreadUnreadPosition> = .absent, revision: String, additional: [String: JSONValue] = [:]
    ) {
        self.firstUnread = firstUnread
        self.revision = revision
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.firstUnread = try members.presence("firstUnread")
        self.revision = try members.required("revision")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("firstUnread", firstUnread)
        members.set("revision", revision)
        return .object(members)
    }
}

/// The schema's `ThreadRealtimeBemItemPresentation`.
public indirect enum ThreadRealtimeBemItemPresentation: JSONCodable {
    case wholeItem(NoMembers = NoMembers())
    case inlineMarkdown(NoMembers = NoMembers())
    case inlineVisualization(ThreadRealtimeBemItemPresentation.InlineVisualization)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "wholeItem": self = .wholeItem(try NoMembers(json: json, tag: "type"))
        case "inlineMarkdown": self = .inlineMarkdown(try NoMembers(json: json, tag: "type"))
        case "inlineVisualization":
            self = .inlineVisualization(try ThreadRealtimeBemItemPresentation.InlineVisualization(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .wholeItem(let payload): payload.json.tagged("type", "wholeItem")
        case .inlineMarkdown(let payload): payload.json.tagged("type", "inlineMarkdown")
        case .inlineVisualization(let payload): payload.json.tagged("type", "inlineVisualization")
        case .unknown(let json): json
        }
    }
}

extension ThreadRealtimeBemItemPresentation {
    /// The schema's `ThreadRealtimeBemItemPresentation.InlineVisualization`.
    public struct InlineVisualization: JSONCodable {
        public var index: Int
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(index: Int, additional: [String: JSONValue] = [:]) {
            self.index = index
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.index = try members.required("index")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("index", index)
            return .object(members)
        }
    }
}

/// The schema's `ThreadRealtimeItem`.
public indirect enum ThreadRealtimeItem: JSONCodable {
    case realtimeSessionStarted(ThreadRealtimeItem.RealtimeSessionStarted)
    case transcriptSegment(ThreadRealtimeItem.TranscriptSegment)
    case bemItemPromoted(ThreadRealtimeItem.BemItemPromoted)
    case realtimeSessionClosed(ThreadRealtimeItem.RealtimeSessionClosed)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "realtimeSessionStarted":
            self = .realtimeSessionStarted(try ThreadRealtimeItem.RealtimeSessionStarted(json: json))
        case "transcriptSegment": self = .transcriptSegment(try ThreadRealtimeItem.TranscriptSegment(json: json))
        case "bemItemPromoted": self = .bemItemPromoted(try ThreadRealtimeItem.BemItemPromoted(json: json))
        case "realtimeSessionClosed":
            self = .realtimeSessionClosed(try ThreadRealtimeItem.RealtimeSessionClosed(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .realtimeSessionStarted(let payload): payload.json.tagged("type", "realtimeSessionStarted")
        case .transcriptSegment(let payload): payload.json.tagged("type", "transcriptSegment")
        case .bemItemPromoted(let payload): payload.json.tagged("type", "bemItemPromoted")
        case .realtimeSessionClosed(let payload): payload.json.tagged("type", "realtimeSessionClosed")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var id: String? {
        switch self {
        case .realtimeSessionStarted(let payload): payload.id
        case .transcriptSegment(let payload): payload.id
        case .bemItemPromoted(let payload): payload.id
        case .realtimeSessionClosed(let payload): payload.id
        case .unknown(let json): json["id"].flatMap { try? String(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var realtimeSessionId: String? {
        switch self {
        case .realtimeSessionStarted(let payload): payload.realtimeSessionId
        case .transcriptSegment(let payload): payload.realtimeSessionId
        case .bemItemPromoted(let payload): payload.realtimeSessionId
        case .realtimeSessionClosed(let payload): payload.realtimeSessionId
        case .unknown(let json): json["realtimeSessionId"].flatMap { try? String(json: $0) }
        }
    }
}

extension ThreadRealtimeItem {
    /// The schema's `ThreadRealtimeItem.BemItemPromoted`.
    public struct BemItemPromoted: JSONCodable {
        public var id: String
        public var itemId: String
        public var presentation: ThreadRealtimeBemItemPresentation
        public var realtimeSessionId: String
        public var turnId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            id: String, itemId: String, presentation: ThreadRealtimeBemItemPresentation, realtimeSessionId: String,
            turnId: String, additional: [String: JSONValue] = [:]
        ) {
            self.id = id
            self.itemId = itemId
            self.presentation = presentation
            self.realtimeSessionId = realtimeSessionId
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.itemId = try members.required("item_id")
            self.presentation = try members.required("presentation")
            self.realtimeSessionId = try members.required("realtimeSessionId")
            self.turnId = try members.required("turn_id")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("item_id", itemId)
            members.set("presentation", presentation)
            members.set("realtimeSessionId", realtimeSessionId)
            members.set("turn_id", turnId)
            return .object(members)
        }
    }
}

extension ThreadRealtimeItem {
    /// The schema's `ThreadRealtimeItem.RealtimeSessionClosed`.
    public struct RealtimeSessionClosed: JSONCodable {
        public var id: String
        public var outcome: ThreadRealtimeSessionOutcome
        public var realtimeSessionId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            id: String, outcome: ThreadRealtimeSessionOutcome, realtimeSessionId: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.id = id
            self.outcome = outcome
            self.realtimeSessionId = realtimeSessionId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.outcome = try members.required("outcome")
            self.realtimeSessionId = try members.required("realtimeSessionId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("outcome", outcome)
            members.set("realtimeSessionId", realtimeSessionId)
            return .object(members)
        }
    }
}

extension ThreadRealtimeItem {
    /// The schema's `ThreadRealtimeItem.RealtimeSessionStarted`.
    public struct RealtimeSessionStarted: JSONCodable {
        public var id: String
        public var realtimeSessionId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(id: String, realtimeSessionId: String, additional: [String: JSONValue] = [:]) {
            self.id = id
            self.realtimeSessionId = realtimeSessionId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.realtimeSessionId = try members.required("realtimeSessionId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("realtimeSessionId", realtimeSessionId)
            return .object(members)
        }
    }
}

extension ThreadRealtimeItem {
    /// The schema's `ThreadRealtimeItem.TranscriptSegment`.
    public struct TranscriptSegment: JSONCodable {
        public var id: String
        public var realtimeSessionId: String
        public var role: ThreadRealtimeTranscriptRole
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            id: String, realtimeSessionId: String, role: ThreadRealtimeTranscriptRole, text: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.id = id
            self.realtimeSessionId = realtimeSessionId
            self.role = role
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.realtimeSessionId = try members.required("realtimeSessionId")
            self.role = try members.required("role")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("realtimeSessionId", realtimeSessionId)
            members.set("role", role)
            members.set("text", text)
            return .object(members)
        }
    }
}

/// The schema's `ThreadRealtimeSessionOutcome`.
public enum ThreadRealtimeSessionOutcome: OpenEnum {
    case ended
    case failed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "ended": self = .ended
        case "failed": self = .failed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .ended: "ended"
        case .failed: "failed"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ThreadRealtimeTranscriptRole`.
public enum ThreadRealtimeTranscriptRole: OpenEnum {
    case user
    case assistant
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "user": self = .user
        case "assistant": self = .assistant
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .user: "user"
        case .assistant: "assistant"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ThreadSection`.
public struct ThreadSection: JSONCodable {
    public var appearance: Presence<ThreadSectionAppearance>
    public var id: String
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        appearance: Presence<ThreadSectionAppearance> = .absent, id: String, name: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.appearance = appearance
        self.id = id
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appearance = try members.presence("appearance")
        self.id = try members.required("id")
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("appearance", appearance)
        members.set("id", id)
        members.set("name", name)
        return .object(members)
    }
}

/// The schema's `ThreadSectionAppearance`.
public struct ThreadSectionAppearance: JSONCodable {
    public var color: Presence<String>
    public var icon: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        color: Presence<String> = .absent, icon: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.color = color
        self.icon = icon
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.color = try members.presence("color")
        self.icon = try members.presence("icon")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("color", color)
        members.setPresence("icon", icon)
        return .object(members)
    }
}

/// The schema's `ThreadSource`.
public typealias ThreadSource = String

/// The schema's `ThreadStatus`.
public indirect enum ThreadStatus: JSONCodable {
    case notLoaded(NoMembers = NoMembers())
    case idle(NoMembers = NoMembers())
    case systemError(NoMembers = NoMembers())
    case active(ThreadStatus.Active)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "notLoaded": self = .notLoaded(try NoMembers(json: json, tag: "type"))
        case "idle": self = .idle(try NoMembers(json: json, tag: "type"))
        case "systemError": self = .systemError(try NoMembers(json: json, tag: "type"))
        case "active": self = .active(try ThreadStatus.Active(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .notLoaded(let payload): payload.json.tagged("type", "notLoaded")
        case .idle(let payload): payload.json.tagged("type", "idle")
        case .systemError(let payload): payload.json.tagged("type", "systemError")
        case .active(let payload): payload.json.tagged("type", "active")
        case .unknown(let json): json
        }
    }
}

extension ThreadStatus {
    /// The schema's `ThreadStatus.Active`.
    public struct Active: JSONCodable {
        public var activeFlags: [ThreadActiveFlag]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(activeFlags: [ThreadActiveFlag], additional: [String: JSONValue] = [:]) {
            self.activeFlags = activeFlags
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.activeFlags = try members.required("activeFlags")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("activeFlags", activeFlags)
            return .object(members)
        }
    }
}

/// The schema's `ThreadUnreadPosition`.
public indirect enum ThreadUnreadPosition: JSONCodable {
    case threadStart(NoMembers = NoMembers())
    case turn(ThreadUnreadPosition.Turn)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "threadStart": self = .threadStart(try NoMembers(json: json, tag: "type"))
        case "turn": self = .turn(try ThreadUnreadPosition.Turn(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .threadStart(let payload): payload.json.tagged("type", "threadStart")
        case .turn(let payload): payload.json.tagged("type", "turn")
        case .unknown(let json): json
        }
    }
}

extension ThreadUnreadPosition {
    /// The schema's `ThreadUnreadPosition.Turn`.
    public struct Turn: JSONCodable {
        public var turnId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(turnId: String, additional: [String: JSONValue] = [:]) {
            self.turnId = turnId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.turnId = try members.required("turnId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("turnId", turnId)
            return .object(members)
        }
    }
}

/// The schema's `ToolExposureSurface`.
public enum ToolExposureSurface: OpenEnum {
    case codeMode
    case deferred
    case direct
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "code_mode": self = .codeMode
        case "deferred": self = .deferred
        case "direct": self = .direct
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .codeMode: "code_mode"
        case .deferred: "deferred"
        case .direct: "direct"
        case .unknown(let word): word
        }
    }
}

/// The schema's `Turn`.
public struct Turn: JSONCodable {
    public var completedAt: Presence<Int>
    public var durationMs: Presence<Int>
    public var error: Presence<TurnError>
    public var id: String
    public var items: [ThreadItem]
    public var itemsView: TurnItemsView?
    public var rootTurnId: Presence<String>
    public var startedAt: Presence<Int>
    public var status: TurnStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        completedAt: Presence<Int> = .absent, durationMs: Presence<Int> = .absent, error: Presence<TurnError> = .absent,
        id: String, items: [ThreadItem], itemsView: TurnItemsView? = nil, rootTurnId: Presence<String> = .absent,
        startedAt: Presence<Int> = .absent, status: TurnStatus, additional: [String: JSONValue] = [:]
    ) {
        self.completedAt = completedAt
        self.durationMs = durationMs
        self.error = error
        self.id = id
        self.items = items
        self.itemsView = itemsView
        self.rootTurnId = rootTurnId
        self.startedAt = startedAt
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.completedAt = try members.presence("completedAt")
        self.durationMs = try members.presence("durationMs")
        self.error = try members.presence("error")
        self.id = try members.required("id")
        self.items = try members.required("items")
        self.itemsView = try members.optional("itemsView")
        self.rootTurnId = try members.presence("rootTurnId")
        self.startedAt = try members.presence("startedAt")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("completedAt", completedAt)
        members.setPresence("durationMs", durationMs)
        members.setPresence("error", error)
        members.set("id", id)
        members.set("items", items)
        members.setOptional("itemsView", itemsView)
        members.setPresence("rootTurnId", rootTurnId)
        members.setPresence("startedAt", startedAt)
        members.set("status", status)
        return .object(members)
    }
}

/// The schema's `TurnEnvironmentParams`.
public struct TurnEnvironmentParams: JSONCodable {
    public var cwd: LegacyAppPathString
    public var environmentId: String
    public var runtimeWorkspaceRoots: Presence<[LegacyAppPathString]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwd: LegacyAppPathString, environmentId: String,
        runtimeWorkspaceRoots: Presence<[LegacyAppPathString]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cwd = cwd
        self.environmentId = environmentId
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.required("cwd")
        self.environmentId = try members.required("environmentId")
        self.runtimeWorkspaceRoots = try members.presence("runtimeWorkspaceRoots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cwd", cwd)
        members.set("environmentId", environmentId)
        members.setPresence("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        return .object(members)
    }
}

/// The schema's `TurnError`.
public struct TurnError: JSONCodable {
    public var additionalDetails: Presence<String>
    public var codexErrorInfo: Presence<CodexErrorInfo>
    public var message: String
    public var misalignment: Presence<MisalignmentErrorDetails>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        additionalDetails: Presence<String> = .absent, codexErrorInfo: Presence<CodexErrorInfo> = .absent,
        message: String, misalignment: Presence<MisalignmentErrorDetails> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.additionalDetails = additionalDetails
        self.codexErrorInfo = codexErrorInfo
        self.message = message
        self.misalignment = misalignment
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.additionalDetails = try members.presence("additionalDetails")
        self.codexErrorInfo = try members.presence("codexErrorInfo")
        self.message = try members.required("message")
        self.misalignment = try members.presence("misalignment")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("additionalDetails", additionalDetails)
        members.setPresence("codexErrorInfo", codexErrorInfo)
        members.set("message", message)
        members.setPresence("misalignment", misalignment)
        return .object(members)
    }
}

/// The schema's `TurnItemsView`.
public enum TurnItemsView: OpenEnum {
    case notLoaded
    case summary
    case full
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "notLoaded": self = .notLoaded
        case "summary": self = .summary
        case "full": self = .full
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .notLoaded: "notLoaded"
        case .summary: "summary"
        case .full: "full"
        case .unknown(let word): word
        }
    }
}

/// The schema's `TurnStatus`.
public enum TurnStatus: OpenEnum {
    case completed
    case interrupted
    case failed
    case inProgress
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "completed": self = .completed
        case "interrupted": self = .interrupted
        case "failed": self = .failed
        case "inProgress": self = .inProgress
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .completed: "completed"
        case .interrupted: "interrupted"
        case .failed: "failed"
        case .inProgress: "inProgress"
        case .unknown(let word): word
        }
    }
}

/// The schema's `UserInput`.
public indirect enum UserInput: JSONCodable {
    case text(UserInput.Text)
    case image(UserInput.Image)
    case localImage(UserInput.LocalImage)
    case audio(UserInput.Audio)
    case localAudio(UserInput.LocalAudio)
    case skill(UserInput.Skill)
    case mention(UserInput.Mention)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "text": self = .text(try UserInput.Text(json: json))
        case "image": self = .image(try UserInput.Image(json: json))
        case "localImage": self = .localImage(try UserInput.LocalImage(json: json))
        case "audio": self = .audio(try UserInput.Audio(json: json))
        case "localAudio": self = .localAudio(try UserInput.LocalAudio(json: json))
        case "skill": self = .skill(try UserInput.Skill(json: json))
        case "mention": self = .mention(try UserInput.Mention(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .text(let payload): payload.json.tagged("type", "text")
        case .image(let payload): payload.json.tagged("type", "image")
        case .localImage(let payload): payload.json.tagged("type", "localImage")
        case .audio(let payload): payload.json.tagged("type", "audio")
        case .localAudio(let payload): payload.json.tagged("type", "localAudio")
        case .skill(let payload): payload.json.tagged("type", "skill")
        case .mention(let payload): payload.json.tagged("type", "mention")
        case .unknown(let json): json
        }
    }
}

extension UserInput {
    /// The schema's `UserInput.Audio`.
    public struct Audio: JSONCodable {
        public var url: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(url: String, additional: [String: JSONValue] = [:]) {
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.url = try members.required("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("url", url)
            return .object(members)
        }
    }
}

extension UserInput {
    /// The schema's `UserInput.Image`.
    public struct Image: JSONCodable {
        public var detail: Presence<ImageDetail>
        public var fileId: String?
        public var url: String?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            detail: Presence<ImageDetail> = .absent, fileId: String? = nil, url: String? = nil,
            additional: [String: JSONValue] = [:]
        ) {
            self.detail = detail
            self.fileId = fileId
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.detail = try members.presence("detail")
            self.fileId = try members.optional("fileId")
            self.url = try members.optional("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("detail", detail)
            members.setOptional("fileId", fileId)
            members.setOptional("url", url)
            return .object(members)
        }
    }
}

extension UserInput {
    /// The schema's `UserInput.LocalAudio`.
    public struct LocalAudio: JSONCodable {
        public var path: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(path: String, additional: [String: JSONValue] = [:]) {
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

extension UserInput {
    /// The schema's `UserInput.LocalImage`.
    public struct LocalImage: JSONCodable {
        public var detail: Presence<ImageDetail>
        public var path: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(detail: Presence<ImageDetail> = .absent, path: String, additional: [String: JSONValue] = [:]) {
            self.detail = detail
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.detail = try members.presence("detail")
            self.path = try members.required("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("detail", detail)
            members.set("path", path)
            return .object(members)
        }
    }
}

extension UserInput {
    /// The schema's `UserInput.Mention`.
    public struct Mention: JSONCodable {
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
            var members = try Members(of: json, tag: "type")
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
}

extension UserInput {
    /// The schema's `UserInput.Skill`.
    public struct Skill: JSONCodable {
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
            var members = try Members(of: json, tag: "type")
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
}

extension UserInput {
    /// The schema's `UserInput.Text`.
    public struct Text: JSONCodable {
        public var text: String
        public var textElements: [TextElement]?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, textElements: [TextElement]? = nil, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.textElements = textElements
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.textElements = try members.optional("text_elements")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            members.setOptional("text_elements", textElements)
            return .object(members)
        }
    }
}

/// The schema's `UserVerificationCancellationReason`.
public enum UserVerificationCancellationReason: OpenEnum {
    case userCancelled
    case interrupted
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "userCancelled": self = .userCancelled
        case "interrupted": self = .interrupted
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .userCancelled: "userCancelled"
        case .interrupted: "interrupted"
        case .unknown(let word): word
        }
    }
}

/// The schema's `UserVerificationErrorDetails`.
public indirect enum UserVerificationErrorDetails: JSONCodable {
    case invalidRequest(UserVerificationErrorDetails.InvalidRequest)
    case unavailable(UserVerificationErrorDetails.Unavailable)
    case cancelled(UserVerificationErrorDetails.Cancelled)
    case failed(UserVerificationErrorDetails.Failed)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "invalidRequest": self = .invalidRequest(try UserVerificationErrorDetails.InvalidRequest(json: json))
        case "unavailable": self = .unavailable(try UserVerificationErrorDetails.Unavailable(json: json))
        case "cancelled": self = .cancelled(try UserVerificationErrorDetails.Cancelled(json: json))
        case "failed": self = .failed(try UserVerificationErrorDetails.Failed(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .invalidRequest(let payload): payload.json.tagged("type", "invalidRequest")
        case .unavailable(let payload): payload.json.tagged("type", "unavailable")
        case .cancelled(let payload): payload.json.tagged("type", "cancelled")
        case .failed(let payload): payload.json.tagged("type", "failed")
        case .unknown(let json): json
        }
    }
}

extension UserVerificationErrorDetails {
    /// The schema's `UserVerificationErrorDetails.Cancelled`.
    public struct Cancelled: JSONCodable {
        public var reason: UserVerificationCancellationReason
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(reason: UserVerificationCancellationReason, additional: [String: JSONValue] = [:]) {
            self.reason = reason
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.reason = try members.required("reason")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("reason", reason)
            return .object(members)
        }
    }
}

extension UserVerificationErrorDetails {
    /// The schema's `UserVerificationErrorDetails.Failed`.
    public struct Failed: JSONCodable {
        public var reason: UserVerificationFailureReason
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(reason: UserVerificationFailureReason, additional: [String: JSONValue] = [:]) {
            self.reason = reason
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.reason = try members.required("reason")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("reason", reason)
            return .object(members)
        }
    }
}

extension UserVerificationErrorDetails {
    /// The schema's `UserVerificationErrorDetails.InvalidRequest`.
    public struct InvalidRequest: JSONCodable {
        public var reason: UserVerificationInvalidRequestReason
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(reason: UserVerificationInvalidRequestReason, additional: [String: JSONValue] = [:]) {
            self.reason = reason
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.reason = try members.required("reason")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("reason", reason)
            return .object(members)
        }
    }
}

extension UserVerificationErrorDetails {
    /// The schema's `UserVerificationErrorDetails.Unavailable`.
    public struct Unavailable: JSONCodable {
        public var reason: UserVerificationUnavailableReason
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(reason: UserVerificationUnavailableReason, additional: [String: JSONValue] = [:]) {
            self.reason = reason
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.reason = try members.required("reason")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("reason", reason)
            return .object(members)
        }
    }
}

/// The schema's `UserVerificationFailureReason`.
public enum UserVerificationFailureReason: OpenEnum {
    case authenticationFailed
    case timeout
    case providerError
    case serviceError
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "authenticationFailed": self = .authenticationFailed
        case "timeout": self = .timeout
        case "providerError": self = .providerError
        case "serviceError": self = .serviceError
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .authenticationFailed: "authenticationFailed"
        case .timeout: "timeout"
        case .providerError: "providerError"
        case .serviceError: "serviceError"
        case .unknown(let word): word
        }
    }
}

/// The schema's `UserVerificationInvalidRequestReason`.
public enum UserVerificationInvalidRequestReason: OpenEnum {
    case invalidParams
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "invalidParams": self = .invalidParams
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .invalidParams: "invalidParams"
        case .unknown(let word): word
        }
    }
}

/// The schema's `UserVerificationRpcError`.
public struct UserVerificationRpcError: JSONCodable {
    public var code: Int
    public var data: UserVerificationErrorDetails
    public var message: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(code: Int, data: UserVerificationErrorDetails, message: String, additional: [String: JSONValue] = [:]) {
        self.code = code
        self.data = data
        self.message = message
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.code = try members.required("code")
        self.data = try members.required("data")
        self.message = try members.required("message")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("code", code)
        members.set("data", data)
        members.set("message", message)
        return .object(members)
    }
}

/// The schema's `W3cTraceContext`.
public struct W3cTraceContext: JSONCodable {
    public var traceparent: Presence<String>
    public var tracestate: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        traceparent: Presence<String> = .absent, tracestate: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.traceparent = traceparent
        self.tracestate = tracestate
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.traceparent = try members.presence("traceparent")
        self.tracestate = try members.presence("tracestate")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("traceparent", traceparent)
        members.setPresence("tracestate", tracestate)
        return .object(members)
    }
}

/// The schema's `WebSearchAction`.
public indirect enum WebSearchAction: JSONCodable {
    case search(WebSearchAction.Search)
    case openPage(WebSearchAction.OpenPage)
    case findInPage(WebSearchAction.FindInPage)
    case other(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "search": self = .search(try WebSearchAction.Search(json: json))
        case "openPage": self = .openPage(try WebSearchAction.OpenPage(json: json))
        case "findInPage": self = .findInPage(try WebSearchAction.FindInPage(json: json))
        case "other": self = .other(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .search(let payload): payload.json.tagged("type", "search")
        case .openPage(let payload): payload.json.tagged("type", "openPage")
        case .findInPage(let payload): payload.json.tagged("type", "findInPage")
        case .other(let payload): payload.json.tagged("type", "other")
        case .unknown(let json): json
        }
    }
}

extension WebSearchAction {
    /// The schema's `WebSearchAction.FindInPage`.
    public struct FindInPage: JSONCodable {
        public var pattern: Presence<String>
        public var url: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            pattern: Presence<String> = .absent, url: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.pattern = pattern
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.pattern = try members.presence("pattern")
            self.url = try members.presence("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("pattern", pattern)
            members.setPresence("url", url)
            return .object(members)
        }
    }
}

extension WebSearchAction {
    /// The schema's `WebSearchAction.OpenPage`.
    public struct OpenPage: JSONCodable {
        public var url: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(url: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.url = try members.presence("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("url", url)
            return .object(members)
        }
    }
}

extension WebSearchAction {
    /// The schema's `WebSearchAction.Search`.
    public struct Search: JSONCodable {
        public var queries: Presence<[String]>
        public var query: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            queries: Presence<[String]> = .absent, query: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.queries = queries
            self.query = query
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.queries = try members.presence("queries")
            self.query = try members.presence("query")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("queries", queries)
            members.setPresence("query", query)
            return .object(members)
        }
    }
}

/// The schema's `WebSearchMode`.
public enum WebSearchMode: OpenEnum {
    case disabled
    case cached
    case indexed
    case live
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "disabled": self = .disabled
        case "cached": self = .cached
        case "indexed": self = .indexed
        case "live": self = .live
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .disabled: "disabled"
        case .cached: "cached"
        case .indexed: "indexed"
        case .live: "live"
        case .unknown(let word): word
        }
    }
}
