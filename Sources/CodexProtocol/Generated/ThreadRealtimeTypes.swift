// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `CodexResponseHandoffMode`.
public enum CodexResponseHandoffMode: OpenEnum {
    case thinking
    case commentary
    case bemTags
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "thinking": self = .thinking
        case "commentary": self = .commentary
        case "bemTags": self = .bemTags
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .thinking: "thinking"
        case .commentary: "commentary"
        case .bemTags: "bemTags"
        case .unknown(let word): word
        }
    }
}

/// The schema's `ConversationTextRole`.
public enum ConversationTextRole: OpenEnum {
    case user
    case developer
    case assistant
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "user": self = .user
        case "developer": self = .developer
        case "assistant": self = .assistant
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .user: "user"
        case .developer: "developer"
        case .assistant: "assistant"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RealtimeConversationVersion`.
public enum RealtimeConversationVersion: OpenEnum {
    case v1
    case v2
    case v3
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "v1": self = .v1
        case "v2": self = .v2
        case "v3": self = .v3
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .v1: "v1"
        case .v2: "v2"
        case .v3: "v3"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RealtimeOutputModality`.
public enum RealtimeOutputModality: OpenEnum {
    case text
    case audio
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "text": self = .text
        case "audio": self = .audio
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .text: "text"
        case .audio: "audio"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RealtimeVoice`.
public enum RealtimeVoice: OpenEnum {
    case alloy
    case arbor
    case ash
    case aube
    case ballad
    case breeze
    case bubbie
    case cedar
    case coral
    case cove
    case echo
    case ember
    case haetsal
    case hanul
    case himari
    case juniper
    case leher
    case maple
    case marin
    case miko
    case neer
    case porto
    case rindo
    case rio
    case rivage
    case sage
    case selva
    case shimmer
    case sol
    case sonna
    case spruce
    case tinta
    case vale
    case verse
    case viola
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "alloy": self = .alloy
        case "arbor": self = .arbor
        case "ash": self = .ash
        case "aube": self = .aube
        case "ballad": self = .ballad
        case "breeze": self = .breeze
        case "bubbie": self = .bubbie
        case "cedar": self = .cedar
        case "coral": self = .coral
        case "cove": self = .cove
        case "echo": self = .echo
        case "ember": self = .ember
        case "haetsal": self = .haetsal
        case "hanul": self = .hanul
        case "himari": self = .himari
        case "juniper": self = .juniper
        case "leher": self = .leher
        case "maple": self = .maple
        case "marin": self = .marin
        case "miko": self = .miko
        case "neer": self = .neer
        case "porto": self = .porto
        case "rindo": self = .rindo
        case "rio": self = .rio
        case "rivage": self = .rivage
        case "sage": self = .sage
        case "selva": self = .selva
        case "shimmer": self = .shimmer
        case "sol": self = .sol
        case "sonna": self = .sonna
        case "spruce": self = .spruce
        case "tinta": self = .tinta
        case "vale": self = .vale
        case "verse": self = .verse
        case "viola": self = .viola
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .alloy: "alloy"
        case .arbor: "arbor"
        case .ash: "ash"
        case .aube: "aube"
        case .ballad: "ballad"
        case .breeze: "breeze"
        case .bubbie: "bubbie"
        case .cedar: "cedar"
        case .coral: "coral"
        case .cove: "cove"
        case .echo: "echo"
        case .ember: "ember"
        case .haetsal: "haetsal"
        case .hanul: "hanul"
        case .himari: "himari"
        case .juniper: "juniper"
        case .leher: "leher"
        case .maple: "maple"
        case .marin: "marin"
        case .miko: "miko"
        case .neer: "neer"
        case .porto: "porto"
        case .rindo: "rindo"
        case .rio: "rio"
        case .rivage: "rivage"
        case .sage: "sage"
        case .selva: "selva"
        case .shimmer: "shimmer"
        case .sol: "sol"
        case .sonna: "sonna"
        case .spruce: "spruce"
        case .tinta: "tinta"
        case .vale: "vale"
        case .verse: "verse"
        case .viola: "viola"
        case .unknown(let word): word
        }
    }
}

/// The schema's `RealtimeVoicesList`.
public struct RealtimeVoicesList: JSONCodable {
    public var defaultV1: RealtimeVoice
    public var defaultV2: RealtimeVoice
    public var v1: [RealtimeVoice]
    public var v2: [RealtimeVoice]
    public var v3: [RealtimeVoice]?
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        defaultV1: RealtimeVoice, defaultV2: RealtimeVoice, v1: [RealtimeVoice], v2: [RealtimeVoice],
        v3: [RealtimeVoice]? = nil, additional: [String: JSONValue] = [:]
    ) {
        self.defaultV1 = defaultV1
        self.defaultV2 = defaultV2
        self.v1 = v1
        self.v2 = v2
        self.v3 = v3
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.defaultV1 = try members.required("defaultV1")
        self.defaultV2 = try members.required("defaultV2")
        self.v1 = try members.required("v1")
        self.v2 = try members.required("v2")
        self.v3 = try members.optional("v3")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("defaultV1", defaultV1)
        members.set("defaultV2", defaultV2)
        members.set("v1", v1)
        members.set("v2", v2)
        members.setOptional("v3", v3)
        return .object(members)
    }
}

/// What `thread/realtime/appendAudio` asks. Experimental.
public struct ThreadRealtimeAppendAudioParams: ClientRequestParams {
    public typealias Response = ThreadRealtimeAppendAudioResponse
    public static let method = "thread/realtime/appendAudio"

    public var audio: ThreadRealtimeAudioChunk
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(audio: ThreadRealtimeAudioChunk, threadId: String, additional: [String: JSONValue] = [:]) {
        self.audio = audio
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.audio = try members.required("audio")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("audio", audio)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/realtime/appendAudio`.
public struct ThreadRealtimeAppendAudioResponse: JSONCodable {
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

/// What `thread/realtime/appendSpeech` asks. Experimental.
public struct ThreadRealtimeAppendSpeechParams: ClientRequestParams {
    public typealias Response = ThreadRealtimeAppendSpeechResponse
    public static let method = "thread/realtime/appendSpeech"

