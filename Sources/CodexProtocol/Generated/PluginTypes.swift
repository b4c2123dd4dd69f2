// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `AppSummary`.
public struct AppSummary: JSONCodable {
    public var category: Presence<String>
    public var description: Presence<String>
    public var id: String
    public var installUrl: Presence<String>
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        category: Presence<String> = .absent, description: Presence<String> = .absent, id: String,
        installUrl: Presence<String> = .absent, name: String, additional: [String: JSONValue] = [:]
    ) {
        self.category = category
        self.description = description
        self.id = id
        self.installUrl = installUrl
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.category = try members.presence("category")
        self.description = try members.presence("description")
        self.id = try members.required("id")
        self.installUrl = try members.presence("installUrl")
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("category", category)
        members.setPresence("description", description)
        members.set("id", id)
        members.setPresence("installUrl", installUrl)
        members.set("name", name)
        return .object(members)
    }
}

/// The schema's `AppTemplateSummary`.
public struct AppTemplateSummary: JSONCodable {
    public var canonicalConnectorId: Presence<String>
    public var category: Presence<String>
    public var description: Presence<String>
    public var logoUrl: Presence<String>
    public var logoUrlDark: Presence<String>
    public var materializedAppIds: [String]
    public var name: String
    public var reason: Presence<AppTemplateUnavailableReason>
    public var templateId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        canonicalConnectorId: Presence<String> = .absent, category: Presence<String> = .absent,
        description: Presence<String> = .absent, logoUrl: Presence<String> = .absent,
        logoUrlDark: Presence<String> = .absent, materializedAppIds: [String], name: String,
        reason: Presence<AppTemplateUnavailableReason> = .absent, templateId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.canonicalConnectorId = canonicalConnectorId
        self.category = category
        self.description = description
        self.logoUrl = logoUrl
        self.logoUrlDark = logoUrlDark
        self.materializedAppIds = materializedAppIds
        self.name = name
        self.reason = reason
        self.templateId = templateId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.canonicalConnectorId = try members.presence("canonicalConnectorId")
        self.category = try members.presence("category")
        self.description = try members.presence("description")
        self.logoUrl = try members.presence("logoUrl")
        self.logoUrlDark = try members.presence("logoUrlDark")
        self.materializedAppIds = try members.required("materializedAppIds")
        self.name = try members.required("name")
        self.reason = try members.presence("reason")
        self.templateId = try members.required("templateId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("canonicalConnectorId", canonicalConnectorId)
        members.setPresence("category", category)
        members.setPresence("description", description)
        members.setPresence("logoUrl", logoUrl)
        members.setPresence("logoUrlDark", logoUrlDark)
        members.set("materializedAppIds", materializedAppIds)
        members.set("name", name)
        members.setPresence("reason", reason)
        members.set("templateId", templateId)
        return .object(members)
    }
}

/// The schema's `AppTemplateUnavailableReason`.
public enum AppTemplateUnavailableReason: OpenEnum {
    case notConfiguredForWorkspace
    case noActiveWorkspace
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "NOT_CONFIGURED_FOR_WORKSPACE": self = .notConfiguredForWorkspace
        case "NO_ACTIVE_WORKSPACE": self = .noActiveWorkspace
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .notConfiguredForWorkspace: "NOT_CONFIGURED_FOR_WORKSPACE"
        case .noActiveWorkspace: "NO_ACTIVE_WORKSPACE"
        case .unknown(let word): word
        }
    }
}

