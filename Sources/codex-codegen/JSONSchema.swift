/// A JSON schema of the part of draft 7 that codex writes.
struct JSONSchema: Decodable {
    var reference: String?
    var types: [String] = []
    var format: String?
    var words: [String]?
    var title: String?
    var properties: [String: JSONSchema] = [:]
    var required: Set<String> = []
    var items: Box?
    /// Nil where the schema says only yes or no; `allowsAdditional` has that.
    var additional: Box?
    var allowsAdditional: Bool?
    var oneOf: [JSONSchema] = []
    var anyOf: [JSONSchema] = []
    var allOf: [JSONSchema] = []

    /// A schema inside a schema.
    final class Box: Decodable {
        let schema: JSONSchema

        init(from decoder: any Decoder) throws { schema = try JSONSchema(from: decoder) }
    }

    private enum CodingKeys: String, CodingKey {
        case reference = "$ref"
        case type, format, title, properties, required, items, oneOf, anyOf, allOf
        case words = "enum"
        case additional = "additionalProperties"
    }

    init(from decoder: any Decoder) throws {
        // `true` is the schema of anything.
        if (try? decoder.singleValueContainer().decode(Bool.self)) != nil { return }
        let members = try decoder.container(keyedBy: CodingKeys.self)
        reference = try members.decodeIfPresent(String.self, forKey: .reference)
        if let one = try? members.decode(String.self, forKey: .type) {
            types = [one]
        } else {
            types = try members.decodeIfPresent([String].self, forKey: .type) ?? []
        }
        format = try members.decodeIfPresent(String.self, forKey: .format)
        words = try members.decodeIfPresent([String].self, forKey: .words)
        title = try members.decodeIfPresent(String.self, forKey: .title)
        properties = try members.decodeIfPresent([String: JSONSchema].self, forKey: .properties) ?? [:]
        required = try members.decodeIfPresent(Set<String>.self, forKey: .required) ?? []
        items = try members.decodeIfPresent(Box.self, forKey: .items)
        if let allowed = try? members.decode(Bool.self, forKey: .additional) {
            allowsAdditional = allowed
        } else {
            additional = try members.decodeIfPresent(Box.self, forKey: .additional)
        }
        oneOf = try members.decodeIfPresent([JSONSchema].self, forKey: .oneOf) ?? []
        anyOf = try members.decodeIfPresent([JSONSchema].self, forKey: .anyOf) ?? []
        allOf = try members.decodeIfPresent([JSONSchema].self, forKey: .allOf) ?? []
    }

    var isNull: Bool { types == ["null"] }
    var alternatives: [JSONSchema] { oneOf.isEmpty ? anyOf : oneOf }
    var isWords: Bool { types == ["string"] && words != nil }
    var isObject: Bool { types == ["object"] || (types.isEmpty && !properties.isEmpty) }

    /// The one word a property may be, if there is but one.
    func constant(of property: String) -> String? {
        guard let words = properties[property]?.words, words.count == 1 else { return nil }
        return words.first
    }
}

/// The file in which `codex app-server generate-json-schema` puts all definitions; those of the second version of the
/// protocol stand one level deeper.
struct JSONSchemaBundle: Decodable {
    let definitions: [String: JSONSchema]

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let bundle = try decoder.container(keyedBy: Name.self)
        let members = try bundle.nestedContainer(keyedBy: Name.self, forKey: Name("definitions"))
        var definitions: [String: JSONSchema] = [:]
        for name in members.allKeys where name.stringValue != "v2" {
            definitions[name.stringValue] = try members.decode(JSONSchema.self, forKey: name)
        }
        if members.contains(Name("v2")) {
            let second = try members.decode([String: JSONSchema].self, forKey: Name("v2"))
            definitions.merge(second) { _, newer in newer }
        }
        self.definitions = definitions
    }
}
