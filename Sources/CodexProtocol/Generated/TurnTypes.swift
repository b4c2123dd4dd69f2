// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `AdditionalContextEntry`.
public struct AdditionalContextEntry: JSONCodable {
    public var kind: AdditionalContextKind
    public var value: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(kind: AdditionalContextKind, value: String, additional: [String: JSONValue] = [:]) {
        self.kind = kind
        self.value = value
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.kind = try members.required("kind")
        self.value = try members.required("value")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("kind", kind)
        members.set("value", value)
        return .object(members)
    }
}

/// The schema's `AdditionalContextKind`.
public enum AdditionalContextKind: OpenEnum {
    case untrusted
    case application
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "untrusted": self = .untrusted
        case "application": self = .application
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .untrusted: "untrusted"
        case .application: "application"
        case .unknown(let word): word
        }
    }
}

/// What `turn/completed` tells.
public struct TurnCompletedNotification: NotificationParams {
    public static let method = "turn/completed"

    public var threadId: String
    public var turn: Turn
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, turn: Turn, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.turn = turn
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.turn = try members.required("turn")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        members.set("turn", turn)
        return .object(members)
    }
}

/// What `turn/diff/updated` tells.
public struct TurnDiffUpdatedNotification: NotificationParams {
    public static let method = "turn/diff/updated"