/// The schema's `MarketplaceInterface`.
public struct MarketplaceInterface: JSONCodable {
    public var displayName: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(displayName: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.displayName = displayName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.displayName = try members.presence("displayName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("displayName", displayName)
        return .object(members)
    }
}

/// The schema's `MarketplaceLoadErrorInfo`.
public struct MarketplaceLoadErrorInfo: JSONCodable {
    public var marketplacePath: AbsolutePathBuf
    public var message: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(marketplacePath: AbsolutePathBuf, message: String, additional: [String: JSONValue] = [:]) {
        self.marketplacePath = marketplacePath
        self.message = message
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplacePath = try members.required("marketplacePath")
        self.message = try members.required("message")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("marketplacePath", marketplacePath)
        members.set("message", message)
        return .object(members)
    }
}

/// The schema's `PluginAuthPolicy`.
public enum PluginAuthPolicy: OpenEnum {
    case onInstall
    case onUse
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "ON_INSTALL": self = .onInstall
        case "ON_USE": self = .onUse
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .onInstall: "ON_INSTALL"
        case .onUse: "ON_USE"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PluginAvailability`.
public enum PluginAvailability: OpenEnum {
    case disabledByAdmin
    case available
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "DISABLED_BY_ADMIN": self = .disabledByAdmin
        case "AVAILABLE": self = .available
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .disabledByAdmin: "DISABLED_BY_ADMIN"
        case .available: "AVAILABLE"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PluginDetail`.
public struct PluginDetail: JSONCodable {
    public var appTemplates: [AppTemplateSummary]?
    public var apps: [AppSummary]
    public var description: Presence<String>
    public var hooks: [PluginHookSummary]
    public var marketplaceName: String
    public var marketplacePath: Presence<AbsolutePathBuf>
    public var mcpServers: [String]
    public var onboardingSkill: Presence<SkillSummary>
    public var scheduledTasks: Presence<[ScheduledTaskSummary]>
    public var shareUrl: Presence<String>
    public var skills: [SkillSummary]
    public var summary: PluginSummary
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        appTemplates: [AppTemplateSummary]? = nil, apps: [AppSummary], description: Presence<String> = .absent,
        hooks: [PluginHookSummary], marketplaceName: String, marketplacePath: Presence<AbsolutePathBuf> = .absent,
        mcpServers: [String], onboardingSkill: Presence<SkillSummary> = .absent,
        scheduledTasks: Presence<[ScheduledTaskSummary]> = .absent, shareUrl: Presence<String> = .absent,
        skills: [SkillSummary], summary: PluginSummary, additional: [String: JSONValue] = [:]
    ) {
        self.appTemplates = appTemplates
        self.apps = apps
        self.description = description
        self.hooks = hooks
        self.marketplaceName = marketplaceName
        self.marketplacePath = marketplacePath
        self.mcpServers = mcpServers
        self.onboardingSkill = onboardingSkill
        self.scheduledTasks = scheduledTasks
        self.shareUrl = shareUrl
        self.skills = skills
        self.summary = summary
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appTemplates = try members.optional("appTemplates")
        self.apps = try members.required("apps")
        self.description = try members.presence("description")
        self.hooks = try members.required("hooks")
        self.marketplaceName = try members.required("marketplaceName")
        self.marketplacePath = try members.presence("marketplacePath")
        self.mcpServers = try members.required("mcpServers")
        self.onboardingSkill = try members.presence("onboardingSkill")
        self.scheduledTasks = try members.presence("scheduledTasks")
        self.shareUrl = try members.presence("shareUrl")
        self.skills = try members.required("skills")
        self.summary = try members.required("summary")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("appTemplates", appTemplates)
        members.set("apps", apps)
        members.setPresence("description", description)
        members.set("hooks", hooks)
        members.set("marketplaceName", marketplaceName)
        members.setPresence("marketplacePath", marketplacePath)
        members.set("mcpServers", mcpServers)
        members.setPresence("onboardingSkill", onboardingSkill)
        members.setPresence("scheduledTasks", scheduledTasks)
        members.setPresence("shareUrl", shareUrl)
        members.set("skills", skills)
        members.set("summary", summary)
        return .object(members)
    }
}

/// The schema's `PluginDisabledReason`.
public enum PluginDisabledReason: OpenEnum {
    case disabledByAdmin
    case planNotEligible
    case requiredAppUnavailable
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "disabled_by_admin": self = .disabledByAdmin
        case "plan_not_eligible": self = .planNotEligible
        case "required_app_unavailable": self = .requiredAppUnavailable
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .disabledByAdmin: "disabled_by_admin"
        case .planNotEligible: "plan_not_eligible"
        case .requiredAppUnavailable: "required_app_unavailable"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PluginHookSummary`.
public struct PluginHookSummary: JSONCodable {
    public var eventName: HookEventName
    public var key: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(eventName: HookEventName, key: String, additional: [String: JSONValue] = [:]) {
        self.eventName = eventName
        self.key = key
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.eventName = try members.required("eventName")
        self.key = try members.required("key")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("eventName", eventName)
        members.set("key", key)
        return .object(members)
    }
}

/// What `plugin/install` asks. Stable.
public struct PluginInstallParams: ClientRequestParams {
    public typealias Response = PluginInstallResponse
    public static let method = "plugin/install"

    public var installAttemptId: Presence<String>
    public var marketplacePath: Presence<AbsolutePathBuf>
    public var pluginName: String
    public var remoteMarketplaceName: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        installAttemptId: Presence<String> = .absent, marketplacePath: Presence<AbsolutePathBuf> = .absent,
        pluginName: String, remoteMarketplaceName: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.installAttemptId = installAttemptId
        self.marketplacePath = marketplacePath
        self.pluginName = pluginName
        self.remoteMarketplaceName = remoteMarketplaceName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.installAttemptId = try members.presence("installAttemptId")
        self.marketplacePath = try members.presence("marketplacePath")
        self.pluginName = try members.required("pluginName")
        self.remoteMarketplaceName = try members.presence("remoteMarketplaceName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("installAttemptId", installAttemptId)
        members.setPresence("marketplacePath", marketplacePath)
        members.set("pluginName", pluginName)
        members.setPresence("remoteMarketplaceName", remoteMarketplaceName)
        return .object(members)
    }
}

/// The schema's `PluginInstallPolicy`.
public enum PluginInstallPolicy: OpenEnum {
    case notAvailable
    case available
    case installedByDefault
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "NOT_AVAILABLE": self = .notAvailable
        case "AVAILABLE": self = .available
        case "INSTALLED_BY_DEFAULT": self = .installedByDefault
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .notAvailable: "NOT_AVAILABLE"
        case .available: "AVAILABLE"
        case .installedByDefault: "INSTALLED_BY_DEFAULT"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PluginInstallPolicySource`.
public enum PluginInstallPolicySource: OpenEnum {
    case workspaceSetting
    case implicitCanonicalApp
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "WORKSPACE_SETTING": self = .workspaceSetting
        case "IMPLICIT_CANONICAL_APP": self = .implicitCanonicalApp
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .workspaceSetting: "WORKSPACE_SETTING"
        case .implicitCanonicalApp: "IMPLICIT_CANONICAL_APP"
        case .unknown(let word): word
        }
    }
}

/// What is answered to `plugin/install`.
public struct PluginInstallResponse: JSONCodable {
    public var appsNeedingAuth: [AppSummary]
    public var authPolicy: PluginAuthPolicy
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(appsNeedingAuth: [AppSummary], authPolicy: PluginAuthPolicy, additional: [String: JSONValue] = [:]) {
        self.appsNeedingAuth = appsNeedingAuth
        self.authPolicy = authPolicy
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appsNeedingAuth = try members.required("appsNeedingAuth")
        self.authPolicy = try members.required("authPolicy")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("appsNeedingAuth", appsNeedingAuth)
        members.set("authPolicy", authPolicy)
        return .object(members)
    }
}

/// What `plugin/installed` asks. Stable.
public struct PluginInstalledParams: ClientRequestParams {
    public typealias Response = PluginInstalledResponse
    public static let method = "plugin/installed"

    public var cwds: Presence<[AbsolutePathBuf]>
    public var installSuggestionPluginNames: Presence<[String]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwds: Presence<[AbsolutePathBuf]> = .absent, installSuggestionPluginNames: Presence<[String]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cwds = cwds
        self.installSuggestionPluginNames = installSuggestionPluginNames
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwds = try members.presence("cwds")
        self.installSuggestionPluginNames = try members.presence("installSuggestionPluginNames")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwds", cwds)
        members.setPresence("installSuggestionPluginNames", installSuggestionPluginNames)
        return .object(members)
    }
}

/// What is answered to `plugin/installed`.
public struct PluginInstalledResponse: JSONCodable {
    public var marketplaceLoadErrors: [MarketplaceLoadErrorInfo]?
    public var marketplaces: [PluginMarketplaceEntry]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        marketplaceLoadErrors: [MarketplaceLoadErrorInfo]? = nil, marketplaces: [PluginMarketplaceEntry],
        additional: [String: JSONValue] = [:]
    ) {
        self.marketplaceLoadErrors = marketplaceLoadErrors
        self.marketplaces = marketplaces
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplaceLoadErrors = try members.optional("marketplaceLoadErrors")
        self.marketplaces = try members.required("marketplaces")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("marketplaceLoadErrors", marketplaceLoadErrors)
        members.set("marketplaces", marketplaces)
        return .object(members)
    }
}

