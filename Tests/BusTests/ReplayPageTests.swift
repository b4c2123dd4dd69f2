import Bus
import BusProtocol
import JSONRPC
import Testing

@Suite struct ReplayPageTests {
    private static let epoch: UInt64 = 7

    private static func event(_ seq: UInt64, epoch: UInt64 = epoch, kind: String, scope: String) -> DurableEvent {
        DurableEvent(
            topic: Array("\(kind).\(scope).x/y".utf8),
            header: EventHeader(epoch: epoch, seq: seq, scopeSeq: seq, unixNanoseconds: seq), body: Array("{}".utf8))
    }

    /// What a journal with these events answers.
    private static func stored(
        _ events: [DurableEvent], _ query: ReplayQuery, after start: EventCursor, through last: EventCursor
    ) -> StoredEvents {
        let later = events.filter { cursor($0) > start }
        let some = Array(later.prefix(query.limit))
        let end = some.count < later.count ? cursor(some[some.count - 1]) : last
        return StoredEvents(
            events: some.filter { query.filter.matches($0.topic) }, start: start, through: end, isTruncated: false)
    }

    private static func cursor(_ event: DurableEvent) -> EventCursor {
        EventCursor(epoch: event.header.epoch, seq: event.header.seq)
    }

    private static func ring(_ deltas: [DurableEvent], capacity: Int = 1 << 20) -> DeltaRing {
        let ring = DeltaRing(capacity: capacity)
        for delta in deltas {
            delta.topic.withUnsafeBytes { topic in
                delta.body.withUnsafeBytes { body in ring.append(topic: topic, delta.header, body: body) }
            }
        }
        return ring
    }

    private static func seqs(_ page: ReplayPage) throws -> [UInt64] {
        try page.events.map { event in
            let header = try #require(event["header"]?.stringValue.flatMap { EventHeader(base64: $0) })
            #expect(header.flags.contains(.replayed))
            return header.seq
        }
    }

