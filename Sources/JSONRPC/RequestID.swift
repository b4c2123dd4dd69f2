/// The id of a JSON-RPC request. `1` and `"1"` are two ids.
package enum RequestID: Hashable, Sendable, CustomStringConvertible {
    case number(Int64)
    case string(String)

    /// Byte for byte: Swift's own comparison takes `é` in one and in two code points for the same.
    package static func == (a: RequestID, b: RequestID) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .number(let number):
            hasher.combine(number)
        case .string(var string):
            string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// Nil for what is neither an integer of 64 bits nor a string.
    package init?(json: JSON) {
        if let string = json.stringValue {
            self = .string(string)
        } else if let number = json.intValue {
            self = .number(number)
        } else {
            return nil
        }
    }

    package var json: JSON {
        switch self {
        case .number(let number): .integer(number)
        case .string(let string): .string(string)
        }
    }

    package var description: String { json.description }
}
