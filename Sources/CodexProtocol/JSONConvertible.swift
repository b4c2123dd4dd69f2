/// What can be read from a JSON value and written as one, without loss.
public protocol JSONConvertible: Hashable, Sendable {
    /// Throws `wrongType` or `missingMember` with the path from this value.
    init(json: JSONValue) throws(CodexProtocolError)
    var json: JSONValue { get }
}

extension JSONValue: JSONConvertible {
    public init(json: JSONValue) { self = json }
    public var json: JSONValue { self }
}

extension String: JSONConvertible {
    public init(json: JSONValue) throws(CodexProtocolError) {
        guard case .string(let string) = json else { throw .wrongType("string", json) }
        self = string
    }

    public var json: JSONValue { .string(self) }
}

extension Bool: JSONConvertible {
    public init(json: JSONValue) throws(CodexProtocolError) {
        guard case .bool(let bool) = json else { throw .wrongType("boolean", json) }
        self = bool
    }

    public var json: JSONValue { .bool(self) }
}

extension Int: JSONConvertible {
    public init(json: JSONValue) throws(CodexProtocolError) {
        guard case .integer(let integer) = json else { throw .wrongType("integer", json) }
        self = Int(integer)
    }

    public var json: JSONValue { .integer(Int64(self)) }
}

extension UInt64: JSONConvertible {
    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .integer(let integer) where integer >= 0: self = UInt64(integer)
        case .unsigned(let unsigned): self = unsigned
        default: throw .wrongType("integer from 0", json)
        }
    }

    public var json: JSONValue { Int64(exactly: self).map(JSONValue.integer) ?? .unsigned(self) }
}

extension Double: JSONConvertible {
    public init(json: JSONValue) throws(CodexProtocolError) {
        switch json {
        case .number(let number): self = number
        case .integer(let integer): self = Double(integer)
        case .unsigned(let unsigned): self = Double(unsigned)
        default: throw .wrongType("number", json)
        }
    }

    public var json: JSONValue { .number(self) }
}

extension Optional: JSONConvertible where Wrapped: JSONConvertible {
    @_semantics("optimize.sil.specialize.generic.never")
    public init(json: JSONValue) throws(CodexProtocolError) {
        self = json == .null ? .none : .some(try Wrapped(json: json))
    }

    public var json: JSONValue {
        @_semantics("optimize.sil.specialize.generic.never")
        get { map(\.json) ?? .null }
    }
}

extension Array: JSONConvertible where Element: JSONConvertible {
    @_semantics("optimize.sil.specialize.generic.never")
    public init(json: JSONValue) throws(CodexProtocolError) {
        guard case .array(let values) = json else { throw .wrongType("array", json) }
        self = []
        reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            do { append(try Element(json: value)) } catch { throw error.inside(String(index)) }
        }
    }

    public var json: JSONValue {
        @_semantics("optimize.sil.specialize.generic.never")
        get { .array(map(\.json)) }
    }
}

extension Dictionary: JSONConvertible where Key == String, Value: JSONConvertible {
    @_semantics("optimize.sil.specialize.generic.never")
    public init(json: JSONValue) throws(CodexProtocolError) {
        guard case .object(let members) = json else { throw .wrongType("object", json) }
        self = Dictionary(minimumCapacity: members.count)
        for (name, value) in members {
            do { self[name] = try Value(json: value) } catch { throw error.inside(name) }
        }
    }

    public var json: JSONValue {
        @_semantics("optimize.sil.specialize.generic.never")
        get { .object(mapValues(\.json)) }
    }
}
