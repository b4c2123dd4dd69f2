import TestSupport
import BusProtocol
import Foundation
import JSONRPC
import Testing

@Suite(.serialized, .waits, .showsDaemonLogs) struct CodexLifeTests {
    @Test func aThreadGoesOnWithASiblingWhenItsWorkerCannotComeBack() throws {
        let directory = try TemporaryDirectory()
        let program = directory.file("codex")
        let command = try CodexHome.command()
        try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: command[0])
        let session = try CodexSession(workers: 2, command: [program] + command.dropFirst())
        #expect(try session.turnEnd(session.startTurn("deltas=3")) == "completed")
        let owner = try session.bus.event("ev.\(session.thread).turn/completed").header.worker

        // Without its program the worker is not due for a minute.
        try FileManager.default.removeItem(atPath: program)
        kill(pid_t(try session.bus.worker("main-\(owner)").int("pid")), SIGKILL)
        try session.bus.event("wk.wmain-\(owner).backingOff") { $0.json["reason"]?.stringValue != nil }
        let moved = try session.bus.event("ev.\(session.thread).bosun/threadMoved")
        #expect(try moved.json.text("from") == "main-\(owner)" && moved.json.text("to") == "main-\(3 - owner)")
        session.bus.forget()
        #expect(try session.turnEnd(session.startTurn("deltas=3")) == "completed")
        let event = try session.bus.event("ev.\(session.thread).turn/completed")
        #expect(event.header.worker == 3 - owner)
    }

    @Test(arguments: [SIGTERM, SIGINT]) func aSignalEndsTheDaemonAndAllOfItsProcesses(_ signal: CInt) throws {
        let session = try CodexSession(workers: 2)
        try session.startTurn("deltas=10000 delay-ms=50")
        try session.bus.event("dl.\(session.thread).item/agentMessage/delta")
        let processes = session.daemon.processes()
        #expect(processes.count >= 2)
        #expect(try session.daemon.stop(signal) == .exited(0))
        #expect(session.daemon.processes().isEmpty)
        #expect(processes.filter { ProcFS.isRunning($0) } == [])
    }
}
