// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `marketplace/add` asks. Stable.
public struct MarketplaceAddParams: ClientRequestParams {
    public typealias Response = MarketplaceAddResponse
    public static let method = "marketplace/add"

    public var refName: Presence<String>
    public var source: String
    public var sparsePaths: Presence<[String]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        refName: Presence<String> = .absent, source: String, sparsePaths: Presence<[String]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.refName = refName
        self.source = source
        self.sparsePaths = sparsePaths
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.refName = try members.presence("refName")
        self.source = try members.required("source")
        self.sparsePaths = try members.presence("sparsePaths")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("refName", refName)
        members.set("source", source)
        members.setPresence("sparsePaths", sparsePaths)
        return .object(members)
    }
}

/// What is answered to `marketplace/add`.
public struct MarketplaceAddResponse: JSONCodable {
    public var alreadyAdded: Bool
    public var installedRoot: AbsolutePathBuf
    public var marketplaceName: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        alreadyAdded: Bool, installedRoot: AbsolutePathBuf, marketplaceName: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.alreadyAdded = alreadyAdded
        self.installedRoot = installedRoot
        self.marketplaceName = marketplaceName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.alreadyAdded = try members.required("alreadyAdded")
        self.installedRoot = try members.required("installedRoot")
        self.marketplaceName = try members.required("marketplaceName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("alreadyAdded", alreadyAdded)
        members.set("installedRoot", installedRoot)
        members.set("marketplaceName", marketplaceName)
        return .object(members)
    }
}

/// What `marketplace/remove` asks. Stable.
public struct MarketplaceRemoveParams: ClientRequestParams {
    public typealias Response = MarketplaceRemoveResponse
    public static let method = "marketplace/remove"

    public var marketplaceName: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(marketplaceName: String, additional: [String: JSONValue] = [:]) {
        self.marketplaceName = marketplaceName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplaceName = try members.required("marketplaceName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("marketplaceName", marketplaceName)
        return .object(members)
    }
}

/// What is answered to `marketplace/remove`.
public struct MarketplaceRemoveResponse: JSONCodable {
    public var installedRoot: Presence<AbsolutePathBuf>
    public var marketplaceName: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        installedRoot: Presence<AbsolutePathBuf> = .absent, marketplaceName: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.installedRoot = installedRoot
        self.marketplaceName = marketplaceName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.installedRoot = try members.presence("installedRoot")
        self.marketplaceName = try members.required("marketplaceName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("installedRoot", installedRoot)
        members.set("marketplaceName", marketplaceName)
        return .object(members)
    }
}

/// The schema's `MarketplaceUpgradeErrorInfo`.
public struct MarketplaceUpgradeErrorInfo: JSONCodable {
    public var marketplaceName: String
    public var message: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(marketplaceName: String, message: String, additional: [String: JSONValue] = [:]) {
        self.marketplaceName = marketplaceName
        self.message = message
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplaceName = try members.required("marketplaceName")
        self.message = try members.required("message")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("marketplaceName", marketplaceName)
        members.set("message", message)
        return .object(members)
    }
}

/// What `marketplace/upgrade` asks. Stable.
public struct MarketplaceUpgradeParams: ClientRequestParams {
    public typealias Response = MarketplaceUpgradeResponse
    public static let method = "marketplace/upgrade"

    public var marketplaceName: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(marketplaceName: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.marketplaceName = marketplaceName
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.marketplaceName = try members.presence("marketplaceName")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("marketplaceName", marketplaceName)
        return .object(members)
    }
}

/// What is answered to `marketplace/upgrade`.
public struct MarketplaceUpgradeResponse: JSONCodable {
    public var errors: [MarketplaceUpgradeErrorInfo]
    public var selectedMarketplaces: [String]
    public var upgradedRoots: [AbsolutePathBuf]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        errors: [MarketplaceUpgradeErrorInfo], selectedMarketplaces: [String], upgradedRoots: [AbsolutePathBuf],
        additional: [String: JSONValue] = [:]
    ) {
        self.errors = errors
        self.selectedMarketplaces = selectedMarketplaces
        self.upgradedRoots = upgradedRoots
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.errors = try members.required("errors")
        self.selectedMarketplaces = try members.required("selectedMarketplaces")
        self.upgradedRoots = try members.required("upgradedRoots")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("errors", errors)
        members.set("selectedMarketplaces", selectedMarketplaces)
        members.set("upgradedRoots", upgradedRoots)
        return .object(members)
    }
}
