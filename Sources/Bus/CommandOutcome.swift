package import BusProtocol
package import JSONRPC

/// What a reply says: a result, or JSON-RPC's error object.
package enum CommandOutcome: Sendable {
    case result(JSON)
    case error(JSON)

    /// One of Bosun's own errors, with its stable word in `data.reason`.
    ///
    /// - Parameters:
    ///   - problems: what is wrong, a line for each, in `data.problems`; nil where the message says it all.
    ///   - details: more members of `data`.
    package static func failure(
        _ reason: BusErrorReason, _ message: String, problems: [String]? = nil, details: JSON = [:]
    ) -> CommandOutcome {
        var data: JSON = ["reason": .string(reason.rawValue), "retryable": .bool(reason.isRetryable)]
        for member in details.objectValue ?? [] { data[member.key] = member.value }
        if let problems { data["problems"] = .array(problems.map { .string($0) }) }
        return .error(["code": .integer(Int64(reason.code)), "message": .string(message), "data": data])
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
