import BusProtocol

/// Events in a row, as one piece of bytes: what the disk keeps as a whole costs it once, not once an event.
///
/// Records lie one behind the other: the record's size and the topic's (4 bytes each, little-endian), header, topic, body.
struct EventBatch {
    let epoch: UInt64
    /// The first and the last event's place in it.
    let first: UInt64
    let last: UInt64
    /// When the latest of its lines was read, in nanoseconds since 1970.
    let newest: UInt64
    let bytes: [UInt8]

    private static let sizes = 8
    /// Bytes of a batch, from which on another one begins.
    static let size = 128 << 10

    /// The events in as few batches as their size asks for, in their order.
    static func batches(of events: [DurableEvent]) -> [EventBatch] {
        var batches: [EventBatch] = []
        var rest = events[...]
        while let first = rest.first {
            var bytes: [UInt8] = []
            var last = first.header
            var newest: UInt64 = 0
            while let event = rest.first, bytes.count < size, event.header.epoch == first.header.epoch {
                append(event, to: &bytes)
                last = event.header
                newest = max(newest, event.header.unixNanoseconds)
                rest.removeFirst()
            }
            batches.append(
                EventBatch(
                    epoch: first.header.epoch, first: first.header.seq, last: last.seq, newest: newest, bytes: bytes))
        }
        return batches
    }

    private static func append(_ event: DurableEvent, to bytes: inout [UInt8]) {
        let size = sizes + EventHeader.size + event.topic.count + event.body.count
        append(UInt32(clamping: size), to: &bytes)
        append(UInt32(clamping: event.topic.count), to: &bytes)
        withUnsafeTemporaryAllocation(byteCount: EventHeader.size, alignment: 8) { header in
            event.header.encode(into: header)
            bytes.append(contentsOf: header)
        }
        bytes.append(contentsOf: event.topic)
        bytes.append(contentsOf: event.body)
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Calls `body` with each event until it answers false. False when the bytes are no batch; what was good was passed on.
    static func forEach(
        in bytes: UnsafeRawBufferPointer,
        _ body: (_ topic: UnsafeRawBufferPointer, EventHeader, _ body: UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        var offset = 0
        while offset < bytes.count {
            guard bytes.count - offset >= sizes + EventHeader.size else { return false }
            let size = Int(number(bytes, at: offset))
            let topicSize = Int(number(bytes, at: offset + 4))
            let topic = offset + sizes + EventHeader.size
            guard size <= bytes.count - offset, sizes + EventHeader.size + topicSize <= size,
                let header = EventHeader(decoding: UnsafeRawBufferPointer(rebasing: bytes[offset + sizes..<topic]))
            else { return false }
            let isWanted = body(
                UnsafeRawBufferPointer(rebasing: bytes[topic..<topic + topicSize]), header,
                UnsafeRawBufferPointer(rebasing: bytes[topic + topicSize..<offset + size]))
            guard isWanted else { return true }
            offset += size
        }
        return true
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
}