    public var diff: String
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(diff: String, threadId: String, turnId: String, additional: [String: JSONValue] = [:]) {
        self.diff = diff
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.diff = try members.required("diff")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("diff", diff)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `turn/interrupt` asks. Stable.
public struct TurnInterruptParams: ClientRequestParams {
    public typealias Response = TurnInterruptResponse
    public static let method = "turn/interrupt"

    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, turnId: String, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `turn/interrupt`.
public struct TurnInterruptResponse: JSONCodable {
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

/// What `turn/moderationMetadata` tells.
public struct TurnModerationMetadataNotification: NotificationParams {
    public static let method = "turn/moderationMetadata"

    public var metadata: JSONValue
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(metadata: JSONValue, threadId: String, turnId: String, additional: [String: JSONValue] = [:]) {
        self.metadata = metadata
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.metadata = try members.required("metadata")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("metadata", metadata)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `TurnPlanStep`.
public struct TurnPlanStep: JSONCodable {
    public var status: TurnPlanStepStatus
    public var step: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: TurnPlanStepStatus, step: String, additional: [String: JSONValue] = [:]) {
        self.status = status
        self.step = step
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.status = try members.required("status")
        self.step = try members.required("step")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("status", status)
        members.set("step", step)
        return .object(members)
    }
}

/// The schema's `TurnPlanStepStatus`.
public enum TurnPlanStepStatus: OpenEnum {
    case pending
    case inProgress
    case completed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "pending": self = .pending
        case "inProgress": self = .inProgress
        case "completed": self = .completed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .pending: "pending"
        case .inProgress: "inProgress"
        case .completed: "completed"
        case .unknown(let word): word
        }
    }
}

/// What `turn/plan/updated` tells.
public struct TurnPlanUpdatedNotification: NotificationParams {
    public static let method = "turn/plan/updated"

    public var explanation: Presence<String>
    public var plan: [TurnPlanStep]
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        explanation: Presence<String> = .absent, plan: [TurnPlanStep], threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.explanation = explanation
        self.plan = plan
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.explanation = try members.presence("explanation")
        self.plan = try members.required("plan")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("explanation", explanation)
        members.set("plan", plan)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `turn/settings/update` asks. Experimental.
public struct TurnSettingsUpdateParams: ClientRequestParams {
    public typealias Response = TurnSettingsUpdateResponse
    public static let method = "turn/settings/update"

    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var effort: Presence<ReasoningEffort>
    public var model: Presence<String>
    public var serviceTier: Presence<String>
    public var summary: Presence<ReasoningSummary>
    public var threadId: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalsReviewer: Presence<ApprovalsReviewer> = .absent, effort: Presence<ReasoningEffort> = .absent,
        model: Presence<String> = .absent, serviceTier: Presence<String> = .absent,
        summary: Presence<ReasoningSummary> = .absent, threadId: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.approvalsReviewer = approvalsReviewer
        self.effort = effort
        self.model = model
        self.serviceTier = serviceTier
        self.summary = summary
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalsReviewer = try members.presence("approvalsReviewer")
        self.effort = try members.presence("effort")
        self.model = try members.presence("model")
        self.serviceTier = try members.presence("serviceTier")
        self.summary = try members.presence("summary")
        self.threadId = try members.required("threadId")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvalsReviewer", approvalsReviewer)
        members.setPresence("effort", effort)
        members.setPresence("model", model)
        members.setPresence("serviceTier", serviceTier)
        members.setPresence("summary", summary)
        members.set("threadId", threadId)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What is answered to `turn/settings/update`.
public struct TurnSettingsUpdateResponse: JSONCodable {
    public var status: TurnSettingsUpdateStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: TurnSettingsUpdateStatus, additional: [String: JSONValue] = [:]) {
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

/// The schema's `TurnSettingsUpdateStatus`.
public enum TurnSettingsUpdateStatus: OpenEnum {
    case applied
    case targetUnavailable
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "applied": self = .applied
        case "targetUnavailable": self = .targetUnavailable
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .applied: "applied"
        case .targetUnavailable: "targetUnavailable"
        case .unknown(let word): word
        }
    }
}

/// What `turn/start` asks. Stable.
public struct TurnStartParams: ClientRequestParams {
    public typealias Response = TurnStartResponse
    public static let method = "turn/start"

    public var additionalContext: Presence<[String: AdditionalContextEntry]>
    public var approvalPolicy: Presence<AskForApproval>
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var clientUserMessageId: Presence<String>
    public var collaborationMode: Presence<CollaborationMode>
    public var cwd: Presence<String>
    public var cyberAccessProgram: Presence<CyberAccessProgram>
    public var disabledPluginIds: Presence<[String]>
    public var effort: Presence<ReasoningEffort>
    public var environments: Presence<[TurnEnvironmentParams]>
    public var input: [UserInput]
    public var model: Presence<String>
    public var multiAgentMode: Presence<MultiAgentMode>
    public var outputSchema: JSONValue?
    public var parentTurnId: Presence<String>
    public var permissions: Presence<String>
    public var personality: Presence<Personality>
    public var responsesapiClientMetadata: Presence<[String: String]>
    public var rootTurnId: Presence<String>
    public var runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]>
    public var sandboxPolicy: Presence<SandboxPolicy>
    public var serviceTier: Presence<String>
    public var serviceTierForTurn: Presence<String>
    public var summary: Presence<ReasoningSummary>
    public var threadId: String
    public var toolOutput: Presence<TurnToolOutput>
    public var turnTrigger: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        additionalContext: Presence<[String: AdditionalContextEntry]> = .absent,
        approvalPolicy: Presence<AskForApproval> = .absent, approvalsReviewer: Presence<ApprovalsReviewer> = .absent,
        clientUserMessageId: Presence<String> = .absent, collaborationMode: Presence<CollaborationMode> = .absent,
        cwd: Presence<String> = .absent, cyberAccessProgram: Presence<CyberAccessProgram> = .absent,
        disabledPluginIds: Presence<[String]> = .absent, effort: Presence<ReasoningEffort> = .absent,
        environments: Presence<[TurnEnvironmentParams]> = .absent, input: [UserInput],
        model: Presence<String> = .absent, multiAgentMode: Presence<MultiAgentMode> = .absent,
        outputSchema: JSONValue? = nil, parentTurnId: Presence<String> = .absent,
        permissions: Presence<String> = .absent, personality: Presence<Personality> = .absent,
        responsesapiClientMetadata: Presence<[String: String]> = .absent, rootTurnId: Presence<String> = .absent,
        runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]> = .absent, sandboxPolicy: Presence<SandboxPolicy> = .absent,
        serviceTier: Presence<String> = .absent, serviceTierForTurn: Presence<String> = .absent,
        summary: Presence<ReasoningSummary> = .absent, threadId: String, toolOutput: Presence<TurnToolOutput> = .absent,
        turnTrigger: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.additionalContext = additionalContext
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.clientUserMessageId = clientUserMessageId
        self.collaborationMode = collaborationMode
        self.cwd = cwd
        self.cyberAccessProgram = cyberAccessProgram
        self.disabledPluginIds = disabledPluginIds
        self.effort = effort
        self.environments = environments
        self.input = input
        self.model = model
        self.multiAgentMode = multiAgentMode
        self.outputSchema = outputSchema
        self.parentTurnId = parentTurnId
        self.permissions = permissions
        self.personality = personality
        self.responsesapiClientMetadata = responsesapiClientMetadata
        self.rootTurnId = rootTurnId
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.sandboxPolicy = sandboxPolicy
        self.serviceTier = serviceTier
        self.serviceTierForTurn = serviceTierForTurn
        self.summary = summary
        self.threadId = threadId
        self.toolOutput = toolOutput
        self.turnTrigger = turnTrigger
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.additionalContext = try members.presence("additionalContext")
        self.approvalPolicy = try members.presence("approvalPolicy")
        self.approvalsReviewer = try members.presence("approvalsReviewer")
        self.clientUserMessageId = try members.presence("clientUserMessageId")
        self.collaborationMode = try members.presence("collaborationMode")
        self.cwd = try members.presence("cwd")
        self.cyberAccessProgram = try members.presence("cyberAccessProgram")
        self.disabledPluginIds = try members.presence("disabledPluginIds")
        self.effort = try members.presence("effort")
        self.environments = try members.presence("environments")
        self.input = try members.required("input")
        self.model = try members.presence("model")
        self.multiAgentMode = try members.presence("multiAgentMode")
        self.outputSchema = try members.optional("outputSchema")
        self.parentTurnId = try members.presence("parentTurnId")
        self.permissions = try members.presence("permissions")
        self.personality = try members.presence("personality")
        self.responsesapiClientMetadata = try members.presence("responsesapiClientMetadata")
        self.rootTurnId = try members.presence("rootTurnId")
        self.runtimeWorkspaceRoots = try members.presence("runtimeWorkspaceRoots")
        self.sandboxPolicy = try members.presence("sandboxPolicy")
        self.serviceTier = try members.presence("serviceTier")
        self.serviceTierForTurn = try members.presence("serviceTierForTurn")
        self.summary = try members.presence("summary")
        self.threadId = try members.required("threadId")
        self.toolOutput = try members.presence("toolOutput")
        self.turnTrigger = try members.presence("turnTrigger")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("additionalContext", additionalContext)
        members.setPresence("approvalPolicy", approvalPolicy)
        members.setPresence("approvalsReviewer", approvalsReviewer)
        members.setPresence("clientUserMessageId", clientUserMessageId)
        members.setPresence("collaborationMode", collaborationMode)
        members.setPresence("cwd", cwd)
        members.setPresence("cyberAccessProgram", cyberAccessProgram)
        members.setPresence("disabledPluginIds", disabledPluginIds)
        members.setPresence("effort", effort)
        members.setPresence("environments", environments)
        members.set("input", input)
        members.setPresence("model", model)
        members.setPresence("multiAgentMode", multiAgentMode)
        members.setOptional("outputSchema", outputSchema)
        members.setPresence("parentTurnId", parentTurnId)
        members.setPresence("permissions", permissions)
        members.setPresence("personality", personality)
        members.setPresence("responsesapiClientMetadata", responsesapiClientMetadata)
        members.setPresence("rootTurnId", rootTurnId)
        members.setPresence("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        members.setPresence("sandboxPolicy", sandboxPolicy)
        members.setPresence("serviceTier", serviceTier)
        members.setPresence("serviceTierForTurn", serviceTierForTurn)
        members.setPresence("summary", summary)
        members.set("threadId", threadId)
        members.setPresence("toolOutput", toolOutput)
        members.setPresence("turnTrigger", turnTrigger)
        return .object(members)
    }
}

/// What is answered to `turn/start`.
public struct TurnStartResponse: JSONCodable {
    public var turn: Turn
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(turn: Turn, additional: [String: JSONValue] = [:]) {
        self.turn = turn
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.turn = try members.required("turn")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("turn", turn)
        return .object(members)
    }
}

/// What `turn/started` tells.
public struct TurnStartedNotification: NotificationParams {
    public static let method = "turn/started"

    public var threadId: String
    public var turn: Turn
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, turn: Turn, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.turn = turn
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.turn = try members.required("turn")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        members.set("turn", turn)
        return .object(members)
    }
}

/// What `turn/steer` asks. Stable.
public struct TurnSteerParams: ClientRequestParams {
    public typealias Response = TurnSteerResponse
    public static let method = "turn/steer"

