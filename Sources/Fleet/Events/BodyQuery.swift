package import BusProtocol
import JSONRPC

/// What a consumer asks of `events/body`.
package struct BodyQuery: Sendable, Hashable {
    package let reference: EventReference
    /// In bytes of the body.
    package let offset: Int
    package let count: Int

    /// Bytes of one answer, and of one when nobody says.
    static let longest = 1 << 20

    init(params: JSON) throws(InvalidParams) {
        guard let reference = params["ref"]?.stringValue.flatMap({ EventReference($0) }) else {
            throw InvalidParams("params.ref is the ref of an event's body")
        }
        guard let offset = Self.number(params["offset"], otherwise: 0), offset >= 0 else {
            throw InvalidParams("params.offset is in bytes, 0 or more")
        }
        guard let count = Self.number(params["length"], otherwise: Self.longest), (1...Self.longest).contains(count)
        else {
            throw InvalidParams("params.length is from 1 to \(Self.longest) bytes")
        }
        self.reference = reference
        self.offset = offset
        self.count = count
    }

    private static func number(_ value: JSON?, otherwise: Int) -> Int? {
        guard let value else { return otherwise }
        return value.intValue.flatMap { Int(exactly: $0) }
    }
}