/// The schema's `PluginInterface`.
public struct PluginInterface: JSONCodable {
    public var brandColor: Presence<String>
    public var capabilities: [String]
    public var category: Presence<String>
    public var composerIcon: Presence<AbsolutePathBuf>
    public var composerIconUrl: Presence<String>
    public var defaultPrompt: Presence<[String]>
    public var developerName: Presence<String>
    public var displayName: Presence<String>
    public var logo: Presence<AbsolutePathBuf>
    public var logoDark: Presence<AbsolutePathBuf>
    public var logoUrl: Presence<String>
    public var logoUrlDark: Presence<String>
    public var longDescription: Presence<String>
    public var privacyPolicyUrl: Presence<String>
    public var screenshotUrls: [String]
    public var screenshots: [AbsolutePathBuf]
    public var shortDescription: Presence<String>
    public var termsOfServiceUrl: Presence<String>
    public var websiteUrl: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        brandColor: Presence<String> = .absent, capabilities: [String], category: Presence<String> = .absent,
        composerIcon: Presence<AbsolutePathBuf> = .absent, composerIconUrl: Presence<String> = .absent,
        defaultPrompt: Presence<[String]> = .absent, developerName: Presence<String> = .absent,
        displayName: Presence<String> = .absent, logo: Presence<AbsolutePathBuf> = .absent,
        logoDark: Presence<AbsolutePathBuf> = .absent, logoUrl: Presence<String> = .absent,
        logoUrlDark: Presence<String> = .absent, longDescription: Presence<String> = .absent,
        privacyPolicyUrl: Presence<String> = .absent, screenshotUrls: [String], screenshots: [AbsolutePathBuf],
        shortDescription: Presence<String> = .absent, termsOfServiceUrl: Presence<String> = .absent,
        websiteUrl: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.brandColor = brandColor
        self.capabilities = capabilities
        self.category = category
        self.composerIcon = composerIcon
        self.composerIconUrl = composerIconUrl
        self.defaultPrompt = defaultPrompt
        self.developerName = developerName
        self.displayName = displayName
        self.logo = logo
        self.logoDark = logoDark
        self.logoUrl = logoUrl
        self.logoUrlDark = logoUrlDark
        self.longDescription = longDescription
        self.privacyPolicyUrl = privacyPolicyUrl
        self.screenshotUrls = screenshotUrls
        self.screenshots = screenshots
        self.shortDescription = shortDescription
        self.termsOfServiceUrl = termsOfServiceUrl
        self.websiteUrl = websiteUrl
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.brandColor = try members.presence("brandColor")
        self.capabilities = try members.required("capabilities")
        self.category = try members.presence("category")
        self.composerIcon = try members.presence("composerIcon")
        self.composerIconUrl = try members.presence("composerIconUrl")
        self.defaultPrompt = try members.presence("defaultPrompt")
        self.developerName = try members.presence("developerName")
        self.displayName = try members.presence("displayName")
        self.logo = try members.presence("logo")
        self.logoDark = try members.presence("logoDark")
        self.logoUrl = try members.presence("logoUrl")
        self.logoUrlDark = try members.presence("logoUrlDark")
        self.longDescription = try members.presence("longDescription")
        self.privacyPolicyUrl = try members.presence("privacyPolicyUrl")
        self.screenshotUrls = try members.required("screenshotUrls")
        self.screenshots = try members.required("screenshots")
        self.shortDescription = try members.presence("shortDescription")
        self.termsOfServiceUrl = try members.presence("termsOfServiceUrl")
        self.websiteUrl = try members.presence("websiteUrl")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("brandColor", brandColor)
        members.set("capabilities", capabilities)
        members.setPresence("category", category)
        members.setPresence("composerIcon", composerIcon)
        members.setPresence("composerIconUrl", composerIconUrl)
        members.setPresence("defaultPrompt", defaultPrompt)
        members.setPresence("developerName", developerName)
        members.setPresence("displayName", displayName)
        members.setPresence("logo", logo)
        members.setPresence("logoDark", logoDark)
        members.setPresence("logoUrl", logoUrl)
        members.setPresence("logoUrlDark", logoUrlDark)
        members.setPresence("longDescription", longDescription)
        members.setPresence("privacyPolicyUrl", privacyPolicyUrl)
        members.set("screenshotUrls", screenshotUrls)
        members.set("screenshots", screenshots)
        members.setPresence("shortDescription", shortDescription)
        members.setPresence("termsOfServiceUrl", termsOfServiceUrl)
        members.setPresence("websiteUrl", websiteUrl)
        return .object(members)
    }
}

/// The schema's `PluginListMarketplaceKind`.
public enum PluginListMarketplaceKind: OpenEnum {
    case local
    case vertical
    case workspaceDirectory
    case sharedWithMe
    case createdByMeRemote
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "local": self = .local
        case "vertical": self = .vertical
        case "workspace-directory": self = .workspaceDirectory
        case "shared-with-me": self = .sharedWithMe
        case "created-by-me-remote": self = .createdByMeRemote
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .local: "local"
        case .vertical: "vertical"
        case .workspaceDirectory: "workspace-directory"
        case .sharedWithMe: "shared-with-me"
        case .createdByMeRemote: "created-by-me-remote"
        case .unknown(let word): word
        }
    }
}

/// What `plugin/list` asks. Stable.
public struct PluginListParams: ClientRequestParams {
    public typealias Response = PluginListResponse
    public static let method = "plugin/list"

    public var cwds: Presence<[AbsolutePathBuf]>
    public var forceRefetch: Bool?
    public var marketplaceKinds: Presence<[PluginListMarketplaceKind]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cwds: Presence<[AbsolutePathBuf]> = .absent, forceRefetch: Bool? = nil,
        marketplaceKinds: Presence<[PluginListMarketplaceKind]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cwds = cwds
        self.forceRefetch = forceRefetch
        self.marketplaceKinds = marketplaceKinds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cwds = try members.presence("cwds")
        self.forceRefetch = try members.optional("forceRefetch")
        self.marketplaceKinds = try members.presence("marketplaceKinds")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cwds", cwds)
        members.setOptional("forceRefetch", forceRefetch)
        members.setPresence("marketplaceKinds", marketplaceKinds)
        return .object(members)
    }
}

/// What is answered to `plugin/list`.
public struct PluginListResponse: JSONCodable {
    public var featuredPluginIds: [String]?
    public var marketplaceLoadErrors: [MarketplaceLoadErrorInfo]?
    public var marketplaces: [PluginMarketplaceEntry]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        featuredPluginIds: [String]? = nil, marketplaceLoadErrors: [MarketplaceLoadErrorInfo]? = nil,
        marketplaces: [PluginMarketplaceEntry], additional: [String: JSONValue] = [:]
    ) {
        self.featuredPluginIds = featuredPluginIds
        self.marketplaceLoadErrors = marketplaceLoadErrors
        self.marketplaces = marketplaces
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.featuredPluginIds = try members.optional("featuredPluginIds")
        self.marketplaceLoadErrors = try members.optional("marketplaceLoadErrors")
        self.marketplaces = try members.required("marketplaces")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("featuredPluginIds", featuredPluginIds)
        members.setOptional("marketplaceLoadErrors", marketplaceLoadErrors)
        members.set("marketplaces", marketplaces)
        return .object(members)
    }
}

