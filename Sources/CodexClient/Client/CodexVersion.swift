/// A version of codex.
public struct CodexVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The first number.
    public let major: Int
    /// The second number.
    public let minor: Int
    /// The third number.
    public let patch: Int
    /// As "alpha.2"; such a version is older than the one it leads to.
    public let prerelease: String?

    /// A version by its parts.
    public init(_ major: Int, _ minor: Int, _ patch: Int, prerelease: String? = nil) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.prerelease = prerelease
    }

    /// Reads `0.163.0` or `0.164.0-alpha.2`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let values = numbers.compactMap { $0.allSatisfy(\.isASCII) && $0.first?.isNumber == true ? Int($0) : nil }
        guard numbers.count == 3, values.count == 3, parts.count == 1 || !parts[1].isEmpty else { return nil }
        self.init(values[0], values[1], values[2], prerelease: parts.count == 2 ? String(parts[1]) : nil)
    }

    /// Reads it out of what `initialize` answers: `<clientInfo.name>/0.163.0 (…)` (measured on 0.133.0 to 0.163.0).
    ///
    /// The client's name may hold anything, a version of its own too: that name is passed over first.
    public init?(userAgent: String, clientName: String) {
        let rest = userAgent.hasPrefix("\(clientName)/") ? userAgent.dropFirst(clientName.count) : userAgent[...]
        for part in rest.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            if let version = CodexVersion(part.prefix { !$0.isWhitespace }) {
                self = version
                return
            }
        }
        return nil
    }

    /// Older; by numbers, not by letters.
    public static func < (a: CodexVersion, b: CodexVersion) -> Bool {
        let (left, right) = ((a.major, a.minor, a.patch), (b.major, b.minor, b.patch))
        guard left == right else { return left < right }
        switch (a.prerelease, b.prerelease) {
        case (nil, _): return false
        case (_?, nil): return true
        case (let a?, let b?): return isOlder(a, b)
        }
    }

    /// By parts, numbers as numbers: alpha.9 is older than alpha.10.
    private static func isOlder(_ a: String, _ b: String) -> Bool {
        let (left, right) = (a.split(separator: "."), b.split(separator: "."))
        for (a, b) in zip(left, right) where a != b {
            if let a = Int(a), let b = Int(b) { return a < b }
            return a < b
        }
        return left.count < right.count
    }

    /// As codex writes it.
    public var description: String { "\(major).\(minor).\(patch)" + (prerelease.map { "-\($0)" } ?? "") }
}
