import JSONRPC

/// Whose answer an approval got.
package enum Decider: Sendable, Hashable {
    case caller(Caller)
    /// A rule of the configuration, by its name.
    case rule(String)

    package var name: String {
        switch self {
        case .caller(let caller): caller.name
        case .rule(let rule): rule
        }
    }

    /// For a message.
    var fullName: String {
        switch self {
        case .caller(let caller): caller.fullName
        case .rule(let rule): rule
        }
    }

    /// As events and errors tell it.
    var details: JSON {
        switch self {
        case .caller(let caller): caller.details
        case .rule(let rule): ["by": .string(rule), "rule": .string(rule)]
        }
    }
}

extension Caller {
    /// As events and errors tell it.
    var details: JSON {
        var details: JSON = ["by": .string(name)]
        // Where the user is known, the client's name tells two programs of that user apart.
        if !user.isEmpty, let client { details["client"] = .string(client) }
        return details
    }
}

extension JSON {
    /// This object with more members, which take the place of those with the same key.
    func adding(_ more: JSON) -> JSON {
        var result = self
        for member in more.objectValue ?? [] { result[member.key] = member.value }
        return result
    }
}