/// The schema's `PluginMarketplaceEntry`.
public struct PluginMarketplaceEntry: JSONCodable {
    public var interface: Presence<MarketplaceInterface>
    public var name: String
    public var path: Presence<AbsolutePathBuf>
    public var plugins: [PluginSummary]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        interface: Presence<MarketplaceInterface> = .absent, name: String, path: Presence<AbsolutePathBuf> = .absent,
        plugins: [PluginSummary], additional: [String: JSONValue] = [:]
    ) {
        self.interface = interface
        self.name = name
        self.path = path
        self.plugins = plugins
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.interface = try members.presence("interface")
        self.name = try members.required("name")
        self.path = try members.presence("path")
        self.plugins = try members.required("plugins")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("interface", interface)
        members.set("name", name)
        members.setPresence("path", path)
        members.set("plugins", plugins)
        return .object(members)
    }
}

/// What `plugin/read` asks. Stable.
public struct PluginReadParams: ClientRequestParams {
    public typealias Response = PluginReadResponse
    public static let method = "plugin/read"

    public var marketplacePath: Presence<AbsolutePathBuf>
    public var pluginName: String
    public var remoteMarketplaceName: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        marketplacePath: Presence<AbsolutePathBuf> = .absent, pluginName: String,
        remoteMarketplaceName: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.marketplacePath = marketplacePath
        self.pluginName = pluginName
        self.remoteMarketplaceName = remoteMarketplaceName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplacePath = try members.presence("marketplacePath")
        self.pluginName = try members.required("pluginName")
        self.remoteMarketplaceName = try members.presence("remoteMarketplaceName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("marketplacePath", marketplacePath)
        members.set("pluginName", pluginName)
        members.setPresence("remoteMarketplaceName", remoteMarketplaceName)
        return .object(members)
    }
}

/// What is answered to `plugin/read`.
public struct PluginReadResponse: JSONCodable {
    public var plugin: PluginDetail
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(plugin: PluginDetail, additional: [String: JSONValue] = [:]) {
        self.plugin = plugin
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.plugin = try members.required("plugin")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("plugin", plugin)
        return .object(members)
    }
}

/// The schema's `PluginReconcileChangedPlugin`.
public struct PluginReconcileChangedPlugin: JSONCodable {
    public var hasApps: Bool
    public var hasHooks: Bool
    public var hasMcps: Bool
    public var hasSkills: Bool
    public var id: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        hasApps: Bool, hasHooks: Bool, hasMcps: Bool, hasSkills: Bool, id: String, additional: [String: JSONValue] = [:]
    ) {
        self.hasApps = hasApps
        self.hasHooks = hasHooks
        self.hasMcps = hasMcps
        self.hasSkills = hasSkills
        self.id = id
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.hasApps = try members.required("hasApps")
        self.hasHooks = try members.required("hasHooks")
        self.hasMcps = try members.required("hasMcps")
        self.hasSkills = try members.required("hasSkills")
        self.id = try members.required("id")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("hasApps", hasApps)
        members.set("hasHooks", hasHooks)
        members.set("hasMcps", hasMcps)
        members.set("hasSkills", hasSkills)
        members.set("id", id)
        return .object(members)
    }
}

/// What `plugin/reconcile` asks. Stable.
public struct PluginReconcileParams: ClientRequestParams {
    public typealias Response = PluginReconcileResponse
    public static let method = "plugin/reconcile"

    public var reason: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(reason: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.reason = reason
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.reason = try members.presence("reason")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("reason", reason)
        return .object(members)
    }
}

/// What is answered to `plugin/reconcile`.
public struct PluginReconcileResponse: JSONCodable {
    public var changedPlugins: [PluginReconcileChangedPlugin]
    public var failedMaterializationRemotePluginIds: [String]
    public var failedRemotePluginIds: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        changedPlugins: [PluginReconcileChangedPlugin], failedMaterializationRemotePluginIds: [String],
        failedRemotePluginIds: [String], additional: [String: JSONValue] = [:]
    ) {
        self.changedPlugins = changedPlugins
        self.failedMaterializationRemotePluginIds = failedMaterializationRemotePluginIds
        self.failedRemotePluginIds = failedRemotePluginIds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.changedPlugins = try members.required("changedPlugins")
        self.failedMaterializationRemotePluginIds = try members.required("failedMaterializationRemotePluginIds")
        self.failedRemotePluginIds = try members.required("failedRemotePluginIds")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("changedPlugins", changedPlugins)
        members.set("failedMaterializationRemotePluginIds", failedMaterializationRemotePluginIds)
        members.set("failedRemotePluginIds", failedRemotePluginIds)
        return .object(members)
    }
}

/// What `plugin/search` asks. Experimental.
public struct PluginSearchParams: ClientRequestParams {
    public typealias Response = PluginSearchResponse
    public static let method = "plugin/search"

    public var cursor: Presence<String>
    public var cwds: Presence<[AbsolutePathBuf]>
    public var limit: Presence<Int>
    public var scope: Presence<PluginSearchScope>
    public var searchTerm: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, cwds: Presence<[AbsolutePathBuf]> = .absent, limit: Presence<Int> = .absent,
        scope: Presence<PluginSearchScope> = .absent, searchTerm: String, additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.cwds = cwds
        self.limit = limit
        self.scope = scope
        self.searchTerm = searchTerm
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.cwds = try members.presence("cwds")
        self.limit = try members.presence("limit")
        self.scope = try members.presence("scope")
        self.searchTerm = try members.required("searchTerm")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("cwds", cwds)
        members.setPresence("limit", limit)
        members.setPresence("scope", scope)
        members.set("searchTerm", searchTerm)
        return .object(members)
    }
}

/// What is answered to `plugin/search`.
public struct PluginSearchResponse: JSONCodable {
    public var data: [PluginSearchResult]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: [PluginSearchResult], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
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

/// The schema's `PluginSearchResult`.
public struct PluginSearchResult: JSONCodable {
    public var marketplaceName: String
    public var marketplacePath: Presence<AbsolutePathBuf>
    public var plugin: PluginSummary
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        marketplaceName: String, marketplacePath: Presence<AbsolutePathBuf> = .absent, plugin: PluginSummary,
        additional: [String: JSONValue] = [:]
    ) {
        self.marketplaceName = marketplaceName
        self.marketplacePath = marketplacePath
        self.plugin = plugin
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplaceName = try members.required("marketplaceName")
        self.marketplacePath = try members.presence("marketplacePath")
        self.plugin = try members.required("plugin")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("marketplaceName", marketplaceName)
        members.setPresence("marketplacePath", marketplacePath)
        members.set("plugin", plugin)
        return .object(members)
    }
}

