public import CodexProtocol

extension CodexMCP {
    /// What a server said of itself when hands were shaken.
    public struct Server: Sendable, Hashable {
        /// `codex-mcp-server`.
        public let name: String?
        /// codex's version, as "0.149.0".
        public let version: String?
        /// The revision of MCP that it speaks.
        public let protocolVersion: String?
        /// The whole result of `initialize`.
        public let raw: JSONValue

        init(_ json: JSONValue) {
            name = json["serverInfo"]?["name"]?.string
            version = json["serverInfo"]?["version"]?.string
            protocolVersion = json["protocolVersion"]?.string
            raw = json
        }
    }

    /// A tool that the server offers.
    public struct Tool: Sendable, Hashable {
        /// What `call` takes.
        public let name: String
        /// Its name for a person.
        public let title: String?
        /// What it is for, as the server tells a model.
        public let description: String?
        /// JSON schema of its arguments.
        public let inputSchema: JSONValue?
        /// JSON schema of its structured result.
        public let outputSchema: JSONValue?
        /// The whole entry of `tools/list`.
        public let raw: JSONValue

        init?(_ json: JSONValue) {
            guard let name = json["name"]?.string else { return nil }
            self.name = name
            title = json["title"]?.string
            description = json["description"]?.string
            inputSchema = json["inputSchema"]
            outputSchema = json["outputSchema"]
            raw = json
        }
    }

    /// The arguments of the tool `codex`, as of 0.149.0. What is nil is not sent and left to codex's configuration.
    public struct Call: Sendable, Hashable {
        /// When codex asks before it runs a command.
        public enum ApprovalPolicy: Sendable, Hashable {
            case onRequest
            case never
            /// Of 0.133.0; 0.149.0 refuses it.
            case untrusted
            /// Of 0.133.0; 0.149.0 refuses it.
            case onFailure
        }

        /// What codex is asked.
        public var prompt: String
        /// The model, as codex's configuration names it.
        public var model: String?
        /// Where the thread works; a relative path is from the server's own directory on.
        public var workingDirectory: String?
        /// When codex asks before it runs a command.
        public var approvalPolicy: ApprovalPolicy?
        /// What the model's commands may do.
        public var sandbox: CodexExec.Sandbox?
        /// Overrides of `config.toml`.
        public var configuration: [String: JSONValue]?
        /// In place of codex's own instructions to the model.
        public var baseInstructions: String?
        /// In addition to them.
        public var developerInstructions: String?
        /// By which the model is to sum up a thread that is too long.
        public var compactPrompt: String?
        /// Further arguments, as `profile` of older versions; 0.149.0 refuses a call with one that it does not know.
        public var additional: [String: JSONValue] = [:]

        /// A call with that prompt and nothing else.
        public init(_ prompt: String) { self.prompt = prompt }

        var arguments: JSONValue {
            var members = additional
            members["prompt"] = .string(prompt)
            let texts = [
                "model": model, "cwd": workingDirectory, "approval-policy": approvalPolicy?.word,
                "sandbox": sandbox?.rawValue, "base-instructions": baseInstructions,
                "developer-instructions": developerInstructions, "compact-prompt": compactPrompt,
            ]
            for (name, text) in texts { if let text { members[name] = .string(text) } }
            if let configuration { members["config"] = .object(configuration) }
            return .object(members)
        }
    }

    /// What calling a tool came to. A failed turn is a result with `isError`.
    public struct CallResult: Sendable, Hashable {
        /// To go on by `reply`. Nil when the call failed before there was a thread.
        public let threadID: String?
        /// codex's last message, or what went wrong.
        public let content: String
        /// Whether it failed; `content` says why.
        public let isError: Bool
        /// The whole result.
        public let raw: JSONValue

        init(_ json: JSONValue) {
            let structured = json["structuredContent"]
            threadID = (structured?["threadId"] ?? structured?["conversationId"])?.string
            content =
                structured?["content"]?.string
                ?? (json["content"]?.array ?? []).compactMap { $0["text"]?.string }.joined(separator: "\n")
            isError = json["isError"]?.bool ?? false
            raw = json
        }
    }
}

extension CodexMCP.Call.ApprovalPolicy {
    fileprivate var word: String {
        switch self {
        case .onRequest: "on-request"
        case .never: "never"
        case .untrusted: "untrusted"
        case .onFailure: "on-failure"
        }
    }
}
