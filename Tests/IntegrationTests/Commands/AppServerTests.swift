import Glibc
import JSONRPC
import TestSupport
import Testing

/// `bosun app-server` as its client sees it, beside daemons that come and go.
@Suite(.waits, .showsDaemonLogs) struct AppServerTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func daemon(_ command: [String] = FakeAppServer.command) throws -> BusClient {
        var options = DaemonProcess.Options()
        options.directory = directory
        let bus = try BusClient(DaemonProcess(command, options))
        try bus.ready()
        return bus
    }

    private func client(_ options: [String] = []) throws -> StdioClient {
        try StdioClient(
            [Executable.bosun, "app-server", "--run-dir", directory.file("run")] + options, in: directory)
    }

    @Test func withoutADaemonItSaysSoAndEnds() throws {
        let client = try client()
        #expect(try client.waitForEnd() == 69)
        #expect(client.errors.contains("no daemon listens"))
    }

    @Test func itEndsWithItsInput() throws {
        let bus = try daemon()
        let client = try client()
        try client.initialize()
        let thread = try client.result("thread/start").at("thread/id")
        #expect(try client.end() == 0)
        #expect(client.errors == "")
        // The thread is the fleet's, and works where the client was.
        let status = try bus.result("fleet/status")
        #expect(try status.int("threads") == 1)
        let started = try bus.event("ev.\(thread.stringValue ?? "").thread/started")
        #expect(try started.json.text("params/thread/cwd") == directory.path)
    }

    @Test func aClientThatReadsNoMoreEndsIt() throws {
        let bus = try daemon()
        let client = try StdioClient(
            [Executable.bosun, "app-server", "--run-dir", directory.file("run")], in: directory, isRead: false)
        _ = try client.ask("initialize", ["clientInfo": ["name": "test", "version": "1"]])
        #expect(try client.waitForEnd() == 0)
        withExtendedLifetime(bus) {}
    }

    @Test func nothingIsLostWhenTheDaemonIsKilledAndComesAgain() throws {
        let first = try daemon()
        let client = try client()
        try client.initialize()
        let thread = try client.result("thread/start").at("thread/id")
        try first.fake([["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]]])
        try eventually("the turn runs") { client.messages.contains { $0["method"] == "turn/started" } }
        try first.daemon.kill()

        let second = try daemon()
        // Before the client is back, as likely as not.
        let items: [JSON] = (0..<500).map { number in
            ["say": ["method": "item/completed", "params": ["threadId": thread, "n": .integer(Int64(number))]]]
        }
        try eventually("the thread is there") {
            try second.result("worker/list").at("workers").arrayValue?.first?["threads"] == 1
        }
        try second.fake(items)
        try eventually("all is there") {
            client.messages.count { $0["method"] == "item/completed" } >= items.count
        }
        let numbers = client.messages.filter { $0["method"] == "item/completed" }.map { $0["params"]?["n"]?.intValue }
        #expect(numbers == (0..<500).map { Int64($0) })
        let ended = client.messages.filter { $0["method"] == "turn/completed" }
        #expect(ended.map { $0["params"]?["turn"]?["status"] } == ["interrupted"])
        #expect(client.errors.split(separator: "\n").count == 1, "\(client.errors)")
        #expect(client.errors.contains("is gone"))
        // And it goes on.
        #expect(try client.result("turn/start", ["threadId": thread]).at("method") == "turn/start")
        #expect(try client.end() == 0)
    }

    @Test func whatIsUnderWayWhenTheDaemonIsKilledIsDoneOnce() throws {
        let record = try directory.directory("in")
        let command = try FakeAppServer.command(
            lives: [[["mute": ["turn/mute"]]], []], recordingIn: record, in: directory)
        let first = try daemon(command)
        let client = try client()
        try client.initialize()
        let id = try client.ask("turn/mute", ["n": "once"])
        try eventually("the worker has it") {
            String(decoding: directory.read("in/main-1.1") ?? [], as: UTF8.self).contains("once")
        }
        try first.daemon.kill()
        // Nobody is there to take it.
        let later = try client.ask("turn/test", ["n": "later"])
        let second = try daemon(command)
        let reply = try client.reply(to: id)
        #expect(reply["error"]?["data"]?["reason"] == "indeterminate")
        #expect(try client.reply(to: later).at("result/method") == "turn/test")
        var text = ""
        for life in 1...2 { text += String(decoding: directory.read("in/main-1.\(life)") ?? [], as: UTF8.self) }
        #expect(text.matches(of: /"n":"once"/).count == 1)
        #expect(text.matches(of: /"n":"later"/).count == 1)
        #expect(try client.end() == 0)
        withExtendedLifetime(second) {}
    }

    @Test func aLargeEventIsWhole() throws {
        let bus = try daemon()
        let client = try client()
        try client.initialize()
        let thread = try client.result("thread/start").at("thread/id")
        let text = String(repeating: "x", count: 3 << 20)
        try bus.fake([
            ["say": ["method": "turn/completed", "params": ["threadId": thread, "text": .string(text)]]],
            ["say": ["method": "thread/status/changed", "params": ["threadId": thread, "status": ["type": "idle"]]]],
        ])
        try eventually("the last one is there") {
            client.messages.contains { $0["method"] == "thread/status/changed" }
        }
        let completed = try #require(client.messages.first { $0["method"] == "turn/completed" })
        #expect(completed["params"]?["text"]?.stringValue == text)
    }
}
