/// A member that may be absent, null or a value, where the protocol tells the three apart: `cwd: null` in
/// `turn/start` need not mean what no `cwd` means.
public enum Presence<Value: JSONConvertible>: Hashable, Sendable {
    case absent
    case null
    case value(Value)

    /// Absent when `value` is nil.
    public init(_ value: Value?) { self = value.map(Presence.value) ?? .absent }

    /// Nil when absent and when null.
    public var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    @_semantics("optimize.sil.specialize.generic.never")
    init(json: JSONValue?) throws(CodexProtocolError) {
        self =
            switch json {
            case nil: .absent
            case .null?: .null
            case .some(let json): .value(try Value(json: json))
            }
    }

    var json: JSONValue? {
        switch self {
        case .absent: nil
        case .null: .null
        case .value(let value): value.json
        }
    }
}
