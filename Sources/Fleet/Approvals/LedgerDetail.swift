import JSONRPC
import Journal

/// What the ledger keeps of what was asked and answered, and what it must not keep.
enum LedgerDetail {
    /// The longest that is kept; of a longer one only its size is.
    private static let longest = 64 << 10

    static func text(_ detail: JSON) -> String {
        let text = detail.description
        guard text.utf8.count > longest else { return text }
        return JSON.object([.init("omittedBytes", .integer(Int64(text.utf8.count)))]).description
    }

    /// A line of the ledger, as `approval/list` gives it.
    static func json(_ record: LedgerRecord) -> JSON {
        var body: JSON = [
            "number": .integer(record.number), "timeMs": .integer(record.time), "epoch": .unsigned(record.epoch),
            "approvalId": .string(record.approval), "change": .string(record.change.rawValue),
            "method": .string(record.method), "worker": .string(record.worker), "origin": .string(record.origin),
        ]
        body["threadId"] = record.thread.map { .string($0) }
        body["user"] = record.user.map { .string($0) }
        body["client"] = record.client.map { .string($0) }
        body["from"] = record.peer.map { .raw(Array($0.utf8)) }
        body["command"] = record.command.map { .string($0) }
        body["detail"] = record.detail.map { .raw(Array($0.utf8)) }
        return body
    }
}

extension Approval {
    /// What was asked: of an opened one.
    var ledgerDetail: JSON {
        var detail: JSON = ["params": params]
        detail["item"] = item
        detail["cwd"] = cwd
        detail["startedBy"] = startedBy.map { .string($0.name) }
        return detail
    }
}

extension ServerRequestKind {
    /// What was answered, without what somebody typed into a question that asks for a secret, and without tokens.
    func ledgerDetail(of answer: ServerRequestAnswer, params: JSON) -> JSON {
        guard case .result(let result) = answer else { return ["error": true] }
        switch self {
        case .commandApproval, .fileChangeApproval, .permissions, .legacyApproval: return result
        case .userInput: return ["answers": UserInputForm(params).withoutSecrets(result["answers"] ?? [:])]
        // Nothing says which of its fields hold a secret.
        case .elicitation: return ["action": result["action"] ?? .null]
        case .toolCall: return ["success": result["success"] ?? .null]
        case .attestation, .tokenRefresh, .currentTime, .unknown: return [:]
        }
    }
}