/// The schema's `PluginSearchScope`.
public enum PluginSearchScope: OpenEnum {
    case global
    case workspace
    case personal
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "global": self = .global
        case "workspace": self = .workspace
        case "personal": self = .personal
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .global: "global"
        case .workspace: "workspace"
        case .personal: "personal"
        case .unknown(let word): word
        }
    }
}

/// What `plugin/share/checkout` asks. Stable.
public struct PluginShareCheckoutParams: ClientRequestParams {
    public typealias Response = PluginShareCheckoutResponse
    public static let method = "plugin/share/checkout"

    public var remotePluginId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(remotePluginId: String, additional: [String: JSONValue] = [:]) {
        self.remotePluginId = remotePluginId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.remotePluginId = try members.required("remotePluginId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("remotePluginId", remotePluginId)
        return .object(members)
    }
}

/// What is answered to `plugin/share/checkout`.
public struct PluginShareCheckoutResponse: JSONCodable {
    public var marketplaceName: String
    public var marketplacePath: AbsolutePathBuf
    public var pluginId: String
    public var pluginName: String
    public var pluginPath: AbsolutePathBuf
    public var remotePluginId: String
    public var remoteVersion: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        marketplaceName: String, marketplacePath: AbsolutePathBuf, pluginId: String, pluginName: String,
        pluginPath: AbsolutePathBuf, remotePluginId: String, remoteVersion: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.marketplaceName = marketplaceName
        self.marketplacePath = marketplacePath
        self.pluginId = pluginId
        self.pluginName = pluginName
        self.pluginPath = pluginPath
        self.remotePluginId = remotePluginId
        self.remoteVersion = remoteVersion
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplaceName = try members.required("marketplaceName")
        self.marketplacePath = try members.required("marketplacePath")
        self.pluginId = try members.required("pluginId")
        self.pluginName = try members.required("pluginName")
        self.pluginPath = try members.required("pluginPath")
        self.remotePluginId = try members.required("remotePluginId")
        self.remoteVersion = try members.presence("remoteVersion")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("marketplaceName", marketplaceName)
        members.set("marketplacePath", marketplacePath)
        members.set("pluginId", pluginId)
        members.set("pluginName", pluginName)
        members.set("pluginPath", pluginPath)
        members.set("remotePluginId", remotePluginId)
        members.setPresence("remoteVersion", remoteVersion)
        return .object(members)
    }
}

/// The schema's `PluginShareContext`.
public struct PluginShareContext: JSONCodable {
    public var canPublishToWorkspace: Presence<Bool>
    public var creatorAccountUserId: Presence<String>
    public var creatorName: Presence<String>
    public var discoverability: Presence<PluginShareDiscoverability>
    public var remotePluginId: String
    public var remoteVersion: Presence<String>
    public var sharePrincipals: Presence<[PluginSharePrincipal]>
    public var shareUrl: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        canPublishToWorkspace: Presence<Bool> = .absent, creatorAccountUserId: Presence<String> = .absent,
        creatorName: Presence<String> = .absent, discoverability: Presence<PluginShareDiscoverability> = .absent,
        remotePluginId: String, remoteVersion: Presence<String> = .absent,
        sharePrincipals: Presence<[PluginSharePrincipal]> = .absent, shareUrl: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.canPublishToWorkspace = canPublishToWorkspace
        self.creatorAccountUserId = creatorAccountUserId
        self.creatorName = creatorName
        self.discoverability = discoverability
        self.remotePluginId = remotePluginId
        self.remoteVersion = remoteVersion
        self.sharePrincipals = sharePrincipals
        self.shareUrl = shareUrl
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.canPublishToWorkspace = try members.presence("canPublishToWorkspace")
        self.creatorAccountUserId = try members.presence("creatorAccountUserId")
        self.creatorName = try members.presence("creatorName")
        self.discoverability = try members.presence("discoverability")
        self.remotePluginId = try members.required("remotePluginId")
        self.remoteVersion = try members.presence("remoteVersion")
        self.sharePrincipals = try members.presence("sharePrincipals")
        self.shareUrl = try members.presence("shareUrl")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("canPublishToWorkspace", canPublishToWorkspace)
        members.setPresence("creatorAccountUserId", creatorAccountUserId)
        members.setPresence("creatorName", creatorName)
        members.setPresence("discoverability", discoverability)
        members.set("remotePluginId", remotePluginId)
        members.setPresence("remoteVersion", remoteVersion)
        members.setPresence("sharePrincipals", sharePrincipals)
        members.setPresence("shareUrl", shareUrl)
        return .object(members)
    }
}

/// What `plugin/share/delete` asks. Stable.
public struct PluginShareDeleteParams: ClientRequestParams {
    public typealias Response = PluginShareDeleteResponse
    public static let method = "plugin/share/delete"

