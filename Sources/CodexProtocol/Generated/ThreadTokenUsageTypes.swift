// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadTokenUsage`.
public struct ThreadTokenUsage: JSONCodable {
    public var last: TokenUsageBreakdown
    public var modelContextWindow: Presence<Int>
    public var total: TokenUsageBreakdown
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        last: TokenUsageBreakdown, modelContextWindow: Presence<Int> = .absent, total: TokenUsageBreakdown,
        additional: [String: JSONValue] = [:]
    ) {
        self.last = last
        self.modelContextWindow = modelContextWindow
        self.total = total
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.last = try members.required("last")
        self.modelContextWindow = try members.presence("modelContextWindow")
        self.total = try members.required("total")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("last", last)
        members.setPresence("modelContextWindow", modelContextWindow)
        members.set("total", total)
        return .object(members)
    }
}

/// What `thread/tokenUsage/updated` tells.
public struct ThreadTokenUsageUpdatedNotification: NotificationParams {
    public static let method = "thread/tokenUsage/updated"

    public var threadId: String
    public var tokenUsage: ThreadTokenUsage
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, tokenUsage: ThreadTokenUsage, turnId: String, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.tokenUsage = tokenUsage
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.tokenUsage = try members.required("tokenUsage")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        members.set("tokenUsage", tokenUsage)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `TokenUsageBreakdown`.
public struct TokenUsageBreakdown: JSONCodable {
    public var cacheWriteInputTokens: Int?
    public var cachedInputTokens: Int
    public var inputTokens: Int
    public var outputTokens: Int
    public var reasoningOutputTokens: Int
    public var totalTokens: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cacheWriteInputTokens: Int? = nil, cachedInputTokens: Int, inputTokens: Int, outputTokens: Int,
        reasoningOutputTokens: Int, totalTokens: Int, additional: [String: JSONValue] = [:]
    ) {
        self.cacheWriteInputTokens = cacheWriteInputTokens
        self.cachedInputTokens = cachedInputTokens
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.reasoningOutputTokens = reasoningOutputTokens
        self.totalTokens = totalTokens
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cacheWriteInputTokens = try members.optional("cacheWriteInputTokens")
        self.cachedInputTokens = try members.required("cachedInputTokens")
        self.inputTokens = try members.required("inputTokens")
        self.outputTokens = try members.required("outputTokens")
        self.reasoningOutputTokens = try members.required("reasoningOutputTokens")
        self.totalTokens = try members.required("totalTokens")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("cacheWriteInputTokens", cacheWriteInputTokens)
        members.set("cachedInputTokens", cachedInputTokens)
        members.set("inputTokens", inputTokens)
        members.set("outputTokens", outputTokens)
        members.set("reasoningOutputTokens", reasoningOutputTokens)
        members.set("totalTokens", totalTokens)
        return .object(members)
    }
}
