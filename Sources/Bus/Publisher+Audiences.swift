import BusProtocol
import JSONRPC
import ZeroMQ

// The streams of those who hear a part only.
extension Publisher {
    /// That worker is of that group, and so is what it says.
    package func introduce(worker: UInt64, group: String) { groups[worker] = group }

    /// Gives an event that goes out to each audience that hears it.
    func tellAudiences(_ topic: ReadyTopic, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        let parts = topic.bytes.split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return }
        let scope = String(decoding: parts[1], as: UTF8.self)
        // What the daemon says of a thread is of whoever spoke of it last: a worker that does not have it can't.
        let group = header.worker != 0 ? groups[header.worker] : self.group(ofScope: scope)
        for stream in audiences { stream.take(topic, scope: scope, group: group, header, body) }
    }
}
