// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `InputModality`.
public enum InputModality: OpenEnum {
    case text
    case image
    case audio
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "text": self = .text
        case "image": self = .image
        case "audio": self = .audio
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .text: "text"
        case .image: "image"
        case .audio: "audio"
        case .unknown(let word): word
        }
    }
}

/// The schema's `Model`.
public struct Model: JSONCodable {
    public var additionalSpeedTiers: [String]?
    public var availabilityNux: Presence<ModelAvailabilityNux>
    public var availableAccessPrograms: Presence<ModelAccessPrograms>
    public var defaultReasoningEffort: ReasoningEffort
    public var defaultServiceTier: Presence<String>
    public var description: String
    public var displayName: String
    public var hidden: Bool
    public var id: String
    public var inputModalities: [InputModality]?
    public var isDefault: Bool
    public var model: String
    public var modelSpecialty: Presence<String>
    public var multiAgentVersion: Presence<MultiAgentVersion>
    public var serviceTiers: [ModelServiceTier]?
    public var supportedReasoningEfforts: [ReasoningEffortOption]
    public var supportsPersonality: Bool?
    public var upgrade: Presence<String>
    public var upgradeInfo: Presence<ModelUpgradeInfo>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        additionalSpeedTiers: [String]? = nil, availabilityNux: Presence<ModelAvailabilityNux> = .absent,
        availableAccessPrograms: Presence<ModelAccessPrograms> = .absent, defaultReasoningEffort: ReasoningEffort,
        defaultServiceTier: Presence<String> = .absent, description: String, displayName: String, hidden: Bool,
        id: String, inputModalities: [InputModality]? = nil, isDefault: Bool, model: String,
        modelSpecialty: Presence<String> = .absent, multiAgentVersion: Presence<MultiAgentVersion> = .absent,
        serviceTiers: [ModelServiceTier]? = nil, supportedReasoningEfforts: [ReasoningEffortOption],
        supportsPersonality: Bool? = nil, upgrade: Presence<String> = .absent,
        upgradeInfo: Presence<ModelUpgradeInfo> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.additionalSpeedTiers = additionalSpeedTiers
        self.availabilityNux = availabilityNux
        self.availableAccessPrograms = availableAccessPrograms
        self.defaultReasoningEffort = defaultReasoningEffort
        self.defaultServiceTier = defaultServiceTier
        self.description = description
        self.displayName = displayName
        self.hidden = hidden
        self.id = id
        self.inputModalities = inputModalities
        self.isDefault = isDefault
        self.model = model
        self.modelSpecialty = modelSpecialty
        self.multiAgentVersion = multiAgentVersion
        self.serviceTiers = serviceTiers
        self.supportedReasoningEfforts = supportedReasoningEfforts
        self.supportsPersonality = supportsPersonality
        self.upgrade = upgrade
        self.upgradeInfo = upgradeInfo
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.additionalSpeedTiers = try members.optional("additionalSpeedTiers")
        self.availabilityNux = try members.presence("availabilityNux")
        self.availableAccessPrograms = try members.presence("availableAccessPrograms")
        self.defaultReasoningEffort = try members.required("defaultReasoningEffort")
        self.defaultServiceTier = try members.presence("defaultServiceTier")
        self.description = try members.required("description")
        self.displayName = try members.required("displayName")
        self.hidden = try members.required("hidden")
        self.id = try members.required("id")
        self.inputModalities = try members.optional("inputModalities")
        self.isDefault = try members.required("isDefault")
        self.model = try members.required("model")
        self.modelSpecialty = try members.presence("modelSpecialty")
        self.multiAgentVersion = try members.presence("multiAgentVersion")
        self.serviceTiers = try members.optional("serviceTiers")
        self.supportedReasoningEfforts = try members.required("supportedReasoningEfforts")
        self.supportsPersonality = try members.optional("supportsPersonality")
        self.upgrade = try members.presence("upgrade")
        self.upgradeInfo = try members.presence("upgradeInfo")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("additionalSpeedTiers", additionalSpeedTiers)
        members.setPresence("availabilityNux", availabilityNux)
        members.setPresence("availableAccessPrograms", availableAccessPrograms)
        members.set("defaultReasoningEffort", defaultReasoningEffort)
        members.setPresence("defaultServiceTier", defaultServiceTier)
        members.set("description", description)
        members.set("displayName", displayName)
        members.set("hidden", hidden)
        members.set("id", id)
        members.setOptional("inputModalities", inputModalities)
        members.set("isDefault", isDefault)
        members.set("model", model)
        members.setPresence("modelSpecialty", modelSpecialty)
        members.setPresence("multiAgentVersion", multiAgentVersion)
        members.setOptional("serviceTiers", serviceTiers)
        members.set("supportedReasoningEfforts", supportedReasoningEfforts)
        members.setOptional("supportsPersonality", supportsPersonality)
        members.setPresence("upgrade", upgrade)
        members.setPresence("upgradeInfo", upgradeInfo)
        return .object(members)
    }
}

