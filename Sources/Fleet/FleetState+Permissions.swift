import BusProtocol
import JSONRPC

extension MethodEntry {
    /// The roles that it takes with these params. Of what nobody may call there are none.
    func needs(with params: JSON) -> Set<Role> {
        guard let role else { return [] }
        return role == .command && PolicyLoosening.param(in: params, known: self.params) != nil
            ? [role, .admin] : [role]
    }
}

extension FleetState {
    /// Why the caller may not do that, if so.
    static func refusal(of command: IncomingCommand, _ entry: MethodEntry, _ params: JSON) -> String? {
        guard let role = entry.role else {
            guard case .appServer(let method) = entry.target, let refusal = method.refusal else {
                return "\(entry.name) is for nobody"
            }
            return "\(entry.name): \(refusal)"
        }
        guard command.roles.contains(role) else { return needs(role, entry.name, command) }
        guard role == .command, !command.roles.contains(.admin) else { return nil }
        return PolicyLoosening.param(in: params, known: entry.params).map {
            "params.\($0) of " + needs(.admin, entry.name, command)
        }
    }

    private static func needs(_ role: Role, _ method: String, _ command: IncomingCommand) -> String {
        "\(method) needs the role \(role.rawValue), which \(command.caller.user) does not have"
    }
}
