import BusProtocol
import JSONRPC

/// The body of an event that was published by reference, as far as it has come; the source of its members is
/// `protocols/bus.md`.
struct LargeBody: Sendable {
    let reference: String
    /// In bytes.
    private let size: Int
    /// SHA-256 in hexadecimal digits.
    private let digest: String
    private var bytes: [UInt8] = []

    /// Nil when the event has its body, or nobody says where that is.
    init?(of event: Event) {
        guard event.header.flags.contains(.byReference), let json = try? JSON(parsing: event.body),
            let reference = json["ref"]?.stringValue, let digest = json["sha256"]?.stringValue,
            let size = json["size"]?.intValue.flatMap({ Int(exactly: $0) }), size > 0
        else { return nil }
        self.reference = reference
        self.size = size
        self.digest = digest
    }

    /// The params of `events/body` that ask for the next piece.
    var request: JSON { ["ref": .string(reference), "offset": .integer(Int64(bytes.count))] }

    /// Takes the result of that; gives the whole body with its last piece. Throws `garbageReply` when it is not what was
    /// published.
    mutating func take(_ result: JSON) throws(ClientError) -> [UInt8]? {
        guard let piece = result["data"]?.stringValue.flatMap({ Base64.decode($0) }), !piece.isEmpty,
            piece.count <= size - bytes.count
        else { throw ClientError(.garbageReply, "\(reference): a piece that can't be read") }
        bytes += piece
        guard bytes.count == size else { return nil }
        guard Digest.hexadecimal(bytes.withUnsafeBytes { Digest.sha256($0) }) == digest else {
            throw ClientError(.garbageReply, "\(reference): the body came otherwise than it was published")
        }
        return bytes
    }
}

extension Event {
    /// The same with its own body.
    func whole(_ body: [UInt8]) -> Event {
        var header = header
        header.flags.remove(.byReference)
        return Event(topic: topic, header: header, body: body)
    }
}
