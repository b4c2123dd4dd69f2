// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `AnalyticsConfig`.
public struct AnalyticsConfig: JSONCodable {
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

/// The schema's `AppToolApproval`.
public enum AppToolApproval: OpenEnum {
    case auto
    case prompt
    case writes
    case approve
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "auto": self = .auto
        case "prompt": self = .prompt
        case "writes": self = .writes
        case "approve": self = .approve
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .auto: "auto"
        case .prompt: "prompt"
        case .writes: "writes"
        case .approve: "approve"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AppsConfig`.
public struct AppsConfig: JSONCodable {
    public var `default`: Presence<AppsDefaultConfig>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(`default`: Presence<AppsDefaultConfig> = .absent, additional: [String: JSONValue] = [:]) {
        self.default = `default`
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.default = try members.presence("_default")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("_default", `default`)
        return .object(members)
    }
}

/// The schema's `AppsDefaultConfig`.
public struct AppsDefaultConfig: JSONCodable {
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var defaultToolsApprovalMode: Presence<AppToolApproval>
    public var destructiveEnabled: Bool?
    public var enabled: Bool?
    public var openWorldEnabled: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalsReviewer: Presence<ApprovalsReviewer> = .absent,
        defaultToolsApprovalMode: Presence<AppToolApproval> = .absent, destructiveEnabled: Bool? = nil,
        enabled: Bool? = nil, openWorldEnabled: Bool? = nil, additional: [String: JSONValue] = [:]
    ) {
        self.approvalsReviewer = approvalsReviewer
        self.defaultToolsApprovalMode = defaultToolsApprovalMode
        self.destructiveEnabled = destructiveEnabled
        self.enabled = enabled
        self.openWorldEnabled = openWorldEnabled
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalsReviewer = try members.presence("approvals_reviewer")
        self.defaultToolsApprovalMode = try members.presence("default_tools_approval_mode")
        self.destructiveEnabled = try members.optional("destructive_enabled")
        self.enabled = try members.optional("enabled")
        self.openWorldEnabled = try members.optional("open_world_enabled")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvals_reviewer", approvalsReviewer)
        members.setPresence("default_tools_approval_mode", defaultToolsApprovalMode)
        members.setOptional("destructive_enabled", destructiveEnabled)
        members.setOptional("enabled", enabled)
        members.setOptional("open_world_enabled", openWorldEnabled)
        return .object(members)
    }
}

/// The schema's `AutoCompactTokenLimitScope`.
public enum AutoCompactTokenLimitScope: OpenEnum {
    case total
    case bodyAfterPrefix
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "total": self = .total
        case "body_after_prefix": self = .bodyAfterPrefix
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .total: "total"
        case .bodyAfterPrefix: "body_after_prefix"
        case .unknown(let word): word
        }
    }
}

/// The schema's `BrowserUseConfig`.
public struct BrowserUseConfig: JSONCodable {
    public var allowHistoryAccess: Presence<Bool>
    public var defaultOriginPolicy: Presence<BrowserUseOriginPolicyConfig>
    public var origins: Presence<[String: BrowserUseOriginPolicyConfig]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        allowHistoryAccess: Presence<Bool> = .absent,
        defaultOriginPolicy: Presence<BrowserUseOriginPolicyConfig> = .absent,
        origins: Presence<[String: BrowserUseOriginPolicyConfig]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.allowHistoryAccess = allowHistoryAccess
        self.defaultOriginPolicy = defaultOriginPolicy
        self.origins = origins
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowHistoryAccess = try members.presence("allow_history_access")
        self.defaultOriginPolicy = try members.presence("default_origin_policy")
        self.origins = try members.presence("origins")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("allow_history_access", allowHistoryAccess)
        members.setPresence("default_origin_policy", defaultOriginPolicy)
        members.setPresence("origins", origins)
        return .object(members)
    }
}

/// The schema's `BrowserUseOriginPolicyConfig`.
public struct BrowserUseOriginPolicyConfig: JSONCodable {
    public var access: Presence<AllowDenyRequirement>
    public var downloads: Presence<AllowDenyRequirement>
    public var fullCdpAccess: Presence<AllowDenyRequirement>
    public var uploads: Presence<AllowDenyRequirement>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        access: Presence<AllowDenyRequirement> = .absent, downloads: Presence<AllowDenyRequirement> = .absent,
        fullCdpAccess: Presence<AllowDenyRequirement> = .absent, uploads: Presence<AllowDenyRequirement> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.access = access
        self.downloads = downloads
        self.fullCdpAccess = fullCdpAccess
        self.uploads = uploads
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.access = try members.presence("access")
        self.downloads = try members.presence("downloads")
        self.fullCdpAccess = try members.presence("full_cdp_access")
        self.uploads = try members.presence("uploads")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("access", access)
        members.setPresence("downloads", downloads)
        members.setPresence("full_cdp_access", fullCdpAccess)
        members.setPresence("uploads", uploads)
        return .object(members)
    }
}

/// The schema's `ComputerUseConfig`.
public struct ComputerUseConfig: JSONCodable {
    public var defaultAppAccess: Presence<AllowDenyRequirement>
    public var macos: Presence<ComputerUseMacosConfig>
    public var windows: Presence<ComputerUseWindowsConfig>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        defaultAppAccess: Presence<AllowDenyRequirement> = .absent, macos: Presence<ComputerUseMacosConfig> = .absent,
        windows: Presence<ComputerUseWindowsConfig> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.defaultAppAccess = defaultAppAccess
        self.macos = macos
        self.windows = windows
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.defaultAppAccess = try members.presence("default_app_access")
        self.macos = try members.presence("macos")
        self.windows = try members.presence("windows")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("default_app_access", defaultAppAccess)
        members.setPresence("macos", macos)
        members.setPresence("windows", windows)
        return .object(members)
    }
}

/// The schema's `ComputerUseMacosConfig`.
public struct ComputerUseMacosConfig: JSONCodable {
    public var bundleIds: Presence<[String: AllowDenyRequirement]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(bundleIds: Presence<[String: AllowDenyRequirement]> = .absent, additional: [String: JSONValue] = [:]) {
        self.bundleIds = bundleIds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.bundleIds = try members.presence("bundle_ids")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("bundle_ids", bundleIds)
        return .object(members)
    }
}

/// The schema's `ComputerUseWindowsConfig`.
public struct ComputerUseWindowsConfig: JSONCodable {
    public var aumids: Presence<[String: AllowDenyRequirement]>
    public var exes: Presence<[ComputerUseWindowsExeConfig]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        aumids: Presence<[String: AllowDenyRequirement]> = .absent,
        exes: Presence<[ComputerUseWindowsExeConfig]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.aumids = aumids
        self.exes = exes
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.aumids = try members.presence("aumids")
        self.exes = try members.presence("exes")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("aumids", aumids)
        members.setPresence("exes", exes)
        return .object(members)
    }
}

/// The schema's `ComputerUseWindowsExeConfig`.
public struct ComputerUseWindowsExeConfig: JSONCodable {
    public var access: AllowDenyRequirement
    public var binaryName: Presence<String>
    public var productName: String
    public var publisherName: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        access: AllowDenyRequirement, binaryName: Presence<String> = .absent, productName: String,
        publisherName: String, additional: [String: JSONValue] = [:]
    ) {
        self.access = access
        self.binaryName = binaryName
        self.productName = productName
        self.publisherName = publisherName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.access = try members.required("access")
        self.binaryName = try members.presence("binary_name")
        self.productName = try members.required("product_name")
        self.publisherName = try members.required("publisher_name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("access", access)
        members.setPresence("binary_name", binaryName)
        members.set("product_name", productName)
        members.set("publisher_name", publisherName)
        return .object(members)
    }
}

/// The schema's `Config`.
public struct Config: JSONCodable {
    public var analytics: Presence<AnalyticsConfig>
    public var approvalPolicy: Presence<AskForApproval>
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var apps: Presence<AppsConfig>
    public var browserUse: Presence<BrowserUseConfig>
    public var compactPrompt: Presence<String>
    public var computerUse: Presence<ComputerUseConfig>
    public var desktop: Presence<[String: JSONValue]>
    public var developerInstructions: Presence<String>
    public var forcedChatgptWorkspaceId: Presence<ForcedChatgptWorkspaceIds>
    public var forcedLoginMethod: Presence<ForcedLoginMethod>
    public var instructions: Presence<String>
    public var model: Presence<String>
    public var modelAutoCompactTokenLimit: Presence<Int>
    public var modelAutoCompactTokenLimitScope: Presence<AutoCompactTokenLimitScope>
    public var modelContextWindow: Presence<Int>
    public var modelProvider: Presence<String>
    public var modelReasoningEffort: Presence<ReasoningEffort>
    public var modelReasoningSummary: Presence<ReasoningSummary>
    public var modelVerbosity: Presence<Verbosity>
    public var reviewModel: Presence<String>
    public var sandboxMode: Presence<SandboxMode>
    public var sandboxWorkspaceWrite: Presence<SandboxWorkspaceWrite>
    public var serviceTier: Presence<String>
    public var tools: Presence<ToolsV2>
    public var webSearch: Presence<WebSearchMode>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        analytics: Presence<AnalyticsConfig> = .absent, approvalPolicy: Presence<AskForApproval> = .absent,
        approvalsReviewer: Presence<ApprovalsReviewer> = .absent, apps: Presence<AppsConfig> = .absent,
        browserUse: Presence<BrowserUseConfig> = .absent, compactPrompt: Presence<String> = .absent,
        computerUse: Presence<ComputerUseConfig> = .absent, desktop: Presence<[String: JSONValue]> = .absent,
        developerInstructions: Presence<String> = .absent,
        forcedChatgptWorkspaceId: Presence<ForcedChatgptWorkspaceIds> = .absent,
        forcedLoginMethod: Presence<ForcedLoginMethod> = .absent, instructions: Presence<String> = .absent,
        model: Presence<String> = .absent, modelAutoCompactTokenLimit: Presence<Int> = .absent,
        modelAutoCompactTokenLimitScope: Presence<AutoCompactTokenLimitScope> = .absent,
        modelContextWindow: Presence<Int> = .absent, modelProvider: Presence<String> = .absent,
        modelReasoningEffort: Presence<ReasoningEffort> = .absent,
        modelReasoningSummary: Presence<ReasoningSummary> = .absent, modelVerbosity: Presence<Verbosity> = .absent,
        reviewModel: Presence<String> = .absent, sandboxMode: Presence<SandboxMode> = .absent,
        sandboxWorkspaceWrite: Presence<SandboxWorkspaceWrite> = .absent, serviceTier: Presence<String> = .absent,
        tools: Presence<ToolsV2> = .absent, webSearch: Presence<WebSearchMode> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.analytics = analytics
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.apps = apps
        self.browserUse = browserUse
        self.compactPrompt = compactPrompt
        self.computerUse = computerUse
        self.desktop = desktop
        self.developerInstructions = developerInstructions
        self.forcedChatgptWorkspaceId = forcedChatgptWorkspaceId
        self.forcedLoginMethod = forcedLoginMethod
        self.instructions = instructions
        self.model = model
        self.modelAutoCompactTokenLimit = modelAutoCompactTokenLimit
        self.modelAutoCompactTokenLimitScope = modelAutoCompactTokenLimitScope
        self.modelContextWindow = modelContextWindow
        self.modelProvider = modelProvider
        self.modelReasoningEffort = modelReasoningEffort
        self.modelReasoningSummary = modelReasoningSummary
        self.modelVerbosity = modelVerbosity
        self.reviewModel = reviewModel
        self.sandboxMode = sandboxMode
        self.sandboxWorkspaceWrite = sandboxWorkspaceWrite
        self.serviceTier = serviceTier
        self.tools = tools
        self.webSearch = webSearch
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.analytics = try members.presence("analytics")
        self.approvalPolicy = try members.presence("approval_policy")
        self.approvalsReviewer = try members.presence("approvals_reviewer")
        self.apps = try members.presence("apps")
        self.browserUse = try members.presence("browser_use")
        self.compactPrompt = try members.presence("compact_prompt")
        self.computerUse = try members.presence("computer_use")
        self.desktop = try members.presence("desktop")
        self.developerInstructions = try members.presence("developer_instructions")
        self.forcedChatgptWorkspaceId = try members.presence("forced_chatgpt_workspace_id")
        self.forcedLoginMethod = try members.presence("forced_login_method")
        self.instructions = try members.presence("instructions")
        self.model = try members.presence("model")
        self.modelAutoCompactTokenLimit = try members.presence("model_auto_compact_token_limit")
        self.modelAutoCompactTokenLimitScope = try members.presence("model_auto_compact_token_limit_scope")
        self.modelContextWindow = try members.presence("model_context_window")
        self.modelProvider = try members.presence("model_provider")
        self.modelReasoningEffort = try members.presence("model_reasoning_effort")
        self.modelReasoningSummary = try members.presence("model_reasoning_summary")
        self.modelVerbosity = try members.presence("model_verbosity")
        self.reviewModel = try members.presence("review_model")
        self.sandboxMode = try members.presence("sandbox_mode")
        self.sandboxWorkspaceWrite = try members.presence("sandbox_workspace_write")
        self.serviceTier = try members.presence("service_tier")
        self.tools = try members.presence("tools")
        self.webSearch = try members.presence("web_search")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("analytics", analytics)
        members.setPresence("approval_policy", approvalPolicy)
        members.setPresence("approvals_reviewer", approvalsReviewer)
        members.setPresence("apps", apps)
        members.setPresence("browser_use", browserUse)
        members.setPresence("compact_prompt", compactPrompt)
        members.setPresence("computer_use", computerUse)
        members.setPresence("desktop", desktop)
        members.setPresence("developer_instructions", developerInstructions)
        members.setPresence("forced_chatgpt_workspace_id", forcedChatgptWorkspaceId)
        members.setPresence("forced_login_method", forcedLoginMethod)
        members.setPresence("instructions", instructions)
        members.setPresence("model", model)
        members.setPresence("model_auto_compact_token_limit", modelAutoCompactTokenLimit)
        members.setPresence("model_auto_compact_token_limit_scope", modelAutoCompactTokenLimitScope)
        members.setPresence("model_context_window", modelContextWindow)
        members.setPresence("model_provider", modelProvider)
        members.setPresence("model_reasoning_effort", modelReasoningEffort)
        members.setPresence("model_reasoning_summary", modelReasoningSummary)
        members.setPresence("model_verbosity", modelVerbosity)
        members.setPresence("review_model", reviewModel)
        members.setPresence("sandbox_mode", sandboxMode)
        members.setPresence("sandbox_workspace_write", sandboxWorkspaceWrite)
        members.setPresence("service_tier", serviceTier)
        members.setPresence("tools", tools)
        members.setPresence("web_search", webSearch)
        return .object(members)
    }
}

/// What `config/batchWrite` asks. Stable.
public struct ConfigBatchWriteParams: ClientRequestParams {
    public typealias Response = ConfigWriteResponse
    public static let method = "config/batchWrite"

    public var edits: [ConfigEdit]
    public var expectedVersion: Presence<String>
    public var filePath: Presence<String>
    public var reloadUserConfig: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        edits: [ConfigEdit], expectedVersion: Presence<String> = .absent, filePath: Presence<String> = .absent,
        reloadUserConfig: Bool? = nil, additional: [String: JSONValue] = [:]
    ) {
        self.edits = edits
        self.expectedVersion = expectedVersion
        self.filePath = filePath
        self.reloadUserConfig = reloadUserConfig
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.edits = try members.required("edits")
        self.expectedVersion = try members.presence("expectedVersion")
        self.filePath = try members.presence("filePath")
        self.reloadUserConfig = try members.optional("reloadUserConfig")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("edits", edits)
        members.setPresence("expectedVersion", expectedVersion)
        members.setPresence("filePath", filePath)
        members.setOptional("reloadUserConfig", reloadUserConfig)
        return .object(members)
    }
}

/// The schema's `ConfigEdit`.
public struct ConfigEdit: JSONCodable {
    public var keyPath: String
    public var mergeStrategy: MergeStrategy
    public var value: JSONValue
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(keyPath: String, mergeStrategy: MergeStrategy, value: JSONValue, additional: [String: JSONValue] = [:])
    {
        self.keyPath = keyPath
        self.mergeStrategy = mergeStrategy
        self.value = value
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.keyPath = try members.required("keyPath")
        self.mergeStrategy = try members.required("mergeStrategy")
        self.value = try members.required("value")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("keyPath", keyPath)
        members.set("mergeStrategy", mergeStrategy)
        members.set("value", value)
        return .object(members)
    }
}

/// The schema's `ConfigLayer`.
public struct ConfigLayer: JSONCodable {
    public var config: JSONValue
    public var disabledReason: Presence<String>
    public var name: ConfigLayerSource
    public var version: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        config: JSONValue, disabledReason: Presence<String> = .absent, name: ConfigLayerSource, version: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.config = config
        self.disabledReason = disabledReason
        self.name = name
        self.version = version
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.config = try members.required("config")
        self.disabledReason = try members.presence("disabledReason")
        self.name = try members.required("name")
        self.version = try members.required("version")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("config", config)
        members.setPresence("disabledReason", disabledReason)
        members.set("name", name)
        members.set("version", version)
        return .object(members)
    }
}

/// The schema's `ConfigLayerMetadata`.
public struct ConfigLayerMetadata: JSONCodable {
    public var name: ConfigLayerSource
    public var version: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: ConfigLayerSource, version: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.version = version
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.version = try members.required("version")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("version", version)
        return .object(members)
    }
}

/// The schema's `ConfigLayerSource`.
public indirect enum ConfigLayerSource: JSONCodable {
    case packagedDefaults(ConfigLayerSource.PackagedDefaults)
    case mdm(ConfigLayerSource.Mdm)
    case system(ConfigLayerSource.System)
    case enterpriseManaged(ConfigLayerSource.EnterpriseManaged)
    case user(ConfigLayerSource.User)
    case project(ConfigLayerSource.Project)
    case sessionFlags(NoMembers = NoMembers())
    case legacyManagedConfigTomlFromFile(ConfigLayerSource.LegacyManagedConfigTomlFromFile)
    case legacyManagedConfigTomlFromMdm(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "packagedDefaults": self = .packagedDefaults(try ConfigLayerSource.PackagedDefaults(json: json))
        case "mdm": self = .mdm(try ConfigLayerSource.Mdm(json: json))
        case "system": self = .system(try ConfigLayerSource.System(json: json))
        case "enterpriseManaged": self = .enterpriseManaged(try ConfigLayerSource.EnterpriseManaged(json: json))
        case "user": self = .user(try ConfigLayerSource.User(json: json))
        case "project": self = .project(try ConfigLayerSource.Project(json: json))
        case "sessionFlags": self = .sessionFlags(try NoMembers(json: json, tag: "type"))
        case "legacyManagedConfigTomlFromFile":
            self = .legacyManagedConfigTomlFromFile(try ConfigLayerSource.LegacyManagedConfigTomlFromFile(json: json))
        case "legacyManagedConfigTomlFromMdm":
            self = .legacyManagedConfigTomlFromMdm(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .packagedDefaults(let payload): payload.json.tagged("type", "packagedDefaults")
        case .mdm(let payload): payload.json.tagged("type", "mdm")
        case .system(let payload): payload.json.tagged("type", "system")
        case .enterpriseManaged(let payload): payload.json.tagged("type", "enterpriseManaged")
        case .user(let payload): payload.json.tagged("type", "user")
        case .project(let payload): payload.json.tagged("type", "project")
        case .sessionFlags(let payload): payload.json.tagged("type", "sessionFlags")
        case .legacyManagedConfigTomlFromFile(let payload):
            payload.json.tagged("type", "legacyManagedConfigTomlFromFile")
        case .legacyManagedConfigTomlFromMdm(let payload): payload.json.tagged("type", "legacyManagedConfigTomlFromMdm")
        case .unknown(let json): json
        }
    }
}

extension ConfigLayerSource {
    /// The schema's `ConfigLayerSource.EnterpriseManaged`.
    public struct EnterpriseManaged: JSONCodable {
        public var id: String
        public var name: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(id: String, name: String, additional: [String: JSONValue] = [:]) {
            self.id = id
            self.name = name
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.required("id")
            self.name = try members.required("name")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("id", id)
            members.set("name", name)
            return .object(members)
        }
    }
}

extension ConfigLayerSource {
    /// The schema's `ConfigLayerSource.LegacyManagedConfigTomlFromFile`.
    public struct LegacyManagedConfigTomlFromFile: JSONCodable {
        public var file: AbsolutePathBuf
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(file: AbsolutePathBuf, additional: [String: JSONValue] = [:]) {
            self.file = file
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.file = try members.required("file")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("file", file)
            return .object(members)
        }
    }
}

extension ConfigLayerSource {
    /// The schema's `ConfigLayerSource.Mdm`.
    public struct Mdm: JSONCodable {
        public var domain: String
        public var key: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(domain: String, key: String, additional: [String: JSONValue] = [:]) {
            self.domain = domain
            self.key = key
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.domain = try members.required("domain")
            self.key = try members.required("key")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("domain", domain)
            members.set("key", key)
            return .object(members)
        }
    }
}

extension ConfigLayerSource {
    /// The schema's `ConfigLayerSource.PackagedDefaults`.
    public struct PackagedDefaults: JSONCodable {
        public var file: AbsolutePathBuf
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(file: AbsolutePathBuf, additional: [String: JSONValue] = [:]) {
            self.file = file
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.file = try members.required("file")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("file", file)
            return .object(members)
        }
    }
}

extension ConfigLayerSource {
    /// The schema's `ConfigLayerSource.Project`.
    public struct Project: JSONCodable {
        public var dotCodexFolder: AbsolutePathBuf
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(dotCodexFolder: AbsolutePathBuf, additional: [String: JSONValue] = [:]) {
            self.dotCodexFolder = dotCodexFolder
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.dotCodexFolder = try members.required("dotCodexFolder")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("dotCodexFolder", dotCodexFolder)
            return .object(members)
        }
    }
}

extension ConfigLayerSource {
    /// The schema's `ConfigLayerSource.System`.
    public struct System: JSONCodable {
        public var file: AbsolutePathBuf
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(file: AbsolutePathBuf, additional: [String: JSONValue] = [:]) {
            self.file = file
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.file = try members.required("file")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("file", file)
            return .object(members)
        }
    }
}

extension ConfigLayerSource {
    /// The schema's `ConfigLayerSource.User`.
    public struct User: JSONCodable {
        public var file: AbsolutePathBuf
        public var profile: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(file: AbsolutePathBuf, profile: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.file = file
            self.profile = profile
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.file = try members.required("file")
            self.profile = try members.presence("profile")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("file", file)
            members.setPresence("profile", profile)
            return .object(members)
        }
    }
}

/// What `config/mcpServer/reload` asks. Stable.
public struct ConfigMcpServerReloadParams: ClientRequestParams {
    public typealias Response = McpServerRefreshResponse
    public static let method = "config/mcpServer/reload"

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

/// What `config/read` asks. Stable.
public struct ConfigReadParams: ClientRequestParams {
    public typealias Response = ConfigReadResponse
    public static let method = "config/read"

    public var cwd: Presence<String>
    public var includeLayers: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cwd: Presence<String> = .absent, includeLayers: Bool? = nil, additional: [String: JSONValue] = [:]) {
        self.cwd = cwd
        self.includeLayers = includeLayers
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwd = try members.presence("cwd")
        self.includeLayers = try members.optional("includeLayers")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwd", cwd)
        members.setOptional("includeLayers", includeLayers)
        return .object(members)
    }
}

/// What is answered to `config/read`.
public struct ConfigReadResponse: JSONCodable {
    public var config: Config
    public var layers: Presence<[ConfigLayer]>
    public var origins: [String: ConfigLayerMetadata]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        config: Config, layers: Presence<[ConfigLayer]> = .absent, origins: [String: ConfigLayerMetadata],
        additional: [String: JSONValue] = [:]
    ) {
        self.config = config
        self.layers = layers
        self.origins = origins
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.config = try members.required("config")
        self.layers = try members.presence("layers")
        self.origins = try members.required("origins")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("config", config)
        members.setPresence("layers", layers)
        members.set("origins", origins)
        return .object(members)
    }
}

/// What `config/value/write` asks. Stable.
public struct ConfigValueWriteParams: ClientRequestParams {
    public typealias Response = ConfigWriteResponse
    public static let method = "config/value/write"

    public var expectedVersion: Presence<String>
    public var filePath: Presence<String>
    public var keyPath: String
    public var mergeStrategy: MergeStrategy
    public var value: JSONValue
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        expectedVersion: Presence<String> = .absent, filePath: Presence<String> = .absent, keyPath: String,
        mergeStrategy: MergeStrategy, value: JSONValue, additional: [String: JSONValue] = [:]
    ) {
        self.expectedVersion = expectedVersion
        self.filePath = filePath
        self.keyPath = keyPath
        self.mergeStrategy = mergeStrategy
        self.value = value
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.expectedVersion = try members.presence("expectedVersion")
        self.filePath = try members.presence("filePath")
        self.keyPath = try members.required("keyPath")
        self.mergeStrategy = try members.required("mergeStrategy")
        self.value = try members.required("value")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("expectedVersion", expectedVersion)
        members.setPresence("filePath", filePath)
        members.set("keyPath", keyPath)
        members.set("mergeStrategy", mergeStrategy)
        members.set("value", value)
        return .object(members)
    }
}

/// What is answered to `config/batchWrite` and `config/value/write`.
public struct ConfigWriteResponse: JSONCodable {
    public var filePath: AbsolutePathBuf
    public var overriddenMetadata: Presence<OverriddenMetadata>
    public var status: WriteStatus
    public var version: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        filePath: AbsolutePathBuf, overriddenMetadata: Presence<OverriddenMetadata> = .absent, status: WriteStatus,
        version: String, additional: [String: JSONValue] = [:]
    ) {
        self.filePath = filePath
        self.overriddenMetadata = overriddenMetadata
        self.status = status
        self.version = version
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.filePath = try members.required("filePath")
        self.overriddenMetadata = try members.presence("overriddenMetadata")
        self.status = try members.required("status")
        self.version = try members.required("version")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("filePath", filePath)
        members.setPresence("overriddenMetadata", overriddenMetadata)
        members.set("status", status)
        members.set("version", version)
        return .object(members)
    }
}

/// The schema's `ForcedChatgptWorkspaceIds`.
public enum ForcedChatgptWorkspaceIds: JSONCodable {
    case string(String)
    case array([String])
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .string: self = .string(try String(json: json))
        case .array: self = .array(try [String](json: json))
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

/// What is answered to `config/mcpServer/reload`.
public struct McpServerRefreshResponse: JSONCodable {
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

/// The schema's `MergeStrategy`.
public enum MergeStrategy: OpenEnum {
    case replace
    case upsert
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "replace": self = .replace
        case "upsert": self = .upsert
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .replace: "replace"
        case .upsert: "upsert"
        case .unknown(let word): word
        }
    }
}

/// The schema's `OverriddenMetadata`.
public struct OverriddenMetadata: JSONCodable {
    public var effectiveValue: JSONValue
    public var message: String
    public var overridingLayer: ConfigLayerMetadata
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        effectiveValue: JSONValue, message: String, overridingLayer: ConfigLayerMetadata,
        additional: [String: JSONValue] = [:]
    ) {
        self.effectiveValue = effectiveValue
        self.message = message
        self.overridingLayer = overridingLayer
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.effectiveValue = try members.required("effectiveValue")
        self.message = try members.required("message")
        self.overridingLayer = try members.required("overridingLayer")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("effectiveValue", effectiveValue)
        members.set("message", message)
        members.set("overridingLayer", overridingLayer)
        return .object(members)
    }
}

/// The schema's `SandboxWorkspaceWrite`.
public struct SandboxWorkspaceWrite: JSONCodable {
    public var excludeSlashTmp: Bool?
    public var excludeTmpdirEnvVar: Bool?
    public var networkAccess: Bool?
    public var writableRoots: [String]?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        excludeSlashTmp: Bool? = nil, excludeTmpdirEnvVar: Bool? = nil, networkAccess: Bool? = nil,
        writableRoots: [String]? = nil, additional: [String: JSONValue] = [:]
    ) {
        self.excludeSlashTmp = excludeSlashTmp
        self.excludeTmpdirEnvVar = excludeTmpdirEnvVar
        self.networkAccess = networkAccess
        self.writableRoots = writableRoots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.excludeSlashTmp = try members.optional("exclude_slash_tmp")
        self.excludeTmpdirEnvVar = try members.optional("exclude_tmpdir_env_var")
        self.networkAccess = try members.optional("network_access")
        self.writableRoots = try members.optional("writable_roots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("exclude_slash_tmp", excludeSlashTmp)
        members.setOptional("exclude_tmpdir_env_var", excludeTmpdirEnvVar)
        members.setOptional("network_access", networkAccess)
        members.setOptional("writable_roots", writableRoots)
        return .object(members)
    }
}

/// The schema's `ToolsV2`.
public struct ToolsV2: JSONCodable {
    public var webSearch: Presence<WebSearchToolConfig>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(webSearch: Presence<WebSearchToolConfig> = .absent, additional: [String: JSONValue] = [:]) {
        self.webSearch = webSearch
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.webSearch = try members.presence("web_search")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("web_search", webSearch)
        return .object(members)
    }
}

/// The schema's `Verbosity`.
public enum Verbosity: OpenEnum {
    case low
    case medium
    case high
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "low": self = .low
        case "medium": self = .medium
        case "high": self = .high
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .unknown(let word): word
        }
    }
}

/// The schema's `WebSearchContextSize`.
public enum WebSearchContextSize: OpenEnum {
    case low
    case medium
    case high
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "low": self = .low
        case "medium": self = .medium
        case "high": self = .high
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .unknown(let word): word
        }
    }
}

/// The schema's `WebSearchLocation`.
public struct WebSearchLocation: JSONCodable {
    public var city: Presence<String>
    public var country: Presence<String>
    public var region: Presence<String>
    public var timezone: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        city: Presence<String> = .absent, country: Presence<String> = .absent, region: Presence<String> = .absent,
        timezone: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.city = city
        self.country = country
        self.region = region
        self.timezone = timezone
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.city = try members.presence("city")
        self.country = try members.presence("country")
        self.region = try members.presence("region")
        self.timezone = try members.presence("timezone")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("city", city)
        members.setPresence("country", country)
        members.setPresence("region", region)
        members.setPresence("timezone", timezone)
        return .object(members)
    }
}

/// The schema's `WebSearchToolConfig`.
public struct WebSearchToolConfig: JSONCodable {
    public var allowedDomains: Presence<[String]>
    public var contextSize: Presence<WebSearchContextSize>
    public var location: Presence<WebSearchLocation>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        allowedDomains: Presence<[String]> = .absent, contextSize: Presence<WebSearchContextSize> = .absent,
        location: Presence<WebSearchLocation> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.allowedDomains = allowedDomains
        self.contextSize = contextSize
        self.location = location
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowedDomains = try members.presence("allowed_domains")
        self.contextSize = try members.presence("context_size")
        self.location = try members.presence("location")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("allowed_domains", allowedDomains)
        members.setPresence("context_size", contextSize)
        members.setPresence("location", location)
        return .object(members)
    }
}

/// The schema's `WriteStatus`.
public enum WriteStatus: OpenEnum {
    case ok
    case okOverridden
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "ok": self = .ok
        case "okOverridden": self = .okOverridden
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .ok: "ok"
        case .okOverridden: "okOverridden"
        case .unknown(let word): word
        }
    }
}
