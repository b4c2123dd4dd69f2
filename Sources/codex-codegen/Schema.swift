/// The protocol of one codex, as the generator thinks of it.
struct Schema {
    var definitions: [String: Definition] = [:]
    var clientRequests: [Method] = []
    var serverRequests: [Method] = []
    var serverNotifications: [Method] = []
    var clientNotifications: [Method] = []

    var methods: [Method] { clientRequests + serverRequests + serverNotifications + clientNotifications }
}

struct Method: Equatable {
    let name: String
    /// A definition's name.
    let params: String
    /// False when the line may lack them or have null there.
    let paramsRequired: Bool
    /// A definition's name; nil for a notification.
    let response: String?
    /// In the schema without `--experimental`.
    let isStable: Bool
}

/// A named type. A name with a dot (`ThreadItem.UserMessage`) is a type that only its union uses.
struct Definition: Equatable {
    let name: String
    let shape: Shape

    enum Shape: Equatable {
        case record([Member])
        case words([String])
        /// A union that is told apart by the word in one member.
        case tagged(by: String, [TaggedCase])
        /// A union whose cases are words, or objects of one member whose name is the case.
        case wordOrMember(words: [String], members: [MemberCase])
        /// A union without a mark.
        case untagged([Alternative])
        case alias(TypeReference)
    }
}

struct Member: Equatable {
    let name: String
    let type: TypeReference
    let isRequired: Bool
}

struct TaggedCase: Equatable {
    let tag: String
    /// A definition's name; nil when the case has no members of its own.
    let payload: String?
}

struct MemberCase: Equatable {
    let name: String
    let payload: TypeReference
}

struct Alternative: Equatable {
    let name: String
    let type: TypeReference
}

indirect enum TypeReference: Equatable {
    case string, boolean, integer, unsigned, number, any
    case named(String)
    case array(TypeReference)
    case map(TypeReference)
    case nullable(TypeReference)

    var isNullable: Bool {
        if case .nullable = self { true } else { false }
    }

    /// The definition it names, itself or inside.
    var definition: String? {
        switch self {
        case .named(let name): name
        case .array(let inner), .map(let inner), .nullable(let inner): inner.definition
        default: nil
        }
    }
}
