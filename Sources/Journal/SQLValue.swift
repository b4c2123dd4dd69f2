/// A value for a statement.
enum SQLValue {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    /// As the signed number of the same bits: SQLite has no other.
    init(_ number: UInt64) {
        self = .integer(Int64(bitPattern: number))
    }
}
