// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `thread/readState/changed` tells.
public struct ThreadReadStateChangedNotification: NotificationParams {
    public static let method = "thread/readState/changed"

    public var readState: ThreadReadState
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(readState: ThreadReadState, threadId: String, additional: [String: JSONValue] = [:]) {
        self.readState = readState
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.readState = try members.required("readState")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("readState", readState)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// The schema's `ThreadReadStateOperation`.
public enum ThreadReadStateOperation: JSONCodable {
    case read(NoMembers = NoMembers())
    case unread(NoMembers = NoMembers())
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "read": self = .read(try NoMembers(json: json, tag: "type"))
        case "unread": self = .unread(try NoMembers(json: json, tag: "type"))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .read(let payload): payload.json.tagged("type", "read")
        case .unread(let payload): payload.json.tagged("type", "unread")
        case .unknown(let json): json
        }
    }
}

/// What `thread/readState/update` asks. Experimental.
public struct ThreadReadStateUpdateParams: ClientRequestParams {
    public typealias Response = ThreadReadStateUpdateResponse
    public static let method = "thread/readState/update"

    public var expectedRevision: String
    public var operation: ThreadReadStateOperation
    public var threadId: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        expectedRevision: String, operation: ThreadReadStateOperation, threadId: String,
        additional: [String: JSONValue] = [:]
    ) {
        self.expectedRevision = expectedRevision
        self.operation = operation
        self.threadId = threadId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.expectedRevision = try members.required("expectedRevision")
        self.operation = try members.required("operation")
        self.threadId = try members.required("threadId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("expectedRevision", expectedRevision)
        members.set("operation", operation)
        members.set("threadId", threadId)
        return .object(members)
    }
}

/// What is answered to `thread/readState/update`.
public struct ThreadReadStateUpdateResponse: JSONCodable {
    public var readState: ThreadReadState
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(readState: ThreadReadState, additional: [String: JSONValue] = [:]) {
        self.readState = readState
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.readState = try members.required("readState")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("readState", readState)
        return .object(members)
    }
}
