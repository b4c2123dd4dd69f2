// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// A request that a client makes of codex.
public indirect enum ClientRequest: MethodUnion {
    /// `account/bedrock/checkGovCloudRequirements`. Experimental.
    case accountBedrockCheckGovCloudRequirements(BedrockCheckGovCloudRequirementsParams)
    /// `account/bedrock/discover`. Experimental.
    case accountBedrockDiscover(BedrockDiscoverParams)
    /// `account/bedrock/setup`. Experimental.
    case accountBedrockSetup(BedrockSetupParams)
    /// `account/gatewayOAuth/cancel`. Stable.
    case accountGatewayOAuthCancel(Presence<AccountGatewayOAuthCancelParams> = .absent)
    /// `account/gatewayOAuth/login`. Stable.
    case accountGatewayOAuthLogin(Presence<AccountGatewayOAuthLoginParams> = .absent)
    /// `account/gatewayOAuth/read`. Stable.
    case accountGatewayOAuthRead(Presence<AccountGatewayOAuthReadParams> = .absent)
    /// `account/login/cancel`. Stable.
    case accountLoginCancel(CancelLoginAccountParams)
    /// `account/login/start`. Stable.
    case accountLoginStart(LoginAccountParams)
    /// `account/logout`. Stable.
    case accountLogout(Presence<AccountLogoutParams> = .absent)
    /// `account/rateLimitResetCredit/consume`. Stable.
    case accountRateLimitResetCreditConsume(ConsumeAccountRateLimitResetCreditParams)
    /// `account/rateLimits/read`. Stable.
    case accountRateLimitsRead(Presence<GetAccountRateLimitsParams> = .absent)
    /// `account/read`. Stable.
    case accountRead(GetAccountParams)
    /// `account/sendAddCreditsNudgeEmail`. Stable.
    case accountSendAddCreditsNudgeEmail(SendAddCreditsNudgeEmailParams)
    /// `account/usage/read`. Stable.
    case accountUsageRead(Presence<GetAccountTokenUsageParams> = .absent)
    /// `account/workspaceMessages/read`. Stable.
    case accountWorkspaceMessagesRead(Presence<AccountWorkspaceMessagesReadParams> = .absent)
    /// `app/installed`. Stable.
    case appInstalled(AppsInstalledParams)
    /// `app/list`. Stable.
    case appList(AppsListParams)
    /// `app/read`. Stable.
    case appRead(AppsReadParams)
    /// `collaborationMode/list`. Experimental.
    case collaborationModeList(CollaborationModeListParams)
    /// `command/exec`. Stable.
    case commandExec(CommandExecParams)
    /// `command/exec/resize`. Stable.
    case commandExecResize(CommandExecResizeParams)
    /// `command/exec/terminate`. Stable.
    case commandExecTerminate(CommandExecTerminateParams)
    /// `command/exec/write`. Stable.
    case commandExecWrite(CommandExecWriteParams)
    /// `config/batchWrite`. Stable.
    case configBatchWrite(ConfigBatchWriteParams)
    /// `config/mcpServer/reload`. Stable.
    case configMcpServerReload(Presence<ConfigMcpServerReloadParams> = .absent)
    /// `config/read`. Stable.
    case configRead(ConfigReadParams)
    /// `config/value/write`. Stable.
    case configValueWrite(ConfigValueWriteParams)
    /// `configRequirements/read`. Stable.
    case configRequirementsRead(Presence<ConfigRequirementsReadParams> = .absent)
    /// `environment/add`. Experimental.
    case environmentAdd(EnvironmentAddParams)
    /// `environment/info`. Experimental.
    case environmentInfo(EnvironmentInfoParams)
    /// `environment/status`. Experimental.
    case environmentStatus(EnvironmentStatusParams)
    /// `experimentalFeature/enablement/set`. Stable.
    case experimentalFeatureEnablementSet(ExperimentalFeatureEnablementSetParams)
    /// `experimentalFeature/list`. Stable.
    case experimentalFeatureList(ExperimentalFeatureListParams)
    /// `externalAgentConfig/detect`. Stable.
    case externalAgentConfigDetect(ExternalAgentConfigDetectParams)
    /// `externalAgentConfig/import`. Stable.
    case externalAgentConfigImport(ExternalAgentConfigImportParams)
    /// `externalAgentConfig/import/readHistories`. Stable.
    case externalAgentConfigImportReadHistories(Presence<ExternalAgentConfigImportReadHistoriesParams> = .absent)
    /// `externalAgentConfig/import/recordHistory`. Stable.
    case externalAgentConfigImportRecordHistory(ExternalAgentConfigImportHistoryRecordParams)
    /// `feedback/upload`. Stable.
    case feedbackUpload(FeedbackUploadParams)
    /// `fs/copy`. Stable.
    case fsCopy(FsCopyParams)
    /// `fs/createDirectory`. Stable.
    case fsCreateDirectory(FsCreateDirectoryParams)
    /// `fs/getMetadata`. Stable.
    case fsGetMetadata(FsGetMetadataParams)
    /// `fs/readDirectory`. Stable.
    case fsReadDirectory(FsReadDirectoryParams)
    /// `fs/readFile`. Stable.
    case fsReadFile(FsReadFileParams)
    /// `fs/remove`. Stable.
    case fsRemove(FsRemoveParams)
    /// `fs/unwatch`. Stable.
    case fsUnwatch(FsUnwatchParams)
    /// `fs/watch`. Stable.
    case fsWatch(FsWatchParams)
    /// `fs/writeFile`. Stable.
    case fsWriteFile(FsWriteFileParams)
    /// `fuzzyFileSearch`. Stable.
    case fuzzyFileSearch(FuzzyFileSearchParams)
    /// `fuzzyFileSearch/sessionStart`. Experimental.
    case fuzzyFileSearchSessionStart(FuzzyFileSearchSessionStartParams)
    /// `fuzzyFileSearch/sessionStop`. Experimental.
    case fuzzyFileSearchSessionStop(FuzzyFileSearchSessionStopParams)
    /// `fuzzyFileSearch/sessionUpdate`. Experimental.
    case fuzzyFileSearchSessionUpdate(FuzzyFileSearchSessionUpdateParams)
    /// `hooks/list`. Stable.
    case hooksList(HooksListParams)
    /// `initialize`. Stable.
    case initialize(InitializeParams)
    /// `marketplace/add`. Stable.
    case marketplaceAdd(MarketplaceAddParams)
    /// `marketplace/remove`. Stable.
    case marketplaceRemove(MarketplaceRemoveParams)
    /// `marketplace/upgrade`. Stable.
    case marketplaceUpgrade(MarketplaceUpgradeParams)
    /// `mcpServer/event/stream/start`. Experimental.
    case mcpServerEventStreamStart(McpServerEventStreamStartParams)
    /// `mcpServer/event/stream/stop`. Experimental.
    case mcpServerEventStreamStop(McpServerEventStreamStopParams)
    /// `mcpServer/oauth/login`. Stable.
    case mcpServerOauthLogin(McpServerOauthLoginParams)
    /// `mcpServer/resource/read`. Stable.
    case mcpServerResourceRead(McpResourceReadParams)
    /// `mcpServer/tool/call`. Stable.
    case mcpServerToolCall(McpServerToolCallParams)
    /// `mcpServerStatus/list`. Stable.
    case mcpServerStatusList(ListMcpServerStatusParams)
    /// `memory/reset`. Experimental.
    case memoryReset(Presence<MemoryResetParams> = .absent)
    /// `memory/status`. Experimental.
    case memoryStatus(MemoryStatusParams)
    /// `mock/experimentalMethod`. Experimental.
    case mockExperimentalMethod(MockExperimentalMethodParams)
    /// `model/list`. Stable.
    case modelList(ModelListParams)
    /// `modelProvider/capabilities/read`. Stable.
    case modelProviderCapabilitiesRead(ModelProviderCapabilitiesReadParams)
    /// `permissionProfile/list`. Stable.
    case permissionProfileList(PermissionProfileListParams)
    /// `plugin/install`. Stable.
    case pluginInstall(PluginInstallParams)
    /// `plugin/installed`. Stable.
    case pluginInstalled(PluginInstalledParams)
    /// `plugin/list`. Stable.
    case pluginList(PluginListParams)
    /// `plugin/read`. Stable.
    case pluginRead(PluginReadParams)
    /// `plugin/reconcile`. Stable.
    case pluginReconcile(PluginReconcileParams)
    /// `plugin/search`. Experimental.
    case pluginSearch(PluginSearchParams)
    /// `plugin/share/checkout`. Stable.
    case pluginShareCheckout(PluginShareCheckoutParams)
    /// `plugin/share/delete`. Stable.
    case pluginShareDelete(PluginShareDeleteParams)
    /// `plugin/share/list`. Stable.
    case pluginShareList(PluginShareListParams)
    /// `plugin/share/save`. Stable.
    case pluginShareSave(PluginShareSaveParams)
    /// `plugin/share/updateTargets`. Stable.
    case pluginShareUpdateTargets(PluginShareUpdateTargetsParams)
    /// `plugin/skill/read`. Stable.
    case pluginSkillRead(PluginSkillReadParams)
    /// `plugin/uninstall`. Stable.
    case pluginUninstall(PluginUninstallParams)
    /// `process/kill`. Experimental.
    case processKill(ProcessKillParams)
    /// `process/resizePty`. Experimental.
    case processResizePty(ProcessResizePtyParams)
    /// `process/spawn`. Experimental.
    case processSpawn(ProcessSpawnParams)
    /// `process/writeStdin`. Experimental.
    case processWriteStdin(ProcessWriteStdinParams)
    /// `project/create`. Experimental.
    case projectCreate(ProjectCreateParams)
    /// `project/delete`. Experimental.
    case projectDelete(ProjectDeleteParams)
    /// `project/import`. Experimental.
    case projectImport(ProjectImportParams)
    /// `project/list`. Experimental.
    case projectList(ProjectListParams)
    /// `project/move`. Experimental.
    case projectMove(ProjectMoveParams)
    /// `project/read`. Experimental.
    case projectRead(ProjectReadParams)
    /// `project/update`. Experimental.
    case projectUpdate(ProjectUpdateParams)
    /// `remoteControl/client/list`. Experimental.
    case remoteControlClientList(RemoteControlClientsListParams)
    /// `remoteControl/client/revoke`. Experimental.
    case remoteControlClientRevoke(RemoteControlClientsRevokeParams)
    /// `remoteControl/disable`. Experimental.
    case remoteControlDisable(Presence<RemoteControlDisableParams> = .absent)
    /// `remoteControl/enable`. Experimental.
    case remoteControlEnable(Presence<RemoteControlEnableParams> = .absent)
    /// `remoteControl/pairing/start`. Experimental.
    case remoteControlPairingStart(RemoteControlPairingStartParams)
    /// `remoteControl/pairing/status`. Experimental.
    case remoteControlPairingStatus(RemoteControlPairingStatusParams)
    /// `remoteControl/status/read`. Experimental.
    case remoteControlStatusRead(Presence<RemoteControlStatusReadParams> = .absent)
    /// `review/start`. Stable.
    case reviewStart(ReviewStartParams)
    /// `rollout/compress`. Experimental.
    case rolloutCompress(Presence<RolloutCompressParams> = .absent)
    /// `server/diagnostics`. Experimental.
    case serverDiagnostics(ServerDiagnosticsParams)
    /// `skills/config/write`. Stable.
    case skillsConfigWrite(SkillsConfigWriteParams)
    /// `skills/extraRoots/set`. Stable.
    case skillsExtraRootsSet(SkillsExtraRootsSetParams)
    /// `skills/list`. Stable.
    case skillsList(SkillsListParams)
    /// `thread/approveGuardianDeniedAction`. Stable.
    case threadApproveGuardianDeniedAction(ThreadApproveGuardianDeniedActionParams)
    /// `thread/archive`. Stable.
    case threadArchive(ThreadArchiveParams)
    /// `thread/attachment/add`. Stable.
    case threadAttachmentAdd(ThreadAttachmentAddParams)
    /// `thread/attachment/list`. Stable.
    case threadAttachmentList(ThreadAttachmentListParams)
    /// `thread/attachment/remove`. Stable.
    case threadAttachmentRemove(ThreadAttachmentRemoveParams)
    /// `thread/attachmentOwner/list`. Stable.
    case threadAttachmentOwnerList(ThreadAttachmentOwnerListParams)
    /// `thread/backgroundTerminals/clean`. Experimental.
    case threadBackgroundTerminalsClean(ThreadBackgroundTerminalsCleanParams)
    /// `thread/backgroundTerminals/list`. Experimental.
    case threadBackgroundTerminalsList(ThreadBackgroundTerminalsListParams)
    /// `thread/backgroundTerminals/terminate`. Experimental.
    case threadBackgroundTerminalsTerminate(ThreadBackgroundTerminalsTerminateParams)
    /// `thread/compact/start`. Stable.
    case threadCompactStart(ThreadCompactStartParams)
    /// `thread/decrement_elicitation`. Experimental.
    case threadDecrementElicitation(ThreadDecrementElicitationParams)
    /// `thread/delete`. Stable.
    case threadDelete(ThreadDeleteParams)
    /// `thread/fork`. Stable.
    case threadFork(ThreadForkParams)
    /// `thread/goal/clear`. Stable.
    case threadGoalClear(ThreadGoalClearParams)
    /// `thread/goal/get`. Stable.
    case threadGoalGet(ThreadGoalGetParams)
    /// `thread/goal/set`. Stable.
    case threadGoalSet(ThreadGoalSetParams)
    /// `thread/increment_elicitation`. Experimental.
    case threadIncrementElicitation(ThreadIncrementElicitationParams)
    /// `thread/inject_items`. Stable.
    case threadInjectItems(ThreadInjectItemsParams)
    /// `thread/items/list`. Stable.
    case threadItemsList(ThreadItemsListParams)
    /// `thread/items/read`. Experimental.
    case threadItemsRead(ThreadItemsReadParams)
    /// `thread/list`. Stable.
    case threadList(ThreadListParams)
    /// `thread/loaded/list`. Stable.
    case threadLoadedList(ThreadLoadedListParams)
    /// `thread/memoryMode/set`. Experimental.
    case threadMemoryModeSet(ThreadMemoryModeSetParams)
    /// `thread/metadata/update`. Stable.
    case threadMetadataUpdate(ThreadMetadataUpdateParams)
    /// `thread/name/set`. Stable.
    case threadNameSet(ThreadSetNameParams)
    /// `thread/prediction/request`. Experimental.
    case threadPredictionRequest(ThreadPredictionRequestParams)
    /// `thread/queue/add`. Experimental.
    case threadQueueAdd(ThreadQueueAddParams)
    /// `thread/queue/delete`. Experimental.
    case threadQueueDelete(ThreadQueueDeleteParams)
    /// `thread/queue/list`. Experimental.
    case threadQueueList(ThreadQueueListParams)
    /// `thread/queue/reorder`. Experimental.
    case threadQueueReorder(ThreadQueueReorderParams)
    /// `thread/queue/start`. Experimental.
    case threadQueueStart(ThreadQueueStartParams)
    /// `thread/queue/update`. Experimental.
    case threadQueueUpdate(ThreadQueueUpdateParams)
    /// `thread/read`. Stable.
    case threadRead(ThreadReadParams)
    /// `thread/readState/update`. Experimental.
    case threadReadStateUpdate(ThreadReadStateUpdateParams)
    /// `thread/realtime/appendAudio`. Experimental.
    case threadRealtimeAppendAudio(ThreadRealtimeAppendAudioParams)
    /// `thread/realtime/appendSpeech`. Experimental.
    case threadRealtimeAppendSpeech(ThreadRealtimeAppendSpeechParams)
    /// `thread/realtime/appendText`. Experimental.
    case threadRealtimeAppendText(ThreadRealtimeAppendTextParams)
    /// `thread/realtime/listVoices`. Experimental.
    case threadRealtimeListVoices(ThreadRealtimeListVoicesParams)
    /// `thread/realtime/start`. Experimental.
    case threadRealtimeStart(ThreadRealtimeStartParams)
    /// `thread/realtime/stop`. Experimental.
    case threadRealtimeStop(ThreadRealtimeStopParams)
    /// `thread/resume`. Stable.
    case threadResume(ThreadResumeParams)
    /// `thread/revert`. Stable.
    case threadRevert(ThreadRevertParams)
    /// `thread/search`. Experimental.
    case threadSearch(ThreadSearchParams)
    /// `thread/searchOccurrences`. Experimental.
    case threadSearchOccurrences(ThreadSearchOccurrencesParams)
    /// `thread/section/move`. Stable.
    case threadSectionMove(ThreadSectionMoveParams)
    /// `thread/settings/update`. Experimental.
    case threadSettingsUpdate(ThreadSettingsUpdateParams)
    /// `thread/shellCommand`. Stable.
    case threadShellCommand(ThreadShellCommandParams)
    /// `thread/start`. Stable.
    case threadStart(ThreadStartParams)
    /// `thread/timeline/list`. Experimental.
    case threadTimelineList(ThreadTimelineListParams)
    /// `thread/turns/list`. Stable.
    case threadTurnsList(ThreadTurnsListParams)
    /// `thread/unarchive`. Stable.
    case threadUnarchive(ThreadUnarchiveParams)
    /// `thread/unsubscribe`. Stable.
    case threadUnsubscribe(ThreadUnsubscribeParams)
    /// `threadSection/create`. Stable.
    case threadSectionCreate(ThreadSectionCreateParams)
    /// `threadSection/delete`. Stable.
    case threadSectionDelete(ThreadSectionDeleteParams)
    /// `threadSection/list`. Stable.
    case threadSectionList(ThreadSectionListParams)
    /// `threadSection/update`. Stable.
    case threadSectionUpdate(ThreadSectionUpdateParams)
    /// `turn/interrupt`. Stable.
    case turnInterrupt(TurnInterruptParams)
    /// `turn/settings/update`. Experimental.
    case turnSettingsUpdate(TurnSettingsUpdateParams)
    /// `turn/start`. Stable.
    case turnStart(TurnStartParams)
    /// `turn/steer`. Stable.
    case turnSteer(TurnSteerParams)
    /// `userVerification/cancel`. Experimental.
    case userVerificationCancel(UserVerificationCancelParams)
    /// `userVerification/delete`. Experimental.
    case userVerificationDelete(UserVerificationDeleteParams)
    /// `userVerification/enroll`. Experimental.
    case userVerificationEnroll(UserVerificationEnrollParams)
    /// `userVerification/status`. Experimental.
    case userVerificationStatus(UserVerificationStatusParams)
    /// `userVerification/verify`. Experimental.
    case userVerificationVerify(UserVerificationVerifyParams)
    /// `windowsSandbox/readiness`. Stable.
    case windowsSandboxReadiness(Presence<WindowsSandboxReadinessParams> = .absent)
    /// `windowsSandbox/setupStart`. Stable.
    case windowsSandboxSetupStart(WindowsSandboxSetupStartParams)
    /// A method that the schema lacks, its params as they came.
    case unknown(method: String, params: JSONValue?)

    public init(method: String, params: JSONValue?) throws(CodexProtocolError) {
        switch method {
        case "account/bedrock/checkGovCloudRequirements":
            self = .accountBedrockCheckGovCloudRequirements(try readParams(params, of: method))
        case "account/bedrock/discover": self = .accountBedrockDiscover(try readParams(params, of: method))
        case "account/bedrock/setup": self = .accountBedrockSetup(try readParams(params, of: method))
        case "account/gatewayOAuth/cancel": self = .accountGatewayOAuthCancel(try readParams(params, of: method))
        case "account/gatewayOAuth/login": self = .accountGatewayOAuthLogin(try readParams(params, of: method))
        case "account/gatewayOAuth/read": self = .accountGatewayOAuthRead(try readParams(params, of: method))
        case "account/login/cancel": self = .accountLoginCancel(try readParams(params, of: method))
        case "account/login/start": self = .accountLoginStart(try readParams(params, of: method))
        case "account/logout": self = .accountLogout(try readParams(params, of: method))
        case "account/rateLimitResetCredit/consume":
            self = .accountRateLimitResetCreditConsume(try readParams(params, of: method))
        case "account/rateLimits/read": self = .accountRateLimitsRead(try readParams(params, of: method))
        case "account/read": self = .accountRead(try readParams(params, of: method))
        case "account/sendAddCreditsNudgeEmail":
            self = .accountSendAddCreditsNudgeEmail(try readParams(params, of: method))
        case "account/usage/read": self = .accountUsageRead(try readParams(params, of: method))
        case "account/workspaceMessages/read": self = .accountWorkspaceMessagesRead(try readParams(params, of: method))
        case "app/installed": self = .appInstalled(try readParams(params, of: method))
        case "app/list": self = .appList(try readParams(params, of: method))
        case "app/read": self = .appRead(try readParams(params, of: method))
        case "collaborationMode/list": self = .collaborationModeList(try readParams(params, of: method))
        case "command/exec": self = .commandExec(try readParams(params, of: method))
        case "command/exec/resize": self = .commandExecResize(try readParams(params, of: method))
        case "command/exec/terminate": self = .commandExecTerminate(try readParams(params, of: method))
        case "command/exec/write": self = .commandExecWrite(try readParams(params, of: method))
        case "config/batchWrite": self = .configBatchWrite(try readParams(params, of: method))
        case "config/mcpServer/reload": self = .configMcpServerReload(try readParams(params, of: method))
        case "config/read": self = .configRead(try readParams(params, of: method))
        case "config/value/write": self = .configValueWrite(try readParams(params, of: method))
        case "configRequirements/read": self = .configRequirementsRead(try readParams(params, of: method))
        case "environment/add": self = .environmentAdd(try readParams(params, of: method))
        case "environment/info": self = .environmentInfo(try readParams(params, of: method))
        case "environment/status": self = .environmentStatus(try readParams(params, of: method))
        case "experimentalFeature/enablement/set":
            self = .experimentalFeatureEnablementSet(try readParams(params, of: method))
        case "experimentalFeature/list": self = .experimentalFeatureList(try readParams(params, of: method))
        case "externalAgentConfig/detect": self = .externalAgentConfigDetect(try readParams(params, of: method))
        case "externalAgentConfig/import": self = .externalAgentConfigImport(try readParams(params, of: method))
        case "externalAgentConfig/import/readHistories":
            self = .externalAgentConfigImportReadHistories(try readParams(params, of: method))
        case "externalAgentConfig/import/recordHistory":
            self = .externalAgentConfigImportRecordHistory(try readParams(params, of: method))
        case "feedback/upload": self = .feedbackUpload(try readParams(params, of: method))
        case "fs/copy": self = .fsCopy(try readParams(params, of: method))
        case "fs/createDirectory": self = .fsCreateDirectory(try readParams(params, of: method))
        case "fs/getMetadata": self = .fsGetMetadata(try readParams(params, of: method))
        case "fs/readDirectory": self = .fsReadDirectory(try readParams(params, of: method))
        case "fs/readFile": self = .fsReadFile(try readParams(params, of: method))
        case "fs/remove": self = .fsRemove(try readParams(params, of: method))
        case "fs/unwatch": self = .fsUnwatch(try readParams(params, of: method))
        case "fs/watch": self = .fsWatch(try readParams(params, of: method))
        case "fs/writeFile": self = .fsWriteFile(try readParams(params, of: method))
        case "fuzzyFileSearch": self = .fuzzyFileSearch(try readParams(params, of: method))
        case "fuzzyFileSearch/sessionStart": self = .fuzzyFileSearchSessionStart(try readParams(params, of: method))
        case "fuzzyFileSearch/sessionStop": self = .fuzzyFileSearchSessionStop(try readParams(params, of: method))
        case "fuzzyFileSearch/sessionUpdate": self = .fuzzyFileSearchSessionUpdate(try readParams(params, of: method))
        case "hooks/list": self = .hooksList(try readParams(params, of: method))
        case "initialize": self = .initialize(try readParams(params, of: method))
        case "marketplace/add": self = .marketplaceAdd(try readParams(params, of: method))
        case "marketplace/remove": self = .marketplaceRemove(try readParams(params, of: method))
        case "marketplace/upgrade": self = .marketplaceUpgrade(try readParams(params, of: method))
        case "mcpServer/event/stream/start": self = .mcpServerEventStreamStart(try readParams(params, of: method))
        case "mcpServer/event/stream/stop": self = .mcpServerEventStreamStop(try readParams(params, of: method))
        case "mcpServer/oauth/login": self = .mcpServerOauthLogin(try readParams(params, of: method))
        case "mcpServer/resource/read": self = .mcpServerResourceRead(try readParams(params, of: method))
        case "mcpServer/tool/call": self = .mcpServerToolCall(try readParams(params, of: method))
        case "mcpServerStatus/list": self = .mcpServerStatusList(try readParams(params, of: method))
        case "memory/reset": self = .memoryReset(try readParams(params, of: method))
        case "memory/status": self = .memoryStatus(try readParams(params, of: method))
        case "mock/experimentalMethod": self = .mockExperimentalMethod(try readParams(params, of: method))
        case "model/list": self = .modelList(try readParams(params, of: method))
        case "modelProvider/capabilities/read":
            self = .modelProviderCapabilitiesRead(try readParams(params, of: method))
        case "permissionProfile/list": self = .permissionProfileList(try readParams(params, of: method))
        case "plugin/install": self = .pluginInstall(try readParams(params, of: method))
        case "plugin/installed": self = .pluginInstalled(try readParams(params, of: method))
        case "plugin/list": self = .pluginList(try readParams(params, of: method))
        case "plugin/read": self = .pluginRead(try readParams(params, of: method))
        case "plugin/reconcile": self = .pluginReconcile(try readParams(params, of: method))
        case "plugin/search": self = .pluginSearch(try readParams(params, of: method))
        case "plugin/share/checkout": self = .pluginShareCheckout(try readParams(params, of: method))
        case "plugin/share/delete": self = .pluginShareDelete(try readParams(params, of: method))
        case "plugin/share/list": self = .pluginShareList(try readParams(params, of: method))
        case "plugin/share/save": self = .pluginShareSave(try readParams(params, of: method))
        case "plugin/share/updateTargets": self = .pluginShareUpdateTargets(try readParams(params, of: method))
        case "plugin/skill/read": self = .pluginSkillRead(try readParams(params, of: method))
        case "plugin/uninstall": self = .pluginUninstall(try readParams(params, of: method))
        case "process/kill": self = .processKill(try readParams(params, of: method))
        case "process/resizePty": self = .processResizePty(try readParams(params, of: method))
        case "process/spawn": self = .processSpawn(try readParams(params, of: method))
        case "process/writeStdin": self = .processWriteStdin(try readParams(params, of: method))
        case "project/create": self = .projectCreate(try readParams(params, of: method))
        case "project/delete": self = .projectDelete(try readParams(params, of: method))
        case "project/import": self = .projectImport(try readParams(params, of: method))
        case "project/list": self = .projectList(try readParams(params, of: method))
        case "project/move": self = .projectMove(try readParams(params, of: method))
        case "project/read": self = .projectRead(try readParams(params, of: method))
        case "project/update": self = .projectUpdate(try readParams(params, of: method))
        case "remoteControl/client/list": self = .remoteControlClientList(try readParams(params, of: method))
        case "remoteControl/client/revoke": self = .remoteControlClientRevoke(try readParams(params, of: method))
        case "remoteControl/disable": self = .remoteControlDisable(try readParams(params, of: method))
        case "remoteControl/enable": self = .remoteControlEnable(try readParams(params, of: method))
        case "remoteControl/pairing/start": self = .remoteControlPairingStart(try readParams(params, of: method))
        case "remoteControl/pairing/status": self = .remoteControlPairingStatus(try readParams(params, of: method))
        case "remoteControl/status/read": self = .remoteControlStatusRead(try readParams(params, of: method))
        case "review/start": self = .reviewStart(try readParams(params, of: method))
        case "rollout/compress": self = .rolloutCompress(try readParams(params, of: method))
        case "server/diagnostics": self = .serverDiagnostics(try readParams(params, of: method))
        case "skills/config/write": self = .skillsConfigWrite(try readParams(params, of: method))
        case "skills/extraRoots/set": self = .skillsExtraRootsSet(try readParams(params, of: method))
        case "skills/list": self = .skillsList(try readParams(params, of: method))
        case "thread/approveGuardianDeniedAction":
            self = .threadApproveGuardianDeniedAction(try readParams(params, of: method))
        case "thread/archive": self = .threadArchive(try readParams(params, of: method))
        case "thread/attachment/add": self = .threadAttachmentAdd(try readParams(params, of: method))
        case "thread/attachment/list": self = .threadAttachmentList(try readParams(params, of: method))
        case "thread/attachment/remove": self = .threadAttachmentRemove(try readParams(params, of: method))
        case "thread/attachmentOwner/list": self = .threadAttachmentOwnerList(try readParams(params, of: method))
        case "thread/backgroundTerminals/clean":
            self = .threadBackgroundTerminalsClean(try readParams(params, of: method))
        case "thread/backgroundTerminals/list":
            self = .threadBackgroundTerminalsList(try readParams(params, of: method))
        case "thread/backgroundTerminals/terminate":
            self = .threadBackgroundTerminalsTerminate(try readParams(params, of: method))
        case "thread/compact/start": self = .threadCompactStart(try readParams(params, of: method))
        case "thread/decrement_elicitation": self = .threadDecrementElicitation(try readParams(params, of: method))
        case "thread/delete": self = .threadDelete(try readParams(params, of: method))
        case "thread/fork": self = .threadFork(try readParams(params, of: method))
        case "thread/goal/clear": self = .threadGoalClear(try readParams(params, of: method))
        case "thread/goal/get": self = .threadGoalGet(try readParams(params, of: method))
        case "thread/goal/set": self = .threadGoalSet(try readParams(params, of: method))
        case "thread/increment_elicitation": self = .threadIncrementElicitation(try readParams(params, of: method))
        case "thread/inject_items": self = .threadInjectItems(try readParams(params, of: method))
        case "thread/items/list": self = .threadItemsList(try readParams(params, of: method))
        case "thread/items/read": self = .threadItemsRead(try readParams(params, of: method))
        case "thread/list": self = .threadList(try readParams(params, of: method))
        case "thread/loaded/list": self = .threadLoadedList(try readParams(params, of: method))
        case "thread/memoryMode/set": self = .threadMemoryModeSet(try readParams(params, of: method))
        case "thread/metadata/update": self = .threadMetadataUpdate(try readParams(params, of: method))
        case "thread/name/set": self = .threadNameSet(try readParams(params, of: method))
        case "thread/prediction/request": self = .threadPredictionRequest(try readParams(params, of: method))
        case "thread/queue/add": self = .threadQueueAdd(try readParams(params, of: method))
        case "thread/queue/delete": self = .threadQueueDelete(try readParams(params, of: method))
        case "thread/queue/list": self = .threadQueueList(try readParams(params, of: method))
        case "thread/queue/reorder": self = .threadQueueReorder(try readParams(params, of: method))
        case "thread/queue/start": self = .threadQueueStart(try readParams(params, of: method))
        case "thread/queue/update": self = .threadQueueUpdate(try readParams(params, of: method))
        case "thread/read": self = .threadRead(try readParams(params, of: method))
        case "thread/readState/update": self = .threadReadStateUpdate(try readParams(params, of: method))
        case "thread/realtime/appendAudio": self = .threadRealtimeAppendAudio(try readParams(params, of: method))
        case "thread/realtime/appendSpeech": self = .threadRealtimeAppendSpeech(try readParams(params, of: method))
        case "thread/realtime/appendText": self = .threadRealtimeAppendText(try readParams(params, of: method))
        case "thread/realtime/listVoices": self = .threadRealtimeListVoices(try readParams(params, of: method))
        case "thread/realtime/start": self = .threadRealtimeStart(try readParams(params, of: method))
        case "thread/realtime/stop": self = .threadRealtimeStop(try readParams(params, of: method))
        case "thread/resume": self = .threadResume(try readParams(params, of: method))
        case "thread/revert": self = .threadRevert(try readParams(params, of: method))
        case "thread/search": self = .threadSearch(try readParams(params, of: method))
        case "thread/searchOccurrences": self = .threadSearchOccurrences(try readParams(params, of: method))
        case "thread/section/move": self = .threadSectionMove(try readParams(params, of: method))
        case "thread/settings/update": self = .threadSettingsUpdate(try readParams(params, of: method))
        case "thread/shellCommand": self = .threadShellCommand(try readParams(params, of: method))
        case "thread/start": self = .threadStart(try readParams(params, of: method))
        case "thread/timeline/list": self = .threadTimelineList(try readParams(params, of: method))
        case "thread/turns/list": self = .threadTurnsList(try readParams(params, of: method))
        case "thread/unarchive": self = .threadUnarchive(try readParams(params, of: method))
        case "thread/unsubscribe": self = .threadUnsubscribe(try readParams(params, of: method))
        case "threadSection/create": self = .threadSectionCreate(try readParams(params, of: method))
        case "threadSection/delete": self = .threadSectionDelete(try readParams(params, of: method))
        case "threadSection/list": self = .threadSectionList(try readParams(params, of: method))
        case "threadSection/update": self = .threadSectionUpdate(try readParams(params, of: method))
        case "turn/interrupt": self = .turnInterrupt(try readParams(params, of: method))
        case "turn/settings/update": self = .turnSettingsUpdate(try readParams(params, of: method))
        case "turn/start": self = .turnStart(try readParams(params, of: method))
        case "turn/steer": self = .turnSteer(try readParams(params, of: method))
        case "userVerification/cancel": self = .userVerificationCancel(try readParams(params, of: method))
        case "userVerification/delete": self = .userVerificationDelete(try readParams(params, of: method))
        case "userVerification/enroll": self = .userVerificationEnroll(try readParams(params, of: method))
        case "userVerification/status": self = .userVerificationStatus(try readParams(params, of: method))
        case "userVerification/verify": self = .userVerificationVerify(try readParams(params, of: method))
        case "windowsSandbox/readiness": self = .windowsSandboxReadiness(try readParams(params, of: method))
        case "windowsSandbox/setupStart": self = .windowsSandboxSetupStart(try readParams(params, of: method))
        default: self = .unknown(method: method, params: params)
        }
    }

    public var method: String {
        switch self {
        case .accountBedrockCheckGovCloudRequirements: "account/bedrock/checkGovCloudRequirements"
        case .accountBedrockDiscover: "account/bedrock/discover"
        case .accountBedrockSetup: "account/bedrock/setup"
        case .accountGatewayOAuthCancel: "account/gatewayOAuth/cancel"
        case .accountGatewayOAuthLogin: "account/gatewayOAuth/login"
        case .accountGatewayOAuthRead: "account/gatewayOAuth/read"
        case .accountLoginCancel: "account/login/cancel"
        case .accountLoginStart: "account/login/start"
        case .accountLogout: "account/logout"
        case .accountRateLimitResetCreditConsume: "account/rateLimitResetCredit/consume"
        case .accountRateLimitsRead: "account/rateLimits/read"
        case .accountRead: "account/read"
        case .accountSendAddCreditsNudgeEmail: "account/sendAddCreditsNudgeEmail"
        case .accountUsageRead: "account/usage/read"
        case .accountWorkspaceMessagesRead: "account/workspaceMessages/read"
        case .appInstalled: "app/installed"
        case .appList: "app/list"
        case .appRead: "app/read"
        case .collaborationModeList: "collaborationMode/list"
        case .commandExec: "command/exec"
        case .commandExecResize: "command/exec/resize"
        case .commandExecTerminate: "command/exec/terminate"
        case .commandExecWrite: "command/exec/write"
        case .configBatchWrite: "config/batchWrite"
        case .configMcpServerReload: "config/mcpServer/reload"
        case .configRead: "config/read"
        case .configValueWrite: "config/value/write"
        case .configRequirementsRead: "configRequirements/read"
        case .environmentAdd: "environment/add"
        case .environmentInfo: "environment/info"
        case .environmentStatus: "environment/status"
        case .experimentalFeatureEnablementSet: "experimentalFeature/enablement/set"
        case .experimentalFeatureList: "experimentalFeature/list"
        case .externalAgentConfigDetect: "externalAgentConfig/detect"
        case .externalAgentConfigImport: "externalAgentConfig/import"
        case .externalAgentConfigImportReadHistories: "externalAgentConfig/import/readHistories"
        case .externalAgentConfigImportRecordHistory: "externalAgentConfig/import/recordHistory"
        case .feedbackUpload: "feedback/upload"
        case .fsCopy: "fs/copy"
        case .fsCreateDirectory: "fs/createDirectory"
        case .fsGetMetadata: "fs/getMetadata"
        case .fsReadDirectory: "fs/readDirectory"
        case .fsReadFile: "fs/readFile"
        case .fsRemove: "fs/remove"
        case .fsUnwatch: "fs/unwatch"
        case .fsWatch: "fs/watch"
        case .fsWriteFile: "fs/writeFile"
        case .fuzzyFileSearch: "fuzzyFileSearch"
        case .fuzzyFileSearchSessionStart: "fuzzyFileSearch/sessionStart"
        case .fuzzyFileSearchSessionStop: "fuzzyFileSearch/sessionStop"
        case .fuzzyFileSearchSessionUpdate: "fuzzyFileSearch/sessionUpdate"
        case .hooksList: "hooks/list"
        case .initialize: "initialize"
        case .marketplaceAdd: "marketplace/add"
        case .marketplaceRemove: "marketplace/remove"
        case .marketplaceUpgrade: "marketplace/upgrade"
        case .mcpServerEventStreamStart: "mcpServer/event/stream/start"
        case .mcpServerEventStreamStop: "mcpServer/event/stream/stop"
        case .mcpServerOauthLogin: "mcpServer/oauth/login"
        case .mcpServerResourceRead: "mcpServer/resource/read"
        case .mcpServerToolCall: "mcpServer/tool/call"
        case .mcpServerStatusList: "mcpServerStatus/list"
        case .memoryReset: "memory/reset"
        case .memoryStatus: "memory/status"
        case .mockExperimentalMethod: "mock/experimentalMethod"
        case .modelList: "model/list"
        case .modelProviderCapabilitiesRead: "modelProvider/capabilities/read"
        case .permissionProfileList: "permissionProfile/list"
        case .pluginInstall: "plugin/install"
        case .pluginInstalled: "plugin/installed"
        case .pluginList: "plugin/list"
        case .pluginRead: "plugin/read"
        case .pluginReconcile: "plugin/reconcile"
        case .pluginSearch: "plugin/search"
        case .pluginShareCheckout: "plugin/share/checkout"
        case .pluginShareDelete: "plugin/share/delete"
        case .pluginShareList: "plugin/share/list"
        case .pluginShareSave: "plugin/share/save"
        case .pluginShareUpdateTargets: "plugin/share/updateTargets"
        case .pluginSkillRead: "plugin/skill/read"
        case .pluginUninstall: "plugin/uninstall"
        case .processKill: "process/kill"
        case .processResizePty: "process/resizePty"
        case .processSpawn: "process/spawn"
        case .processWriteStdin: "process/writeStdin"
        case .projectCreate: "project/create"
        case .projectDelete: "project/delete"
        case .projectImport: "project/import"
        case .projectList: "project/list"
        case .projectMove: "project/move"
        case .projectRead: "project/read"
        case .projectUpdate: "project/update"
        case .remoteControlClientList: "remoteControl/client/list"
        case .remoteControlClientRevoke: "remoteControl/client/revoke"
        case .remoteControlDisable: "remoteControl/disable"
        case .remoteControlEnable: "remoteControl/enable"
        case .remoteControlPairingStart: "remoteControl/pairing/start"
        case .remoteControlPairingStatus: "remoteControl/pairing/status"
        case .remoteControlStatusRead: "remoteControl/status/read"
        case .reviewStart: "review/start"
        case .rolloutCompress: "rollout/compress"
        case .serverDiagnostics: "server/diagnostics"
        case .skillsConfigWrite: "skills/config/write"
        case .skillsExtraRootsSet: "skills/extraRoots/set"
        case .skillsList: "skills/list"
        case .threadApproveGuardianDeniedAction: "thread/approveGuardianDeniedAction"
        case .threadArchive: "thread/archive"
        case .threadAttachmentAdd: "thread/attachment/add"
        case .threadAttachmentList: "thread/attachment/list"
        case .threadAttachmentRemove: "thread/attachment/remove"
        case .threadAttachmentOwnerList: "thread/attachmentOwner/list"
        case .threadBackgroundTerminalsClean: "thread/backgroundTerminals/clean"
        case .threadBackgroundTerminalsList: "thread/backgroundTerminals/list"
        case .threadBackgroundTerminalsTerminate: "thread/backgroundTerminals/terminate"
        case .threadCompactStart: "thread/compact/start"
        case .threadDecrementElicitation: "thread/decrement_elicitation"
        case .threadDelete: "thread/delete"
        case .threadFork: "thread/fork"
        case .threadGoalClear: "thread/goal/clear"
        case .threadGoalGet: "thread/goal/get"
        case .threadGoalSet: "thread/goal/set"
        case .threadIncrementElicitation: "thread/increment_elicitation"
        case .threadInjectItems: "thread/inject_items"
        case .threadItemsList: "thread/items/list"
        case .threadItemsRead: "thread/items/read"
        case .threadList: "thread/list"
        case .threadLoadedList: "thread/loaded/list"
        case .threadMemoryModeSet: "thread/memoryMode/set"
        case .threadMetadataUpdate: "thread/metadata/update"
        case .threadNameSet: "thread/name/set"
        case .threadPredictionRequest: "thread/prediction/request"
        case .threadQueueAdd: "thread/queue/add"
        case .threadQueueDelete: "thread/queue/delete"
        case .threadQueueList: "thread/queue/list"
        case .threadQueueReorder: "thread/queue/reorder"
        case .threadQueueStart: "thread/queue/start"
        case .threadQueueUpdate: "thread/queue/update"
        case .threadRead: "thread/read"
        case .threadReadStateUpdate: "thread/readState/update"
        case .threadRealtimeAppendAudio: "thread/realtime/appendAudio"
        case .threadRealtimeAppendSpeech: "thread/realtime/appendSpeech"
        case .threadRealtimeAppendText: "thread/realtime/appendText"
        case .threadRealtimeListVoices: "thread/realtime/listVoices"
        case .threadRealtimeStart: "thread/realtime/start"
        case .threadRealtimeStop: "thread/realtime/stop"
        case .threadResume: "thread/resume"
        case .threadRevert: "thread/revert"
        case .threadSearch: "thread/search"
        case .threadSearchOccurrences: "thread/searchOccurrences"
        case .threadSectionMove: "thread/section/move"
        case .threadSettingsUpdate: "thread/settings/update"
        case .threadShellCommand: "thread/shellCommand"
        case .threadStart: "thread/start"
        case .threadTimelineList: "thread/timeline/list"
        case .threadTurnsList: "thread/turns/list"
        case .threadUnarchive: "thread/unarchive"
        case .threadUnsubscribe: "thread/unsubscribe"
        case .threadSectionCreate: "threadSection/create"
        case .threadSectionDelete: "threadSection/delete"
        case .threadSectionList: "threadSection/list"
        case .threadSectionUpdate: "threadSection/update"
        case .turnInterrupt: "turn/interrupt"
        case .turnSettingsUpdate: "turn/settings/update"
        case .turnStart: "turn/start"
        case .turnSteer: "turn/steer"
        case .userVerificationCancel: "userVerification/cancel"
        case .userVerificationDelete: "userVerification/delete"
        case .userVerificationEnroll: "userVerification/enroll"
        case .userVerificationStatus: "userVerification/status"
        case .userVerificationVerify: "userVerification/verify"
        case .windowsSandboxReadiness: "windowsSandbox/readiness"
        case .windowsSandboxSetupStart: "windowsSandbox/setupStart"
        case .unknown(let method, _): method
        }
    }

    public var params: JSONValue? {
        switch self {
        case .accountBedrockCheckGovCloudRequirements(let params): params.json
        case .accountBedrockDiscover(let params): params.json
        case .accountBedrockSetup(let params): params.json
        case .accountGatewayOAuthCancel(let params): params.json
        case .accountGatewayOAuthLogin(let params): params.json
        case .accountGatewayOAuthRead(let params): params.json
        case .accountLoginCancel(let params): params.json
        case .accountLoginStart(let params): params.json
        case .accountLogout(let params): params.json
        case .accountRateLimitResetCreditConsume(let params): params.json
        case .accountRateLimitsRead(let params): params.json
        case .accountRead(let params): params.json
        case .accountSendAddCreditsNudgeEmail(let params): params.json
        case .accountUsageRead(let params): params.json
        case .accountWorkspaceMessagesRead(let params): params.json
        case .appInstalled(let params): params.json
        case .appList(let params): params.json
        case .appRead(let params): params.json
        case .collaborationModeList(let params): params.json
        case .commandExec(let params): params.json
        case .commandExecResize(let params): params.json
        case .commandExecTerminate(let params): params.json
        case .commandExecWrite(let params): params.json
        case .configBatchWrite(let params): params.json
        case .configMcpServerReload(let params): params.json
        case .configRead(let params): params.json
        case .configValueWrite(let params): params.json
        case .configRequirementsRead(let params): params.json
        case .environmentAdd(let params): params.json
        case .environmentInfo(let params): params.json
        case .environmentStatus(let params): params.json
        case .experimentalFeatureEnablementSet(let params): params.json
        case .experimentalFeatureList(let params): params.json
        case .externalAgentConfigDetect(let params): params.json
        case .externalAgentConfigImport(let params): params.json
        case .externalAgentConfigImportReadHistories(let params): params.json
        case .externalAgentConfigImportRecordHistory(let params): params.json
        case .feedbackUpload(let params): params.json
        case .fsCopy(let params): params.json
        case .fsCreateDirectory(let params): params.json
        case .fsGetMetadata(let params): params.json
        case .fsReadDirectory(let params): params.json
        case .fsReadFile(let params): params.json
        case .fsRemove(let params): params.json
        case .fsUnwatch(let params): params.json
        case .fsWatch(let params): params.json
        case .fsWriteFile(let params): params.json
        case .fuzzyFileSearch(let params): params.json
        case .fuzzyFileSearchSessionStart(let params): params.json
        case .fuzzyFileSearchSessionStop(let params): params.json
        case .fuzzyFileSearchSessionUpdate(let params): params.json
        case .hooksList(let params): params.json
        case .initialize(let params): params.json
        case .marketplaceAdd(let params): params.json
        case .marketplaceRemove(let params): params.json
        case .marketplaceUpgrade(let params): params.json
        case .mcpServerEventStreamStart(let params): params.json
        case .mcpServerEventStreamStop(let params): params.json
        case .mcpServerOauthLogin(let params): params.json
        case .mcpServerResourceRead(let params): params.json
        case .mcpServerToolCall(let params): params.json
        case .mcpServerStatusList(let params): params.json
        case .memoryReset(let params): params.json
        case .memoryStatus(let params): params.json
        case .mockExperimentalMethod(let params): params.json
        case .modelList(let params): params.json
        case .modelProviderCapabilitiesRead(let params): params.json
        case .permissionProfileList(let params): params.json
        case .pluginInstall(let params): params.json
        case .pluginInstalled(let params): params.json
        case .pluginList(let params): params.json
        case .pluginRead(let params): params.json
        case .pluginReconcile(let params): params.json
        case .pluginSearch(let params): params.json
        case .pluginShareCheckout(let params): params.json
        case .pluginShareDelete(let params): params.json
        case .pluginShareList(let params): params.json
        case .pluginShareSave(let params): params.json
        case .pluginShareUpdateTargets(let params): params.json
        case .pluginSkillRead(let params): params.json
        case .pluginUninstall(let params): params.json
        case .processKill(let params): params.json
        case .processResizePty(let params): params.json
        case .processSpawn(let params): params.json
        case .processWriteStdin(let params): params.json
        case .projectCreate(let params): params.json
        case .projectDelete(let params): params.json
        case .projectImport(let params): params.json
        case .projectList(let params): params.json
        case .projectMove(let params): params.json
        case .projectRead(let params): params.json
        case .projectUpdate(let params): params.json
        case .remoteControlClientList(let params): params.json
        case .remoteControlClientRevoke(let params): params.json
        case .remoteControlDisable(let params): params.json
        case .remoteControlEnable(let params): params.json
        case .remoteControlPairingStart(let params): params.json
        case .remoteControlPairingStatus(let params): params.json
        case .remoteControlStatusRead(let params): params.json
        case .reviewStart(let params): params.json
        case .rolloutCompress(let params): params.json
        case .serverDiagnostics(let params): params.json
        case .skillsConfigWrite(let params): params.json
        case .skillsExtraRootsSet(let params): params.json
        case .skillsList(let params): params.json
        case .threadApproveGuardianDeniedAction(let params): params.json
        case .threadArchive(let params): params.json
        case .threadAttachmentAdd(let params): params.json
        case .threadAttachmentList(let params): params.json
        case .threadAttachmentRemove(let params): params.json
        case .threadAttachmentOwnerList(let params): params.json
        case .threadBackgroundTerminalsClean(let params): params.json
        case .threadBackgroundTerminalsList(let params): params.json
        case .threadBackgroundTerminalsTerminate(let params): params.json
        case .threadCompactStart(let params): params.json
        case .threadDecrementElicitation(let params): params.json
        case .threadDelete(let params): params.json
        case .threadFork(let params): params.json
        case .threadGoalClear(let params): params.json
        case .threadGoalGet(let params): params.json
        case .threadGoalSet(let params): params.json
        case .threadIncrementElicitation(let params): params.json
        case .threadInjectItems(let params): params.json
        case .threadItemsList(let params): params.json
        case .threadItemsRead(let params): params.json
        case .threadList(let params): params.json
        case .threadLoadedList(let params): params.json
        case .threadMemoryModeSet(let params): params.json
        case .threadMetadataUpdate(let params): params.json
        case .threadNameSet(let params): params.json
        case .threadPredictionRequest(let params): params.json
        case .threadQueueAdd(let params): params.json
        case .threadQueueDelete(let params): params.json
        case .threadQueueList(let params): params.json
        case .threadQueueReorder(let params): params.json
        case .threadQueueStart(let params): params.json
        case .threadQueueUpdate(let params): params.json
        case .threadRead(let params): params.json
        case .threadReadStateUpdate(let params): params.json
        case .threadRealtimeAppendAudio(let params): params.json
        case .threadRealtimeAppendSpeech(let params): params.json
        case .threadRealtimeAppendText(let params): params.json
        case .threadRealtimeListVoices(let params): params.json
        case .threadRealtimeStart(let params): params.json
        case .threadRealtimeStop(let params): params.json
        case .threadResume(let params): params.json
        case .threadRevert(let params): params.json
        case .threadSearch(let params): params.json
        case .threadSearchOccurrences(let params): params.json
        case .threadSectionMove(let params): params.json
        case .threadSettingsUpdate(let params): params.json
        case .threadShellCommand(let params): params.json
        case .threadStart(let params): params.json
        case .threadTimelineList(let params): params.json
        case .threadTurnsList(let params): params.json
        case .threadUnarchive(let params): params.json
        case .threadUnsubscribe(let params): params.json
        case .threadSectionCreate(let params): params.json
        case .threadSectionDelete(let params): params.json
        case .threadSectionList(let params): params.json
        case .threadSectionUpdate(let params): params.json
        case .turnInterrupt(let params): params.json
        case .turnSettingsUpdate(let params): params.json
        case .turnStart(let params): params.json
        case .turnSteer(let params): params.json
        case .userVerificationCancel(let params): params.json
        case .userVerificationDelete(let params): params.json
        case .userVerificationEnroll(let params): params.json
        case .userVerificationStatus(let params): params.json
        case .userVerificationVerify(let params): params.json
        case .windowsSandboxReadiness(let params): params.json
        case .windowsSandboxSetupStart(let params): params.json
        case .unknown(_, let params): params
        }
    }

    /// The type of what is answered; nil when the method is unknown.
    public var responseType: (any JSONCodable.Type)? {
        switch self {
        case .accountBedrockCheckGovCloudRequirements: BedrockCheckGovCloudRequirementsResponse.self
        case .accountBedrockDiscover: BedrockDiscoverResponse.self
        case .accountBedrockSetup: BedrockSetupResponse.self
        case .accountGatewayOAuthCancel: GatewayOAuthCancelResponse.self
        case .accountGatewayOAuthLogin: GatewayOAuthLoginResponse.self
        case .accountGatewayOAuthRead: GatewayOAuthReadResponse.self
        case .accountLoginCancel: CancelLoginAccountResponse.self
        case .accountLoginStart: LoginAccountResponse.self
        case .accountLogout: LogoutAccountResponse.self
        case .accountRateLimitResetCreditConsume: ConsumeAccountRateLimitResetCreditResponse.self
        case .accountRateLimitsRead: GetAccountRateLimitsResponse.self
        case .accountRead: GetAccountResponse.self
        case .accountSendAddCreditsNudgeEmail: SendAddCreditsNudgeEmailResponse.self
        case .accountUsageRead: GetAccountTokenUsageResponse.self
        case .accountWorkspaceMessagesRead: GetWorkspaceMessagesResponse.self
        case .appInstalled: AppsInstalledResponse.self
        case .appList: AppsListResponse.self
        case .appRead: AppsReadResponse.self
        case .collaborationModeList: CollaborationModeListResponse.self
        case .commandExec: CommandExecResponse.self
        case .commandExecResize: CommandExecResizeResponse.self
        case .commandExecTerminate: CommandExecTerminateResponse.self
        case .commandExecWrite: CommandExecWriteResponse.self
        case .configBatchWrite: ConfigWriteResponse.self
        case .configMcpServerReload: McpServerRefreshResponse.self
        case .configRead: ConfigReadResponse.self
        case .configValueWrite: ConfigWriteResponse.self
        case .configRequirementsRead: ConfigRequirementsReadResponse.self
        case .environmentAdd: EnvironmentAddResponse.self
        case .environmentInfo: EnvironmentInfoResponse.self
        case .environmentStatus: EnvironmentStatusResponse.self
        case .experimentalFeatureEnablementSet: ExperimentalFeatureEnablementSetResponse.self
        case .experimentalFeatureList: ExperimentalFeatureListResponse.self
        case .externalAgentConfigDetect: ExternalAgentConfigDetectResponse.self
        case .externalAgentConfigImport: ExternalAgentConfigImportResponse.self
        case .externalAgentConfigImportReadHistories: ExternalAgentConfigImportHistoriesReadResponse.self
        case .externalAgentConfigImportRecordHistory: ExternalAgentConfigImportHistoryRecordResponse.self
        case .feedbackUpload: FeedbackUploadResponse.self
        case .fsCopy: FsCopyResponse.self
        case .fsCreateDirectory: FsCreateDirectoryResponse.self
        case .fsGetMetadata: FsGetMetadataResponse.self
        case .fsReadDirectory: FsReadDirectoryResponse.self
        case .fsReadFile: FsReadFileResponse.self
        case .fsRemove: FsRemoveResponse.self
        case .fsUnwatch: FsUnwatchResponse.self
        case .fsWatch: FsWatchResponse.self
        case .fsWriteFile: FsWriteFileResponse.self
        case .fuzzyFileSearch: FuzzyFileSearchResponse.self
        case .fuzzyFileSearchSessionStart: FuzzyFileSearchSessionStartResponse.self
        case .fuzzyFileSearchSessionStop: FuzzyFileSearchSessionStopResponse.self
        case .fuzzyFileSearchSessionUpdate: FuzzyFileSearchSessionUpdateResponse.self
        case .hooksList: HooksListResponse.self
        case .initialize: InitializeResponse.self
        case .marketplaceAdd: MarketplaceAddResponse.self
        case .marketplaceRemove: MarketplaceRemoveResponse.self
        case .marketplaceUpgrade: MarketplaceUpgradeResponse.self
        case .mcpServerEventStreamStart: McpServerEventStreamStartResponse.self
        case .mcpServerEventStreamStop: McpServerEventStreamStopResponse.self
        case .mcpServerOauthLogin: McpServerOauthLoginResponse.self
        case .mcpServerResourceRead: McpResourceReadResponse.self
        case .mcpServerToolCall: McpServerToolCallResponse.self
        case .mcpServerStatusList: ListMcpServerStatusResponse.self
        case .memoryReset: MemoryResetResponse.self
        case .memoryStatus: MemoryStatusResponse.self
        case .mockExperimentalMethod: MockExperimentalMethodResponse.self
        case .modelList: ModelListResponse.self
        case .modelProviderCapabilitiesRead: ModelProviderCapabilitiesReadResponse.self
        case .permissionProfileList: PermissionProfileListResponse.self
        case .pluginInstall: PluginInstallResponse.self
        case .pluginInstalled: PluginInstalledResponse.self
        case .pluginList: PluginListResponse.self
        case .pluginRead: PluginReadResponse.self
        case .pluginReconcile: PluginReconcileResponse.self
        case .pluginSearch: PluginSearchResponse.self
        case .pluginShareCheckout: PluginShareCheckoutResponse.self
        case .pluginShareDelete: PluginShareDeleteResponse.self
        case .pluginShareList: PluginShareListResponse.self
        case .pluginShareSave: PluginShareSaveResponse.self
        case .pluginShareUpdateTargets: PluginShareUpdateTargetsResponse.self
        case .pluginSkillRead: PluginSkillReadResponse.self
        case .pluginUninstall: PluginUninstallResponse.self
        case .processKill: ProcessKillResponse.self
        case .processResizePty: ProcessResizePtyResponse.self
        case .processSpawn: ProcessSpawnResponse.self
        case .processWriteStdin: ProcessWriteStdinResponse.self
        case .projectCreate: ProjectCreateResponse.self
        case .projectDelete: ProjectDeleteResponse.self
        case .projectImport: ProjectImportResponse.self
        case .projectList: ProjectListResponse.self
        case .projectMove: ProjectMoveResponse.self
        case .projectRead: ProjectReadResponse.self
        case .projectUpdate: ProjectUpdateResponse.self
        case .remoteControlClientList: RemoteControlClientsListResponse.self
        case .remoteControlClientRevoke: RemoteControlClientsRevokeResponse.self
        case .remoteControlDisable: RemoteControlDisableResponse.self
        case .remoteControlEnable: RemoteControlEnableResponse.self
        case .remoteControlPairingStart: RemoteControlPairingStartResponse.self
        case .remoteControlPairingStatus: RemoteControlPairingStatusResponse.self
        case .remoteControlStatusRead: RemoteControlStatusReadResponse.self
        case .reviewStart: ReviewStartResponse.self
        case .rolloutCompress: RolloutCompressResponse.self
        case .serverDiagnostics: ServerDiagnosticsResponse.self
        case .skillsConfigWrite: SkillsConfigWriteResponse.self
        case .skillsExtraRootsSet: SkillsExtraRootsSetResponse.self
        case .skillsList: SkillsListResponse.self
        case .threadApproveGuardianDeniedAction: ThreadApproveGuardianDeniedActionResponse.self
        case .threadArchive: ThreadArchiveResponse.self
        case .threadAttachmentAdd: ThreadAttachmentAddResponse.self
        case .threadAttachmentList: ThreadAttachmentListResponse.self
        case .threadAttachmentRemove: ThreadAttachmentRemoveResponse.self
        case .threadAttachmentOwnerList: ThreadAttachmentOwnerListResponse.self
        case .threadBackgroundTerminalsClean: ThreadBackgroundTerminalsCleanResponse.self
        case .threadBackgroundTerminalsList: ThreadBackgroundTerminalsListResponse.self
        case .threadBackgroundTerminalsTerminate: ThreadBackgroundTerminalsTerminateResponse.self
        case .threadCompactStart: ThreadCompactStartResponse.self
        case .threadDecrementElicitation: ThreadDecrementElicitationResponse.self
        case .threadDelete: ThreadDeleteResponse.self
        case .threadFork: ThreadForkResponse.self
        case .threadGoalClear: ThreadGoalClearResponse.self
        case .threadGoalGet: ThreadGoalGetResponse.self
        case .threadGoalSet: ThreadGoalSetResponse.self
        case .threadIncrementElicitation: ThreadIncrementElicitationResponse.self
        case .threadInjectItems: ThreadInjectItemsResponse.self
        case .threadItemsList: ThreadItemsListResponse.self
        case .threadItemsRead: ThreadItemsReadResponse.self
        case .threadList: ThreadListResponse.self
        case .threadLoadedList: ThreadLoadedListResponse.self
        case .threadMemoryModeSet: ThreadMemoryModeSetResponse.self
        case .threadMetadataUpdate: ThreadMetadataUpdateResponse.self
        case .threadNameSet: ThreadSetNameResponse.self
        case .threadPredictionRequest: ThreadPredictionRequestResponse.self
        case .threadQueueAdd: ThreadQueueAddResponse.self
        case .threadQueueDelete: ThreadQueueDeleteResponse.self
        case .threadQueueList: ThreadQueueListResponse.self
        case .threadQueueReorder: ThreadQueueReorderResponse.self
        case .threadQueueStart: ThreadQueueStartResponse.self
        case .threadQueueUpdate: ThreadQueueUpdateResponse.self
        case .threadRead: ThreadReadResponse.self
        case .threadReadStateUpdate: ThreadReadStateUpdateResponse.self
        case .threadRealtimeAppendAudio: ThreadRealtimeAppendAudioResponse.self
        case .threadRealtimeAppendSpeech: ThreadRealtimeAppendSpeechResponse.self
        case .threadRealtimeAppendText: ThreadRealtimeAppendTextResponse.self
        case .threadRealtimeListVoices: ThreadRealtimeListVoicesResponse.self
        case .threadRealtimeStart: ThreadRealtimeStartResponse.self
        case .threadRealtimeStop: ThreadRealtimeStopResponse.self
        case .threadResume: ThreadResumeResponse.self
        case .threadRevert: ThreadRevertResponse.self
        case .threadSearch: ThreadSearchResponse.self
        case .threadSearchOccurrences: ThreadSearchOccurrencesResponse.self
        case .threadSectionMove: ThreadSectionMoveResponse.self
        case .threadSettingsUpdate: ThreadSettingsUpdateResponse.self
        case .threadShellCommand: ThreadShellCommandResponse.self
        case .threadStart: ThreadStartResponse.self
        case .threadTimelineList: ThreadTimelineListResponse.self
        case .threadTurnsList: ThreadTurnsListResponse.self
        case .threadUnarchive: ThreadUnarchiveResponse.self
        case .threadUnsubscribe: ThreadUnsubscribeResponse.self
        case .threadSectionCreate: ThreadSectionCreateResponse.self
        case .threadSectionDelete: ThreadSectionDeleteResponse.self
        case .threadSectionList: ThreadSectionListResponse.self
        case .threadSectionUpdate: ThreadSectionUpdateResponse.self
        case .turnInterrupt: TurnInterruptResponse.self
        case .turnSettingsUpdate: TurnSettingsUpdateResponse.self
        case .turnStart: TurnStartResponse.self
        case .turnSteer: TurnSteerResponse.self
        case .userVerificationCancel: UserVerificationCancelResponse.self
        case .userVerificationDelete: UserVerificationDeleteResponse.self
        case .userVerificationEnroll: UserVerificationEnrollResponse.self
        case .userVerificationStatus: UserVerificationStatusResponse.self
        case .userVerificationVerify: UserVerificationVerifyResponse.self
        case .windowsSandboxReadiness: WindowsSandboxReadinessResponse.self
        case .windowsSandboxSetupStart: WindowsSandboxSetupStartResponse.self
        case .unknown: nil
        }
    }
}
