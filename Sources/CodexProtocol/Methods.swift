/// The params of a request that the client makes. The type knows its method and what the answer looks like.
public protocol ClientRequestParams: JSONCodable {
    associatedtype Response: JSONCodable
    static var method: String { get }
}

/// The params of a request that codex makes, an approval for one. The type knows its method and the reply's shape.
public protocol ServerRequestParams: JSONCodable {
    associatedtype Response: JSONCodable
    static var method: String { get }
}

/// The params of a notification, from either side. The type knows its method.
public protocol NotificationParams: JSONCodable {
    static var method: String { get }
}

/// A union over the methods of one direction: `{"method": …, "params": …}` without the rest of the line, which
/// `Message` has.
public protocol MethodUnion: JSONCodable {
    /// A method that the schema lacks becomes `unknown`; params that do not fit throw, with the method in the error.
    init(method: String, params: JSONValue?) throws(CodexProtocolError)
    var method: String { get }
    /// Nil when the line has no such member.
    var params: JSONValue? { get }
}

extension MethodUnion {
    public init(json: JSONValue) throws(CodexProtocolError) {
        var members = try Members(of: json)
        try self.init(method: members.required("method"), params: members.optional("params"))
    }

    public var json: JSONValue {
        var members: [String: JSONValue] = ["method": .string(method)]
        members.setOptional("params", params)
        return .object(members)
    }
}

/// Params as the schema has them: required.
@_semantics("optimize.sil.specialize.generic.never")
func readParams<Params: JSONConvertible>(
    _ json: JSONValue?, of method: String
) throws(CodexProtocolError) -> Params {
    guard let json else {
        throw CodexProtocolError(.missingMember, expected: "a value", found: "none").inside("params").of(method: method)
    }
    do { return try Params(json: json) } catch { throw error.inside("params").of(method: method) }
}

/// Params that may be left out.
@_semantics("optimize.sil.specialize.generic.never")
func readParams<Params: JSONConvertible>(
    _ json: JSONValue?, of method: String
) throws(CodexProtocolError) -> Presence<Params> {
    do { return try Presence(json: json) } catch { throw error.inside("params").of(method: method) }
}
