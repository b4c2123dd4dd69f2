package import JSONRPC

/// What a worker's request to its client asks for, and so what may be answered.
///
/// Source: the server requests of codex app-server 0.163.0 and their response schemas.
package enum ServerRequestKind: Sendable, Hashable {
    case commandApproval
    case fileChangeApproval
    case permissions
    case userInput
    case elicitation
    /// `execCommandApproval` and `applyPatchApproval`, of conversations before threads.
    case legacyApproval
    /// What only a program that registered for it could do; refused at once when there is none.
    case delegated
    case currentTime
    case unknown

    package init(method: String) {
        self =
            switch method {
            case "item/commandExecution/requestApproval": .commandApproval
            case "item/fileChange/requestApproval": .fileChangeApproval
            case "item/permissions/requestApproval": .permissions
            case "item/tool/requestUserInput": .userInput
            case "mcpServer/elicitation/request": .elicitation
            case "execCommandApproval", "applyPatchApproval": .legacyApproval
            case "item/tool/call", "attestation/generate", "account/chatgptAuthTokens/refresh": .delegated
            case "currentTime/read": .currentTime
            default: .unknown
            }
    }

    /// `ReviewDecision` of 0.149.0 and 0.163.0; in 0.133.0 it was the bare word `denied`.
    private static let legacyDenial: JSON = ["denied": ["rejection": "declined"]]

    /// Whether its answer is a decision and nothing that somebody typed in.
    package var isDecision: Bool {
        switch self {
        case .commandApproval, .fileChangeApproval, .permissions, .legacyApproval: true
        case .userInput, .elicitation, .delegated, .currentTime, .unknown: false
        }
    }

    /// The decision that grants nothing and lets the turn go on; also the answer at the deadline. Nil: never asked.
    package var refusal: JSON? {
        switch self {
        case .commandApproval, .fileChangeApproval: "decline"
        case .permissions: ["permissions": [:]]
        case .userInput: ["answers": [:]]
        case .elicitation: ["action": "decline"]
        case .legacyApproval: Self.legacyDenial
        case .delegated, .currentTime, .unknown: nil
        }
    }

    /// What may be decided: what codex offers in `params`, else what its schema allows, and always the refusal.
    package func offered(params: JSON) -> [JSON] {
        guard let refusal else { return [] }
        let offered: [JSON] =
            switch self {
            case .commandApproval:
                params["availableDecisions"]?.arrayValue ?? ["accept", "acceptForSession", "decline", "cancel"]
            case .fileChangeApproval: ["accept", "acceptForSession", "decline", "cancel"]
            case .permissions: params["permissions"].map { [["permissions": $0]] } ?? []
            case .elicitation: [["action": "accept"], ["action": "decline"], ["action": "cancel"]]
            case .legacyApproval: ["approved", "approved_for_session", Self.legacyDenial, "abort"]
            case .userInput, .delegated, .currentTime, .unknown: []
            }
        return offered.contains(refusal) ? offered : offered + [refusal]
    }

    /// The result codex gets for one of the offered decisions.
    package func result(ofDecision decision: JSON) -> JSON {
        switch self {
        case .commandApproval, .fileChangeApproval, .legacyApproval: ["decision": decision]
        default: decision
        }
    }

    /// Whether a whole result, given instead of a decision, has the kind's shape, no more, and stays within what was
    /// asked for or offered.
    package func accepts(result: JSON, params: JSON, offered: [JSON]) -> Bool {
        guard let members = result.objectValue, members.allSatisfy({ known.contains($0.key) }) else { return false }
        switch self {
        case .commandApproval, .fileChangeApproval, .legacyApproval:
            return result["decision"].map { offered.contains($0) } ?? false
        case .permissions:
            guard let granted = result["permissions"], granted.isObject else { return false }
            return granted.isWithin(params["permissions"] ?? [:])
        case .userInput: return result["answers"]?.isObject ?? false
        case .elicitation:
            return result["action"].map { ["accept", "decline", "cancel"].contains($0) } ?? false
        case .delegated, .currentTime, .unknown: return false
        }
    }

    /// The members that a result may have.
    private var known: Set<String> {
        switch self {
        case .commandApproval, .fileChangeApproval, .legacyApproval: ["decision"]
        case .permissions: ["permissions", "scope", "strictAutoReview"]
        case .userInput: ["answers"]
        case .elicitation: ["action", "content", "_meta"]
        case .delegated, .currentTime, .unknown: []
        }
    }
}
