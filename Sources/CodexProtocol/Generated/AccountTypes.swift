// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `Account`.
public indirect enum Account: JSONCodable {
    case apiKey(NoMembers = NoMembers())
    case chatgpt(Account.Chatgpt)
    case amazonBedrock(Account.AmazonBedrock)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "apiKey": self = .apiKey(try NoMembers(json: json, tag: "type"))
        case "chatgpt": self = .chatgpt(try Account.Chatgpt(json: json))
        case "amazonBedrock": self = .amazonBedrock(try Account.AmazonBedrock(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .apiKey(let payload): payload.json.tagged("type", "apiKey")
        case .chatgpt(let payload): payload.json.tagged("type", "chatgpt")
        case .amazonBedrock(let payload): payload.json.tagged("type", "amazonBedrock")
        case .unknown(let json): json
        }
    }
}

extension Account {
    /// The schema's `Account.AmazonBedrock`.
    public struct AmazonBedrock: JSONCodable {
        public var usesCodexManagedCredentials: Bool?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(usesCodexManagedCredentials: Bool? = nil, additional: [String: JSONValue] = [:]) {
            self.usesCodexManagedCredentials = usesCodexManagedCredentials
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.usesCodexManagedCredentials = try members.optional("usesCodexManagedCredentials")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("usesCodexManagedCredentials", usesCodexManagedCredentials)
            return .object(members)
        }
    }
}

extension Account {
    /// The schema's `Account.Chatgpt`.
    public struct Chatgpt: JSONCodable {
        public var email: Presence<String>
        public var planType: PlanType
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(email: Presence<String>, planType: PlanType, additional: [String: JSONValue] = [:]) {
            self.email = email
            self.planType = planType
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.email = try members.presence("email")
            self.planType = try members.required("planType")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("email", email)
            members.set("planType", planType)
            return .object(members)
        }
    }
}

/// What `account/gatewayOAuth/cancel` asks. Stable.
public struct AccountGatewayOAuthCancelParams: ClientRequestParams {
    public typealias Response = GatewayOAuthCancelResponse
    public static let method = "account/gatewayOAuth/cancel"

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

/// What `account/gatewayOAuth/login` asks. Stable.
public struct AccountGatewayOAuthLoginParams: ClientRequestParams {
    public typealias Response = GatewayOAuthLoginResponse
    public static let method = "account/gatewayOAuth/login"

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

/// What `account/gatewayOAuth/read` asks. Stable.
public struct AccountGatewayOAuthReadParams: ClientRequestParams {
    public typealias Response = GatewayOAuthReadResponse
    public static let method = "account/gatewayOAuth/read"

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

/// What `account/login/completed` tells.
public struct AccountLoginCompletedNotification: NotificationParams {
    public static let method = "account/login/completed"

    public var error: Presence<String>
    public var loginId: Presence<String>
    public var onboardingEntrypoint: Presence<DesktopOnboardingEntrypoint>
    public var success: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        error: Presence<String> = .absent, loginId: Presence<String> = .absent,
        onboardingEntrypoint: Presence<DesktopOnboardingEntrypoint> = .absent, success: Bool,
        additional: [String: JSONValue] = [:]
    ) {
        self.error = error
        self.loginId = loginId
        self.onboardingEntrypoint = onboardingEntrypoint
        self.success = success
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.presence("error")
        self.loginId = try members.presence("loginId")
        self.onboardingEntrypoint = try members.presence("onboardingEntrypoint")
        self.success = try members.required("success")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("error", error)
        members.setPresence("loginId", loginId)
        members.setPresence("onboardingEntrypoint", onboardingEntrypoint)
        members.set("success", success)
        return .object(members)
    }
}

/// What `account/logout` asks. Stable.
public struct AccountLogoutParams: ClientRequestParams {
    public typealias Response = LogoutAccountResponse
    public static let method = "account/logout"

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

/// What `account/rateLimits/updated` tells.
public struct AccountRateLimitsUpdatedNotification: NotificationParams {
    public static let method = "account/rateLimits/updated"

