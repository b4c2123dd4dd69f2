import JSONRPC

/// A value that a schema of `protocols/schemas` allows: enough of JSON Schema for what these say.
struct SchemaSample {
    enum Extent: CaseIterable {
        /// Only what must be there.
        case least
        /// All that is named.
        case whole
    }

    private let extent: Extent
    /// The schemas by their files' names.
    private let schemas: [String: JSON]

    init(_ extent: Extent) throws {
        self.extent = extent
        schemas = try Dictionary(
            uniqueKeysWithValues: Checkout.files("protocols/schemas", [".json"]).map {
                ($0.path, try JSON(parsing: Array($0.text.utf8)))
            })
    }

    func value(of file: String) -> JSON { value(schemas[file] ?? .null, in: file) }

    private func value(_ schema: JSON, in file: String) -> JSON {
        if let constant = schema["const"] { return constant }
        if let first = schema["enum"]?.arrayValue?.first { return first }
        if isObject(schema, in: file) { return .object(members(schema, in: file)) }
        if let reference = schema["$ref"]?.stringValue {
            let (other, place) = resolve(reference, in: file)
            return value(other, in: place)
        }
        if let first = (schema["anyOf"] ?? schema["oneOf"])?.arrayValue?.first { return value(first, in: file) }
        switch schema["type"]?.stringValue ?? schema["type"]?.arrayValue?.first?.stringValue {
        case "integer", "number": return 7
        case "boolean": return true
        case "array": return schema["items"].map { .array([value($0, in: file)]) } ?? []
        case "string": return "some"
        default: return .null
        }
    }

    private func isObject(_ schema: JSON, in file: String) -> Bool {
        if schema["type"] == "object" || schema["allOf"] != nil { return true }
        guard let reference = schema["$ref"]?.stringValue else { return false }
        let (other, place) = resolve(reference, in: file)
        return isObject(other, in: place)
    }

    /// Those of all that the schema is put together from; the schema's own win.
    private func members(_ schema: JSON, in file: String) -> [JSON.Member] {
        var members: [JSON.Member] = []
        func add(_ member: JSON.Member) {
            members.removeAll { $0.key == member.key }
            members.append(member)
        }
        for part in schema["allOf"]?.arrayValue ?? [] { self.members(part, in: file).forEach(add) }
        if let reference = schema["$ref"]?.stringValue {
            let (other, place) = resolve(reference, in: file)
            self.members(other, in: place).forEach(add)
        }
        let either = schema["oneOf"]?.arrayValue?.first?["required"]?.arrayValue ?? []
        let required = ((schema["required"]?.arrayValue ?? []) + either).compactMap(\.stringValue)
        for property in schema["properties"]?.objectValue ?? []
        where extent == .whole || required.contains(property.key) || property.value["const"] != nil {
            add(JSON.Member(property.key, value(property.value, in: file)))
        }
        return members
    }

    /// `common.json#/$defs/name`, or a whole file.
    private func resolve(_ reference: String, in file: String) -> (JSON, String) {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts[0].isEmpty ? file : String(parts[0])
        let path = parts.count > 1 ? parts[1].split(separator: "/") : []
        return (path.reduce(schemas[place] ?? .null) { $0[String($1)] ?? .null }, place)
    }
}
