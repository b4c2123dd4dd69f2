package import BusProtocol
import EventLoop
package import JSONRPC
package import ZeroMQ

/// The PUB side: every event in one order, three frames each, to whoever subscribed. Durable ones once the journal has
/// them; what comes behind those waits, for the order's sake.
///
/// `@unchecked Sendable`: touched on its loop's thread only; its socket checks that with each use.
package final class Publisher: @unchecked Sendable {
    let socket: LoopSocket
    package let epoch: UInt64
    private let version: String
    private var lastSeq: UInt64 = 0
    private var unsentCount: UInt64 = 0
    private var scopes: [String: EventScope] = [:]
    private var lastScope: EventScope?
    private let journal: (any EventJournal)?
    private var waiting: WaitingEvents
    /// The deltas that can be replayed.
    package let deltas: DeltaRing
    /// The last event that was sent: what comes later is to be had from the stream.
    package private(set) var sentSeq: UInt64 = 0
    private var notJournaledCount: UInt64 = 0
    /// How many events of the kinds that a quiet subscriber follows there have been, over all scopes.
    private var requestTotal: UInt64 = 0
    private var workerTotal: UInt64 = 0

    /// Takes a bound XPUB socket; `start` joins it to the loop.
    ///
    /// - Parameters:
    ///   - journal: nil for a bus that keeps nothing: each event has the flag for that.
    ///   - waitingEvents: how many may wait for the journal, before they are published without it.
    package init(
        _ socket: LoopSocket, epoch: UInt64, version: String, journal: (any EventJournal)? = nil,
        deltas: DeltaRing = DeltaRing(), waitingEvents: Int = 100_000
    ) {
        self.socket = socket
        self.journal = journal
        self.deltas = deltas
        var bound = WaitingEvents.Bound()
        bound.events = waitingEvents
        waiting = WaitingEvents(bound)
        self.epoch = epoch
        self.version = version
    }

    /// The last event's place in the order of all.
    package var seq: UInt64 { lastSeq }

    /// Events that libzmq did not take: a fault of the socket, not a slow subscriber (whose loss nobody is told).
    package var unsent: UInt64 { unsentCount }

    /// What an operator wants to see.
    package var counters: JSON {
        [
            "published": .unsigned(sentSeq), "unsent": .unsigned(unsent), "scopes": .integer(Int64(scopes.count)),
            "waiting": .integer(Int64(waiting.count)), "notJournaled": .unsigned(notJournaledCount),
            "overruns": .integer(Int64(waiting.overruns)), "deltasKept": .integer(Int64(deltas.count)),
        ]
    }

    // MARK: A worker's own lines

    /// Publishes a notification as it came. Gives its kind, or nil when its method may not stand in a topic.
    package func publish(
        notification line: borrowing Line, method: BorrowedText, scope name: String, origin: EventOrigin
    ) -> EventKind? {
        let scope = scope(name)
        guard let topic = scope.topic(method, isRequest: false) else { return nil }
        send(line, topic, scope, origin)
        return topic.kind
    }

    /// Publishes a worker's request as it came. False when its method may not stand in a topic.
    package func publish(
        request line: borrowing Line, method: BorrowedText, scope name: String, origin: EventOrigin
    ) -> Bool {
        let scope = scope(name)
        guard let topic = scope.topic(method, isRequest: true) else { return false }
        send(line, topic, scope, origin)
        return true
    }

    private func send(_ line: borrowing Line, _ topic: ReadyTopic, _ scope: EventScope, _ origin: EventOrigin) {
        let header = header(topic.kind, scope, origin, flags: [])
        line.withUnsafeBytes { body in emit(topic, header, body) }
    }

    // MARK: The daemon's own events

    /// Publishes what the daemon itself says.
    package func publish(_ kind: EventKind, scope name: String, method: String, body: JSON, origin: EventOrigin) {
        let scope = scope(name)
        let header = header(kind, scope, origin, flags: .madeByDaemon)
        guard let topic = ReadyTopic(kind, scope: name, method: method) else {
            unsentCount += 1
            return
        }
        body.serialized().withUnsafeBytes { body in emit(topic, header, body) }
    }

    /// Publishes how far each kind of the scope's events has come.
    package func publishWatermark(scope name: String) {
        let scope = scope(name)
        let body: JSON = [
            "ev": .unsigned(scope.count(of: .event)), "dl": .unsigned(scope.count(of: .delta)),
            "rq": .unsigned(scope.count(of: .request)),
        ]
        publish(
            .system, scope: name, method: "watermark", body: body,
            origin: EventOrigin(unixNanoseconds: WallClock.unixNanoseconds))
    }

    /// Publishes that the daemon lives, and how far it has come; `more` is added to the body.
    package func publishHeartbeat(_ more: JSON) {
        var body: JSON = [
            "epoch": .unsigned(epoch), "seq": .unsigned(seq + 1), "nowMs": .integer(WallClock.unixMilliseconds),
            "bosun": .string(version), "protocol": 1,
            "last": ["rq": .unsigned(requestTotal), "wk": .unsigned(workerTotal)],
        ]
        for member in more.objectValue ?? [] { body[member.key] = member.value }
        publish(
            .system, scope: Topic.daemonScope, method: "heartbeat", body: body,
            origin: EventOrigin(unixNanoseconds: WallClock.unixNanoseconds))
    }

    /// Lets go of what was kept ready for a scope. Its counts stay: a thread can come back in the same epoch.
    package func rest(scope name: String) {
        scopes[name]?.forgetTopics()
    }

    /// Leaves the loop; what waits is sent while the socket lingers.
    package func close() { socket.close() }

    // MARK: Joining

    /// Joins the loop and answers `~sync.` subscriptions from here on.
    package func start(onFailure: @escaping (ZeroMQError) -> Void) throws(ZeroMQError) {
        try socket.start(onFailure: onFailure) { [weak self] subscription in
            self?.echo(subscription[0].bytes)
        }
    }

    /// A new `~sync.` subscription is answered once on its own topic: the subscriber's other prefixes are then in place,
    /// since `~` sorts behind them. The echo takes no seq of its own.
    private func echo(_ subscription: [UInt8]) {
        guard subscription.first == 1, subscription.dropFirst().starts(with: Topic.syncPrefix.utf8) else { return }
        let topic = String(decoding: subscription.dropFirst(), as: UTF8.self)
        guard topic.utf8.count <= Self.longestSync else { return }
        let header = EventHeader(
            flags: [.madeByDaemon, .notJournaled], epoch: epoch, seq: sentSeq, scopeSeq: 0,
            unixNanoseconds: WallClock.unixNanoseconds)
        let body: JSON = ["epoch": .unsigned(epoch), "seq": .unsigned(sentSeq)]
        do throws(ZeroMQError) {
            let frame = try Message(topic)
            body.serialized().withUnsafeBytes { body in send(frame, header, body) }
        } catch {
            unsentCount += 1
        }
    }

    private static let longestSync = 64

    // MARK: The journal first

    /// The journal has every event that it took up to and with `seq`.
    package func committed(through seq: UInt64) {
        waiting.commit(through: seq)
        while let event = waiting.takeReady() { send(event) }
    }

    /// Sends an event now, or has it wait: a durable one for the journal, any other for those before it.
    private func emit(_ topic: ReadyTopic, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        var header = header
        // While the journal is behind, what it would get is not held for it: a late event is worse than one less kept.
        if topic.kind.isDurable, let journal, !waiting.isOverrun {
            let bytes = [UInt8](body)
            if journal.append(DurableEvent(topic: topic.bytes, header: header, body: bytes)) {
                return wait(WaitingEvents.Event(topic: topic, header: header, body: bytes, isAwaited: true))
            }
        }
        header.flags.insert(.notJournaled)
        guard waiting.isEmpty else {
            return wait(WaitingEvents.Event(topic: topic, header: header, body: [UInt8](body), isAwaited: false))
        }
        send(topic, header, body)
    }

    private func wait(_ event: WaitingEvents.Event) {
        guard waiting.append(event) else { return }
        for event in waiting.takeAll() { send(event) }
    }

    private func send(_ event: WaitingEvents.Event) {
        event.body.withUnsafeBytes { body in send(event.topic, event.header, body) }
    }

    private func send(_ topic: ReadyTopic, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        sentSeq = header.seq
        if topic.kind == .delta {
            topic.bytes.withUnsafeBytes { name in deltas.append(topic: name, header, body: body) }
        } else if topic.kind.isDurable, header.flags.contains(.notJournaled) {
            notJournaledCount += 1
        }
        send(topic.frame, header, body)
    }

    // MARK: Parts

    private func send(_ topic: borrowing Message, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        do throws(ZeroMQError) {
            let result = try socket.send(
                copyOf: topic, size: EventHeader.size, initializing: { header.encode(into: $0) }, copying: body)
            if result != .sent { unsentCount += 1 }
        } catch {
            unsentCount += 1
        }
    }

    private func header(
        _ kind: EventKind, _ scope: EventScope, _ origin: EventOrigin, flags: EventFlags
    ) -> EventHeader {
        lastSeq += 1
        if kind == .request { requestTotal += 1 }
        if kind == .worker { workerTotal += 1 }
        return EventHeader(
            flags: flags, generation: origin.generation, epoch: epoch, seq: lastSeq, scopeSeq: scope.next(kind),
            unixNanoseconds: origin.unixNanoseconds, cause: origin.cause, worker: origin.worker)
    }

    private func scope(_ name: String) -> EventScope {
        if let lastScope, lastScope.name == name { return lastScope }
        let scope = scopes[name] ?? EventScope(name)
        scopes[name] = scope
        lastScope = scope
        return scope
    }
}
