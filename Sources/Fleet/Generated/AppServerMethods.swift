// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The client methods of an app-server: what `MethodTable` is read from.
enum AppServerMethods {
    static let codex = "0.163.0"

    /// Name, role, stability, result, then each param as `name:type`, with `!` where it is needed.
    static let lines = """
        account/bedrock/checkGovCloudRequirements admin experimental BedrockCheckGovCloudRequirementsResponse
        account/bedrock/discover admin experimental BedrockDiscoverResponse
        account/bedrock/setup admin experimental BedrockSetupResponse
        account/gatewayOAuth/cancel admin stable GatewayOAuthCancelResponse
        account/gatewayOAuth/login admin stable GatewayOAuthLoginResponse
        account/gatewayOAuth/read admin stable GatewayOAuthReadResponse
        account/login/cancel admin stable CancelLoginAccountResponse loginId!:string
        account/login/start admin stable LoginAccountResponse
        account/logout admin stable LogoutAccountResponse
        account/rateLimitResetCredit/consume admin stable ConsumeAccountRateLimitResetCreditResponse creditId:string? idempotencyKey!:string
        account/rateLimits/read admin stable GetAccountRateLimitsResponse excludeResetCreditDetails:boolean supportsLunaReserve:boolean
        account/read admin stable GetAccountResponse refreshToken:boolean
        account/sendAddCreditsNudgeEmail admin stable SendAddCreditsNudgeEmailResponse creditType!:AddCreditsNudgeCreditType
        account/usage/read admin stable GetAccountTokenUsageResponse threadId:string?
        account/workspaceMessages/read admin stable GetWorkspaceMessagesResponse
        app/installed observe stable AppsInstalledResponse forceRefresh:boolean threadId:string?
        app/list observe stable AppsListResponse cursor:string? forceRefetch:boolean limit:integer? threadId:string?
        app/read observe stable AppsReadResponse appIds!:[string] includeTools:boolean threadId:string?
        collaborationMode/list observe experimental CollaborationModeListResponse
        command/exec admin stable CommandExecResponse command!:[string] cwd:string? disableOutputCap:boolean disableTimeout:boolean env:{string?}? outputBytesCap:integer? permissionProfile:string? processId:string? sandboxPolicy:SandboxPolicy? size:CommandExecTerminalSize? streamStdin:boolean streamStdoutStderr:boolean timeoutMs:integer? tty:boolean
        command/exec/resize admin stable CommandExecResizeResponse processId!:string size!:CommandExecTerminalSize
        command/exec/terminate admin stable CommandExecTerminateResponse processId!:string
        command/exec/write admin stable CommandExecWriteResponse closeStdin:boolean deltaBase64:string? processId!:string
        config/batchWrite admin stable ConfigWriteResponse edits!:[ConfigEdit] expectedVersion:string? filePath:string? reloadUserConfig:boolean
        config/mcpServer/reload admin stable McpServerRefreshResponse
        config/read admin stable ConfigReadResponse cwd:string? includeLayers:boolean
        config/value/write admin stable ConfigWriteResponse expectedVersion:string? filePath:string? keyPath!:string mergeStrategy!:MergeStrategy value!:any
        configRequirements/read observe stable ConfigRequirementsReadResponse
        environment/add admin experimental EnvironmentAddResponse authBearerToken:string? connectTimeoutMs:unsigned? environmentId!:string execServerUrl!:string skills:EnvironmentSkillsParams? websocketRequestId:string?
        environment/info observe experimental EnvironmentInfoResponse environmentId!:string
        environment/status observe experimental EnvironmentStatusResponse environmentId!:string
        experimentalFeature/enablement/set admin stable ExperimentalFeatureEnablementSetResponse enablement!:{boolean}
        experimentalFeature/list observe stable ExperimentalFeatureListResponse cursor:string? limit:integer? threadId:string?
        externalAgentConfig/detect admin stable ExternalAgentConfigDetectResponse cwds:[string]? includeHome:boolean maxSessionAgeDays:integer? maxSessions:integer? migrationSource:string? source:string?
        externalAgentConfig/import admin stable ExternalAgentConfigImportResponse migrationItems!:[ExternalAgentConfigMigrationItem] migrationSource:string? providerId:string? source:string?
        externalAgentConfig/import/readHistories admin stable ExternalAgentConfigImportHistoriesReadResponse
        externalAgentConfig/import/recordHistory admin stable ExternalAgentConfigImportHistoryRecordResponse itemTypeResults!:[ExternalAgentConfigImportHistoryRecordTypeResultParams] providerId!:string
        feedback/upload admin stable FeedbackUploadResponse classification!:string extraLogFiles:[string]? includeLogs:boolean reason:string? tags:{string}? threadId:string?
        fs/copy admin stable FsCopyResponse destinationPath!:AbsolutePathBuf recursive:boolean sourcePath!:AbsolutePathBuf
        fs/createDirectory admin stable FsCreateDirectoryResponse path!:AbsolutePathBuf recursive:boolean?
        fs/getMetadata admin stable FsGetMetadataResponse path!:AbsolutePathBuf
        fs/readDirectory admin stable FsReadDirectoryResponse path!:AbsolutePathBuf
        fs/readFile admin stable FsReadFileResponse path!:AbsolutePathBuf
        fs/remove admin stable FsRemoveResponse force:boolean? path!:AbsolutePathBuf recursive:boolean?
        fs/unwatch admin stable FsUnwatchResponse watchId!:string
        fs/watch admin stable FsWatchResponse path!:AbsolutePathBuf watchId!:string
        fs/writeFile admin stable FsWriteFileResponse dataBase64!:string path!:AbsolutePathBuf
        fuzzyFileSearch command stable FuzzyFileSearchResponse cancellationToken:string? query!:string roots!:[string]
        fuzzyFileSearch/sessionStart command experimental FuzzyFileSearchSessionStartResponse roots!:[string] sessionId!:string
        fuzzyFileSearch/sessionStop command experimental FuzzyFileSearchSessionStopResponse sessionId!:string
        fuzzyFileSearch/sessionUpdate command experimental FuzzyFileSearchSessionUpdateResponse query!:string sessionId!:string
        hooks/list observe stable HooksListResponse cwds:[string]
        initialize refused stable InitializeResponse capabilities:InitializeCapabilities? clientInfo!:ClientInfo
        marketplace/add admin stable MarketplaceAddResponse refName:string? source!:string sparsePaths:[string]?
        marketplace/remove admin stable MarketplaceRemoveResponse marketplaceName!:string
        marketplace/upgrade admin stable MarketplaceUpgradeResponse marketplaceName:string?
        mcpServer/event/stream/start admin experimental McpServerEventStreamStartResponse _meta:any arguments!:any name!:string server!:string subscriptionId!:string threadId!:string
        mcpServer/event/stream/stop admin experimental McpServerEventStreamStopResponse subscriptionId!:string
        mcpServer/oauth/login admin stable McpServerOauthLoginResponse clientRegistration:McpServerOauthClientRegistration? name!:string scopes:[string]? threadId:string? timeoutSecs:integer?
        mcpServer/resource/read admin stable McpResourceReadResponse connectorId:string? originCallId:string? server!:string target:McpResourceReadTarget? threadId:string? uri!:string
        mcpServer/tool/call admin stable McpServerToolCallResponse _meta:any arguments:any server!:string threadId!:string tool!:string
        mcpServerStatus/list observe stable ListMcpServerStatusResponse cursor:string? detail:McpServerStatusDetail? limit:integer? serverName:string? threadId:string?
        memory/reset admin experimental MemoryResetResponse
        memory/status observe experimental MemoryStatusResponse minConsolidatedThreads:integer?
        mock/experimentalMethod admin experimental MockExperimentalMethodResponse value:string?
        model/list observe stable ModelListResponse cursor:string? includeHidden:boolean? limit:integer?
        modelProvider/capabilities/read observe stable ModelProviderCapabilitiesReadResponse
        permissionProfile/list observe stable PermissionProfileListResponse cursor:string? cwd:string? limit:integer?
        plugin/install admin stable PluginInstallResponse installAttemptId:string? marketplacePath:AbsolutePathBuf? pluginName!:string remoteMarketplaceName:string?
        plugin/installed admin stable PluginInstalledResponse cwds:[AbsolutePathBuf]? installSuggestionPluginNames:[string]?
        plugin/list admin stable PluginListResponse cwds:[AbsolutePathBuf]? forceRefetch:boolean marketplaceKinds:[PluginListMarketplaceKind]?
        plugin/read admin stable PluginReadResponse marketplacePath:AbsolutePathBuf? pluginName!:string remoteMarketplaceName:string?
        plugin/reconcile admin stable PluginReconcileResponse reason:string?
        plugin/search admin experimental PluginSearchResponse cursor:string? cwds:[AbsolutePathBuf]? limit:integer? scope:PluginSearchScope? searchTerm!:string
        plugin/share/checkout admin stable PluginShareCheckoutResponse remotePluginId!:string
        plugin/share/delete admin stable PluginShareDeleteResponse remotePluginId!:string
        plugin/share/list admin stable PluginShareListResponse
        plugin/share/save admin stable PluginShareSaveResponse discoverability:PluginShareDiscoverability? pluginPath!:AbsolutePathBuf remotePluginId:string? shareTargets:[PluginShareTarget]?
        plugin/share/updateTargets admin stable PluginShareUpdateTargetsResponse discoverability!:PluginShareUpdateDiscoverability remotePluginId!:string shareTargets!:[PluginShareTarget]
        plugin/skill/read admin stable PluginSkillReadResponse remoteMarketplaceName!:string remotePluginId!:string skillName!:string
        plugin/uninstall admin stable PluginUninstallResponse pluginId!:string
        process/kill admin experimental ProcessKillResponse processHandle!:string
        process/resizePty admin experimental ProcessResizePtyResponse processHandle!:string size!:ProcessTerminalSize
        process/spawn admin experimental ProcessSpawnResponse command!:[string] cwd!:AbsolutePathBuf env:{string?}? outputBytesCap:integer? processHandle!:string size:ProcessTerminalSize? streamStdin:boolean streamStdoutStderr:boolean timeoutMs:integer? tty:boolean
        process/writeStdin admin experimental ProcessWriteStdinResponse closeStdin:boolean deltaBase64:string? processHandle!:string
        project/create admin experimental ProjectCreateResponse idempotencyKey!:string metadata:{string}? name!:string roots!:[ProjectRoot]
        project/delete admin experimental ProjectDeleteResponse projectId!:string
        project/import admin experimental ProjectImportResponse idempotencyKey!:string metadata:{string}? name!:string roots!:[ProjectRoot] threads:[string]?
        project/list observe experimental ProjectListResponse cursor:string? limit:integer? sortDirection:SortDirection? sortKey:ProjectSortKey?
        project/move admin experimental ProjectMoveResponse beforeProjectId:string? projectId!:string
        project/read observe experimental ProjectReadResponse projectId!:string
        project/update admin experimental ProjectUpdateResponse metadata:{string}? name:string? projectId!:string roots:[ProjectRoot]?
        remoteControl/client/list admin experimental RemoteControlClientsListResponse cursor:string? environmentId!:string limit:integer? order:RemoteControlClientsListOrder?
        remoteControl/client/revoke admin experimental RemoteControlClientsRevokeResponse clientId!:string environmentId!:string
        remoteControl/disable admin experimental RemoteControlDisableResponse ephemeral:boolean
        remoteControl/enable admin experimental RemoteControlEnableResponse ephemeral:boolean
        remoteControl/pairing/start admin experimental RemoteControlPairingStartResponse manualCode:boolean
        remoteControl/pairing/status admin experimental RemoteControlPairingStatusResponse manualPairingCode:string? pairingCode:string?
        remoteControl/status/read admin experimental RemoteControlStatusReadResponse
        review/start command stable ReviewStartResponse delivery:ReviewDelivery? target!:ReviewTarget threadId!:string
        rollout/compress admin experimental RolloutCompressResponse
        server/diagnostics observe experimental ServerDiagnosticsResponse
        skills/config/write admin stable SkillsConfigWriteResponse enabled!:boolean name:string? path:AbsolutePathBuf?
        skills/extraRoots/set admin stable SkillsExtraRootsSetResponse extraRoots!:[AbsolutePathBuf]
        skills/list observe stable SkillsListResponse cwds:[string] forceReload:boolean
        thread/approveGuardianDeniedAction admin stable ThreadApproveGuardianDeniedActionResponse event!:any threadId!:string
        thread/archive command stable ThreadArchiveResponse threadId!:string
        thread/attachment/add command stable ThreadAttachmentAddResponse attachmentType!:string identityKey!:string payload!:any threadId!:string
        thread/attachment/list observe stable ThreadAttachmentListResponse cursor:string? limit:integer? threadId!:string
        thread/attachment/remove command stable ThreadAttachmentRemoveResponse attachmentType!:string identityKey!:string threadId!:string
        thread/attachmentOwner/list observe stable ThreadAttachmentOwnerListResponse archived:boolean? attachmentType!:string cursor:string? identityKey!:string limit:integer?
        thread/backgroundTerminals/clean command experimental ThreadBackgroundTerminalsCleanResponse threadId!:string
        thread/backgroundTerminals/list observe experimental ThreadBackgroundTerminalsListResponse cursor:string? limit:integer? threadId!:string
        thread/backgroundTerminals/terminate command experimental ThreadBackgroundTerminalsTerminateResponse processId!:string threadId!:string
        thread/compact/start command stable ThreadCompactStartResponse threadId!:string
        thread/decrement_elicitation command experimental ThreadDecrementElicitationResponse threadId!:string
        thread/delete command stable ThreadDeleteResponse threadId!:string
        thread/fork command stable ThreadForkResponse approvalPolicy:AskForApproval? approvalsReviewer:ApprovalsReviewer? baseInstructions:string? beforeTurnId:string? config:{any}? cwd:string? deferGoalContinuation:boolean developerInstructions:string? ephemeral:boolean excludeTurns:boolean experimentalPredictionMode:boolean lastTurnId:string? model:string? modelProvider:string? path:string? permissions:string? runtimeWorkspaceRoots:[AbsolutePathBuf]? sandbox:SandboxMode? serviceTier:string? threadId!:string threadSource:ThreadSource?
        thread/goal/clear command stable ThreadGoalClearResponse origin:ThreadGoalMutationOrigin? threadId!:string
        thread/goal/get observe stable ThreadGoalGetResponse threadId!:string
        thread/goal/set command stable ThreadGoalSetResponse objective:string? origin:ThreadGoalMutationOrigin? status:ThreadGoalStatus? threadId!:string tokenBudget:integer?
        thread/increment_elicitation command experimental ThreadIncrementElicitationResponse threadId!:string
        thread/inject_items command stable ThreadInjectItemsResponse items!:[any] threadId!:string
        thread/items/list observe stable ThreadItemsListResponse cursor:ThreadItemsListCursor? limit:integer? sortDirection:SortDirection? threadId!:string turnId:string?
        thread/items/read observe experimental ThreadItemsReadResponse itemIds!:[string] threadId!:string turnId!:string
        thread/list observe stable ThreadListResponse ancestorThreadId:string? archived:boolean? cursor:string? cwd:ThreadListCwdFilter? excludedThreadIds:[string]? limit:integer? modelProviders:[string]? originators:[string]? parentThreadId:string? projectId:string? searchTerm:string? sectionId:string? sortDirection:SortDirection? sortKey:ThreadSortKey? sourceKinds:[ThreadSourceKind]? useStateDbOnly:boolean
        thread/loaded/list observe stable ThreadLoadedListResponse cursor:string? limit:integer?
        thread/memoryMode/set command experimental ThreadMemoryModeSetResponse mode!:ThreadMemoryMode threadId!:string
        thread/metadata/update command stable ThreadMetadataUpdateResponse daybreakEnabled:boolean? gitInfo:ThreadMetadataGitInfoUpdateParams? projectId:string? threadId!:string
        thread/name/set command stable ThreadSetNameResponse name!:string threadId!:string
        thread/prediction/request command experimental ThreadPredictionRequestResponse sourceTurnId!:string threadId!:string
        thread/queue/add command experimental ThreadQueueAddResponse clientUserMessageId!:string input!:[UserInput] threadId!:string
        thread/queue/delete command experimental ThreadQueueDeleteResponse queuedSubmissionId!:string threadId!:string
        thread/queue/list observe experimental ThreadQueueListResponse cursor:string? limit:integer? threadId!:string
        thread/queue/reorder command experimental ThreadQueueReorderResponse queuedSubmissionIds!:[string] threadId!:string
        thread/queue/start command experimental ThreadQueueStartResponse queuedSubmissionId:string? threadId!:string
        thread/queue/update command experimental ThreadQueueUpdateResponse input!:[UserInput] queuedSubmissionId!:string threadId!:string
        thread/read observe stable ThreadReadResponse includeTurns:boolean threadId!:string
        thread/readState/update command experimental ThreadReadStateUpdateResponse expectedRevision!:string operation!:ThreadReadStateOperation threadId!:string
        thread/realtime/appendAudio command experimental ThreadRealtimeAppendAudioResponse audio!:ThreadRealtimeAudioChunk threadId!:string
        thread/realtime/appendSpeech command experimental ThreadRealtimeAppendSpeechResponse text!:string threadId!:string
        thread/realtime/appendText command experimental ThreadRealtimeAppendTextResponse role:ConversationTextRole text!:string threadId!:string
        thread/realtime/listVoices observe experimental ThreadRealtimeListVoicesResponse
        thread/realtime/start command experimental ThreadRealtimeStartResponse backendReasoningStatus:boolean clientManagedHandoffs:boolean? codexResponseHandoffChannelPrefixes:{[string]}? codexResponseHandoffMode:CodexResponseHandoffMode? codexResponseItemPrefix:string? codexResponsesAsItems:boolean? delegationAckFiller:boolean? flushTranscriptTailOnSessionEnd:boolean? includeStartupContext:boolean? initialItems:[ThreadRealtimeInitialItem]? model:string? outputModality!:RealtimeOutputModality prompt:string? realtimeEndInstructions:string? realtimeSessionId:string? realtimeStartInstructions:string? threadId!:string transport:ThreadRealtimeStartTransport? version:RealtimeConversationVersion? voice:RealtimeVoice?
        thread/realtime/stop command experimental ThreadRealtimeStopResponse threadId!:string
        thread/resume command stable ThreadResumeResponse approvalPolicy:AskForApproval? approvalsReviewer:ApprovalsReviewer? baseInstructions:string? config:{any}? cwd:string? developerInstructions:string? excludeTurns:boolean history:[ResponseItem]? initialTurnsPage:ThreadResumeInitialTurnsPageParams? model:string? modelProvider:string? path:string? permissions:string? personality:Personality? runtimeWorkspaceRoots:[AbsolutePathBuf]? sandbox:SandboxMode? serviceTier:string? threadId!:string
        thread/revert command stable ThreadRevertResponse beforeTurnId!:string threadId!:string
        thread/search observe experimental ThreadSearchResponse archived:boolean? cursor:string? limit:integer? searchTerm!:string sortDirection:SortDirection? sortKey:ThreadSearchSortKey? sourceKinds:[ThreadSourceKind]?
        thread/searchOccurrences observe experimental ThreadSearchOccurrencesResponse cursor:string? limit:integer? searchTerm!:string threadId!:string
        thread/section/move command stable ThreadSectionMoveResponse beforeThreadId:string? sectionId!:string? threadId!:string
        thread/settings/update command experimental ThreadSettingsUpdateResponse approvalPolicy:AskForApproval? approvalsReviewer:ApprovalsReviewer? collaborationMode:CollaborationMode? cwd:string? disabledPluginIds:[string]? effort:ReasoningEffort? model:string? multiAgentMode:MultiAgentMode? permissions:string? personality:Personality? sandboxPolicy:SandboxPolicy? serviceTier:string? summary:ReasoningSummary? threadId!:string
        thread/shellCommand admin stable ThreadShellCommandResponse command!:string threadId!:string timeoutMs:integer?
        thread/start command stable ThreadStartResponse allowProviderModelFallback:boolean approvalPolicy:AskForApproval? approvalsReviewer:ApprovalsReviewer? baseInstructions:string? config:{any}? cwd:string? daybreakEnabled:boolean? developerInstructions:string? dynamicTools:[DynamicToolSpec]? environments:[TurnEnvironmentParams]? ephemeral:boolean? experimentalRawEvents:boolean historyMode:ThreadHistoryMode? mockExperimentalField:string? model:string? modelProvider:string? multiAgentMode:MultiAgentMode? permissions:string? personality:Personality? projectId:string? runtimeWorkspaceRoots:[AbsolutePathBuf]? sandbox:SandboxMode? selectedCapabilityRoots:[SelectedCapabilityRoot]? serviceName:string? serviceTier:string? sessionStartSource:ThreadStartSource? threadSource:ThreadSource?
        thread/timeline/list observe experimental ThreadTimelineListResponse cursor:string? limit:integer? threadId!:string
        thread/turns/list observe stable ThreadTurnsListResponse cursor:string? itemsView:TurnItemsView? limit:integer? sortDirection:SortDirection? threadId!:string
        thread/unarchive command stable ThreadUnarchiveResponse threadId!:string
        thread/unsubscribe refused stable ThreadUnsubscribeResponse threadId!:string
        threadSection/create command stable ThreadSectionCreateResponse appearance:ThreadSectionAppearance? name!:string
        threadSection/delete command stable ThreadSectionDeleteResponse sectionId!:string
        threadSection/list observe stable ThreadSectionListResponse cursor:string? limit:integer?
        threadSection/update command stable ThreadSectionUpdateResponse appearance:ThreadSectionAppearance? name!:string sectionId!:string
        turn/interrupt command stable TurnInterruptResponse threadId!:string turnId!:string
        turn/settings/update command experimental TurnSettingsUpdateResponse approvalsReviewer:ApprovalsReviewer? effort:ReasoningEffort? model:string? serviceTier:string? summary:ReasoningSummary? threadId!:string turnId!:string
        turn/start command stable TurnStartResponse additionalContext:{AdditionalContextEntry}? approvalPolicy:AskForApproval? approvalsReviewer:ApprovalsReviewer? clientUserMessageId:string? collaborationMode:CollaborationMode? cwd:string? cyberAccessProgram:CyberAccessProgram? disabledPluginIds:[string]? effort:ReasoningEffort? environments:[TurnEnvironmentParams]? input!:[UserInput] model:string? multiAgentMode:MultiAgentMode? outputSchema:any parentTurnId:string? permissions:string? personality:Personality? responsesapiClientMetadata:{string}? rootTurnId:string? runtimeWorkspaceRoots:[AbsolutePathBuf]? sandboxPolicy:SandboxPolicy? serviceTier:string? serviceTierForTurn:string? summary:ReasoningSummary? threadId!:string toolOutput:TurnToolOutput? turnTrigger:string?
        turn/steer command stable TurnSteerResponse additionalContext:{AdditionalContextEntry}? clientUserMessageId:string? expectedTurnId!:string input!:[UserInput] responsesapiClientMetadata:{string}? threadId!:string
        userVerification/cancel admin experimental UserVerificationCancelResponse requestId!:RequestId
        userVerification/delete admin experimental UserVerificationDeleteResponse
        userVerification/enroll admin experimental UserVerificationEnrollResponse
        userVerification/status admin experimental UserVerificationStatusResponse
        userVerification/verify admin experimental UserVerificationVerifyResponse challenge!:string description!:string title!:string
        windowsSandbox/readiness observe stable WindowsSandboxReadinessResponse
        windowsSandbox/setupStart admin stable WindowsSandboxSetupStartResponse cwd:AbsolutePathBuf? mode!:WindowsSandboxSetupMode
        """
}