    public var additionalContext: Presence<[String: AdditionalContextEntry]>
    public var clientUserMessageId: Presence<String>
    public var expectedTurnId: String
    public var input: [UserInput]
    public var responsesapiClientMetadata: Presence<[String: String]>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        additionalContext: Presence<[String: AdditionalContextEntry]> = .absent,
        clientUserMessageId: Presence<String> = .absent, expectedTurnId: String, input: [UserInput],
        responsesapiClientMetadata: Presence<[String: String]> = .absent, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.additionalContext = additionalContext
        self.clientUserMessageId = clientUserMessageId
        self.expectedTurnId = expectedTurnId
        self.input = input
        self.responsesapiClientMetadata = responsesapiClientMetadata
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.additionalContext = try members.presence("additionalContext")
        self.clientUserMessageId = try members.presence("clientUserMessageId")
        self.expectedTurnId = try members.required("expectedTurnId")
        self.input = try members.required("input")
        self.responsesapiClientMetadata = try members.presence("responsesapiClientMetadata")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("additionalContext", additionalContext)
        members.setPresence("clientUserMessageId", clientUserMessageId)
        members.set("expectedTurnId", expectedTurnId)
        members.set("input", input)
        members.setPresence("responsesapiClientMetadata", responsesapiClientMetadata)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `turn/steer`.
public struct TurnSteerResponse: JSONCodable {
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(turnId: String, additional: [String: JSONValue] = [:]) {
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `TurnToolOutput`.
public struct TurnToolOutput: JSONCodable {
    public var name: String
    public var namespace: Presence<String>
    public var output: FunctionCallOutputBody
    public var retain: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        name: String, namespace: Presence<String> = .absent, output: FunctionCallOutputBody, retain: Bool? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.namespace = namespace
        self.output = output
        self.retain = retain
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.name = try members.required("name")
        self.namespace = try members.presence("namespace")
        self.output = try members.required("output")
        self.retain = try members.optional("retain")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("name", name)
        members.setPresence("namespace", namespace)
        members.set("output", output)
        members.setOptional("retain", retain)
        return .object(members)
    }
}
