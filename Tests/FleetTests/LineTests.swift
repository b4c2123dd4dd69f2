import BusProtocol
import Diagnostics
import EventLoop
import Fleet
import JSONRPC
import TestSupport
import Testing

@testable import Supervision

/// What the fleet learns from lines that it only counts.
@Suite struct LineTests {
    private final class Sink: EventSink, CommandReplies, @unchecked Sendable {
        // Touched on the loop only.
        private(set) var said: [String] = []

        var seq: UInt64 { UInt64(said.count) }
        var counters: JSON { [:] }

        func publish(
            notification line: borrowing Line, method: BorrowedText, scope: String, origin: EventOrigin
        ) -> EventKind? {
            EventKind.ofNotification(method.string)
        }

        func publish(
            request line: borrowing Line, method: BorrowedText, scope: String, origin: EventOrigin
        ) -> Bool { true }

        func publish(_ kind: EventKind, scope: String, method: String, body: JSON, origin: EventOrigin) {
            said.append("\(scope) \(method)")
        }

        func publishWatermark(scope: String) {}
        func publishHeartbeat(_ more: JSON) {}
        func rest(scope: String) {}
        func reply(_ token: CommandToken, _ reply: CommandReply, meta: JSON) {}
    }

    @Test func aDeltaIsASignOfLifeOfItsTurn() async throws {
        let clock = ManualClock()
        let loop = try EventLoop(name: "loop", clock: clock)
        defer { loop.stop() }
        let identity = WorkerIdentity(name: "main-1", number: 1, group: "main")
        var status = WorkerStatus()
        status.state = .ready
        var state = FleetState(epoch: 1, version: "test")
        state.add(WorkerRecord(identity: identity, codexHome: "/home", status: status))
        let sink = Sink()
        let fleet = Fleet(state, on: loop, events: sink, replies: sink, log: Log(minimum: .error))

        @Sendable func say(_ method: String, _ params: JSON) throws {
            let scanner = EnvelopeScanner()
            let message: JSON = ["method": .string(method), "params": params]
            try Line.withCopy(of: message.serialized()) { line in
                let envelope = try scanner.scan(line)
                fleet.worker(identity, said: line, envelope, LineContext(generation: 1, readAt: 0, scanner: scanner))
            }
        }
        @Sendable func pass(_ seconds: Int) {
            clock.advance(by: .seconds(seconds))
            fleet.assumeIsolated { $0.beat() }  // on the loop
        }

        let said = try await loop.run {
            try say("thread/started", ["thread": ["id": "t"]])
            try say("turn/started", ["threadId": "t", "turn": ["id": "u"]])
            pass(1)
            for _ in 0..<5 {
                try say("item/agentMessage/delta", ["threadId": "t", "delta": "x"])
                // Another thread's line, and one of the worker's own, count for neither.
                try say("some/thing", ["threadId": "nobody's"])
                pass(200)
            }
            let before = sink.said
            pass(299)
            try say("some/thing", [:])
            pass(1)
            return (before, sink.said)
        }
        #expect(said.0 == [])
        #expect(said.1 == ["t bosun/turnStalled"])
    }
}
