import BusProtocol
import Glibc
import JSONRPC
import TestSupport
import Testing

/// Turns that stall, threads that idle, turns that are cut off, as a group's settings have them.
@Suite(.waits, .showsDaemonLogs) struct SilenceTests {
    private func fleet(_ settings: String) throws -> (bus: BusClient, thread: JSON) {
        var options = DaemonProcess.Options()
        options.configuration = """
            [[group]]
            name = "main"
            command = ["\(Executable.fakeAppServer)"]
            \(settings)
            """
        let bus = try BusClient(DaemonProcess([], options))
        try bus.ready()
        return (bus, try bus.result("thread/start").at("thread/id"))
    }

    @Test func aTurnThatSaysNothingIsToldAndItsWorkerRecycled() throws {
        let (bus, thread) = try fleet("turn_stall = \"1s\"\nrecycle_stalled = true")
        try bus.fake([["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]]])
        let stalled = try bus.event("ev.\(thread.stringValue ?? "").bosun/turnStalled")
        #expect(try stalled.json.text("turnId") == "u" && stalled.json.int("silentMs") >= 1_000)
        #expect(try bus.event("wk.wmain-1.recycled").json.text("cause") == "turn_stalled")
        try bus.event("ev.\(thread.stringValue ?? "").bosun/turnInterrupted") { $0.json["retried"] == false }
        try bus.ready(generation: 2)
    }

    @Test func anInterruptedTurnIsStartedAgainOnce() throws {
        let (bus, thread) = try fleet("retry_interrupted = true")
        let scope = thread.stringValue ?? ""
        let turn: JSON = ["say": ["method": "turn/started", "params": ["threadId": thread, "turn": ["id": "u"]]]]
        let cause = "01a1fae8-8e55-7b92-887c-7c63277e4a6d"
        try bus.result("turn/start", ["threadId": thread], meta: ["command": .string(cause)])
        try bus.fake([turn])
        kill(pid_t(try bus.worker().int("pid")), SIGKILL)
        let first = try bus.event("ev.\(scope).bosun/turnInterrupted")
        #expect(first.json["retried"] == true && first.header.cause == CommandID(cause))
        try bus.ready(generation: 2)
        bus.forget()
        try bus.fake([turn])
        kill(pid_t(try bus.worker().int("pid")), SIGKILL)
        let second = try bus.event("ev.\(scope).bosun/turnInterrupted")
        #expect(second.json["retried"] == false && second.header.cause == CommandID(cause))
    }
}
