/// Which versions of codex a client speaks with.
public struct VersionGuard: Sendable, Hashable {
    /// The oldest; nil for any.
    public var minimum: CodexVersion?
    /// The first that is too new; nil for none.
    public var upTo: CodexVersion?

    /// From 0.133.0 on, the oldest whose sessions this library's types are tested with.
    public init(minimum: CodexVersion? = CodexVersion(0, 133, 0), upTo: CodexVersion? = nil) {
        self.minimum = minimum
        self.upTo = upTo
    }

    /// Any version, also one that can't be read.
    public static let off = VersionGuard(minimum: nil, upTo: nil)

    /// Gives the version, or nil when it can't be read and need not be.
    func check(userAgent: String?, clientName: String) throws(CodexClientError) -> CodexVersion? {
        let version = userAgent.flatMap { CodexVersion(userAgent: $0, clientName: clientName) }
        guard minimum != nil || upTo != nil else { return version }
        guard let userAgent else { throw CodexClientError(.invalidUserAgent, "there is none", method: "initialize") }
        guard let version else {
            throw CodexClientError(.invalidUserAgent, "no version in \"\(userAgent)\"", method: "initialize")
        }
        if let minimum, version < minimum {
            throw CodexClientError(
                .incompatibleVersion, "codex is \(version), \(minimum) is the oldest allowed (\(userAgent))")
        }
        if let upTo, version >= upTo {
            throw CodexClientError(
                .incompatibleVersion, "codex is \(version), only versions before \(upTo) are allowed (\(userAgent))")
        }
        return version
    }
}
