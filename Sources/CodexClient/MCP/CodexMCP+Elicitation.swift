public import CodexProtocol

extension CodexMCP {
    /// A question of the server's: `elicitation/create`, by which codex asks for approval.
    public struct Elicitation: Sendable, Hashable {
        /// What is to be decided.
        public enum Kind: Sendable, Hashable {
            /// A command is to run.
            case command([String], workingDirectory: String?)
            /// Files are to be changed: what each path is to become, as codex tells it.
            case patch(changes: [String: JSONValue], reason: String?, grantRoot: String?)
            /// Another question; the word that codex has for it, if any.
            case other(String?)
        }

        /// An answer. What a command's question allows stands in `available_decisions` of the event before it.
        public enum Decision: Sendable, Hashable {
            case approved
            /// The same again needs no approval in this thread.
            case approvedForSession
            /// Approved, and what begins with these words is from now on too.
            case approvedWithExecutionPolicy([String])
            /// Not done; the turn goes on.
            case denied
            /// Not done, and the turn ends: its call fails with `cancelled`.
            case abort
            /// Any other result, as it is.
            case raw(JSONValue)
        }

        /// What is to be decided.
        public let kind: Kind
        /// For a person.
        public let message: String
        /// The thread whose turn asks.
        public let threadID: String?
        /// The id of the request whose turn asks.
        public let requestID: String?
        /// The id of the turn's event that asks.
        public let eventID: String?
        /// The id of the command or patch.
        public let callID: String?
        /// The whole params.
        public let raw: JSONValue

        init(_ json: JSONValue) {
            let word = json["codex_elicitation"]?.string
            switch word {
            case "exec-approval":
                kind = .command(
                    (json["codex_command"]?.array ?? []).compactMap(\.string),
                    workingDirectory: json["codex_cwd"]?.string)
            case "patch-approval":
                kind = .patch(
                    changes: json["codex_changes"]?.object ?? [:], reason: json["codex_reason"]?.string,
                    grantRoot: json["codex_grant_root"]?.string)
            default:
                kind = .other(word)
            }
            message = json["message"]?.string ?? ""
            threadID = json.threadID
            requestID = json["codex_mcp_tool_call_id"]?.idText
            eventID = json["codex_event_id"]?.string
            callID = json["codex_call_id"]?.string
            raw = json
        }
    }
}

extension CodexMCP.Elicitation.Decision {
    /// Both what codex reads (`decision`) and what MCP asks for (`action`).
    var result: JSONValue {
        switch self {
        case .approved: ["action": "accept", "content": [:], "decision": "approved"]
        case .approvedForSession: ["action": "accept", "content": [:], "decision": "approved_for_session"]
        case .approvedWithExecutionPolicy(let words):
            [
                "action": "accept", "content": [:],
                "decision": [
                    "approved_execpolicy_amendment": [
                        "proposed_execpolicy_amendment": .array(words.map { .string($0) })
                    ]
                ],
            ]
        case .denied: ["action": "decline", "decision": "denied"]
        case .abort: ["action": "cancel", "decision": "abort"]
        case .raw(let result): result
        }
    }
}

extension JSONValue {
    /// Codex has had several names for the id of a thread.
    var threadID: String? {
        for name in ["threadId", "thread_id", "sessionId", "session_id", "conversationId", "conversation_id"] {
            if let id = self[name]?.string { return id }
        }
        return nil
    }

    /// A request's id as text: codex gives numbers back as strings in places.
    var idText: String? { string ?? integer.map(String.init) }
}
