package import JSONRPC

/// An error that was answered: JSON-RPC's, a worker's or Bosun's own.
package struct RPCError: Error, Sendable, Equatable, CustomStringConvertible {
    package let code: Int64
    package let message: String
    /// Bosun's stable word, `data.reason`; nil for the errors of others.
    package let reason: String?
    /// Whether the same command, sent again later, may succeed without harm; false for the errors of others.
    package let isRetryable: Bool
    /// The error object as it came.
    package let json: JSON

    /// Nil when it is no error object.
    init?(_ json: JSON) {
        guard let code = json["code"]?.intValue, let message = json["message"]?.stringValue else { return nil }
        self.code = code
        self.message = message
        reason = json["data"]?["reason"]?.stringValue
        isRetryable = reason != nil && json["data"]?["retryable"]?.boolValue == true
        self.json = json
    }

    package var description: String { "\(reason.map { "\($0): " } ?? "")\(message) (\(code))" }
}
