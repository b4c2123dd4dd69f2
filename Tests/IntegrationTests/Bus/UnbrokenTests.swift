import BosunClient
import BusProtocol
import EventLoop
import Glibc
import JSONRPC
import TestSupport
import Testing

/// What a consumer has in the end, whatever happens on the way: everything, once, in order.
@Suite(.waits, .showsDaemonLogs) struct UnbrokenTests {
    private let directory: TemporaryDirectory
    private var endpoints: Endpoints { Endpoints(runDirectory: directory.file("run")) }

    init() throws { directory = try TemporaryDirectory() }

    private func daemon(settings: String = "") throws -> DaemonProcess {
        try DaemonProcess(FakeAppServer.command, workers: 2, daemon: settings, group: "", in: directory)
    }

    /// All that is kept, as `events/replay` gives it.
    private func everything(_ bus: BusClient, _ prefixes: JSON) throws -> Told {
        var told = Told()
        var after: JSON = ["epoch": 0, "seq": 0]
        while true {
            let page = try bus.result("events/replay", ["after": after, "prefixes": prefixes])
            #expect(page["truncated"] == false)
            for event in try page.at("events").arrayValue ?? [] {
                told.take(topic: try event.text("topic"), body: Array(try event.text("body").utf8))
            }
            let next = try page.at("next")
            if next == after { return told }
            after = next
        }
    }

    /// Killed in the middle of whatever it does: what one daemon has published the next one has on disk, and what was
    /// read and not published had been promised to nobody.
    @Test func noKillOfTheDaemonLosesAnEventThatItPublished() throws {
        let kills = LongRun.rounds(10, long: 200)
        var random = SystemRandomNumberGenerator()
        var told = Told()
        let lives: [[JSON]] = [[["tell": ["tell/state", 100_000, 200]]]]
        let command = try FakeAppServer.command(lives: lives, in: directory)
        func start(_ command: [String]) throws -> DaemonProcess {
            // They do not read while they tell.
            try DaemonProcess(command, workers: 2, group: "stop_eof = '100ms'", in: directory)
        }
        var daemon = try start(command)
        try eventually("it serves") { access(directory.file("run/events.sock"), F_OK) == 0 }
        let consumer = try UnbrokenSubscriber(endpoints, prefixes: ["ev."], from: .after(EventCursor(epoch: 0, seq: 0)))
        for kill in 0..<kills {
            let events = told.events + Int.random(in: 1...300, using: &random)
            let lives = told.numbers.count
            try eventually("events come (\(kill))") {
                while let delivery = try consumer.next(timeout: .milliseconds(5)) {
                    told.take(delivery)
                    if told.events >= events, told.numbers.count > lives { break }
                }
                return told.events >= events && told.numbers.count > lives
            }
            try daemon.kill()
            daemon = try start(command)
        }
        // It ends what the one before has left; a signal before it serves would end it alone.
        _ = try BusClient(daemon, prefixes: ["sy.-.bye"])
        try daemon.stop()
        let lastLives = try TemporaryDirectory()
        let last = try start(FakeAppServer.command(lives: [[["tell": ["tell/last", 50, 0]]]], in: lastLives))
        let bus = try BusClient(last, prefixes: ["sy.-.heartbeat"])
        let end = try bus.event("sy.-.heartbeat") { $0.header.seq > 100 }.header
        try eventually("the consumer has come so far") {
            while let delivery = try consumer.next(timeout: .milliseconds(5)) { told.take(delivery) }
            return consumer.position.map { $0.epoch == end.epoch && $0.seq >= end.seq } ?? false
        }
        told.expectWhole()
        #expect(told.numbers.count > kills)
        let all = try everything(bus, ["ev."])
        // The consumer has what the disk has, and no more.
        #expect(all.numbers == told.numbers)
    }

    /// Cut off at any moment, a consumer goes on where it was.
    @Test func aConsumerThatIsCutOffAgainAndAgainHasEachEventOnce() throws {
        let daemon = try daemon()
        let bus = try BusClient(daemon, prefixes: ["sy.-.bye"])
        let workers = ["main-1", "main-2"]
        for worker in workers { try bus.ready(worker) }
        var consumer = try UnbrokenSubscriber(endpoints, prefixes: ["ev.", "dl."])
        let count = Int64(LongRun.rounds(6_000, long: 30_000))
        let requests = try workers.map { worker in
            try bus.send(
                "fake/do",
                [
                    "steps": [
                        ["answer": [:]], ["tell": ["tell/state", .integer(count), 100]],
                        ["tell": ["item/plan/delta", 500, 0]],
                    ]
                ],
                meta: ["worker": .string(worker)])
        }
        for request in requests { _ = try bus.reply(to: request) }
        var random = SystemRandomNumberGenerator()
        var told = Told()
        for _ in 0..<LongRun.rounds(200, long: 1_000) {
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                guard let delivery = try consumer.next(timeout: .milliseconds(20)) else { break }
                told.take(delivery)
            }
            let position = try #require(consumer.position)
            consumer = try UnbrokenSubscriber(endpoints, prefixes: ["ev.", "dl."], from: .after(position))
        }
        try eventually("all has come", within: .seconds(120)) {
            while let delivery = try consumer.next(timeout: .milliseconds(100)) { told.take(delivery) }
            return told.numbers.count == 4 && told.events == 2 * (count + 500)
        }
        told.expectWhole()
    }

    /// Little room, and a reader that dawdles: most of the stream is lost on the way, and had again.
    @Test func aSlowConsumerHasEachEventOnce() throws {
        let daemon = try daemon(settings: "events_hwm = 10")
        let bus = try BusClient(daemon, prefixes: ["sy.-.bye"])
        for worker in ["main-1", "main-2"] { try bus.ready(worker) }
        let consumer = try UnbrokenSubscriber(endpoints, prefixes: ["ev.wmain-1."], receiveHighWaterMark: 10)
        for worker in ["main-2", "main-1"] {
            try bus.fake(
                [["answer": [:]], ["tell": ["tell/state", 20_000, 0]], ["tell": ["tell/end", 1, 0]]], worker: worker)
        }
        var told = Told()
        try eventually("all has come", within: .seconds(120)) {
            while let delivery = try consumer.next(timeout: .milliseconds(1)) {
                told.take(delivery)
                if told.events % 1_000 == 0 { usleep(2_000) }
            }
            return told.events == 20_001
        }
        told.expectWhole()
    }
}