/// The schema's `ModelAccessPrograms`.
public struct ModelAccessPrograms: JSONCodable {
    public var cyber: [CyberAccessProgram]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cyber: [CyberAccessProgram], additional: [String: JSONValue] = [:]) {
        self.cyber = cyber
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cyber = try members.required("cyber")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cyber", cyber)
        return .object(members)
    }
}

/// The schema's `ModelAvailabilityNux`.
public struct ModelAvailabilityNux: JSONCodable {
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

/// What `model/list` asks. Stable.
public struct ModelListParams: ClientRequestParams {
    public typealias Response = ModelListResponse
    public static let method = "model/list"

    public var cursor: Presence<String>
    public var includeHidden: Presence<Bool>
    public var limit: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, includeHidden: Presence<Bool> = .absent, limit: Presence<Int> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.includeHidden = includeHidden
        self.limit = limit
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.includeHidden = try members.presence("includeHidden")
        self.limit = try members.presence("limit")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("includeHidden", includeHidden)
        members.setPresence("limit", limit)
        return .object(members)
    }
}

/// What is answered to `model/list`.
public struct ModelListResponse: JSONCodable {
    public var data: [Model]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(data: [Model], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
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

/// The schema's `ModelRerouteReason`.
public enum ModelRerouteReason: OpenEnum {
    case highRiskCyberActivity
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "highRiskCyberActivity": self = .highRiskCyberActivity
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .highRiskCyberActivity: "highRiskCyberActivity"
        case .unknown(let word): word
        }
    }
}

/// What `model/rerouted` tells.
public struct ModelReroutedNotification: NotificationParams {
    public static let method = "model/rerouted"

    public var fromModel: String
    public var reason: ModelRerouteReason
    public var threadId: String
    public var toModel: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        fromModel: String, reason: ModelRerouteReason, threadId: String, toModel: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.fromModel = fromModel
        self.reason = reason
        self.threadId = threadId
        self.toModel = toModel
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fromModel = try members.required("fromModel")
        self.reason = try members.required("reason")
        self.threadId = try members.required("threadId")
        self.toModel = try members.required("toModel")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("fromModel", fromModel)
        members.set("reason", reason)
        members.set("threadId", threadId)
        members.set("toModel", toModel)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `model/safetyBuffering/updated` tells.
public struct ModelSafetyBufferingUpdatedNotification: NotificationParams {
    public static let method = "model/safetyBuffering/updated"

