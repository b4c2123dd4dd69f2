package import BusProtocol

/// Who a request comes from, as the connection that brought it says.
package struct CommandSender: Sendable, Equatable {
    package let user: String
    /// What that user may do at this moment.
    package let roles: Set<Role>
    /// What it is confined to; nil: nothing.
    package let audience: Audience?
    /// Nil where nobody knows.
    package let address: PeerAddress?

    package init(user: String, roles: Set<Role>, audience: Audience? = nil, address: PeerAddress? = nil) {
        self.user = user
        self.roles = roles
        self.audience = audience
        self.address = address
    }
}
