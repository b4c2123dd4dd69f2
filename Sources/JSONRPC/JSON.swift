/// A JSON value, for the few texts that are read or made here rather than passed on.
///
/// Values are equal as JSON is: the order of an object's members does not matter, `1` and `1.0` are one number, and
/// strings compare by their code points.
public enum JSON: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// An integer; parsing gives it for those above `Int64.max` only.
    case unsigned(UInt64)
    /// Parsing gives it for numbers with a fraction or an exponent, and for integers beyond 64 bits, rounded. What is
    /// not finite is written as `null`.
    case number(Double)
    case string(String)
    case array([JSON])
    /// Members in their order. Parsing refuses a key that occurs twice; whoever builds one sees to that.
    case object([Member])
    /// Text already known to be valid JSON, written as it is (but for line breaks, which become spaces).
    case raw([UInt8])

    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }

        public static func == (a: Member, b: Member) -> Bool {
            a.key.utf8.elementsEqual(b.key.utf8) && a.value == b.value
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(JSON.string(key))
            hasher.combine(value)
        }
    }

    /// The first member of that key; nil when there is none, or when the value is no object.
    ///
    /// Setting replaces the member, adds it, or takes it out with nil; a value that is no object stays as it is.
    public subscript(key: String) -> JSON? {
        get {
            guard case .object(let members) = resolved else { return nil }
            return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
        }
        set {
            guard case .object(var members) = resolved else { return }
            let index = members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
            switch (index, newValue) {
            case (let index?, let value?): members[index] = Member(key, value)
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key, value))
            case (nil, nil): return
            }
            self = .object(members)
        }
    }

    public var stringValue: String? {
        if case .string(let string) = resolved { string } else { nil }
    }

    /// The number, when it is an integer of that range, however it was written.
    public var intValue: Int64? {
        switch resolved {
        case .integer(let integer): integer
        case .unsigned(let unsigned): Int64(exactly: unsigned)
        case .number(let number): Int64(exactly: number)
        default: nil
        }
    }

    /// A whole number that is not negative.
    public var unsignedValue: UInt64? {
        if case .unsigned(let value) = resolved { return value }
        return intValue.flatMap { UInt64(exactly: $0) }
    }

    public var doubleValue: Double? {
        switch resolved {
        case .integer(let integer): Double(integer)
        case .unsigned(let unsigned): Double(unsigned)
        case .number(let number): number
        default: nil
        }
    }

    public var boolValue: Bool? {
        if case .bool(let bool) = resolved { bool } else { nil }
    }

    public var arrayValue: [JSON]? {
        if case .array(let array) = resolved { array } else { nil }
    }

    public var objectValue: [Member]? {
        if case .object(let members) = resolved { members } else { nil }
    }

    public var isObject: Bool { objectValue != nil }

    public var isNull: Bool {
        if case .null = resolved { true } else { false }
    }

    /// Raw text as the value it stands for. Text that is not valid after all stays as it is and equals only itself.
    var resolved: JSON {
        guard case .raw(let bytes) = self else { return self }
        return (try? JSON(parsing: bytes)) ?? self
    }
}
