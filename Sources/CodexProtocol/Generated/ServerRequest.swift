// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// A request that codex makes of its client.
public indirect enum ServerRequest: MethodUnion {
    /// `account/chatgptAuthTokens/refresh`.
    case accountChatgptAuthTokensRefresh(ChatgptAuthTokensRefreshParams)
    /// `applyPatchApproval`.
    case applyPatchApproval(ApplyPatchApprovalParams)
    /// `attestation/generate`.
    case attestationGenerate(AttestationGenerateParams)
    /// `currentTime/read`.
    case currentTimeRead(CurrentTimeReadParams)
    /// `execCommandApproval`.
    case execCommandApproval(ExecCommandApprovalParams)
    /// `item/commandExecution/requestApproval`.
    case itemCommandExecutionRequestApproval(CommandExecutionRequestApprovalParams)
    /// `item/fileChange/requestApproval`.
    case itemFileChangeRequestApproval(FileChangeRequestApprovalParams)
    /// `item/permissions/requestApproval`.
    case itemPermissionsRequestApproval(PermissionsRequestApprovalParams)
    /// `item/tool/call`.
    case itemToolCall(DynamicToolCallParams)
    /// `item/tool/requestUserInput`.
    case itemToolRequestUserInput(ToolRequestUserInputParams)
    /// `mcpServer/elicitation/request`.
    case mcpServerElicitationRequest(McpServerElicitationRequestParams)
    /// A method that the schema lacks, its params as they came.
    case unknown(method: String, params: JSONValue?)

    public init(method: String, params: JSONValue?) throws(CodexProtocolError) {
        switch method {
        case "account/chatgptAuthTokens/refresh":
            self = .accountChatgptAuthTokensRefresh(try readParams(params, of: method))
        case "applyPatchApproval": self = .applyPatchApproval(try readParams(params, of: method))
        case "attestation/generate": self = .attestationGenerate(try readParams(params, of: method))
        case "currentTime/read": self = .currentTimeRead(try readParams(params, of: method))
        case "execCommandApproval": self = .execCommandApproval(try readParams(params, of: method))
        case "item/commandExecution/requestApproval":
            self = .itemCommandExecutionRequestApproval(try readParams(params, of: method))
        case "item/fileChange/requestApproval":
            self = .itemFileChangeRequestApproval(try readParams(params, of: method))
        case "item/permissions/requestApproval":
            self = .itemPermissionsRequestApproval(try readParams(params, of: method))
        case "item/tool/call": self = .itemToolCall(try readParams(params, of: method))
        case "item/tool/requestUserInput": self = .itemToolRequestUserInput(try readParams(params, of: method))
        case "mcpServer/elicitation/request": self = .mcpServerElicitationRequest(try readParams(params, of: method))
        default: self = .unknown(method: method, params: params)
        }
    }

    public var method: String {
        switch self {
        case .accountChatgptAuthTokensRefresh: "account/chatgptAuthTokens/refresh"
        case .applyPatchApproval: "applyPatchApproval"
        case .attestationGenerate: "attestation/generate"
        case .currentTimeRead: "currentTime/read"
        case .execCommandApproval: "execCommandApproval"
        case .itemCommandExecutionRequestApproval: "item/commandExecution/requestApproval"
        case .itemFileChangeRequestApproval: "item/fileChange/requestApproval"
        case .itemPermissionsRequestApproval: "item/permissions/requestApproval"
        case .itemToolCall: "item/tool/call"
        case .itemToolRequestUserInput: "item/tool/requestUserInput"
        case .mcpServerElicitationRequest: "mcpServer/elicitation/request"
        case .unknown(let method, _): method
        }
    }

    public var params: JSONValue? {
        switch self {
        case .accountChatgptAuthTokensRefresh(let params): params.json
        case .applyPatchApproval(let params): params.json
        case .attestationGenerate(let params): params.json
        case .currentTimeRead(let params): params.json
        case .execCommandApproval(let params): params.json
        case .itemCommandExecutionRequestApproval(let params): params.json
        case .itemFileChangeRequestApproval(let params): params.json
        case .itemPermissionsRequestApproval(let params): params.json
        case .itemToolCall(let params): params.json
        case .itemToolRequestUserInput(let params): params.json
        case .mcpServerElicitationRequest(let params): params.json
        case .unknown(_, let params): params
        }
    }

    /// The type of what is answered; nil when the method is unknown.
    public var responseType: (any JSONCodable.Type)? {
        switch self {
        case .accountChatgptAuthTokensRefresh: ChatgptAuthTokensRefreshResponse.self
        case .applyPatchApproval: ApplyPatchApprovalResponse.self
        case .attestationGenerate: AttestationGenerateResponse.self
        case .currentTimeRead: CurrentTimeReadResponse.self
        case .execCommandApproval: ExecCommandApprovalResponse.self
        case .itemCommandExecutionRequestApproval: CommandExecutionRequestApprovalResponse.self
        case .itemFileChangeRequestApproval: FileChangeRequestApprovalResponse.self
        case .itemPermissionsRequestApproval: PermissionsRequestApprovalResponse.self
        case .itemToolCall: DynamicToolCallResponse.self
        case .itemToolRequestUserInput: ToolRequestUserInputResponse.self
        case .mcpServerElicitationRequest: McpServerElicitationRequestResponse.self
        case .unknown: nil
        }
    }
}
