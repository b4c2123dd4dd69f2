package import BusProtocol
import EventLoop
package import JSONRPC
import Journal
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
    private var resting = RestingScopes()
    private var lastScope: EventScope?
    private var subscriptions = SubscriptionGuard()
    let audiences: [AudienceStream]
    /// By the workers' numbers; for audiences.
    var groups: [UInt64: String] = [:]
    /// Scopes that went on lately.
    private var unmarked: [EventScope] = []
    private let journal: (any EventJournal)?
    private var waiting: WaitingEvents
    /// The deltas that can be replayed.
    package let deltas: DeltaRing
    /// The last event that was sent: what comes later is to be had from the stream.
    package private(set) var sentSeq: UInt64 = 0
    /// What waits is to be sent without the journal, as soon as the journal says that it may be.
    private var leaving: Leaving?
    private var leaves = 0
    private var notJournaledCount: UInt64 = 0
    private var notJournaledAtBeat: UInt64 = 0
    /// How many events of each kind there have been, over all scopes.
    private let totals = EventScope("")

    /// Takes a bound XPUB socket; `start` joins it to the loop.
    ///
    /// - Parameters:
    ///   - audiences: those who hear a part, at endpoints of their own.
    ///   - journal: nil for a bus that keeps nothing: each event has the flag for that.
    ///   - waitingEvents: how many may wait for the journal, before they are published without it.
    package init(
        _ socket: LoopSocket, epoch: UInt64, version: String, audiences: [AudienceStream] = [],
        journal: (any EventJournal)? = nil,
        deltas: DeltaRing = DeltaRing(), waitingEvents: Int = 100_000
    ) {
        self.socket = socket
        self.audiences = audiences
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
            "published": .unsigned(sentSeq), "unsent": .unsigned(unsent),
            "scopes": .integer(Int64(scopes.count + resting.count)),
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
            "rq": .unsigned(scope.count(of: .request)), "wk": .unsigned(scope.count(of: .worker)),
        ]
        publish(
            .system, scope: name, method: "watermark", body: body,
            origin: EventOrigin(unixNanoseconds: WallClock.unixNanoseconds))
    }

    /// Publishes that the daemon lives, and how far it has come; `more` is added to the body.
    package func publishHeartbeat(_ more: JSON) {
        if waiting.tick() { leave() }
        if let leaving {
            self.leaving?.ticks += 1
            // Who can't say for so long whether it may be sent can't be waited for, either.
            if leaving.ticks >= Self.leavingTicks { goOn() }
        }
        var body: JSON = [
            "epoch": .unsigned(epoch), "seq": .unsigned(seq + 1), "nowMs": .integer(WallClock.unixMilliseconds),
            "bosun": .string(version), "protocol": 1,
            "last": [
                "ev": .unsigned(totals.count(of: .event)), "dl": .unsigned(totals.count(of: .delta)),
                "rq": .unsigned(totals.count(of: .request)), "wk": .unsigned(totals.count(of: .worker)),
            ],
            "lagging": .bool(isLagging),
        ]
        notJournaledAtBeat = notJournaledCount
        for member in more.objectValue ?? [] { body[member.key] = member.value }
        publish(
            .system, scope: Topic.daemonScope, method: "heartbeat", body: body,
            origin: EventOrigin(unixNanoseconds: WallClock.unixNanoseconds))
        markRested()
    }

    /// A subscriber to one scope has no other way to see that its last events are missing; and since a watermark may be lost
    /// with them, there is another 2, 4, … seconds after the last event.
    private func markRested() {
        let scopes = unmarked
        unmarked = []
        for scope in scopes {
            let rest = (scope.rest ?? 0) + 1
            if rest.nonzeroBitCount == 1 { publishWatermark(scope: scope.name) }
            scope.rest = rest < Self.longestRest ? rest : nil
            if scope.rest != nil { unmarked.append(scope) } else { putAway(scope) }
        }
    }

    /// Nothing was said of it for a while. It goes on counting where it was when it is spoken of again.
    private func putAway(_ scope: EventScope) {
        guard resting.add(scope) else { return }
        scopes[scope.name] = nil
        if lastScope === scope { lastScope = nil }
    }

    private static let longestRest = 64

    /// Lets go of what was kept ready for a scope. Its counts stay: a thread can come back in the same epoch.
    package func rest(scope name: String) {
        guard let scope = scopes[name] else { return }
        scope.forgetTopics()
        if scope.rest == nil { putAway(scope) }
    }

    /// Sends what waits for the journal, and leaves the loop; libzmq sends while the socket lingers.
    package func close() {
        if !waiting.isEmpty, !waiting.isOverrun { journal?.outrun {} }
        sendAll()
        socket.close()
        for stream in audiences { stream.socket.close() }
    }

    // MARK: Joining

    /// Joins the loop and answers `~sync.` subscriptions from here on.
    ///
    /// - Parameter onExcess: called with the `User-Id` of a connection that is to be cut, the reason, and the audience whose
    ///   endpoint it came in by, if it is one's.
    package func start(
        onFailure: @escaping (ZeroMQError) -> Void,
        onExcess: @escaping (_ userID: String, _ reason: String, _ audience: String?) -> Void
    ) throws(ZeroMQError) {
        try socket.start(onFailure: onFailure) { [weak self] subscription in
            guard let self else { return }
            self.take(subscription, counting: &self.subscriptions, { onExcess($0, $1, nil) }) { topic, header, body in
                self.send(topic, header, body)
            }
        }
        for stream in audiences {
            try stream.socket.start(onFailure: onFailure) { [weak self] subscription in
                let name = stream.audience.name
                self?.take(subscription, counting: &stream.subscriptions, { onExcess($0, $1, name) }) {
                    stream.send($0, $1, $2)
                }
            }
        }
    }

    private func take(
        _ subscription: borrowing Multipart, counting subscriptions: inout SubscriptionGuard,
        _ onExcess: (String, String) -> Void, _ send: Sender
    ) {
        let peer = subscription.metadata("User-Id")
        let second = MonotonicClock().now.nanoseconds / 1_000_000_000
        let message = subscription[0].bytes
        switch subscriptions.take(message, from: peer, second: second) {
        case .take: echo(message, send)
        case .ignore: break
        case .excess(let reason): onExcess(peer ?? "", reason)
        }
    }

    private typealias Sender = (borrowing Message, EventHeader, UnsafeRawBufferPointer) -> Void

    /// A new `~sync.` subscription is answered once on its own topic: the subscriber's other prefixes are then in place,
    /// since `~` sorts behind them. The echo takes no seq of its own.
    private func echo(_ subscription: [UInt8], _ send: Sender) {
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

    /// The journal has stored, or missed, every event that it took up to and with `seq`.
    package func settle(through seq: UInt64, isStored: Bool) {
        let wasOverrun = waiting.isOverrun
        waiting.settle(through: seq, isStored: isStored)
        if leaving == nil { sendReady() }
        if wasOverrun, !waiting.isOverrun { journal?.caughtUp() }
    }

    /// Events are published without the journal, which is behind or refuses: what a replay lacks.
    private var isLagging: Bool { waiting.isOverrun || notJournaledCount > notJournaledAtBeat }

    /// Sends an event now, or has it wait: a durable one for the journal, any other for those before it.
    private func emit(_ topic: ReadyTopic, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        var header = header
        if body.count > Self.largestBody { return emitReference(topic, header, body) }
        if topic.kind.isDurable, journal != nil {
            let bytes = [UInt8](body)
            if isTaken(DurableEvent(topic: topic.bytes, header: header, body: bytes)) {
                return wait(WaitingEvents.Event(topic: topic, header: header, body: bytes, isAwaited: true))
            }
        }
        header.flags.insert(.notJournaled)
        guard waiting.isEmpty else {
            return wait(WaitingEvents.Event(topic: topic, header: header, body: [UInt8](body), isAwaited: false))
        }
        send(topic, header, body)
    }

    /// Sends where the body is to be had instead of it, whatever the kind: the journal keeps the body.
    private func emitReference(_ topic: ReadyTopic, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        var header = header
        header.flags.insert(.byReference)
        let reference: JSON = [
            "ref": .string(EventReference(EventCursor(epoch: epoch, seq: header.seq)).text),
            "size": .integer(Int64(body.count)),
            "sha256": .string(Digest.hexadecimal(Digest.sha256(body))),
            "method": .string(topic.methodName),
        ]
        let bytes = Array(reference.serialized())
        if isTaken(DurableEvent(topic: topic.bytes, header: header, body: bytes, wholeBody: [UInt8](body))) {
            return wait(
                WaitingEvents.Event(
                    topic: topic, header: header, body: bytes, wholeBytes: body.count, isAwaited: true))
        }
        header.flags.insert(.notJournaled)
        guard waiting.isEmpty else {
            return wait(WaitingEvents.Event(topic: topic, header: header, body: bytes, isAwaited: false))
        }
        bytes.withUnsafeBytes { send(topic, header, $0) }
    }

    /// Bytes of a body that is published as it is.
    package static let largestBody = 256 << 10

    private func isTaken(_ event: DurableEvent) -> Bool {
        guard let journal else { return false }
        // While the journal is behind, what it would get is not held for it: a late event is worse than one less kept.
        guard waiting.isOverrun else { return journal.append(event) }
        journal.miss(seq: event.header.seq)
        return false
    }

    private func wait(_ event: WaitingEvents.Event) {
        switch waiting.append(event) {
        case .more: break
        case .none: leave()
        case .exceeded: sendAll()
        }
    }

    /// Sends what waits without the journal, once it is sure that the next daemon would know of it.
    private func leave() {
        leaves += 1
        let leave = leaves
        leaving = Leaving(number: leave)
        journal?.outrun { [weak self] in
            guard let self, self.leaving?.number == leave else { return }
            self.goOn()
        }
    }

    /// What waits may be sent, unless the journal has caught up meanwhile.
    private func goOn() {
        leaving = nil
        if waiting.isOverrun { sendAll() } else { sendReady() }
    }

    private struct Leaving {
        let number: Int
        var ticks = 0
    }

    private static let leavingTicks = 2

    private func sendReady() {
        while let event = waiting.takeReady() { send(event) }
    }

    /// Sends what waits, whether the journal has it or not.
    private func sendAll() {
        leaving = nil
        for event in waiting.takeAll() { send(event) }
    }

    private func send(_ event: WaitingEvents.Event) {
        event.body.withUnsafeBytes { body in send(event.topic, event.header, body) }
    }

    private func send(_ topic: ReadyTopic, _ header: EventHeader, _ body: UnsafeRawBufferPointer) {
        sentSeq = header.seq
        if topic.kind == .delta, !header.flags.contains(.byReference) {
            topic.bytes.withUnsafeBytes { name in deltas.append(topic: name, header, body: body) }
        } else if topic.kind.isDurable, header.flags.contains(.notJournaled) {
            notJournaledCount += 1
        }
        send(topic.frame, header, body)
        if !audiences.isEmpty { tellAudiences(topic, header, body) }
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
        _ = totals.next(kind)
        if origin.worker != 0, !audiences.isEmpty { scope.worker = origin.worker }
        if kind != .system, scope.rest != 0 {
            if scope.rest == nil { unmarked.append(scope) }
            scope.rest = 0
        }
        return EventHeader(
            flags: flags, generation: origin.generation, epoch: epoch, seq: lastSeq, scopeSeq: scope.next(kind),
            unixNanoseconds: origin.unixNanoseconds, cause: origin.cause, worker: origin.worker)
    }

    /// Of whoever spoke of it last.
    func group(ofScope name: String) -> String? {
        (scopes[name].map(\.worker) ?? resting.worker(of: name)).flatMap { groups[$0] }
    }

    private func scope(_ name: String) -> EventScope {
        if let lastScope, lastScope.name == name { return lastScope }
        if let known = scopes[name] {
            lastScope = known
            return known
        }
        let scope = resting.wake(name) ?? EventScope(name)
        scopes[name] = scope
        lastScope = scope
        return scope
    }
}
