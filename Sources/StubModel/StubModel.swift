private import Synchronization

/// The OpenAI Responses API on loopback, costing nothing: what it answers is written in the last user message.
///
/// It keeps nothing from one request to the next, so threads that use it at once do not disturb each other.
package final class StubModel: Sendable {
    private let daemon: Mutex<HTTPDaemon?>
    /// The port it serves on.
    package let port: UInt16

    /// What goes into codex's `base_url`.
    package var baseURL: String { "http://127.0.0.1:\(port)/v1" }

    /// Serves from now on until `stop()`; port 0 lets the system choose.
    package init(port: UInt16 = 0, limits: StubModelLimits = StubModelLimits()) throws(StubModelError) {
        let daemon = try HTTPDaemon(port: port, limits: limits) { Self.answer(to: $0) }
        self.port = daemon.port
        self.daemon = Mutex(consume daemon)
    }

    /// Closes every connection and gives the port back.
    package func stop() {
        daemon.withLock { $0 = nil }
    }

    private static func answer(to request: HTTPRequest) -> HTTPAnswer {
        switch (request.method, request.path) {
        case ("POST", "/v1/responses"):
            do throws(StubModelError) {
                return try answer(to: ResponsesRequest(parsing: request.body))
            } catch {
                return .error(
                    status: 400, type: "invalid_request_error", code: error.code.rawValue, message: error.description)
            }
        default:
            return .error(
                status: 404, type: "invalid_request_error", code: "not_found",
                message: "no \(request.method) \(request.path) here; there is POST /v1/responses")
        }
    }

    private static func answer(to request: ResponsesRequest) throws(StubModelError) -> HTTPAnswer {
        let directive = try directive(for: request)
        let id = String(UInt64.random(in: 0 ... .max), radix: 16)
        switch directive.answer {
        case .message(let message):
            return HTTPAnswer(
                events: EventStream(message: message, id: id), waitMilliseconds: directive.waitMilliseconds)
        case .command(let command):
            return HTTPAnswer(
                events: EventStream(command: command, id: id), waitMilliseconds: directive.waitMilliseconds)
        case .failure(let status):
            return .error(
                status: status, type: "server_error", code: "as_asked", message: "the directive asked for this",
                waitMilliseconds: directive.waitMilliseconds)
        }
    }

    private static func directive(for request: ResponsesRequest) throws(StubModelError) -> Directive {
        let directives = try DirectiveParser.directives(in: request.userMessage)
        let step = request.callOutputs.count
        if step < directives.count { return directives[step] }
        return Directive(.message(request.callOutputs.last.map { .outcome($0) } ?? .greeting))
    }
}
