// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `applyPatchApproval` asks.
public struct ApplyPatchApprovalParams: ServerRequestParams {
    public typealias Response = ApplyPatchApprovalResponse
    public static let method = "applyPatchApproval"

    public var callId: String
    public var conversationId: ThreadId
    public var fileChanges: [String: FileChange]
    public var grantRoot: Presence<String>
    public var reason: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        callId: String, conversationId: ThreadId, fileChanges: [String: FileChange],
        grantRoot: Presence<String> = .absent, reason: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.callId = callId
        self.conversationId = conversationId
        self.fileChanges = fileChanges
        self.grantRoot = grantRoot
        self.reason = reason
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.callId = try members.required("callId")
        self.conversationId = try members.required("conversationId")
        self.fileChanges = try members.required("fileChanges")
        self.grantRoot = try members.presence("grantRoot")
        self.reason = try members.presence("reason")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("callId", callId)
        members.set("conversationId", conversationId)
        members.set("fileChanges", fileChanges)
        members.setPresence("grantRoot", grantRoot)
        members.setPresence("reason", reason)
        return .object(members)
    }
}

/// What is answered to `applyPatchApproval`.
public struct ApplyPatchApprovalResponse: JSONCodable {
    public var decision: ReviewDecision
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(decision: ReviewDecision, additional: [String: JSONValue] = [:]) {
        self.decision = decision
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.decision = try members.required("decision")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("decision", decision)
        return .object(members)
    }
}

/// The schema's `FileChange`.
public indirect enum FileChange: JSONCodable {
    case add(FileChange.Add)
    case delete(FileChange.Delete)
    case update(FileChange.Update)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "add": self = .add(try FileChange.Add(json: json))
        case "delete": self = .delete(try FileChange.Delete(json: json))
        case "update": self = .update(try FileChange.Update(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .add(let payload): payload.json.tagged("type", "add")
        case .delete(let payload): payload.json.tagged("type", "delete")
        case .update(let payload): payload.json.tagged("type", "update")
        case .unknown(let json): json
        }
    }
}

extension FileChange {
    /// The schema's `FileChange.Add`.
    public struct Add: JSONCodable {
        public var content: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(content: String, additional: [String: JSONValue] = [:]) {
            self.content = content
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.content = try members.required("content")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("content", content)
            return .object(members)
        }
    }
}

extension FileChange {
    /// The schema's `FileChange.Delete`.
    public struct Delete: JSONCodable {
        public var content: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(content: String, additional: [String: JSONValue] = [:]) {
            self.content = content
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.content = try members.required("content")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("content", content)
            return .object(members)
        }
    }
}

extension FileChange {
    /// The schema's `FileChange.Update`.
    public struct Update: JSONCodable {
        public var movePath: Presence<String>
        public var unifiedDiff: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(movePath: Presence<String> = .absent, unifiedDiff: String, additional: [String: JSONValue] = [:]) {
            self.movePath = movePath
            self.unifiedDiff = unifiedDiff
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.movePath = try members.presence("move_path")
            self.unifiedDiff = try members.required("unified_diff")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.setPresence("move_path", movePath)
            members.set("unified_diff", unifiedDiff)
            return .object(members)
        }
    }
}