    public var remotePluginId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(remotePluginId: String, additional: [String: JSONValue] = [:]) {
        self.remotePluginId = remotePluginId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.remotePluginId = try members.required("remotePluginId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("remotePluginId", remotePluginId)
        return .object(members)
    }
}

/// What is answered to `plugin/share/delete`.
public struct PluginShareDeleteResponse: JSONCodable {
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

/// The schema's `PluginShareDiscoverability`.
public enum PluginShareDiscoverability: OpenEnum {
    case listed
    case unlisted
    case `private`
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "LISTED": self = .listed
        case "UNLISTED": self = .unlisted
        case "PRIVATE": self = .`private`
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .listed: "LISTED"
        case .unlisted: "UNLISTED"
        case .`private`: "PRIVATE"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PluginShareListItem`.
public struct PluginShareListItem: JSONCodable {
    public var localPluginPath: Presence<AbsolutePathBuf>
    public var plugin: PluginSummary
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        localPluginPath: Presence<AbsolutePathBuf> = .absent, plugin: PluginSummary,
        additional: [String: JSONValue] = [:]
    ) {
        self.localPluginPath = localPluginPath
        self.plugin = plugin
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.localPluginPath = try members.presence("localPluginPath")
        self.plugin = try members.required("plugin")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("localPluginPath", localPluginPath)
        members.set("plugin", plugin)
        return .object(members)
    }
}

/// What `plugin/share/list` asks. Stable.
public struct PluginShareListParams: ClientRequestParams {
    public typealias Response = PluginShareListResponse
    public static let method = "plugin/share/list"

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

/// What is answered to `plugin/share/list`.
public struct PluginShareListResponse: JSONCodable {
    public var data: [PluginShareListItem]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [PluginShareListItem], additional: [String: JSONValue] = [:]) {
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

/// The schema's `PluginSharePrincipal`.
public struct PluginSharePrincipal: JSONCodable {
    public var name: String
    public var principalId: String
    public var principalType: PluginSharePrincipalType
    public var role: PluginSharePrincipalRole
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        name: String, principalId: String, principalType: PluginSharePrincipalType, role: PluginSharePrincipalRole,
        additional: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.principalId = principalId
        self.principalType = principalType
        self.role = role
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.principalId = try members.required("principalId")
        self.principalType = try members.required("principalType")
        self.role = try members.required("role")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.set("principalId", principalId)
        members.set("principalType", principalType)
        members.set("role", role)
        return .object(members)
    }
}

/// The schema's `PluginSharePrincipalRole`.
public enum PluginSharePrincipalRole: OpenEnum {
    case reader
    case editor
    case owner
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "reader": self = .reader
        case "editor": self = .editor
        case "owner": self = .owner
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .reader: "reader"
        case .editor: "editor"
        case .owner: "owner"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PluginSharePrincipalType`.
public enum PluginSharePrincipalType: OpenEnum {
    case user
    case group
    case workspace
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "user": self = .user
        case "group": self = .group
        case "workspace": self = .workspace
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .user: "user"
        case .group: "group"
        case .workspace: "workspace"
        case .unknown(let word): word
        }
    }
}

/// What `plugin/share/save` asks. Stable.
public struct PluginShareSaveParams: ClientRequestParams {
    public typealias Response = PluginShareSaveResponse
    public static let method = "plugin/share/save"

    public var discoverability: Presence<PluginShareDiscoverability>
    public var pluginPath: AbsolutePathBuf
    public var remotePluginId: Presence<String>
    public var shareTargets: Presence<[PluginShareTarget]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        discoverability: Presence<PluginShareDiscoverability> = .absent, pluginPath: AbsolutePathBuf,
        remotePluginId: Presence<String> = .absent, shareTargets: Presence<[PluginShareTarget]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.discoverability = discoverability
        self.pluginPath = pluginPath
        self.remotePluginId = remotePluginId
        self.shareTargets = shareTargets
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.discoverability = try members.presence("discoverability")
        self.pluginPath = try members.required("pluginPath")
        self.remotePluginId = try members.presence("remotePluginId")
        self.shareTargets = try members.presence("shareTargets")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("discoverability", discoverability)
        members.set("pluginPath", pluginPath)
        members.setPresence("remotePluginId", remotePluginId)
        members.setPresence("shareTargets", shareTargets)
        return .object(members)
    }
}

/// What is answered to `plugin/share/save`.
public struct PluginShareSaveResponse: JSONCodable {
    public var canPublishToWorkspace: Presence<Bool>
    public var remotePluginId: String
    public var shareUrl: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        canPublishToWorkspace: Presence<Bool> = .absent, remotePluginId: String, shareUrl: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.canPublishToWorkspace = canPublishToWorkspace
        self.remotePluginId = remotePluginId
        self.shareUrl = shareUrl
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.canPublishToWorkspace = try members.presence("canPublishToWorkspace")
        self.remotePluginId = try members.required("remotePluginId")
        self.shareUrl = try members.required("shareUrl")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("canPublishToWorkspace", canPublishToWorkspace)
        members.set("remotePluginId", remotePluginId)
        members.set("shareUrl", shareUrl)
        return .object(members)
    }
}

/// The schema's `PluginShareTarget`.
public struct PluginShareTarget: JSONCodable {
    public var principalId: String
    public var principalType: PluginSharePrincipalType
    public var role: PluginShareTargetRole
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        principalId: String, principalType: PluginSharePrincipalType, role: PluginShareTargetRole,
        additional: [String: JSONValue] = [:]
    ) {
        self.principalId = principalId
        self.principalType = principalType
        self.role = role
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.principalId = try members.required("principalId")
        self.principalType = try members.required("principalType")
        self.role = try members.required("role")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("principalId", principalId)
        members.set("principalType", principalType)
        members.set("role", role)
        return .object(members)
    }
}

/// The schema's `PluginShareTargetRole`.
public enum PluginShareTargetRole: OpenEnum {
    case reader
    case editor
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "reader": self = .reader
        case "editor": self = .editor
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .reader: "reader"
        case .editor: "editor"
        case .unknown(let word): word
        }
    }
}

/// The schema's `PluginShareUpdateDiscoverability`.
public enum PluginShareUpdateDiscoverability: OpenEnum {
    case unlisted
    case `private`
    case listed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "UNLISTED": self = .unlisted
        case "PRIVATE": self = .`private`
        case "LISTED": self = .listed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .unlisted: "UNLISTED"
        case .`private`: "PRIVATE"
        case .listed: "LISTED"
        case .unknown(let word): word
        }
    }
}

/// What `plugin/share/updateTargets` asks. Stable.
public struct PluginShareUpdateTargetsParams: ClientRequestParams {
    public typealias Response = PluginShareUpdateTargetsResponse
    public static let method = "plugin/share/updateTargets"

    public var discoverability: PluginShareUpdateDiscoverability
    public var remotePluginId: String
    public var shareTargets: [PluginShareTarget]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        discoverability: PluginShareUpdateDiscoverability, remotePluginId: String, shareTargets: [PluginShareTarget],
        additional: [String: JSONValue] = [:]
    ) {
        self.discoverability = discoverability
        self.remotePluginId = remotePluginId
        self.shareTargets = shareTargets
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.discoverability = try members.required("discoverability")
        self.remotePluginId = try members.required("remotePluginId")
        self.shareTargets = try members.required("shareTargets")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("discoverability", discoverability)
        members.set("remotePluginId", remotePluginId)
        members.set("shareTargets", shareTargets)
        return .object(members)
    }
}

/// What is answered to `plugin/share/updateTargets`.
public struct PluginShareUpdateTargetsResponse: JSONCodable {
    public var discoverability: PluginShareDiscoverability
    public var principals: [PluginSharePrincipal]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        discoverability: PluginShareDiscoverability, principals: [PluginSharePrincipal],
        additional: [String: JSONValue] = [:]
    ) {
        self.discoverability = discoverability
        self.principals = principals
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.discoverability = try members.required("discoverability")
        self.principals = try members.required("principals")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("discoverability", discoverability)
        members.set("principals", principals)
        return .object(members)
    }
}

