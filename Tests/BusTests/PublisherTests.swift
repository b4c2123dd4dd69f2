import Bus
import BusProtocol
import EventLoop
import JSONRPC
import TestSupport
import Testing
import ZeroMQ

@Suite struct PublisherTests {
    private struct Received {
        let topic: String
        let header: EventHeader
        let body: String
    }

    /// A publisher on a loop, and a subscriber that has joined.
    private struct Rig {
        let loop: EventLoop
        let publisher: Publisher
        let directory: TemporaryDirectory
        let context: Context

        init(journal: (any EventJournal)? = nil, waitingEvents: Int = 100) async throws {
            directory = try TemporaryDirectory()
            context = try Context()
            loop = try EventLoop(name: "test")
            let socket = try Socket(.xpub, in: context)
            try socket.set(.xpubVerbose, true)
            try socket.bind("ipc://\(directory.path)/e")
            let publisher = Publisher(
                LoopSocket(socket, on: loop), epoch: 42, version: "test", journal: journal,
                deltas: DeltaRing(capacity: 1 << 16), waitingEvents: waitingEvents)
            self.publisher = publisher
            try await loop.run { try publisher.start(onFailure: { _ in }, onExcess: { _, _, _ in }) }
        }

        /// What a subscriber to `prefix` gets of what `body` publishes.
        func receive(
            _ prefix: String, count: Int, _ body: @escaping @Sendable (Publisher) throws -> Void
        ) async throws -> [Received] {
            let socket = try Socket(.sub, in: context)
            try socket.connect("ipc://\(directory.path)/e")
            try socket.subscribe(prefix)
            try socket.subscribe("~sync.test")
            guard let echo = try socket.receiveMultipart(limit: 8, timeout: .seconds(30)) else {
                Issue.record("no echo of the sync subscription")
                return []
            }
            #expect(echo.count == 3)
            #expect(echo[0].text == "~sync.test")
            let publisher = publisher
            try await loop.run { try body(publisher) }
            var received: [Received] = []
            while received.count < count {
                guard let message = try socket.receiveMultipart(limit: 8, timeout: .seconds(30)) else { break }
                let header = message[1].withUnsafeBytes { EventHeader(decoding: $0) }
                received.append(Received(topic: message[0].text, header: try #require(header), body: message[2].text))
            }
            return received
        }
    }

    private static func say(
        _ method: String, scope: String, _ publisher: Publisher, request: Bool = false
    ) throws -> EventKind? {
        let line = Array(#"{"method":"\#(method)", "params":{"n": 1.0}}"#.utf8)
        let scanner = EnvelopeScanner()
        return try Line.withCopy(of: line) { line in
            let envelope = try scanner.scan(line)
            let method = try #require(envelope.method)
            let origin = EventOrigin(worker: 3, generation: 2, unixNanoseconds: 99)
            guard request else {
                return publisher.publish(notification: line, method: method, scope: scope, origin: origin)
            }
            return publisher.publish(request: line, method: method, scope: scope, origin: origin) ? .request : nil
        }
    }

    @Test func aLineIsPublishedByteForByteUnderItsKindScopeAndMethod() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let received = try await rig.receive("", count: 3) { publisher in
            let kinds = [
                try Self.say("turn/started", scope: "t", publisher),
                try Self.say("item/agentMessage/delta", scope: "t", publisher),
                try Self.say("item/fileChange/requestApproval", scope: "t", publisher, request: true),
            ]
            #expect(kinds == [.event, .delta, .request])
        }
        #expect(
            received.map(\.topic) == [
                "ev.t.turn/started", "dl.t.item/agentMessage/delta", "rq.t.item/fileChange/requestApproval",
            ])
        #expect(received[0].body == #"{"method":"turn/started", "params":{"n": 1.0}}"#)
        let header = received[0].header
        #expect(header.epoch == 42 && header.worker == 3 && header.generation == 2 && header.unixNanoseconds == 99)
        #expect(!header.flags.contains(.madeByDaemon))
        #expect(received.map(\.header.seq) == [1, 2, 3])
        #expect(received.map(\.header.scopeSeq) == [1, 1, 1])
    }

    /// Each kind of each scope counts for itself, so that a subscriber to it alone sees a gap.
    @Test func everyScopeAndKindCountsForItself() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let received = try await rig.receive("ev.a.", count: 3) { publisher in
            for scope in ["a", "b", "a", "b", "a"] {
                _ = try Self.say("turn/started", scope: scope, publisher)
                _ = try Self.say("item/agentMessage/delta", scope: scope, publisher)
            }
        }
        #expect(received.map(\.header.scopeSeq) == [1, 2, 3])
        #expect(received.map(\.header.seq) == [1, 5, 9])
    }

