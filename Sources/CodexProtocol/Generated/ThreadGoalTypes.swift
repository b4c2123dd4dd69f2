// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadGoal`.
public struct ThreadGoal: JSONCodable {
    public var createdAt: Int
    public var objective: String
    public var status: ThreadGoalStatus
    public var threadId: String
    public var timeUsedSeconds: Int
    public var tokenBudget: Presence<Int>
    public var tokensUsed: Int
    public var updatedAt: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        createdAt: Int, objective: String, status: ThreadGoalStatus, threadId: String, timeUsedSeconds: Int,
        tokenBudget: Presence<Int> = .absent, tokensUsed: Int, updatedAt: Int, additional: [String: JSONValue] = [:]
    ) {
        self.createdAt = createdAt
        self.objective = objective
        self.status = status
        self.threadId = threadId
        self.timeUsedSeconds = timeUsedSeconds
        self.tokenBudget = tokenBudget
        self.tokensUsed = tokensUsed
        self.updatedAt = updatedAt
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.createdAt = try members.required("createdAt")
        self.objective = try members.required("objective")
        self.status = try members.required("status")
        self.threadId = try members.required("threadId")
        self.timeUsedSeconds = try members.required("timeUsedSeconds")
        self.tokenBudget = try members.presence("tokenBudget")
        self.tokensUsed = try members.required("tokensUsed")
        self.updatedAt = try members.required("updatedAt")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("createdAt", createdAt)
        members.set("objective", objective)
        members.set("status", status)
        members.set("threadId", threadId)
        members.set("timeUsedSeconds", timeUsedSeconds)
        members.setPresence("tokenBudget", tokenBudget)
        members.set("tokensUsed", tokensUsed)
        members.set("updatedAt", updatedAt)
        return .object(members)
    }
}

/// What `thread/goal/clear` asks. Stable.
public struct ThreadGoalClearParams: ClientRequestParams {
    public typealias Response = ThreadGoalClearResponse
    public static let method = "thread/goal/clear"

    public var origin: Presence<ThreadGoalMutationOrigin>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        origin: Presence<ThreadGoalMutationOrigin> = .absent, threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.origin = origin
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.origin = try members.presence("origin")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("origin", origin)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/goal/clear`.
public struct ThreadGoalClearResponse: JSONCodable {
    public var cleared: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(cleared: Bool, additional: [String: JSONValue] = [:]) {
        self.cleared = cleared
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cleared = try members.required("cleared")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("cleared", cleared)
        return .object(members)
    }
}

/// What `thread/goal/cleared` tells.
public struct ThreadGoalClearedNotification: NotificationParams {
    public static let method = "thread/goal/cleared"

    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/goal/get` asks. Stable.
public struct ThreadGoalGetParams: ClientRequestParams {
    public typealias Response = ThreadGoalGetResponse
    public static let method = "thread/goal/get"

    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/goal/get`.
public struct ThreadGoalGetResponse: JSONCodable {
    public var goal: Presence<ThreadGoal>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(goal: Presence<ThreadGoal> = .absent, additional: [String: JSONValue] = [:]) {
        self.goal = goal
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.goal = try members.presence("goal")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("goal", goal)
        return .object(members)
    }
}

/// The schema's `ThreadGoalMutationOrigin`.
public enum ThreadGoalMutationOrigin: OpenEnum {
    case user
    case automatic
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "user": self = .user
        case "automatic": self = .automatic
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .user: "user"
        case .automatic: "automatic"
        case .unknown(let word): word
        }
    }
}

/// What `thread/goal/set` asks. Stable.
public struct ThreadGoalSetParams: ClientRequestParams {
    public typealias Response = ThreadGoalSetResponse
    public static let method = "thread/goal/set"

    public var objective: Presence<String>
    public var origin: Presence<ThreadGoalMutationOrigin>
    public var status: Presence<ThreadGoalStatus>
    public var threadId: String
    public var tokenBudget: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        objective: Presence<String> = .absent, origin: Presence<ThreadGoalMutationOrigin> = .absent,
        status: Presence<ThreadGoalStatus> = .absent, threadId: String, tokenBudget: Presence<Int> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.objective = objective
        self.origin = origin
        self.status = status
        self.threadId = threadId
        self.tokenBudget = tokenBudget
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.objective = try members.presence("objective")
        self.origin = try members.presence("origin")
        self.status = try members.presence("status")
        self.threadId = try members.required("threadId")
        self.tokenBudget = try members.presence("tokenBudget")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("objective", objective)
        members.setPresence("origin", origin)
        members.setPresence("status", status)
        members.set("threadId", threadId)
        members.setPresence("tokenBudget", tokenBudget)
        return .object(members)
    }
}

/// What is answered to `thread/goal/set`.
public struct ThreadGoalSetResponse: JSONCodable {
    public var goal: ThreadGoal
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(goal: ThreadGoal, additional: [String: JSONValue] = [:]) {
        self.goal = goal
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.goal = try members.required("goal")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("goal", goal)
        return .object(members)
    }
}

/// The schema's `ThreadGoalStatus`.
public enum ThreadGoalStatus: OpenEnum {
    case active
    case paused
    case blocked
    case usageLimited
    case budgetLimited
    case complete
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "active": self = .active
        case "paused": self = .paused
        case "blocked": self = .blocked
        case "usageLimited": self = .usageLimited
        case "budgetLimited": self = .budgetLimited
        case "complete": self = .complete
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .active: "active"
        case .paused: "paused"
        case .blocked: "blocked"
        case .usageLimited: "usageLimited"
        case .budgetLimited: "budgetLimited"
        case .complete: "complete"
        case .unknown(let word): word
        }
    }
}

/// What `thread/goal/updated` tells.
public struct ThreadGoalUpdatedNotification: NotificationParams {
    public static let method = "thread/goal/updated"

    public var goal: ThreadGoal
    public var threadId: String
    public var turnId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        goal: ThreadGoal, threadId: String, turnId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.goal = goal
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.goal = try members.required("goal")
        self.threadId = try members.required("threadId")
        self.turnId = try members.presence("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("goal", goal)
        members.set("threadId", threadId)
        members.setPresence("turnId", turnId)
        return .object(members)
    }
}
