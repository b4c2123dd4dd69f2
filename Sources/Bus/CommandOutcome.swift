package import BusProtocol
package import JSONRPC

/// What a reply says: a result, or JSON-RPC's error object.
package enum CommandOutcome: Sendable {
    case result(JSON)
    case error(JSON)

    /// One of Bosun's own errors, with its stable word in `data.reason`.
    package static func failure(_ reason: BusErrorReason, _ message: String) -> CommandOutcome {
        .error([
            "code": .integer(Int64(reason.code)), "message": .string(message),
            "data": ["reason": .string(reason.rawValue), "retryable": .bool(reason.isRetryable)],
        ])
    }

    /// The reply's bytes. `id` is the request's, as it was written.
    func reply(id: [UInt8], meta: JSON) -> [UInt8] {
        var reply: JSON = ["jsonrpc": "2.0", "id": .raw(id)]
        switch self {
        case .result(let result): reply["result"] = result
        case .error(let error): reply["error"] = error
        }
        if meta.objectValue?.isEmpty == false { reply["meta"] = meta }
        return reply.serialized()
    }
}