    public var fasterModel: Presence<String>
    public var model: String
    public var reasons: [String]
    public var showBufferingUi: Bool
    public var threadId: String
    public var turnId: String
    public var useCases: [String]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        fasterModel: Presence<String> = .absent, model: String, reasons: [String], showBufferingUi: Bool,
        threadId: String, turnId: String, useCases: [String], additional: [String: JSONValue] = [:]
    ) {
        self.fasterModel = fasterModel
        self.model = model
        self.reasons = reasons
        self.showBufferingUi = showBufferingUi
        self.threadId = threadId
        self.turnId = turnId
        self.useCases = useCases
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.fasterModel = try members.presence("fasterModel")
        self.model = try members.required("model")
        self.reasons = try members.required("reasons")
        self.showBufferingUi = try members.required("showBufferingUi")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.useCases = try members.required("useCases")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("fasterModel", fasterModel)
        members.set("model", model)
        members.set("reasons", reasons)
        members.set("showBufferingUi", showBufferingUi)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        members.set("useCases", useCases)
        return .object(members)
    }
}

/// The schema's `ModelServiceTier`.
public struct ModelServiceTier: JSONCodable {
    public var description: String
    public var id: String
    public var name: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(description: String, id: String, name: String, additional: [String: JSONValue] = [:]) {
        self.description = description
        self.id = id
        self.name = name
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.required("description")
        self.id = try members.required("id")
        self.name = try members.required("name")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("description", description)
        members.set("id", id)
        members.set("name", name)
        return .object(members)
    }
}

/// The schema's `ModelUpgradeInfo`.
public struct ModelUpgradeInfo: JSONCodable {
    public var migrationMarkdown: Presence<String>
    public var model: String
    public var modelLink: Presence<String>
    public var retirementAt: Presence<Int>
    public var upgradeCopy: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        migrationMarkdown: Presence<String> = .absent, model: String, modelLink: Presence<String> = .absent,
        retirementAt: Presence<Int> = .absent, upgradeCopy: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.migrationMarkdown = migrationMarkdown
        self.model = model
        self.modelLink = modelLink
        self.retirementAt = retirementAt
        self.upgradeCopy = upgradeCopy
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.migrationMarkdown = try members.presence("migrationMarkdown")
        self.model = try members.required("model")
        self.modelLink = try members.presence("modelLink")
        self.retirementAt = try members.presence("retirementAt")
        self.upgradeCopy = try members.presence("upgradeCopy")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("migrationMarkdown", migrationMarkdown)
        members.set("model", model)
        members.setPresence("modelLink", modelLink)
        members.setPresence("retirementAt", retirementAt)
        members.setPresence("upgradeCopy", upgradeCopy)
        return .object(members)
    }
}

/// The schema's `ModelVerification`.
public enum ModelVerification: OpenEnum {
    case trustedAccessForCyber
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "trustedAccessForCyber": self = .trustedAccessForCyber
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .trustedAccessForCyber: "trustedAccessForCyber"
        case .unknown(let word): word
        }
    }
}

/// What `model/verification` tells.
public struct ModelVerificationNotification: NotificationParams {
    public static let method = "model/verification"

    public var threadId: String
    public var turnId: String
    public var verifications: [ModelVerification]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        threadId: String, turnId: String, verifications: [ModelVerification], additional: [String: JSONValue] = [:]
    ) {
        self.threadId = threadId
        self.turnId = turnId
        self.verifications = verifications
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.verifications = try members.required("verifications")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        members.set("verifications", verifications)
        return .object(members)
    }
}

/// The schema's `MultiAgentVersion`.
public enum MultiAgentVersion: OpenEnum {
    case disabled
    case v1
    case v2
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "disabled": self = .disabled
        case "v1": self = .v1
        case "v2": self = .v2
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .disabled: "disabled"
        case .v1: "v1"
        case .v2: "v2"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ReasoningEffortOption`.
public struct ReasoningEffortOption: JSONCodable {
    public var description: String
    public var reasoningEffort: ReasoningEffort
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(description: String, reasoningEffort: ReasoningEffort, additional: [String: JSONValue] = [:]) {
        self.description = description
        self.reasoningEffort = reasoningEffort
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.required("description")
        self.reasoningEffort = try members.required("reasoningEffort")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("description", description)
        members.set("reasoningEffort", reasoningEffort)
        return .object(members)
    }
}
