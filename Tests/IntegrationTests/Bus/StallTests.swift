import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// A disk that hangs: events wait for it up to a bound, and go on without it.
///
/// What hangs is a replay's read from the file; the thread that reads is the one that writes.
@Suite(.waits, .showsDaemonLogs, .enabled(if: StallingFile.isPossible, "only root can make a file hang"))
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

    /// What an earlier daemon has left: more than is kept in memory of the file.
    private func tellMuch() throws -> [EventCursor] {
        let bus = try client()
        let params: JSON = ["x": .string(String(repeating: "x", count: 1_000))]
        try bus.fake([["flood": [5_000, ["method": "before/it", "params": params]]]])
        try bus.catchUp()
        try bus.daemon.stop()
        return bus.events("ev.wmain-1.before/it").map(\.cursor)
    }

    /// Lets a replay hang, and with it whatever is to be kept; gives its request.
    private func stall(_ bus: BusClient, _ file: StallingFile) throws -> Int64 {
        file.hold()
        let replay = try bus.send("events/replay", ["after": ["epoch": 0, "seq": 0], "limit": 10_000])
        try eventually("it hangs") { file.waiting > 0 }
        return replay
    }

    @Test func whatIsTooMuchToWaitIsPublishedAndSaysSo() throws {
        let before = try tellMuch()
        let file = try StallingFile(directory.file("state/events.db"))
        let bus = try client()
        let replay = try stall(bus, file)
        // 80 MB: more than may wait.
        let params: JSON = ["x": .string(String(repeating: "y", count: 200_000))]
        try bus.fake([["flood": [400, ["method": "during/it", "params": params]]], ["tell": ["tell/last", 100, 0]]])
        try bus.catchUp()
        let during = bus.events.filter { $0.topic.hasPrefix("ev.") }
        #expect(during.count == 500)
        #expect(during.allSatisfy { $0.header.flags.contains(.notJournaled) })
        #expect(zip(during, during.dropFirst()).allSatisfy { $0.header.scopeSeq + 1 == $1.header.scopeSeq })
        try bus.event("sy.-.heartbeat") { try $0.json.at("lagging") == true }
        #expect(try bus.result("fleet/status").int("sockets/events/overruns") == 1)
        // Commands are served as ever.
        #expect(try bus.result("some/thing").text("method") == "some/thing")
        #expect(file.waiting > 0)
        file.release()
        // The replay ends where the stream was when it was asked for: it lacks nothing.
        #expect(try bus.reply(to: replay).result?.at("truncated") == false)
        try eventually("it has caught up") {
            bus.forget()
            return try bus.event("sy.-.heartbeat").json.at("lagging") == false
        }
        let after = try bus.tell("tell/after", 50)
        #expect(after.count == 50 && after.allSatisfy { !$0.header.flags.contains(.notJournaled) })
        // What the disk had taken meanwhile is there, and that the rest is not is told.
        let all = try bus.replay(prefixes: Self.prefix)
        let published = before + (during + after).map(\.cursor)
        let kept = Set(all.cursors)
        #expect(all.isTruncated && kept.count < published.count)
        #expect(all.cursors == published.filter { kept.contains($0) })
        #expect(kept.isSuperset(of: before + after.map(\.cursor)))
        let rest = try bus.replay(after: try #require(during.last).cursor, prefixes: Self.prefix)
        #expect(rest.cursors == after.map(\.cursor) && !rest.isTruncated)
    }

    @Test func aDiskThatIsSilentForSecondsIsNotWaitedForAndAKillThenIsTold() throws {
        let before = try tellMuch()
        let file = try StallingFile(directory.file("state/events.db"))
        let last: EventCursor
        do {
            let bus = try client()
            _ = try stall(bus, file)
            // They come when the journal has been silent for 5 s.
            let during = try bus.tell("tell/during", 100)
            #expect(during.count == 100 && during.allSatisfy { $0.header.flags.contains(.notJournaled) })
            try eventually("the mark is gone") { access("\(bus.daemon.runDirectory)/events.whole", F_OK) != 0 }
            #expect(file.waiting > 0)
            last = try #require(during.first).cursor
            bus.daemon.send(SIGKILL)
            file.release()
            try bus.daemon.kill()
        }
        let bus = try client()
        let all = try bus.replay(prefixes: Self.prefix)
        #expect(all.cursors.starts(with: before) && all.isTruncated)
        #expect(try bus.replay(after: EventCursor(epoch: last.epoch, seq: last.seq - 1), prefixes: ["ev."]).isTruncated)
        #expect(try !bus.replay(after: bus.joined.cursor, prefixes: Self.prefix).isTruncated)
    }

    /// Whoever is owed a reply that hangs is told that nobody knows, and the daemon ends all the same.
    @Test func aDiskThatHangsKeepsNoDaemonFromItsEndAndNobodyWithoutAReply() throws {
        _ = try tellMuch()
        let file = try StallingFile(directory.file("state/events.db"))
        let bus = try client()
        let replay = try stall(bus, file)
        bus.daemon.send(SIGTERM)
        #expect(try bus.reply(to: replay).reason == "indeterminate")
        // The thread that hangs is waited for no longer than its bound; the process ends once its disk answers.
        file.release()
        #expect(try bus.daemon.waitForEnd() == .exited(0))
        #expect(bus.strays.isEmpty)
    }
}
