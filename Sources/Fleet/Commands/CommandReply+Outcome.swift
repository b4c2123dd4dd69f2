import BusProtocol
import JSONRPC

extension CommandReply {
    /// As JSON-RPC has it: a result, or an error object. Bosun's own errors carry `data.reason` and `data.retryable`.
    var outcome: Result<JSON, RPCError> {
        switch self {
        case .result(let result): .success(result)
        case .workerResult(let bytes): .success(.raw(bytes))
        case .workerError(let bytes): .failure(RPCError(object: .raw(bytes)))
        case .invalid(let code, let message):
            .failure(RPCError(object: ["code": .integer(Int64(code)), "message": .string(message)]))
        case .refused(let reason, let message):
            .failure(
                RPCError(object: [
                    "code": .integer(Int64(reason.code)), "message": .string(message),
                    "data": ["reason": .string(reason.rawValue), "retryable": .bool(reason.isRetryable)],
                ]))
        }
    }
}