    public var text: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(text: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.text = text
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.text = try members.required("text")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("text", text)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/realtime/appendSpeech`.
public struct ThreadRealtimeAppendSpeechResponse: JSONCodable {
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

/// What `thread/realtime/appendText` asks. Experimental.
public struct ThreadRealtimeAppendTextParams: ClientRequestParams {
    public typealias Response = ThreadRealtimeAppendTextResponse
    public static let method = "thread/realtime/appendText"

    public var role: ConversationTextRole?
    public var text: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        role: ConversationTextRole? = nil, text: String, threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.role = role
        self.text = text
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.role = try members.optional("role")
        self.text = try members.required("text")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("role", role)
        members.set("text", text)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/realtime/appendText`.
public struct ThreadRealtimeAppendTextResponse: JSONCodable {
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

/// The schema's `ThreadRealtimeAudioChunk`.
public struct ThreadRealtimeAudioChunk: JSONCodable {
    public var data: String
    public var itemId: Presence<String>
    public var numChannels: Int
    public var sampleRate: Int
    public var samplesPerChannel: Presence<Int>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        data: String, itemId: Presence<String> = .absent, numChannels: Int, sampleRate: Int,
        samplesPerChannel: Presence<Int> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.data = data
        self.itemId = itemId
        self.numChannels = numChannels
        self.sampleRate = sampleRate
        self.samplesPerChannel = samplesPerChannel
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.data = try members.required("data")
        self.itemId = try members.presence("itemId")
        self.numChannels = try members.required("numChannels")
        self.sampleRate = try members.required("sampleRate")
        self.samplesPerChannel = try members.presence("samplesPerChannel")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("data", data)
        members.setPresence("itemId", itemId)
        members.set("numChannels", numChannels)
        members.set("sampleRate", sampleRate)
        members.setPresence("samplesPerChannel", samplesPerChannel)
        return .object(members)
    }
}

/// What `thread/realtime/closed` tells.
public struct ThreadRealtimeClosedNotification: NotificationParams {
    public static let method = "thread/realtime/closed"

    public var reason: Presence<String>
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(reason: Presence<String> = .absent, threadId: String, additional: [String: JSONValue] = [:]) {
        self.reason = reason
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.reason = try members.presence("reason")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("reason", reason)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/error` tells.
public struct ThreadRealtimeErrorNotification: NotificationParams {
    public static let method = "thread/realtime/error"

    public var message: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(message: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.message = message
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.message = try members.required("message")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("message", message)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// The schema's `ThreadRealtimeInitialItem`.
public struct ThreadRealtimeInitialItem: JSONCodable {
    public var role: ConversationTextRole
    public var text: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(role: ConversationTextRole, text: String, additional: [String: JSONValue] = [:]) {
        self.role = role
        self.text = text
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.role = try members.required("role")
        self.text = try members.required("text")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("role", role)
        members.set("text", text)
        return .object(members)
    }
}

/// What `thread/realtime/itemAdded` tells.
public struct ThreadRealtimeItemAddedNotification: NotificationParams {
    public static let method = "thread/realtime/itemAdded"

    public var item: JSONValue
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(item: JSONValue, threadId: String, additional: [String: JSONValue] = [:]) {
        self.item = item
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.item = try members.required("item")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("item", item)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/item/completed` tells.
public struct ThreadRealtimeItemCompletedNotification: NotificationParams {
    public static let method = "thread/realtime/item/completed"

    public var item: ThreadRealtimeItem
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(item: ThreadRealtimeItem, threadId: String, additional: [String: JSONValue] = [:]) {
        self.item = item
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.item = try members.required("item")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("item", item)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/item/started` tells.
public struct ThreadRealtimeItemStartedNotification: NotificationParams {
    public static let method = "thread/realtime/item/started"

    public var item: ThreadRealtimeItem
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(item: ThreadRealtimeItem, threadId: String, additional: [String: JSONValue] = [:]) {
        self.item = item
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.item = try members.required("item")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("item", item)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/item/transcript/delta` tells.
public struct ThreadRealtimeItemTranscriptDeltaNotification: NotificationParams {
    public static let method = "thread/realtime/item/transcript/delta"

    public var delta: String
    public var itemId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(delta: String, itemId: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.delta = delta
        self.itemId = itemId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delta = try members.required("delta")
        self.itemId = try members.required("itemId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("delta", delta)
        members.set("itemId", itemId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/listVoices` asks. Experimental.
public struct ThreadRealtimeListVoicesParams: ClientRequestParams {
    public typealias Response = ThreadRealtimeListVoicesResponse
    public static let method = "thread/realtime/listVoices"

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

/// What is answered to `thread/realtime/listVoices`.
public struct ThreadRealtimeListVoicesResponse: JSONCodable {
    public var voices: RealtimeVoicesList
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(voices: RealtimeVoicesList, additional: [String: JSONValue] = [:]) {
        self.voices = voices
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.voices = try members.required("voices")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("voices", voices)
        return .object(members)
    }
}

/// What `thread/realtime/outputAudio/delta` tells.
public struct ThreadRealtimeOutputAudioDeltaNotification: NotificationParams {
    public static let method = "thread/realtime/outputAudio/delta"

    public var audio: ThreadRealtimeAudioChunk
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(audio: ThreadRealtimeAudioChunk, threadId: String, additional: [String: JSONValue] = [:]) {
        self.audio = audio
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.audio = try members.required("audio")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("audio", audio)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/sdp` tells.
public struct ThreadRealtimeSdpNotification: NotificationParams {
    public static let method = "thread/realtime/sdp"

    public var sdp: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(sdp: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.sdp = sdp
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.sdp = try members.required("sdp")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("sdp", sdp)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/start` asks. Experimental.
public struct ThreadRealtimeStartParams: ClientRequestParams {
    public typealias Response = ThreadRealtimeStartResponse
    public static let method = "thread/realtime/start"

    public var backendReasoningStatus: Bool?
    public var clientManagedHandoffs: Presence<Bool>
    public var codexResponseHandoffChannelPrefixes: Presence<[String: [String]]>
    public var codexResponseHandoffMode: Presence<CodexResponseHandoffMode>
    public var codexResponseItemPrefix: Presence<String>
    public var codexResponsesAsItems: Presence<Bool>
    public var delegationAckFiller: Presence<Bool>
    public var flushTranscriptTailOnSessionEnd: Presence<Bool>
    public var includeStartupContext: Presence<Bool>
    public var initialItems: Presence<[ThreadRealtimeInitialItem]>
    public var model: Presence<String>
    public var outputModality: RealtimeOutputModality
    public var prompt: Presence<String>
    public var realtimeEndInstructions: Presence<String>
    public var realtimeSessionId: Presence<String>
    public var realtimeStartInstructions: Presence<String>
    public var threadId: String
    public var transport: Presence<ThreadRealtimeStartTransport>
    public var version: Presence<RealtimeConversationVersion>
    public var voice: Presence<RealtimeVoice>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        backendReasoningStatus: Bool? = nil, clientManagedHandoffs: Presence<Bool> = .absent,
        codexResponseHandoffChannelPrefixes: Presence<[String: [String]]> = .absent,
        codexResponseHandoffMode: Presence<CodexResponseHandoffMode> = .absent,
        codexResponseItemPrefix: Presence<String> = .absent, codexResponsesAsItems: Presence<Bool> = .absent,
        delegationAckFiller: Presence<Bool> = .absent, flushTranscriptTailOnSessionEnd: Presence<Bool> = .absent,
        includeStartupContext: Presence<Bool> = .absent, initialItems: Presence<[ThreadRealtimeInitialItem]> = .absent,
        model: Presence<String> = .absent, outputModality: RealtimeOutputModality, prompt: Presence<String> = .absent,
        realtimeEndInstructions: Presence<String> = .absent, realtimeSessionId: Presence<String> = .absent,
        realtimeStartInstructions: Presence<String> = .absent, threadId: String,
        transport: Presence<ThreadRealtimeStartTransport> = .absent,
        version: Presence<RealtimeConversationVersion> = .absent, voice: Presence<RealtimeVoice> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.backendReasoningStatus = backendReasoningStatus
        self.clientManagedHandoffs = clientManagedHandoffs
        self.codexResponseHandoffChannelPrefixes = codexResponseHandoffChannelPrefixes
        self.codexResponseHandoffMode = codexResponseHandoffMode
        self.codexResponseItemPrefix = codexResponseItemPrefix
        self.codexResponsesAsItems = codexResponsesAsItems
        self.delegationAckFiller = delegationAckFiller
        self.flushTranscriptTailOnSessionEnd = flushTranscriptTailOnSessionEnd
        self.includeStartupContext = includeStartupContext
        self.initialItems = initialItems
        self.model = model
        self.outputModality = outputModality
        self.prompt = prompt
        self.realtimeEndInstructions = realtimeEndInstructions
        self.realtimeSessionId = realtimeSessionId
        self.realtimeStartInstructions = realtimeStartInstructions
        self.threadId = threadId
        self.transport = transport
        self.version = version
        self.voice = voice
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.backendReasoningStatus = try members.optional("backendReasoningStatus")
        self.clientManagedHandoffs = try members.presence("clientManagedHandoffs")
        self.codexResponseHandoffChannelPrefixes = try members.presence("codexResponseHandoffChannelPrefixes")
        self.codexResponseHandoffMode = try members.presence("codexResponseHandoffMode")
        self.codexResponseItemPrefix = try members.presence("codexResponseItemPrefix")
        self.codexResponsesAsItems = try members.presence("codexResponsesAsItems")
        self.delegationAckFiller = try members.presence("delegationAckFiller")
        self.flushTranscriptTailOnSessionEnd = try members.presence("flushTranscriptTailOnSessionEnd")
        self.includeStartupContext = try members.presence("includeStartupContext")
        self.initialItems = try members.presence("initialItems")
        self.model = try members.presence("model")
        self.outputModality = try members.required("outputModality")
        self.prompt = try members.presence("prompt")
        self.realtimeEndInstructions = try members.presence("realtimeEndInstructions")
        self.realtimeSessionId = try members.presence("realtimeSessionId")
        self.realtimeStartInstructions = try members.presence("realtimeStartInstructions")
        self.threadId = try members.required("threadId")
        self.transport = try members.presence("transport")
        self.version = try members.presence("version")
        self.voice = try members.presence("voice")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setOptional("backendReasoningStatus", backendReasoningStatus)
        members.setPresence("clientManagedHandoffs", clientManagedHandoffs)
        members.setPresence("codexResponseHandoffChannelPrefixes", codexResponseHandoffChannelPrefixes)
        members.setPresence("codexResponseHandoffMode", codexResponseHandoffMode)
        members.setPresence("codexResponseItemPrefix", codexResponseItemPrefix)
        members.setPresence("codexResponsesAsItems", codexResponsesAsItems)
        members.setPresence("delegationAckFiller", delegationAckFiller)
        members.setPresence("flushTranscriptTailOnSessionEnd", flushTranscriptTailOnSessionEnd)
        members.setPresence("includeStartupContext", includeStartupContext)
        members.setPresence("initialItems", initialItems)
        members.setPresence("model", model)
        members.set("outputModality", outputModality)
        members.setPresence("prompt", prompt)
        members.setPresence("realtimeEndInstructions", realtimeEndInstructions)
        members.setPresence("realtimeSessionId", realtimeSessionId)
        members.setPresence("realtimeStartInstructions", realtimeStartInstructions)
        members.set("threadId", threadId)
        members.setPresence("transport", transport)
        members.setPresence("version", version)
        members.setPresence("voice", voice)
        return .object(members)
    }
}

/// What is answered to `thread/realtime/start`.
public struct ThreadRealtimeStartResponse: JSONCodable {
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

/// The schema's `ThreadRealtimeStartTransport`.
public indirect enum ThreadRealtimeStartTransport: JSONCodable {
    case websocket(NoMembers = NoMembers())
    case webrtc(ThreadRealtimeStartTransport.Webrtc)
    case existingCall(ThreadRealtimeStartTransport.ExistingCall)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "websocket": self = .websocket(try NoMembers(json: json, tag: "type"))
        case "webrtc": self = .webrtc(try ThreadRealtimeStartTransport.Webrtc(json: json))
        case "existingCall": self = .existingCall(try ThreadRealtimeStartTransport.ExistingCall(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .websocket(let payload): payload.json.tagged("type", "websocket")
        case .webrtc(let payload): payload.json.tagged("type", "webrtc")
        case .existingCall(let payload): payload.json.tagged("type", "existingCall")
        case .unknown(let json): json
        }
    }
}

extension ThreadRealtimeStartTransport {
    /// The schema's `ThreadRealtimeStartTransport.ExistingCall`.
    public struct ExistingCall: JSONCodable {
        public var callId: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(callId: String, additional: [String: JSONValue] = [:]) {
            self.callId = callId
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.callId = try members.required("callId")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("callId", callId)
            return .object(members)
        }
    }
}

extension ThreadRealtimeStartTransport {
    /// The schema's `ThreadRealtimeStartTransport.Webrtc`.
    public struct Webrtc: JSONCodable {
        public var sdp: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(sdp: String, additional: [String: JSONValue] = [:]) {
            self.sdp = sdp
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.sdp = try members.required("sdp")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("sdp", sdp)
            return .object(members)
        }
    }
}

/// What `thread/realtime/started` tells.
public struct ThreadRealtimeStartedNotification: NotificationParams {
    public static let method = "thread/realtime/started"

    public var realtimeSessionId: Presence<String>
    public var threadId: String
    public var version: RealtimeConversationVersion
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        realtimeSessionId: Presence<String> = .absent, threadId: String, version: RealtimeConversationVersion,
        additional: [String: JSONValue] = [:]
    ) {
        self.realtimeSessionId = realtimeSessionId
        self.threadId = threadId
        self.version = version
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.realtimeSessionId = try members.presence("realtimeSessionId")
        self.threadId = try members.required("threadId")
        self.version = try members.required("version")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("realtimeSessionId", realtimeSessionId)
        members.set("threadId", threadId)
        members.set("version", version)
        return .object(members)
    }
}

/// What `thread/realtime/stop` asks. Experimental.
public struct ThreadRealtimeStopParams: ClientRequestParams {
    public typealias Response = ThreadRealtimeStopResponse
    public static let method = "thread/realtime/stop"

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

/// What is answered to `thread/realtime/stop`.
public struct ThreadRealtimeStopResponse: JSONCodable {
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

/// What `thread/realtime/transcript/delta` tells.
public struct ThreadRealtimeTranscriptDeltaNotification: NotificationParams {
    public static let method = "thread/realtime/transcript/delta"

    public var delta: String
    public var role: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(delta: String, role: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.delta = delta
        self.role = role
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.delta = try members.required("delta")
        self.role = try members.required("role")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("delta", delta)
        members.set("role", role)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What `thread/realtime/transcript/done` tells.
public struct ThreadRealtimeTranscriptDoneNotification: NotificationParams {
    public static let method = "thread/realtime/transcript/done"

    public var role: String
    public var text: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(role: String, text: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.role = role
        self.text = text
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.role = try members.required("role")
        self.text = try members.required("text")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("role", role)
        members.set("text", text)
        members.set("threadId", threadId)
        return .object(members)
    }
}
