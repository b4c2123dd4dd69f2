package import JSONRPC

/// A param of a method, with its type in the manifest's notation: `string`, `Turn`, `[string]`, `{any}`, `integer?`.
package struct MethodParam: Sendable, Hashable {
    package let name: String
    package let type: String
    package let isRequired: Bool

    package init(_ name: String, _ type: String, isRequired: Bool = false) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
    }

    /// The type as a JSON Schema. Codex's own types are named, not described: its schema does that.
    package static func schema(of type: some StringProtocol) -> JSON {
        if type.last == "?" {
            var schema = schema(of: type.dropLast())
            if let word = schema["type"] { schema["type"] = [word, "null"] }
            return schema
        }
        switch (type.first, type) {
        case ("[", _): return ["type": "array", "items": schema(of: type.dropFirst().dropLast())]
        case ("{", _): return ["type": "object", "additionalProperties": schema(of: type.dropFirst().dropLast())]
        case (_, "string"), (_, "boolean"), (_, "integer"), (_, "number"): return ["type": .string(String(type))]
        case (_, "unsigned"): return ["type": "integer", "minimum": 0]
        case (_, "any"): return [:]
        default: return ["title": .string(String(type))]
        }
    }
}
