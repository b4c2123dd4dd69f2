import BosunClient
import BusProtocol
import JSONRPC
import TestSupport
import Testing

/// `events/replay`, beside what a subscriber has heard.
@Suite(.waits, .showsDaemonLogs) struct ReplayTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func client(settings: String = "", workers: Int = 1, prefixes: [String] = [""]) throws -> BusClient {
        let daemon = try DaemonProcess(
            FakeAppServer.command, workers: workers, daemon: settings, group: "", in: directory)
        let bus = try BusClient(daemon, prefixes: prefixes)
        for number in 1...workers { try bus.ready("main-\(number)") }
        return bus
    }

    /// All that it has heard since it joined, but for what is never replayed.
    private func heard(_ bus: BusClient) -> [Event] { bus.events.filter { !$0.topic.hasPrefix("sy.") } }

    /// Events of each kind, among each other.
    private func tellOfAll(_ bus: BusClient, rounds: Int = 20) throws {
        let thread = try bus.result("thread/start").text("thread/id")
        for round in 0..<rounds {
            try bus.fake([
                ["tell": ["tell/state", 5, 0]], ["tell": ["item/plan/delta", 5, 0]],
                [
                    "say": [
                        "id": .integer(Int64(1_000 + round)), "method": "item/fileChange/requestApproval",
                        "params": ["threadId": .string(thread), "itemId": "i"],
                    ]
                ],
                ["tell": ["tell/more", 5, 0]],
            ])
        }
        try bus.catchUp()
    }

    @Test func itGivesWhatWentByAsItWasPublished() throws {
        let bus = try client()
        try tellOfAll(bus)
        let heard = heard(bus)
        for kind in ["ev.", "dl.", "rq.", "wk."] {
            let ofKind = heard.filter { $0.topic.hasPrefix(kind) }
            #expect(!ofKind.isEmpty || kind == "wk.")
            let first = try #require(heard.first).cursor
            let before = EventCursor(epoch: first.epoch, seq: first.seq - 1)
            let replayed = try bus.replay(after: before, prefixes: [kind])
            #expect(replayed.events.map { "\($0.topic) \($0.header.base64) \($0.text)" } == ofKind.map(\.replayed))
            #expect(!replayed.isTruncated && !replayed.isElided)
        }
        // All kinds together, from each tenth event on, in pages of all sizes.
        for (index, event) in heard.enumerated() where index % 10 == 0 {
            let replayed = try bus.replay(after: event.cursor, limit: 1 + index)
            #expect(
                replayed.events.map { "\($0.topic) \($0.header.base64) \($0.text)" }
                    == heard[(index + 1)...].map(\.replayed), "behind the \(index)th")
            #expect(replayed.pages.allSatisfy { $0.events.count <= 1 + index })
            #expect(!replayed.isTruncated && !replayed.isElided)
        }
        // By what begins their topics.
        let some = try bus.replay(prefixes: ["ev.wmain-1.tell/m", "rq."])
        #expect(
            some.cursors
                == heard.filter { $0.topic.hasPrefix("ev.wmain-1.tell/m") || $0.topic.hasPrefix("rq.") }.map(\.cursor))
    }

    @Test func fromATimeOnItGivesAllOfThatTimeAndLater() throws {
        let bus = try client()
        try tellOfAll(bus)
        let heard = heard(bus)
        let times = heard.map { $0.header.unixNanoseconds / 1_000_000 }
        for index in stride(from: 0, to: heard.count, by: 37) {
            let replayed = try bus.replay(sinceMs: times[index])
            let wanted = heard.filter { $0.header.unixNanoseconds >= times[index] * 1_000_000 }
            #expect(Set(wanted.map(\.cursor)).isSubset(of: replayed.cursors), "\(index)")
            #expect(
                replayed.cursors == replayed.cursors.sorted() && Set(replayed.cursors).count == replayed.cursors.count)
            let isOlder = replayed.events.contains { $0.header.unixNanoseconds < times[index] * 1_000_000 }
            #expect(!isOlder && !replayed.isTruncated && !replayed.isElided, "\(index)")
        }
        #expect(try bus.replay(sinceMs: 4_000_000_000_000).events.isEmpty)
    }

    @Test func aPageHasAMebibyteOrOneEvent() throws {
        let bus = try client()
        let body = String(repeating: "x", count: 100_000)
        try bus.fake([["flood": [50, ["method": "large/one", "params": ["x": .string(body)]]]]])
        try bus.catchUp()
        let replayed = try bus.replay(prefixes: ["ev.wmain-1.large/one"])
        #expect(replayed.cursors == bus.events("ev.wmain-1.large/one").map(\.cursor))
        let sizes = replayed.pages.map { page in page.events.reduce(0) { $0 + $1.body.count } }
        #expect(sizes.allSatisfy { $0 <= 1 << 20 } && sizes.count { $0 > 900_000 } >= 4)
    }

    @Test func whatIsNotKeptAnyMoreIsTold() throws {
        let bus = try client(settings: "events_size = '1 MiB'")
        let params: JSON = ["x": .string(String(repeating: "x", count: 1_000))]
        for _ in 0..<10 { try bus.fake([["flood": [500, ["method": "some/line", "params": params]]]]) }
        try bus.catchUp()
        let all = try bus.replay(prefixes: ["ev."])
        let heard = bus.events("ev.wmain-1.some/line").map(\.cursor)
        #expect(all.isTruncated && !all.events.isEmpty)
        // The last ones, without a gap.
        #expect(all.cursors == heard.suffix(all.events.count) && all.events.count < heard.count)
        let rest = try bus.replay(after: try #require(all.cursors.first), prefixes: ["ev."])
        #expect(!rest.isTruncated && rest.cursors == Array(all.cursors.dropFirst()))
        #expect(try bus.replay(sinceMs: 0).isTruncated)
    }

    @Test func deltasThatAreNotKeptAnyMoreAreElided() throws {
        let bus = try client(settings: "deltas_size = '64 KiB'")
        let deltas = try bus.tell("item/plan/delta", 5_000)
        let states = try bus.tell("tell/state", 10)
        #expect(deltas.count == 5_000)
        let all = try bus.replay(after: bus.joined.cursor)
        let kept = all.events.filter { $0.topic.hasPrefix("dl.") }.map(\.cursor)
        #expect(all.isElided && !all.isTruncated)
        #expect(kept.count > 100 && kept == deltas.map(\.cursor).suffix(kept.count))
        #expect(all.cursors == all.cursors.sorted() && all.cursors.suffix(10) == states.map(\.cursor)[...])
        // Nobody asked for them.
        #expect(try !bus.replay(after: bus.joined.cursor, prefixes: ["ev.", "rq.", "wk."]).isElided)
        #expect(try !bus.replay(after: try #require(kept.first)).isElided)
    }

    @Test(arguments: [true, false]) func anOlderEpochsEventsAreReplayedByTheNextDaemon(_ isKilled: Bool) throws {
        var heard: [Event] = []
        var joined = EventCursor(epoch: 0, seq: 0)
        do {
            let bus = try client(workers: 2)
            joined = bus.joined.cursor
            try tellOfAll(bus, rounds: 5)
            heard = self.heard(bus)
            if isKilled { try bus.daemon.kill() } else { try bus.daemon.stop() }
        }
        let last = try #require(heard.last).cursor
        let bus = try client(workers: 2)
        #expect(bus.joined.header.epoch > last.epoch)
        let now = try bus.tell("tell/now", 20)
        let durable = heard.filter { !$0.topic.hasPrefix("dl.") }
        let all = try bus.replay(after: joined)
        let old = all.events.filter { $0.header.epoch == last.epoch && $0.cursor <= last }
        #expect(old.map { "\($0.topic) \($0.header.base64) \($0.text)" } == durable.map(\.replayed))
        #expect(all.cursors == all.cursors.sorted() && all.cursors.suffix(20) == now.map(\.cursor)[...])
        #expect(all.isElided && !all.isTruncated)
        // Without its deltas nothing is missing, in small pages neither, and also over the change.
        for start in [joined, durable[durable.count / 2].cursor, last] {
            let states = try bus.replay(after: start, prefixes: ["ev.", "rq.", "wk."], limit: 7)
            #expect(!states.isTruncated && !states.isElided)
            #expect(states.cursors.filter { $0 <= last } == durable.map(\.cursor).filter { $0 > start })
            #expect(states.cursors.suffix(20) == now.map(\.cursor)[...])
        }
    }
}
