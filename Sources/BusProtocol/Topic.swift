/// The first frame of every event: `<kind>.<scope>.<method>` in ASCII.
public struct Topic: Sendable, Hashable, CustomStringConvertible {
    public let kind: EventKind
    /// A thread's id, `w` and a worker's name, or `-` for the daemon.
    public let scope: String
    /// The notification's method, or the daemon's own word.
    public let method: String

    public init(_ kind: EventKind, scope: String, method: String) {
        self.kind = kind
        self.scope = scope
        self.method = method
    }

    /// Reads a topic frame; nil when it is none.
    public init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let kind = EventKind(rawValue: String(parts[0])) else { return nil }
        self.init(kind, scope: String(parts[1]), method: String(parts[2]))
    }

    public var description: String { "\(kind.rawValue).\(scope).\(method)" }

    /// The daemon's scope.
    public static let daemonScope = "-"

    /// The scope of what a worker says of no thread that it owns.
    public static func scope(ofWorker name: String) -> String { "w\(name)" }

    /// A subscription that begins so is echoed once on its own topic (`protocols/bus.md`, joining).
    public static let syncPrefix = "~sync."

    /// Bytes of the longest thread id or worker name.
    public static let longestName = 64

    /// Whether a thread's id or a worker's name may stand in a topic: `[A-Za-z0-9_-]{1,64}`.
    public static func isValidName(_ bytes: some Collection<UInt8>) -> Bool {
        (1...longestName).contains(bytes.count)
            && bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }

    /// Whether a worker's method may stand in a topic: `[A-Za-z0-9_/]{1,96}` and not in the daemon's own name space.
    public static func isValidMethod(_ bytes: some Collection<UInt8>) -> Bool {
        (1...96).contains(bytes.count)
            && bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/") }
            && !bytes.starts(with: "bosun/".utf8) && !bytes.starts(with: "approval/".utf8)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