    /// Pages that follow each other have every event that was asked for, once and in order, whatever their size.
    @Test(arguments: [1, 3, 10, 1_000], [[""], ["ev."], ["dl."], ["ev.a.", "dl.b."], ["zz."]])
    func pagesHaveEverythingOnce(_ limit: Int, _ prefixes: [String]) throws {
        var random = SystemRandomNumberGenerator()
        let all = (1...UInt64(300)).map { seq in
            Self.event(seq, kind: Bool.random(using: &random) ? "ev" : "dl", scope: ["a", "b"].randomElement() ?? "a")
        }
        let deltas = all.filter { $0.topic.starts(with: "dl".utf8) }
        let durable = all.filter { $0.topic.starts(with: "ev".utf8) }
        let ring = Self.ring(deltas)
        let query = ReplayQuery(.after(EventCursor(epoch: 7, seq: 20)), filter: TopicFilter(prefixes), limit: limit)
        let last = EventCursor(epoch: 7, seq: 280)
        var place = EventCursor(epoch: 7, seq: 20)
        var got: [UInt64] = []
        for _ in 0..<1_000 where place < last {
            let stored = Self.stored(durable.filter { $0.header.seq <= last.seq }, query, after: place, through: last)
            let page = ReplayPage(query, stored, deltas: ring, epoch: Self.epoch)
            #expect(page.next > place)
            #expect(page.events.count <= limit)
            got += try Self.seqs(page)
            place = page.next
        }
        #expect(place == last)
        #expect(
            got == all.filter { query.filter.matches($0.topic) && (21...280).contains($0.header.seq) }.map(\.header.seq)
        )
    }

    @Test func aPageGoesAcrossEpochsAndSaysThatTheOldDeltasAreLeftOut() throws {
        let events = [
            Self.event(5, epoch: 6, kind: "ev", scope: "a"), Self.event(2, kind: "ev", scope: "a"),
        ]
        let ring = Self.ring([Self.event(1, kind: "dl", scope: "a")])
        let query = ReplayQuery(.after(EventCursor(epoch: 6, seq: 4)))
        let last = EventCursor(epoch: 7, seq: 2)
        let stored = Self.stored(events, query, after: EventCursor(epoch: 6, seq: 4), through: last)
        let page = ReplayPage(query, stored, deltas: ring, epoch: Self.epoch)
        #expect(try Self.seqs(page) == [5, 1, 2])
        #expect(page.next == last)
        #expect(page.result["elided"] == true)
    }

    @Test func onlyWhoAsksForDeltasIsToldThatSomeAreLeftOut() {
        let ring = Self.ring((1...20).map { Self.event($0, kind: "dl", scope: "a") }, capacity: 512)
        let stored = StoredEvents(
            events: [], start: EventCursor(epoch: 7, seq: 0), through: EventCursor(epoch: 7, seq: 20),
            isTruncated: false)
        func isElided(_ prefix: String, after seq: UInt64) -> JSON? {
            var stored = stored
            let start = EventCursor(epoch: 7, seq: seq)
            stored.start = start
            let query = ReplayQuery(.after(start), filter: TopicFilter([prefix]))
            return ReplayPage(query, stored, deltas: ring, epoch: 7).result["elided"]
        }
        #expect(isElided("dl.", after: 1) == true)
        #expect(isElided("", after: 1) == true)
        #expect(isElided("ev.", after: 1) == false)
        #expect(isElided("dl.", after: ring.lastElided) == false)
    }

    @Test func aPageIsAMebibyteOrOneEvent() {
        let big = DurableEvent(
            topic: Array("ev.a.x".utf8), header: EventHeader(epoch: 7, seq: 1, scopeSeq: 1, unixNanoseconds: 0),
            body: [UInt8](repeating: UInt8(ascii: " "), count: 2 << 20))
        var second = big
        second = DurableEvent(
            topic: big.topic, header: EventHeader(epoch: 7, seq: 2, scopeSeq: 2, unixNanoseconds: 0), body: big.body)
        let stored = StoredEvents(
            events: [big, second], start: EventCursor(epoch: 7, seq: 0), through: EventCursor(epoch: 7, seq: 2),
            isTruncated: true)
        let start = EventCursor(epoch: 7, seq: 0)
        let page = ReplayPage(ReplayQuery(.after(start)), stored, deltas: Self.ring([]), epoch: 7)
        #expect(page.events.count == 1)
        #expect(page.next == EventCursor(epoch: 7, seq: 1))
        #expect(page.result["truncated"] == true)
    }

    @Test func aTimeTakesWhatCameFromItOn() throws {
        let all = (1...6).map { Self.event($0, kind: $0 % 2 == 0 ? "dl" : "ev", scope: "a") }
        let query = ReplayQuery(.since(unixNanoseconds: 3))
        let stored = Self.stored(
            all.filter { $0.header.seq % 2 == 1 }, query, after: EventCursor(epoch: 7, seq: 0),
            through: EventCursor(epoch: 7, seq: 6))
        let ring = Self.ring(all.filter { $0.header.seq % 2 == 0 })
        #expect(try Self.seqs(ReplayPage(query, stored, deltas: ring, epoch: 7)) == [3, 4, 5, 6])
    }

    /// The loop has other work: so many deltas are looked at for one page, whether or not one is wanted; the next goes on.
    @Test(arguments: ["dl.a.", "dl.b.", "ev."]) func aPageLooksAtSoManyDeltas(_ prefix: String) throws {
        let count: UInt64 = 50_001
        let wanted: Set<UInt64> = [1, 20_000, 20_001, 40_000, 40_001, 50_001]
        let ring = Self.ring(
            (1...count).map { Self.event($0, kind: "dl", scope: wanted.contains($0) ? "a" : "c") }, capacity: 16 << 20)
        #expect(ring.count == Int(count))
        let query = ReplayQuery(.after(EventCursor(epoch: 7, seq: 0)), filter: TopicFilter([prefix]))
        // One of the journal's behind them all, as it gives it with each page.
        let last = Self.event(count + 1, kind: "ev", scope: "a")
        let end = Self.cursor(last)
        var place = EventCursor(epoch: 7, seq: 0)
        var places: [UInt64] = []
        var got: [UInt64] = []
        while place < end, places.count < 10 {
            let page = ReplayPage(
                query, Self.stored([last], query, after: place, through: end), deltas: ring, epoch: Self.epoch)
            got += try Self.seqs(page)
            place = page.next
            places.append(place.seq)
        }
        #expect(places == (prefix == "ev." ? [count + 1] : [20_000, 40_000, count + 1]))
        #expect(got == (prefix == "dl.a." ? wanted.sorted() : prefix == "ev." ? [count + 1] : []))
    }
}