/// What `plugin/skill/read` asks. Stable.
public struct PluginSkillReadParams: ClientRequestParams {
    public typealias Response = PluginSkillReadResponse
    public static let method = "plugin/skill/read"

    public var remoteMarketplaceName: String
    public var remotePluginId: String
    public var skillName: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        remoteMarketplaceName: String, remotePluginId: String, skillName: String, additional: [String: JSONValue] = [:]
    ) {
        self.remoteMarketplaceName = remoteMarketplaceName
        self.remotePluginId = remotePluginId
        self.skillName = skillName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.remoteMarketplaceName = try members.required("remoteMarketplaceName")
        self.remotePluginId = try members.required("remotePluginId")
        self.skillName = try members.required("skillName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("remoteMarketplaceName", remoteMarketplaceName)
        members.set("remotePluginId", remotePluginId)
        members.set("skillName", skillName)
        return .object(members)
    }
}

/// What is answered to `plugin/skill/read`.
public struct PluginSkillReadResponse: JSONCodable {
    public var contents: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(contents: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.contents = contents
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.contents = try members.presence("contents")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("contents", contents)
        return .object(members)
    }
}

/// The schema's `PluginSource`.
public indirect enum PluginSource: JSONCodable {
    case local(PluginSource.Local)
    case git(PluginSource.Git)
    case npm(PluginSource.Npm)
    case remote(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "local": self = .local(try PluginSource.Local(json: json))
        case "git": self = .git(try PluginSource.Git(json: json))
        case "npm": self = .npm(try PluginSource.Npm(json: json))
        case "remote": self = .remote(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .local(let payload): payload.json.tagged("type", "local")
        case .git(let payload): payload.json.tagged("type", "git")
        case .npm(let payload): payload.json.tagged("type", "npm")
        case .remote(let payload): payload.json.tagged("type", "remote")
        case .unknown(let json): json
        }
    }
}

extension PluginSource {
    /// The schema's `PluginSource.Git`.
    public struct Git: JSONCodable {
        public var path: Presence<String>
        public var refName: Presence<String>
        public var sha: Presence<String>
        public var url: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            path: Presence<String> = .absent, refName: Presence<String> = .absent, sha: Presence<String> = .absent,
            url: String, additional: [String: JSONValue] = [:]
        ) {
            self.path = path
            self.refName = refName
            self.sha = sha
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.path = try members.presence("path")
            self.refName = try members.presence("refName")
            self.sha = try members.presence("sha")
            self.url = try members.required("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("path", path)
            members.setPresence("refName", refName)
            members.setPresence("sha", sha)
            members.set("url", url)
            return .object(members)
        }
    }
}

extension PluginSource {
    /// The schema's `PluginSource.Local`.
    public struct Local: JSONCodable {
        public var path: AbsolutePathBuf
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(path: AbsolutePathBuf, additional: [String: JSONValue] = [:]) {
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

extension PluginSource {
    /// The schema's `PluginSource.Npm`.
    public struct Npm: JSONCodable {
        public var package: String
        public var registry: Presence<String>
        public var version: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            package: String, registry: Presence<String> = .absent, version: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.package = package
            self.registry = registry
            self.version = version
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.package = try members.required("package")
            self.registry = try members.presence("registry")
            self.version = try members.presence("version")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("package", package)
            members.setPresence("registry", registry)
            members.setPresence("version", version)
            return .object(members)
        }
    }
}

/// The schema's `PluginSummary`.
public struct PluginSummary: JSONCodable {
    public var authPolicy: PluginAuthPolicy
    public var availability: PluginAvailability?
    public var disabledReason: Presence<PluginDisabledReason>
    public var eligiblePlanTypes: Presence<[String]>
    public var enabled: Bool
    public var id: String
    public var installPolicy: PluginInstallPolicy
    public var installPolicySource: Presence<PluginInstallPolicySource>
    public var installed: Bool
    public var installedAt: Presence<Int>
    public var interface: Presence<PluginInterface>
    public var keywords: [String]?
    public var localVersion: Presence<String>
    public var mustShowInstallationInterstitial: Presence<Bool>
    public var name: String
    public var remotePluginId: Presence<String>
    public var shareContext: Presence<PluginShareContext>
    public var source: PluginSource
    public var version: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        authPolicy: PluginAuthPolicy, availability: PluginAvailability? = nil,
        disabledReason: Presence<PluginDisabledReason> = .absent, eligiblePlanTypes: Presence<[String]> = .absent,
        enabled: Bool, id: String, installPolicy: PluginInstallPolicy,
        installPolicySource: Presence<PluginInstallPolicySource> = .absent, installed: Bool,
        installedAt: Presence<Int> = .absent, interface: Presence<PluginInterface> = .absent, keywords: [String]? = nil,
        localVersion: Presence<String> = .absent, mustShowInstallationInterstitial: Presence<Bool> = .absent,
        name: String, remotePluginId: Presence<String> = .absent, shareContext: Presence<PluginShareContext> = .absent,
        source: PluginSource, version: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.authPolicy = authPolicy
        self.availability = availability
        self.disabledReason = disabledReason
        self.eligiblePlanTypes = eligiblePlanTypes
        self.enabled = enabled
        self.id = id
        self.installPolicy = installPolicy
        self.installPolicySource = installPolicySource
        self.installed = installed
        self.installedAt = installedAt
        self.interface = interface
        self.keywords = keywords
        self.localVersion = localVersion
        self.mustShowInstallationInterstitial = mustShowInstallationInterstitial
        self.name = name
        self.remotePluginId = remotePluginId
        self.shareContext = shareContext
        self.source = source
        self.version = version
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.authPolicy = try members.required("authPolicy")
        self.availability = try members.optional("availability")
        self.disabledReason = try members.presence("disabledReason")
        self.eligiblePlanTypes = try members.presence("eligiblePlanTypes")
        self.enabled = try members.required("enabled")
        self.id = try members.required("id")
        self.installPolicy = try members.required("installPolicy")
        self.installPolicySource = try members.presence("installPolicySource")
        self.installed = try members.required("installed")
        self.installedAt = try members.presence("installedAt")
        self.interface = try members.presence("interface")
        self.keywords = try members.optional("keywords")
        self.localVersion = try members.presence("localVersion")
        self.mustShowInstallationInterstitial = try members.presence("mustShowInstallationInterstitial")
        self.name = try members.required("name")
        self.remotePluginId = try members.presence("remotePluginId")
        self.shareContext = try members.presence("shareContext")
        self.source = try members.required("source")
        self.version = try members.presence("version")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("authPolicy", authPolicy)
        members.setOptional("availability", availability)
        members.setPresence("disabledReason", disabledReason)
        members.setPresence("eligiblePlanTypes", eligiblePlanTypes)
        members.set("enabled", enabled)
        members.set("id", id)
        members.set("installPolicy", installPolicy)
        members.setPresence("installPolicySource", installPolicySource)
        members.set("installed", installed)
        members.setPresence("installedAt", installedAt)
        members.setPresence("interface", interface)
        members.setOptional("keywords", keywords)
        members.setPresence("localVersion", localVersion)
        members.setPresence("mustShowInstallationInterstitial", mustShowInstallationInterstitial)
        members.set("name", name)
        members.setPresence("remotePluginId", remotePluginId)
        members.setPresence("shareContext", shareContext)
        members.set("source", source)
        members.setPresence("version", version)
        return .object(members)
    }
}

/// What `plugin/uninstall` asks. Stable.
public struct PluginUninstallParams: ClientRequestParams {
    public typealias Response = PluginUninstallResponse
    public static let method = "plugin/uninstall"

