/// A closed list of words as of the schema, with `unknown` for those that another codex has.
public protocol OpenEnum: JSONCodable {
    /// A word that the schema does not list becomes `unknown`.
    init(word: String)
    var word: String { get }
}

extension OpenEnum {
    public init(json: JSONValue) throws(CodexProtocolError) { self.init(word: try String(json: json)) }
    public var json: JSONValue { .string(word) }
}
