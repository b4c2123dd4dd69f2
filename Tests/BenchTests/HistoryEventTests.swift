import BosunClient
import BusProtocol
import Testing

@testable import Bench

/// What the checker is given of an event, as the daemon publishes it.
@Suite struct HistoryEventTests {
    private func seen(_ topic: String, _ body: String, flags: EventFlags = []) throws -> HistoryEvent {
        let header = EventHeader(
            flags: flags, generation: 3, epoch: 9, seq: 8, scopeSeq: 7, unixNanoseconds: 1, worker: 2)
        return try HistoryEvent(
            Event(topic: try #require(Topic(parsing: topic)), header: header, body: Array(body.utf8)))
    }

    @Test(
        arguments: [
            ("ev.t.turn/started", #"{"method":"turn/started","params":{"turn":{"id":"a"}}}"#, .turnStarted("a")),
            ("ev.t.turn/completed", #"{"method":"turn/completed","params":{"turn":{"id":"a"}}}"#, .turnCompleted("a")),
            (
                "dl.t.item/agentMessage/delta",
                #"{"method":"m","params":{"turnId":"a","delta":"0000000042 0000012345678901234 xx"}}"#,
                .delta(turn: "a", number: 42)
            ),
            ("ev.t.thread/status/changed", #"{"method":"m","params":{"status":{"type":"idle"}}}"#, .thread),
            ("ev.wmain-1.turn/started", #"{"method":"m","params":{"turn":{"id":"a"}}}"#, .other),
        ] as [(String, String, HistoryEvent.Content)])
    func aWorkersWordIsRead(_ topic: String, _ body: String, _ content: HistoryEvent.Content) throws {
        let event = try seen(topic, body)
        #expect(event.content == content)
        #expect(!event.isDaemons)
        #expect((event.epoch, event.seq, event.scopeSeq) == (9, 8, 7))
        #expect((event.worker, event.generation) == (2, 3))
    }

    @Test(
        arguments: [
            ("wk.wmain-1.spawned", .spawned), ("wk.wmain-1.ready", .ready), ("wk.wmain-1.exited", .exited),
            ("wk.wmain-1.gone", .gone), ("wk.wmain-1.backingOff", .other), ("ev.t.bosun/threadLost", .threadLost),
            ("ev.t.bosun/turnInterrupted", .other), ("sy.-.bye", .other),
        ] as [(String, HistoryEvent.Content)])
    func theDaemonsOwnIsRead(_ topic: String, _ content: HistoryEvent.Content) throws {
        let event = try seen(topic, "{}", flags: .madeByDaemon)
        #expect(event.content == content)
        #expect(event.isDaemons)
    }

    @Test(arguments: [
        ("ev.t.turn/started", "garbage"), ("ev.t.turn/started", #"{"method":"m"}"#),
        ("dl.t.item/agentMessage/delta", #"{"method":"m","params":{"turnId":"a","delta":"x"}}"#),
    ])
    func whatCantBeReadIsAnError(_ topic: String, _ body: String) {
        #expect(throws: BenchError.self) { try seen(topic, body) }
    }

    @Test func aHeartbeatSaysHowManyThereWere() throws {
        let body = #"{"last":{"ev":7,"dl":0,"rq":1,"wk":2}}"#
        let event = try seen("sy.-.heartbeat", body, flags: .madeByDaemon)
        #expect(event.content == .heartbeat([.event: 7, .delta: 0, .request: 1, .worker: 2]))
    }

    /// Its flags are not: a replay has others.
    @Test func whatIsTheSameHasTheSameDigest() throws {
        let body = #"{"method":"m","params":{}}"#
        let event = try seen("ev.t.thread/started", body)
        let again = try seen("ev.t.thread/started", body, flags: .replayed)
        #expect(again.isReplayed && !event.isReplayed && event.isJournaled)
        #expect(try seen("ev.t.thread/started", body, flags: .notJournaled).isJournaled == false)
        #expect(again.digest == event.digest)
        #expect(try seen("ev.t.thread/started", #"{"method":"n","params":{}}"#).digest != event.digest)
        #expect(try seen("ev.u.thread/started", body).digest != event.digest)
        #expect(try seen("ev.t.thread/started", body, flags: .byReference).digest != event.digest)
    }

    @Test func aReadyWorkersProcessIsKnown() throws {
        #expect(try seen("wk.wmain-1.ready", #"{"pid":77}"#, flags: .madeByDaemon).pid == 77)
        #expect(try seen("wk.wmain-1.exited", #"{"pid":77}"#, flags: .madeByDaemon).pid == 0)
    }
}
