/// The payload of a union's case that has no member of its own.
public struct NoMembers: JSONCodable {
    /// Members that the schema does not know.
    public var additional: [String: JSONValue]

    public init(additional: [String: JSONValue] = [:]) { self.additional = additional }

    public init(json: JSONValue) throws(CodexProtocolError) {
        guard case .object(let members) = json else { throw .wrongType("object", json) }
        additional = members
    }

    public var json: JSONValue { .object(additional) }

    /// `tag` is the member by which the union chose the case, and which it writes.
    init(json: JSONValue, tag: String) throws(CodexProtocolError) {
        try self.init(json: json)
        additional[tag] = nil
    }
}

/// A union that is either a word or an object of one member whose name is the case.
enum WordOrMember {
    case word(String)
    case member(String, JSONValue)
    case other

    init(_ json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .string(let word): self = .word(word)
        case .object(let members):
            guard members.count == 1, let (name, value) = members.first else {
                self = .other
                return
            }
            self = .member(name, value)
        default: throw .wrongType("string or object", json)
        }
    }
}

extension JSONValue {
    /// The word by which a union's case is chosen.
    func tag(_ name: String) throws(CodexProtocolError) -> String {
        var members = try Members(of: self)
        return try members.required(name)
    }

    func tagged(_ name: String, _ tag: String) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[name] = .string(tag)
        return .object(members)
    }

    /// The value of the member `name`.
    @_semantics("optimize.sil.specialize.generic.never")
    func read<Value: JSONConvertible>(at name: String) throws(CodexProtocolError) -> Value {
        do { return try Value(json: self) } catch { throw error.inside(name) }
    }

    /// Whether an object has all of `required`, and in those that `words` names one of the words.
    func has(_ required: String..., words: [String: [String]] = [:]) -> Bool {
        guard case .object(let members) = self else { return false }
        return required.allSatisfy { members[$0] != nil }
            && words.allSatisfy { name, words in members[name]?.string.map(words.contains) ?? false }
    }
}
