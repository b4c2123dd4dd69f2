/// What a command was answered, as far as it is kept.
package struct KeyOutcome: Sendable, Hashable {
    /// A word for what `body` is.
    package let kind: String
    /// JSON; empty when none is kept.
    package let body: String

    package init(kind: String, body: String) {
        self.kind = kind
        self.body = body
    }
}
