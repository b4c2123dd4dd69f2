// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ApplicationNetworkRequirements`.
public struct ApplicationNetworkRequirements: JSONCodable {
    public var domains: [String: NetworkDomainPermission]
    public var enabled: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(domains: [String: NetworkDomainPermission], enabled: Bool, additional: [String: JSONValue] = [:]) {
        self.domains = domains
        self.enabled = enabled
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.domains = try members.required("domains")
        self.enabled = try members.required("enabled")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("domains", domains)
        members.set("enabled", enabled)
        return .object(members)
    }
}

/// The schema's `ApplicationRequirements`.
public struct ApplicationRequirements: JSONCodable {
    public var network: Presence<ApplicationNetworkRequirements>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(network: Presence<ApplicationNetworkRequirements> = .absent, additional: [String: JSONValue] = [:]) {
        self.network = network
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.network = try members.presence("network")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("network", network)
        return .object(members)
    }
}

/// The schema's `AutoReviewRequirements`.
public struct AutoReviewRequirements: JSONCodable {
    public var ignoreRules: Presence<[String]>
    public var requiredOnModels: Presence<[String]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        ignoreRules: Presence<[String]> = .absent, requiredOnModels: Presence<[String]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.ignoreRules = ignoreRules
        self.requiredOnModels = requiredOnModels
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.ignoreRules = try members.presence("ignoreRules")
        self.requiredOnModels = try members.presence("requiredOnModels")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("ignoreRules", ignoreRules)
        members.setPresence("requiredOnModels", requiredOnModels)
        return .object(members)
    }
}

/// The schema's `BrowserUseAccessApprovalLifetime`.
public enum BrowserUseAccessApprovalLifetime: OpenEnum {
    case turn
    case thread
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "turn": self = .turn
        case "thread": self = .thread
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .turn: "turn"
        case .thread: "thread"
        case .unknown(let word): word
        }
    }
}

/// The schema's `BrowserUseExtensionRequirements`.
public struct BrowserUseExtensionRequirements: JSONCodable {
    public var requestHeaders: Presence<[RequestHeader]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(requestHeaders: Presence<[RequestHeader]> = .absent, additional: [String: JSONValue] = [:]) {
        self.requestHeaders = requestHeaders
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.requestHeaders = try members.presence("requestHeaders")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("requestHeaders", requestHeaders)
        return .object(members)
    }
}

/// The schema's `BrowserUseOriginPolicy`.
public struct BrowserUseOriginPolicy: JSONCodable {
    public var access: Presence<AllowDenyRequirement>
    public var accessApprovalLifetime: Presence<BrowserUseAccessApprovalLifetime>
    public var autoReview: Presence<AllowDenyRequirement>
    public var downloads: Presence<AllowDenyRequirement>
    public var fullCdpAccess: Presence<AllowDenyRequirement>
    public var persistentApproval: Presence<Bool>
    public var uploads: Presence<AllowDenyRequirement>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        access: Presence<AllowDenyRequirement> = .absent,
        accessApprovalLifetime: Presence<BrowserUseAccessApprovalLifetime> = .absent,
        autoReview: Presence<AllowDenyRequirement> = .absent, downloads: Presence<AllowDenyRequirement> = .absent,
        fullCdpAccess: Presence<AllowDenyRequirement> = .absent, persistentApproval: Presence<Bool> = .absent,
        uploads: Presence<AllowDenyRequirement> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.access = access
        self.accessApprovalLifetime = accessApprovalLifetime
        self.autoReview = autoReview
        self.downloads = downloads
        self.fullCdpAccess = fullCdpAccess
        self.persistentApproval = persistentApproval
        self.uploads = uploads
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.access = try members.presence("access")
        self.accessApprovalLifetime = try members.presence("accessApprovalLifetime")
        self.autoReview = try members.presence("autoReview")
        self.downloads = try members.presence("downloads")
        self.fullCdpAccess = try members.presence("fullCdpAccess")
        self.persistentApproval = try members.presence("persistentApproval")
        self.uploads = try members.presence("uploads")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("access", access)
        members.setPresence("accessApprovalLifetime", accessApprovalLifetime)
        members.setPresence("autoReview", autoReview)
        members.setPresence("downloads", downloads)
        members.setPresence("fullCdpAccess", fullCdpAccess)
        members.setPresence("persistentApproval", persistentApproval)
        members.setPresence("uploads", uploads)
        return .object(members)
    }
}

