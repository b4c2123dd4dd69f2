package import BusProtocol

/// The last deltas, as they were published, in a piece of memory of one size: what a consumer that missed some can get
/// back. Older ones are overwritten; the whole text stands in the item's end, which the journal keeps.
///
/// Records lie one behind the other, each whole: size and topic's size (4 bytes each), header, topic, body. A size of 0
/// says that the next record is at the start. `@unchecked Sendable`: used on its publisher's loop only.
package final class DeltaRing: @unchecked Sendable {
    private struct Mark {
        let seq: UInt64
        let offset: Int
    }

    private static let sizes = 8
    private static let alignment = 8
    /// A way in for each so many bytes, so that a reader does not walk through all that it has.
    private static let markDistance = 64 << 10

    private let memory: UnsafeMutableRawBufferPointer
    /// Where the next record goes, and where the oldest begins.
    private var tail = 0
    private var head = 0
    private var marks: [Mark] = []
    private var sinceMark = DeltaRing.markDistance
    /// Records that are kept.
    package private(set) var count = 0
    /// The last delta that is not kept any more: what is asked for up to it is elided.
    package private(set) var lastElided: UInt64 = 0

    /// - Parameter capacity: in bytes; pages that were never written take no memory.
    package init(capacity: Int = 64 << 20) {
        memory = .allocate(byteCount: max(capacity, 0) / Self.alignment * Self.alignment, alignment: Self.alignment)
    }

    deinit { memory.deallocate() }

    package func append(topic: UnsafeRawBufferPointer, _ header: EventHeader, body: UnsafeRawBufferPointer) {
        let size = Self.sizes + EventHeader.size + topic.count + body.count
        let space = Self.space(size)
        guard space <= memory.count else {
            while count > 0 { dropOldest() }
            lastElided = header.seq
            return
        }
        makeRoom(for: space)
        if sinceMark >= Self.markDistance {
            marks.append(Mark(seq: header.seq, offset: tail))
            sinceMark = 0
        }
        memory.storeBytes(of: UInt32(size), toByteOffset: tail, as: UInt32.self)
        memory.storeBytes(of: UInt32(topic.count), toByteOffset: tail + 4, as: UInt32.self)
        var offset = tail + Self.sizes
        header.encode(into: UnsafeMutableRawBufferPointer(rebasing: memory[offset..<offset + EventHeader.size]))
        offset += EventHeader.size
        for part in [topic, body] where !part.isEmpty {
            UnsafeMutableRawBufferPointer(rebasing: memory[offset..<offset + part.count]).copyMemory(from: part)
            offset += part.count
        }
        tail += space
        sinceMark += space
        count += 1
    }

    /// Calls `body` with the records behind `seq`, the oldest first, until it answers false.
    package func forEach(
        after seq: UInt64,
        _ body: (_ topic: UnsafeRawBufferPointer, EventHeader, _ body: UnsafeRawBufferPointer) -> Bool
    ) {
        guard count > 0 else { return }
        var offset = marks.last { $0.seq <= seq }?.offset ?? head
        while offset != tail {
            let size = size(at: offset)
            let topicSize = Int(memory.load(fromByteOffset: offset + 4, as: UInt32.self))
            let start = offset + Self.sizes
            let topic = start + EventHeader.size
            let header = EventHeader(decoding: UnsafeRawBufferPointer(rebasing: memory[start..<topic]))
            if let header, header.seq > seq {
                let isWanted = body(
                    UnsafeRawBufferPointer(rebasing: memory[topic..<topic + topicSize]), header,
                    UnsafeRawBufferPointer(rebasing: memory[topic + topicSize..<offset + size]))
                guard isWanted else { return }
            }
            offset = next(behind: offset)
        }
    }

    // MARK: Parts

    private static func space(_ size: Int) -> Int { (size + alignment - 1) / alignment * alignment }

    private func size(at offset: Int) -> Int { Int(memory.load(fromByteOffset: offset, as: UInt32.self)) }

    /// Where the record behind that one begins, or will begin: then it is `tail`.
    private func next(behind offset: Int) -> Int {
        let end = offset + Self.space(size(at: offset))
        guard end != tail else { return end }
        return end == memory.count || size(at: end) == 0 ? 0 : end
    }

    /// Lets `tail` be where so many bytes are free.
    private func makeRoom(for space: Int) {
        if tail + space > memory.count {
            // What lies between here and the end is the oldest.
            while count > 0, head >= tail { dropOldest() }
            if tail < memory.count { memory.storeBytes(of: 0, toByteOffset: tail, as: UInt32.self) }
            if count == 0 { head = 0 }
            tail = 0
        }
        // Never up to the oldest itself: `head == tail` means that there is none.
        while count > 0, head >= tail, head <= tail + space { dropOldest() }
        if count == 0 { head = tail }
    }

    private func dropOldest() {
        let start = head + Self.sizes
        let header = EventHeader(
            decoding: UnsafeRawBufferPointer(rebasing: memory[start..<start + EventHeader.size]))
        if let header { lastElided = header.seq }
        if let mark = marks.first, mark.offset == head { marks.removeFirst() }
        head = next(behind: head)
        count -= 1
        if count == 0 {
            head = tail
            marks = []
            sinceMark = Self.markDistance
        }
    }
}
