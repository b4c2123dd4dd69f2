// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadSettings`.
public struct ThreadSettings: JSONCodable {
    public var activePermissionProfile: Presence<ActivePermissionProfile>
    public var approvalPolicy: AskForApproval
    public var approvalsReviewer: ApprovalsReviewer
    public var collaborationMode: CollaborationMode
    public var cwd: AbsolutePathBuf
    public var disabledPluginIds: [String]?
    public var effort: Presence<ReasoningEffort>
    public var model: String
    public var modelProvider: String
    public var multiAgentMode: MultiAgentMode?
    public var personality: Presence<Personality>
    public var sandboxPolicy: SandboxPolicy
    public var serviceTier: Presence<String>
    public var summary: Presence<ReasoningSummary>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        activePermissionProfile: Presence<ActivePermissionProfile> = .absent, approvalPolicy: AskForApproval,
        approvalsReviewer: ApprovalsReviewer, collaborationMode: CollaborationMode, cwd: AbsolutePathBuf,
        disabledPluginIds: [String]? = nil, effort: Presence<ReasoningEffort> = .absent, model: String,
        modelProvider: String, multiAgentMode: MultiAgentMode? = nil, personality: Presence<Personality> = .absent,
        sandboxPolicy: SandboxPolicy, serviceTier: Presence<String> = .absent,
        summary: Presence<ReasoningSummary> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.activePermissionProfile = activePermissionProfile
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.collaborationMode = collaborationMode
        self.cwd = cwd
        self.disabledPluginIds = disabledPluginIds
        self.effort = effort
        self.model = model
        self.modelProvider = modelProvider
        self.multiAgentMode = multiAgentMode
        self.personality = personality
        self.sandboxPolicy = sandboxPolicy
        self.serviceTier = serviceTier
        self.summary = summary
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.activePermissionProfile = try members.presence("activePermissionProfile")
        self.approvalPolicy = try members.required("approvalPolicy")
        self.approvalsReviewer = try members.required("approvalsReviewer")
        self.collaborationMode = try members.required("collaborationMode")
        self.cwd = try members.required("cwd")
        self.disabledPluginIds = try members.optional("disabledPluginIds")
        self.effort = try members.presence("effort")
        self.model = try members.required("model")
        self.modelProvider = try members.required("modelProvider")
        self.multiAgentMode = try members.optional("multiAgentMode")
        self.personality = try members.presence("personality")
        self.sandboxPolicy = try members.required("sandboxPolicy")
        self.serviceTier = try members.presence("serviceTier")
        self.summary = try members.presence("summary")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("activePermissionProfile", activePermissionProfile)
        members.set("approvalPolicy", approvalPolicy)
        members.set("approvalsReviewer", approvalsReviewer)
        members.set("collaborationMode", collaborationMode)
        members.set("cwd", cwd)
        members.setOptional("disabledPluginIds", disabledPluginIds)
        members.setPresence("effort", effort)
        members.set("model", model)
        members.set("modelProvider", modelProvider)
        members.setOptional("multiAgentMode", multiAgentMode)
        members.setPresence("personality", personality)
        members.set("sandboxPolicy", sandboxPolicy)
        members.setPresence("serviceTier", serviceTier)
        members.setPresence("summary", summary)
        return .object(members)
    }
}

/// What `thread/settings/update` asks. Experimental.
public struct ThreadSettingsUpdateParams: ClientRequestParams {
    public typealias Response = ThreadSettingsUpdateResponse
    public static let method = "thread/settings/update"

    public var approvalPolicy: Presence<AskForApproval>
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var collaborationMode: Presence<CollaborationMode>
    public var cwd: Presence<String>
    public var disabledPluginIds: Presence<[String]>
    public var effort: Presence<ReasoningEffort>
    public var model: Presence<String>
    public var multiAgentMode: Presence<MultiAgentMode>
    public var permissions: Presence<String>
    public var personality: Presence<Personality>
    public var sandboxPolicy: Presence<SandboxPolicy>
    public var serviceTier: Presence<String>
    public var summary: Presence<ReasoningSummary>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalPolicy: Presence<AskForApproval> = .absent, approvalsReviewer: Presence<ApprovalsReviewer> = .absent,
        collaborationMode: Presence<CollaborationMode> = .absent, cwd: Presence<String> = .absent,
        disabledPluginIds: Presence<[String]> = .absent, effort: Presence<ReasoningEffort> = .absent,
        model: Presence<String> = .absent, multiAgentMode: Presence<MultiAgentMode> = .absent,
        permissions: Presence<String> = .absent, personality: Presence<Personality> = .absent,
        sandboxPolicy: Presence<SandboxPolicy> = .absent, serviceTier: Presence<String> = .absent,
        summary: Presence<ReasoningSummary> = .absent, threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.collaborationMode = collaborationMode
        self.cwd = cwd
        self.disabledPluginIds = disabledPluginIds
        self.effort = effort
        self.model = model
        self.multiAgentMode = multiAgentMode
        self.permissions = permissions
        self.personality = personality
        self.sandboxPolicy = sandboxPolicy
        self.serviceTier = serviceTier
        self.summary = summary
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalPolicy = try members.presence("approvalPolicy")
        self.approvalsReviewer = try members.presence("approvalsReviewer")
        self.collaborationMode = try members.presence("collaborationMode")
        self.cwd = try members.presence("cwd")
        self.disabledPluginIds = try members.presence("disabledPluginIds")
        self.effort = try members.presence("effort")
        self.model = try members.presence("model")
        self.multiAgentMode = try members.presence("multiAgentMode")
        self.permissions = try members.presence("permissions")
        self.personality = try members.presence("personality")
        self.sandboxPolicy = try members.presence("sandboxPolicy")
        self.serviceTier = try members.presence("serviceTier")
        self.summary = try members.presence("summary")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvalPolicy", approvalPolicy)
        members.setPresence("approvalsReviewer", approvalsReviewer)
        members.setPresence("collaborationMode", collaborationMode)
        members.setPresence("cwd", cwd)
        members.setPresence("disabledPluginIds", disabledPluginIds)
        members.setPresence("effort", effort)
        members.setPresence("model", model)
        members.setPresence("multiAgentMode", multiAgentMode)
        members.setPresence("permissions", permissions)
        members.setPresence("personality", personality)
        members.setPresence("sandboxPolicy", sandboxPolicy)
        members.setPresence("serviceTier", serviceTier)
        members.setPresence("summary", summary)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/settings/update`.
public struct ThreadSettingsUpdateResponse: JSONCodable {
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

/// What `thread/settings/updated` tells.
public struct ThreadSettingsUpdatedNotification: NotificationParams {
    public static let method = "thread/settings/updated"

    public var threadId: String
    public var threadSettings: ThreadSettings
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(threadId: String, threadSettings: ThreadSettings, additional: [String: JSONValue] = [:]) {
        self.threadId = threadId
        self.threadSettings = threadSettings
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.threadId = try members.required("threadId")
        self.threadSettings = try members.required("threadSettings")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("threadId", threadId)
        members.set("threadSettings", threadSettings)
        return .object(members)
    }
}
