package import JSONRPC

/// A consumer's request, parsed whole, on its way in.
package struct IncomingCommand: Sendable {
    package let token: CommandToken
    package let request: CommandRequest
    /// Who sent it, as the audit trail names them.
    package let client: String

    package init(token: CommandToken, request: CommandRequest, client: String) {
        self.token = token
        self.request = request
        self.client = client
    }
}
