import BusProtocol
import JSONRPC
package import Journal

extension KeyOutcome {
    /// Bytes of a result that is kept; of a larger one only that there was one.
    package static let largestBody = 256 << 10

    /// What is kept of a reply. Nil when nothing has come of the command, so that the same key may try again.
    ///
    /// - Parameter keepsBody: False where result and error may hold a secret, or what a program printed.
    package init?(_ reply: CommandReply, keepsBody: Bool) {
        func kept(_ kind: Kind, _ body: [UInt8], without: Kind) -> (Kind, [UInt8]) {
            keepsBody && body.count <= Self.largestBody ? (kind, body) : (without, [])
        }
        let (kind, body): (Kind, [UInt8]) =
            switch reply {
            case .result(let result): kept(.result, result.serialized(), without: .succeeded)
            case .workerResult(let bytes): kept(.result, bytes, without: .succeeded)
            case .workerError(let bytes): kept(.error, bytes, without: .failed)
            case .invalid(let code, let message):
                (.invalid, (["code": .integer(Int64(code)), "message": .string(message)] as JSON).serialized())
            case .refused(let reason, let message):
                (.refused, (["reason": .string(reason.rawValue), "message": .string(message)] as JSON).serialized())
            case .refusedInDetail(let reason, let message, let details):
                (
                    .refused,
                    (["reason": .string(reason.rawValue), "message": .string(message), "data": details] as JSON)
                        .serialized()
                )
            case .badConfiguration(let problems):
                (.badConfiguration, JSON.array(problems.map { .string($0) }).serialized())
            }
        switch reply {
        case .refused(let reason, _), .refusedInDetail(let reason, _, _): if reason.isRetryable { return nil }
        default: break
        }
        self.init(kind: kind.rawValue, body: String(decoding: body, as: UTF8.self))
    }

    /// The reply that a later command with the key gets.
    package var reply: CommandReply {
        let value = try? JSON(parsing: body)
        switch (Kind(rawValue: kind), value) {
        case (.result, _?): return .workerResult(Array(body.utf8))
        case (.error, _?): return .workerError(Array(body.utf8))
        case (.succeeded, _): return .refused(.resultNotKept, "the command succeeded; its result is not kept")
        case (.failed, _): return .refused(.resultNotKept, "the command failed; its error is not kept")
        case (.invalid, let value?):
            return .invalid(code: Int(value["code"]?.intValue ?? -32603), message: value["message"]?.stringValue ?? "")
        case (.refused, let value?):
            guard let reason = value["reason"]?.stringValue.flatMap(BusErrorReason.init(rawValue:)) else { break }
            let message = value["message"]?.stringValue ?? ""
            return value["data"].map { .refusedInDetail(reason, message, $0) } ?? .refused(reason, message)
        case (.badConfiguration, let value?):
            return .badConfiguration((value.arrayValue ?? []).compactMap(\.stringValue))
        default: break
        }
        return .refused(.indeterminate, "what the command was answered can't be read")
    }

    private enum Kind: String {
        case result, error, succeeded, failed, invalid, refused, badConfiguration
    }
}
