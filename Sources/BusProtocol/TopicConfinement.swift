/// The topics that an audience may be told of at a moment.
public struct TopicConfinement: Sendable, Hashable {
    public let audience: Audience
    /// The threads and workers that it sees; nil: all.
    public let scopes: Set<String>?

    public init(_ audience: Audience, scopes: Set<String>?) {
        self.audience = audience
        self.scopes = scopes
    }

    public func admits(scope: String) -> Bool { scopes?.contains(scope) ?? true }

    public func admits(_ kind: EventKind, scope: String?) -> Bool {
        guard audience.kinds.contains(kind) || kind == .system else { return false }
        return scope.map { $0 == Topic.daemonScope || admits(scope: $0) } ?? true
    }

    public func admits(_ topic: some Collection<UInt8>) -> Bool {
        guard let topic = Topic(parsing: String(decoding: topic, as: UTF8.self)) else { return false }
        if topic.scope == Topic.daemonScope { return Audience.daemonMethods.contains(topic.method) }
        return admits(topic.kind, scope: topic.scope)
    }
}
