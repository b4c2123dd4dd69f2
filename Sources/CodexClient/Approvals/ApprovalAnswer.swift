public import CodexProtocol

/// What may be said to a request of codex's, whatever its kind.
public enum ApprovalAnswer: Sendable, Hashable {
    /// Grants what was asked, this once.
    case accept
    /// Grants it for as long as codex keeps the session.
    case acceptForSession
    /// Grants nothing; the turn goes on.
    case decline
    /// Grants nothing and ends the turn, where the kind has a word for that; else as `decline`.
    case cancel
    /// A whole result, of the method's own shape.
    case result(JSONValue)
    /// An error instead of a result.
    case error(code: Int, message: String)
}

/// What goes out in answer to a request of codex's.
enum ServerReply: Sendable, Hashable {
    case result(JSONValue)
    case error(code: Int, message: String)

    /// The code of JSON-RPC for a method that is not served here.
    static func notServed(_ method: String) -> ServerReply {
        .error(code: -32601, message: "this client does not answer \(method)")
    }
}

extension ApprovalAnswer {
    /// The reply in the words of the request's kind.
    ///
    /// Source: the response schemas of codex 0.163.0. What can only be done by a program that registered for it, and what is
    /// unknown, is refused.
    func reply(to request: ServerRequest) -> ServerReply {
        switch self {
        case .result(let json): .result(json)
        case .error(let code, let message): .error(code: code, message: message)
        case .accept, .acceptForSession, .decline, .cancel:
            decision(for: request).map { .result($0) } ?? .notServed(request.method)
        }
    }

    private func decision(for request: ServerRequest) -> JSONValue? {
        switch request.method {
        case "item/commandExecution/requestApproval", "item/fileChange/requestApproval":
            ["decision": .string(word("accept", "acceptForSession", "decline", "cancel"))]
        case "execCommandApproval", "applyPatchApproval": ["decision": legacyDecision.json]
        case "mcpServer/elicitation/request":
            ["action": .string(word("accept", "accept", "decline", "cancel"))]
        case "item/permissions/requestApproval": permissions(asked: request.params?["permissions"])
        case "item/tool/requestUserInput": ["answers": [:]]
        default: nil
        }
    }

    private var legacyDecision: ReviewDecision {
        switch self {
        case .accept: .approved
        case .acceptForSession: .approvedForSession
        case .cancel: .abort
        case .decline, .result, .error: .denied(ReviewDecision.Denied(rejection: "declined"))
        }
    }

    private func permissions(asked: JSONValue?) -> JSONValue {
        let granted: JSONValue = ["permissions": asked ?? [:]]
        return switch self {
        case .accept: granted
        case .acceptForSession: ["permissions": asked ?? [:], "scope": "session"]
        default: ["permissions": [:]]
        }
    }

    private func word(_ accept: String, _ acceptForSession: String, _ decline: String, _ cancel: String) -> String {
        switch self {
        case .accept: accept
        case .acceptForSession: acceptForSession
        case .cancel: cancel
        case .decline, .result, .error: decline
        }
    }
}
