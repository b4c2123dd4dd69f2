extension JSON {
    /// Text that is the same for values that are equal, and for no others: members in the order of their keys' bytes, each
    /// number in one form.
    package var canonical: [UInt8] {
        var output: [UInt8] = []
        ordered.append(to: &output)
        return output
    }

    private var ordered: JSON {
        let value = resolved
        switch value {
        case .array(let elements): return .array(elements.map(\.ordered))
        case .object(let members):
            return .object(Self.sorted(members).map { Member($0.key, $0.value.ordered) })
        case .number(let number):
            // An integer in disguise, `1.0` or `1e3`, is the integer.
            if let natural = UInt64(exactly: number) { return .unsigned(natural) }
            return Int64(exactly: number).map { .integer($0) } ?? value
        default: return value
        }
    }
}
