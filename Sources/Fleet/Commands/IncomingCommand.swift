package import JSONRPC

/// A consumer's request, parsed whole, on its way in.
package struct IncomingCommand: Sendable {
    package let token: CommandToken
    package let request: CommandRequest

    package init(token: CommandToken, request: CommandRequest) {
        self.token = token
        self.request = request
    }
}
