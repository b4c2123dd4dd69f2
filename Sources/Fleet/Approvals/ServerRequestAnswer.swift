package import JSONRPC

/// An answer to a worker's request.
package enum ServerRequestAnswer: Sendable, Equatable {
    case result(JSON)
    case error(code: Int, message: String)
}
