public import BusProtocol
public import JSONRPC
import ZeroMQ

/// One event as it was published: three frames.
public struct Event: Sendable {
    public let topic: Topic
    public let header: EventHeader
    /// A worker's own line, or what the daemon says: by contract one JSON object on one line.
    public let body: [UInt8]

    public init(topic: Topic, header: EventHeader, body: [UInt8]) {
        self.topic = topic
        self.header = header
        self.body = body
    }

    /// The body as a value; nil when it is no JSON, against the contract.
    public var json: JSON? {
        do throws(JSONError) { return try JSON(parsing: body) } catch { return nil }
    }

    /// Its place in the order of all.
    public var cursor: EventCursor { EventCursor(epoch: header.epoch, seq: header.seq) }

    init(_ message: borrowing Multipart) throws(ClientError) {
        guard message.count == 3, message.discarded == 0 else {
            let count = message.count + message.discarded
            throw ClientError(.malformedEvent, "an event has three frames, not \(count)")
        }
        guard let topic = Topic(parsing: message[0].text) else {
            throw ClientError(.malformedEvent, "no topic: \(String(message[0].text.prefix(120)))")
        }
        guard let header = message[1].withUnsafeBytes({ EventHeader(decoding: $0) }) else {
            throw ClientError(.malformedEvent, "\(topic): a header of \(message[1].count) bytes that can't be read")
        }
        self.init(topic: topic, header: header, body: message[2].bytes)
    }
}