    public var pluginId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(pluginId: String, additional: [String: JSONValue] = [:]) {
        self.pluginId = pluginId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.pluginId = try members.required("pluginId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("pluginId", pluginId)
        return .object(members)
    }
}

/// What is answered to `plugin/uninstall`.
public struct PluginUninstallResponse: JSONCodable {
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

/// The schema's `ScheduledTaskSchedule`.
public indirect enum ScheduledTaskSchedule: JSONCodable {
    case hourly(ScheduledTaskSchedule.Hourly)
    case daily(ScheduledTaskSchedule.Daily)
    case weekdays(ScheduledTaskSchedule.Weekdays)
    case weekly(ScheduledTaskSchedule.Weekly)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "hourly": self = .hourly(try ScheduledTaskSchedule.Hourly(json: json))
        case "daily": self = .daily(try ScheduledTaskSchedule.Daily(json: json))
        case "weekdays": self = .weekdays(try ScheduledTaskSchedule.Weekdays(json: json))
        case "weekly": self = .weekly(try ScheduledTaskSchedule.Weekly(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .hourly(let payload): payload.json.tagged("type", "hourly")
        case .daily(let payload): payload.json.tagged("type", "daily")
        case .weekdays(let payload): payload.json.tagged("type", "weekdays")
        case .weekly(let payload): payload.json.tagged("type", "weekly")
        case .unknown(let json): json
        }
    }
}

extension ScheduledTaskSchedule {
    /// The schema's `ScheduledTaskSchedule.Daily`.
    public struct Daily: JSONCodable {
        public var time: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(time: String, additional: [String: JSONValue] = [:]) {
            self.time = time
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.time = try members.required("time")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("time", time)
            return .object(members)
        }
    }
}

extension ScheduledTaskSchedule {
    /// The schema's `ScheduledTaskSchedule.Hourly`.
    public struct Hourly: JSONCodable {
        public var days: Presence<[ScheduledTaskWeekday]>
        public var intervalHours: Int
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            days: Presence<[ScheduledTaskWeekday]> = .absent, intervalHours: Int, additional: [String: JSONValue] = [:]
        ) {
            self.days = days
            self.intervalHours = intervalHours
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.days = try members.presence("days")
            self.intervalHours = try members.required("intervalHours")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("days", days)
            members.set("intervalHours", intervalHours)
            return .object(members)
        }
    }
}

extension ScheduledTaskSchedule {
    /// The schema's `ScheduledTaskSchedule.Weekdays`.
    public struct Weekdays: JSONCodable {
        public var time: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(time: String, additional: [String: JSONValue] = [:]) {
            self.time = time
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.time = try members.required("time")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("time", time)
            return .object(members)
        }
    }
}

extension ScheduledTaskSchedule {
    /// The schema's `ScheduledTaskSchedule.Weekly`.
    public struct Weekly: JSONCodable {
        public var days: [ScheduledTaskWeekday]
        public var time: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(days: [ScheduledTaskWeekday], time: String, additional: [String: JSONValue] = [:]) {
            self.days = days
            self.time = time
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.days = try members.required("days")
            self.time = try members.required("time")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("days", days)
            members.set("time", time)
            return .object(members)
        }
    }
}

/// The schema's `ScheduledTaskSummary`.
public struct ScheduledTaskSummary: JSONCodable {
    public var key: String
    public var name: String
    public var prompt: String
    public var schedule: ScheduledTaskSchedule
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        key: String, name: String, prompt: String, schedule: ScheduledTaskSchedule,
        additional: [String: JSONValue] = [:]
    ) {
        self.key = key
        self.name = name
        self.prompt = prompt
        self.schedule = schedule
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.key = try members.required("key")
        self.name = try members.required("name")
        self.prompt = try members.required("prompt")
        self.schedule = try members.required("schedule")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("key", key)
        members.set("name", name)
        members.set("prompt", prompt)
        members.set("schedule", schedule)
        return .object(members)
    }
}

/// The schema's `ScheduledTaskWeekday`.
public enum ScheduledTaskWeekday: OpenEnum {
    case mo
    case tu
    case we
    case th
    case fr
    case sa
    case su
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "MO": self = .mo
        case "TU": self = .tu
        case "WE": self = .we
        case "TH": self = .th
        case "FR": self = .fr
        case "SA": self = .sa
        case "SU": self = .su
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .mo: "MO"
        case .tu: "TU"
        case .we: "WE"
        case .th: "TH"
        case .fr: "FR"
        case .sa: "SA"
        case .su: "SU"
        case .unknown(let word): word
        }
    }
}

/// The schema's `SkillSummary`.
public struct SkillSummary: JSONCodable {
    public var description: String
    public var enabled: Bool
    public var interface: Presence<SkillInterface>
    public var name: String
    public var path: Presence<LegacyAppPathString>
    public var shortDescription: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        description: String, enabled: Bool, interface: Presence<SkillInterface> = .absent, name: String,
        path: Presence<LegacyAppPathString> = .absent, shortDescription: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.description = description
        self.enabled = enabled
        self.interface = interface
        self.name = name
        self.path = path
        self.shortDescription = shortDescription
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.required("description")
        self.enabled = try members.required("enabled")
        self.interface = try members.presence("interface")
        self.name = try members.required("name")
        self.path = try members.presence("path")
        self.shortDescription = try members.presence("shortDescription")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("description", description)
        members.set("enabled", enabled)
        members.setPresence("interface", interface)
        members.set("name", name)
        members.setPresence("path", path)
        members.setPresence("shortDescription", shortDescription)
        return .object(members)
    }
}
