extension JSON: Hashable {
    public static func == (a: JSON, b: JSON) -> Bool {
        switch (a.resolved, b.resolved) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): equal(a, b)
        case (.raw(let a), .raw(let b)): a == b
        case (let a, let b): a.numeral.map { $0 == b.numeral } ?? false
        }
    }

    /// Most objects that are equal have their members in the same order; only the others are sorted.
    private static func equal(_ a: [Member], _ b: [Member]) -> Bool {
        guard a.count == b.count else { return false }
        return a == b || sorted(a) == sorted(b)
    }

    static func sorted(_ members: [Member]) -> [Member] {
        members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    /// A number in the one form in which equal numbers are the same.
    private enum Numeral: Hashable {
        case negative(Int64)
        case natural(UInt64)
        case fraction(Double)
    }

    private var numeral: Numeral? {
        switch self {
        case .integer(let integer): UInt64(exactly: integer).map { .natural($0) } ?? .negative(integer)
        case .unsigned(let unsigned): .natural(unsigned)
        case .number(let number):
            if let natural = UInt64(exactly: number) {
                .natural(natural)
            } else if let integer = Int64(exactly: number) {
                .negative(integer)
            } else {
                .fraction(number)
            }
        default: nil
        }
    }

    public func hash(into hasher: inout Hasher) {
        let value = resolved
        switch value {
        case .null: hasher.combine(0)
        case .bool(let bool): hasher.combine(bool)
        case .integer, .unsigned, .number: hasher.combine(value.numeral)
        case .string(var string):
            string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            hasher.combine(0xFF as UInt8)
        case .array(let array): hasher.combine(array)
        case .object(let members):
            // A sum, because the order does not matter.
            hasher.combine(members.count)
            hasher.combine(members.reduce(0) { $0 &+ $1.hashValue })
        case .raw(let bytes): hasher.combine(bytes)
        }
    }
}
