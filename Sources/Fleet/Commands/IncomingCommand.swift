package import JSONRPC

/// A consumer's request, parsed whole, on its way in.
package struct IncomingCommand: Sendable {
    package let token: CommandToken
    package let request: CommandRequest
    package let caller: Caller

    /// - Parameter caller: Nil: nothing is known of it but what the request says.
    package init(token: CommandToken, request: CommandRequest, caller: Caller? = nil) {
        self.token = token
        self.request = request
        self.caller = caller ?? Caller(unknown: request.meta["client"]?.stringValue)
    }
}
