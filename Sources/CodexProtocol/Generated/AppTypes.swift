// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `AppBranding`.
public struct AppBranding: JSONCodable {
    public var category: Presence<String>
    public var developer: Presence<String>
    public var isDiscoverableApp: Bool
    public var privacyPolicy: Presence<String>
    public var termsOfService: Presence<String>
    public var website: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        category: Presence<String> = .absent, developer: Presence<String> = .absent, isDiscoverableApp: Bool,
        privacyPolicy: Presence<String> = .absent, termsOfService: Presence<String> = .absent,
        website: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.category = category
        self.developer = developer
        self.isDiscoverableApp = isDiscoverableApp
        self.privacyPolicy = privacyPolicy
        self.termsOfService = termsOfService
        self.website = website
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.category = try members.presence("category")
        self.developer = try members.presence("developer")
        self.isDiscoverableApp = try members.required("isDiscoverableApp")
        self.privacyPolicy = try members.presence("privacyPolicy")
        self.termsOfService = try members.presence("termsOfService")
        self.website = try members.presence("website")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("category", category)
        members.setPresence("developer", developer)
        members.set("isDiscoverableApp", isDiscoverableApp)
        members.setPresence("privacyPolicy", privacyPolicy)
        members.setPresence("termsOfService", termsOfService)
        members.setPresence("website", website)
        return .object(members)
    }
}

/// The schema's `AppInfo`.
public struct AppInfo: JSONCodable {
    public var appMetadata: Presence<AppMetadata>
    public var branding: Presence<AppBranding>
    public var description: Presence<String>
    public var distributionChannel: Presence<String>
    public var iconAssets: Presence<[String: String]>
    public var iconDarkAssets: Presence<[String: String]>
    public var id: String
    public var installUrl: Presence<String>
    public var isAccessible: Bool?
    public var isEnabled: Bool?
    public var labels: Presence<[String: String]>
    public var logoUrl: Presence<String>
    public var logoUrlDark: Presence<String>
    public var name: String
    public var pluginDisplayNames: [String]?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        appMetadata: Presence<AppMetadata> = .absent, branding: Presence<AppBranding> = .absent,
        description: Presence<String> = .absent, distributionChannel: Presence<String> = .absent,
        iconAssets: Presence<[String: String]> = .absent, iconDarkAssets: Presence<[String: String]> = .absent,
        id: String, installUrl: Presence<String> = .absent, isAccessible: Bool? = nil, isEnabled: Bool? = nil,
        labels: Presence<[String: String]> = .absent, logoUrl: Presence<String> = .absent,
        logoUrlDark: Presence<String> = .absent, name: String, pluginDisplayNames: [String]? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.appMetadata = appMetadata
        self.branding = branding
        self.description = description
        self.distributionChannel = distributionChannel
        self.iconAssets = iconAssets
        self.iconDarkAssets = iconDarkAssets
        self.id = id
        self.installUrl = installUrl
        self.isAccessible = isAccessible
        self.isEnabled = isEnabled
        self.labels = labels
        self.logoUrl = logoUrl
        self.logoUrlDark = logoUrlDark
        self.name = name
        self.pluginDisplayNames = pluginDisplayNames
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appMetadata = try members.presence("appMetadata")
        self.branding = try members.presence("branding")
        self.description = try members.presence("description")
        self.distributionChannel = try members.presence("distributionChannel")
        self.iconAssets = try members.presence("iconAssets")
        self.iconDarkAssets = try members.presence("iconDarkAssets")
        self.id = try members.required("id")
        self.installUrl = try members.presence("installUrl")
        self.isAccessible = try members.optional("isAccessible")
        self.isEnabled = try members.optional("isEnabled")
        self.labels = try members.presence("labels")
        self.logoUrl = try members.presence("logoUrl")
        self.logoUrlDark = try members.presence("logoUrlDark")
        self.name = try members.required("name")
        self.pluginDisplayNames = try members.optional("pluginDisplayNames")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("appMetadata", appMetadata)
        members.setPresence("branding", branding)
        members.setPresence("description", description)
        members.setPresence("distributionChannel", distributionChannel)
        members.setPresence("iconAssets", iconAssets)
        members.setPresence("iconDarkAssets", iconDarkAssets)
        members.set("id", id)
        members.setPresence("installUrl", installUrl)
        members.setOptional("isAccessible", isAccessible)
        members.setOptional("isEnabled", isEnabled)
        members.setPresence("labels", labels)
        members.setPresence("logoUrl", logoUrl)
        members.setPresence("logoUrlDark", logoUrlDark)
        members.set("name", name)
        members.setOptional("pluginDisplayNames", pluginDisplayNames)
        return .object(members)
    }
}

/// What `app/list/updated` tells.
public struct AppListUpdatedNotification: NotificationParams {
    public static let method = "app/list/updated"

