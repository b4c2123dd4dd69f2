/// Reads an object member by member and keeps account of what was asked for, so that the rest is what the schema does
/// not know.
///
/// Not specialized, here and in `JSONConvertible`: a copy for each of a thousand types was a third of the code, and read
/// no message faster.
struct Members {
    private let object: [String: JSONValue]
    private var taken: [String] = []

    /// `tag` is the member that a union has read already to choose the type.
    init(of json: JSONValue, tag: String? = nil) throws(CodexProtocolError) {
        guard case .object(let object) = json else { throw .wrongType("object", json) }
        self.object = object
        if let tag, object[tag] != nil { taken.append(tag) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    mutating func required<Value: JSONConvertible>(_ name: String) throws(CodexProtocolError) -> Value {
        guard let json = take(name) else {
            throw CodexProtocolError(.missingMember, expected: "a value", found: "none").inside(name)
        }
        do { return try Value(json: json) } catch { throw error.inside(name) }
    }

    /// Nil when the member is absent; null is a value like others, and an error where the type has no null.
    @_semantics("optimize.sil.specialize.generic.never")
    mutating func optional<Value: JSONConvertible>(_ name: String) throws(CodexProtocolError) -> Value? {
        guard let json = take(name) else { return nil }
        do { return try Value(json: json) } catch { throw error.inside(name) }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    mutating func presence<Value: JSONConvertible>(_ name: String) throws(CodexProtocolError) -> Presence<Value> {
        do { return try Presence(json: take(name)) } catch { throw error.inside(name) }
    }

    /// What nobody asked for.
    var rest: [String: JSONValue] {
        taken.count == object.count ? [:] : object.filter { !taken.contains($0.key) }
    }

    private mutating func take(_ name: String) -> JSONValue? {
        guard let json = object[name] else { return nil }
        taken.append(name)
        return json
    }
}

extension [String: JSONValue] {
    @_semantics("optimize.sil.specialize.generic.never")
    mutating func set(_ name: String, _ value: some JSONConvertible) { self[name] = value.json }

    @_semantics("optimize.sil.specialize.generic.never")
    mutating func setOptional(_ name: String, _ value: (some JSONConvertible)?) {
        if let value { self[name] = value.json }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    mutating func setPresence<Wrapped>(_ name: String, _ value: Presence<Wrapped>) {
        if let json = value.json { self[name] = json }
    }
}
