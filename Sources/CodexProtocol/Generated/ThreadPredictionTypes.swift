// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/prediction/request` asks. Experimental.
public struct ThreadPredictionRequestParams: ClientRequestParams {
    public typealias Response = ThreadPredictionRequestResponse
    public static let method = "thread/prediction/request"

    public var sourceTurnId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(sourceTurnId: String, threadId: String, additional: [String: JSONValue] = [:]) {
        self.sourceTurnId = sourceTurnId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.sourceTurnId = try members.required("sourceTurnId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("sourceTurnId", sourceTurnId)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/prediction/request`.
public struct ThreadPredictionRequestResponse: JSONCodable {
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

/// The schema's `ThreadPredictionResult`.
public indirect enum ThreadPredictionResult: JSONCodable {
    case completed(ThreadPredictionResult.Completed)
    case failed(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "completed": self = .completed(try ThreadPredictionResult.Completed(json: json))
        case "failed": self = .failed(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .completed(let payload): payload.json.tagged("type", "completed")
        case .failed(let payload): payload.json.tagged("type", "failed")
        case .unknown(let json): json
        }
    }
}

extension ThreadPredictionResult {
    /// The schema's `ThreadPredictionResult.Completed`.
    public struct Completed: JSONCodable {
        public var text: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(text: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.text = text
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.text = try members.presence("text")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("text", text)
            return .object(members)
        }
    }
}

/// What `thread/prediction/updated` tells.
public struct ThreadPredictionUpdatedNotification: NotificationParams {
    public static let method = "thread/prediction/updated"

    public var result: ThreadPredictionResult
    public var sourceTurnId: String
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        result: ThreadPredictionResult, sourceTurnId: String, threadId: String, additional: [String: JSONValue] = [:]
    ) {
        self.result = result
        self.sourceTurnId = sourceTurnId
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.result = try members.required("result")
        self.sourceTurnId = try members.required("sourceTurnId")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("result", result)
        members.set("sourceTurnId", sourceTurnId)
        members.set("threadId", threadId)
        return .object(members)
    }
}