    public var rateLimits: RateLimitSnapshot
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(rateLimits: RateLimitSnapshot, additional: [String: JSONValue] = [:]) {
        self.rateLimits = rateLimits
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.rateLimits = try members.required("rateLimits")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("rateLimits", rateLimits)
        return .object(members)
    }
}

/// The schema's `AccountRoutingOverride`.
public enum AccountRoutingOverride: OpenEnum {
    case noConstraint
    case us
    case usCr
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "NO_CONSTRAINT": self = .noConstraint
        case "us": self = .us
        case "us_cr": self = .usCr
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .noConstraint: "NO_CONSTRAINT"
        case .us: "us"
        case .usCr: "us_cr"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AccountTokenUsageDailyBucket`.
public struct AccountTokenUsageDailyBucket: JSONCodable {
    public var startDate: String
    public var tokens: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(startDate: String, tokens: Int, additional: [String: JSONValue] = [:]) {
        self.startDate = startDate
        self.tokens = tokens
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.startDate = try members.required("startDate")
        self.tokens = try members.required("tokens")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("startDate", startDate)
        members.set("tokens", tokens)
        return .object(members)
    }
}

/// The schema's `AccountTokenUsageSummary`.
public struct AccountTokenUsageSummary: JSONCodable {
    public var currentStreakDays: Presence<Int>
    public var lifetimeTokens: Presence<Int>
    public var longestRunningTurnSec: Presence<Int>
    public var longestStreakDays: Presence<Int>
    public var peakDailyTokens: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        currentStreakDays: Presence<Int> = .absent, lifetimeTokens: Presence<Int> = .absent,
        longestRunningTurnSec: Presence<Int> = .absent, longestStreakDays: Presence<Int> = .absent,
        peakDailyTokens: Presence<Int> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.currentStreakDays = currentStreakDays
        self.lifetimeTokens = lifetimeTokens
        self.longestRunningTurnSec = longestRunningTurnSec
        self.longestStreakDays = longestStreakDays
        self.peakDailyTokens = peakDailyTokens
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.currentStreakDays = try members.presence("currentStreakDays")
        self.lifetimeTokens = try members.presence("lifetimeTokens")
        self.longestRunningTurnSec = try members.presence("longestRunningTurnSec")
        self.longestStreakDays = try members.presence("longestStreakDays")
        self.peakDailyTokens = try members.presence("peakDailyTokens")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("currentStreakDays", currentStreakDays)
        members.setPresence("lifetimeTokens", lifetimeTokens)
        members.setPresence("longestRunningTurnSec", longestRunningTurnSec)
        members.setPresence("longestStreakDays", longestStreakDays)
        members.setPresence("peakDailyTokens", peakDailyTokens)
        return .object(members)
    }
}

/// What `account/updated` tells.
public struct AccountUpdatedNotification: NotificationParams {
    public static let method = "account/updated"

    public var authMode: Presence<AuthMode>
    public var planType: Presence<PlanType>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        authMode: Presence<AuthMode> = .absent, planType: Presence<PlanType> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.authMode = authMode
        self.planType = planType
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.authMode = try members.presence("authMode")
        self.planType = try members.presence("planType")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("authMode", authMode)
        members.setPresence("planType", planType)
        return .object(members)
    }
}

/// What `account/workspaceMessages/read` asks. Stable.
public struct AccountWorkspaceMessagesReadParams: ClientRequestParams {
    public typealias Response = GetWorkspaceMessagesResponse
    public static let method = "account/workspaceMessages/read"

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

/// The schema's `AddCreditsNudgeCreditType`.
public enum AddCreditsNudgeCreditType: OpenEnum {
    case credits
    case usageLimit
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "credits": self = .credits
        case "usage_limit": self = .usageLimit
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .credits: "credits"
        case .usageLimit: "usage_limit"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AddCreditsNudgeEmailStatus`.
public enum AddCreditsNudgeEmailStatus: OpenEnum {
    case sent
    case cooldownActive
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "sent": self = .sent
        case "cooldown_active": self = .cooldownActive
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .sent: "sent"
        case .cooldownActive: "cooldown_active"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AuthMode`.
public enum AuthMode: OpenEnum {
    case apikey
    case chatgpt
    case chatgptAuthTokens
    case headers
    case agentIdentity
    case personalAccessToken
    case bedrockApiKey
    case bedrockAccessKeys
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "apikey": self = .apikey
        case "chatgpt": self = .chatgpt
        case "chatgptAuthTokens": self = .chatgptAuthTokens
        case "headers": self = .headers
        case "agentIdentity": self = .agentIdentity
        case "personalAccessToken": self = .personalAccessToken
        case "bedrockApiKey": self = .bedrockApiKey
        case "bedrockAccessKeys": self = .bedrockAccessKeys
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .apikey: "apikey"
        case .chatgpt: "chatgpt"
        case .chatgptAuthTokens: "chatgptAuthTokens"
        case .headers: "headers"
        case .agentIdentity: "agentIdentity"
        case .personalAccessToken: "personalAccessToken"
        case .bedrockApiKey: "bedrockApiKey"
        case .bedrockAccessKeys: "bedrockAccessKeys"
        case .unknown(let word): word
        }
    }
}

/// The schema's `AwsCredentialType`.
public enum AwsCredentialType: OpenEnum {
    case accessKeys
    case bedrockApiKey
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "accessKeys": self = .accessKeys
        case "bedrockApiKey": self = .bedrockApiKey
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .accessKeys: "accessKeys"
        case .bedrockApiKey: "bedrockApiKey"
        case .unknown(let word): word
        }
    }
}

/// The schema's `BedrockAwsProfile`.
public struct BedrockAwsProfile: JSONCodable {
    public var name: String
    public var region: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(name: String, region: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.name = name
        self.region = region
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.region = try members.presence("region")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.setPresence("region", region)
        return .object(members)
    }
}

/// What `account/bedrock/checkGovCloudRequirements` asks. Experimental.
public struct BedrockCheckGovCloudRequirementsParams: ClientRequestParams {
    public typealias Response = BedrockCheckGovCloudRequirementsResponse
    public static let method = "account/bedrock/checkGovCloudRequirements"

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

/// What is answered to `account/bedrock/checkGovCloudRequirements`.
public struct BedrockCheckGovCloudRequirementsResponse: JSONCodable {
    public var isGovCloud: Bool
    public var shouldWarn: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(isGovCloud: Bool, shouldWarn: Bool, additional: [String: JSONValue] = [:]) {
        self.isGovCloud = isGovCloud
        self.shouldWarn = shouldWarn
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.isGovCloud = try members.required("isGovCloud")
        self.shouldWarn = try members.required("shouldWarn")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("isGovCloud", isGovCloud)
        members.set("shouldWarn", shouldWarn)
        return .object(members)
    }
}

/// What `account/bedrock/discover` asks. Experimental.
public struct BedrockDiscoverParams: ClientRequestParams {
    public typealias Response = BedrockDiscoverResponse
    public static let method = "account/bedrock/discover"

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

/// What is answered to `account/bedrock/discover`.
public struct BedrockDiscoverResponse: JSONCodable {
    public var environmentCredentials: [BedrockEnvironmentCredential]
    public var profiles: [BedrockAwsProfile]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        environmentCredentials: [BedrockEnvironmentCredential], profiles: [BedrockAwsProfile],
        additional: [String: JSONValue] = [:]
    ) {
        self.environmentCredentials = environmentCredentials
        self.profiles = profiles
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.environmentCredentials = try members.required("environmentCredentials")
        self.profiles = try members.required("profiles")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("environmentCredentials", environmentCredentials)
        members.set("profiles", profiles)
        return .object(members)
    }
}

/// The schema's `BedrockEnvironmentCredential`.
public struct BedrockEnvironmentCredential: JSONCodable {
    public var region: Presence<String>
    public var type: AwsCredentialType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(region: Presence<String> = .absent, type: AwsCredentialType, additional: [String: JSONValue] = [:]) {
        self.region = region
        self.type = type
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.region = try members.presence("region")
        self.type = try members.required("type")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("region", region)
        members.set("type", type)
        return .object(members)
    }
}

/// What `account/bedrock/setup` asks. Experimental.
public indirect enum BedrockSetupParams: JSONCodable {
    case profile(BedrockSetupParams.Profile)
    case environment(BedrockSetupParams.Environment)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "profile": self = .profile(try BedrockSetupParams.Profile(json: json))
        case "environment": self = .environment(try BedrockSetupParams.Environment(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .profile(let payload): payload.json.tagged("type", "profile")
        case .environment(let payload): payload.json.tagged("type", "environment")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var region: String? {
        switch self {
        case .profile(let payload): payload.region
        case .environment(let payload): payload.region
        case .unknown(let json): json["region"].flatMap { try? String(json: $0) }
        }
    }
}

extension BedrockSetupParams {
    /// The schema's `BedrockSetupParams.Environment`.
    public struct Environment: JSONCodable {
        public var region: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(region: String, additional: [String: JSONValue] = [:]) {
            self.region = region
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.region = try members.required("region")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("region", region)
            return .object(members)
        }
    }
}

extension BedrockSetupParams {
    /// The schema's `BedrockSetupParams.Profile`.
    public struct Profile: JSONCodable {
        public var profile: String
        public var region: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(profile: String, region: String, additional: [String: JSONValue] = [:]) {
            self.profile = profile
            self.region = region
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.profile = try members.required("profile")
            self.region = try members.required("region")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("profile", profile)
            members.set("region", region)
            return .object(members)
        }
    }
}

/// What is answered to `account/bedrock/setup`.
public struct BedrockSetupResponse: JSONCodable {
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

/// What `account/login/cancel` asks. Stable.
public struct CancelLoginAccountParams: ClientRequestParams {
    public typealias Response = CancelLoginAccountResponse
    public static let method = "account/login/cancel"

    public var loginId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(loginId: String, additional: [String: JSONValue] = [:]) {
        self.loginId = loginId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.loginId = try members.required("loginId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("loginId", loginId)
        return .object(members)
    }
}

/// What is answered to `account/login/cancel`.
public struct CancelLoginAccountResponse: JSONCodable {
    public var status: CancelLoginAccountStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: CancelLoginAccountStatus, additional: [String: JSONValue] = [:]) {
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

/// The schema's `CancelLoginAccountStatus`.
public enum CancelLoginAccountStatus: OpenEnum {
    case canceled
    case notFound
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "canceled": self = .canceled
        case "notFound": self = .notFound
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .canceled: "canceled"
        case .notFound: "notFound"
        case .unknown(let word): word
        }
    }
}

/// What `account/chatgptAuthTokens/refresh` asks.
public struct ChatgptAuthTokensRefreshParams: ServerRequestParams {
    public typealias Response = ChatgptAuthTokensRefreshResponse
    public static let method = "account/chatgptAuthTokens/refresh"

    public var previousAccountId: Presence<String>
    public var reason: ChatgptAuthTokensRefreshReason
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        previousAccountId: Presence<String> = .absent, reason: ChatgptAuthTokensRefreshReason,
        additional: [String: JSONValue] = [:]
    ) {
        self.previousAccountId = previousAccountId
        self.reason = reason
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.previousAccountId = try members.presence("previousAccountId")
        self.reason = try members.required("reason")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("previousAccountId", previousAccountId)
        members.set("reason", reason)
        return .object(members)
    }
}

/// The schema's `ChatgptAuthTokensRefreshReason`.
public enum ChatgptAuthTokensRefreshReason: OpenEnum {
    case unauthorized
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "unauthorized": self = .unauthorized
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .unauthorized: "unauthorized"
        case .unknown(let word): word
        }
    }
}

/// What is answered to `account/chatgptAuthTokens/refresh`.
public struct ChatgptAuthTokensRefreshResponse: JSONCodable {
    public var accessToken: String
    public var chatgptAccountId: String
    public var chatgptPlanType: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        accessToken: String, chatgptAccountId: String, chatgptPlanType: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.accessToken = accessToken
        self.chatgptAccountId = chatgptAccountId
        self.chatgptPlanType = chatgptPlanType
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.accessToken = try members.required("accessToken")
        self.chatgptAccountId = try members.required("chatgptAccountId")
        self.chatgptPlanType = try members.presence("chatgptPlanType")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("accessToken", accessToken)
        members.set("chatgptAccountId", chatgptAccountId)
        members.setPresence("chatgptPlanType", chatgptPlanType)
        return .object(members)
    }
}

/// The schema's `ConsumeAccountRateLimitResetCreditOutcome`.
public enum ConsumeAccountRateLimitResetCreditOutcome: OpenEnum {
    case reset
    case nothingToReset
    case noCredit
    case alreadyRedeemed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "reset": self = .reset
        case "nothingToReset": self = .nothingToReset
        case "noCredit": self = .noCredit
        case "alreadyRedeemed": self = .alreadyRedeemed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .reset: "reset"
        case .nothingToReset: "nothingToReset"
        case .noCredit: "noCredit"
        case .alreadyRedeemed: "alreadyRedeemed"
        case .unknown(let word): word
        }
    }
}

/// What `account/rateLimitResetCredit/consume` asks. Stable.
public struct ConsumeAccountRateLimitResetCreditParams: ClientRequestParams {
    public typealias Response = ConsumeAccountRateLimitResetCreditResponse
    public static let method = "account/rateLimitResetCredit/consume"

    public var creditId: Presence<String>
    public var idempotencyKey: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(creditId: Presence<String> = .absent, idempotencyKey: String, additional: [String: JSONValue] = [:]) {
        self.creditId = creditId
        self.idempotencyKey = idempotencyKey
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.creditId = try members.presence("creditId")
        self.idempotencyKey = try members.required("idempotencyKey")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("creditId", creditId)
        members.set("idempotencyKey", idempotencyKey)
        return .object(members)
    }
}

/// What is answered to `account/rateLimitResetCredit/consume`.
public struct ConsumeAccountRateLimitResetCreditResponse: JSONCodable {
    public var outcome: ConsumeAccountRateLimitResetCreditOutcome
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(outcome: ConsumeAccountRateLimitResetCreditOutcome, additional: [String: JSONValue] = [:]) {
        self.outcome = outcome
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.outcome = try members.required("outcome")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("outcome", outcome)
        return .object(members)
    }
}

/// The schema's `CreditsSnapshot`.
public struct CreditsSnapshot: JSONCodable {
    public var balance: Presence<String>
    public var hasCredits: Bool
    public var unlimited: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        balance: Presence<String> = .absent, hasCredits: Bool, unlimited: Bool, additional: [String: JSONValue] = [:]
    ) {
        self.balance = balance
        self.hasCredits = hasCredits
        self.unlimited = unlimited
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.balance = try members.presence("balance")
        self.hasCredits = try members.required("hasCredits")
        self.unlimited = try members.required("unlimited")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("balance", balance)
        members.set("hasCredits", hasCredits)
        members.set("unlimited", unlimited)
        return .object(members)
    }
}

/// The schema's `DesktopOnboardingEntrypoint`.
public enum DesktopOnboardingEntrypoint: OpenEnum {
    case lifeSciences
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "life_sciences": self = .lifeSciences
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .lifeSciences: "life_sciences"
        case .unknown(let word): word
        }
    }
}

/// What is answered to `account/gatewayOAuth/cancel`.
public struct GatewayOAuthCancelResponse: JSONCodable {
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

/// What `account/gatewayOAuth/changed` tells.
public struct GatewayOAuthChangedNotification: NotificationParams {
    public static let method = "account/gatewayOAuth/changed"

    public var authUrl: Presence<String>
    public var error: Presence<String>
    public var providerId: String
    public var status: GatewayOAuthStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        authUrl: Presence<String> = .absent, error: Presence<String> = .absent, providerId: String,
        status: GatewayOAuthStatus, additional: [String: JSONValue] = [:]
    ) {
        self.authUrl = authUrl
        self.error = error
        self.providerId = providerId
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.authUrl = try members.presence("authUrl")
        self.error = try members.presence("error")
        self.providerId = try members.required("providerId")
        self.status = try members.required("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("authUrl", authUrl)
        members.setPresence("error", error)
        members.set("providerId", providerId)
        members.set("status", status)
        return .object(members)
    }
}

/// What is answered to `account/gatewayOAuth/login`.
public struct GatewayOAuthLoginResponse: JSONCodable {
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

/// What is answered to `account/gatewayOAuth/read`.
public struct GatewayOAuthReadResponse: JSONCodable {
    public var error: Presence<String>
    public var providerId: String
    public var providerName: String
    public var required: Bool
    public var status: Presence<GatewayOAuthStatus>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        error: Presence<String> = .absent, providerId: String, providerName: String, required: Bool,
        status: Presence<GatewayOAuthStatus> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.error = error
        self.providerId = providerId
        self.providerName = providerName
        self.required = required
        self.status = status
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.error = try members.presence("error")
        self.providerId = try members.required("providerId")
        self.providerName = try members.required("providerName")
        self.required = try members.required("required")
        self.status = try members.presence("status")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("error", error)
        members.set("providerId", providerId)
        members.set("providerName", providerName)
        members.set("required", required)
        members.setPresence("status", status)
        return .object(members)
    }
}

/// The schema's `GatewayOAuthStatus`.
public enum GatewayOAuthStatus: OpenEnum {
    case notReady
    case started
    case succeeded
    case failed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "notReady": self = .notReady
        case "started": self = .started
        case "succeeded": self = .succeeded
        case "failed": self = .failed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .notReady: "notReady"
        case .started: "started"
        case .succeeded: "succeeded"
        case .failed: "failed"
        case .unknown(let word): word
        }
    }
}

/// What `account/read` asks. Stable.
public struct GetAccountParams: ClientRequestParams {
    public typealias Response = GetAccountResponse
    public static let method = "account/read"

    public var refreshToken: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(refreshToken: Bool? = nil, additional: [String: JSONValue] = [:]) {
        self.refreshToken = refreshToken
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.refreshToken = try members.optional("refreshToken")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("refreshToken", refreshToken)
        return .object(members)
    }
}

/// What `account/rateLimits/read` asks. Stable.
public struct GetAccountRateLimitsParams: ClientRequestParams {
    public typealias Response = GetAccountRateLimitsResponse
    public static let method = "account/rateLimits/read"

    public var excludeResetCreditDetails: Bool?
    public var supportsLunaReserve: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        excludeResetCreditDetails: Bool? = nil, supportsLunaReserve: Bool? = nil, additional: [String: JSONValue] = [:]
    ) {
        self.excludeResetCreditDetails = excludeResetCreditDetails
        self.supportsLunaReserve = supportsLunaReserve
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.excludeResetCreditDetails = try members.optional("excludeResetCreditDetails")
        self.supportsLunaReserve = try members.optional("supportsLunaReserve")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("excludeResetCreditDetails", excludeResetCreditDetails)
        members.setOptional("supportsLunaReserve", supportsLunaReserve)
        return .object(members)
    }
}

/// What is answered to `account/rateLimits/read`.
public struct GetAccountRateLimitsResponse: JSONCodable {
    public var accountId: Presence<String>
    public var ordinaryUsageAllowed: Presence<Bool>
    public var rateLimitResetCredits: Presence<RateLimitResetCreditsSummary>
    public var rateLimitUpsell: JSONValue?
    public var rateLimits: RateLimitSnapshot
    public var rateLimitsByLimitId: Presence<[String: RateLimitSnapshot]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        accountId: Presence<String> = .absent, ordinaryUsageAllowed: Presence<Bool> = .absent,
        rateLimitResetCredits: Presence<RateLimitResetCreditsSummary> = .absent, rateLimitUpsell: JSONValue? = nil,
        rateLimits: RateLimitSnapshot, rateLimitsByLimitId: Presence<[String: RateLimitSnapshot]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.accountId = accountId
        self.ordinaryUsageAllowed = ordinaryUsageAllowed
        self.rateLimitResetCredits = rateLimitResetCredits
        self.rateLimitUpsell = rateLimitUpsell
        self.rateLimits = rateLimits
        self.rateLimitsByLimitId = rateLimitsByLimitId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.accountId = try members.presence("accountId")
        self.ordinaryUsageAllowed = try members.presence("ordinaryUsageAllowed")
        self.rateLimitResetCredits = try members.presence("rateLimitResetCredits")
        self.rateLimitUpsell = try members.optional("rateLimitUpsell")
        self.rateLimits = try members.required("rateLimits")
        self.rateLimitsByLimitId = try members.presence("rateLimitsByLimitId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("accountId", accountId)
        members.setPresence("ordinaryUsageAllowed", ordinaryUsageAllowed)
        members.setPresence("rateLimitResetCredits", rateLimitResetCredits)
        members.setOptional("rateLimitUpsell", rateLimitUpsell)
        members.set("rateLimits", rateLimits)
        members.setPresence("rateLimitsByLimitId", rateLimitsByLimitId)
        return .object(members)
    }
}

/// What is answered to `account/read`.
public struct GetAccountResponse: JSONCodable {
    public var account: Presence<Account>
    public var requiresOpenaiAuth: Bool
    public var workspaceRouting: Presence<WorkspaceRouting>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        account: Presence<Account> = .absent, requiresOpenaiAuth: Bool,
        workspaceRouting: Presence<WorkspaceRouting> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.account = account
        self.requiresOpenaiAuth = requiresOpenaiAuth
        self.workspaceRouting = workspaceRouting
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.account = try members.presence("account")
        self.requiresOpenaiAuth = try members.required("requiresOpenaiAuth")
        self.workspaceRouting = try members.presence("workspaceRouting")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("account", account)
        members.set("requiresOpenaiAuth", requiresOpenaiAuth)
        members.setPresence("workspaceRouting", workspaceRouting)
        return .object(members)
    }
}

/// What `account/usage/read` asks. Stable.
public struct GetAccountTokenUsageParams: ClientRequestParams {
    public typealias Response = GetAccountTokenUsageResponse
    public static let method = "account/usage/read"

    public var threadId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.presence("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `account/usage/read`.
public struct GetAccountTokenUsageResponse: JSONCodable {
    public var dailyUsageBuckets: Presence<[AccountTokenUsageDailyBucket]>
    public var summary: AccountTokenUsageSummary
    public var threadUsage: Presence<ThreadUsage>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        dailyUsageBuckets: Presence<[AccountTokenUsageDailyBucket]> = .absent, summary: AccountTokenUsageSummary,
        threadUsage: Presence<ThreadUsage> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.dailyUsageBuckets = dailyUsageBuckets
        self.summary = summary
        self.threadUsage = threadUsage
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.dailyUsageBuckets = try members.presence("dailyUsageBuckets")
        self.summary = try members.required("summary")
        self.threadUsage = try members.presence("threadUsage")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("dailyUsageBuckets", dailyUsageBuckets)
        members.set("summary", summary)
        members.setPresence("threadUsage", threadUsage)
        return .object(members)
    }
}

/// What is answered to `account/workspaceMessages/read`.
public struct GetWorkspaceMessagesResponse: JSONCodable {
    public var featureEnabled: Bool
    public var messages: [WorkspaceMessage]
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(featureEnabled: Bool, messages: [WorkspaceMessage], additional: [String: JSONValue] = [:]) {
        self.featureEnabled = featureEnabled
        self.messages = messages
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.featureEnabled = try members.required("featureEnabled")
        self.messages = try members.required("messages")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("featureEnabled", featureEnabled)
        members.set("messages", messages)
        return .object(members)
    }
}

/// What `account/login/start` asks. Stable.
public indirect enum LoginAccountParams: JSONCodable {
    case apiKey(LoginAccountParams.ApiKey)
    case chatgpt(LoginAccountParams.Chatgpt)
    case chatgptDeviceCode(NoMembers = NoMembers())
    case chatgptAuthTokens(LoginAccountParams.ChatgptAuthTokens)
    case amazonBedrock(LoginAccountParams.AmazonBedrock)
    case amazonBedrockAccessKeys(LoginAccountParams.AmazonBedrockAccessKeys)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "apiKey": self = .apiKey(try LoginAccountParams.ApiKey(json: json))
        case "chatgpt": self = .chatgpt(try LoginAccountParams.Chatgpt(json: json))
        case "chatgptDeviceCode": self = .chatgptDeviceCode(try NoMembers(json: json, tag: "type"))
        case "chatgptAuthTokens": self = .chatgptAuthTokens(try LoginAccountParams.ChatgptAuthTokens(json: json))
        case "amazonBedrock": self = .amazonBedrock(try LoginAccountParams.AmazonBedrock(json: json))
        case "amazonBedrockAccessKeys":
            self = .amazonBedrockAccessKeys(try LoginAccountParams.AmazonBedrockAccessKeys(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .apiKey(let payload): payload.json.tagged("type", "apiKey")
        case .chatgpt(let payload): payload.json.tagged("type", "chatgpt")
        case .chatgptDeviceCode(let payload): payload.json.tagged("type", "chatgptDeviceCode")
        case .chatgptAuthTokens(let payload): payload.json.tagged("type", "chatgptAuthTokens")
        case .amazonBedrock(let payload): payload.json.tagged("type", "amazonBedrock")
        case .amazonBedrockAccessKeys(let payload): payload.json.tagged("type", "amazonBedrockAccessKeys")
        case .unknown(let json): json
        }
    }
}

extension LoginAccountParams {
    /// The schema's `LoginAccountParams.AmazonBedrock`.
    public struct AmazonBedrock: JSONCodable {
        public var apiKey: String
        public var region: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(apiKey: String, region: String, additional: [String: JSONValue] = [:]) {
            self.apiKey = apiKey
            self.region = region
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.apiKey = try members.required("apiKey")
            self.region = try members.required("region")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("apiKey", apiKey)
            members.set("region", region)
            return .object(members)
        }
    }
}

extension LoginAccountParams {
    /// The schema's `LoginAccountParams.AmazonBedrockAccessKeys`.
    public struct AmazonBedrockAccessKeys: JSONCodable {
        public var accessKeyId: String
        public var region: String
        public var secretAccessKey: String
        public var sessionToken: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            accessKeyId: String, region: String, secretAccessKey: String, sessionToken: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.accessKeyId = accessKeyId
            self.region = region
            self.secretAccessKey = secretAccessKey
            self.sessionToken = sessionToken
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.accessKeyId = try members.required("accessKeyId")
            self.region = try members.required("region")
            self.secretAccessKey = try members.required("secretAccessKey")
            self.sessionToken = try members.presence("sessionToken")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("accessKeyId", accessKeyId)
            members.set("region", region)
            members.set("secretAccessKey", secretAccessKey)
            members.setPresence("sessionToken", sessionToken)
            return .object(members)
        }
    }
}

extension LoginAccountParams {
    /// The schema's `LoginAccountParams.ApiKey`.
    public struct ApiKey: JSONCodable {
        public var apiKey: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(apiKey: String, additional: [String: JSONValue] = [:]) {
            self.apiKey = apiKey
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.apiKey = try members.required("apiKey")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("apiKey", apiKey)
            return .object(members)
        }
    }
}

extension LoginAccountParams {
    /// The schema's `LoginAccountParams.Chatgpt`.
    public struct Chatgpt: JSONCodable {
        public var appBrand: Presence<LoginAppBrand>
        public var codexStreamlinedLogin: Bool?
        public var useHostedLoginSuccessPage: Bool?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            appBrand: Presence<LoginAppBrand> = .absent, codexStreamlinedLogin: Bool? = nil,
            useHostedLoginSuccessPage: Bool? = nil, additional: [String: JSONValue] = [:]
        ) {
            self.appBrand = appBrand
            self.codexStreamlinedLogin = codexStreamlinedLogin
            self.useHostedLoginSuccessPage = useHostedLoginSuccessPage
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.appBrand = try members.presence("appBrand")
            self.codexStreamlinedLogin = try members.optional("codexStreamlinedLogin")
            self.useHostedLoginSuccessPage = try members.optional("useHostedLoginSuccessPage")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("appBrand", appBrand)
            members.setOptional("codexStreamlinedLogin", codexStreamlinedLogin)
            members.setOptional("useHostedLoginSuccessPage", useHostedLoginSuccessPage)
            return .object(members)
        }
    }
}

extension LoginAccountParams {
    /// The schema's `LoginAccountParams.ChatgptAuthTokens`.
    public struct ChatgptAuthTokens: JSONCodable {
        public var accessToken: String
        public var chatgptAccountId: String
        public var chatgptPlanType: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            accessToken: String, chatgptAccountId: String, chatgptPlanType: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.accessToken = accessToken
            self.chatgptAccountId = chatgptAccountId
            self.chatgptPlanType = chatgptPlanType
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.accessToken = try members.required("accessToken")
            self.chatgptAccountId = try members.required("chatgptAccountId")
            self.chatgptPlanType = try members.presence("chatgptPlanType")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("accessToken", accessToken)
            members.set("chatgptAccountId", chatgptAccountId)
            members.setPresence("chatgptPlanType", chatgptPlanType)
            return .object(members)
        }
    }
}

/// What is answered to `account/login/start`.
public indirect enum LoginAccountResponse: JSONCodable {
    case apiKey(NoMembers = NoMembers())
    case chatgpt(LoginAccountResponse.Chatgpt)
    case chatgptDeviceCode(LoginAccountResponse.ChatgptDeviceCode)
    case chatgptAuthTokens(NoMembers = NoMembers())
    case amazonBedrock(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "apiKey": self = .apiKey(try NoMembers(json: json, tag: "type"))
        case "chatgpt": self = .chatgpt(try LoginAccountResponse.Chatgpt(json: json))
        case "chatgptDeviceCode": self = .chatgptDeviceCode(try LoginAccountResponse.ChatgptDeviceCode(json: json))
        case "chatgptAuthTokens": self = .chatgptAuthTokens(try NoMembers(json: json, tag: "type"))
        case "amazonBedrock": self = .amazonBedrock(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .apiKey(let payload): payload.json.tagged("type", "apiKey")
        case .chatgpt(let payload): payload.json.tagged("type", "chatgpt")
        case .chatgptDeviceCode(let payload): payload.json.tagged("type", "chatgptDeviceCode")
        case .chatgptAuthTokens(let payload): payload.json.tagged("type", "chatgptAuthTokens")
        case .amazonBedrock(let payload): payload.json.tagged("type", "amazonBedrock")
        case .unknown(let json): json
        }
    }
}

extension LoginAccountResponse {
    /// The schema's `LoginAccountResponse.Chatgpt`.
    public struct Chatgpt: JSONCodable {
        public var authUrl: String
        public var loginId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(authUrl: String, loginId: String, additional: [String: JSONValue] = [:]) {
            self.authUrl = authUrl
            self.loginId = loginId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.authUrl = try members.required("authUrl")
            self.loginId = try members.required("loginId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("authUrl", authUrl)
            members.set("loginId", loginId)
            return .object(members)
        }
    }
}

extension LoginAccountResponse {
    /// The schema's `LoginAccountResponse.ChatgptDeviceCode`.
    public struct ChatgptDeviceCode: JSONCodable {
        public var loginId: String
        public var userCode: String
        public var verificationUrl: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(loginId: String, userCode: String, verificationUrl: String, additional: [String: JSONValue] = [:]) {
            self.loginId = loginId
            self.userCode = userCode
            self.verificationUrl = verificationUrl
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.loginId = try members.required("loginId")
            self.userCode = try members.required("userCode")
            self.verificationUrl = try members.required("verificationUrl")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("loginId", loginId)
            members.set("userCode", userCode)
            members.set("verificationUrl", verificationUrl)
            return .object(members)
        }
    }
}

/// The schema's `LoginAppBrand`.
public enum LoginAppBrand: OpenEnum {
    case codex
    case chatgpt
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "codex": self = .codex
        case "chatgpt": self = .chatgpt
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .codex: "codex"
        case .chatgpt: "chatgpt"
        case .unknown(let word): word
        }
    }
}

/// What is answered to `account/logout`.
public struct LogoutAccountResponse: JSONCodable {
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

/// The schema's `PlanType`.
public enum PlanType: OpenEnum {
    case free
    case go
    case plus
    case pro
    case prolite
    case promax
    case team
    case selfServeBusinessProlite
    case selfServeBusinessUsageBased
    case business
    case ent26
    case enterpriseCbpAutomation
    case enterpriseCbpUsageBased
    case enterprise
    case edu
    case eduPlus
    case eduPro
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "free": self = .free
        case "go": self = .go
        case "plus": self = .plus
        case "pro": self = .pro
        case "prolite": self = .prolite
        case "promax": self = .promax
        case "team": self = .team
        case "self_serve_business_prolite": self = .selfServeBusinessProlite
        case "self_serve_business_usage_based": self = .selfServeBusinessUsageBased
        case "business": self = .business
        case "ent26": self = .ent26
        case "enterprise_cbp_automation": self = .enterpriseCbpAutomation
        case "enterprise_cbp_usage_based": self = .enterpriseCbpUsageBased
        case "enterprise": self = .enterprise
        case "edu": self = .edu
        case "edu_plus": self = .eduPlus
        case "edu_pro": self = .eduPro
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .free: "free"
        case .go: "go"
        case .plus: "plus"
        case .pro: "pro"
        case .prolite: "prolite"
        case .promax: "promax"
        case .team: "team"
        case .selfServeBusinessProlite: "self_serve_business_prolite"
        case .selfServeBusinessUsageBased: "self_serve_business_usage_based"
        case .business: "business"
        case .ent26: "ent26"
        case .enterpriseCbpAutomation: "enterprise_cbp_automation"
        case .enterpriseCbpUsageBased: "enterprise_cbp_usage_based"
        case .enterprise: "enterprise"
        case .edu: "edu"
        case .eduPlus: "edu_plus"
        case .eduPro: "edu_pro"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RateLimitReachedType`.
public enum RateLimitReachedType: OpenEnum {
    case rateLimitReached
    case workspaceOwnerCreditsDepleted
    case workspaceMemberCreditsDepleted
    case workspaceOwnerUsageLimitReached
    case workspaceMemberUsageLimitReached
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "rate_limit_reached": self = .rateLimitReached
        case "workspace_owner_credits_depleted": self = .workspaceOwnerCreditsDepleted
        case "workspace_member_credits_depleted": self = .workspaceMemberCreditsDepleted
        case "workspace_owner_usage_limit_reached": self = .workspaceOwnerUsageLimitReached
        case "workspace_member_usage_limit_reached": self = .workspaceMemberUsageLimitReached
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .rateLimitReached: "rate_limit_reached"
        case .workspaceOwnerCreditsDepleted: "workspace_owner_credits_depleted"
        case .workspaceMemberCreditsDepleted: "workspace_member_credits_depleted"
        case .workspaceOwnerUsageLimitReached: "workspace_owner_usage_limit_reached"
        case .workspaceMemberUsageLimitReached: "workspace_member_usage_limit_reached"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RateLimitResetCredit`.
public struct RateLimitResetCredit: JSONCodable {
    public var description: Presence<String>
    public var expiresAt: Presence<Int>
    public var grantedAt: Int
    public var id: String
    public var resetType: RateLimitResetType
    public var status: RateLimitResetCreditStatus
    public var title: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        description: Presence<String> = .absent, expiresAt: Presence<Int> = .absent, grantedAt: Int, id: String,
        resetType: RateLimitResetType, status: RateLimitResetCreditStatus, title: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.description = description
        self.expiresAt = expiresAt
        self.grantedAt = grantedAt
        self.id = id
        self.resetType = resetType
        self.status = status
        self.title = title
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.description = try members.presence("description")
        self.expiresAt = try members.presence("expiresAt")
        self.grantedAt = try members.required("grantedAt")
        self.id = try members.required("id")
        self.resetType = try members.required("resetType")
        self.status = try members.required("status")
        self.title = try members.presence("title")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("description", description)
        members.setPresence("expiresAt", expiresAt)
        members.set("grantedAt", grantedAt)
        members.set("id", id)
        members.set("resetType", resetType)
        members.set("status", status)
        members.setPresence("title", title)
        return .object(members)
    }
}

/// The schema's `RateLimitResetCreditStatus`.
public enum RateLimitResetCreditStatus: OpenEnum {
    case available
    case redeeming
    case redeemed
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "available": self = .available
        case "redeeming": self = .redeeming
        case "redeemed": self = .redeemed
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .available: "available"
        case .redeeming: "redeeming"
        case .redeemed: "redeemed"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RateLimitResetCreditsSummary`.
public struct RateLimitResetCreditsSummary: JSONCodable {
    public var availableCount: Int
    public var credits: Presence<[RateLimitResetCredit]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        availableCount: Int, credits: Presence<[RateLimitResetCredit]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.availableCount = availableCount
        self.credits = credits
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.availableCount = try members.required("availableCount")
        self.credits = try members.presence("credits")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("availableCount", availableCount)
        members.setPresence("credits", credits)
        return .object(members)
    }
}

/// The schema's `RateLimitResetType`.
public enum RateLimitResetType: OpenEnum {
    case codexRateLimits
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "codexRateLimits": self = .codexRateLimits
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .codexRateLimits: "codexRateLimits"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RateLimitSnapshot`.
public struct RateLimitSnapshot: JSONCodable {
    public var credits: Presence<CreditsSnapshot>
    public var individualLimit: Presence<SpendControlLimitSnapshot>
    public var limitId: Presence<String>
    public var limitName: Presence<String>
    public var normalModelSlug: Presence<String>
    public var planType: Presence<PlanType>
    public var primary: Presence<RateLimitWindow>
    public var rateLimitReachedType: Presence<RateLimitReachedType>
    public var secondary: Presence<RateLimitWindow>
    public var spendControlReached: Presence<Bool>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        credits: Presence<CreditsSnapshot> = .absent, individualLimit: Presence<SpendControlLimitSnapshot> = .absent,
        limitId: Presence<String> = .absent, limitName: Presence<String> = .absent,
        normalModelSlug: Presence<String> = .absent, planType: Presence<PlanType> = .absent,
        primary: Presence<RateLimitWindow> = .absent, rateLimitReachedType: Presence<RateLimitReachedType> = .absent,
        secondary: Presence<RateLimitWindow> = .absent, spendControlReached: Presence<Bool> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.credits = credits
        self.individualLimit = individualLimit
        self.limitId = limitId
        self.limitName = limitName
        self.normalModelSlug = normalModelSlug
        self.planType = planType
        self.primary = primary
        self.rateLimitReachedType = rateLimitReachedType
        self.secondary = secondary
        self.spendControlReached = spendControlReached
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.credits = try members.presence("credits")
        self.individualLimit = try members.presence("individualLimit")
        self.limitId = try members.presence("limitId")
        self.limitName = try members.presence("limitName")
        self.normalModelSlug = try members.presence("normalModelSlug")
        self.planType = try members.presence("planType")
        self.primary = try members.presence("primary")
        self.rateLimitReachedType = try members.presence("rateLimitReachedType")
        self.secondary = try members.presence("secondary")
        self.spendControlReached = try members.presence("spendControlReached")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("credits", credits)
        members.setPresence("individualLimit", individualLimit)
        members.setPresence("limitId", limitId)
        members.setPresence("limitName", limitName)
        members.setPresence("normalModelSlug", normalModelSlug)
        members.setPresence("planType", planType)
        members.setPresence("primary", primary)
        members.setPresence("rateLimitReachedType", rateLimitReachedType)
        members.setPresence("secondary", secondary)
        members.setPresence("spendControlReached", spendControlReached)
        return .object(members)
    }
}

/// The schema's `RateLimitWindow`.
public struct RateLimitWindow: JSONCodable {
    public var resetsAt: Presence<Int>
    public var usedPercent: Int
    public var windowDurationMins: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        resetsAt: Presence<Int> = .absent, usedPercent: Int, windowDurationMins: Presence<Int> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.resetsAt = resetsAt
        self.usedPercent = usedPercent
        self.windowDurationMins = windowDurationMins
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.resetsAt = try members.presence("resetsAt")
        self.usedPercent = try members.required("usedPercent")
        self.windowDurationMins = try members.presence("windowDurationMins")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("resetsAt", resetsAt)
        members.set("usedPercent", usedPercent)
        members.setPresence("windowDurationMins", windowDurationMins)
        return .object(members)
    }
}

/// What `account/sendAddCreditsNudgeEmail` asks. Stable.
public struct SendAddCreditsNudgeEmailParams: ClientRequestParams {
    public typealias Response = SendAddCreditsNudgeEmailResponse
    public static let method = "account/sendAddCreditsNudgeEmail"

    public var creditType: AddCreditsNudgeCreditType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(creditType: AddCreditsNudgeCreditType, additional: [String: JSONValue] = [:]) {
        self.creditType = creditType
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.creditType = try members.required("creditType")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("creditType", creditType)
        return .object(members)
    }
}

/// What is answered to `account/sendAddCreditsNudgeEmail`.
public struct SendAddCreditsNudgeEmailResponse: JSONCodable {
    public var status: AddCreditsNudgeEmailStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: AddCreditsNudgeEmailStatus, additional: [String: JSONValue] = [:]) {
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

/// The schema's `SpendControlLimitSnapshot`.
public struct SpendControlLimitSnapshot: JSONCodable {
    public var limit: String
    public var remainingPercent: Int
    public var resetsAt: Int
    public var used: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        limit: String, remainingPercent: Int, resetsAt: Int, used: String, additional: [String: JSONValue] = [:]
    ) {
        self.limit = limit
        self.remainingPercent = remainingPercent
        self.resetsAt = resetsAt
        self.used = used
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.limit = try members.required("limit")
        self.remainingPercent = try members.required("remainingPercent")
        self.resetsAt = try members.required("resetsAt")
        self.used = try members.required("used")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("limit", limit)
        members.set("remainingPercent", remainingPercent)
        members.set("resetsAt", resetsAt)
        members.set("used", used)
        return .object(members)
    }
}

/// The schema's `ThreadUsage`.
public struct ThreadUsage: JSONCodable {
    public var estimatedUsageCreditsMicros: Int
    public var estimatedUsageUsdMicros: Presence<Int>
    public var groups: [ThreadUsageBreakdownGroup]
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        estimatedUsageCreditsMicros: Int, estimatedUsageUsdMicros: Presence<Int> = .absent,
        groups: [ThreadUsageBreakdownGroup], threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.estimatedUsageCreditsMicros = estimatedUsageCreditsMicros
        self.estimatedUsageUsdMicros = estimatedUsageUsdMicros
        self.groups = groups
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.estimatedUsageCreditsMicros = try members.required("estimatedUsageCreditsMicros")
        self.estimatedUsageUsdMicros = try members.presence("estimatedUsageUsdMicros")
        self.groups = try members.required("groups")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("estimatedUsageCreditsMicros", estimatedUsageCreditsMicros)
        members.setPresence("estimatedUsageUsdMicros", estimatedUsageUsdMicros)
        members.set("groups", groups)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// The schema's `ThreadUsageBreakdownGroup`.
public struct ThreadUsageBreakdownGroup: JSONCodable {
    public var cachedInputTokens: Presence<Int>
    public var estimatedUsageCreditsMicros: Int
    public var inputTokens: Presence<Int>
    public var model: Presence<String>
    public var netNewInputTokens: Presence<Int>
    public var outputTokens: Presence<Int>
    public var reasoningEffort: Presence<String>
    public var speed: Presence<String>
    public var totalTokens: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cachedInputTokens: Presence<Int> = .absent, estimatedUsageCreditsMicros: Int,
        inputTokens: Presence<Int> = .absent, model: Presence<String> = .absent,
        netNewInputTokens: Presence<Int> = .absent, outputTokens: Presence<Int> = .absent,
        reasoningEffort: Presence<String> = .absent, speed: Presence<String> = .absent,
        totalTokens: Presence<Int> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.cachedInputTokens = cachedInputTokens
        self.estimatedUsageCreditsMicros = estimatedUsageCreditsMicros
        self.inputTokens = inputTokens
        self.model = model
        self.netNewInputTokens = netNewInputTokens
        self.outputTokens = outputTokens
        self.reasoningEffort = reasoningEffort
        self.speed = speed
        self.totalTokens = totalTokens
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cachedInputTokens = try members.presence("cachedInputTokens")
        self.estimatedUsageCreditsMicros = try members.required("estimatedUsageCreditsMicros")
        self.inputTokens = try members.presence("inputTokens")
        self.model = try members.presence("model")
        self.netNewInputTokens = try members.presence("netNewInputTokens")
        self.outputTokens = try members.presence("outputTokens")
        self.reasoningEffort = try members.presence("reasoningEffort")
        self.speed = try members.presence("speed")
        self.totalTokens = try members.presence("totalTokens")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cachedInputTokens", cachedInputTokens)
        members.set("estimatedUsageCreditsMicros", estimatedUsageCreditsMicros)
        members.setPresence("inputTokens", inputTokens)
        members.setPresence("model", model)
        members.setPresence("netNewInputTokens", netNewInputTokens)
        members.setPresence("outputTokens", outputTokens)
        members.setPresence("reasoningEffort", reasoningEffort)
        members.setPresence("speed", speed)
        members.setPresence("totalTokens", totalTokens)
        return .object(members)
    }
}

/// The schema's `WorkspaceMessage`.
public struct WorkspaceMessage: JSONCodable {
    public var archivedAt: Presence<Int>
    public var createdAt: Presence<Int>
    public var messageBody: String
    public var messageId: String
    public var messageType: WorkspaceMessageType
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        archivedAt: Presence<Int> = .absent, createdAt: Presence<Int> = .absent, messageBody: String, messageId: String,
        messageType: WorkspaceMessageType, additional: [String: JSONValue] = [:]
    ) {
        self.archivedAt = archivedAt
        self.createdAt = createdAt
        self.messageBody = messageBody
        self.messageId = messageId
        self.messageType = messageType
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.archivedAt = try members.presence("archivedAt")
        self.createdAt = try members.presence("createdAt")
        self.messageBody = try members.required("messageBody")
        self.messageId = try members.required("messageId")
        self.messageType = try members.required("messageType")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("archivedAt", archivedAt)
        members.setPresence("createdAt", createdAt)
        members.set("messageBody", messageBody)
        members.set("messageId", messageId)
        members.set("messageType", messageType)
        return .object(members)
    }
}

/// The schema's `WorkspaceMessageType`.
public enum WorkspaceMessageType: OpenEnum {
    case headline
    case announcement
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "headline": self = .headline
        case "announcement": self = .announcement
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .headline: "headline"
        case .announcement: "announcement"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// The schema's `WorkspaceRouting`.
public struct WorkspaceRouting: JSONCodable {
    public var accountRoutingOverride: AccountRoutingOverride
    public var backendOrigin: String
    public var chatgptAccountId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        accountRoutingOverride: AccountRoutingOverride, backendOrigin: String, chatgptAccountId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.accountRoutingOverride = accountRoutingOverride
        self.backendOrigin = backendOrigin
        self.chatgptAccountId = chatgptAccountId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.accountRoutingOverride = try members.required("accountRoutingOverride")
        self.backendOrigin = try members.required("backendOrigin")
        self.chatgptAccountId = try members.required("chatgptAccountId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("accountRoutingOverride", accountRoutingOverride)
        members.set("backendOrigin", backendOrigin)
        members.set("chatgptAccountId", chatgptAccountId)
        return .object(members)
    }
}