/// The schema's `BrowserUseRequirements`.
public struct BrowserUseRequirements: JSONCodable {
    public var allowGlobalPersistentApproval: Presence<Bool>
    public var allowHistoryAccess: Presence<Bool>
    public var allowWebmcp: Presence<Bool>
    public var defaultOriginPolicy: Presence<BrowserUseOriginPolicy>
    public var disableAutoReview: Presence<Bool>
    public var `extension`: Presence<BrowserUseExtensionRequirements>
    public var origins: Presence<[String: BrowserUseOriginPolicy]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        allowGlobalPersistentApproval: Presence<Bool> = .absent, allowHistoryAccess: Presence<Bool> = .absent,
        allowWebmcp: Presence<Bool> = .absent, defaultOriginPolicy: Presence<BrowserUseOriginPolicy> = .absent,
        disableAutoReview: Presence<Bool> = .absent, `extension`: Presence<BrowserUseExtensionRequirements> = .absent,
        origins: Presence<[String: BrowserUseOriginPolicy]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.allowGlobalPersistentApproval = allowGlobalPersistentApproval
        self.allowHistoryAccess = allowHistoryAccess
        self.allowWebmcp = allowWebmcp
        self.defaultOriginPolicy = defaultOriginPolicy
        self.disableAutoReview = disableAutoReview
        self.extension = `extension`
        self.origins = origins
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowGlobalPersistentApproval = try members.presence("allowGlobalPersistentApproval")
        self.allowHistoryAccess = try members.presence("allowHistoryAccess")
        self.allowWebmcp = try members.presence("allowWebmcp")
        self.defaultOriginPolicy = try members.presence("defaultOriginPolicy")
        self.disableAutoReview = try members.presence("disableAutoReview")
        self.extension = try members.presence("extension")
        self.origins = try members.presence("origins")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("allowGlobalPersistentApproval", allowGlobalPersistentApproval)
        members.setPresence("allowHistoryAccess", allowHistoryAccess)
        members.setPresence("allowWebmcp", allowWebmcp)
        members.setPresence("defaultOriginPolicy", defaultOriginPolicy)
        members.setPresence("disableAutoReview", disableAutoReview)
        members.setPresence("extension", `extension`)
        members.setPresence("origins", origins)
        return .object(members)
    }
}