    public var data: [AppInfo]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [AppInfo], additional: [String: JSONValue] = [:]) {
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

/// The schema's `AppMetadata`.
public struct AppMetadata: JSONCodable {
    public var categories: Presence<[String]>
    public var developer: Presence<String>
    public var firstPartyRequiresInstall: Presence<Bool>
    public var review: Presence<AppReview>
    public var screenshots: Presence<[AppScreenshot]>
    public var seoDescription: Presence<String>
    public var showInComposerWhenUnlinked: Presence<Bool>
    public var subCategories: Presence<[String]>
    public var version: Presence<String>
    public var versionId: Presence<String>
    public var versionNotes: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        categories: Presence<[String]> = .absent, developer: Presence<String> = .absent,
        firstPartyRequiresInstall: Presence<Bool> = .absent, review: Presence<AppReview> = .absent,
        screenshots: Presence<[AppScreenshot]> = .absent, seoDescription: Presence<String> = .absent,
        showInComposerWhenUnlinked: Presence<Bool> = .absent, subCategories: Presence<[String]> = .absent,
        version: Presence<String> = .absent, versionId: Presence<String> = .absent,
        versionNotes: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.categories = categories
        self.developer = developer
        self.firstPartyRequiresInstall = firstPartyRequiresInstall
        self.review = review
        self.screenshots = screenshots
        self.seoDescription = seoDescription
        self.showInComposerWhenUnlinked = showInComposerWhenUnlinked
        self.subCategories = subCategories
        self.version = version
        self.versionId = versionId
        self.versionNotes = versionNotes
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.categories = try members.presence("categories")
        self.developer = try members.presence("developer")
        self.firstPartyRequiresInstall = try members.presence("firstPartyRequiresInstall")
        self.review = try members.presence("review")
        self.screenshots = try members.presence("screenshots")
        self.seoDescription = try members.presence("seoDescription")
        self.showInComposerWhenUnlinked = try members.presence("showInComposerWhenUnlinked")
        self.subCategories = try members.presence("subCategories")
        self.version = try members.presence("version")
        self.versionId = try members.presence("versionId")
        self.versionNotes = try members.presence("versionNotes")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("categories", categories)
        members.setPresence("developer", developer)
        members.setPresence("firstPartyRequiresInstall", firstPartyRequiresInstall)
        members.setPresence("review", review)
        members.setPresence("screenshots", screenshots)
        members.setPresence("seoDescription", seoDescription)
        members.setPresence("showInComposerWhenUnlinked", showInComposerWhenUnlinked)
        members.setPresence("subCategories", subCategories)
        members.setPresence("version", version)
        members.setPresence("versionId", versionId)
        members.setPresence("versionNotes", versionNotes)
        return .object(members)
    }
}

/// The schema's `AppReview`.
public struct AppReview: JSONCodable {
    public var status: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: String, additional: [String: JSONValue] = [:]) {
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

/// The schema's `AppScreenshot`.
public struct AppScreenshot: JSONCodable {
    public var fileId: Presence<String>
    public var url: Presence<String>
    public var userPrompt: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        fileId: Presence<String> = .absent, url: Presence<String> = .absent, userPrompt: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.fileId = fileId
        self.url = url
        self.userPrompt = userPrompt
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fileId = try members.presence("fileId")
        self.url = try members.presence("url")
        self.userPrompt = try members.required("userPrompt")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("fileId", fileId)
        members.setPresence("url", url)
        members.set("userPrompt", userPrompt)
        return .object(members)
    }
}

/// The schema's `AppToolSummary`.
public struct AppToolSummary: JSONCodable {
    public var description: String
    public var disabledReason: Presence<String>
    public var isEnabled: Bool?
    public var isReadOnly: Bool?
    public var name: String
    public var title: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        description: String, disabledReason: Presence<String> = .absent, isEnabled: Bool? = nil,
        isReadOnly: Bool? = nil, name: String, title: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.description = description
        self.disabledReason = disabledReason
        self.isEnabled = isEnabled
        self.isReadOnly = isReadOnly
        self.name = name
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.required("description")
        self.disabledReason = try members.presence("disabledReason")
        self.isEnabled = try members.optional("isEnabled")
        self.isReadOnly = try members.optional("isReadOnly")
        self.name = try members.required("name")
        self.title = try members.presence("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("description", description)
        members.setPresence("disabledReason", disabledReason)
        members.setOptional("isEnabled", isEnabled)
        members.setOptional("isReadOnly", isReadOnly)
        members.set("name", name)
        members.setPresence("title", title)
        return .object(members)
    }
}

/// What `app/installed` asks. Stable.
public struct AppsInstalledParams: ClientRequestParams {
    public typealias Response = AppsInstalledResponse
    public static let method = "app/installed"

