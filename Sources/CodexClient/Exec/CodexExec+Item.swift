public import CodexProtocol

extension CodexExec {
    /// Something that codex said or did in a turn.
    public struct Item: Sendable, Hashable {
        /// What an item is.
        public enum Content: Sendable, Hashable {
            case agentMessage(String)
            case reasoning(String)
            case commandExecution(CommandExecution)
            case fileChange(FileChange)
            case mcpToolCall(MCPToolCall)
            case webSearch(query: String)
            case todoList([Todo])
            /// Not the end of anything: a warning.
            case error(String)
            /// Another type, or one of these that lacks what it should have.
            case unknown(type: String?)
        }

        /// The same in each event about the item.
        public let id: String
        /// What it is, as far as this library knows it.
        public let content: Content
        /// The whole item.
        public let raw: JSONValue

        init?(_ json: JSONValue?) {
            guard let json, let id = json["id"]?.string else { return nil }
            self.id = id
            raw = json
            content = Content(json) ?? .unknown(type: json["type"]?.string)
        }
    }

    /// How far something has come.
    public enum Status: Sendable, Hashable {
        case inProgress
        case completed
        case failed
        case declined
        /// A word that 0.163.0 does not have.
        case other(String)

        init(_ word: String) {
            self =
                switch word {
                case "in_progress": .inProgress
                case "completed": .completed
                case "failed": .failed
                case "declined": .declined
                default: .other(word)
                }
        }
    }

    /// A command that codex ran.
    public struct CommandExecution: Sendable, Hashable {
        /// As for a shell.
        public let command: String
        /// stdout and stderr, as they came.
        public let output: String
        /// Nil while it runs.
        public let exitCode: Int64?
        /// How far it has come.
        public let status: Status
    }

    /// Files that codex changed.
    public struct FileChange: Sendable, Hashable {
        /// One file.
        public struct Change: Sendable, Hashable {
            /// Its path as codex tells it.
            public let path: String
            /// `add`, `delete` or `update`.
            public let kind: String
        }

        /// All files of the change.
        public let changes: [Change]
        /// Whether the change was made.
        public let status: Status
    }

    /// A tool of another MCP server, which codex called.
    public struct MCPToolCall: Sendable, Hashable {
        /// The server's name in codex's configuration.
        public let server: String
        /// The tool's name.
        public let tool: String
        /// What the tool was called with.
        public let arguments: JSONValue?
        /// What the tool answered.
        public let result: JSONValue?
        /// Why the call failed.
        public let error: String?
        /// How far it has come.
        public let status: Status
    }

    /// A point of codex's plan.
    public struct Todo: Sendable, Hashable {
        /// What is to be done.
        public let text: String
        /// Whether it is done.
        public let isCompleted: Bool
    }
}

extension CodexExec.Item.Content {
    /// Nil for what is not known.
    fileprivate init?(_ json: JSONValue) {
        let text = json["text"]?.string
        let status = json["status"]?.string.map { CodexExec.Status($0) }
        switch json["type"]?.string {
        case "agent_message":
            guard let text else { return nil }
            self = .agentMessage(text)
        case "reasoning":
            guard let text else { return nil }
            self = .reasoning(text)
        case "command_execution":
            guard let command = json["command"]?.string, let status else { return nil }
            self = .commandExecution(
                CodexExec.CommandExecution(
                    command: command, output: json["aggregated_output"]?.string ?? "",
                    exitCode: json["exit_code"]?.integer, status: status))
        case "file_change":
            guard let changes = json["changes"]?.array, let status else { return nil }
            self = .fileChange(
                CodexExec.FileChange(changes: changes.compactMap(CodexExec.FileChange.Change.init), status: status))
        case "mcp_tool_call":
            guard let server = json["server"]?.string, let tool = json["tool"]?.string, let status else { return nil }
            self = .mcpToolCall(
                CodexExec.MCPToolCall(
                    server: server, tool: tool, arguments: json["arguments"]?.unlessNull,
                    result: json["result"]?.unlessNull, error: json["error"]?["message"]?.string, status: status))
        case "web_search":
            guard let query = json["query"]?.string else { return nil }
            self = .webSearch(query: query)
        case "todo_list":
            guard let items = json["items"]?.array else { return nil }
            self = .todoList(items.compactMap(CodexExec.Todo.init))
        case "error":
            guard let message = json["message"]?.string else { return nil }
            self = .error(message)
        default:
            return nil
        }
    }
}

extension CodexExec.FileChange.Change {
    fileprivate init?(_ json: JSONValue) {
        guard let path = json["path"]?.string else { return nil }
        self.init(path: path, kind: json["kind"]?.string ?? "")
    }
}

extension CodexExec.Todo {
    fileprivate init?(_ json: JSONValue) {
        guard let text = json["text"]?.string else { return nil }
        self.init(text: text, isCompleted: json["completed"]?.bool ?? false)
    }
}

extension JSONValue {
    fileprivate var unlessNull: JSONValue? { self == .null ? JSONValue?.none : self }
}
