public import JSONRPC

/// An error that was answered: JSON-RPC's, a worker's or Bosun's own.
public struct RPCError: Error, Sendable, Equatable, CustomStringConvertible {
    public let code: Int64
    public let message: String
    /// Bosun's stable word, `data.reason`; nil for the errors of others.
    public let reason: String?
    /// The same command may succeed later, and has done nothing now (`data.retryable`); false for the errors of others.
    public let isRetryable: Bool
    /// The error object as it came.
    public let json: JSON

    /// Nil when it is no error object.
    init?(_ json: JSON) {
        guard let code = json["code"]?.intValue, let message = json["message"]?.stringValue else { return nil }
        self.code = code
        self.message = message
        reason = json["data"]?["reason"]?.stringValue
        isRetryable = reason != nil && json["data"]?["retryable"]?.boolValue == true
        self.json = json
    }

    public var description: String { "\(reason.map { "\($0): " } ?? "")\(message) (\(code))" }
}
