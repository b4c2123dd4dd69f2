// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// The schema's `ThreadMemoryMode`.
public enum ThreadMemoryMode: OpenEnum {
    case enabled
    case disabled
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "enabled": self = .enabled
        case "disabled": self = .disabled
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .enabled: "enabled"
        case .disabled: "disabled"
        case .unknown(let word): word
        }
    }
}

/// What `thread/memoryMode/set` asks. Experimental.
public struct ThreadMemoryModeSetParams: ClientRequestParams {
    public typealias Response = ThreadMemoryModeSetResponse
    public static let method = "thread/memoryMode/set"

    public var mode: ThreadMemoryMode
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(mode: ThreadMemoryMode, threadId: String, additional: [String: JSONValue] = [:]) {
        self.mode = mode
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.mode = try members.required("mode")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("mode", mode)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/memoryMode/set`.
public struct ThreadMemoryModeSetResponse: JSONCodable {
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
