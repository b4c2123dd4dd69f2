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
        var reply = Array(#"{"jsonrpc":"2.0","id":"#.utf8)
        reply.reserveCapacity(Self.usualLength)
        JSON.raw(id).append(to: &reply)
        switch self {
        case .result(let result):
            reply.append(contentsOf: #","result":"#.utf8)
            result.append(to: &reply)
        case .error(let error):
            reply.append(contentsOf: #","error":"#.utf8)
            error.append(to: &reply)
        }
        if meta.objectValue?.isEmpty == false {
            reply.append(contentsOf: #","meta":"#.utf8)
            meta.append(to: &reply)
        }
        reply.append(UInt8(ascii: "}"))
        return reply
    }

    /// Few replies to what the daemon answers by itself are longer.
    private static let usualLength = 512
}
