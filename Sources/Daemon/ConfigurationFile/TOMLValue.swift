/// A value of a TOML document, and where it stands.
struct TOMLValue: Equatable {
    enum Content: Equatable {
        case string(String)
        case integer(Int64)
        case number(Double)
        case boolean(Bool)
        /// A date, a time or both: no setting is one.
        case moment
        case array([TOMLValue])
        case table([TOMLMember])
    }

    var content: Content
    /// Of a table with a header: the header's first bracket.
    let position: SourcePosition

    /// What it is, with its article.
    var kind: String {
        switch content {
        case .string: "a string"
        case .integer: "an integer"
        case .number: "a float"
        case .boolean: "a boolean"
        case .moment: "a date or time"
        case .array: "an array"
        case .table: "a table"
        }
    }
}

/// A key of a table, and its value.
struct TOMLMember: Equatable {
    let key: String
    let keyPosition: SourcePosition
    let value: TOMLValue
}
