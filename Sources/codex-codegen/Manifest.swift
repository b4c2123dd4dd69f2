/// What one codex speaks and how Bosun treats it: `protocols/codex/<version>.json`.
struct Manifest: Codable, Equatable {
    let codex: String
    let clientRequests: [String: ClientRequest]
    let serverRequests: [String: ServerRequest]
    let serverNotifications: [String: Notification]
    let clientNotifications: [String: ClientNotification]
    let types: [String: TypeEntry]

    struct ClientRequest: Codable, Equatable {
        let params: String
        let paramsRequired: Bool
        let response: String?
        let stable: Bool
        let role: Role
        let handle: Handle?
    }

    struct ServerRequest: Codable, Equatable {
        let params: String
        let response: String?
    }

    struct Notification: Codable, Equatable {
        let params: String
        let kind: Kind
    }

    struct ClientNotification: Codable, Equatable {
        let params: String
    }

    /// One of the shapes that a `Definition` can have: the members that are not nil say which.
    struct TypeEntry: Codable, Equatable {
        var members: [String: MemberEntry]?
        var words: [String]?
        /// The member that has the case's name; `cases` then are the payloads' types.
        var tag: String?
        /// Without a tag: objects of one member, beside `words`.
        var cases: [String: TypeReference]?
        var alternatives: [TypeReference]?
        var alias: TypeReference?
    }

    struct MemberEntry: Codable, Equatable {
        let type: TypeReference
        let required: Bool
    }

    /// Who may call a method, as the bus has it.
    enum Role: String, Codable {
        case observe, command, admin
        /// Not passed on for anyone.
        case refused
    }

    /// Which topic a notification goes out on: `ev` a state, `dl` a delta or output chunk.
    enum Kind: String, Codable {
        case state = "ev"
        case delta = "dl"
    }

    /// What ties later requests to the worker that got the first.
    struct Handle: Codable, Equatable {
        /// The member with the handle.
        let member: String
        /// Where the member is.
        let source: Source
        let use: Use

        enum Source: String, Codable {
            case params, result
        }

        enum Use: String, Codable {
            case makes, uses, ends
        }
    }
}
