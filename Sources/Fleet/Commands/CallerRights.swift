package import BusProtocol

/// What a user may do at this moment.
package struct CallerRights: Sendable, Hashable {
    /// None of somebody who is no user any more.
    package let roles: Set<Role>
    /// What it is confined to; nil: nothing.
    package let audience: Audience?

    package init(roles: Set<Role>, audience: Audience? = nil) {
        self.roles = roles
        self.audience = audience
    }
}
