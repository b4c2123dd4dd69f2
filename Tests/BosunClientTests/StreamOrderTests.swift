import BosunClient
import BusProtocol
import Testing

@Suite struct StreamOrderTests {
    /// A publisher's history, and what of it can be replayed.
    private struct History {
        var events: [Event] = []
        private var counts: [String: UInt64] = [:]
        private var totals: [EventKind: UInt64] = [:]

        mutating func publish(_ kind: EventKind, _ scope: String, epoch: UInt64 = 7, flags: EventFlags = []) {
            let seq = (events.last { $0.header.epoch == epoch }?.header.seq ?? 0) + 1
            let name = "\(epoch).\(kind.rawValue).\(scope)"
            counts[name, default: 0] += 1
            if events.last?.header.epoch != epoch { totals = [:] }
            totals[kind, default: 0] += 1
            let last = EventKind.allCases.map { #""\#($0.rawValue)":\#(totals[$0] ?? 0)"# }.joined(separator: ",")
            let heartbeat = """
                {"epoch":\(epoch),"seq":\(seq),"nowMs":0,"bosun":"0.1.0","last":{\(last)},"openApprovals":0,"lagging":false}
                """
            let body = kind == .system ? heartbeat : "{}"
            events.append(
                Event(
                    topic: Topic(kind, scope: scope, method: kind == .system ? "heartbeat" : "x"),
                    header: EventHeader(
                        flags: kind == .system ? .madeByDaemon : flags, epoch: epoch, seq: seq,
                        scopeSeq: counts[name] ?? 0, unixNanoseconds: 0), body: Array(body.utf8)))
        }

        func page(after cursor: EventCursor, size: Int) -> ReplayedEvents {
            let later = events.filter { $0.cursor > cursor }
            let page = Array(later.prefix(size))
            return ReplayedEvents(
                events: page.filter { $0.topic.kind != .system && !$0.header.flags.contains(.notJournaled) },
                next: page.last?.cursor ?? cursor)
        }
    }

    /// Runs what the order asks for, and gives what it delivers.
    private static func run(
        _ outputs: [StreamOrder.Output], _ order: inout StreamOrder, _ history: History, pageSize: Int
    ) -> [Event] {
        var delivered: [Event] = []
        var todo = outputs[...]
        while let output = todo.popFirst() {
            switch output {
            case .deliver(let event): delivered.append(event)
            case .replay(let cursor): todo += order.take(history.page(after: cursor, size: pageSize))
            case .lost(let loss): Issue.record("lost \(loss)")
            }
        }
        return delivered
    }

    /// Cut off, flooded and let in again at random: each event once, in order, from the first to the last.
    @Test(arguments: 0..<200) func whateverTheStreamLosesIsDelivered(_ round: Int) throws {
        var random = SystemRandomNumberGenerator()
        var history = History()
        var order = StreamOrder(prefixes: [""], heldLimit: Int.random(in: 1...20, using: &random))
        let pageSize = Int.random(in: 1...30, using: &random)
        var delivered: [Event] = []
        var epoch: UInt64 = 7
        var isCut = false
        _ = order.joined(at: EventCursor(epoch: epoch, seq: 0))
        for _ in 0..<400 {
            switch Int.random(in: 0..<40, using: &random) {
            case 0: isCut = true
            case 1:
                isCut = false
                let place = history.events.last?.cursor ?? EventCursor(epoch: epoch, seq: 0)
                delivered += Self.run(order.joined(at: place), &order, history, pageSize: pageSize)
            case 2 where isCut: epoch += 1
            case 3: history.publish(.system, "-", epoch: epoch)
            default:
                let kind = [EventKind.event, .delta, .request, .worker].randomElement(using: &random) ?? .event
                history.publish(kind, ["a", "b", "c"].randomElement(using: &random) ?? "a", epoch: epoch)
            }
            guard let last = history.events.last, !isCut,
                Int.random(in: 0..<5, using: &random) > 0
            else { continue }
            delivered += Self.run(order.take(last), &order, history, pageSize: pageSize)
        }
        // Each scope's next event shows what is missing of it.
        delivered += Self.run(
            order.joined(at: history.events.last?.cursor ?? EventCursor(epoch: epoch, seq: 0)), &order, history,
            pageSize: pageSize)
        for kind in [EventKind.event, .delta, .request, .worker] {
            for scope in ["a", "b", "c"] {
                history.publish(kind, scope, epoch: epoch)
                let last = try #require(history.events.last)
                delivered += Self.run(order.take(last), &order, history, pageSize: pageSize)
            }
        }
        for kind in [EventKind.event, .delta, .request, .worker] {
            for scope in ["a", "b", "c"] {
                func its(_ events: [Event]) -> [EventCursor] {
                    events.filter { $0.topic.kind == kind && $0.topic.scope == scope }.map(\.cursor)
                }
                #expect(its(delivered) == its(history.events), "\(kind) \(scope)")
            }
        }
    }

