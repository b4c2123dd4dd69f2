import JSONRPC

extension Caller {
    /// Somebody of whom the daemon knows nothing but what the request says.
    package init(unknown client: String?) {
        self.init(user: "", client: client)
    }

    /// The one word for people, and for rules: the user where that is known, else what the client calls itself.
    package var name: String { user.isEmpty ? client ?? Self.nobody : user }

    /// The user, and what the client calls itself: for a message that is to tell one program of a user from another.
    var fullName: String {
        guard !user.isEmpty, let client else { return name }
        return "\(user) (\(client))"
    }

    /// Whether it is nobody that could be told from others.
    var isNobody: Bool { user.isEmpty && client == nil }

    private static let nobody = "unnamed client"

    // MARK: As text, in the journal

    /// The client's name alone where the user is not known, unless that could be taken for more.
    var text: String {
        if user.isEmpty, client?.hasPrefix("{") != true { return client ?? "" }
        var text: JSON = ["user": .string(user)]
        text["client"] = client.map { .string($0) }
        return text.description
    }

    init(text: String) {
        guard text.hasPrefix("{"), let json = try? JSON(parsing: text), let user = json["user"]?.stringValue else {
            self.init(unknown: text.isEmpty ? nil : text)
            return
        }
        self.init(user: user, client: json["client"]?.stringValue)
    }
}
