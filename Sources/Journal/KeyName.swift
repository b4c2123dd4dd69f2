/// What an idempotency key is unique by: who sent it, what that client calls itself, and the key.
package struct KeyName: Sendable, Hashable {
    package let user: String
    package let client: String
    package let key: String

    package init(user: String, client: String, key: String) {
        self.user = user
        self.client = client
        self.key = key
    }
}
