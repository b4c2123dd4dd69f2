// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `execCommandApproval` asks.
public struct ExecCommandApprovalParams: ServerRequestParams {
    public typealias Response = ExecCommandApprovalResponse
    public static let method = "execCommandApproval"

    public var approvalId: Presence<String>
    public var callId: String
    public var command: [String]
    public var conversationId: ThreadId
    public var cwd: String
    public var parsedCmd: [ParsedCommand]
    public var reason: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        approvalId: Presence<String> = .absent, callId: String, command: [String], conversationId: ThreadId,
        cwd: String, parsedCmd: [ParsedCommand], reason: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.approvalId = approvalId
        self.callId = callId
        self.command = command
        self.conversationId = conversationId
        self.cwd = cwd
        self.parsedCmd = parsedCmd
        self.reason = reason
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.approvalId = try members.presence("approvalId")
        self.callId = try members.required("callId")
        self.command = try members.required("command")
        self.conversationId = try members.required("conversationId")
        self.cwd = try members.required("cwd")
        self.parsedCmd = try members.required("parsedCmd")
        self.reason = try members.presence("reason")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("approvalId", approvalId)
        members.set("callId", callId)
        members.set("command", command)
        members.set("conversationId", conversationId)
        members.set("cwd", cwd)
        members.set("parsedCmd", parsedCmd)
        members.setPresence("reason", reason)
        return .object(members)
    }
}

/// What is answered to `execCommandApproval`.
public struct ExecCommandApprovalResponse: JSONCodable {
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

/// The schema's `ParsedCommand`.
public indirect enum ParsedCommand: JSONCodable {
    case read(ParsedCommand.Read)
    case listFiles(ParsedCommand.ListFiles)
    case search(ParsedCommand.Search)
    case namedUnknown(ParsedCommand.Unknown)
    /// A case that the schema does not list, as it came.
    case unknown(JSONValue)

    public init(json: JSONValue) throws(CodexProtocolError) {
        switch try json.tag("type") {
        case "read": self = .read(try ParsedCommand.Read(json: json))
        case "list_files": self = .listFiles(try ParsedCommand.ListFiles(json: json))
        case "search": self = .search(try ParsedCommand.Search(json: json))
        case "unknown": self = .namedUnknown(try ParsedCommand.Unknown(json: json))
        default: self = .unknown(json)
        }
    }

    public var json: JSONValue {
        switch self {
        case .read(let payload): payload.json.tagged("type", "read")
        case .listFiles(let payload): payload.json.tagged("type", "list_files")
        case .search(let payload): payload.json.tagged("type", "search")
        case .namedUnknown(let payload): payload.json.tagged("type", "unknown")
        case .unknown(let json): json
        }
    }

    /// Every case that the schema lists has it.
    public var cmd: String? {
        switch self {
        case .read(let payload): payload.cmd
        case .listFiles(let payload): payload.cmd
        case .search(let payload): payload.cmd
        case .namedUnknown(let payload): payload.cmd
        case .unknown(let json): json["cmd"].flatMap { try? String(json: $0) }
        }
    }
}

extension ParsedCommand {
    /// The schema's `ParsedCommand.ListFiles`.
    public struct ListFiles: JSONCodable {
        public var cmd: String
        public var path: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(cmd: String, path: Presence<String> = .absent, additional: [String: JSONValue] = [:]) {
            self.cmd = cmd
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.cmd = try members.required("cmd")
            self.path = try members.presence("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("cmd", cmd)
            members.setPresence("path", path)
            return .object(members)
        }
    }
}

extension ParsedCommand {
    /// The schema's `ParsedCommand.Read`.
    public struct Read: JSONCodable {
        public var cmd: String
        public var name: String
        public var path: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(cmd: String, name: String, path: String, additional: [String: JSONValue] = [:]) {
            self.cmd = cmd
            self.name = name
            self.path = path
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.cmd = try members.required("cmd")
            self.name = try members.required("name")
            self.path = try members.required("path")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("cmd", cmd)
            members.set("name", name)
            members.set("path", path)
            return .object(members)
        }
    }
}

extension ParsedCommand {
    /// The schema's `ParsedCommand.Search`.
    public struct Search: JSONCodable {
        public var cmd: String
        public var path: Presence<String>
        public var query: Presence<String>
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(
            cmd: String, path: Presence<String> = .absent, query: Presence<String> = .absent,
            additional: [String: JSONValue] = [:]
        ) {
            self.cmd = cmd
            self.path = path
            self.query = query
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.cmd = try members.required("cmd")
            self.path = try members.presence("path")
            self.query = try members.presence("query")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("cmd", cmd)
            members.setPresence("path", path)
            members.setPresence("query", query)
            return .object(members)
        }
    }
}

extension ParsedCommand {
    /// The schema's `ParsedCommand.Unknown`.
    public struct Unknown: JSONCodable {
        public var cmd: String
        /// Members that the schema does not know.
        public var additional: [String: JSONValue]

        public init(cmd: String, additional: [String: JSONValue] = [:]) {
            self.cmd = cmd
            self.additional = additional
        }

        public init(json: JSONValue) throws(CodexProtocolError) {
            var members = try Members(of: json, tag: "type")
            self.cmd = try members.required("cmd")
            self.additional = members.rest
        }

        public var json: JSONValue {
            var members = additional
            members.set("cmd", cmd)
            return .object(members)
        }
    }
}