    public var forceRefresh: Bool?
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(forceRefresh: Bool? = nil, threadId: Presence<String> = .absent, additional: [String: JSONValue] = [:])
    {
        self.forceRefresh = forceRefresh
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.forceRefresh = try members.optional("forceRefresh")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("forceRefresh", forceRefresh)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `app/installed`.
public struct AppsInstalledResponse: JSONCodable {
    public var apps: [InstalledApp]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(apps: [InstalledApp], additional: [String: JSONValue] = [:]) {
        self.apps = apps
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.apps = try members.required("apps")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("apps", apps)
        return .object(members)
    }
}

/// What `app/list` asks. Stable.
public struct AppsListParams: ClientRequestParams {
    public typealias Response = AppsListResponse
    public static let method = "app/list"

    public var cursor: Presence<String>
    public var forceRefetch: Bool?
    public var limit: Presence<Int>
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, forceRefetch: Bool? = nil, limit: Presence<Int> = .absent,
        threadId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.forceRefetch = forceRefetch
        self.limit = limit
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.forceRefetch = try members.optional("forceRefetch")
        self.limit = try members.presence("limit")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setOptional("forceRefetch", forceRefetch)
        members.setPresence("limit", limit)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `app/list`.
public struct AppsListResponse: JSONCodable {
    public var data: [AppInfo]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [AppInfo], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
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

/// What `app/read` asks. Stable.
public struct AppsReadParams: ClientRequestParams {
    public typealias Response = AppsReadResponse
    public static let method = "app/read"

    public var appIds: [String]
    public var includeTools: Bool?
    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        appIds: [String], includeTools: Bool? = nil, threadId: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.appIds = appIds
        self.includeTools = includeTools
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.appIds = try members.required("appIds")
        self.includeTools = try members.optional("includeTools")
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("appIds", appIds)
        members.setOptional("includeTools", includeTools)
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `app/read`.
public struct AppsReadResponse: JSONCodable {
    public var apps: [ConnectorMetadata]
    public var missingAppIds: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(apps: [ConnectorMetadata], missingAppIds: [String], additional: [String: JSONValue] = [:]) {
        self.apps = apps
        self.missingAppIds = missingAppIds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.apps = try members.required("apps")
        self.missingAppIds = try members.required("missingAppIds")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("apps", apps)
        members.set("missingAppIds", missingAppIds)
        return .object(members)
    }
}

/// The schema's `ConnectorMetadata`.
public struct ConnectorMetadata: JSONCodable {
    public var description: Presence<String>
    public var distributionChannel: Presence<String>
    public var iconUrl: Presence<String>
    public var iconUrlDark: Presence<String>
    public var id: String
    public var installUrl: Presence<String>
    public var name: String
    public var pluginDisplayNames: [String]?
    public var toolSummaries: Presence<[AppToolSummary]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        description: Presence<String> = .absent, distributionChannel: Presence<String> = .absent,
        iconUrl: Presence<String> = .absent, iconUrlDark: Presence<String> = .absent, id: String,
        installUrl: Presence<String> = .absent, name: String, pluginDisplayNames: [String]? = nil,
        toolSummaries: Presence<[AppToolSummary]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.description = description
        self.distributionChannel = distributionChannel
        self.iconUrl = iconUrl
        self.iconUrlDark = iconUrlDark
        self.id = id
        self.installUrl = installUrl
        self.name = name
        self.pluginDisplayNames = pluginDisplayNames
        self.toolSummaries = toolSummaries
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.presence("description")
        self.distributionChannel = try members.presence("distributionChannel")
        self.iconUrl = try members.presence("iconUrl")
        self.iconUrlDark = try members.presence("iconUrlDark")
        self.id = try members.required("id")
        self.installUrl = try members.presence("installUrl")
        self.name = try members.required("name")
        self.pluginDisplayNames = try members.optional("pluginDisplayNames")
        self.toolSummaries = try members.presence("toolSummaries")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("description", description)
        members.setPresence("distributionChannel", distributionChannel)
        members.setPresence("iconUrl", iconUrl)
        members.setPresence("iconUrlDark", iconUrlDark)
        members.set("id", id)
        members.setPresence("installUrl", installUrl)
        members.set("name", name)
        members.setOptional("pluginDisplayNames", pluginDisplayNames)
        members.setPresence("toolSummaries", toolSummaries)
        return .object(members)
    }
}

/// The schema's `InstalledApp`.
public struct InstalledApp: JSONCodable {
    public var callable: Bool
    public var enabled: Bool
    public var id: String
    public var runtimeName: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        callable: Bool, enabled: Bool, id: String, runtimeName: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.callable = callable
        self.enabled = enabled
        self.id = id
        self.runtimeName = runtimeName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.callable = try members.required("callable")
        self.enabled = try members.required("enabled")
        self.id = try members.required("id")
        self.runtimeName = try members.presence("runtimeName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("callable", callable)
        members.set("enabled", enabled)
        members.set("id", id)
        members.setPresence("runtimeName", runtimeName)
        return .object(members)
    }
}
