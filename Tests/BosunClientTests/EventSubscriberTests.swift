import BosunClient
import BusProtocol
import BusTestSupport
import Synchronization
import TestSupport
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(10))) struct EventSubscriberTests {
    private let directory: TemporaryDirectory
    private let patience = Duration.seconds(20)

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func publisher(_ atSync: @escaping ScriptedPublisher.AtSync) throws -> ScriptedSocket {
        try ScriptedPublisher.events(at: directory.sockets.events, atSync)
    }

    private func next(_ subscriber: EventSubscriber) throws -> Event {
        guard case .event(let event) = try subscriber.next(timeout: patience) else { throw NothingCame() }
        return event
    }

    private struct NothingCame: Error {}

    @Test func whatComesBeforeTheEchoIsDroppedAndNothingBehindIt() throws {
        let publisher = try publisher { sync, socket in
            try ScriptedPublisher.publish("ev.t.before", seq: 1, on: socket)
            try ScriptedPublisher.publish(sync, epoch: 3, seq: 1, on: socket)
            for seq in 2...500 as ClosedRange<UInt64> {
                try ScriptedPublisher.publish(
                    "ev.t.after", epoch: 3, seq: seq, scopeSeq: seq, body: "{\"n\":\(seq)}", on: socket)
            }
        }
        let subscriber = try EventSubscriber(directory.endpoints)
        try subscriber.subscribe("ev.")
        #expect(try subscriber.join(timeout: patience) == EventCursor(epoch: 3, seq: 1))
        for seq in 2...500 as ClosedRange<UInt64> {
            let event = try next(subscriber)
            #expect(event.topic == Topic(.event, scope: "t", method: "after"))
            #expect(event.header.seq == seq && event.header.epoch == 3)
            #expect(event.body == Array("{\"n\":\(seq)}".utf8))
        }
        #expect(try subscriber.next(timeout: .zero).isNothing)
        #expect(publisher.failure == nil)
    }

    @Test(arguments: [
        [[UInt8]("ev.t.m".utf8)],
        [Array("ev.t.m".utf8), ScriptedPublisher.header(seq: 1)],
        [Array("ev.t.m".utf8), ScriptedPublisher.header(seq: 1), [], []],
        Array(repeating: Array("ev.t.m".utf8), count: 20),
        [Array("ev.t".utf8), ScriptedPublisher.header(seq: 1), []],
        [Array("xx.t.m".utf8), ScriptedPublisher.header(seq: 1), []],
        [[], ScriptedPublisher.header(seq: 1), []],
        [[0xFF, 0xFE, 0x00], ScriptedPublisher.header(seq: 1), []],
        [Array("ev.t.m".utf8), [], []],
        [Array("ev.t.m".utf8), Array(ScriptedPublisher.header(seq: 1).dropLast()), []],
        [Array("ev.t.m".utf8), [2] + ScriptedPublisher.header(seq: 1).dropFirst(), []],
    ]) func whatIsNoEventIsAnErrorAndTheNextOneComes(frames: [[UInt8]]) throws {
        let publisher = try publisher { sync, socket in
            try ScriptedPublisher.publish(sync, seq: 1, on: socket)
            try ScriptedPublisher.publish(frames, on: socket)
            try ScriptedPublisher.publish("ev.t.good", seq: 2, on: socket)
        }
        let subscriber = try EventSubscriber(directory.endpoints)
        try subscriber.subscribe("")
        _ = try subscriber.join(timeout: patience)
        let failure = try #require(throws: ClientError.self) { _ = try subscriber.next(timeout: patience) }
        guard case .malformedEvent = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
        #expect(try next(subscriber).topic.method == "good")
        #expect(publisher.failure == nil)
    }

    @Test func aLongerHeaderOfALaterDaemonIsRead() throws {
        var header = ScriptedPublisher.header(seq: 2)
        header[2] = 72
        header += [UInt8](repeating: 9, count: 8)
        let publisher = try publisher { [header] sync, socket in
            try ScriptedPublisher.publish(sync, seq: 1, on: socket)
            try ScriptedPublisher.publish([Array("ev.t.m".utf8), header, Array("{}".utf8)], on: socket)
        }
        let subscriber = try EventSubscriber(directory.endpoints)
        try subscriber.subscribe("ev.")
        _ = try subscriber.join(timeout: patience)
        #expect(try next(subscriber).header.seq == 2)
        #expect(publisher.failure == nil)
    }

    @Test func anotherSubscribersEchoIsNotOurs() throws {
        let publisher = try publisher { sync, socket in
            try ScriptedPublisher.publish("~sync.01a1fae8-8e55-7b92-887c-7c63277e4a6d", seq: 7, on: socket)
            try ScriptedPublisher.publish(sync, seq: 8, on: socket)
            try ScriptedPublisher.publish("~sync.01a1fae8-8e55-7b92-887c-7c63277e4a6d", seq: 8, on: socket)
            try ScriptedPublisher.publish("ev.t.m", seq: 9, on: socket)
        }
        let subscriber = try EventSubscriber(directory.endpoints)
        try subscriber.subscribe("")
        #expect(try subscriber.join(timeout: patience).seq == 8)
        #expect(try next(subscriber).header.seq == 9)
        #expect(publisher.failure == nil)
    }

    @Test func noEchoInTimeIsNoDaemon() throws {
        let publisher = try publisher { _, _ in }
        let subscriber = try EventSubscriber(directory.endpoints)
        let failure = try #require(throws: ClientError.self) { _ = try subscriber.join(timeout: .milliseconds(200)) }
        guard case .noDaemon = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
        #expect(failure.description.contains(directory.sockets.events))
        #expect(publisher.failure == nil)
    }

    @Test func nobodyAtThePathIsSaidAtOnce() throws {
        let failure = try #require(throws: ClientError.self) { _ = try EventSubscriber(directory.endpoints) }
        guard case .noDaemon = failure.code else {
            Issue.record("\(failure.code)")
            return
        }
    }

    @Test func theNextDaemonIsTold() throws {
        var publisher: ScriptedSocket? = try publisher { sync, socket in
            try ScriptedPublisher.publish(sync, epoch: 1, seq: 5, on: socket)
        }
        let subscriber = try EventSubscriber(directory.endpoints)
        try subscriber.subscribe("ev.")
        #expect(try subscriber.join(timeout: patience) == EventCursor(epoch: 1, seq: 5))
        publisher = nil
        publisher = try self.publisher { sync, socket in
            try ScriptedPublisher.publish(sync, epoch: 2, seq: 0, on: socket)
            try ScriptedPublisher.publish("ev.t.m", epoch: 2, seq: 1, on: socket)
        }
        guard case .rejoined(let cursor) = try subscriber.next(timeout: patience) else { throw NothingCame() }
        #expect(cursor == EventCursor(epoch: 2, seq: 0))
        #expect(try next(subscriber).header.epoch == 2)
        #expect(publisher?.failure == nil)
    }

    /// With libzmq's default bound some of them would be gone in silence.
    @Test func thousandsOfSubscriptionsArrive() throws {
        let topics = Topics()
        let publisher = try ScriptedPublisher.events(
            at: directory.sockets.events, subscribed: { topics.insert($0) }
        ) { sync, socket in
            try ScriptedPublisher.publish(sync, seq: 1, on: socket)
        }
        let subscriber = try EventSubscriber(directory.endpoints)
        let wanted = Set((0..<5_000).map { "ev.thread-\($0)." })
        for prefix in wanted { try subscriber.subscribe(prefix) }
        _ = try subscriber.join(timeout: patience)
        #expect(wanted.isSubset(of: topics.all))
        #expect(publisher.failure == nil)
    }

    private final class Topics: Sendable {
        private let values = Mutex<Set<String>>([])

        var all: Set<String> { values.withLock { $0 } }

        func insert(_ topic: String) {
            values.withLock { _ = $0.insert(topic) }
        }
    }
}
