import JSONRPC

extension Caller {
    /// Somebody of whom the daemon knows nothing but what the request says.
    package init(unknown client: String?) {
        self.init(user: "", client: client)
    }

    /// The one word for people, and for rules: the user where that is known, else what the client calls itself.
    package var name: String { user.isEmpty ? client ?? Self.nobody : user }

    /// Whether it is nobody that could be told from others.
    var isNobody: Bool { user.isEmpty && client == nil }

    private static let nobody = "unnamed client"

    // MARK: As text, in the journal

    /// The client's name alone where the user is not known.
    var text: String {
        guard !user.isEmpty else { return client ?? "" }
        return JSON.object([.init("user", .string(user))] + (client.map { [.init("client", .string($0))] } ?? []))
            .description
    }

    init(text: String) {
        guard let json = try? JSON(parsing: text), let user = json["user"]?.stringValue, !user.isEmpty else {
            self.init(unknown: text.isEmpty ? nil : text)
            return
        }
        self.init(user: user, client: json["client"]?.stringValue)
    }
}
