/// Why a message could not be read: what was expected, what stood there, and where.
public struct CodexProtocolError: Error, Hashable, CustomStringConvertible {
    public enum Code: Sendable {
        /// The bytes are no JSON; `found` says at which byte.
        case notJSON
        /// The value at `path` is of another type than the protocol says.
        case wrongType
        /// The protocol requires a member that is absent; `path` ends with its name.
        case missingMember
    }

    public let code: Code
    public let expected: String
    public let found: String
    /// The message's method; nil when a type was read by itself.
    public private(set) var method: String?
    /// Member names and array indices from the message (or the type read) to the value.
    public private(set) var path: [String] = []

    init(_ code: Code, expected: String, found: String) {
        self.code = code
        self.expected = expected
        self.found = found
    }

    static func wrongType(_ expected: String, _ found: JSONValue) -> CodexProtocolError {
        CodexProtocolError(.wrongType, expected: expected, found: found.kind)
    }

    func inside(_ step: String) -> CodexProtocolError {
        var error = self
        error.path.insert(step, at: 0)
        return error
    }

    func of(method: String) -> CodexProtocolError {
        var error = self
        error.method = method
        return error
    }

    public var description: String {
        let place = [method, path.isEmpty ? nil : path.joined(separator: ".")].compactMap(\.self)
        return (place + ["expected \(expected), found \(found)"]).joined(separator: ": ")
    }
}
