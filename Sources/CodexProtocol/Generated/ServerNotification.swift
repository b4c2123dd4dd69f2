// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What codex tells its client.
public indirect enum ServerNotification: MethodUnion {
    /// `account/gatewayOAuth/changed`.
    case accountGatewayOAuthChanged(GatewayOAuthChangedNotification)
    /// `account/login/completed`.
    case accountLoginCompleted(AccountLoginCompletedNotification)
    /// `account/rateLimits/updated`.
    case accountRateLimitsUpdated(AccountRateLimitsUpdatedNotification)
    /// `account/updated`.
    case accountUpdated(AccountUpdatedNotification)
    /// `app/list/updated`.
    case appListUpdated(AppListUpdatedNotification)
    /// `autoApprovalReview/strictReviewRequired`.
    case autoApprovalReviewStrictReviewRequired(StrictReviewRequiredNotification)
    /// `command/exec/outputDelta`.
    case commandExecOutputDelta(CommandExecOutputDeltaNotification)
    /// `configWarning`.
    case configWarning(ConfigWarningNotification)
    /// `deprecationNotice`.
    case deprecationNotice(DeprecationNoticeNotification)
    /// `error`.
    case error(ErrorNotification)
    /// `externalAgentConfig/import/completed`.
    case externalAgentConfigImportCompleted(ExternalAgentConfigImportCompletedNotification)
    /// `externalAgentConfig/import/progress`.
    case externalAgentConfigImportProgress(ExternalAgentConfigImportProgressNotification)
    /// `fs/changed`.
    case fsChanged(FsChangedNotification)
    /// `fuzzyFileSearch/sessionCompleted`.
    case fuzzyFileSearchSessionCompleted(FuzzyFileSearchSessionCompletedNotification)
    /// `fuzzyFileSearch/sessionUpdated`.
    case fuzzyFileSearchSessionUpdated(FuzzyFileSearchSessionUpdatedNotification)
    /// `guardianWarning`.
    case guardianWarning(GuardianWarningNotification)
    /// `hook/completed`.
    case hookCompleted(HookCompletedNotification)
    /// `hook/started`.
    case hookStarted(HookStartedNotification)
    /// `item/agentMessage/delta`.
    case itemAgentMessageDelta(AgentMessageDeltaNotification)
    /// `item/autoApprovalReview/completed`.
    case itemAutoApprovalReviewCompleted(ItemGuardianApprovalReviewCompletedNotification)
    /// `item/autoApprovalReview/started`.
    case itemAutoApprovalReviewStarted(ItemGuardianApprovalReviewStartedNotification)
    /// `item/commandExecution/outputDelta`.
    case itemCommandExecutionOutputDelta(CommandExecutionOutputDeltaNotification)
    /// `item/commandExecution/terminalInteraction`.
    case itemCommandExecutionTerminalInteraction(TerminalInteractionNotification)
    /// `item/completed`.
    case itemCompleted(ItemCompletedNotification)
    /// `item/fileChange/outputDelta`.
    case itemFileChangeOutputDelta(FileChangeOutputDeltaNotification)
    /// `item/fileChange/patchUpdated`.
    case itemFileChangePatchUpdated(FileChangePatchUpdatedNotification)
    /// `item/mcpToolCall/progress`.
    case itemMcpToolCallProgress(McpToolCallProgressNotification)
    /// `item/plan/delta`.
    case itemPlanDelta(PlanDeltaNotification)
    /// `item/reasoning/summaryPartAdded`.
    case itemReasoningSummaryPartAdded(ReasoningSummaryPartAddedNotification)
    /// `item/reasoning/summaryTextDelta`.
    case itemReasoningSummaryTextDelta(ReasoningSummaryTextDeltaNotification)
    /// `item/reasoning/textDelta`.
    case itemReasoningTextDelta(ReasoningTextDeltaNotification)
    /// `item/started`.
    case itemStarted(ItemStartedNotification)
    /// `mcpServer/event/stream/notification`.
    case mcpServerEventStreamNotification(McpServerEventStreamNotification)
    /// `mcpServer/oauthLogin/completed`.
    case mcpServerOauthLoginCompleted(McpServerOauthLoginCompletedNotification)
    /// `mcpServer/startupStatus/updated`.
    case mcpServerStartupStatusUpdated(McpServerStatusUpdatedNotification)
    /// `model/rerouted`.
    case modelRerouted(ModelReroutedNotification)
    /// `model/safetyBuffering/updated`.
    case modelSafetyBufferingUpdated(ModelSafetyBufferingUpdatedNotification)
    /// `model/verification`.
    case modelVerification(ModelVerificationNotification)
    /// `modelProvider/authRecoveryCompleted`.
    case modelProviderAuthRecoveryCompleted(AuthRecoveryNotification)
    /// `modelProvider/authRecoveryStarted`.
    case modelProviderAuthRecoveryStarted(AuthRecoveryNotification)
    /// `process/exited`.
    case processExited(ProcessExitedNotification)
    /// `process/outputDelta`.
    case processOutputDelta(ProcessOutputDeltaNotification)
    /// `project/changed`.
    case projectChanged(ProjectChangedNotification)
    /// `remoteControl/status/changed`.
    case remoteControlStatusChanged(RemoteControlStatusChangedNotification)
    /// `serverRequest/resolved`.
    case serverRequestResolved(ServerRequestResolvedNotification)
    /// `skills/changed`.
    case skillsChanged(SkillsChangedNotification)
    /// `thread/archived`.
    case threadArchived(ThreadArchivedNotification)
    /// `thread/attachment/updated`.
    case threadAttachmentUpdated(ThreadAttachmentUpdatedNotification)
    /// `thread/closed`.
    case threadClosed(ThreadClosedNotification)
    /// `thread/compacted`.
    case threadCompacted(ContextCompactedNotification)
    /// `thread/deleted`.
    case threadDeleted(ThreadDeletedNotification)
    /// `thread/environment/connected`.
    case threadEnvironmentConnected(EnvironmentConnectionNotification)
    /// `thread/environment/disconnected`.
    case threadEnvironmentDisconnected(EnvironmentConnectionNotification)
    /// `thread/goal/cleared`.
    case threadGoalCleared(ThreadGoalClearedNotification)
    /// `thread/goal/updated`.
    case threadGoalUpdated(ThreadGoalUpdatedNotification)
    /// `thread/name/updated`.
    case threadNameUpdated(ThreadNameUpdatedNotification)
    /// `thread/prediction/updated`.
    case threadPredictionUpdated(ThreadPredictionUpdatedNotification)
    /// `thread/project/updated`.
    case threadProjectUpdated(ThreadProjectUpdatedNotification)
    /// `thread/queue/changed`.
    case threadQueueChanged(ThreadQueueChangedNotification)
    /// `thread/readState/changed`.
    case threadReadStateChanged(ThreadReadStateChangedNotification)
    /// `thread/realtime/closed`.
    case threadRealtimeClosed(ThreadRealtimeClosedNotification)
    /// `thread/realtime/error`.
    case threadRealtimeError(ThreadRealtimeErrorNotification)
    /// `thread/realtime/item/completed`.
    case threadRealtimeItemCompleted(ThreadRealtimeItemCompletedNotification)
    /// `thread/realtime/item/started`.
    case threadRealtimeItemStarted(ThreadRealtimeItemStartedNotification)
    /// `thread/realtime/item/transcript/delta`.
    case threadRealtimeItemTranscriptDelta(ThreadRealtimeItemTranscriptDeltaNotification)
    /// `thread/realtime/itemAdded`.
    case threadRealtimeItemAdded(ThreadRealtimeItemAddedNotification)
    /// `thread/realtime/outputAudio/delta`.
    case threadRealtimeOutputAudioDelta(ThreadRealtimeOutputAudioDeltaNotification)
    /// `thread/realtime/sdp`.
    case threadRealtimeSdp(ThreadRealtimeSdpNotification)
    /// `thread/realtime/started`.
    case threadRealtimeStarted(ThreadRealtimeStartedNotification)
    /// `thread/realtime/transcript/delta`.
    case threadRealtimeTranscriptDelta(ThreadRealtimeTranscriptDeltaNotification)
    /// `thread/realtime/transcript/done`.
    case threadRealtimeTranscriptDone(ThreadRealtimeTranscriptDoneNotification)
    /// `thread/reverted`.
    case threadReverted(ThreadRevertedNotification)
    /// `thread/settings/updated`.
    case threadSettingsUpdated(ThreadSettingsUpdatedNotification)
    /// `thread/started`.
    case threadStarted(ThreadStartedNotification)
    /// `thread/status/changed`.
    case threadStatusChanged(ThreadStatusChangedNotification)
    /// `thread/tokenUsage/updated`.
    case threadTokenUsageUpdated(ThreadTokenUsageUpdatedNotification)
    /// `thread/unarchived`.
    case threadUnarchived(ThreadUnarchivedNotification)
    /// `turn/completed`.
    case turnCompleted(TurnCompletedNotification)
    /// `turn/diff/updated`.
    case turnDiffUpdated(TurnDiffUpdatedNotification)
    /// `turn/moderationMetadata`.
    case turnModerationMetadata(TurnModerationMetadataNotification)
    /// `turn/plan/updated`.
    case turnPlanUpdated(TurnPlanUpdatedNotification)
    /// `turn/started`.
    case turnStarted(TurnStartedNotification)
    /// `warning`.
    case warning(WarningNotification)
    /// `windows/worldWritableWarning`.
    case windowsWorldWritableWarning(WindowsWorldWritableWarningNotification)
    /// `windowsSandbox/setupCompleted`.
    case windowsSandboxSetupCompleted(WindowsSandboxSetupCompletedNotification)
    /// A method that the schema lacks, its params as they came.
    case unknown(method: String, params: JSONValue?)

    public init(method: String, params: JSONValue?) throws(CodexProtocolError) {
        switch method {
        case "account/gatewayOAuth/changed": self = .accountGatewayOAuthChanged(try readParams(params, of: method))
        case "account/login/completed": self = .accountLoginCompleted(try readParams(params, of: method))
        case "account/rateLimits/updated": self = .accountRateLimitsUpdated(try readParams(params, of: method))
        case "account/updated": self = .accountUpdated(try readParams(params, of: method))
        case "app/list/updated": self = .appListUpdated(try readParams(params, of: method))
        case "autoApprovalReview/strictReviewRequired":
            self = .autoApprovalReviewStrictReviewRequired(try readParams(params, of: method))
        case "command/exec/outputDelta": self = .commandExecOutputDelta(try readParams(params, of: method))
        case "configWarning": self = .configWarning(try readParams(params, of: method))
        case "deprecationNotice": self = .deprecationNotice(try readParams(params, of: method))
        case "error": self = .error(try readParams(params, of: method))
        case "externalAgentConfig/import/completed":
            self = .externalAgentConfigImportCompleted(try readParams(params, of: method))
        case "externalAgentConfig/import/progress":
            self = .externalAgentConfigImportProgress(try readParams(params, of: method))
        case "fs/changed": self = .fsChanged(try readParams(params, of: method))
        case "fuzzyFileSearch/sessionCompleted":
            self = .fuzzyFileSearchSessionCompleted(try readParams(params, of: method))
        case "fuzzyFileSearch/sessionUpdated": self = .fuzzyFileSearchSessionUpdated(try readParams(params, of: method))
        case "guardianWarning": self = .guardianWarning(try readParams(params, of: method))
        case "hook/completed": self = .hookCompleted(try readParams(params, of: method))
        case "hook/started": self = .hookStarted(try readParams(params, of: method))
        case "item/agentMessage/delta": self = .itemAgentMessageDelta(try readParams(params, of: method))
        case "item/autoApprovalReview/completed":
            self = .itemAutoApprovalReviewCompleted(try readParams(params, of: method))
        case "item/autoApprovalReview/started":
            self = .itemAutoApprovalReviewStarted(try readParams(params, of: method))
        case "item/commandExecution/outputDelta":
            self = .itemCommandExecutionOutputDelta(try readParams(params, of: method))
        case "item/commandExecution/terminalInteraction":
            self = .itemCommandExecutionTerminalInteraction(try readParams(params, of: method))
        case "item/completed": self = .itemCompleted(try readParams(params, of: method))
        case "item/fileChange/outputDelta": self = .itemFileChangeOutputDelta(try readParams(params, of: method))
        case "item/fileChange/patchUpdated": self = .itemFileChangePatchUpdated(try readParams(params, of: method))
        case "item/mcpToolCall/progress": self = .itemMcpToolCallProgress(try readParams(params, of: method))
        case "item/plan/delta": self = .itemPlanDelta(try readParams(params, of: method))
        case "item/reasoning/summaryPartAdded":
            self = .itemReasoningSummaryPartAdded(try readParams(params, of: method))
        case "item/reasoning/summaryTextDelta":
            self = .itemReasoningSummaryTextDelta(try readParams(params, of: method))
        case "item/reasoning/textDelta": self = .itemReasoningTextDelta(try readParams(params, of: method))
        case "item/started": self = .itemStarted(try readParams(params, of: method))
        case "mcpServer/event/stream/notification":
            self = .mcpServerEventStreamNotification(try readParams(params, of: method))
        case "mcpServer/oauthLogin/completed": self = .mcpServerOauthLoginCompleted(try readParams(params, of: method))
        case "mcpServer/startupStatus/updated":
            self = .mcpServerStartupStatusUpdated(try readParams(params, of: method))
        case "model/rerouted": self = .modelRerouted(try readParams(params, of: method))
        case "model/safetyBuffering/updated": self = .modelSafetyBufferingUpdated(try readParams(params, of: method))
        case "model/verification": self = .modelVerification(try readParams(params, of: method))
        case "modelProvider/authRecoveryCompleted":
            self = .modelProviderAuthRecoveryCompleted(try readParams(params, of: method))
        case "modelProvider/authRecoveryStarted":
            self = .modelProviderAuthRecoveryStarted(try readParams(params, of: method))
        case "process/exited": self = .processExited(try readParams(params, of: method))
        case "process/outputDelta": self = .processOutputDelta(try readParams(params, of: method))
        case "project/changed": self = .projectChanged(try readParams(params, of: method))
        case "remoteControl/status/changed": self = .remoteControlStatusChanged(try readParams(params, of: method))
        case "serverRequest/resolved": self = .serverRequestResolved(try readParams(params, of: method))
        case "skills/changed": self = .skillsChanged(try readParams(params, of: method))
        case "thread/archived": self = .threadArchived(try readParams(params, of: method))
        case "thread/attachment/updated": self = .threadAttachmentUpdated(try readParams(params, of: method))
        case "thread/closed": self = .threadClosed(try readParams(params, of: method))
        case "thread/compacted": self = .threadCompacted(try readParams(params, of: method))
        case "thread/deleted": self = .threadDeleted(try readParams(params, of: method))
        case "thread/environment/connected": self = .threadEnvironmentConnected(try readParams(params, of: method))
        case "thread/environment/disconnected":
            self = .threadEnvironmentDisconnected(try readParams(params, of: method))
        case "thread/goal/cleared": self = .threadGoalCleared(try readParams(params, of: method))
        case "thread/goal/updated": self = .threadGoalUpdated(try readParams(params, of: method))
        case "thread/name/updated": self = .threadNameUpdated(try readParams(params, of: method))
        case "thread/prediction/updated": self = .threadPredictionUpdated(try readParams(params, of: method))
        case "thread/project/updated": self = .threadProjectUpdated(try readParams(params, of: method))
        case "thread/queue/changed": self = .threadQueueChanged(try readParams(params, of: method))
        case "thread/readState/changed": self = .threadReadStateChanged(try readParams(params, of: method))
        case "thread/realtime/closed": self = .threadRealtimeClosed(try readParams(params, of: method))
        case "thread/realtime/error": self = .threadRealtimeError(try readParams(params, of: method))
        case "thread/realtime/item/completed": self = .threadRealtimeItemCompleted(try readParams(params, of: method))
        case "thread/realtime/item/started": self = .threadRealtimeItemStarted(try readParams(params, of: method))
        case "thread/realtime/item/transcript/delta":
            self = .threadRealtimeItemTranscriptDelta(try readParams(params, of: method))
        case "thread/realtime/itemAdded": self = .threadRealtimeItemAdded(try readParams(params, of: method))
        case "thread/realtime/outputAudio/delta":
            self = .threadRealtimeOutputAudioDelta(try readParams(params, of: method))
        case "thread/realtime/sdp": self = .threadRealtimeSdp(try readParams(params, of: method))
        case "thread/realtime/started": self = .threadRealtimeStarted(try readParams(params, of: method))
        case "thread/realtime/transcript/delta":
            self = .threadRealtimeTranscriptDelta(try readParams(params, of: method))
        case "thread/realtime/transcript/done": self = .threadRealtimeTranscriptDone(try readParams(params, of: method))
        case "thread/reverted": self = .threadReverted(try readParams(params, of: method))
        case "thread/settings/updated": self = .threadSettingsUpdated(try readParams(params, of: method))
        case "thread/started": self = .threadStarted(try readParams(params, of: method))
        case "thread/status/changed": self = .threadStatusChanged(try readParams(params, of: method))
        case "thread/tokenUsage/updated": self = .threadTokenUsageUpdated(try readParams(params, of: method))
        case "thread/unarchived": self = .threadUnarchived(try readParams(params, of: method))
        case "turn/completed": self = .turnCompleted(try readParams(params, of: method))
        case "turn/diff/updated": self = .turnDiffUpdated(try readParams(params, of: method))
        case "turn/moderationMetadata": self = .turnModerationMetadata(try readParams(params, of: method))
        case "turn/plan/updated": self = .turnPlanUpdated(try readParams(params, of: method))
        case "turn/started": self = .turnStarted(try readParams(params, of: method))
        case "warning": self = .warning(try readParams(params, of: method))
        case "windows/worldWritableWarning": self = .windowsWorldWritableWarning(try readParams(params, of: method))
        case "windowsSandbox/setupCompleted": self = .windowsSandboxSetupCompleted(try readParams(params, of: method))
        default: self = .unknown(method: method, params: params)
        }
    }

    public var method: String {
        switch self {
        case .accountGatewayOAuthChanged: "account/gatewayOAuth/changed"
        case .accountLoginCompleted: "account/login/completed"
        case .accountRateLimitsUpdated: "account/rateLimits/updated"
        case .accountUpdated: "account/updated"
        case .appListUpdated: "app/list/updated"
        case .autoApprovalReviewStrictReviewRequired: "autoApprovalReview/strictReviewRequired"
        case .commandExecOutputDelta: "command/exec/outputDelta"
        case .configWarning: "configWarning"
        case .deprecationNotice: "deprecationNotice"
        case .error: "error"
        case .externalAgentConfigImportCompleted: "externalAgentConfig/import/completed"
        case .externalAgentConfigImportProgress: "externalAgentConfig/import/progress"
        case .fsChanged: "fs/changed"
        case .fuzzyFileSearchSessionCompleted: "fuzzyFileSearch/sessionCompleted"
        case .fuzzyFileSearchSessionUpdated: "fuzzyFileSearch/sessionUpdated"
        case .guardianWarning: "guardianWarning"
        case .hookCompleted: "hook/completed"
        case .hookStarted: "hook/started"
        case .itemAgentMessageDelta: "item/agentMessage/delta"
        case .itemAutoApprovalReviewCompleted: "item/autoApprovalReview/completed"
        case .itemAutoApprovalReviewStarted: "item/autoApprovalReview/started"
        case .itemCommandExecutionOutputDelta: "item/commandExecution/outputDelta"
        case .itemCommandExecutionTerminalInteraction: "item/commandExecution/terminalInteraction"
        case .itemCompleted: "item/completed"
        case .itemFileChangeOutputDelta: "item/fileChange/outputDelta"
        case .itemFileChangePatchUpdated: "item/fileChange/patchUpdated"
        case .itemMcpToolCallProgress: "item/mcpToolCall/progress"
        case .itemPlanDelta: "item/plan/delta"
        case .itemReasoningSummaryPartAdded: "item/reasoning/summaryPartAdded"
        case .itemReasoningSummaryTextDelta: "item/reasoning/summaryTextDelta"
        case .itemReasoningTextDelta: "item/reasoning/textDelta"
        case .itemStarted: "item/started"
        case .mcpServerEventStreamNotification: "mcpServer/event/stream/notification"
        case .mcpServerOauthLoginCompleted: "mcpServer/oauthLogin/completed"
        case .mcpServerStartupStatusUpdated: "mcpServer/startupStatus/updated"
        case .modelRerouted: "model/rerouted"
        case .modelSafetyBufferingUpdated: "model/safetyBuffering/updated"
        case .modelVerification: "model/verification"
        case .modelProviderAuthRecoveryCompleted: "modelProvider/authRecoveryCompleted"
        case .modelProviderAuthRecoveryStarted: "modelProvider/authRecoveryStarted"
        case .processExited: "process/exited"
        case .processOutputDelta: "process/outputDelta"
        case .projectChanged: "project/changed"
        case .remoteControlStatusChanged: "remoteControl/status/changed"
        case .serverRequestResolved: "serverRequest/resolved"
        case .skillsChanged: "skills/changed"
        case .threadArchived: "thread/archived"
        case .threadAttachmentUpdated: "thread/attachment/updated"
        case .threadClosed: "thread/closed"
        case .threadCompacted: "thread/compacted"
        case .threadDeleted: "thread/deleted"
        case .threadEnvironmentConnected: "thread/environment/connected"
        case .threadEnvironmentDisconnected: "thread/environment/disconnected"
        case .threadGoalCleared: "thread/goal/cleared"
        case .threadGoalUpdated: "thread/goal/updated"
        case .threadNameUpdated: "thread/name/updated"
        case .threadPredictionUpdated: "thread/prediction/updated"
        case .threadProjectUpdated: "thread/project/updated"
        case .threadQueueChanged: "thread/queue/changed"
        case .threadReadStateChanged: "thread/readState/changed"
        case .threadRealtimeClosed: "thread/realtime/closed"
        case .threadRealtimeError: "thread/realtime/error"
        case .threadRealtimeItemCompleted: "thread/realtime/item/completed"
        case .threadRealtimeItemStarted: "thread/realtime/item/started"
        case .threadRealtimeItemTranscriptDelta: "thread/realtime/item/transcript/delta"
        case .threadRealtimeItemAdded: "thread/realtime/itemAdded"
        case .threadRealtimeOutputAudioDelta: "thread/realtime/outputAudio/delta"
        case .threadRealtimeSdp: "thread/realtime/sdp"
        case .threadRealtimeStarted: "thread/realtime/started"
        case .threadRealtimeTranscriptDelta: "thread/realtime/transcript/delta"
        case .threadRealtimeTranscriptDone: "thread/realtime/transcript/done"
        case .threadReverted: "thread/reverted"
        case .threadSettingsUpdated: "thread/settings/updated"
        case .threadStarted: "thread/started"
        case .threadStatusChanged: "thread/status/changed"
        case .threadTokenUsageUpdated: "thread/tokenUsage/updated"
        case .threadUnarchived: "thread/unarchived"
        case .turnCompleted: "turn/completed"
        case .turnDiffUpdated: "turn/diff/updated"
        case .turnModerationMetadata: "turn/moderationMetadata"
        case .turnPlanUpdated: "turn/plan/updated"
        case .turnStarted: "turn/started"
        case .warning: "warning"
        case .windowsWorldWritableWarning: "windows/worldWritableWarning"
        case .windowsSandboxSetupCompleted: "windowsSandbox/setupCompleted"
        case .unknown(let method, _): method
        }
    }

    public var params: JSONValue? {
        switch self {
        case .accountGatewayOAuthChanged(let params): params.json
        case .accountLoginCompleted(let params): params.json
        case .accountRateLimitsUpdated(let params): params.json
        case .accountUpdated(let params): params.json
        case .appListUpdated(let params): params.json
        case .autoApprovalReviewStrictReviewRequired(let params): params.json
        case .commandExecOutputDelta(let params): params.json
        case .configWarning(let params): params.json
        case .deprecationNotice(let params): params.json
        case .error(let params): params.json
        case .externalAgentConfigImportCompleted(let params): params.json
        case .externalAgentConfigImportProgress(let params): params.json
        case .fsChanged(let params): params.json
        case .fuzzyFileSearchSessionCompleted(let params): params.json
        case .fuzzyFileSearchSessionUpdated(let params): params.json
        case .guardianWarning(let params): params.json
        case .hookCompleted(let params): params.json
        case .hookStarted(let params): params.json
        case .itemAgentMessageDelta(let params): params.json
        case .itemAutoApprovalReviewCompleted(let params): params.json
        case .itemAutoApprovalReviewStarted(let params): params.json
        case .itemCommandExecutionOutputDelta(let params): params.json
        case .itemCommandExecutionTerminalInteraction(let params): params.json
        case .itemCompleted(let params): params.json
        case .itemFileChangeOutputDelta(let params): params.json
        case .itemFileChangePatchUpdated(let params): params.json
        case .itemMcpToolCallProgress(let params): params.json
        case .itemPlanDelta(let params): params.json
        case .itemReasoningSummaryPartAdded(let params): params.json
        case .itemReasoningSummaryTextDelta(let params): params.json
        case .itemReasoningTextDelta(let params): params.json
        case .itemStarted(let params): params.json
        case .mcpServerEventStreamNotification(let params): params.json
        case .mcpServerOauthLoginCompleted(let params): params.json
        case .mcpServerStartupStatusUpdated(let params): params.json
        case .modelRerouted(let params): params.json
        case .modelSafetyBufferingUpdated(let params): params.json
        case .modelVerification(let params): params.json
        case .modelProviderAuthRecoveryCompleted(let params): params.json
        case .modelProviderAuthRecoveryStarted(let params): params.json
        case .processExited(let params): params.json
        case .processOutputDelta(let params): params.json
        case .projectChanged(let params): params.json
        case .remoteControlStatusChanged(let params): params.json
        case .serverRequestResolved(let params): params.json
        case .skillsChanged(let params): params.json
        case .threadArchived(let params): params.json
        case .threadAttachmentUpdated(let params): params.json
        case .threadClosed(let params): params.json
        case .threadCompacted(let params): params.json
        case .threadDeleted(let params): params.json
        case .threadEnvironmentConnected(let params): params.json
        case .threadEnvironmentDisconnected(let params): params.json
        case .threadGoalCleared(let params): params.json
        case .threadGoalUpdated(let params): params.json
        case .threadNameUpdated(let params): params.json
        case .threadPredictionUpdated(let params): params.json
        case .threadProjectUpdated(let params): params.json
        case .threadQueueChanged(let params): params.json
        case .threadReadStateChanged(let params): params.json
        case .threadRealtimeClosed(let params): params.json
        case .threadRealtimeError(let params): params.json
        case .threadRealtimeItemCompleted(let params): params.json
        case .threadRealtimeItemStarted(let params): params.json
        case .threadRealtimeItemTranscriptDelta(let params): params.json
        case .threadRealtimeItemAdded(let params): params.json
        case .threadRealtimeOutputAudioDelta(let params): params.json
        case .threadRealtimeSdp(let params): params.json
        case .threadRealtimeStarted(let params): params.json
        case .threadRealtimeTranscriptDelta(let params): params.json
        case .threadRealtimeTranscriptDone(let params): params.json
        case .threadReverted(let params): params.json
        case .threadSettingsUpdated(let params): params.json
        case .threadStarted(let params): params.json
        case .threadStatusChanged(let params): params.json
        case .threadTokenUsageUpdated(let params): params.json
        case .threadUnarchived(let params): params.json
        case .turnCompleted(let params): params.json
        case .turnDiffUpdated(let params): params.json
        case .turnModerationMetadata(let params): params.json
        case .turnPlanUpdated(let params): params.json
        case .turnStarted(let params): params.json
        case .warning(let params): params.json
        case .windowsWorldWritableWarning(let params): params.json
        case .windowsSandboxSetupCompleted(let params): params.json
        case .unknown(_, let params): params
        }
    }
}
