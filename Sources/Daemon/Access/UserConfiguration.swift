package import BusProtocol

/// A `[users.NAME]`: who that is, and what they may do.
package struct UserConfiguration: Sendable, Equatable {
    package var name: String
    /// Who connects over ipc as this uid of the machine's.
    package var uid: UInt32?
    /// Who connects over tcp with the key of this name.
    package var key: String?
    package var roles: Set<Role>
    /// The audience that it is confined to; nil: none.
    package var audience: String?

    package init(name: String, uid: UInt32? = nil, key: String? = nil, roles: Set<Role> = [], audience: String? = nil) {
        self.name = name
        self.uid = uid
        self.key = key
        self.roles = roles
        self.audience = audience
    }

    /// The settings of a user.
    enum Key: String, CaseIterable {
        case uid
        case curve
        case roles
        case audience
    }
}
