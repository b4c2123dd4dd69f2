import BosunClient
import BusProtocol
import BusTestSupport
import JSONRPC
import Synchronization
import TestSupport
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(10))) struct UnbrokenSubscriberTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// A daemon that has no time for a large body must not make all that comes behind it wait without bound.
    @Test func whatWaitsBehindABodyThatCannotBeHadHasABound() throws {
        let publisher = try ScriptedPublisher.events(at: directory.sockets.events) { sync, socket in
            try ScriptedPublisher.publish(sync, seq: 0, on: socket)
            let header = EventHeader(flags: .byReference, epoch: 1, seq: 1, scopeSeq: 1, unixNanoseconds: 1)
            var bytes = [UInt8](repeating: 0, count: EventHeader.size)
            bytes.withUnsafeMutableBytes { header.encode(into: $0) }
            let body = #"{"ref":"1-1","size":9,"sha256":"x","method":"m"}"#
            try ScriptedPublisher.publish([Array("ev.t.m".utf8), bytes, Array(body.utf8)], on: socket)
            for seq in 2...30 as ClosedRange<UInt64> {
                try ScriptedPublisher.publish("ev.t.m", seq: seq, scopeSeq: seq, on: socket)
            }
        }
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            #expect(request["method"] == "events/body")
            return [
                ScriptedDaemon.reply(
                    #"{"jsonrpc":"2.0","id":\#(request["id"] ?? .null),"error":{"code":-33007,"message":"no","#
                        + #""data":{"reason":"overloaded","retryable":true}}}"#)
            ]
        }
        let consumer = try UnbrokenSubscriber(
            directory.endpoints, prefixes: ["ev."], fetchesBodies: true, readyLimit: 10)
        var events: [Event] = []
        // Each call ends in its time, whether or not there is something.
        for _ in 0..<600 where events.count < 30 {
            if case .event(let event)? = try consumer.next(timeout: .milliseconds(50)) { events.append(event) }
        }
        #expect(events.map(\.cursor.seq) == Array(1...30))
        #expect(events.first?.header.flags.contains(.byReference) == true)
        #expect(publisher.failure == nil && daemon.failure == nil)
    }

    private static func page(_ events: String, next: String = #"{"epoch":1,"seq":3}"#) -> String {
        #"{"events":[\#(events)],"next":\#(next),"truncated":false,"elided":false}"#
    }

    private static func event(_ seq: UInt64) -> String {
        let header = EventHeader(flags: .replayed, epoch: 1, seq: seq, scopeSeq: seq, unixNanoseconds: 1)
        return #"{"topic":"ev.t.m","header":"\#(header.base64)","body":"{}"}"#
    }

    /// A page that can't be read is an error each time it comes, not an end, and nothing of it is given out; with one that
    /// can be it goes on.
    @Test func aPageOfAReplayThatCannotBeReadIsToldAndAskedForAgain() throws {
        let publisher = try ScriptedPublisher.events(at: directory.sockets.events) { sync, socket in
            try ScriptedPublisher.publish(sync, seq: 3, on: socket)
        }
        let good = Self.event(2)
        let garbage = [
            "7", "null", "{}", "[]", Self.page("", next: "7"), Self.page("", next: #"{"epoch":1}"#),
            Self.page("", next: #"{"epoch":1,"seq":-1}"#), Self.page("", next: #"{"epoch":"1","seq":3}"#),
            #"{"next":{"epoch":1,"seq":3}}"#, #"{"events":7,"next":{"epoch":1,"seq":3}}"#, Self.page("\(good),7"),
            Self.page("\(good),{}"), Self.page(good + #",{"topic":"ev.t.m","body":"{}"}"#),
            Self.page(good + #",{"topic":"ev.t.m","header":"AQ==","body":"{}"}"#),
            Self.page(good + #",{"topic":"ev.t.m","header":"!","body":"{}"}"#),
            Self.page(good.replacing("ev.t.m", with: "no topic")), Self.page(good.replacing(#""{}""#, with: "{}")),
        ]
        let pages = Mutex(garbage + [Self.page("\(good),\(Self.event(3))")])
        let daemon = try ScriptedDaemon.commands(at: directory.sockets.commands) { request in
            #expect(request["method"] == "events/replay")
            #expect(request["params"]?["after"] == ["epoch": 1, "seq": 1])
            return [ScriptedDaemon.result(pages.withLock { $0.removeFirst() }, of: request)]
        }
        let consumer = try UnbrokenSubscriber(
            directory.endpoints, prefixes: ["ev."], from: .after(EventCursor(epoch: 1, seq: 1)))
        for text in garbage {
            let error = #expect(throws: ClientError.self, "\(text)") { try consumer.next(timeout: .seconds(60)) }
            guard case .garbageReply = error?.code else {
                Issue.record("\(text): \(String(describing: error))")
                return
            }
        }
        for seq in 2...3 as ClosedRange<UInt64> {
            guard case .event(let event)? = try consumer.next(timeout: .seconds(60)) else {
                Issue.record("no event \(seq)")
                return
            }
            #expect(event.cursor.seq == seq)
        }
        #expect(pages.withLock { $0.isEmpty })
        #expect(publisher.failure == nil && daemon.failure == nil)
    }
}
