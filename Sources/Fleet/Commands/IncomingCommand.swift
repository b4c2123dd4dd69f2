package import BusProtocol
package import JSONRPC

/// A consumer's request, parsed whole, on its way in.
package struct IncomingCommand: Sendable {
    package let token: CommandToken
    package let request: CommandRequest
    package let caller: Caller
    /// What the caller may do at this moment.
    package let roles: Set<Role>
    /// What the caller is confined to; nil: nothing.
    package let audience: Audience?
    /// Where the caller is, for the ledger: who it is does not depend on that. Nil where nobody knows.
    package let address: PeerAddress?

    package init(
        token: CommandToken, request: CommandRequest, caller: Caller, roles: Set<Role>, audience: Audience? = nil,
        address: PeerAddress? = nil
    ) {
        self.token = token
        self.request = request
        self.caller = caller
        self.roles = roles
        self.audience = audience
        self.address = address
    }

    /// The same caller's, worded anew.
    func with(_ request: CommandRequest) -> IncomingCommand {
        IncomingCommand(
            token: token, request: request, caller: caller, roles: roles, audience: audience, address: address)
    }

    /// The same, by what its caller may do meanwhile.
    func with(_ rights: CallerRights) -> IncomingCommand {
        IncomingCommand(
            token: token, request: request, caller: caller, roles: rights.roles, audience: rights.audience,
            address: address)
    }
}
