import BusProtocol
import JSONRPC

/// One message of the events' socket.
struct Event: CustomStringConvertible {
    let topic: String
    let header: EventHeader
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var json: JSON { (try? JSON(parsing: body)) ?? .null }

    var isFromDaemon: Bool { header.flags.contains(.madeByDaemon) }

    /// `kind` and `scope`, what a scopeSeq counts.
    var stream: Substring { topic.split(separator: ".").prefix(2).last.map { topic[..<$0.endIndex] } ?? "" }

    var description: String { "\(topic) \(text.prefix(300))" }
}
