/// Who hears and sees a part of the fleet only: the users of an endpoint of their own.
public struct Audience: Sendable, Hashable {
    public let name: String
    /// What it hears, besides `sy`.
    public let kinds: Set<EventKind>
    /// The groups whose workers, and their threads, it sees; nil: those of all, if it names no threads either.
    public let groups: Set<String>?
    /// Threads that it sees whoever has them; not the threads of their subagents.
    public let threads: Set<String>?

    public init(
        name: String, kinds: Set<EventKind> = Set(EventKind.allCases), groups: Set<String>? = nil,
        threads: Set<String>? = nil
    ) {
        self.name = name
        self.kinds = kinds
        self.groups = groups
        self.threads = threads
    }

    public var seesAllScopes: Bool { groups == nil && threads == nil }

    public func sees(group: String?) -> Bool {
        seesAllScopes || group.map { groups?.contains($0) ?? false } ?? false
    }

    /// Whether it hears an event.
    ///
    /// - Parameter group: of the worker that it is of, or that has its thread; nil: nobody knows.
    public func hears(_ kind: EventKind, scope: String, method: some StringProtocol, group: String?) -> Bool {
        guard kinds.contains(kind) || kind == .system else { return false }
        // What the daemon says of itself names workers and groups, but for these.
        if scope == Topic.daemonScope { return Self.daemonMethods.contains(String(method)) }
        return sees(group: group) || threads?.contains(scope) ?? false
    }

    static let daemonMethods: Set<String> = ["heartbeat", "bye"]
}