    /// The counts outlive what is kept ready: a scope that comes back does not seem to go back.
    /// A million threads rest for as long as the daemon runs: what is kept of each goes on where it was.
    @Test func aScopeThatWasPutAwayGoesOnCounting() async throws {
        let rig = try await Rig()
        let (thread, other) = ("01a1fae8-8e55-7b92-887c-7c63277e4a6d", "Not-A-UUID")
        let received = try await rig.receive("", count: 88) { publisher in
            _ = try Self.say("turn/started", scope: other, publisher)
            for _ in 0..<3 { _ = try Self.say("turn/started", scope: thread, publisher) }
            _ = try Self.say("item/agentMessage/delta", scope: thread, publisher)
            _ = try Self.say("item/tool/requestUserInput", scope: thread, publisher, request: true)
            #expect(publisher.counters["scopes"] == 2)
            for _ in 0..<64 { publisher.publishHeartbeat([:]) }
            #expect(publisher.counters["scopes"] == 3)
            publisher.rest(scope: thread)
            _ = try Self.say("turn/started", scope: thread, publisher)
            _ = try Self.say("item/agentMessage/delta", scope: thread, publisher)
            _ = try Self.say("turn/started", scope: other, publisher)
            publisher.publishWatermark(scope: thread)
            #expect(publisher.counters["scopes"] == 3)
        }
        let last = received.suffix(4).filter { !$0.topic.hasPrefix("sy.-") }
        #expect(
            last.map(\.topic) == [
                "ev.\(thread).turn/started", "dl.\(thread).item/agentMessage/delta", "ev.\(other).turn/started",
                "sy.\(thread).watermark",
            ])
        // 1, 2, 4, … 64 heartbeats after the last event there was a watermark.
        #expect(last.map(\.header.scopeSeq) == [4, 2, 2, 8])
        #expect(last.last?.body == #"{"ev":4,"dl":2,"rq":1,"wk":0}"#)
    }

    @Test func aScopeThatRestedGoesOnCounting() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let received = try await rig.receive("ev.", count: 2) { publisher in
            _ = try Self.say("turn/started", scope: "t", publisher)
            publisher.rest(scope: "t")
            _ = try Self.say("turn/started", scope: "t", publisher)
        }
        #expect(received.map(\.header.scopeSeq) == [1, 2])
    }

    @Test(arguments: ["approval/opened", "bosun/threadLost", "a.b", "a b"])
    func aMethodThatWouldForgeATopicIsNotPublished(_ method: String) async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let received = try await rig.receive("", count: 1) { publisher in
            let kinds = [
                try Self.say(method, scope: "t", publisher),
                try Self.say(method, scope: "t", publisher, request: true),
            ]
            #expect(kinds == [nil, nil])
            _ = try Self.say("turn/started", scope: "t", publisher)
        }
        #expect(received.map(\.topic) == ["ev.t.turn/started"])
        #expect(received[0].header.seq == 1)
    }

    /// Methods without end take no memory without end, and each still gets its topic.
    @Test func manyMethodsOfOneScopeAllGetTheirTopics() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let received = try await rig.receive("ev.", count: 300) { publisher in
            for number in 0..<300 { _ = try Self.say("made/up\(number % 150)", scope: "t", publisher) }
        }
        #expect(received.map(\.topic) == (0..<300).map { "ev.t.made/up\($0 % 150)" })
    }

    @Test func theDaemonsOwnEventsCarryItsFlagAndWatermarksTheCounts() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let received = try await rig.receive("sy.", count: 2) { publisher in
            _ = try Self.say("item/agentMessage/delta", scope: "t", publisher)
            _ = try Self.say("item/agentMessage/delta", scope: "t", publisher)
            publisher.publishWatermark(scope: "t")
            publisher.publishHeartbeat(["openApprovals": 5])
        }
        #expect(received.map(\.topic) == ["sy.t.watermark", "sy.-.heartbeat"])
        #expect(received.map(\.header.flags) == [[.madeByDaemon, .notJournaled], [.madeByDaemon, .notJournaled]])
        #expect(try JSON(parsing: received[0].body) == ["ev": 0, "dl": 2, "rq": 0, "wk": 0])
        let heartbeat = try JSON(parsing: received[1].body)
        #expect(heartbeat["openApprovals"] == 5)
        #expect(heartbeat["seq"]?.intValue == Int64(received[1].header.seq))
    }

    // MARK: The journal first

    @Test func aDurableEventWaitsForTheJournalAndADeltaForTheEventBeforeIt() async throws {
        let journal = ManualJournal()
        let rig = try await Rig(journal: journal)
        defer { rig.loop.stop() }
        let received = try await rig.receive("", count: 4) { publisher in
            _ = try Self.say("item/agentMessage/delta", scope: "t", publisher)
            _ = try Self.say("turn/started", scope: "t", publisher)
            _ = try Self.say("item/agentMessage/delta", scope: "t", publisher)
            _ = try Self.say("turn/completed", scope: "u", publisher)
            #expect(publisher.seq == 4)
            #expect(publisher.sentSeq == 1)
            publisher.settle(through: 2, isStored: true)
            #expect(publisher.sentSeq == 3)
            publisher.settle(through: 4, isStored: true)
            #expect(publisher.sentSeq == 4)
        }
        #expect(received.map(\.header.seq) == [1, 2, 3, 4])
        #expect(received.map { $0.header.flags.contains(.notJournaled) } == [true, false, true, false])
        #expect(journal.events.map(\.header) == [received[1].header, received[3].header])
        #expect(
            journal.events.map { String(decoding: $0.topic, as: UTF8.self) } == [received[1].topic, received[3].topic])
        #expect(String(decoding: try #require(journal.events.first).body, as: UTF8.self) == received[1].body)
    }

    @Test func whatTheJournalDoesNotTakeIsPublishedInItsPlaceAndSaysSo() async throws {
        let journal = ManualJournal()
        let rig = try await Rig(journal: journal)
        defer { rig.loop.stop() }
        let received = try await rig.receive("", count: 2) { publisher in
            _ = try Self.say("turn/started", scope: "t", publisher)
            journal.accept(false)
            _ = try Self.say("turn/completed", scope: "t", publisher)
            #expect(publisher.sentSeq == 0)
            publisher.settle(through: 1, isStored: true)
            #expect(publisher.counters["notJournaled"] == 1)
        }
        #expect(received.map { $0.header.flags.contains(.notJournaled) } == [false, true])
        #expect(received.map(\.header.scopeSeq) == [1, 2])
    }

    /// A disk that stands still must not hold the stream for ever.
    @Test func aStalledJournalIsWaitedForUpToTheBound() async throws {
        let journal = ManualJournal()
        let rig = try await Rig(journal: journal, waitingEvents: 3)
        defer { rig.loop.stop() }
        let received = try await rig.receive("ev.", count: 6) { publisher in
            for _ in 1...3 { _ = try Self.say("turn/started", scope: "t", publisher) }
            #expect(publisher.sentSeq == 0)
            _ = try Self.say("turn/started", scope: "t", publisher)
            #expect(publisher.sentSeq == 4)
            // Behind still: the next one is neither held nor given to it.
            _ = try Self.say("turn/started", scope: "t", publisher)
            #expect(publisher.sentSeq == 5)
            publisher.settle(through: 4, isStored: true)
            _ = try Self.say("turn/started", scope: "t", publisher)
            #expect(publisher.sentSeq == 5)
            publisher.settle(through: 6, isStored: true)
            #expect(publisher.counters["overruns"] == 1)
        }
        #expect(received.map(\.header.seq) == [1, 2, 3, 4, 5, 6])
        #expect(received.map { $0.header.flags.contains(.notJournaled) } == [true, true, true, true, true, false])
        #expect(journal.events.map(\.header.seq) == [1, 2, 3, 4, 6])
        // The journal is told what was published before it had answered.
        #expect(journal.outruns == (1, 1))
        #expect(journal.missed == [5])
    }

    /// The next daemon must know of it, were this one killed right behind it.
    @Test func whatIsPublishedWithoutAStalledJournalWaitsUntilThatIsNoted() async throws {
        let journal = ManualJournal()
        journal.holdOutruns()
        let rig = try await Rig(journal: journal, waitingEvents: 3)
        defer { rig.loop.stop() }
        let received = try await rig.receive("ev.", count: 6) { publisher in
            for _ in 1...5 { _ = try Self.say("turn/started", scope: "t", publisher) }
            #expect(journal.outruns == (1, 0))
            #expect(publisher.sentSeq == 0)
            // Nor is what was stored meanwhile sent past it.
            publisher.settle(through: 2, isStored: true)
            #expect(publisher.sentSeq == 0)
            journal.sayReady()
            #expect(publisher.sentSeq == 5)
            _ = try Self.say("turn/started", scope: "t", publisher)
            #expect(publisher.sentSeq == 6)
            #expect(publisher.counters["overruns"] == 1)
        }
        #expect(received.map { $0.header.flags.contains(.notJournaled) } == [false, false, true, true, true, true])
        #expect(journal.missed == [5, 6])
        #expect(journal.outruns == (1, 0))
    }

    /// The journal holds each whole body until it is written, though what waits here is a reference.
    @Test func largeBodiesThatWaitForAStalledJournalHaveABound() async throws {
        let journal = ManualJournal()
        let rig = try await Rig(journal: journal)
        defer { rig.loop.stop() }
        let body: JSON = ["x": .string(String(repeating: "x", count: 16 << 20))]
        let received = try await rig.receive("ev.", count: 4) { publisher in
            for seq in 1...4 as ClosedRange<UInt64> {
                #expect(publisher.sentSeq == 0 && publisher.seq == seq - 1)
                publisher.publish(
                    .event, scope: "t", method: "m/n", body: body, origin: EventOrigin(unixNanoseconds: 1))
            }
            // 64 MiB.
            #expect(publisher.sentSeq == 4)
        }
        #expect(received.allSatisfy { $0.header.flags.isSuperset(of: [.notJournaled, .byReference]) })
        #expect(journal.outruns == (1, 0))
    }

    /// Who can't even note that is not waited for: not for ever, and not for any number of events.
    @Test(arguments: [false, true]) func whatCantBeNotedIsNotWaitedFor(_ isMuch: Bool) async throws {
        let journal = ManualJournal()
        journal.holdOutruns()
        let rig = try await Rig(journal: journal, waitingEvents: 8)
        defer { rig.loop.stop() }
        let count = isMuch ? 17 : 9
        let received = try await rig.receive("ev.", count: count) { publisher in
            for _ in 1..<count { _ = try Self.say("turn/started", scope: "t", publisher) }
            #expect(publisher.sentSeq == 0)
            _ = try Self.say("turn/started", scope: "t", publisher)
            if !isMuch {
                publisher.publishHeartbeat([:])
                publisher.publishHeartbeat([:])
                #expect(publisher.sentSeq == 0)
                publisher.publishHeartbeat([:])
            }
            #expect(publisher.sentSeq >= UInt64(count))
            // It comes too late for anything.
            journal.sayReady()
        }
        #expect(received.allSatisfy { $0.header.flags.contains(.notJournaled) })
        #expect(journal.outruns == (1, 0))
    }

    /// A journal that answers in the meantime was not outrun: what it is given behind that waits for it again.
    @Test func aJournalThatCatchesUpBeforeThatIsNotedIsWaitedFor() async throws {
        let journal = ManualJournal()
        journal.holdOutruns()
        let rig = try await Rig(journal: journal)
        defer { rig.loop.stop() }
        let received = try await rig.receive("ev.", count: 4) { publisher in
            for _ in 1...2 { _ = try Self.say("turn/started", scope: "t", publisher) }
            // Until it has been silent for too long.
            for _ in 1...10 where journal.outruns.begun == 0 { publisher.publishHeartbeat([:]) }
            _ = try Self.say("turn/started", scope: "t", publisher)
            #expect(journal.missed == [publisher.seq])
            publisher.settle(through: 2, isStored: true)
            #expect(journal.outruns == (1, 1))
            _ = try Self.say("turn/started", scope: "t", publisher)
            #expect(publisher.sentSeq == 0)
            journal.sayReady()
            #expect(publisher.sentSeq == publisher.seq - 1)
            publisher.settle(through: publisher.seq, isStored: true)
            #expect(publisher.sentSeq == publisher.seq)
        }
        #expect(received.map { $0.header.flags.contains(.notJournaled) } == [false, false, true, false])
    }

    @Test func deltasAreKeptAsTheyWereSent() async throws {
        let rig = try await Rig()
        defer { rig.loop.stop() }
        let received = try await rig.receive("dl.", count: 1) { publisher in
            _ = try Self.say("turn/started", scope: "t", publisher)
            _ = try Self.say("item/agentMessage/delta", scope: "t", publisher)
            var kept: [String] = []
            publisher.deltas.forEach(after: 0) { topic, header, body in
                kept = [String(decoding: topic, as: UTF8.self), "\(header.seq)", String(decoding: body, as: UTF8.self)]
                return true
            }
            #expect(
                kept == [
                    "dl.t.item/agentMessage/delta", "2", #"{"method":"item/agentMessage/delta", "params":{"n": 1.0}}"#,
                ])
        }
        #expect(received.count == 1)
    }
}
