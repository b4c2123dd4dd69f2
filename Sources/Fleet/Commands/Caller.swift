/// Who sent a command.
package struct Caller: Sendable, Hashable {
    /// As the daemon knows it: from the socket's peer, never from the request.
    package let user: String
    /// What the client calls itself; nobody is believed by it.
    package let client: String?

    package init(user: String, client: String?) {
        self.user = user
        self.client = client
    }
}
