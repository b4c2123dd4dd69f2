import BosunClient
import BusProtocol
import JSONRPC
import TestSupport
import Testing

/// The library's sequence of events, against a daemon.
@Suite(.waits, .showsDaemonLogs) struct SubscriberTests {
    private let directory: TemporaryDirectory
    private var endpoints: Endpoints { Endpoints(runDirectory: directory.file("run")) }

    init() throws { directory = try TemporaryDirectory() }

    private func client(settings: String = "") throws -> BusClient {
        let daemon = try DaemonProcess(FakeAppServer.command, daemon: settings, group: "", in: directory)
        let bus = try BusClient(daemon, prefixes: ["ev.wmain-1.tell/end"])
        try bus.ready()
        return bus
    }

    private static func tell(_ method: String, _ count: Int64) -> JSON {
        ["tell": [.string(method), .integer(count), 0]]
    }

    /// A snapshot, then each event once and in order, also over a kill of the daemon; from a stored place on, another
    /// process would go on.
    @Test func eachEventComesOnceOverTheDaemonsDeath() async throws {
        var bus = try client()
        let subscriber = Subscriber(endpoints, prefixes: ["ev.wmain-1.", "wk."])
        var events = subscriber.makeAsyncIterator()
        guard case .snapshot(let state)? = try await events.next() else {
            Issue.record("it does not begin with a snapshot")
            return
        }
        #expect(try JSON(parsing: state).at("workers").arrayValue?.count == 1)
        try bus.fake([["answer": [:]], Self.tell("tell/state", 300)])
        var told = Told()
        while told.events < 200 { told.take(try #require(await events.next())) }
        let place = try #require(events.position)
        try bus.daemon.kill()
        bus = try client()
        try bus.fake([["answer": [:]], Self.tell("tell/again", 100)])
        while told.events < 400 { told.take(try #require(await events.next())) }
        told.expectWhole()
        #expect(told.numbers.values.map(\.count).sorted() == [100, 300])
        var later = Subscriber(endpoints, prefixes: ["ev.wmain-1."], from: .after(place)).makeAsyncIterator()
        var rest = Told()
        while rest.numbers.first(where: { $0.key.hasSuffix("tell/again") })?.value.last != 99 {
            rest.take(try #require(await later.next()))
        }
        #expect(rest.losses == [] && rest.events >= 200)
    }

    /// A consumer that stands still is told so, and goes on from a snapshot.
    @Test func whoLagsIsToldAndGoesOnFromASnapshot() async throws {
        let bus = try client()
        var events = Subscriber(endpoints, prefixes: ["ev.wmain-1."], buffer: 50).makeAsyncIterator()
        guard case .snapshot? = try await events.next() else {
            Issue.record("it does not begin with a snapshot")
            return
        }
        // More than is held anywhere, also while a replay is under way.
        try bus.fake([["answer": [:]], Self.tell("tell/state", 50_000), Self.tell("tell/end", 1)])
        _ = try bus.event("ev.wmain-1.tell/end")
        var passed = 0
        var told = Told()
        while passed == 0 {
            switch try #require(await events.next()) {
            case .lagged(let missed): passed = missed
            case let element: told.take(element)
            }
        }
        guard case .snapshot(let state)? = try await events.next() else {
            Issue.record("no snapshot follows")
            return
        }
        #expect(passed > 0 && told.events < 50_001)
        let cursor = try JSON(parsing: state)
        try bus.fake([["answer": [:]], Self.tell("tell/after", 10)])
        var after = Told()
        while after.numbers.keys.allSatisfy({ !$0.hasSuffix("tell/after") }) || after.events < 10 {
            let element = try #require(await events.next())
            if case .event(let event) = element {
                #expect(event.cursor.seq > cursor["seq"]?.unsignedValue ?? .max)
            }
            after.take(element)
        }
        #expect(after.losses == [])
    }

    /// What is replayed waits where it is kept: a slow consumer's backlog is no lag.
    @Test func aBacklogThatIsLargerThanTheBufferIsHadWhole() async throws {
        let bus = try client()
        try bus.fake([["answer": [:]], Self.tell("tell/state", 5_000), Self.tell("tell/end", 1)])
        _ = try bus.event("ev.wmain-1.tell/end")
        let start = EventCursor(epoch: 0, seq: 0)
        var events = Subscriber(endpoints, prefixes: ["ev.wmain-1."], from: .after(start), buffer: 20)
            .makeAsyncIterator()
        var told = Told()
        while told.events < 5_001 {
            let element = try #require(await events.next())
            if case .lagged = element { Issue.record("it was told of a lag") }
            if told.events.isMultiple(of: 500) { try await Task.sleep(for: .milliseconds(30)) }
            told.take(element)
        }
        told.expectWhole()
    }

    @Test func aLargeBodyComesWholeUnlessItIsNotWanted() async throws {
        let bus = try client()
        let line: JSON = ["method": "large/one", "params": ["x": .string(String(repeating: "äöü", count: 400_000))]]
        let start = EventCursor(epoch: 0, seq: 0)
        var whole = Subscriber(endpoints, prefixes: ["ev.wmain-1.large"], from: .after(start)).makeAsyncIterator()
        var part = Subscriber(endpoints, prefixes: ["ev.wmain-1.large"], from: .after(start), fetchesBodies: false)
            .makeAsyncIterator()
        try bus.fake([["say": line]])
        guard case .event(let event)? = try await whole.next(), case .event(let reference)? = try await part.next()
        else {
            Issue.record("no event came first")
            return
        }
        #expect(event.body == Array(line.serialized()) && event.header.flags.isDisjoint(with: .byReference))
        #expect(event.cursor == reference.cursor && reference.header.flags.contains(.byReference))
    }

    @Test func nobodyThereIsThrown() async throws {
        var events = Subscriber(endpoints).makeAsyncIterator()
        await #expect(throws: ClientError.self) { try await events.next() }
    }
}

extension Told {
    fileprivate mutating func take(_ element: Subscriber.Element) {
        switch element {
        case .event(let event): take(UnbrokenSubscriber.Delivery.event(event))
        case .lost(let loss): take(UnbrokenSubscriber.Delivery.lost(loss))
        case .snapshot, .lagged: break
        }
    }
}
