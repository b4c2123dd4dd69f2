package import JSONRPC

/// What a worker's request to its client asks for, and so what may be answered.
///
/// Source: the server requests of codex app-server 0.163.0 and their response schemas.
package enum ServerRequestKind: Sendable, Hashable, CaseIterable {
    case commandApproval
    case fileChangeApproval
    case permissions
    case userInput
    case elicitation
    /// `execCommandApproval` and `applyPatchApproval`, of conversations before threads.
    case legacyApproval
    case toolCall
    case attestation
    case tokenRefresh
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
            case "item/tool/call": .toolCall
            case "attestation/generate": .attestation
            case "account/chatgptAuthTokens/refresh": .tokenRefresh
            case "currentTime/read": .currentTime
            default: .unknown
            }
    }

    /// The methods that only a program which registered for them can answer.
    package static let delegatedMethods = [
        "item/tool/call", "attestation/generate", "account/chatgptAuthTokens/refresh",
    ]

    /// Whether it goes to the one program that registered for it; without one it is refused at once.
    package var isDelegated: Bool {
        switch self {
        case .toolCall, .attestation, .tokenRefresh: true
        default: false
        }
    }

    /// `ReviewDecision` of 0.149.0 and 0.163.0; in 0.133.0 it was the bare word `denied`.
    private static let legacyDenial: JSON = ["denied": ["rejection": "declined"]]

    /// Whether its answer is a decision and nothing that somebody typed in.
    package var isDecision: Bool {
        switch self {
        case .commandApproval, .fileChangeApproval, .permissions, .legacyApproval: true
        case .userInput, .elicitation, .toolCall, .attestation, .tokenRefresh, .currentTime, .unknown: false
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
        case .toolCall, .attestation, .tokenRefresh: "refuse"
        case .currentTime, .unknown: nil
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
            case .userInput, .toolCall, .attestation, .tokenRefresh, .currentTime, .unknown: []
            }
        return offered.contains(refusal) ? offered : offered + [refusal]
    }
}
