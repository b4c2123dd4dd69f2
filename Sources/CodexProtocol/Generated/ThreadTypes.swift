// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `AgentMessageInputContent`.
public indirect enum AgentMessageInputContent: JSONCodable {
    case inputText(AgentMessageInputContent.InputText)
    case encryptedContent(AgentMessageInputContent.EncryptedContent)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "input_text": self = .inputText(try AgentMessageInputContent.InputText(json: json))
        case "encrypted_content": self = .encryptedContent(try AgentMessageInputContent.EncryptedContent(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .inputText(let payload): payload.json.tagged("type", "input_text")
        case .encryptedContent(let payload): payload.json.tagged("type", "encrypted_content")
        case .unknown(let json): json
        }
    }
}

extension AgentMessageInputContent {
    /// The schema's `AgentMessageInputContent.EncryptedContent`.
    public struct EncryptedContent: JSONCodable {
        public var encryptedContent: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(encryptedContent: String, additional: [String: JSONValue] = [:]) {
            self.encryptedContent = encryptedContent
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.encryptedContent = try members.required("encrypted_content")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("encrypted_content", encryptedContent)
            return .object(members)
        }
    }
}

extension AgentMessageInputContent {
    /// The schema's `AgentMessageInputContent.InputText`.
    public struct InputText: JSONCodable {
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            return .object(members)
        }
    }
}

