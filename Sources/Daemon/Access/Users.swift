import BusProtocol
import Fleet

/// Who may do what, as it is in force.
struct Users: Sendable, Equatable {
    struct User: Sendable, Equatable {
        let name: String
        let roles: Set<Role>
        /// What it is confined to; nil: nothing.
        var audience: Audience?
    }

    private var users: [Credential: User] = [:]

    /// What the machine's is called when the configuration does not name it.
    static let rootName = "root"

    /// - Parameters:
    ///   - keys: the public keys that are good, by name. A user whose key is not among them is not let in by it.
    ///   - audiences: those that users are confined to, by name.
    ///   - ownUID: the daemon's: like root's it has all roles, unless the configuration says otherwise.
    init(
        _ configured: [UserConfiguration], audiences: [AudienceConfiguration] = [], keys: [String: String],
        ownUID: UInt32
    ) {
        for uid in [0, ownUID] {
            users[.uid(uid)] = User(name: uid == 0 ? Self.rootName : "uid \(uid)", roles: Set(Role.allCases))
        }
        for user in configured {
            let audience = user.audience.flatMap { name in audiences.first { $0.audience.name == name } }
            let entry = User(name: user.name, roles: user.roles, audience: audience?.audience)
            if let uid = user.uid { users[.uid(uid)] = entry }
            if let key = user.key.flatMap({ keys[$0] }) { users[.key(key)] = entry }
        }
    }

    /// Nil for who may do nothing.
    subscript(credential: Credential) -> User? { users[credential] }

    /// What whoever is called so may do, by whichever credential; nothing when it is no user.
    func rights(ofUser name: String) -> CallerRights {
        let user = users.values.first { $0.name == name }
        return CallerRights(roles: user?.roles ?? [], audience: user?.audience)
    }

    /// Whether somebody who could hear events, or connect at all, can't any more.
    func takesAnythingAway(from old: Users) -> Bool {
        old.users.contains { credential, user in
            guard let now = users[credential] else { return true }
            return user.roles.contains(.observe)
                && (!now.roles.contains(.observe) || now.audience != user.audience && now.audience != nil)
        }
    }
}
