import BosunClient
import BusProtocol
import BusTestSupport
import JSONRPC
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
}
