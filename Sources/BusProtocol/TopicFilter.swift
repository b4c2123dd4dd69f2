/// A choice of topics by prefix, as a SUB socket makes it.
public struct TopicFilter: Sendable, Hashable {
    public let prefixes: [String]
    private let bytes: [[UInt8]]

    /// Everything.
    public static let all = TopicFilter([""])

    public init(_ prefixes: [String]) {
        self.prefixes = prefixes
        bytes = prefixes.map { Array($0.utf8) }
    }

    public func matches(_ topic: some Collection<UInt8>) -> Bool {
        bytes.contains { topic.starts(with: $0) }
    }

    /// Whether some topic of that kind, and of that scope if one is given, is among them.
    public func mayMatch(_ kind: EventKind, scope: String? = nil) -> Bool {
        let start = Array("\(kind.rawValue).\(scope.map { "\($0)." } ?? "")".utf8)
        return bytes.contains { $0.starts(with: start) || start.starts(with: $0) }
    }
}
