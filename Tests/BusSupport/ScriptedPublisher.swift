import BusProtocol
package import ZeroMQ

/// An events' socket that publishes what a test says when a subscriber asks for its echo.
package enum ScriptedPublisher {
    /// Does what is to happen at a sync, whose topic it gets.
    package typealias AtSync = @Sendable (_ sync: String, _ socket: borrowing Socket) throws -> Void

    package static func events(
        at path: String, subscribed: @escaping @Sendable (String) -> Void = { _ in }, _ atSync: @escaping AtSync
    ) throws -> ScriptedSocket {
        try ScriptedSocket(.xpub, at: path) { message, socket in
            let bytes = message[0].bytes
            guard bytes.first == 1 else { return true }
            let topic = String(decoding: bytes.dropFirst(), as: UTF8.self)
            subscribed(topic)
            if topic.hasPrefix(Topic.syncPrefix) { try atSync(topic, socket) }
            return true
        }
    }

    package static func header(epoch: UInt64 = 1, seq: UInt64, scopeSeq: UInt64 = 1) -> [UInt8] {
        let header = EventHeader(epoch: epoch, seq: seq, scopeSeq: scopeSeq, unixNanoseconds: 1_000_000)
        var bytes = [UInt8](repeating: 0, count: EventHeader.size)
        bytes.withUnsafeMutableBytes { header.encode(into: $0) }
        return bytes
    }

    package static func publish(_ frames: [[UInt8]], on socket: borrowing Socket) throws {
        for (index, frame) in frames.enumerated() { try socket.send(copying: frame, more: index < frames.count - 1) }
    }

    package static func publish(
        _ topic: String, epoch: UInt64 = 1, seq: UInt64, scopeSeq: UInt64 = 1, body: String = "{}",
        on socket: borrowing Socket
    ) throws {
        try publish(
            [Array(topic.utf8), header(epoch: epoch, seq: seq, scopeSeq: scopeSeq), Array(body.utf8)], on: socket)
    }
}