/// The schema's `CliAuthCredentialsStoreMode`.
public enum CliAuthCredentialsStoreMode: OpenEnum {
    case file
    case keyring
    case auto
    case ephemeral
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "file": self = .file
        case "keyring": self = .keyring
        case "auto": self = .auto
        case "ephemeral": self = .ephemeral
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .file: "file"
        case .keyring: "keyring"
        case .auto: "auto"
        case .ephemeral: "ephemeral"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ComputerUseMacosRequirements`.
public struct ComputerUseMacosRequirements: JSONCodable {
    public var bundleIds: Presence<[String: AllowDenyRequirement]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(bundleIds: Presence<[String: AllowDenyRequirement]> = .absent, additional: [String: JSONValue] = [:]) {
        self.bundleIds = bundleIds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.bundleIds = try members.presence("bundleIds")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("bundleIds", bundleIds)
        return .object(members)
    }
}

/// The schema's `ComputerUseRequirements`.
public struct ComputerUseRequirements: JSONCodable {
    public var allowLockedComputerUse: Presence<Bool>
    public var allowPersistentApproval: Presence<Bool>
    public var defaultAppAccess: Presence<AllowDenyRequirement>
    public var macos: Presence<ComputerUseMacosRequirements>
    public var windows: Presence<ComputerUseWindowsRequirements>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        allowLockedComputerUse: Presence<Bool> = .absent, allowPersistentApproval: Presence<Bool> = .absent,
        defaultAppAccess: Presence<AllowDenyRequirement> = .absent,
        macos: Presence<ComputerUseMacosRequirements> = .absent,
        windows: Presence<ComputerUseWindowsRequirements> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.allowLockedComputerUse = allowLockedComputerUse
        self.allowPersistentApproval = allowPersistentApproval
        self.defaultAppAccess = defaultAppAccess
        self.macos = macos
        self.windows = windows
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowLockedComputerUse = try members.presence("allowLockedComputerUse")
        self.allowPersistentApproval = try members.presence("allowPersistentApproval")
        self.defaultAppAccess = try members.presence("defaultAppAccess")
        self.macos = try members.presence("macos")
        self.windows = try members.presence("windows")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("allowLockedComputerUse", allowLockedComputerUse)
        members.setPresence("allowPersistentApproval", allowPersistentApproval)
        members.setPresence("defaultAppAccess", defaultAppAccess)
        members.setPresence("macos", macos)
        members.setPresence("windows", windows)
        return .object(members)
    }
}

/// The schema's `ComputerUseWindowsExeRequirement`.
public struct ComputerUseWindowsExeRequirement: JSONCodable {
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
        self.binaryName = try members.presence("binaryName")
        self.productName = try members.required("productName")
        self.publisherName = try members.required("publisherName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("access", access)
        members.setPresence("binaryName", binaryName)
        members.set("productName", productName)
        members.set("publisherName", publisherName)
        return .object(members)
    }
}

/// The schema's `ComputerUseWindowsRequirements`.
public struct ComputerUseWindowsRequirements: JSONCodable {
    public var aumids: Presence<[String: AllowDenyRequirement]>
    public var exes: Presence<[ComputerUseWindowsExeRequirement]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        aumids: Presence<[String: AllowDenyRequirement]> = .absent,
        exes: Presence<[ComputerUseWindowsExeRequirement]> = .absent, additional: [String: JSONValue] = [:]
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

/// The schema's `ConfigRequirements`.
public struct ConfigRequirements: JSONCodable {
    public var additionalDeveloperInstructions: Presence<String>
    public var allowAppshots: Presence<Bool>
    public var allowBrowserAndComputerUse: Presence<Bool>
    public var allowLoginShell: Presence<Bool>
    public var allowManagedHooksOnly: Presence<Bool>
    public var allowRemoteControl: Presence<Bool>
    public var allowedApprovalPolicies: Presence<[AskForApproval]>
    public var allowedApprovalsReviewers: Presence<[ApprovalsReviewer]>
    public var allowedLoginMethods: Presence<[ForcedLoginMethod]>
    public var allowedPermissionProfiles: Presence<[String: Bool]>
    public var allowedSandboxModes: Presence<[SandboxMode]>
    public var allowedWebSearchModes: Presence<[WebSearchMode]>
    public var allowedWindowsSandboxImplementations: Presence<[WindowsSandboxImplementation]>
    public var application: Presence<ApplicationRequirements>
    public var autoReview: Presence<AutoReviewRequirements>
    public var browserUse: Presence<BrowserUseRequirements>
    public var chatgptBaseUrl: Presence<String>
    public var checkForUpdateOnStartup: Presence<Bool>
    public var cliAuthCredentialsStore: Presence<CliAuthCredentialsStoreMode>
    public var computerUse: Presence<ComputerUseRequirements>
    public var defaultPermissions: Presence<String>
    public var enforceResidency: Presence<ResidencyRequirement>
    public var featureRequirements: Presence<[String: Bool]>
    public var feedback: Presence<FeedbackRequirements>
    public var hooks: Presence<ManagedHooksRequirements>
    public var inAppBrowser: Presence<InAppBrowserRequirements>
    public var logDir: Presence<String>
    public var modelCatalogJson: Presence<String>
    public var modelProvider: Presence<String>
    public var modelProviders: Presence<[String: JSONValue]>
    public var models: Presence<ModelsRequirements>
    public var network: Presence<NetworkRequirements>
    public var sqliteHome: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        additionalDeveloperInstructions: Presence<String> = .absent, allowAppshots: Presence<Bool> = .absent,
        allowBrowserAndComputerUse: Presence<Bool> = .absent, allowLoginShell: Presence<Bool> = .absent,
        allowManagedHooksOnly: Presence<Bool> = .absent, allowRemoteControl: Presence<Bool> = .absent,
        allowedApprovalPolicies: Presence<[AskForApproval]> = .absent,
        allowedApprovalsReviewers: Presence<[ApprovalsReviewer]> = .absent,
        allowedLoginMethods: Presence<[ForcedLoginMethod]> = .absent,
        allowedPermissionProfiles: Presence<[String: Bool]> = .absent,
        allowedSandboxModes: Presence<[SandboxMode]> = .absent,
        allowedWebSearchModes: Presence<[WebSearchMode]> = .absent,
        allowedWindowsSandboxImplementations: Presence<[WindowsSandboxImplementation]> = .absent,
        application: Presence<ApplicationRequirements> = .absent,
        autoReview: Presence<AutoReviewRequirements> = .absent, browserUse: Presence<BrowserUseRequirements> = .absent,
        chatgptBaseUrl: Presence<String> = .absent, checkForUpdateOnStartup: Presence<Bool> = .absent,
        cliAuthCredentialsStore: Presence<CliAuthCredentialsStoreMode> = .absent,
        computerUse: Presence<ComputerUseRequirements> = .absent, defaultPermissions: Presence<String> = .absent,
        enforceResidency: Presence<ResidencyRequirement> = .absent,
        featureRequirements: Presence<[String: Bool]> = .absent, feedback: Presence<FeedbackRequirements> = .absent,
        hooks: Presence<ManagedHooksRequirements> = .absent, inAppBrowser: Presence<InAppBrowserRequirements> = .absent,
        logDir: Presence<String> = .absent, modelCatalogJson: Presence<String> = .absent,
        modelProvider: Presence<String> = .absent, modelProviders: Presence<[String: JSONValue]> = .absent,
        models: Presence<ModelsRequirements> = .absent, network: Presence<NetworkRequirements> = .absent,
        sqliteHome: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.additionalDeveloperInstructions = additionalDeveloperInstructions
        self.allowAppshots = allowAppshots
        self.allowBrowserAndComputerUse = allowBrowserAndComputerUse
        self.allowLoginShell = allowLoginShell
        self.allowManagedHooksOnly = allowManagedHooksOnly
        self.allowRemoteControl = allowRemoteControl
        self.allowedApprovalPolicies = allowedApprovalPolicies
        self.allowedApprovalsReviewers = allowedApprovalsReviewers
        self.allowedLoginMethods = allowedLoginMethods
        self.allowedPermissionProfiles = allowedPermissionProfiles
        self.allowedSandboxModes = allowedSandboxModes
        self.allowedWebSearchModes = allowedWebSearchModes
        self.allowedWindowsSandboxImplementations = allowedWindowsSandboxImplementations
        self.application = application
        self.autoReview = autoReview
        self.browserUse = browserUse
        self.chatgptBaseUrl = chatgptBaseUrl
        self.checkForUpdateOnStartup = checkForUpdateOnStartup
        self.cliAuthCredentialsStore = cliAuthCredentialsStore
        self.computerUse = computerUse
        self.defaultPermissions = defaultPermissions
        self.enforceResidency = enforceResidency
        self.featureRequirements = featureRequirements
        self.feedback = feedback
        self.hooks = hooks
        self.inAppBrowser = inAppBrowser
        self.logDir = logDir
        self.modelCatalogJson = modelCatalogJson
        self.modelProvider = modelProvider
        self.modelProviders = modelProviders
        self.models = models
        self.network = network
        self.sqliteHome = sqliteHome
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.additionalDeveloperInstructions = try members.presence("additionalDeveloperInstructions")
        self.allowAppshots = try members.presence("allowAppshots")
        self.allowBrowserAndComputerUse = try members.presence("allowBrowserAndComputerUse")
        self.allowLoginShell = try members.presence("allowLoginShell")
        self.allowManagedHooksOnly = try members.presence("allowManagedHooksOnly")
        self.allowRemoteControl = try members.presence("allowRemoteControl")
        self.allowedApprovalPolicies = try members.presence("allowedApprovalPolicies")
        self.allowedApprovalsReviewers = try members.presence("allowedApprovalsReviewers")
        self.allowedLoginMethods = try members.presence("allowedLoginMethods")
        self.allowedPermissionProfiles = try members.presence("allowedPermissionProfiles")
        self.allowedSandboxModes = try members.presence("allowedSandboxModes")
        self.allowedWebSearchModes = try members.presence("allowedWebSearchModes")
        self.allowedWindowsSandboxImplementations = try members.presence("allowedWindowsSandboxImplementations")
        self.application = try members.presence("application")
        self.autoReview = try members.presence("autoReview")
        self.browserUse = try members.presence("browserUse")
        self.chatgptBaseUrl = try members.presence("chatgptBaseUrl")
        self.checkForUpdateOnStartup = try members.presence("checkForUpdateOnStartup")
        self.cliAuthCredentialsStore = try members.presence("cliAuthCredentialsStore")
        self.computerUse = try members.presence("computerUse")
        self.defaultPermissions = try members.presence("defaultPermissions")
        self.enforceResidency = try members.presence("enforceResidency")
        self.featureRequirements = try members.presence("featureRequirements")
        self.feedback = try members.presence("feedback")
        self.hooks = try members.presence("hooks")
        self.inAppBrowser = try members.presence("inAppBrowser")
        self.logDir = try members.presence("logDir")
        self.modelCatalogJson = try members.presence("modelCatalogJson")
        self.modelProvider = try members.presence("modelProvider")
        self.modelProviders = try members.presence("modelProviders")
        self.models = try members.presence("models")
        self.network = try members.presence("network")
        self.sqliteHome = try members.presence("sqliteHome")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("additionalDeveloperInstructions", additionalDeveloperInstructions)
        members.setPresence("allowAppshots", allowAppshots)
        members.setPresence("allowBrowserAndComputerUse", allowBrowserAndComputerUse)
        members.setPresence("allowLoginShell", allowLoginShell)
        members.setPresence("allowManagedHooksOnly", allowManagedHooksOnly)
        members.setPresence("allowRemoteControl", allowRemoteControl)
        members.setPresence("allowedApprovalPolicies", allowedApprovalPolicies)
        members.setPresence("allowedApprovalsReviewers", allowedApprovalsReviewers)
        members.setPresence("allowedLoginMethods", allowedLoginMethods)
        members.setPresence("allowedPermissionProfiles", allowedPermissionProfiles)
        members.setPresence("allowedSandboxModes", allowedSandboxModes)
        members.setPresence("allowedWebSearchModes", allowedWebSearchModes)
        members.setPresence("allowedWindowsSandboxImplementations", allowedWindowsSandboxImplementations)
        members.setPresence("application", application)
        members.setPresence("autoReview", autoReview)
        members.setPresence("browserUse", browserUse)
        members.setPresence("chatgptBaseUrl", chatgptBaseUrl)
        members.setPresence("checkForUpdateOnStartup", checkForUpdateOnStartup)
        members.setPresence("cliAuthCredentialsStore", cliAuthCredentialsStore)
        members.setPresence("computerUse", computerUse)
        members.setPresence("defaultPermissions", defaultPermissions)
        members.setPresence("enforceResidency", enforceResidency)
        members.setPresence("featureRequirements", featureRequirements)
        members.setPresence("feedback", feedback)
        members.setPresence("hooks", hooks)
        members.setPresence("inAppBrowser", inAppBrowser)
        members.setPresence("logDir", logDir)
        members.setPresence("modelCatalogJson", modelCatalogJson)
        members.setPresence("modelProvider", modelProvider)
        members.setPresence("modelProviders", modelProviders)
        members.setPresence("models", models)
        members.setPresence("network", network)
        members.setPresence("sqliteHome", sqliteHome)
        return .object(members)
    }
}

/// What `configRequirements/read` asks. Stable.
public struct ConfigRequirementsReadParams: ClientRequestParams {
    public typealias Response = ConfigRequirementsReadResponse
    public static let method = "configRequirements/read"

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

/// What is answered to `configRequirements/read`.
public struct ConfigRequirementsReadResponse: JSONCodable {
    public var requirements: Presence<ConfigRequirements>
    public var supportsIndependentSpeedModes: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        requirements: Presence<ConfigRequirements> = .absent, supportsIndependentSpeedModes: Presence<Bool> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.requirements = requirements
        self.supportsIndependentSpeedModes = supportsIndependentSpeedModes
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.requirements = try members.presence("requirements")
        self.supportsIndependentSpeedModes = try members.presence("supportsIndependentSpeedModes")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("requirements", requirements)
        members.setPresence("supportsIndependentSpeedModes", supportsIndependentSpeedModes)
        return .object(members)
    }
}

/// The schema's `ConfiguredHookHandler`.
public indirect enum ConfiguredHookHandler: JSONCodable {
    case command(ConfiguredHookHandler.Command)
    case mcpTool(ConfiguredHookHandler.McpTool)
    case prompt(NoMembers = NoMembers())
    case agent(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "command": self = .command(try ConfiguredHookHandler.Command(json: json))
        case "mcp_tool": self = .mcpTool(try ConfiguredHookHandler.McpTool(json: json))
        case "prompt": self = .prompt(try NoMembers(json: json, tag: "type"))
        case "agent": self = .agent(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .command(let payload): payload.json.tagged("type", "command")
        case .mcpTool(let payload): payload.json.tagged("type", "mcp_tool")
        case .prompt(let payload): payload.json.tagged("type", "prompt")
        case .agent(let payload): payload.json.tagged("type", "agent")
        case .unknown(let json): json
        }
    }
}

extension ConfiguredHookHandler {
    /// The schema's `ConfiguredHookHandler.Command`.
    public struct Command: JSONCodable {
        public var additionalContextLimit: Presence<Int>
        public var async: Bool
        public var command: String
        public var commandWindows: Presence<String>
        public var statusMessage: Presence<String>
        public var timeoutSec: Presence<UInt64>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            additionalContextLimit: Presence<Int> = .absent, async: Bool, command: String,
            commandWindows: Presence<String> = .absent, statusMessage: Presence<String> = .absent,
            timeoutSec: Presence<UInt64> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.additionalContextLimit = additionalContextLimit
            self.async = async
            self.command = command
            self.commandWindows = commandWindows
            self.statusMessage = statusMessage
            self.timeoutSec = timeoutSec
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.additionalContextLimit = try members.presence("additionalContextLimit")
            self.async = try members.required("async")
            self.command = try members.required("command")
            self.commandWindows = try members.presence("commandWindows")
            self.statusMessage = try members.presence("statusMessage")
            self.timeoutSec = try members.presence("timeoutSec")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("additionalContextLimit", additionalContextLimit)
            members.set("async", async)
            members.set("command", command)
            members.setPresence("commandWindows", commandWindows)
            members.setPresence("statusMessage", statusMessage)
            members.setPresence("timeoutSec", timeoutSec)
            return .object(members)
        }
    }
}

extension ConfiguredHookHandler {
    /// The schema's `ConfiguredHookHandler.McpTool`.
    public struct McpTool: JSONCodable {
        public var input: [String: JSONValue]
        public var server: String
        public var statusMessage: Presence<String>
        public var timeoutSec: Presence<UInt64>
        public var tool: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            input: [String: JSONValue], server: String, statusMessage: Presence<String> = .absent,
            timeoutSec: Presence<UInt64> = .absent, tool: String, additional: [String: JSONValue] = [:]
        ) {
            self.input = input
            self.server = server
            self.statusMessage = statusMessage
            self.timeoutSec = timeoutSec
            self.tool = tool
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.input = try members.required("input")
            self.server = try members.required("server")
            self.statusMessage = try members.presence("statusMessage")
            self.timeoutSec = try members.presence("timeoutSec")
            self.tool = try members.required("tool")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("input", input)
            members.set("server", server)
            members.setPresence("statusMessage", statusMessage)
            members.setPresence("timeoutSec", timeoutSec)
            members.set("tool", tool)
            return .object(members)
        }
    }
}

/// The schema's `ConfiguredHookMatcherGroup`.
public struct ConfiguredHookMatcherGroup: JSONCodable {
    public var hooks: [ConfiguredHookHandler]
    public var matcher: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        hooks: [ConfiguredHookHandler], matcher: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.hooks = hooks
        self.matcher = matcher
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.hooks = try members.required("hooks")
        self.matcher = try members.presence("matcher")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("hooks", hooks)
        members.setPresence("matcher", matcher)
        return .object(members)
    }
}

/// The schema's `FeedbackRequirements`.
public struct FeedbackRequirements: JSONCodable {
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

/// The schema's `InAppBrowserRequirements`.
public struct InAppBrowserRequirements: JSONCodable {
    public var allowExternalBrowserSettingsImport: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(allowExternalBrowserSettingsImport: Presence<Bool> = .absent, additional: [String: JSONValue] = [:]) {
        self.allowExternalBrowserSettingsImport = allowExternalBrowserSettingsImport
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowExternalBrowserSettingsImport = try members.presence("allowExternalBrowserSettingsImport")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("allowExternalBrowserSettingsImport", allowExternalBrowserSettingsImport)
        return .object(members)
    }
}

/// The schema's `ManagedHooksRequirements`.
public struct ManagedHooksRequirements: JSONCodable {
    public var interrupt: [ConfiguredHookMatcherGroup]?
    public var permissionRequest: [ConfiguredHookMatcherGroup]
    public var postCompact: [ConfiguredHookMatcherGroup]
    public var postToolUse: [ConfiguredHookMatcherGroup]
    public var preCompact: [ConfiguredHookMatcherGroup]
    public var preToolUse: [ConfiguredHookMatcherGroup]
    public var sessionEnd: [ConfiguredHookMatcherGroup]?
    public var sessionStart: [ConfiguredHookMatcherGroup]
    public var stop: [ConfiguredHookMatcherGroup]
    public var subagentStart: [ConfiguredHookMatcherGroup]
    public var subagentStop: [ConfiguredHookMatcherGroup]
    public var userPromptSubmit: [ConfiguredHookMatcherGroup]
    public var managedDir: Presence<String>
    public var windowsManagedDir: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        interrupt: [ConfiguredHookMatcherGroup]? = nil, permissionRequest: [ConfiguredHookMatcherGroup],
        postCompact: [ConfiguredHookMatcherGroup], postToolUse: [ConfiguredHookMatcherGroup],
        preCompact: [ConfiguredHookMatcherGroup], preToolUse: [ConfiguredHookMatcherGroup],
        sessionEnd: [ConfiguredHookMatcherGroup]? = nil, sessionStart: [ConfiguredHookMatcherGroup],
        stop: [ConfiguredHookMatcherGroup], subagentStart: [ConfiguredHookMatcherGroup],
        subagentStop: [ConfiguredHookMatcherGroup], userPromptSubmit: [ConfiguredHookMatcherGroup],
        managedDir: Presence<String> = .absent, windowsManagedDir: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.interrupt = interrupt
        self.permissionRequest = permissionRequest
        self.postCompact = postCompact
        self.postToolUse = postToolUse
        self.preCompact = preCompact
        self.preToolUse = preToolUse
        self.sessionEnd = sessionEnd
        self.sessionStart = sessionStart
        self.stop = stop
        self.subagentStart = subagentStart
        self.subagentStop = subagentStop
        self.userPromptSubmit = userPromptSubmit
        self.managedDir = managedDir
        self.windowsManagedDir = windowsManagedDir
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.interrupt = try members.optional("Interrupt")
        self.permissionRequest = try members.required("PermissionRequest")
        self.postCompact = try members.required("PostCompact")
        self.postToolUse = try members.required("PostToolUse")
        self.preCompact = try members.required("PreCompact")
        self.preToolUse = try members.required("PreToolUse")
        self.sessionEnd = try members.optional("SessionEnd")
        self.sessionStart = try members.required("SessionStart")
        self.stop = try members.required("Stop")
        self.subagentStart = try members.required("SubagentStart")
        self.subagentStop = try members.required("SubagentStop")
        self.userPromptSubmit = try members.required("UserPromptSubmit")
        self.managedDir = try members.presence("managedDir")
        self.windowsManagedDir = try members.presence("windowsManagedDir")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("Interrupt", interrupt)
        members.set("PermissionRequest", permissionRequest)
        members.set("PostCompact", postCompact)
        members.set("PostToolUse", postToolUse)
        members.set("PreCompact", preCompact)
        members.set("PreToolUse", preToolUse)
        members.setOptional("SessionEnd", sessionEnd)
        members.set("SessionStart", sessionStart)
        members.set("Stop", stop)
        members.set("SubagentStart", subagentStart)
        members.set("SubagentStop", subagentStop)
        members.set("UserPromptSubmit", userPromptSubmit)
        members.setPresence("managedDir", managedDir)
        members.setPresence("windowsManagedDir", windowsManagedDir)
        return .object(members)
    }
}

/// The schema's `ModelsRequirements`.
public struct ModelsRequirements: JSONCodable {
    public var newThread: Presence<NewThreadModelDefaults>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(newThread: Presence<NewThreadModelDefaults> = .absent, additional: [String: JSONValue] = [:]) {
        self.newThread = newThread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.newThread = try members.presence("newThread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("newThread", newThread)
        return .object(members)
    }
}

/// The schema's `NetworkDomainPermission`.
public enum NetworkDomainPermission: OpenEnum {
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

/// The schema's `NetworkRequirements`.
public struct NetworkRequirements: JSONCodable {
    public var allowLocalBinding: Presence<Bool>
    public var allowUnixSockets: Presence<[String]>
    public var allowUpstreamProxy: Presence<Bool>
    public var allowedDomains: Presence<[String]>
    public var dangerouslyAllowAllUnixSockets: Presence<Bool>
    public var dangerouslyAllowNonLoopbackProxy: Presence<Bool>
    public var deniedDomains: Presence<[String]>
    public var domains: Presence<[String: NetworkDomainPermission]>
    public var enabled: Presence<Bool>
    public var httpPort: Presence<Int>
    public var managedAllowedDomainsOnly: Presence<Bool>
    public var socksPort: Presence<Int>
    public var unixSockets: Presence<[String: NetworkUnixSocketPermission]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        allowLocalBinding: Presence<Bool> = .absent, allowUnixSockets: Presence<[String]> = .absent,
        allowUpstreamProxy: Presence<Bool> = .absent, allowedDomains: Presence<[String]> = .absent,
        dangerouslyAllowAllUnixSockets: Presence<Bool> = .absent,
        dangerouslyAllowNonLoopbackProxy: Presence<Bool> = .absent, deniedDomains: Presence<[String]> = .absent,
        domains: Presence<[String: NetworkDomainPermission]> = .absent, enabled: Presence<Bool> = .absent,
        httpPort: Presence<Int> = .absent, managedAllowedDomainsOnly: Presence<Bool> = .absent,
        socksPort: Presence<Int> = .absent, unixSockets: Presence<[String: NetworkUnixSocketPermission]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.allowLocalBinding = allowLocalBinding
        self.allowUnixSockets = allowUnixSockets
        self.allowUpstreamProxy = allowUpstreamProxy
        self.allowedDomains = allowedDomains
        self.dangerouslyAllowAllUnixSockets = dangerouslyAllowAllUnixSockets
        self.dangerouslyAllowNonLoopbackProxy = dangerouslyAllowNonLoopbackProxy
        self.deniedDomains = deniedDomains
        self.domains = domains
        self.enabled = enabled
        self.httpPort = httpPort
        self.managedAllowedDomainsOnly = managedAllowedDomainsOnly
        self.socksPort = socksPort
        self.unixSockets = unixSockets
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowLocalBinding = try members.presence("allowLocalBinding")
        self.allowUnixSockets = try members.presence("allowUnixSockets")
        self.allowUpstreamProxy = try members.presence("allowUpstreamProxy")
        self.allowedDomains = try members.presence("allowedDomains")
        self.dangerouslyAllowAllUnixSockets = try members.presence("dangerouslyAllowAllUnixSockets")
        self.dangerouslyAllowNonLoopbackProxy = try members.presence("dangerouslyAllowNonLoopbackProxy")
        self.deniedDomains = try members.presence("deniedDomains")
        self.domains = try members.presence("domains")
        self.enabled = try members.presence("enabled")
        self.httpPort = try members.presence("httpPort")
        self.managedAllowedDomainsOnly = try members.presence("managedAllowedDomainsOnly")
        self.socksPort = try members.presence("socksPort")
        self.unixSockets = try members.presence("unixSockets")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("allowLocalBinding", allowLocalBinding)
        members.setPresence("allowUnixSockets", allowUnixSockets)
        members.setPresence("allowUpstreamProxy", allowUpstreamProxy)
        members.setPresence("allowedDomains", allowedDomains)
        members.setPresence("dangerouslyAllowAllUnixSockets", dangerouslyAllowAllUnixSockets)
        members.setPresence("dangerouslyAllowNonLoopbackProxy", dangerouslyAllowNonLoopbackProxy)
        members.setPresence("deniedDomains", deniedDomains)
        members.setPresence("domains", domains)
        members.setPresence("enabled", enabled)
        members.setPresence("httpPort", httpPort)
        members.setPresence("managedAllowedDomainsOnly", managedAllowedDomainsOnly)
        members.setPresence("socksPort", socksPort)
        members.setPresence("unixSockets", unixSockets)
        return .object(members)
    }
}

/// The schema's `NetworkUnixSocketPermission`.
public enum NetworkUnixSocketPermission: OpenEnum {
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

/// The schema's `NewThreadModelDefaults`.
public struct NewThreadModelDefaults: JSONCodable {
    public var model: Presence<String>
    public var modelReasoningEffort: Presence<ReasoningEffort>
    public var serviceTier: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        model: Presence<String> = .absent, modelReasoningEffort: Presence<ReasoningEffort> = .absent,
        serviceTier: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.model = model
        self.modelReasoningEffort = modelReasoningEffort
        self.serviceTier = serviceTier
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.model = try members.presence("model")
        self.modelReasoningEffort = try members.presence("modelReasoningEffort")
        self.serviceTier = try members.presence("serviceTier")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("model", model)
        members.setPresence("modelReasoningEffort", modelReasoningEffort)
        members.setPresence("serviceTier", serviceTier)
        return .object(members)
    }
}

/// The schema's `RequestHeader`.
public struct RequestHeader: JSONCodable {
    public var name: String
    public var value: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, value: String, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.value = value
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.value = try members.required("value")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("value", value)
        return .object(members)
    }
}

/// The schema's `ResidencyRequirement`.
public enum ResidencyRequirement: OpenEnum {
    case us
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "us": self = .us
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .us: "us"
        case .unknown(let word): word
        }
    }
}

/// The schema's `WindowsSandboxImplementation`.
public enum WindowsSandboxImplementation: OpenEnum {
    case elevated
    case unelevated
    case mxc
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "elevated": self = .elevated
        case "unelevated": self = .unelevated
        case "mxc": self = .mxc
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .elevated: "elevated"
        case .unelevated: "unelevated"
        case .mxc: "mxc"
        case .unknown(let word): word
        }
    }
}
