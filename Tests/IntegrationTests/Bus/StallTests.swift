import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// A disk that hangs: events wait for it up to a bound, and go on without it.
///
/// What hangs is a replay's read from the file; the thread that reads is the one that writes.
@Suite(.waits, .showsDaemonLogs, .enabled(if: HeldFile.isPossible, "only root can hold a file"))
struct StallTests {
    private let directory: TemporaryDirectory
    private static let prefix = ["ev.wmain-1."]

    init() throws { directory = try TemporaryDirectory() }

    private func client() throws -> BusClient {
        let bus = try BusClient(
            DaemonProcess(FakeAppServer.command, group: "", in: directory), prefixes: Self.prefix + ["sy.-.heartbeat"])
        try bus.ready()
        return bus
    }

    /// More than is kept in memory of the file.
    private func tellMuch(_ bus: BusClient) throws -> [Event] {
        let params: JSON = ["x": .string(String(repeating: "x", count: 1_000))]
        try bus.fake([["flood": [5_000, ["method": "before/it", "params": params]]]])
        try bus.catchUp()
        return bus.events("ev.wmain-1.before/it")
    }

    /// Lets nobody read the file from here on, and a replay hang; gives what is to be let go, and the replay's request.
    private func stall(_ bus: BusClient) throws -> (held: [HeldFile], replay: Int64) {
        let files = ["events.db", "events.db-wal"].map { "\(bus.daemon.stateDirectory)/\($0)" }
        let held = try files.filter { access($0, F_OK) == 0 }.map { try HeldFile($0, .reading) }
        return (held, try bus.send("events/replay", ["after": ["epoch": 0, "seq": 0], "limit": 10_000]))
    }

    @Test func whatIsTooMuchToWaitIsPublishedAndSaysSo() throws {
        let bus = try client()
        let before = try tellMuch(bus)
        var stalled = Optional(try stall(bus))
        // 80 MB: more than may wait.
        let params: JSON = ["x": .string(String(repeating: "y", count: 200_000))]
        try bus.fake([["flood": [400, ["method": "during/it", "params": params]]], ["tell": ["tell/last", 100, 0]]])
        try bus.catchUp()
        let during = bus.events("ev.wmain-1.during/it")
        let last = bus.events("ev.wmain-1.tell/last")
        #expect(during.count == 400 && last.count == 100)
        #expect((during + last).allSatisfy { $0.header.flags.contains(.notJournaled) })
        #expect((before + during + last).map(\.cursor) == (before + during + last).map(\.cursor).sorted())
        try bus.event("sy.-.heartbeat") { try $0.json.at("lagging") == true }
        #expect(try bus.result("fleet/status").int("sockets/overruns") == 1)
        // Commands are served as ever.
        #expect(try bus.result("some/thing").text("method") == "some/thing")
        let replay = try #require(stalled?.replay)
        stalled = nil
        // The replay ends where the stream was when it was asked for.
        #expect(try bus.reply(to: replay).result?.at("truncated") == false)
        try eventually("it has caught up") {
            bus.forget()
            return try bus.event("sy.-.heartbeat").json.at("lagging") == false
        }
        let after = try bus.tell("tell/after", 50)
        #expect(after.count == 50 && after.allSatisfy { !$0.header.flags.contains(.notJournaled) })
        // What the disk had taken meanwhile is there, and that the rest is not is told.
        let all = try bus.replay(prefixes: Self.prefix)
        let published = (before + during + last + after).map(\.cursor)
        #expect(all.isTruncated && all.cursors.count < published.count)
        #expect(all.cursors == published.filter { Set(all.cursors).contains($0) })
        #expect(Set(all.cursors).isSuperset(of: (before + after).map(\.cursor)))
        let rest = try bus.replay(after: try #require(last.last).cursor, prefixes: Self.prefix)
        #expect(rest.cursors == after.map(\.cursor) && !rest.isTruncated)
    }

    @Test func aDiskThatDoesNotAnswerForSecondsIsNotWaitedForAndAKillThenIsTold() throws {
        var published: [EventCursor] = []
        do {
            let bus = try client()
            let before = try tellMuch(bus)
            let stalled = try stall(bus)
            // They come when the journal has been silent for 5 s.
            let during = try bus.tell("tell/during", 100)
            #expect(during.count == 100 && during.allSatisfy { $0.header.flags.contains(.notJournaled) })
            try eventually("the mark is gone") { access("\(bus.daemon.runDirectory)/events.whole", F_OK) != 0 }
            try bus.daemon.kill()
            published = (before + during).map(\.cursor)
            withExtendedLifetime(stalled) {}
        }
        let bus = try client()
        let all = try bus.replay(prefixes: Self.prefix)
        #expect(all.cursors.count == 5_000 && all.cursors == published.filter { Set(all.cursors).contains($0) })
        #expect(all.isTruncated)
        #expect(try !bus.replay(after: bus.joined.cursor, prefixes: Self.prefix).isTruncated)
    }
}
