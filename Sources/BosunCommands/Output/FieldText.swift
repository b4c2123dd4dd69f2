import JSONRPC

/// A member's value as a word in a table.
enum FieldText {
    /// A string as it is, `-` for nothing, else JSON.
    static func of(_ value: JSON?) -> String {
        guard let value, !value.isNull else { return "-" }
        return value.stringValue ?? value.description
    }

    /// `850ms`, `12s`, `4m32s`, `3h05m`.
    static func duration(milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        switch seconds {
        case ..<1: return "\(milliseconds)ms"
        case ..<60: return "\(seconds)s"
        case ..<3600: return "\(seconds / 60)m\(twoDigits(seconds % 60))s"
        default: return "\(seconds / 3600)h\(twoDigits(seconds / 60 % 60))m"
        }
    }
}
