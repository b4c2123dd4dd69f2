import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// A disk that is full, or may only be read: events go on, it shows, and nobody is given a wrong answer.
@Suite(.waits, .showsDaemonLogs, .enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
struct DiskTests {
    private let directory: TemporaryDirectory
    private let disk: SmallDisk
    private static let prefix = ["ev.wmain-1."]

    init() throws {
        directory = try TemporaryDirectory()
        disk = try SmallDisk(directory.directory("state"), mebibytes: 32, in: directory)
    }

    private func daemon() throws -> DaemonProcess {
        var options = DaemonProcess.Options()
        options.directory = directory
        options.disk = disk
        return try DaemonProcess(FakeAppServer.command, options)
    }

    private func client() throws -> BusClient {
        let bus = try BusClient(daemon(), prefixes: Self.prefix + ["sy.-.heartbeat"])
        try bus.ready()
        return bus
    }

    /// What `fleet/status` says of the events' file.
    private func events(_ bus: BusClient) throws -> JSON { try bus.result("fleet/status").at("journal/events") }

    private func expectWhole(_ told: [Event], _ count: Int, isJournaled: Bool) throws {
        #expect(try told.map { try $0.json.int("params/n") } == Array(0..<Int64(count)))
        #expect(told.allSatisfy { $0.header.flags.contains(.notJournaled) != isJournaled })
    }

    private func expectWorks(_ bus: BusClient) throws {
        try eventually("it is kept again") { try events(bus).at("problem").isNull }
        try eventually("the heartbeat says so") {
            bus.forget()
            return try bus.event("sy.-.heartbeat").json.at("lagging") == false
        }
        #expect(bus.daemon.log.contains("events are kept again"))
    }

    private func expectRefuses(_ bus: BusClient, missed: Int) throws {
        let events = try events(bus)
        #expect(try events.text("problem").contains("SQLite"))
        #expect(try events.int("missed") >= missed && events.int("failures") > 0)
        try bus.event("sy.-.heartbeat") { try $0.json.at("lagging") == true }
        #expect(bus.daemon.log.contains("events can't be kept"))
    }

    @Test func whileItIsFullEventsGoOnAndThenAllIsKeptAgain() throws {
        var first: (kept: [Event], missed: [Event], again: [Event])
        do {
            let bus = try client()
            let kept = try bus.tell("tell/kept", 50)
            try expectWhole(kept, 50, isJournaled: true)
            try disk.fill()
            let missed = try bus.tell("tell/missed", 200)
            try expectWhole(missed, 200, isJournaled: false)
            try expectRefuses(bus, missed: 200)
            // What can't be kept can't be fetched.
            let text = String(repeating: "x", count: 300_000)
            try bus.fake([["say": ["method": "large/one", "params": ["x": .string(text)]]]])
            let large = try bus.event("ev.wmain-1.large/one")
            #expect(large.header.flags == [.byReference, .notJournaled])
            #expect(try bus.call("events/body", ["ref": large.json.at("ref")]).reason == "truncated")
            for start in [EventCursor(epoch: 0, seq: 0), try #require(kept.last).cursor, missed[7].cursor] {
                let replayed = try bus.replay(after: start, prefixes: Self.prefix)
                #expect(replayed.isTruncated)
                #expect(replayed.cursors == (start.epoch == 0 ? kept.map(\.cursor) : []))
            }
            try disk.makeRoom()
            try expectWorks(bus)
            let again = try bus.tell("tell/again", 50)
            try expectWhole(again, 50, isJournaled: true)
            let rest = try bus.replay(after: large.cursor, prefixes: Self.prefix)
            #expect(rest.cursors == again.map(\.cursor) && !rest.isTruncated)
            try bus.daemon.stop()
            first = (kept, missed + [large], again)
        }
        // The next one knows of the hole, and of no other.
        let bus = try client()
        let all = try bus.replay(prefixes: Self.prefix)
        #expect(all.isTruncated && all.cursors == (first.kept + first.again).map(\.cursor))
        for start in first.missed[..<200] {
            #expect(try bus.replay(after: start.cursor, prefixes: Self.prefix).isTruncated)
        }
        let rest = try bus.replay(after: try #require(first.missed.last).cursor, prefixes: Self.prefix)
        #expect(rest.cursors == first.again.map(\.cursor) && !rest.isTruncated)
    }

    /// Nothing on that disk can say that the last events are missing.
    @Test func aKillWhileItIsFullIsToldByTheNextDaemon() throws {
        var kept: [Event] = []
        do {
            let bus = try client()
            kept = try bus.tell("tell/kept", 50)
            try disk.fill()
            try expectWhole(try bus.tell("tell/missed", 50), 50, isJournaled: false)
            try bus.daemon.kill()
        }
        try disk.makeRoom()
        var joined = EventCursor(epoch: 0, seq: 0)
        do {
            let bus = try client()
            joined = bus.joined.cursor
            for start in [EventCursor(epoch: 0, seq: 0), try #require(kept.last).cursor] {
                let replayed = try bus.replay(after: start, prefixes: Self.prefix)
                #expect(replayed.isTruncated)
                #expect(replayed.cursors == (start.epoch == 0 ? kept.map(\.cursor) : []))
            }
            // Before that nothing is missing.
            let page = try bus.result(
                "events/replay", ["after": ["epoch": 0, "seq": 0], "prefixes": ["ev."], "limit": 40])
            #expect(try page.at("truncated") == false && page.at("events").arrayValue?.count == 40)
            try bus.daemon.kill()
        }
        // A kill while it has room leaves nothing out.
        let bus = try client()
        #expect(try !bus.replay(after: joined, prefixes: Self.prefix).isTruncated)
        #expect(try bus.replay(after: try #require(kept.last).cursor, prefixes: Self.prefix).isTruncated)
    }

    @Test func aFileThatMayOnlyBeReadIsTakenUpOnceItMayBeWritten() throws {
        var kept: [Event] = []
        do {
            let bus = try client()
            kept = try bus.tell("tell/kept", 50)
            try bus.daemon.stop()
        }
        let file = directory.file("state/events.db")
        try disk.mount("--bind", file, file)
        try disk.mount("-o", "remount,bind,ro", file)
        let bus = try client()
        let missed = try bus.tell("tell/missed", 50)
        try expectWhole(missed, 50, isJournaled: false)
        try expectRefuses(bus, missed: 50)
        // SQLite can't lock it: what is there is to be had later.
        let old = try bus.replay(prefixes: Self.prefix)
        #expect(old.events.isEmpty && old.isTruncated)
        try disk.mount("-o", "remount,bind,rw", file)
        try expectWorks(bus)
        let again = try bus.tell("tell/again", 50)
        try expectWhole(again, 50, isJournaled: true)
        let all = try bus.replay(prefixes: Self.prefix)
        #expect(all.cursors == (kept + again).map(\.cursor) && all.isTruncated)
        let rest = try bus.replay(after: try #require(missed.last).cursor, prefixes: Self.prefix)
        #expect(rest.cursors == again.map(\.cursor) && !rest.isTruncated)
        // Nothing was set aside.
        #expect(!bus.daemon.log.contains("set aside"))
    }

    /// An epoch must not come twice: a daemon that can't write it down does not start.
    @Test(arguments: ["No space left on device", "Read-only file system"])
    func onADiskThatCantBeWrittenNoDaemonStarts(_ reason: String) throws {
        let kept: [Event]
        do {
            let bus = try client()
            kept = try bus.tell("tell/kept", 50)
            try bus.daemon.stop()
        }
        let isFull = reason.hasPrefix("No space")
        if isFull { try disk.fill() } else { try disk.mount("-o", "remount,ro", directory.file("state")) }
        let refused = try daemon()
        #expect(try refused.waitForEnd() != .exited(0))
        #expect(refused.log.contains(reason), "\(refused.log)")
        if isFull { try disk.makeRoom() } else { try disk.mount("-o", "remount,rw", directory.file("state")) }
        let bus = try client()
        let all = try bus.replay(prefixes: Self.prefix)
        #expect(all.cursors == kept.map(\.cursor) && !all.isTruncated)
    }
}
