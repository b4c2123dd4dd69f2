import TestSupport
import BusProtocol
import Foundation
import JSONRPC
import Testing

@Suite(.serialized, .waits, .showsDaemonLogs) struct CodexTurnTests {
    @Test func everyLineOfATurnComesOnceInOrderAndByteForByte() throws {
        let directory = try TemporaryDirectory()
        let codex = try CodexHome.command().joined(separator: " ")
        let copy = directory.file("stdout")
        let wrapper = try directory.write("codex", "#!/bin/sh\n\(codex) | tee \(copy)\n", mode: 0o755)
        let session = try CodexSession(command: [wrapper])
        let turn = try session.startTurn("deltas=200")
        #expect(try session.turnEnd(turn) == "completed")
        try session.bus.catchUp()

        let deltas = session.bus.events("dl.\(session.thread).item/agentMessage/delta")
        #expect(deltas.count == 200)
        let command = try #require(CommandID(try turn.json.text("meta/command")))
        #expect(deltas.allSatisfy { $0.header.cause == command && $0.header.worker == 1 && $0.header.generation == 1 })

        let ofThread = session.bus.events.filter { $0.topic.contains(session.thread) }
        for (stream, events) in Dictionary(grouping: ofThread, by: \.stream) {
            #expect(events.map(\.header.scopeSeq) == Array(1...UInt64(events.count)), "a gap in \(stream)")
        }
        let seqs = session.bus.events.map(\.header.seq)
        #expect(zip(seqs, seqs.dropFirst()).allSatisfy { $1 == $0 + 1 })

        let published = session.bus.events.filter { $0.header.worker == 1 && !$0.isFromDaemon }
        let said = try #require(directory.read("stdout")).split(separator: UInt8(ascii: "\n"))
            .filter { try JSON(parsing: Array($0))["method"] != nil }
        // Codex may have said something before the test listened; the thread and all of its turn came after.
        #expect(said.suffix(published.count).elementsEqual(published.map { $0.body[...] }))
        #expect(published.count > 200)
    }

    @Test func aFailedTurnSaysSoAndTheNextOneWorks() throws {
        let session = try CodexSession()
        #expect(try session.turnEnd(session.startTurn("fail=500")) == "failed")
        #expect(try session.turnEnd(session.startTurn("deltas=3")) == "completed")
    }

    @Test func twoWorkersOnAFreshHomeBothBecomeReadyWithoutAFailure() throws {
        let session = try CodexSession(workers: 2)
        for name in ["main-1", "main-2"] {
            let worker = try session.bus.worker(name)
            #expect(try worker.int("failures") == 0 && worker.int("restarts") == 0)
        }
    }

    @Test func whatCodexRefusesComesBackAsCodexSaidIt() throws {
        let session = try CodexSession()
        let reply = try session.bus.call("no/such/method")
        #expect(reply.code == -32600 && reply.reason == nil)
    }

    @Test func aThreadThatCodexDoesNotHaveIsUnknown() throws {
        let session = try CodexSession()
        let reply = try session.bus.call(
            "turn/start", ["threadId": "01a1fae8-8e55-7b92-887c-7c63277e4a6d", "input": []])
        #expect(reply.reason == "unknown_thread")
    }
}
