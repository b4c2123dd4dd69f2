import Bus
import BusProtocol
import Testing

@Suite struct DeltaRingTests {
    private struct Record: Equatable {
        let seq: UInt64
        let topic: [UInt8]
        let body: [UInt8]
    }

    private static func append(_ record: Record, to ring: DeltaRing) {
        let header = EventHeader(epoch: 1, seq: record.seq, scopeSeq: record.seq, unixNanoseconds: 0)
        record.topic.withUnsafeBytes { topic in
            record.body.withUnsafeBytes { body in ring.append(topic: topic, header, body: body) }
        }
    }

    private static func records(of ring: DeltaRing, after seq: UInt64 = 0, limit: Int = .max) -> [Record] {
        var records: [Record] = []
        ring.forEach(after: seq) { topic, header, body in
            records.append(Record(seq: header.seq, topic: Array(topic), body: Array(body)))
            return records.count < limit
        }
        return records
    }

    /// What is kept is always the end of what was put in, whole and in order, from wherever it is read.
    @Test(arguments: [256, 1_000, 4_096, 300_000])
    func theRingHasTheEndOfWhatCame(_ capacity: Int) {
        var random = SystemRandomNumberGenerator()
        let ring = DeltaRing(capacity: capacity)
        var all: [Record] = []
        for number in 1...UInt64(2_000) {
            // Numbers with holes: other kinds of events have those between.
            let record = Record(
                seq: number * 3, topic: Array("dl.t.\(number % 7)".utf8),
                body: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: .random(in: 0...150, using: &random))
            )
            Self.append(record, to: ring)
            all.append(record)
            guard number % 37 == 0 || number < 20 else { continue }
            let kept = Self.records(of: ring)
            #expect(kept == Array(all.suffix(ring.count)))
            #expect(ring.lastElided == all.dropLast(ring.count).last?.seq ?? 0)
            let some = all[all.count - 1 - Int.random(in: 0..<all.count, using: &random)].seq
            #expect(Self.records(of: ring, after: some) == kept.filter { $0.seq > some })
        }
        #expect(ring.count > 0)
    }

    @Test func aReaderMayHaveEnough() {
        let ring = DeltaRing(capacity: 4_096)
        for seq in 1...5 { Self.append(Record(seq: UInt64(seq), topic: [1], body: [2]), to: ring) }
        #expect(Self.records(of: ring, after: 1, limit: 2).map(\.seq) == [2, 3])
    }

    /// A gap in the middle would look like a whole: nothing from before it is kept.
    @Test func whatIsTooLargeLeavesNothingBeforeIt() {
        let ring = DeltaRing(capacity: 512)
        Self.append(Record(seq: 1, topic: [1], body: [1]), to: ring)
        Self.append(Record(seq: 2, topic: [1], body: [UInt8](repeating: 0, count: 600)), to: ring)
        #expect(ring.count == 0)
        #expect(ring.lastElided == 2)
        Self.append(Record(seq: 3, topic: [1], body: [1]), to: ring)
        #expect(Self.records(of: ring).map(\.seq) == [3])
    }

    @Test func aRingWithoutMemoryKeepsNothing() {
        let ring = DeltaRing(capacity: 0)
        Self.append(Record(seq: 1, topic: [1], body: []), to: ring)
        #expect(Self.records(of: ring).isEmpty)
        #expect(ring.lastElided == 1)
    }
}
