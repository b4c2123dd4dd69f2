package import BusProtocol

/// The last deltas, as they were published, in a piece of memory of one size: what a consumer that missed some can get
/// back. Older ones are overwritten; the whole text stands in the item's end, which the journal keeps.
///
/// Records lie one behind the other, each whole: size and topic's size (4 bytes each), header, topic, body. They are
/// dropped by runs, without being looked at: to read each once more, long out of the cache, took as long as to write it.
/// `@unchecked Sendable`: used on its publisher's loop only.
package final class DeltaRing: @unchecked Sendable {
    /// Records that lie in a row, and are dropped together.
    private struct Run {
        let offset: Int
        var end: Int
        var lastSeq: UInt64 = 0
        var count = 0
    }

    private static let sizes = 8
    private static let alignment = 8
    private static let largestRun = 64 << 10

    private let memory: UnsafeMutableRawBufferPointer
    /// Bytes from which on a run is followed by another.
    private let runSize: Int
    /// The runs before `newest`, the oldest first.
    private var older: [Run] = []
    private var newest = Run(offset: 0, end: 0)
    /// Up to where the newest run may grow over nothing that is kept.
    private var limit: Int
    /// Records that are kept.
    package private(set) var count = 0
    /// The last delta that is not kept any more: what is asked for up to it is elided.
    package private(set) var lastElided: UInt64 = 0

    /// - Parameter capacity: in bytes; pages that were never written take no memory.
    package init(capacity: Int = 64 << 20) {
        memory = .allocate(byteCount: max(capacity, 0) / Self.alignment * Self.alignment, alignment: Self.alignment)
        runSize = min(Self.largestRun, memory.count / 16)
        limit = memory.count
    }

    deinit { memory.deallocate() }

    package func append(topic: UnsafeRawBufferPointer, _ header: EventHeader, body: UnsafeRawBufferPointer) {
        let size = Self.sizes + EventHeader.size + topic.count + body.count
        let space = (size + Self.alignment - 1) / Self.alignment * Self.alignment
        guard space <= memory.count else { return elideAll(through: header.seq) }
        if newest.end - newest.offset >= runSize { beginRun(at: newest.end) }
        if space > limit - newest.end { makeRoom(for: space) }
        let record = UnsafeMutableRawBufferPointer(rebasing: memory[newest.end..<newest.end + size])
        record.storeBytes(of: UInt32(size), as: UInt32.self)
        record.storeBytes(of: UInt32(topic.count), toByteOffset: 4, as: UInt32.self)
        header.encode(into: UnsafeMutableRawBufferPointer(rebasing: record[Self.sizes...]))
        let texts = Self.sizes + EventHeader.size
        UnsafeMutableRawBufferPointer(rebasing: record[texts...]).copyMemory(from: topic)
        UnsafeMutableRawBufferPointer(rebasing: record[(texts + topic.count)...]).copyMemory(from: body)
        newest.end += space
        newest.lastSeq = header.seq
        newest.count += 1
        count += 1
    }

    /// Calls `body` with the records behind `seq`, the oldest first, until it answers false.
    package func forEach(
        after seq: UInt64,
        _ body: (_ topic: UnsafeRawBufferPointer, EventHeader, _ body: UnsafeRawBufferPointer) -> Bool
    ) {
        for run in older + [newest] where run.lastSeq > seq {
            guard forEach(in: run, after: seq, body) else { return }
        }
    }

    // MARK: Parts

    /// False when `body` has enough.
    private func forEach(
        in run: Run, after seq: UInt64,
        _ body: (_ topic: UnsafeRawBufferPointer, EventHeader, _ body: UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        var offset = run.offset
        while offset < run.end {
            let size = Int(memory.load(fromByteOffset: offset, as: UInt32.self))
            let topicSize = Int(memory.load(fromByteOffset: offset + 4, as: UInt32.self))
            let start = offset + Self.sizes
            let topic = start + EventHeader.size
            let header = EventHeader(decoding: UnsafeRawBufferPointer(rebasing: memory[start..<topic]))
            if let header, header.seq > seq {
                let isWanted = body(
                    UnsafeRawBufferPointer(rebasing: memory[topic..<topic + topicSize]), header,
                    UnsafeRawBufferPointer(rebasing: memory[topic + topicSize..<offset + size]))
                guard isWanted else { return false }
            }
            offset += (size + Self.alignment - 1) / Self.alignment * Self.alignment
        }
        return true
    }

    private func beginRun(at offset: Int) {
        if newest.count > 0 { older.append(newest) }
        newest = Run(offset: offset, end: offset)
    }

    /// Lets the newest run, or another at the start, end where so many bytes are free.
    private func makeRoom(for space: Int) {
        if newest.end + space > memory.count {
            // What lies between here and the end is the oldest.
            let end = newest.end
            dropOldest { $0.offset >= end }
            beginRun(at: 0)
        }
        let (start, end) = (newest.end, newest.end + space)
        dropOldest { $0.offset >= start && $0.offset < end }
        limit = older.first.flatMap { $0.offset >= start ? $0.offset : nil } ?? memory.count
    }

    private func dropOldest(while isInTheWay: (Run) -> Bool) {
        let dropped = older.prefix(while: isInTheWay)
        guard let last = dropped.last else { return }
        count -= dropped.reduce(0) { $0 + $1.count }
        lastElided = last.lastSeq
        older.removeFirst(dropped.count)
    }

    private func elideAll(through seq: UInt64) {
        older = []
        newest = Run(offset: 0, end: 0)
        limit = memory.count
        count = 0
        lastElided = seq
    }
}
