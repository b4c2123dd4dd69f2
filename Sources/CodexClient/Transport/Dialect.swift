package import JSONRPC

/// What tells the protocols apart that codex speaks over stdio.
package enum Dialect: Sendable {
    /// `codex app-server`: no `jsonrpc` member, and nothing by which a request is cancelled (measured on 0.163.0).
    case appServer
    /// `codex mcp-server` of 0.149.0 and older: JSON-RPC 2.0 in full, requests are cancelled by `notifications/cancelled`.
    case mcp

    package func request(_ id: Int64, _ method: String, _ params: JSON?) -> [UInt8] {
        marked(OutgoingLine.request(id: .number(id), method: method, params: params))
    }

    package func notification(_ method: String, _ params: JSON?) -> [UInt8] {
        marked(OutgoingLine.notification(method: method, params: params))
    }

    package func response(_ id: RequestID, _ result: JSON) -> [UInt8] {
        marked(OutgoingLine.response(id: id, result: result))
    }

    package func error(_ id: RequestID, code: Int, message: String, data: JSON?) -> [UInt8] {
        marked(OutgoingLine.error(id: id, code: code, message: message, data: data))
    }

    /// Tells that nobody waits for the answer to `id`; nil where the protocol has no word for it.
    package func cancellation(of id: Int64, reason: String) -> [UInt8]? {
        switch self {
        case .appServer: nil
        case .mcp:
            notification("notifications/cancelled", ["requestId": .integer(id), "reason": .string(reason)])
        }
    }

    /// Every line is an object with members, so the mark goes behind its brace.
    private func marked(_ line: [UInt8]) -> [UInt8] {
        switch self {
        case .appServer: line
        case .mcp: Array(#"{"jsonrpc":"2.0","#.utf8) + line.dropFirst()
        }
    }
}
