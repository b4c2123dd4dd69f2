extension TypeReference: Codable, CustomStringConvertible {
    /// As the manifest has it: `string`, `Turn`, `[ThreadItem]`, `{string}` (an object of strings), `integer?`.
    var description: String {
        switch self {
        case .string: "string"
        case .boolean: "boolean"
        case .integer: "integer"
        case .unsigned: "unsigned"
        case .number: "number"
        case .any: "any"
        case .named(let name): name
        case .array(let element): "[\(element)]"
        case .map(let value): "{\(value)}"
        case .nullable(let inner): "\(inner)?"
        }
    }

    /// Whatever is no word of the notation is a definition's name.
    init(notation: some StringProtocol) {
        switch notation {
        case "string": self = .string
        case "boolean": self = .boolean
        case "integer": self = .integer
        case "unsigned": self = .unsigned
        case "number": self = .number
        case "any": self = .any
        default:
            let inside = notation.dropFirst().dropLast()
            switch (notation.first, notation.last) {
            case (_, "?"): self = .nullable(TypeReference(notation: String(notation.dropLast())))
            case ("[", "]"): self = .array(TypeReference(notation: String(inside)))
            case ("{", "}"): self = .map(TypeReference(notation: String(inside)))
            default: self = .named(String(notation))
            }
        }
    }

    init(from decoder: any Decoder) throws {
        self.init(notation: try decoder.singleValueContainer().decode(String.self))
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(description)
    }
}
