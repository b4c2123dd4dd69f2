// Written by `codex-codegen generate` from the schema of codex 0.163.0. Do not edit.

/// What `hook/completed` tells.
public struct HookCompletedNotification: NotificationParams {
    public static let method = "hook/completed"

    public var run: HookRunSummary
    public var threadId: String
    public var turnId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        run: HookRunSummary, threadId: String, turnId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.run = run
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.run = try members.required("run")
        self.threadId = try members.required("threadId")
        self.turnId = try members.presence("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("run", run)
        members.set("threadId", threadId)
        members.setPresence("turnId", turnId)
        return .object(members)
    }
}

/// The schema's `HookExecutionMode`.
public enum HookExecutionMode: OpenEnum {
    case sync
    case async
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "sync": self = .sync
        case "async": self = .async
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .sync: "sync"
        case .async: "async"
        case .unknown(let word): word
        }
    }
}

/// The schema's `HookHandlerType`.
public enum HookHandlerType: OpenEnum {
    case command
    case mcpTool
    case prompt
    case agent
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "command": self = .command
        case "mcpTool": self = .mcpTool
        case "prompt": self = .prompt
        case "agent": self = .agent
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .command: "command"
        case .mcpTool: "mcpTool"
        case .prompt: "prompt"
        case .agent: "agent"
        case .unknown(let word): word
        }
    }
}

/// The schema's `HookOutputEntry`.
public struct HookOutputEntry: JSONCodable {
    public var kind: HookOutputEntryKind
    public var text: String
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(kind: HookOutputEntryKind, text: String, additional: [String: JSONValue] = [:]) {
        self.kind = kind
        self.text = text
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.kind = try members.required("kind")
        self.text = try members.required("text")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("kind", kind)
        members.set("text", text)
        return .object(members)
    }
}

/// The schema's `HookOutputEntryKind`.
public enum HookOutputEntryKind: OpenEnum {
    case warning
    case stop
    case feedback
    case context
    case error
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "warning": self = .warning
        case "stop": self = .stop
        case "feedback": self = .feedback
        case "context": self = .context
        case "error": self = .error
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .warning: "warning"
        case .stop: "stop"
        case .feedback: "feedback"
        case .context: "context"
        case .error: "error"
        case .unknown(let word): word
        }
    }
}

/// The schema's `HookRunStatus`.
public enum HookRunStatus: OpenEnum {
    case running
    case completed
    case failed
    case blocked
    case stopped
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "running": self = .running
        case "completed": self = .completed
        case "failed": self = .failed
        case "blocked": self = .blocked
        case "stopped": self = .stopped
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .running: "running"
        case .completed: "completed"
        case .failed: "failed"
        case .blocked: "blocked"
        case .stopped: "stopped"
        case .unknown(let word): word
        }
    }
}

/// The schema's `HookRunSummary`.
public struct HookRunSummary: JSONCodable {
    public var completedAt: Presence<Int>
    public var displayOrder: Int
    public var durationMs: Presence<Int>
    public var entries: [HookOutputEntry]
    public var eventName: HookEventName
    public var executionMode: HookExecutionMode
    public var handlerType: HookHandlerType
    public var id: String
    public var scope: HookScope
    public var source: HookSource?
    public var sourcePath: AbsolutePathBuf
    public var startedAt: Int
    public var status: HookRunStatus
    public var statusMessage: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        completedAt: Presence<Int> = .absent, displayOrder: Int, durationMs: Presence<Int> = .absent,
        entries: [HookOutputEntry], eventName: HookEventName, executionMode: HookExecutionMode,
        handlerType: HookHandlerType, id: String, scope: HookScope, source: HookSource? = nil,
        sourcePath: AbsolutePathBuf, startedAt: Int, status: HookRunStatus, statusMessage: Presence<String> = .absent,
        additional: [String: JSONValue] = [:]
    ) {
        self.completedAt = completedAt
        self.displayOrder = displayOrder
        self.durationMs = durationMs
        self.entries = entries
        self.eventName = eventName
        self.executionMode = executionMode
        self.handlerType = handlerType
        self.id = id
        self.scope = scope
        self.source = source
        self.sourcePath = sourcePath
        self.startedAt = startedAt
        self.status = status
        self.statusMessage = statusMessage
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.completedAt = try members.presence("completedAt")
        self.displayOrder = try members.required("displayOrder")
        self.durationMs = try members.presence("durationMs")
        self.entries = try members.required("entries")
        self.eventName = try members.required("eventName")
        self.executionMode = try members.required("executionMode")
        self.handlerType = try members.required("handlerType")
        self.id = try members.required("id")
        self.scope = try members.required("scope")
        self.source = try members.optional("source")
        self.sourcePath = try members.required("sourcePath")
        self.startedAt = try members.required("startedAt")
        self.status = try members.required("status")
        self.statusMessage = try members.presence("statusMessage")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.setPresence("completedAt", completedAt)
        members.set("displayOrder", displayOrder)
        members.setPresence("durationMs", durationMs)
        members.set("entries", entries)
        members.set("eventName", eventName)
        members.set("executionMode", executionMode)
        members.set("handlerType", handlerType)
        members.set("id", id)
        members.set("scope", scope)
        members.setOptional("source", source)
        members.set("sourcePath", sourcePath)
        members.set("startedAt", startedAt)
        members.set("status", status)
        members.setPresence("statusMessage", statusMessage)
        return .object(members)
    }
}

/// The schema's `HookScope`.
public enum HookScope: OpenEnum {
    case thread
    case turn
    /// A word that the schema does not list.
    case unknown(String)

    public init(word: String) {
        switch word {
        case "thread": self = .thread
        case "turn": self = .turn
        default: self = .unknown(word)
        }
    }

    public var word: String {
        switch self {
        case .thread: "thread"
        case .turn: "turn"
        case .unknown(let word): word
        }
    }
}

/// What `hook/started` tells.
public struct HookStartedNotification: NotificationParams {
    public static let method = "hook/started"

    public var run: HookRunSummary
    public var threadId: String
    public var turnId: Presence<String>
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(
        run: HookRunSummary, threadId: String, turnId: Presence<String> = .absent, additional: [String: JSONValue] = [:]
    ) {
        self.run = run
        self.threadId = threadId
        self.turnId = turnId
        self.additional = additional
    }

    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        self.run = try members.required("run")
        self.threadId = try members.required("threadId")
        self.turnId = try members.presence("turnId")
        self.additional = members.rest
    }

    public var json: JSONValue {
        var members = additional
        members.set("run", run)
        members.set("threadId", threadId)
        members.setPresence("turnId", turnId)
        return .object(members)
    }
}
