import BusProtocol
import Foundation
import JSONRPC
import TestSupport
import Testing

@Suite(.serialized, .waits, .showsDaemonLogs) struct CodexDrainTests {
    /// A codex is replaced by another one while turns run on it: none of them is cut off.
    @Test func aRollingRestartBringsTheNewProgramAndInterruptsNoTurn() throws {
        let directory = try TemporaryDirectory()
        let command = try CodexHome.command()
        let program = directory.file("codex")
        try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: command[0])
        let session = try CodexSession(workers: 2, command: [program] + command.dropFirst())
        let bus = session.bus
        let old = try [bus.worker("main-1").int("pid"), bus.worker("main-2").int("pid")]
        let turn = try session.startTurn("deltas=40 delay-ms=50")
        let owner = try bus.event("dl.\(session.thread).item/agentMessage/delta").header.worker
        let other = try bus.result("thread/start", meta: ["worker": .string("main-\(3 - owner)")]).text("thread/id")
        _ = try bus.result(
            "turn/start",
            [
                "threadId": .string(other),
                "input": [["type": "text", "text": "Go on. [[stub deltas=40 delay-ms=50]]"]],
            ])

        let new = try directory.write("new", "#!/bin/sh\nNEW_PROGRAM=yes exec \(command[0]) \"$@\"\n", mode: 0o755)
        #expect(rename(new, program) == 0)
        let answer = try bus.result("fleet/restart", ["rolling": true])
        #expect(try answer.text("state") == "rolling" && answer.int("remaining") == 2)
        #expect(try bus.result("fleet/restart").text("state") == "rolling")
        // It is for a worker that drains, or will: it waits for the next process.
        let waiting = try session.sendTurn("deltas=3")

        try bus.event("sy.-.rollingRestart") { try $0.json.text("state") == "done" }
        try bus.catchUp()
        #expect(try session.turnEnd(turn) == "completed")
        let ended = try bus.event("ev.\(other).turn/completed")
        #expect(try ended.json.text("params/turn/status") == "completed")
        #expect(try session.turnEnd(bus.reply(to: waiting)) == "completed")
        #expect(!bus.events.contains { $0.topic.hasSuffix("bosun/turnInterrupted") })
        for number in 1...2 {
            let worker = try bus.ready("main-\(number)", generation: 2)
            let pid = pid_t(try worker.int("pid"))
            #expect(try !old.contains(Int64(pid)) && worker.int("failures") == 0)
            #expect(ProcFS.processes(carrying: "NEW_PROGRAM=yes").contains(pid))
        }
        let exits = bus.events.filter { $0.topic.hasSuffix(".exited") }
        #expect(try exits.map { try $0.json.text("endedBy") } == ["eof", "eof"])
    }

    @Test func aTurnThatIsInterruptedLetsTheDrainGoOn() throws {
        let session = try CodexSession(workers: 1)
        let turn = try session.startTurn("deltas=10000 delay-ms=50")
        try session.bus.event("dl.\(session.thread).item/agentMessage/delta")
        try session.bus.result("worker/drain", ["worker": "main-1", "then": "start"])
        #expect(try session.bus.worker().text("state") == "draining")
        #expect(try session.bus.call("thread/start").reason == "no_worker")
        // An operator who has no more time interrupts it himself.
        try session.bus.result(
            "turn/interrupt",
            ["threadId": .string(session.thread), "turnId": turn.json.at("result/turn/id")])
        #expect(try session.turnEnd(turn) == "interrupted")
        try session.bus.ready(generation: 2)
        #expect(try session.turnEnd(session.startTurn("deltas=3")) == "completed")
        #expect(!session.bus.events.contains { $0.topic.hasSuffix("bosun/turnInterrupted") })
    }
}
