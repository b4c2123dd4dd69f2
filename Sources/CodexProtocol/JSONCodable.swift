/// A type of the protocol. It is written once, against `JSONValue`; `Codable` follows from that for any coder.
public protocol JSONCodable: JSONConvertible, Codable {}

extension JSONCodable {
    /// Throws what the decoder throws, or a `CodexProtocolError`.
    public init(from decoder: any Decoder) throws { try self.init(json: JSONValue(from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

    /// Reads exactly one JSON value.
    public init(parsing bytes: [UInt8]) throws(CodexProtocolError) {
        try self.init(json: JSONValue(parsing: bytes))
    }

    /// One line of JSON.
    public var bytes: [UInt8] { json.bytes }
}