/// The schema's `CapabilityRootLocation`.
public indirect enum CapabilityRootLocation: JSONCodable {
    case environment(CapabilityRootLocation.Environment)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "environment": self = .environment(try CapabilityRootLocation.Environment(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .environment(let payload): payload.json.tagged("type", "environment")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var environmentId: String? {
        switch self {
        case .environment(let payload): payload.environmentId
        case .unknown(let json): json["environmentId"].flatMap { try? String(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var path: String? {
        switch self {
        case .environment(let payload): payload.path
        case .unknown(let json): json["path"].flatMap { try? String(json: $0) }
        }
    }
}

extension CapabilityRootLocation {
    /// The schema's `CapabilityRootLocation.Environment`.
    public struct Environment: JSONCodable {
        public var environmentId: String
        public var path: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(environmentId: String, path: String, additional: [String: JSONValue] = [:]) {
            self.environmentId = environmentId
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.environmentId = try members.required("environmentId")
            self.path = try members.required("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("environmentId", environmentId)
            members.set("path", path)
            return .object(members)
        }
    }
}

/// The schema's `ConfigurationReasoning`.
public struct ConfigurationReasoning: JSONCodable {
    public var effort: ReasoningEffort
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(effort: ReasoningEffort, additional: [String: JSONValue] = [:]) {
        self.effort = effort
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.effort = try members.required("effort")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("effort", effort)
        return .object(members)
    }
}

/// The schema's `ContentItem`.
public indirect enum ContentItem: JSONCodable {
    case inputText(ContentItem.InputText)
    case inputImage(ContentItem.InputImage)
    case inputAudio(ContentItem.InputAudio)
    case outputText(ContentItem.OutputText)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "input_text": self = .inputText(try ContentItem.InputText(json: json))
        case "input_image": self = .inputImage(try ContentItem.InputImage(json: json))
        case "input_audio": self = .inputAudio(try ContentItem.InputAudio(json: json))
        case "output_text": self = .outputText(try ContentItem.OutputText(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .inputText(let payload): payload.json.tagged("type", "input_text")
        case .inputImage(let payload): payload.json.tagged("type", "input_image")
        case .inputAudio(let payload): payload.json.tagged("type", "input_audio")
        case .outputText(let payload): payload.json.tagged("type", "output_text")
        case .unknown(let json): json
        }
    }
}

extension ContentItem {
    /// The schema's `ContentItem.InputAudio`.
    public struct InputAudio: JSONCodable {
        public var audioUrl: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(audioUrl: String, additional: [String: JSONValue] = [:]) {
            self.audioUrl = audioUrl
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.audioUrl = try members.required("audio_url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("audio_url", audioUrl)
            return .object(members)
        }
    }
}

extension ContentItem {
    /// The schema's `ContentItem.InputImage`.
    public struct InputImage: JSONCodable {
        public var detail: Presence<ImageDetail>
        public var fileId: String?
        public var imageUrl: String?
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            detail: Presence<ImageDetail> = .absent, fileId: String? = nil, imageUrl: String? = nil,
            additional: [String: JSONValue] = [:]
        ) {
            self.detail = detail
            self.fileId = fileId
            self.imageUrl = imageUrl
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.detail = try members.presence("detail")
            self.fileId = try members.optional("file_id")
            self.imageUrl = try members.optional("image_url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("detail", detail)
            members.setOptional("file_id", fileId)
            members.setOptional("image_url", imageUrl)
            return .object(members)
        }
    }
}

extension ContentItem {
    /// The schema's `ContentItem.InputText`.
    public struct InputText: JSONCodable {
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            return .object(members)
        }
    }
}

extension ContentItem {
    /// The schema's `ContentItem.OutputText`.
    public struct OutputText: JSONCodable {
        public var annotations: Presence<[JSONValue]>
        public var logprobs: Presence<[JSONValue]>
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            annotations: Presence<[JSONValue]> = .absent, logprobs: Presence<[JSONValue]> = .absent, text: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.annotations = annotations
            self.logprobs = logprobs
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.annotations = try members.presence("annotations")
            self.logprobs = try members.presence("logprobs")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("annotations", annotations)
            members.setPresence("logprobs", logprobs)
            members.set("text", text)
            return .object(members)
        }
    }
}

/// What `thread/compacted` tells.
public struct ContextCompactedNotification: NotificationParams {
    public static let method = "thread/compacted"

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

/// The schema's `DynamicToolNamespaceTool`.
public indirect enum DynamicToolNamespaceTool: JSONCodable {
    case function(DynamicToolNamespaceTool.Function)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "function": self = .function(try DynamicToolNamespaceTool.Function(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .function(let payload): payload.json.tagged("type", "function")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var description: String? {
        switch self {
        case .function(let payload): payload.description
        case .unknown(let json): json["description"].flatMap { try? String(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var name: String? {
        switch self {
        case .function(let payload): payload.name
        case .unknown(let json): json["name"].flatMap { try? String(json: $0) }
        }
    }
}

extension DynamicToolNamespaceTool {
    /// The schema's `DynamicToolNamespaceTool.Function`.
    public struct Function: JSONCodable {
        public var deferLoading: Bool?
        public var description: String
        public var inputSchema: JSONValue
        public var name: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            deferLoading: Bool? = nil, description: String, inputSchema: JSONValue, name: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.deferLoading = deferLoading
            self.description = description
            self.inputSchema = inputSchema
            self.name = name
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.deferLoading = try members.optional("deferLoading")
            self.description = try members.required("description")
            self.inputSchema = try members.required("inputSchema")
            self.name = try members.required("name")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("deferLoading", deferLoading)
            members.set("description", description)
            members.set("inputSchema", inputSchema)
            members.set("name", name)
            return .object(members)
        }
    }
}

/// The schema's `DynamicToolSpec`.
public indirect enum DynamicToolSpec: JSONCodable {
    case function(DynamicToolSpec.Function)
    case namespace(DynamicToolSpec.Namespace)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "function": self = .function(try DynamicToolSpec.Function(json: json))
        case "namespace": self = .namespace(try DynamicToolSpec.Namespace(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .function(let payload): payload.json.tagged("type", "function")
        case .namespace(let payload): payload.json.tagged("type", "namespace")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var description: String? {
        switch self {
        case .function(let payload): payload.description
        case .namespace(let payload): payload.description
        case .unknown(let json): json["description"].flatMap { try? String(json: $0) }
        }
    }

    /// Every case that the schema lists has it.
    public var name: String? {
        switch self {
        case .function(let payload): payload.name
        case .namespace(let payload): payload.name
        case .unknown(let json): json["name"].flatMap { try? String(json: $0) }
        }
    }
}

extension DynamicToolSpec {
    /// The schema's `DynamicToolSpec.Function`.
    public struct Function: JSONCodable {
        public var deferLoading: Bool?
        public var description: String
        public var inputSchema: JSONValue
        public var name: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            deferLoading: Bool? = nil, description: String, inputSchema: JSONValue, name: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.deferLoading = deferLoading
            self.description = description
            self.inputSchema = inputSchema
            self.name = name
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.deferLoading = try members.optional("deferLoading")
            self.description = try members.required("description")
            self.inputSchema = try members.required("inputSchema")
            self.name = try members.required("name")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setOptional("deferLoading", deferLoading)
            members.set("description", description)
            members.set("inputSchema", inputSchema)
            members.set("name", name)
            return .object(members)
        }
    }
}

extension DynamicToolSpec {
    /// The schema's `DynamicToolSpec.Namespace`.
    public struct Namespace: JSONCodable {
        public var description: String
        public var name: String
        public var tools: [DynamicToolNamespaceTool]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            description: String, name: String, tools: [DynamicToolNamespaceTool], additional: [String: JSONValue] = [:]
        ) {
            self.description = description
            self.name = name
            self.tools = tools
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.description = try members.required("description")
            self.name = try members.required("name")
            self.tools = try members.required("tools")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("description", description)
            members.set("name", name)
            members.set("tools", tools)
            return .object(members)
        }
    }
}

/// The schema's `InternalChatMessageMetadataPassthrough`.
public struct InternalChatMessageMetadataPassthrough: JSONCodable {
    public var turnId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(turnId: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.turnId = try members.presence("turn_id")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("turn_id", turnId)
        return .object(members)
    }
}

/// The schema's `LocalShellAction`.
public indirect enum LocalShellAction: JSONCodable {
    case exec(LocalShellAction.Exec)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "exec": self = .exec(try LocalShellAction.Exec(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .exec(let payload): payload.json.tagged("type", "exec")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var command: [String]? {
        switch self {
        case .exec(let payload): payload.command
        case .unknown(let json): json["command"].flatMap { try? [String](json: $0) }
        }
    }
}

extension LocalShellAction {
    /// The schema's `LocalShellAction.Exec`.
    public struct Exec: JSONCodable {
        public var command: [String]
        public var env: Presence<[String: String]>
        public var timeoutMs: Presence<UInt64>
        public var user: Presence<String>
        public var workingDirectory: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            command: [String], env: Presence<[String: String]> = .absent, timeoutMs: Presence<UInt64> = .absent,
            user: Presence<String> = .absent, workingDirectory: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.command = command
            self.env = env
            self.timeoutMs = timeoutMs
            self.user = user
            self.workingDirectory = workingDirectory
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.command = try members.required("command")
            self.env = try members.presence("env")
            self.timeoutMs = try members.presence("timeout_ms")
            self.user = try members.presence("user")
            self.workingDirectory = try members.presence("working_directory")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("command", command)
            members.setPresence("env", env)
            members.setPresence("timeout_ms", timeoutMs)
            members.setPresence("user", user)
            members.setPresence("working_directory", workingDirectory)
            return .object(members)
        }
    }
}

/// The schema's `LocalShellStatus`.
public enum LocalShellStatus: OpenEnum {
    case completed
    case inProgress
    case incomplete
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "completed": self = .completed
        case "in_progress": self = .inProgress
        case "incomplete": self = .incomplete
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .completed: "completed"
        case .inProgress: "in_progress"
        case .incomplete: "incomplete"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ReasoningItemContent`.
public indirect enum ReasoningItemContent: JSONCodable {
    case reasoningText(ReasoningItemContent.ReasoningText)
    case text(ReasoningItemContent.Text)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "reasoning_text": self = .reasoningText(try ReasoningItemContent.ReasoningText(json: json))
        case "text": self = .text(try ReasoningItemContent.Text(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .reasoningText(let payload): payload.json.tagged("type", "reasoning_text")
        case .text(let payload): payload.json.tagged("type", "text")
        case .unknown(let json): json
        }
    }
}

extension ReasoningItemContent {
    /// The schema's `ReasoningItemContent.ReasoningText`.
    public struct ReasoningText: JSONCodable {
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            return .object(members)
        }
    }
}

extension ReasoningItemContent {
    /// The schema's `ReasoningItemContent.Text`.
    public struct Text: JSONCodable {
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            return .object(members)
        }
    }
}

/// The schema's `ReasoningItemReasoningSummary`.
public indirect enum ReasoningItemReasoningSummary: JSONCodable {
    case summaryText(ReasoningItemReasoningSummary.SummaryText)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "summary_text": self = .summaryText(try ReasoningItemReasoningSummary.SummaryText(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .summaryText(let payload): payload.json.tagged("type", "summary_text")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var text: String? {
        switch self {
        case .summaryText(let payload): payload.text
        case .unknown(let json): json["text"].flatMap { try? String(json: $0) }
        }
    }
}

extension ReasoningItemReasoningSummary {
    /// The schema's `ReasoningItemReasoningSummary.SummaryText`.
    public struct SummaryText: JSONCodable {
        public var text: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: String, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.required("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("text", text)
            return .object(members)
        }
    }
}

/// The schema's `ResponseItem`.
public indirect enum ResponseItem: JSONCodable {
    case additionalTools(ResponseItem.AdditionalTools)
    case message(ResponseItem.Message)
    case agentMessage(ResponseItem.AgentMessage)
    case reasoning(ResponseItem.Reasoning)
    case localShellCall(ResponseItem.LocalShellCall)
    case functionCall(ResponseItem.FunctionCall)
    case toolSearchCall(ResponseItem.ToolSearchCall)
    case functionCallOutput(ResponseItem.FunctionCallOutput)
    case customToolCall(ResponseItem.CustomToolCall)
    case customToolCallOutput(ResponseItem.CustomToolCallOutput)
    case toolSearchOutput(ResponseItem.ToolSearchOutput)
    case webSearchCall(ResponseItem.WebSearchCall)
    case imageGenerationCall(ResponseItem.ImageGenerationCall)
    case compaction(ResponseItem.Compaction)
    case configurationUpdate(ResponseItem.ConfigurationUpdate)
    case compactionTrigger(NoMembers = NoMembers())
    case contextCompaction(ResponseItem.ContextCompaction)
    case other(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "additional_tools": self = .additionalTools(try ResponseItem.AdditionalTools(json: json))
        case "message": self = .message(try ResponseItem.Message(json: json))
        case "agent_message": self = .agentMessage(try ResponseItem.AgentMessage(json: json))
        case "reasoning": self = .reasoning(try ResponseItem.Reasoning(json: json))
        case "local_shell_call": self = .localShellCall(try ResponseItem.LocalShellCall(json: json))
        case "function_call": self = .functionCall(try ResponseItem.FunctionCall(json: json))
        case "tool_search_call": self = .toolSearchCall(try ResponseItem.ToolSearchCall(json: json))
        case "function_call_output": self = .functionCallOutput(try ResponseItem.FunctionCallOutput(json: json))
        case "custom_tool_call": self = .customToolCall(try ResponseItem.CustomToolCall(json: json))
        case "custom_tool_call_output": self = .customToolCallOutput(try ResponseItem.CustomToolCallOutput(json: json))
        case "tool_search_output": self = .toolSearchOutput(try ResponseItem.ToolSearchOutput(json: json))
        case "web_search_call": self = .webSearchCall(try ResponseItem.WebSearchCall(json: json))
        case "image_generation_call": self = .imageGenerationCall(try ResponseItem.ImageGenerationCall(json: json))
        case "compaction": self = .compaction(try ResponseItem.Compaction(json: json))
        case "configuration_update": self = .configurationUpdate(try ResponseItem.ConfigurationUpdate(json: json))
        case "compaction_trigger": self = .compactionTrigger(try NoMembers(json: json, tag: "type"))
        case "context_compaction": self = .contextCompaction(try ResponseItem.ContextCompaction(json: json))
        case "other": self = .other(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .additionalTools(let payload): payload.json.tagged("type", "additional_tools")
        case .message(let payload): payload.json.tagged("type", "message")
        case .agentMessage(let payload): payload.json.tagged("type", "agent_message")
        case .reasoning(let payload): payload.json.tagged("type", "reasoning")
        case .localShellCall(let payload): payload.json.tagged("type", "local_shell_call")
        case .functionCall(let payload): payload.json.tagged("type", "function_call")
        case .toolSearchCall(let payload): payload.json.tagged("type", "tool_search_call")
        case .functionCallOutput(let payload): payload.json.tagged("type", "function_call_output")
        case .customToolCall(let payload): payload.json.tagged("type", "custom_tool_call")
        case .customToolCallOutput(let payload): payload.json.tagged("type", "custom_tool_call_output")
        case .toolSearchOutput(let payload): payload.json.tagged("type", "tool_search_output")
        case .webSearchCall(let payload): payload.json.tagged("type", "web_search_call")
        case .imageGenerationCall(let payload): payload.json.tagged("type", "image_generation_call")
        case .compaction(let payload): payload.json.tagged("type", "compaction")
        case .configurationUpdate(let payload): payload.json.tagged("type", "configuration_update")
        case .compactionTrigger(let payload): payload.json.tagged("type", "compaction_trigger")
        case .contextCompaction(let payload): payload.json.tagged("type", "context_compaction")
        case .other(let payload): payload.json.tagged("type", "other")
        case .unknown(let json): json
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.AdditionalTools`.
    public struct AdditionalTools: JSONCodable {
        public var id: Presence<String>
        public var role: String
        public var tools: [JSONValue]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            id: Presence<String> = .absent, role: String, tools: [JSONValue], additional: [String: JSONValue] = [:]
        ) {
            self.id = id
            self.role = role
            self.tools = tools
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.id = try members.presence("id")
            self.role = try members.required("role")
            self.tools = try members.required("tools")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("id", id)
            members.set("role", role)
            members.set("tools", tools)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.AgentMessage`.
    public struct AgentMessage: JSONCodable {
        public var author: String
        public var content: [AgentMessageInputContent]
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var recipient: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            author: String, content: [AgentMessageInputContent], id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            recipient: String, additional: [String: JSONValue] = [:]
        ) {
            self.author = author
            self.content = content
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.recipient = recipient
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.author = try members.required("author")
            self.content = try members.required("content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.recipient = try members.required("recipient")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("author", author)
            members.set("content", content)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.set("recipient", recipient)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.Compaction`.
    public struct Compaction: JSONCodable {
        public var encryptedContent: String
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            encryptedContent: String, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.encryptedContent = encryptedContent
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.encryptedContent = try members.required("encrypted_content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.ConfigurationUpdate`.
    public struct ConfigurationUpdate: JSONCodable {
        public var reasoning: ConfigurationReasoning
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(reasoning: ConfigurationReasoning, additional: [String: JSONValue] = [:]) {
            self.reasoning = reasoning
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.reasoning = try members.required("reasoning")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("reasoning", reasoning)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.ContextCompaction`.
    public struct ContextCompaction: JSONCodable {
        public var encryptedContent: Presence<String>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            encryptedContent: Presence<String> = .absent, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.encryptedContent = encryptedContent
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.encryptedContent = try members.presence("encrypted_content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.CustomToolCall`.
    public struct CustomToolCall: JSONCodable {
        public var callId: String
        public var encryptedContent: Presence<String>
        public var id: Presence<String>
        public var input: String
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var name: String
        public var namespace: Presence<String>
        public var status: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            callId: String, encryptedContent: Presence<String> = .absent, id: Presence<String> = .absent, input: String,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            name: String, namespace: Presence<String> = .absent, status: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.callId = callId
            self.encryptedContent = encryptedContent
            self.id = id
            self.input = input
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.name = name
            self.namespace = namespace
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.callId = try members.required("call_id")
            self.encryptedContent = try members.presence("encrypted_content")
            self.id = try members.presence("id")
            self.input = try members.required("input")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.name = try members.required("name")
            self.namespace = try members.presence("namespace")
            self.status = try members.presence("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("call_id", callId)
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.set("input", input)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.set("name", name)
            members.setPresence("namespace", namespace)
            members.setPresence("status", status)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.CustomToolCallOutput`.
    public struct CustomToolCallOutput: JSONCodable {
        public var callId: String
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var name: Presence<String>
        public var output: FunctionCallOutputBody
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            callId: String, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            name: Presence<String> = .absent, output: FunctionCallOutputBody, additional: [String: JSONValue] = [:]
        ) {
            self.callId = callId
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.name = name
            self.output = output
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.callId = try members.required("call_id")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.name = try members.presence("name")
            self.output = try members.required("output")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("call_id", callId)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.setPresence("name", name)
            members.set("output", output)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.FunctionCall`.
    public struct FunctionCall: JSONCodable {
        public var arguments: String
        public var callId: String
        public var encryptedContent: Presence<String>
        public var encryptedFunctionArgs: Presence<[String]>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var name: String
        public var namespace: Presence<String>
        public var status: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            arguments: String, callId: String, encryptedContent: Presence<String> = .absent,
            encryptedFunctionArgs: Presence<[String]> = .absent, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            name: String, namespace: Presence<String> = .absent, status: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.arguments = arguments
            self.callId = callId
            self.encryptedContent = encryptedContent
            self.encryptedFunctionArgs = encryptedFunctionArgs
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.name = name
            self.namespace = namespace
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.arguments = try members.required("arguments")
            self.callId = try members.required("call_id")
            self.encryptedContent = try members.presence("encrypted_content")
            self.encryptedFunctionArgs = try members.presence("encrypted_function_args")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.name = try members.required("name")
            self.namespace = try members.presence("namespace")
            self.status = try members.presence("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("arguments", arguments)
            members.set("call_id", callId)
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("encrypted_function_args", encryptedFunctionArgs)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.set("name", name)
            members.setPresence("namespace", namespace)
            members.setPresence("status", status)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.FunctionCallOutput`.
    public struct FunctionCallOutput: JSONCodable {
        public var callId: Presence<String>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var name: Presence<String>
        public var namespace: Presence<String>
        public var output: FunctionCallOutputBody
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            callId: Presence<String> = .absent, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            name: Presence<String> = .absent, namespace: Presence<String> = .absent, output: FunctionCallOutputBody,
            additional: [String: JSONValue] = [:]
        ) {
            self.callId = callId
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.name = name
            self.namespace = namespace
            self.output = output
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.callId = try members.presence("call_id")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.name = try members.presence("name")
            self.namespace = try members.presence("namespace")
            self.output = try members.required("output")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("call_id", callId)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.setPresence("name", name)
            members.setPresence("namespace", namespace)
            members.set("output", output)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.ImageGenerationCall`.
    public struct ImageGenerationCall: JSONCodable {
        public var encryptedContent: Presence<String>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var result: String
        public var revisedPrompt: Presence<String>
        public var status: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            encryptedContent: Presence<String> = .absent, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            result: String, revisedPrompt: Presence<String> = .absent, status: String,
            additional: [String: JSONValue] = [:]
        ) {
            self.encryptedContent = encryptedContent
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.result = result
            self.revisedPrompt = revisedPrompt
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.encryptedContent = try members.presence("encrypted_content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.result = try members.required("result")
            self.revisedPrompt = try members.presence("revised_prompt")
            self.status = try members.required("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.set("result", result)
            members.setPresence("revised_prompt", revisedPrompt)
            members.set("status", status)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.LocalShellCall`.
    public struct LocalShellCall: JSONCodable {
        public var action: LocalShellAction
        public var callId: Presence<String>
        public var encryptedContent: Presence<String>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var status: LocalShellStatus
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            action: LocalShellAction, callId: Presence<String> = .absent, encryptedContent: Presence<String> = .absent,
            id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            status: LocalShellStatus, additional: [String: JSONValue] = [:]
        ) {
            self.action = action
            self.callId = callId
            self.encryptedContent = encryptedContent
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.action = try members.required("action")
            self.callId = try members.presence("call_id")
            self.encryptedContent = try members.presence("encrypted_content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.status = try members.required("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("action", action)
            members.setPresence("call_id", callId)
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.set("status", status)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.Message`.
    public struct Message: JSONCodable {
        public var content: [ContentItem]
        public var encryptedContent: Presence<String>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var phase: Presence<MessagePhase>
        public var role: String
        public var status: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            content: [ContentItem], encryptedContent: Presence<String> = .absent, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            phase: Presence<MessagePhase> = .absent, role: String, status: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.content = content
            self.encryptedContent = encryptedContent
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.phase = phase
            self.role = role
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.content = try members.required("content")
            self.encryptedContent = try members.presence("encrypted_content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.phase = try members.presence("phase")
            self.role = try members.required("role")
            self.status = try members.presence("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("content", content)
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.setPresence("phase", phase)
            members.set("role", role)
            members.setPresence("status", status)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.Reasoning`.
    public struct Reasoning: JSONCodable {
        public var content: Presence<[ReasoningItemContent]>
        public var encryptedContent: Presence<String>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var summary: [ReasoningItemReasoningSummary]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            content: Presence<[ReasoningItemContent]> = .absent, encryptedContent: Presence<String> = .absent,
            id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            summary: [ReasoningItemReasoningSummary], additional: [String: JSONValue] = [:]
        ) {
            self.content = content
            self.encryptedContent = encryptedContent
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.summary = summary
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.content = try members.presence("content")
            self.encryptedContent = try members.presence("encrypted_content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.summary = try members.required("summary")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("content", content)
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.set("summary", summary)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.ToolSearchCall`.
    public struct ToolSearchCall: JSONCodable {
        public var arguments: JSONValue
        public var callId: Presence<String>
        public var encryptedContent: Presence<String>
        public var execution: String
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var status: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            arguments: JSONValue, callId: Presence<String> = .absent, encryptedContent: Presence<String> = .absent,
            execution: String, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            status: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.arguments = arguments
            self.callId = callId
            self.encryptedContent = encryptedContent
            self.execution = execution
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.arguments = try members.required("arguments")
            self.callId = try members.presence("call_id")
            self.encryptedContent = try members.presence("encrypted_content")
            self.execution = try members.required("execution")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.status = try members.presence("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("arguments", arguments)
            members.setPresence("call_id", callId)
            members.setPresence("encrypted_content", encryptedContent)
            members.set("execution", execution)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.setPresence("status", status)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.ToolSearchOutput`.
    public struct ToolSearchOutput: JSONCodable {
        public var callId: Presence<String>
        public var execution: String
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var status: String
        public var tools: [JSONValue]
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            callId: Presence<String> = .absent, execution: String, id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            status: String, tools: [JSONValue], additional: [String: JSONValue] = [:]
        ) {
            self.callId = callId
            self.execution = execution
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.status = status
            self.tools = tools
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.callId = try members.presence("call_id")
            self.execution = try members.required("execution")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.status = try members.required("status")
            self.tools = try members.required("tools")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("call_id", callId)
            members.set("execution", execution)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.set("status", status)
            members.set("tools", tools)
            return .object(members)
        }
    }
}

extension ResponseItem {
    /// The schema's `ResponseItem.WebSearchCall`.
    public struct WebSearchCall: JSONCodable {
        public var action: Presence<ResponsesApiWebSearchAction>
        public var encryptedContent: Presence<String>
        public var id: Presence<String>
        public var internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough>
        public var status: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            action: Presence<ResponsesApiWebSearchAction> = .absent, encryptedContent: Presence<String> = .absent,
            id: Presence<String> = .absent,
            internalChatMessageMetadataPassthrough: Presence<InternalChatMessageMetadataPassthrough> = .absent,
            status: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.action = action
            self.encryptedContent = encryptedContent
            self.id = id
            self.internalChatMessageMetadataPassthrough = internalChatMessageMetadataPassthrough
            self.status = status
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.action = try members.presence("action")
            self.encryptedContent = try members.presence("encrypted_content")
            self.id = try members.presence("id")
            self.internalChatMessageMetadataPassthrough = try members.presence(
                "internal_chat_message_metadata_passthrough")
            self.status = try members.presence("status")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("action", action)
            members.setPresence("encrypted_content", encryptedContent)
            members.setPresence("id", id)
            members.setPresence("internal_chat_message_metadata_passthrough", internalChatMessageMetadataPassthrough)
            members.setPresence("status", status)
            return .object(members)
        }
    }
}

/// The schema's `ResponsesApiWebSearchAction`.
public indirect enum ResponsesApiWebSearchAction: JSONCodable {
    case search(ResponsesApiWebSearchAction.Search)
    case openPage(ResponsesApiWebSearchAction.OpenPage)
    case findInPage(ResponsesApiWebSearchAction.FindInPage)
    case other(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "search": self = .search(try ResponsesApiWebSearchAction.Search(json: json))
        case "open_page": self = .openPage(try ResponsesApiWebSearchAction.OpenPage(json: json))
        case "find_in_page": self = .findInPage(try ResponsesApiWebSearchAction.FindInPage(json: json))
        case "other": self = .other(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .search(let payload): payload.json.tagged("type", "search")
        case .openPage(let payload): payload.json.tagged("type", "open_page")
        case .findInPage(let payload): payload.json.tagged("type", "find_in_page")
        case .other(let payload): payload.json.tagged("type", "other")
        case .unknown(let json): json
        }
    }
}

extension ResponsesApiWebSearchAction {
    /// The schema's `ResponsesApiWebSearchAction.FindInPage`.
    public struct FindInPage: JSONCodable {
        public var pattern: Presence<String>
        public var url: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            pattern: Presence<String> = .absent, url: Presence<String> = .absent, additional: [String: JSONValue] = [:]
        ) {
            self.pattern = pattern
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.pattern = try members.presence("pattern")
            self.url = try members.presence("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("pattern", pattern)
            members.setPresence("url", url)
            return .object(members)
        }
    }
}

extension ResponsesApiWebSearchAction {
    /// The schema's `ResponsesApiWebSearchAction.OpenPage`.
    public struct OpenPage: JSONCodable {
        public var url: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(url: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.url = url
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.url = try members.presence("url")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("url", url)
            return .object(members)
        }
    }
}

extension ResponsesApiWebSearchAction {
    /// The schema's `ResponsesApiWebSearchAction.Search`.
    public struct Search: JSONCodable {
        public var queries: Presence<[String]>
        public var query: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            queries: Presence<[String]> = .absent, query: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.queries = queries
            self.query = query
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.queries = try members.presence("queries")
            self.query = try members.presence("query")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("queries", queries)
            members.setPresence("query", query)
            return .object(members)
        }
    }
}

/// The schema's `SelectedCapabilityRoot`.
public struct SelectedCapabilityRoot: JSONCodable {
    public var id: String
    public var location: CapabilityRootLocation
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(id: String, location: CapabilityRootLocation, additional: [String: JSONValue] = [:]) {
        self.id = id
        self.location = location
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.id = try members.required("id")
        self.location = try members.required("location")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("id", id)
        members.set("location", location)
        return .object(members)
    }
}

/// What `thread/approveGuardianDeniedAction` asks. Stable.
public struct ThreadApproveGuardianDeniedActionParams: ClientRequestParams {
    public typealias Response = ThreadApproveGuardianDeniedActionResponse
    public static let method = "thread/approveGuardianDeniedAction"

    public var event: JSONValue
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(event: JSONValue, threadId: String, additional: [String: JSONValue] = [:]) {
        self.event = event
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.event = try members.required("event")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("event", event)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/approveGuardianDeniedAction`.
public struct ThreadApproveGuardianDeniedActionResponse: JSONCodable {
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

/// What `thread/archive` asks. Stable.
public struct ThreadArchiveParams: ClientRequestParams {
    public typealias Response = ThreadArchiveResponse
    public static let method = "thread/archive"

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

/// What is answered to `thread/archive`.
public struct ThreadArchiveResponse: JSONCodable {
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

/// What `thread/archived` tells.
public struct ThreadArchivedNotification: NotificationParams {
    public static let method = "thread/archived"

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

/// What `thread/closed` tells.
public struct ThreadClosedNotification: NotificationParams {
    public static let method = "thread/closed"

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

/// What `thread/decrement_elicitation` asks. Experimental.
public struct ThreadDecrementElicitationParams: ClientRequestParams {
    public typealias Response = ThreadDecrementElicitationResponse
    public static let method = "thread/decrement_elicitation"

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

/// What is answered to `thread/decrement_elicitation`.
public struct ThreadDecrementElicitationResponse: JSONCodable {
    public var count: Int
    public var paused: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(count: Int, paused: Bool, additional: [String: JSONValue] = [:]) {
        self.count = count
        self.paused = paused
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.count = try members.required("count")
        self.paused = try members.required("paused")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("count", count)
        members.set("paused", paused)
        return .object(members)
    }
}

/// What `thread/delete` asks. Stable.
public struct ThreadDeleteParams: ClientRequestParams {
    public typealias Response = ThreadDeleteResponse
    public static let method = "thread/delete"

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

/// What is answered to `thread/delete`.
public struct ThreadDeleteResponse: JSONCodable {
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

/// What `thread/deleted` tells.
public struct ThreadDeletedNotification: NotificationParams {
    public static let method = "thread/deleted"

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

/// What `thread/fork` asks. Stable.
public struct ThreadForkParams: ClientRequestParams {
    public typealias Response = ThreadForkResponse
    public static let method = "thread/fork"

    public var approvalPolicy: Presence<AskForApproval>
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var baseInstructions: Presence<String>
    public var beforeTurnId: Presence<String>
    public var config: Presence<[String: JSONValue]>
    public var cwd: Presence<String>
    public var deferGoalContinuation: Bool?
    public var developerInstructions: Presence<String>
    public var ephemeral: Bool?
    public var excludeTurns: Bool?
    public var experimentalPredictionMode: Bool?
    public var lastTurnId: Presence<String>
    public var model: Presence<String>
    public var modelProvider: Presence<String>
    public var path: Presence<String>
    public var permissions: Presence<String>
    public var runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]>
    public var sandbox: Presence<SandboxMode>
    public var serviceTier: Presence<String>
    public var threadId: String
    public var threadSource: Presence<ThreadSource>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalPolicy: Presence<AskForApproval> = .absent, approvalsReviewer: Presence<ApprovalsReviewer> = .absent,
        baseInstructions: Presence<String> = .absent, beforeTurnId: Presence<String> = .absent,
        config: Presence<[String: JSONValue]> = .absent, cwd: Presence<String> = .absent,
        deferGoalContinuation: Bool? = nil, developerInstructions: Presence<String> = .absent, ephemeral: Bool? = nil,
        excludeTurns: Bool? = nil, experimentalPredictionMode: Bool? = nil, lastTurnId: Presence<String> = .absent,
        model: Presence<String> = .absent, modelProvider: Presence<String> = .absent, path: Presence<String> = .absent,
        permissions: Presence<String> = .absent, runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]> = .absent,
        sandbox: Presence<SandboxMode> = .absent, serviceTier: Presence<String> = .absent, threadId: String,
        threadSource: Presence<ThreadSource> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.baseInstructions = baseInstructions
        self.beforeTurnId = beforeTurnId
        self.config = config
        self.cwd = cwd
        self.deferGoalContinuation = deferGoalContinuation
        self.developerInstructions = developerInstructions
        self.ephemeral = ephemeral
        self.excludeTurns = excludeTurns
        self.experimentalPredictionMode = experimentalPredictionMode
        self.lastTurnId = lastTurnId
        self.model = model
        self.modelProvider = modelProvider
        self.path = path
        self.permissions = permissions
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.sandbox = sandbox
        self.serviceTier = serviceTier
        self.threadId = threadId
        self.threadSource = threadSource
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalPolicy = try members.presence("approvalPolicy")
        self.approvalsReviewer = try members.presence("approvalsReviewer")
        self.baseInstructions = try members.presence("baseInstructions")
        self.beforeTurnId = try members.presence("beforeTurnId")
        self.config = try members.presence("config")
        self.cwd = try members.presence("cwd")
        self.deferGoalContinuation = try members.optional("deferGoalContinuation")
        self.developerInstructions = try members.presence("developerInstructions")
        self.ephemeral = try members.optional("ephemeral")
        self.excludeTurns = try members.optional("excludeTurns")
        self.experimentalPredictionMode = try members.optional("experimentalPredictionMode")
        self.lastTurnId = try members.presence("lastTurnId")
        self.model = try members.presence("model")
        self.modelProvider = try members.presence("modelProvider")
        self.path = try members.presence("path")
        self.permissions = try members.presence("permissions")
        self.runtimeWorkspaceRoots = try members.presence("runtimeWorkspaceRoots")
        self.sandbox = try members.presence("sandbox")
        self.serviceTier = try members.presence("serviceTier")
        self.threadId = try members.required("threadId")
        self.threadSource = try members.presence("threadSource")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvalPolicy", approvalPolicy)
        members.setPresence("approvalsReviewer", approvalsReviewer)
        members.setPresence("baseInstructions", baseInstructions)
        members.setPresence("beforeTurnId", beforeTurnId)
        members.setPresence("config", config)
        members.setPresence("cwd", cwd)
        members.setOptional("deferGoalContinuation", deferGoalContinuation)
        members.setPresence("developerInstructions", developerInstructions)
        members.setOptional("ephemeral", ephemeral)
        members.setOptional("excludeTurns", excludeTurns)
        members.setOptional("experimentalPredictionMode", experimentalPredictionMode)
        members.setPresence("lastTurnId", lastTurnId)
        members.setPresence("model", model)
        members.setPresence("modelProvider", modelProvider)
        members.setPresence("path", path)
        members.setPresence("permissions", permissions)
        members.setPresence("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        members.setPresence("sandbox", sandbox)
        members.setPresence("serviceTier", serviceTier)
        members.set("threadId", threadId)
        members.setPresence("threadSource", threadSource)
        return .object(members)
    }
}

/// What is answered to `thread/fork`.
public struct ThreadForkResponse: JSONCodable {
    public var activePermissionProfile: Presence<ActivePermissionProfile>
    public var approvalPolicy: AskForApproval
    public var approvalsReviewer: ApprovalsReviewer
    public var cwd: AbsolutePathBuf
    public var disabledPluginIds: [String]?
    public var instructionSources: [LegacyAppPathString]?
    public var model: String
    public var modelProvider: String
    public var multiAgentMode: MultiAgentMode?
    public var reasoningEffort: Presence<ReasoningEffort>
    public var runtimeWorkspaceRoots: [AbsolutePathBuf]?
    public var sandbox: SandboxPolicy
    public var serviceTier: Presence<String>
    public var thread: CodexThread
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        activePermissionProfile: Presence<ActivePermissionProfile> = .absent, approvalPolicy: AskForApproval,
        approvalsReviewer: ApprovalsReviewer, cwd: AbsolutePathBuf, disabledPluginIds: [String]? = nil,
        instructionSources: [LegacyAppPathString]? = nil, model: String, modelProvider: String,
        multiAgentMode: MultiAgentMode? = nil, reasoningEffort: Presence<ReasoningEffort> = .absent,
        runtimeWorkspaceRoots: [AbsolutePathBuf]? = nil, sandbox: SandboxPolicy,
        serviceTier: Presence<String> = .absent, thread: CodexThread, additional: [String: JSONValue] = [:]
    ) {
        self.activePermissionProfile = activePermissionProfile
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.cwd = cwd
        self.disabledPluginIds = disabledPluginIds
        self.instructionSources = instructionSources
        self.model = model
        self.modelProvider = modelProvider
        self.multiAgentMode = multiAgentMode
        self.reasoningEffort = reasoningEffort
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.sandbox = sandbox
        self.serviceTier = serviceTier
        self.thread = thread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.activePermissionProfile = try members.presence("activePermissionProfile")
        self.approvalPolicy = try members.required("approvalPolicy")
        self.approvalsReviewer = try members.required("approvalsReviewer")
        self.cwd = try members.required("cwd")
        self.disabledPluginIds = try members.optional("disabledPluginIds")
        self.instructionSources = try members.optional("instructionSources")
        self.model = try members.required("model")
        self.modelProvider = try members.required("modelProvider")
        self.multiAgentMode = try members.optional("multiAgentMode")
        self.reasoningEffort = try members.presence("reasoningEffort")
        self.runtimeWorkspaceRoots = try members.optional("runtimeWorkspaceRoots")
        self.sandbox = try members.required("sandbox")
        self.serviceTier = try members.presence("serviceTier")
        self.thread = try members.required("thread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("activePermissionProfile", activePermissionProfile)
        members.set("approvalPolicy", approvalPolicy)
        members.set("approvalsReviewer", approvalsReviewer)
        members.set("cwd", cwd)
        members.setOptional("disabledPluginIds", disabledPluginIds)
        members.setOptional("instructionSources", instructionSources)
        members.set("model", model)
        members.set("modelProvider", modelProvider)
        members.setOptional("multiAgentMode", multiAgentMode)
        members.setPresence("reasoningEffort", reasoningEffort)
        members.setOptional("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        members.set("sandbox", sandbox)
        members.setPresence("serviceTier", serviceTier)
        members.set("thread", thread)
        return .object(members)
    }
}

/// What `thread/increment_elicitation` asks. Experimental.
public struct ThreadIncrementElicitationParams: ClientRequestParams {
    public typealias Response = ThreadIncrementElicitationResponse
    public static let method = "thread/increment_elicitation"

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

/// What is answered to `thread/increment_elicitation`.
public struct ThreadIncrementElicitationResponse: JSONCodable {
    public var count: Int
    public var paused: Bool
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(count: Int, paused: Bool, additional: [String: JSONValue] = [:]) {
        self.count = count
        self.paused = paused
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.count = try members.required("count")
        self.paused = try members.required("paused")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("count", count)
        members.set("paused", paused)
        return .object(members)
    }
}

/// What `thread/inject_items` asks. Stable.
public struct ThreadInjectItemsParams: ClientRequestParams {
    public typealias Response = ThreadInjectItemsResponse
    public static let method = "thread/inject_items"

    public var items: [JSONValue]
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(items: [JSONValue], threadId: String, additional: [String: JSONValue] = [:]) {
        self.items = items
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.items = try members.required("items")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("items", items)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/inject_items`.
public struct ThreadInjectItemsResponse: JSONCodable {
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

/// The schema's `ThreadListCwdFilter`.
public enum ThreadListCwdFilter: JSONCodable {
    case string(String)
    case array([String])
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .string: self = .string(try String(json: json))
        case .array: self = .array(try [String](json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .string(let payload): payload.json
        case .array(let payload): payload.json
        case .unknown(let json): json
        }
    }
}

/// What `thread/list` asks. Stable.
public struct ThreadListParams: ClientRequestParams {
    public typealias Response = ThreadListResponse
    public static let method = "thread/list"

    public var ancestorThreadId: Presence<String>
    public var archived: Presence<Bool>
    public var cursor: Presence<String>
    public var cwd: Presence<ThreadListCwdFilter>
    public var excludedThreadIds: Presence<[String]>
    public var limit: Presence<Int>
    public var modelProviders: Presence<[String]>
    public var originators: Presence<[String]>
    public var parentThreadId: Presence<String>
    public var projectId: Presence<String>
    public var searchTerm: Presence<String>
    public var sectionId: Presence<String>
    public var sortDirection: Presence<SortDirection>
    public var sortKey: Presence<ThreadSortKey>
    public var sourceKinds: Presence<[ThreadSourceKind]>
    public var useStateDbOnly: Bool?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        ancestorThreadId: Presence<String> = .absent, archived: Presence<Bool> = .absent,
        cursor: Presence<String> = .absent, cwd: Presence<ThreadListCwdFilter> = .absent,
        excludedThreadIds: Presence<[String]> = .absent, limit: Presence<Int> = .absent,
        modelProviders: Presence<[String]> = .absent, originators: Presence<[String]> = .absent,
        parentThreadId: Presence<String> = .absent, projectId: Presence<String> = .absent,
        searchTerm: Presence<String> = .absent, sectionId: Presence<String> = .absent,
        sortDirection: Presence<SortDirection> = .absent, sortKey: Presence<ThreadSortKey> = .absent,
        sourceKinds: Presence<[ThreadSourceKind]> = .absent, useStateDbOnly: Bool? = nil,
        additional: [String: JSONValue] = [:]
    ) {
        self.ancestorThreadId = ancestorThreadId
        self.archived = archived
        self.cursor = cursor
        self.cwd = cwd
        self.excludedThreadIds = excludedThreadIds
        self.limit = limit
        self.modelProviders = modelProviders
        self.originators = originators
        self.parentThreadId = parentThreadId
        self.projectId = projectId
        self.searchTerm = searchTerm
        self.sectionId = sectionId
        self.sortDirection = sortDirection
        self.sortKey = sortKey
        self.sourceKinds = sourceKinds
        self.useStateDbOnly = useStateDbOnly
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.ancestorThreadId = try members.presence("ancestorThreadId")
        self.archived = try members.presence("archived")
        self.cursor = try members.presence("cursor")
        self.cwd = try members.presence("cwd")
        self.excludedThreadIds = try members.presence("excludedThreadIds")
        self.limit = try members.presence("limit")
        self.modelProviders = try members.presence("modelProviders")
        self.originators = try members.presence("originators")
        self.parentThreadId = try members.presence("parentThreadId")
        self.projectId = try members.presence("projectId")
        self.searchTerm = try members.presence("searchTerm")
        self.sectionId = try members.presence("sectionId")
        self.sortDirection = try members.presence("sortDirection")
        self.sortKey = try members.presence("sortKey")
        self.sourceKinds = try members.presence("sourceKinds")
        self.useStateDbOnly = try members.optional("useStateDbOnly")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("ancestorThreadId", ancestorThreadId)
        members.setPresence("archived", archived)
        members.setPresence("cursor", cursor)
        members.setPresence("cwd", cwd)
        members.setPresence("excludedThreadIds", excludedThreadIds)
        members.setPresence("limit", limit)
        members.setPresence("modelProviders", modelProviders)
        members.setPresence("originators", originators)
        members.setPresence("parentThreadId", parentThreadId)
        members.setPresence("projectId", projectId)
        members.setPresence("searchTerm", searchTerm)
        members.setPresence("sectionId", sectionId)
        members.setPresence("sortDirection", sortDirection)
        members.setPresence("sortKey", sortKey)
        members.setPresence("sourceKinds", sourceKinds)
        members.setOptional("useStateDbOnly", useStateDbOnly)
        return .object(members)
    }
}

/// What is answered to `thread/list`.
public struct ThreadListResponse: JSONCodable {
    public var backwardsCursor: Presence<String>
    public var data: [CodexThread]
    public var nextCursor: Presence<String>
    public var readStates: Presence<[String: ThreadReadState]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        backwardsCursor: Presence<String> = .absent, data: [CodexThread], nextCursor: Presence<String> = .absent,
        readStates: Presence<[String: ThreadReadState]> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.backwardsCursor = backwardsCursor
        self.data = data
        self.nextCursor = nextCursor
        self.readStates = readStates
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.backwardsCursor = try members.presence("backwardsCursor")
        self.data = try members.required("data")
        self.nextCursor = try members.presence("nextCursor")
        self.readStates = try members.presence("readStates")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("backwardsCursor", backwardsCursor)
        members.set("data", data)
        members.setPresence("nextCursor", nextCursor)
        members.setPresence("readStates", readStates)
        return .object(members)
    }
}

/// What `thread/read` asks. Stable.
public struct ThreadReadParams: ClientRequestParams {
    public typealias Response = ThreadReadResponse
    public static let method = "thread/read"

    public var includeTurns: Bool?
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(includeTurns: Bool? = nil, threadId: String, additional: [String: JSONValue] = [:]) {
        self.includeTurns = includeTurns
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.includeTurns = try members.optional("includeTurns")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("includeTurns", includeTurns)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/read`.
public struct ThreadReadResponse: JSONCodable {
    public var readState: Presence<ThreadReadState>
    public var thread: CodexThread
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        readState: Presence<ThreadReadState> = .absent, thread: CodexThread, additional: [String: JSONValue] = [:]
    ) {
        self.readState = readState
        self.thread = thread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.readState = try members.presence("readState")
        self.thread = try members.required("thread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("readState", readState)
        members.set("thread", thread)
        return .object(members)
    }
}

/// The schema's `ThreadResumeInitialTurnsPageParams`.
public struct ThreadResumeInitialTurnsPageParams: JSONCodable {
    public var itemsView: Presence<TurnItemsView>
    public var limit: Presence<Int>
    public var sortDirection: Presence<SortDirection>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        itemsView: Presence<TurnItemsView> = .absent, limit: Presence<Int> = .absent,
        sortDirection: Presence<SortDirection> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.itemsView = itemsView
        self.limit = limit
        self.sortDirection = sortDirection
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemsView = try members.presence("itemsView")
        self.limit = try members.presence("limit")
        self.sortDirection = try members.presence("sortDirection")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("itemsView", itemsView)
        members.setPresence("limit", limit)
        members.setPresence("sortDirection", sortDirection)
        return .object(members)
    }
}

/// What `thread/resume` asks. Stable.
public struct ThreadResumeParams: ClientRequestParams {
    public typealias Response = ThreadResumeResponse
    public static let method = "thread/resume"

    public var approvalPolicy: Presence<AskForApproval>
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var baseInstructions: Presence<String>
    public var config: Presence<[String: JSONValue]>
    public var cwd: Presence<String>
    public var developerInstructions: Presence<String>
    public var excludeTurns: Bool?
    public var history: Presence<[ResponseItem]>
    public var initialTurnsPage: Presence<ThreadResumeInitialTurnsPageParams>
    public var model: Presence<String>
    public var modelProvider: Presence<String>
    public var path: Presence<String>
    public var permissions: Presence<String>
    public var personality: Presence<Personality>
    public var runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]>
    public var sandbox: Presence<SandboxMode>
    public var serviceTier: Presence<String>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalPolicy: Presence<AskForApproval> = .absent, approvalsReviewer: Presence<ApprovalsReviewer> = .absent,
        baseInstructions: Presence<String> = .absent, config: Presence<[String: JSONValue]> = .absent,
        cwd: Presence<String> = .absent, developerInstructions: Presence<String> = .absent, excludeTurns: Bool? = nil,
        history: Presence<[ResponseItem]> = .absent,
        initialTurnsPage: Presence<ThreadResumeInitialTurnsPageParams> = .absent, model: Presence<String> = .absent,
        modelProvider: Presence<String> = .absent, path: Presence<String> = .absent,
        permissions: Presence<String> = .absent, personality: Presence<Personality> = .absent,
        runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]> = .absent, sandbox: Presence<SandboxMode> = .absent,
        serviceTier: Presence<String> = .absent, threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.baseInstructions = baseInstructions
        self.config = config
        self.cwd = cwd
        self.developerInstructions = developerInstructions
        self.excludeTurns = excludeTurns
        self.history = history
        self.initialTurnsPage = initialTurnsPage
        self.model = model
        self.modelProvider = modelProvider
        self.path = path
        self.permissions = permissions
        self.personality = personality
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.sandbox = sandbox
        self.serviceTier = serviceTier
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalPolicy = try members.presence("approvalPolicy")
        self.approvalsReviewer = try members.presence("approvalsReviewer")
        self.baseInstructions = try members.presence("baseInstructions")
        self.config = try members.presence("config")
        self.cwd = try members.presence("cwd")
        self.developerInstructions = try members.presence("developerInstructions")
        self.excludeTurns = try members.optional("excludeTurns")
        self.history = try members.presence("history")
        self.initialTurnsPage = try members.presence("initialTurnsPage")
        self.model = try members.presence("model")
        self.modelProvider = try members.presence("modelProvider")
        self.path = try members.presence("path")
        self.permissions = try members.presence("permissions")
        self.personality = try members.presence("personality")
        self.runtimeWorkspaceRoots = try members.presence("runtimeWorkspaceRoots")
        self.sandbox = try members.presence("sandbox")
        self.serviceTier = try members.presence("serviceTier")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvalPolicy", approvalPolicy)
        members.setPresence("approvalsReviewer", approvalsReviewer)
        members.setPresence("baseInstructions", baseInstructions)
        members.setPresence("config", config)
        members.setPresence("cwd", cwd)
        members.setPresence("developerInstructions", developerInstructions)
        members.setOptional("excludeTurns", excludeTurns)
        members.setPresence("history", history)
        members.setPresence("initialTurnsPage", initialTurnsPage)
        members.setPresence("model", model)
        members.setPresence("modelProvider", modelProvider)
        members.setPresence("path", path)
        members.setPresence("permissions", permissions)
        members.setPresence("personality", personality)
        members.setPresence("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        members.setPresence("sandbox", sandbox)
        members.setPresence("serviceTier", serviceTier)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/resume`.
public struct ThreadResumeResponse: JSONCodable {
    public var activePermissionProfile: Presence<ActivePermissionProfile>
    public var approvalPolicy: AskForApproval
    public var approvalsReviewer: ApprovalsReviewer
    public var collaborationMode: Presence<CollaborationMode>
    public var cwd: AbsolutePathBuf
    public var disabledPluginIds: [String]?
    public var initialTurnsPage: Presence<TurnsPage>
    public var instructionSources: [LegacyAppPathString]?
    public var itemsBackwardsCursor: Presence<String>
    public var model: String
    public var modelProvider: String
    public var multiAgentMode: MultiAgentMode?
    public var reasoningEffort: Presence<ReasoningEffort>
    public var runtimeWorkspaceRoots: [AbsolutePathBuf]?
    public var sandbox: SandboxPolicy
    public var serviceTier: Presence<String>
    public var thread: CodexThread
    public var turnsBackwardsCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        activePermissionProfile: Presence<ActivePermissionProfile> = .absent, approvalPolicy: AskForApproval,
        approvalsReviewer: ApprovalsReviewer, collaborationMode: Presence<CollaborationMode> = .absent,
        cwd: AbsolutePathBuf, disabledPluginIds: [String]? = nil, initialTurnsPage: Presence<TurnsPage> = .absent,
        instructionSources: [LegacyAppPathString]? = nil, itemsBackwardsCursor: Presence<String> = .absent,
        model: String, modelProvider: String, multiAgentMode: MultiAgentMode? = nil,
        reasoningEffort: Presence<ReasoningEffort> = .absent, runtimeWorkspaceRoots: [AbsolutePathBuf]? = nil,
        sandbox: SandboxPolicy, serviceTier: Presence<String> = .absent, thread: CodexThread,
        turnsBackwardsCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.activePermissionProfile = activePermissionProfile
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.collaborationMode = collaborationMode
        self.cwd = cwd
        self.disabledPluginIds = disabledPluginIds
        self.initialTurnsPage = initialTurnsPage
        self.instructionSources = instructionSources
        self.itemsBackwardsCursor = itemsBackwardsCursor
        self.model = model
        self.modelProvider = modelProvider
        self.multiAgentMode = multiAgentMode
        self.reasoningEffort = reasoningEffort
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.sandbox = sandbox
        self.serviceTier = serviceTier
        self.thread = thread
        self.turnsBackwardsCursor = turnsBackwardsCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.activePermissionProfile = try members.presence("activePermissionProfile")
        self.approvalPolicy = try members.required("approvalPolicy")
        self.approvalsReviewer = try members.required("approvalsReviewer")
        self.collaborationMode = try members.presence("collaborationMode")
        self.cwd = try members.required("cwd")
        self.disabledPluginIds = try members.optional("disabledPluginIds")
        self.initialTurnsPage = try members.presence("initialTurnsPage")
        self.instructionSources = try members.optional("instructionSources")
        self.itemsBackwardsCursor = try members.presence("itemsBackwardsCursor")
        self.model = try members.required("model")
        self.modelProvider = try members.required("modelProvider")
        self.multiAgentMode = try members.optional("multiAgentMode")
        self.reasoningEffort = try members.presence("reasoningEffort")
        self.runtimeWorkspaceRoots = try members.optional("runtimeWorkspaceRoots")
        self.sandbox = try members.required("sandbox")
        self.serviceTier = try members.presence("serviceTier")
        self.thread = try members.required("thread")
        self.turnsBackwardsCursor = try members.presence("turnsBackwardsCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("activePermissionProfile", activePermissionProfile)
        members.set("approvalPolicy", approvalPolicy)
        members.set("approvalsReviewer", approvalsReviewer)
        members.setPresence("collaborationMode", collaborationMode)
        members.set("cwd", cwd)
        members.setOptional("disabledPluginIds", disabledPluginIds)
        members.setPresence("initialTurnsPage", initialTurnsPage)
        members.setOptional("instructionSources", instructionSources)
        members.setPresence("itemsBackwardsCursor", itemsBackwardsCursor)
        members.set("model", model)
        members.set("modelProvider", modelProvider)
        members.setOptional("multiAgentMode", multiAgentMode)
        members.setPresence("reasoningEffort", reasoningEffort)
        members.setOptional("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        members.set("sandbox", sandbox)
        members.setPresence("serviceTier", serviceTier)
        members.set("thread", thread)
        members.setPresence("turnsBackwardsCursor", turnsBackwardsCursor)
        return .object(members)
    }
}

/// What `thread/revert` asks. Stable.
public struct ThreadRevertParams: ClientRequestParams {
    public typealias Response = ThreadRevertResponse
    public static let method = "thread/revert"

    public var beforeTurnId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(beforeTurnId: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.beforeTurnId = beforeTurnId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.beforeTurnId = try members.required("beforeTurnId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("beforeTurnId", beforeTurnId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/revert`.
public struct ThreadRevertResponse: JSONCodable {
    public var itemsBackwardsCursor: Presence<String>
    public var thread: CodexThread
    public var turnsBackwardsCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        itemsBackwardsCursor: Presence<String> = .absent, thread: CodexThread,
        turnsBackwardsCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.itemsBackwardsCursor = itemsBackwardsCursor
        self.thread = thread
        self.turnsBackwardsCursor = turnsBackwardsCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemsBackwardsCursor = try members.presence("itemsBackwardsCursor")
        self.thread = try members.required("thread")
        self.turnsBackwardsCursor = try members.presence("turnsBackwardsCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("itemsBackwardsCursor", itemsBackwardsCursor)
        members.set("thread", thread)
        members.setPresence("turnsBackwardsCursor", turnsBackwardsCursor)
        return .object(members)
    }
}

/// What `thread/reverted` tells.
public struct ThreadRevertedNotification: NotificationParams {
    public static let method = "thread/reverted"

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

/// The schema's `ThreadSearchOccurrence`.
public struct ThreadSearchOccurrence: JSONCodable {
    public var itemId: String
    public var snippet: String
    public var snippetMatchRange: ThreadSearchTextRange
    public var turnCursor: String
    public var turnId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        itemId: String, snippet: String, snippetMatchRange: ThreadSearchTextRange, turnCursor: String, turnId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.itemId = itemId
        self.snippet = snippet
        self.snippetMatchRange = snippetMatchRange
        self.turnCursor = turnCursor
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.itemId = try members.required("itemId")
        self.snippet = try members.required("snippet")
        self.snippetMatchRange = try members.required("snippetMatchRange")
        self.turnCursor = try members.required("turnCursor")
        self.turnId = try members.required("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("itemId", itemId)
        members.set("snippet", snippet)
        members.set("snippetMatchRange", snippetMatchRange)
        members.set("turnCursor", turnCursor)
        members.set("turnId", turnId)
        return .object(members)
    }
}

/// What `thread/searchOccurrences` asks. Experimental.
public struct ThreadSearchOccurrencesParams: ClientRequestParams {
    public typealias Response = ThreadSearchOccurrencesResponse
    public static let method = "thread/searchOccurrences"

    public var cursor: Presence<String>
    public var limit: Presence<Int>
    public var searchTerm: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        cursor: Presence<String> = .absent, limit: Presence<Int> = .absent, searchTerm: String, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.cursor = cursor
        self.limit = limit
        self.searchTerm = searchTerm
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.cursor = try members.presence("cursor")
        self.limit = try members.presence("limit")
        self.searchTerm = try members.required("searchTerm")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        members.set("searchTerm", searchTerm)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/searchOccurrences`.
public struct ThreadSearchOccurrencesResponse: JSONCodable {
    public var data: [ThreadSearchOccurrence]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: [ThreadSearchOccurrence], nextCursor: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
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

/// What `thread/search` asks. Experimental.
public struct ThreadSearchParams: ClientRequestParams {
    public typealias Response = ThreadSearchResponse
    public static let method = "thread/search"

    public var archived: Presence<Bool>
    public var cursor: Presence<String>
    public var limit: Presence<Int>
    public var searchTerm: String
    public var sortDirection: Presence<SortDirection>
    public var sortKey: Presence<ThreadSearchSortKey>
    public var sourceKinds: Presence<[ThreadSourceKind]>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        archived: Presence<Bool> = .absent, cursor: Presence<String> = .absent, limit: Presence<Int> = .absent,
        searchTerm: String, sortDirection: Presence<SortDirection> = .absent,
        sortKey: Presence<ThreadSearchSortKey> = .absent, sourceKinds: Presence<[ThreadSourceKind]> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.archived = archived
        self.cursor = cursor
        self.limit = limit
        self.searchTerm = searchTerm
        self.sortDirection = sortDirection
        self.sortKey = sortKey
        self.sourceKinds = sourceKinds
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.archived = try members.presence("archived")
        self.cursor = try members.presence("cursor")
        self.limit = try members.presence("limit")
        self.searchTerm = try members.required("searchTerm")
        self.sortDirection = try members.presence("sortDirection")
        self.sortKey = try members.presence("sortKey")
        self.sourceKinds = try members.presence("sourceKinds")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("archived", archived)
        members.setPresence("cursor", cursor)
        members.setPresence("limit", limit)
        members.set("searchTerm", searchTerm)
        members.setPresence("sortDirection", sortDirection)
        members.setPresence("sortKey", sortKey)
        members.setPresence("sourceKinds", sourceKinds)
        return .object(members)
    }
}

/// What is answered to `thread/search`.
public struct ThreadSearchResponse: JSONCodable {
    public var backwardsCursor: Presence<String>
    public var data: [ThreadSearchResult]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        backwardsCursor: Presence<String> = .absent, data: [ThreadSearchResult], nextCursor: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.backwardsCursor = backwardsCursor
        self.data = data
        self.nextCursor = nextCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.backwardsCursor = try members.presence("backwardsCursor")
        self.data = try members.required("data")
        self.nextCursor = try members.presence("nextCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("backwardsCursor", backwardsCursor)
        members.set("data", data)
        members.setPresence("nextCursor", nextCursor)
        return .object(members)
    }
}

/// The schema's `ThreadSearchResult`.
public struct ThreadSearchResult: JSONCodable {
    public var snippet: String
    public var thread: CodexThread
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(snippet: String, thread: CodexThread, additional: [String: JSONValue] = [:]) {
        self.snippet = snippet
        self.thread = thread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.snippet = try members.required("snippet")
        self.thread = try members.required("thread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("snippet", snippet)
        members.set("thread", thread)
        return .object(members)
    }
}

/// The schema's `ThreadSearchSortKey`.
public enum ThreadSearchSortKey: OpenEnum {
    case createdAt
    case updatedAt
    case recencyAt
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "created_at": self = .createdAt
        case "updated_at": self = .updatedAt
        case "recency_at": self = .recencyAt
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        case .recencyAt: "recency_at"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ThreadSearchTextRange`.
public struct ThreadSearchTextRange: JSONCodable {
    public var end: Int
    public var start: Int
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(end: Int, start: Int, additional: [String: JSONValue] = [:]) {
        self.end = end
        self.start = start
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.end = try members.required("end")
        self.start = try members.required("start")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("end", end)
        members.set("start", start)
        return .object(members)
    }
}

/// What `thread/shellCommand` asks. Stable.
public struct ThreadShellCommandParams: ClientRequestParams {
    public typealias Response = ThreadShellCommandResponse
    public static let method = "thread/shellCommand"

    public var command: String
    public var threadId: String
    public var timeoutMs: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        command: String, threadId: String, timeoutMs: Presence<Int> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.command = command
        self.threadId = threadId
        self.timeoutMs = timeoutMs
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.command = try members.required("command")
        self.threadId = try members.required("threadId")
        self.timeoutMs = try members.presence("timeoutMs")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("command", command)
        members.set("threadId", threadId)
        members.setPresence("timeoutMs", timeoutMs)
        return .object(members)
    }
}

/// What is answered to `thread/shellCommand`.
public struct ThreadShellCommandResponse: JSONCodable {
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

/// The schema's `ThreadSortKey`.
public enum ThreadSortKey: OpenEnum {
    case createdAt
    case updatedAt
    case recencyAt
    case sectionPosition
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "created_at": self = .createdAt
        case "updated_at": self = .updatedAt
        case "recency_at": self = .recencyAt
        case "section_position": self = .sectionPosition
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        case .recencyAt: "recency_at"
        case .sectionPosition: "section_position"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ThreadSourceKind`.
public enum ThreadSourceKind: OpenEnum {
    case cli
    case vscode
    case exec
    case appServer
    case subAgent
    case subAgentReview
    case subAgentCompact
    case subAgentThreadSpawn
    case subAgentOther
    case namedUnknown
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "cli": self = .cli
        case "vscode": self = .vscode
        case "exec": self = .exec
        case "appServer": self = .appServer
        case "subAgent": self = .subAgent
        case "subAgentReview": self = .subAgentReview
        case "subAgentCompact": self = .subAgentCompact
        case "subAgentThreadSpawn": self = .subAgentThreadSpawn
        case "subAgentOther": self = .subAgentOther
        case "unknown": self = .namedUnknown
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .cli: "cli"
        case .vscode: "vscode"
        case .exec: "exec"
        case .appServer: "appServer"
        case .subAgent: "subAgent"
        case .subAgentReview: "subAgentReview"
        case .subAgentCompact: "subAgentCompact"
        case .subAgentThreadSpawn: "subAgentThreadSpawn"
        case .subAgentOther: "subAgentOther"
        case .namedUnknown: "unknown"
        case .unknown(let word): word
        }
    }
}

/// What `thread/start` asks. Stable.
public struct ThreadStartParams: ClientRequestParams {
    public typealias Response = ThreadStartResponse
    public static let method = "thread/start"

    public var allowProviderModelFallback: Bool?
    public var approvalPolicy: Presence<AskForApproval>
    public var approvalsReviewer: Presence<ApprovalsReviewer>
    public var baseInstructions: Presence<String>
    public var config: Presence<[String: JSONValue]>
    public var cwd: Presence<String>
    public var daybreakEnabled: Presence<Bool>
    public var developerInstructions: Presence<String>
    public var dynamicTools: Presence<[DynamicToolSpec]>
    public var environments: Presence<[TurnEnvironmentParams]>
    public var ephemeral: Presence<Bool>
    public var experimentalRawEvents: Bool?
    public var historyMode: Presence<ThreadHistoryMode>
    public var mockExperimentalField: Presence<String>
    public var model: Presence<String>
    public var modelProvider: Presence<String>
    public var multiAgentMode: Presence<MultiAgentMode>
    public var permissions: Presence<String>
    public var personality: Presence<Personality>
    public var projectId: Presence<String>
    public var runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]>
    public var sandbox: Presence<SandboxMode>
    public var selectedCapabilityRoots: Presence<[SelectedCapabilityRoot]>
    public var serviceName: Presence<String>
    public var serviceTier: Presence<String>
    public var sessionStartSource: Presence<ThreadStartSource>
    public var threadSource: Presence<ThreadSource>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        allowProviderModelFallback: Bool? = nil, approvalPolicy: Presence<AskForApproval> = .absent,
        approvalsReviewer: Presence<ApprovalsReviewer> = .absent, baseInstructions: Presence<String> = .absent,
        config: Presence<[String: JSONValue]> = .absent, cwd: Presence<String> = .absent,
        daybreakEnabled: Presence<Bool> = .absent, developerInstructions: Presence<String> = .absent,
        dynamicTools: Presence<[DynamicToolSpec]> = .absent, environments: Presence<[TurnEnvironmentParams]> = .absent,
        ephemeral: Presence<Bool> = .absent, experimentalRawEvents: Bool? = nil,
        historyMode: Presence<ThreadHistoryMode> = .absent, mockExperimentalField: Presence<String> = .absent,
        model: Presence<String> = .absent, modelProvider: Presence<String> = .absent,
        multiAgentMode: Presence<MultiAgentMode> = .absent, permissions: Presence<String> = .absent,
        personality: Presence<Personality> = .absent, projectId: Presence<String> = .absent,
        runtimeWorkspaceRoots: Presence<[AbsolutePathBuf]> = .absent, sandbox: Presence<SandboxMode> = .absent,
        selectedCapabilityRoots: Presence<[SelectedCapabilityRoot]> = .absent, serviceName: Presence<String> = .absent,
        serviceTier: Presence<String> = .absent, sessionStartSource: Presence<ThreadStartSource> = .absent,
        threadSource: Presence<ThreadSource> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.allowProviderModelFallback = allowProviderModelFallback
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.baseInstructions = baseInstructions
        self.config = config
        self.cwd = cwd
        self.daybreakEnabled = daybreakEnabled
        self.developerInstructions = developerInstructions
        self.dynamicTools = dynamicTools
        self.environments = environments
        self.ephemeral = ephemeral
        self.experimentalRawEvents = experimentalRawEvents
        self.historyMode = historyMode
        self.mockExperimentalField = mockExperimentalField
        self.model = model
        self.modelProvider = modelProvider
        self.multiAgentMode = multiAgentMode
        self.permissions = permissions
        self.personality = personality
        self.projectId = projectId
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.sandbox = sandbox
        self.selectedCapabilityRoots = selectedCapabilityRoots
        self.serviceName = serviceName
        self.serviceTier = serviceTier
        self.sessionStartSource = sessionStartSource
        self.threadSource = threadSource
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.allowProviderModelFallback = try members.optional("allowProviderModelFallback")
        self.approvalPolicy = try members.presence("approvalPolicy")
        self.approvalsReviewer = try members.presence("approvalsReviewer")
        self.baseInstructions = try members.presence("baseInstructions")
        self.config = try members.presence("config")
        self.cwd = try members.presence("cwd")
        self.daybreakEnabled = try members.presence("daybreakEnabled")
        self.developerInstructions = try members.presence("developerInstructions")
        self.dynamicTools = try members.presence("dynamicTools")
        self.environments = try members.presence("environments")
        self.ephemeral = try members.presence("ephemeral")
        self.experimentalRawEvents = try members.optional("experimentalRawEvents")
        self.historyMode = try members.presence("historyMode")
        self.mockExperimentalField = try members.presence("mockExperimentalField")
        self.model = try members.presence("model")
        self.modelProvider = try members.presence("modelProvider")
        self.multiAgentMode = try members.presence("multiAgentMode")
        self.permissions = try members.presence("permissions")
        self.personality = try members.presence("personality")
        self.projectId = try members.presence("projectId")
        self.runtimeWorkspaceRoots = try members.presence("runtimeWorkspaceRoots")
        self.sandbox = try members.presence("sandbox")
        self.selectedCapabilityRoots = try members.presence("selectedCapabilityRoots")
        self.serviceName = try members.presence("serviceName")
        self.serviceTier = try members.presence("serviceTier")
        self.sessionStartSource = try members.presence("sessionStartSource")
        self.threadSource = try members.presence("threadSource")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("allowProviderModelFallback", allowProviderModelFallback)
        members.setPresence("approvalPolicy", approvalPolicy)
        members.setPresence("approvalsReviewer", approvalsReviewer)
        members.setPresence("baseInstructions", baseInstructions)
        members.setPresence("config", config)
        members.setPresence("cwd", cwd)
        members.setPresence("daybreakEnabled", daybreakEnabled)
        members.setPresence("developerInstructions", developerInstructions)
        members.setPresence("dynamicTools", dynamicTools)
        members.setPresence("environments", environments)
        members.setPresence("ephemeral", ephemeral)
        members.setOptional("experimentalRawEvents", experimentalRawEvents)
        members.setPresence("historyMode", historyMode)
        members.setPresence("mockExperimentalField", mockExperimentalField)
        members.setPresence("model", model)
        members.setPresence("modelProvider", modelProvider)
        members.setPresence("multiAgentMode", multiAgentMode)
        members.setPresence("permissions", permissions)
        members.setPresence("personality", personality)
        members.setPresence("projectId", projectId)
        members.setPresence("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        members.setPresence("sandbox", sandbox)
        members.setPresence("selectedCapabilityRoots", selectedCapabilityRoots)
        members.setPresence("serviceName", serviceName)
        members.setPresence("serviceTier", serviceTier)
        members.setPresence("sessionStartSource", sessionStartSource)
        members.setPresence("threadSource", threadSource)
        return .object(members)
    }
}

/// What is answered to `thread/start`.
public struct ThreadStartResponse: JSONCodable {
    public var activePermissionProfile: Presence<ActivePermissionProfile>
    public var approvalPolicy: AskForApproval
    public var approvalsReviewer: ApprovalsReviewer
    public var cwd: AbsolutePathBuf
    public var disabledPluginIds: [String]?
    public var instructionSources: [LegacyAppPathString]?
    public var model: String
    public var modelProvider: String
    public var multiAgentMode: MultiAgentMode?
    public var reasoningEffort: Presence<ReasoningEffort>
    public var runtimeWorkspaceRoots: [AbsolutePathBuf]?
    public var sandbox: SandboxPolicy
    public var serviceTier: Presence<String>
    public var thread: CodexThread
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        activePermissionProfile: Presence<ActivePermissionProfile> = .absent, approvalPolicy: AskForApproval,
        approvalsReviewer: ApprovalsReviewer, cwd: AbsolutePathBuf, disabledPluginIds: [String]? = nil,
        instructionSources: [LegacyAppPathString]? = nil, model: String, modelProvider: String,
        multiAgentMode: MultiAgentMode? = nil, reasoningEffort: Presence<ReasoningEffort> = .absent,
        runtimeWorkspaceRoots: [AbsolutePathBuf]? = nil, sandbox: SandboxPolicy,
        serviceTier: Presence<String> = .absent, thread: CodexThread, additional: [String: JSONValue] = [:]
    ) {
        self.activePermissionProfile = activePermissionProfile
        self.approvalPolicy = approvalPolicy
        self.approvalsReviewer = approvalsReviewer
        self.cwd = cwd
        self.disabledPluginIds = disabledPluginIds
        self.instructionSources = instructionSources
        self.model = model
        self.modelProvider = modelProvider
        self.multiAgentMode = multiAgentMode
        self.reasoningEffort = reasoningEffort
        self.runtimeWorkspaceRoots = runtimeWorkspaceRoots
        self.sandbox = sandbox
        self.serviceTier = serviceTier
        self.thread = thread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.activePermissionProfile = try members.presence("activePermissionProfile")
        self.approvalPolicy = try members.required("approvalPolicy")
        self.approvalsReviewer = try members.required("approvalsReviewer")
        self.cwd = try members.required("cwd")
        self.disabledPluginIds = try members.optional("disabledPluginIds")
        self.instructionSources = try members.optional("instructionSources")
        self.model = try members.required("model")
        self.modelProvider = try members.required("modelProvider")
        self.multiAgentMode = try members.optional("multiAgentMode")
        self.reasoningEffort = try members.presence("reasoningEffort")
        self.runtimeWorkspaceRoots = try members.optional("runtimeWorkspaceRoots")
        self.sandbox = try members.required("sandbox")
        self.serviceTier = try members.presence("serviceTier")
        self.thread = try members.required("thread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("activePermissionProfile", activePermissionProfile)
        members.set("approvalPolicy", approvalPolicy)
        members.set("approvalsReviewer", approvalsReviewer)
        members.set("cwd", cwd)
        members.setOptional("disabledPluginIds", disabledPluginIds)
        members.setOptional("instructionSources", instructionSources)
        members.set("model", model)
        members.set("modelProvider", modelProvider)
        members.setOptional("multiAgentMode", multiAgentMode)
        members.setPresence("reasoningEffort", reasoningEffort)
        members.setOptional("runtimeWorkspaceRoots", runtimeWorkspaceRoots)
        members.set("sandbox", sandbox)
        members.setPresence("serviceTier", serviceTier)
        members.set("thread", thread)
        return .object(members)
    }
}

/// The schema's `ThreadStartSource`.
public enum ThreadStartSource: OpenEnum {
    case startup
    case clear
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "startup": self = .startup
        case "clear": self = .clear
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .startup: "startup"
        case .clear: "clear"
        case .unknown(let word): word
        }
    }
}

/// What `thread/started` tells.
public struct ThreadStartedNotification: NotificationParams {
    public static let method = "thread/started"

    public var thread: CodexThread
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(thread: CodexThread, additional: [String: JSONValue] = [:]) {
        self.thread = thread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.thread = try members.required("thread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("thread", thread)
        return .object(members)
    }
}

/// What `thread/unarchive` asks. Stable.
public struct ThreadUnarchiveParams: ClientRequestParams {
    public typealias Response = ThreadUnarchiveResponse
    public static let method = "thread/unarchive"

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

/// What is answered to `thread/unarchive`.
public struct ThreadUnarchiveResponse: JSONCodable {
    public var thread: CodexThread
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(thread: CodexThread, additional: [String: JSONValue] = [:]) {
        self.thread = thread
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.thread = try members.required("thread")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("thread", thread)
        return .object(members)
    }
}

/// What `thread/unarchived` tells.
public struct ThreadUnarchivedNotification: NotificationParams {
    public static let method = "thread/unarchived"

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

/// What `thread/unsubscribe` asks. Stable.
public struct ThreadUnsubscribeParams: ClientRequestParams {
    public typealias Response = ThreadUnsubscribeResponse
    public static let method = "thread/unsubscribe"

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

/// What is answered to `thread/unsubscribe`.
public struct ThreadUnsubscribeResponse: JSONCodable {
    public var status: ThreadUnsubscribeStatus
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(status: ThreadUnsubscribeStatus, additional: [String: JSONValue] = [:]) {
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

/// The schema's `ThreadUnsubscribeStatus`.
public enum ThreadUnsubscribeStatus: OpenEnum {
    case notLoaded
    case notSubscribed
    case unsubscribed
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "notLoaded": self = .notLoaded
        case "notSubscribed": self = .notSubscribed
        case "unsubscribed": self = .unsubscribed
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .notLoaded: "notLoaded"
        case .notSubscribed: "notSubscribed"
        case .unsubscribed: "unsubscribed"
        case .unknown(let word): word
        }
    }
}

/// The schema's `TurnsPage`.
public struct TurnsPage: JSONCodable {
    public var backwardsCursor: Presence<String>
    public var data: [Turn]
    public var nextCursor: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        backwardsCursor: Presence<String> = .absent, data: [Turn], nextCursor: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.backwardsCursor = backwardsCursor
        self.data = data
        self.nextCursor = nextCursor
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.backwardsCursor = try members.presence("backwardsCursor")
        self.data = try members.required("data")
        self.nextCursor = try members.presence("nextCursor")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("backwardsCursor", backwardsCursor)
        members.set("data", data)
        members.setPresence("nextCursor", nextCursor)
        return .object(members)
    }
}
