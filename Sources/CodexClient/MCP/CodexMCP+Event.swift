public import CodexProtocol

extension CodexMCP {
    /// A notification of the server's, as `codex/event`, by which it tells of its turns.
    public struct Event: Sendable, Hashable {
        /// What an event says.
        public enum Content: Sendable, Hashable {
            case sessionConfigured(model: String?)
            case turnStarted(turnID: String?)
            /// Words of a message that is still being made.
            case messageDelta(String)
            case message(String)
            /// Also asked by an elicitation, which is what is to be answered.
            case approvalRequired(Approval)
            case turnCompleted(lastMessage: String?)
            case turnAborted(reason: String?)
            case error(message: String)
            case warning(message: String)
            /// A `codex/event` of another type.
            case other(type: String)
            /// Another notification of MCP: `method` says which.
            case notification
            /// So many stood here, and were dropped since they were not read in time.
            case lagged(Int)
            /// No message of the protocol: its text.
            case invalid(String)
        }

        /// An approval that a turn waits for.
        public struct Approval: Sendable, Hashable {
            /// What is to be approved.
            public enum Kind: Sendable, Hashable {
                case command
                case patch
                case other(String)
            }

            /// What is to be approved.
            public let kind: Kind
            /// The id of the command or patch; nil where codex does not tell.
            public let id: String?
            /// The whole event.
            public let payload: JSONValue
        }

        /// What it says, as far as this library knows it.
        public let content: Content
        /// Empty for what is no message.
        public let method: String
        /// The request whose turn it is about, as text.
        public let requestID: String?
        /// The thread it is about; nil for what is about none.
        public let threadID: String?
        /// The whole params; null when there are none.
        public let raw: JSONValue
    }

    /// Notifications in their order, for one reader.
    public struct Events: AsyncSequence, Sendable {
        public typealias Element = Event
        public typealias Failure = CodexClientError

        private let reader: MCPReader

        init(_ reader: MCPReader) { self.reader = reader }

        public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

        /// Takes one event after the other.
        public struct Iterator: AsyncIteratorProtocol {
            let reader: MCPReader

            /// Nil when the process has ended. Throws `slowConsumer`, or `cancelled` when the task was.
            public mutating func next() async throws(CodexClientError) -> Event? { try await reader.next() }

            public mutating func next(
                isolation actor: isolated (any Actor)?
            ) async throws(CodexClientError) -> Event? {
                try await reader.next()
            }
        }
    }
}

extension CodexMCP.Event {
    /// Reads the line of a notification. Types have had other names in older versions: those are read too.
    init(line: [UInt8]) {
        let json: JSONValue
        do throws(CodexProtocolError) {
            json = try JSONValue(parsing: line)
        } catch {
            self = .invalid(String(decoding: line, as: UTF8.self))
            return
        }
        guard let method = json["method"]?.string else {
            self = .invalid(String(decoding: line, as: UTF8.self))
            return
        }
        let params = json["params"] ?? .null
        guard method == "codex/event" || method.hasPrefix("codex/event/") else {
            self.init(
                content: .notification, method: method, requestID: params["requestId"]?.idText,
                threadID: params.threadID, raw: params)
            return
        }
        // Older ones have the message itself for params.
        let message = params["msg"] ?? params
        self.init(
            content: Content(message), method: method, requestID: params["_meta"]?["requestId"]?.idText,
            threadID: params["_meta"]?.threadID ?? params.threadID ?? message.threadID, raw: params)
    }

    static func lagged(_ count: Int) -> Self {
        Self(content: .lagged(count), method: "", requestID: nil, threadID: nil, raw: .null)
    }

    static func invalid(_ text: String) -> Self {
        Self(content: .invalid(text), method: "", requestID: nil, threadID: nil, raw: .null)
    }
}

extension CodexMCP.Event.Content {
    fileprivate init(_ message: JSONValue) {
        let type = message["type"]?.string ?? ""
        switch type {
        case "session_configured": self = .sessionConfigured(model: message["model"]?.string)
        case "task_started", "turn_started": self = .turnStarted(turnID: message["turn_id"]?.string)
        case "agent_message_delta", "agent_message_content_delta":
            self = .messageDelta(message["delta"]?.string ?? "")
        case "agent_message": self = .message(message["message"]?.string ?? "")
        case "exec_approval_request", "apply_patch_approval_request", "approval_required", "approval":
            self = .approvalRequired(CodexMCP.Event.Approval(message, type: type))
        case "task_complete", "turn_complete":
            self = .turnCompleted(lastMessage: (message["last_agent_message"] ?? message["result"])?.string)
        case "turn_aborted", "cancelled", "canceled": self = .turnAborted(reason: message["reason"]?.string)
        case "error":
            let error = message["error"]
            self = .error(message: (message["message"] ?? error?["message"] ?? error)?.string ?? "")
        case "warning": self = .warning(message: message["message"]?.string ?? "")
        default: self = .other(type: type)
        }
    }
}

extension CodexMCP.Event.Approval {
    fileprivate init(_ message: JSONValue, type: String) {
        let word = (message["kind"] ?? message["approval_kind"])?.string ?? ""
        switch (type, word.lowercased()) {
        case ("exec_approval_request", _), (_, "exec"): kind = .command
        case ("apply_patch_approval_request", _), (_, "apply"), (_, "patch"): kind = .patch
        default: kind = .other(word)
        }
        id = (message["approval_id"] ?? message["call_id"] ?? message["id"])?.idText
        payload = message
    }
}