    /// While pages are on their way the stream goes on.
    @Test func whatComesDuringAReplayIsHeldAndMerged() {
        var history = History()
        for _ in 0..<6 { history.publish(.event, "a") }
        history.publish(.event, "a", flags: .notJournaled)
        history.publish(.event, "a")
        var order = StreamOrder(prefixes: [""], position: EventCursor(epoch: 7, seq: 2))
        #expect(Self.text(order.joined(at: EventCursor(epoch: 7, seq: 5))) == "replay 2")
        #expect(Self.text(order.take(history.events[5])) == "")
        #expect(Self.text(order.take(history.events[6])) == "")
        #expect(Self.text(order.take(history.page(after: EventCursor(epoch: 7, seq: 2), size: 2))) == "3 4 replay 4")
        #expect(Self.text(order.take(history.page(after: EventCursor(epoch: 7, seq: 4), size: 9))) == "5 6 7 8")
        #expect(order.isLive)
        #expect(Self.text(order.take(history.events[7])) == "")
    }

    /// The last event of a kind can't show its own loss: the next heartbeat does.
    @Test func aHeartbeatShowsALossWithoutAnEvent() {
        var history = History()
        history.publish(.system, "-")
        history.publish(.request, "a")
        history.publish(.system, "-")
        history.publish(.request, "a")
        history.publish(.system, "-")
        var order = StreamOrder(prefixes: ["rq.", "sy."])
        _ = order.joined(at: EventCursor(epoch: 7, seq: 0))
        for index in 0..<3 { #expect(Self.text(order.take(history.events[index])) == "\(index + 1)") }
        #expect(Self.text(order.take(history.events[4])) == "replay 3")
        #expect(Self.text(order.take(history.page(after: EventCursor(epoch: 7, seq: 3), size: 9))) == "4 5")
    }

    @Test func whatNobodyHasIsToldOnce() {
        var history = History()
        for _ in 0..<3 { history.publish(.event, "a") }
        history.publish(.event, "a", flags: .notJournaled)
        history.publish(.event, "a")
        var order = StreamOrder(prefixes: [""])
        _ = order.joined(at: EventCursor(epoch: 7, seq: 0))
        _ = order.take(history.events[2])
        _ = order.take(history.page(after: EventCursor(epoch: 7, seq: 0), size: 9))
        var second = StreamOrder(prefixes: [""])
        _ = second.joined(at: EventCursor(epoch: 7, seq: 0))
        for index in 0..<3 { _ = second.take(history.events[index]) }
        #expect(Self.text(second.take(history.events[4])) == "replay 0")
        let page = history.page(after: EventCursor(epoch: 7, seq: 0), size: 9)
        #expect(Self.text(second.take(page)) == "lost 5")
        #expect(Self.text(second.take(page)) == "")
        let last = history.page(after: EventCursor(epoch: 7, seq: 3), size: 9)
        var third = StreamOrder(prefixes: [""], position: EventCursor(epoch: 3, seq: 2))
        _ = third.joined(at: EventCursor(epoch: 7, seq: 5))
        let truncated = ReplayedEvents(
            events: last.events, next: EventCursor(epoch: 7, seq: 5), isTruncated: true, isElided: true)
        #expect(Self.text(third.take(truncated)) == "lost lost 5")
    }

    /// A scope that was there before the join: nobody but the replay knows whether its first event here is the first.
    @Test func theFirstEventOfAnOldScopeIsLookedAfter() {
        var history = History()
        for _ in 0..<4 { history.publish(.event, "a") }
        history.publish(.event, "b")
        var order = StreamOrder(prefixes: ["ev.a."])
        _ = order.joined(at: EventCursor(epoch: 7, seq: 2))
        #expect(Self.text(order.take(history.events[3])) == "replay 2")
        #expect(Self.text(order.take(history.page(after: EventCursor(epoch: 7, seq: 2), size: 9))) == "3 4 5")
        var another = StreamOrder(prefixes: ["ev.b."])
        _ = another.joined(at: EventCursor(epoch: 7, seq: 2))
        #expect(Self.text(another.take(history.events[4])) == "5")
    }

    /// Nothing is missing up to the last heartbeat; what came behind it may have had losses beside it.
    @Test func thePlaceToGoOnFromIsWhereAllIsProven() {
        var history = History()
        history.publish(.event, "a")
        history.publish(.system, "-")
        history.publish(.event, "b")
        history.publish(.event, "a")
        var order = StreamOrder(prefixes: ["ev."])
        _ = order.joined(at: EventCursor(epoch: 7, seq: 0))
        for event in history.events { _ = order.take(event) }
        #expect(order.complete == EventCursor(epoch: 7, seq: 0))
        order = StreamOrder(prefixes: ["ev.", "sy."])
        _ = order.joined(at: EventCursor(epoch: 7, seq: 0))
        for event in history.events { _ = order.take(event) }
        #expect(order.complete == EventCursor(epoch: 7, seq: 2))
    }

    /// What a heartbeat was lost with is behind the last replay, not behind the last heartbeat that came.
    @Test func aLossIsNotLookedForBeforeWhatWasReplayed() {
        var history = History()
        history.publish(.system, "-")
        for _ in 0..<6 { history.publish(.event, "a") }
        history.publish(.system, "-")
        history.publish(.event, "b")
        var order = StreamOrder(prefixes: ["ev.", "sy."], heldLimit: 3)
        _ = order.joined(at: EventCursor(epoch: 7, seq: 0))
        _ = order.take(history.events[0])
        _ = order.take(history.events[1])
        #expect(Self.text(order.take(history.events[4])) == "replay 1")
        // One too many is held: the heartbeat among them is gone.
        for index in 5...7 { _ = order.take(history.events[index]) }
        #expect(order.hasOverflowed)
        #expect(Self.text(order.take(history.page(after: EventCursor(epoch: 7, seq: 1), size: 99))) == "3 4 5 6 7 9")
        #expect(order.isLive && !order.hasOverflowed)
        history.publish(.system, "-")
        #expect(Self.text(order.take(history.events[9])) == "replay 9")
    }

    /// What was lost before the first heartbeat of all shows with it.
    @Test func theFirstHeartbeatOfAllIsLookedAfter() {
        var history = History()
        for _ in 0..<3 { history.publish(.event, "a") }
        history.publish(.system, "-")
        var order = StreamOrder(prefixes: ["ev.", "sy."])
        _ = order.joined(at: EventCursor(epoch: 7, seq: 1))
        // 2 and 3 are lost on the way.
        #expect(Self.text(order.take(history.events[3])) == "replay 1")
        #expect(Self.text(order.take(history.page(after: EventCursor(epoch: 7, seq: 1), size: 9))) == "2 3 4")
    }

    /// A place of another daemon's: nothing of this one would ever be behind it.
    @Test func aPlaceThatIsAheadOfTheDaemonIsTold() {
        var history = History()
        history.publish(.event, "a")
        var order = StreamOrder(prefixes: [""], position: EventCursor(epoch: 9, seq: 400))
        #expect(Self.text(order.joined(at: EventCursor(epoch: 7, seq: 0))) == "lost")
        #expect(Self.text(order.take(history.events[0])) == "1")
    }

    @Test func whatIsHeldBehindASnapshotIsDelivered() {
        var history = History()
        for _ in 0..<6 { history.publish(.event, "a") }
        var order = StreamOrder(prefixes: [""], position: EventCursor(epoch: 7, seq: 1))
        #expect(Self.text(order.joined(at: EventCursor(epoch: 7, seq: 4))) == "replay 1")
        for index in 4...5 { _ = order.take(history.events[index]) }
        // The state as of 4 is known otherwise.
        #expect(Self.text(order.pass(to: EventCursor(epoch: 7, seq: 4))).contains("replay 4"))
        let page = history.page(after: EventCursor(epoch: 7, seq: 4), size: 9)
        #expect(Self.text(order.take(page)) == "5 6" && order.isLive)
    }

    private static func text(_ outputs: [StreamOrder.Output]) -> String {
        outputs.map { output in
            switch output {
            case .deliver(let event): "\(event.header.seq)"
            case .replay(let cursor): "replay \(cursor.seq)"
            case .lost: "lost"
            }
        }.joined(separator: " ")
    }
}
