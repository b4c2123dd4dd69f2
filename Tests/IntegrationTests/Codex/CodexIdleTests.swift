import BusProtocol
import JSONRPC
import TestSupport
import Testing

@Suite(.serialized, .waits, .showsDaemonLogs) struct CodexIdleTests {
    /// Codex lets go of a thread in which nothing happens; with the next turn its subscribers hear everything again, and
    /// what they count goes on where it was.
    @Test func anIdleThreadIsLetGoOfAndComesBackWithTheNextTurn() throws {
        let home = try CodexHome()
        var options = DaemonProcess.Options()
        options.companions = [home]
        let command = JSON.array(try CodexHome.command().map { .string($0) })
        options.configuration = """
            [[group]]
            name = "main"
            command = \(command.description)
            workers = 2
            codex_home = "\(home.path)"
            idle_threads = "1s"
            """
        let bus = try BusClient(DaemonProcess([], options))
        for number in 1...2 { try bus.ready("main-\(number)") }
        let thread = try bus.result("thread/start", ["cwd": .string(home.workspace)]).text("thread/id")

        func turn() throws -> Event {
            let params: JSON = [
                "threadId": .string(thread), "input": [["type": "text", "text": "Go on. [[stub deltas=3]]"]],
            ]
            let id = try bus.result("turn/start", params).text("turn/id")
            return try bus.event("ev.\(thread).turn/completed") { try $0.json.text("params/turn/id") == id }
        }
        let owner = try turn().header.worker
        let unloaded = try bus.event("ev.\(thread).bosun/threadUnloaded")
        let watermark = try #require(bus.events("sy.\(thread).watermark").last)
        #expect(watermark.header.seq < unloaded.header.seq)
        #expect(try UInt64(watermark.json.int("ev")) == unloaded.header.scopeSeq - 1)

        #expect(try turn().header.worker == owner)
        let deltas = bus.events("dl.\(thread).item/agentMessage/delta")
        #expect(deltas.map(\.header.scopeSeq) == [1, 2, 3, 4, 5, 6])
        #expect(!bus.events.contains { $0.topic.hasSuffix("bosun/threadMoved") })
    }
}
