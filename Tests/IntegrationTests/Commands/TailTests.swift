import BusProtocol
import Diagnostics
import EventLoop
import Foundation
import Glibc
import JSONRPC
import Journal
import TestSupport
import Testing

/// `bosun tail` where it begins with what went by.
@Suite(.waits, .showsDaemonLogs) struct TailTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func start() throws -> BusClient {
        let bus = try BusClient(DaemonProcess(FakeAppServer.command, group: "", in: directory))
        try bus.ready()
        return bus
    }

    private func tail(_ arguments: String...) throws -> Tail {
        let output = directory.file("tail-\(UInt32.random(in: 0...UInt32.max))")
        let child = try Child(
            Executable.bosun, ["tail", "--json", "--run-dir", directory.file("run")] + arguments,
            environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"], output: output)
        return Tail(child: child, output: output)
    }

    /// A `tail` that runs, and what it has said.
    private struct Tail {
        let child: Child
        let output: String

        /// Whole lines.
        func lines() throws -> [JSON] {
            let text = String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
            return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
                try JSON(parsing: String($0))
            }
        }

        func end() throws -> Child.Ending {
            child.send(SIGINT)
            return try child.waitForEnd()
        }
    }

    /// The file of events of an earlier daemon, epoch 5, which ended as it should: an event of the thread `t` for each age.
    private func write(agesInMinutes ages: [UInt64]) throws {
        let state = try directory.directory("state")
        chmod(state, 0o700)
        try directory.write("state/epoch", "5\n")
        let loop = try EventLoop(name: "test")
        defer { loop.stop() }
        let log = try EventLog.open(
            "\(state)/events.db", epoch: 5, lastEpoch: 0,
            mark: CompletenessMark(directory.file("mark"), bootID: "boot"), on: loop, log: Log())
        let now = WallClock.unixNanoseconds
        for (index, age) in ages.enumerated() {
            let seq = UInt64(index + 1)
            let header = EventHeader(
                epoch: 5, seq: seq, scopeSeq: seq, unixNanoseconds: now - age * 60_000_000_000)
            #expect(
                log.append(
                    DurableEvent(
                        topic: Array("ev.t.tell/old".utf8), header: header, body: Array(#"{"n":\#(seq)}"#.utf8),
                        wholeBody: [])))
        }
        log.flush(within: patience)
        log.close(within: patience)
    }

    @Test func sinceBeginsWithTheFirstOfThatAge() throws {
        try write(agesInMinutes: [240, 60, 40, 20, 12, 11, 9, 8, 6, 4, 2])
        let bus = try start()
        for (since, first) in [("10m", 7), ("630 s", 7), ("15m", 5), ("3h", 2), ("7m", 9), ("300h", 1)] {
            let wanted = Array(first...11).map(Int64.init)
            let tail = try tail("ev.t.", "--since", since, "--count", "\(wanted.count)")
            #expect(try tail.child.waitForEnd() == .exited(0))
            let lines = try tail.lines()
            #expect(lines.map { $0["seq"]?.intValue } == wanted, "\(since)")
            #expect(lines.allSatisfy { $0["epoch"] == 5 && $0["topic"] == "ev.t.tell/old" }, "\(since)")
        }
        // With nothing of that age it begins with what comes.
        let tail = try tail("ev.", "--since", "1m", "--count", "1")
        try eventually("it has heard of one") {
            try bus.fake([["say": ["method": "tell/now"]]])
            return tail.child.poll() == .exited(0)
        }
        #expect(try tail.lines().map { $0["topic"] } == ["ev.wmain-1.tell/now"])
    }

    /// What the next daemon says of approvals that were open, before any subscriber of it has joined.
    private static let void = ".approval/void"

    @Test func aThreadsReplayIsAllOfItAndNothingElseAndGoesOn() throws {
        var threads: [String] = []
        var heard: [Event] = []
        func tell(_ bus: BusClient, _ round: Int64) throws {
            for thread in threads {
                let params: JSON = ["threadId": .string(thread), "n": .integer(round)]
                var request = params
                request["itemId"] = "i"
                try bus.fake([
                    ["say": ["method": "tell/state", "params": params]],
                    ["say": ["method": "item/plan/delta", "params": params]],
                    [
                        "say": [
                            "id": .integer(1_000 + round), "method": "item/fileChange/requestApproval",
                            "params": request,
                        ]
                    ],
                ])
            }
        }
        do {
            let bus = try start()
            for _ in 0..<2 { threads.append(try bus.result("thread/start").text("thread/id")) }
            for round in 0..<20 { try tell(bus, Int64(round)) }
            try bus.catchUp()
            heard = bus.events
            try bus.daemon.kill()
        }
        let bus = try start()
        for thread in threads { try bus.result("turn/start", ["threadId": .string(thread)]) }
        let tail = try tail("--thread", threads[0], "--replay")
        for round in 20..<25 { try tell(bus, Int64(round)) }
        try bus.catchUp()
        /// What is kept of the thread, and what the replay of it gives.
        func isOfThread(_ event: Event) -> Bool {
            event.topic.split(separator: ".", maxSplits: 2).dropFirst().first == threads[0][...]
                && !event.topic.hasPrefix("sy.") && !event.topic.hasSuffix(Self.void)
        }
        let old = heard.filter { isOfThread($0) && !$0.topic.hasPrefix("dl.") }
        let new = bus.events.filter(isOfThread)
        #expect(old.count > 60 && new.count > 15 && new.contains { $0.topic.hasPrefix("dl.") })
        func text(_ topic: String, _ epoch: UInt64, _ seq: UInt64) -> String { "\(topic) \(epoch) \(seq)" }
        let wanted = (old + new).map { text($0.topic, $0.header.epoch, $0.header.seq) }
        func told() throws -> [String] {
            try tail.lines().compactMap { line in
                guard let topic = line["topic"]?.stringValue, !topic.hasPrefix("sy."), !topic.hasSuffix(Self.void)
                else { return Optional.none }
                return text(topic, line["epoch"]?.unsignedValue ?? 0, line["seq"]?.unsignedValue ?? 0)
            }
        }
        try eventually("it has told the last") { try told().last == wanted.last }
        #expect(try tail.end() == .exited(0))
        // Each once. Kinds have an order each, and begin with the earlier daemon's.
        let all = try told()
        #expect(Set(all) == Set(wanted) && all.count == wanted.count)
        for kind in ["ev.", "dl.", "rq."] {
            #expect(all.filter { $0.hasPrefix(kind) } == wanted.filter { $0.hasPrefix(kind) }, "\(kind)")
        }
        // That the earlier one's deltas are not kept is told, and nothing else is missing.
        let losses = try tail.lines().filter { $0["topic"] == nil }
        #expect(losses == [["lost": "elided"]])
    }
}
