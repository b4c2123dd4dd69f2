import BusProtocol
import Testing

@testable import Bench

/// Histories that keep the promises, and for each promise one that breaks it.
@Suite struct HistoryCheckerTests {
    /// A history with the events numbered as a daemon does.
    private struct History {
        var checker: HistoryChecker
        private(set) var epoch: UInt64 = 0
        private(set) var seq: UInt64 = 0
        private var scopes: [String: UInt64] = [:]
        /// What is kept, and has not been replayed yet.
        private(set) var kept: [HistoryEvent] = []
        /// What happens is not heard.
        var isDeaf = false

        init() {
            checker = HistoryChecker()
            join(epoch: 1)
        }

        mutating func join(epoch: UInt64) {
            self.epoch = epoch
            seq = 0
            scopes = [:]
            kept = []
            checker.take(.joined(epoch: epoch))
        }

        /// Gives what is kept again, with that done to it; what happens from here on is heard.
        mutating func replay(_ change: (inout [HistoryEvent]) -> Void = { _ in }) {
            change(&kept)
            for var event in kept {
                event.isReplayed = true
                checker.take(.event(event))
            }
            kept = []
            isDeaf = false
            checker.take(.replayed(through: EventCursor(epoch: epoch, seq: seq)))
        }

        /// What was published and not heard.
        mutating func lose(_ kind: EventKind, scope: String) {
            seq += 1
            scopes["\(kind).\(scope)", default: 0] += 1
        }

        mutating func worker(_ worker: UInt64, _ generation: UInt32, _ contents: HistoryEvent.Content...) {
            for content in contents {
                event(.worker, "wmain-\(worker)", worker, generation, isDaemons: true, content)
            }
        }

        mutating func thread(
            _ thread: String, of worker: UInt64, _ generation: UInt32, _ contents: HistoryEvent.Content...
        ) {
            for content in contents {
                let kind: EventKind = if case .delta = content { .delta } else { .event }
                event(kind, thread, worker, generation, isDaemons: false, content)
            }
        }

        private mutating func event(
            _ kind: EventKind, _ scope: String, _ worker: UInt64, _ generation: UInt32, isDaemons: Bool,
            _ content: HistoryEvent.Content
        ) {
            seq += 1
            scopes["\(kind).\(scope)", default: 0] += 1
            let event = HistoryEvent(
                epoch: epoch, seq: seq, scopeSeq: scopes["\(kind).\(scope)"] ?? 0, kind: kind, scope: scope,
                worker: worker, generation: generation, isDaemons: isDaemons, content: content, digest: Int(seq))
            if kind.isDurable { kept.append(event) }
            if !isDeaf { checker.take(.event(event)) }
        }

        mutating func heartbeat(_ counts: [EventKind: UInt64]) {
            event(.system, "-", 0, 0, isDaemons: true, .heartbeat(counts))
        }

        mutating func ask(_ command: Int, _ turn: String, deltas: UInt64 = 0, isFaulty: Bool = false) {
            checker.take(
                .sent(command: command, TurnPlan(id: turn, thread: "t", deltas: deltas, isFaulty: isFaulty)))
        }

        mutating func answer(_ command: Int, _ outcome: CommandOutcome = .done, takenAt seq: UInt64? = nil) {
            let place = seq.map { EventCursor(epoch: epoch, seq: $0) }
            checker.take(.replied(command: command, outcome, takenAt: place))
        }

        mutating func finish(workers: Int = 1) -> [String] {
            checker.finish(workers: workers)
            return checker.violations
        }
    }

    /// One worker, ready, with the thread t.
    private func served() -> History {
        var history = History()
        history.worker(1, 1, .spawned, .ready)
        history.thread("t", of: 1, 1, .thread)
        return history
    }

    // MARK: Good ones

    @Test func aQuietHistoryIsGood() {
        var history = served()
        #expect(history.checker.isSettled(workers: 1))
        #expect(history.finish() == [])
    }

    @Test func aTurnIsGood() {
        var history = served()
        history.ask(1, "a", deltas: 2)
        #expect(!history.checker.isSettled(workers: 1))
        history.thread("t", of: 1, 1, .turnStarted("a"), .delta(turn: "a", number: 0))
        history.answer(1)
        history.thread("t", of: 1, 1, .delta(turn: "a", number: 1), .turnCompleted("a"))
        #expect(history.checker.isSettled(workers: 1))
        #expect(history.finish() == [])
        #expect(history.checker.outcomes == [.done: 1])
    }

    @Test func aWorkersDeathInATurnIsGoodWhenAllComesBack() {
        var history = served()
        history.ask(1, "a", deltas: 2)
        history.ask(2, "b")
        history.answer(1)
        history.thread("t", of: 1, 1, .turnStarted("a"), .delta(turn: "a", number: 0))
        history.worker(1, 1, .exited, .gone)
        history.answer(2, .indeterminate)
        #expect(!history.checker.isSettled(workers: 1))
        history.worker(1, 2, .spawned, .ready)
        #expect(!history.checker.isSettled(workers: 1))
        history.thread("t", of: 1, 2, .thread)
        #expect(history.checker.isSettled(workers: 1))
        #expect(history.finish() == [])
    }

    /// The answer is written before the first word of the turn: the worker may end between the two.
    @Test func aTurnThatEndsBeforeItsFirstWordIsGood() {
        var history = served()
        history.ask(1, "a")
        history.answer(1)
        history.worker(1, 1, .exited, .gone)
        history.worker(1, 2, .spawned, .ready)
        history.thread("t", of: 1, 2, .thread)
        #expect(history.finish() == [])
    }

    @Test func aThreadMayMoveAfterItsWorkersEnd() {
        var history = served()
        history.worker(2, 1, .spawned, .ready)
        history.worker(1, 1, .exited, .gone)
        history.thread("t", of: 2, 1, .thread)
        history.worker(1, 2, .spawned, .ready)
        #expect(history.finish(workers: 2) == [])
    }

    /// Deltas are gone with it; what had been published besides comes from the replay, as if it had been heard.
    @Test func whatADaemonsDeathCutsOffIsGood() {
        var history = served()
        history.ask(1, "a", deltas: 5)
        history.ask(2, "b")
        history.answer(1)
        history.answer(2, .unknown)
        history.thread("t", of: 1, 1, .turnStarted("a"), .delta(turn: "a", number: 0))
        history.isDeaf = true
        history.thread("t", of: 1, 1, .delta(turn: "a", number: 1), .turnCompleted("a"), .turnStarted("b"))
        history.replay()
        history.join(epoch: 2)
        history.isDeaf = true
        history.worker(1, 1, .spawned, .ready)
        history.heartbeat([.worker: 2])
        history.thread("t", of: 1, 1, .thread)
        history.replay()
        history.ask(3, "c", deltas: 1)
        history.thread("t", of: 1, 1, .turnStarted("c"), .delta(turn: "c", number: 0), .turnCompleted("c"))
        history.answer(3)
        history.heartbeat([.worker: 2, .event: 3, .delta: 1])
        #expect(history.finish() == [])
        #expect(history.checker.outcomes == [.done: 2, .unknown: 1])
        // Three that were served and the turn's begin; its end and another's begin, and the head of the next epoch.
        #expect(history.checker.replayed == (again: 4, unheard: 5))
    }

    /// The subscription of everything is in place before the echo of the join is.
    @Test func eventsBeforeTheirJoinComeFromTheReplay() {
        var history = served()
        let early = HistoryEvent(
            epoch: 2, seq: 2, scopeSeq: 2, kind: .worker, scope: "wmain-1", worker: 1, generation: 1, content: .ready,
            digest: 2)
        history.checker.take(.event(early))
        history.replay()
        history.join(epoch: 2)
        history.isDeaf = true
        history.worker(1, 1, .spawned, .ready)
        history.replay()
        #expect(history.finish() == [])
        #expect(history.checker.replayed.again == 4)
    }

    /// The daemon says so itself.
    @Test func whatIsNotKeptIsNotMissedInAReplay() {
        var history = served()
        history.checker.take(
            .event(
                HistoryEvent(
                    epoch: 1, seq: 4, scopeSeq: 2, kind: .event, scope: "t", worker: 1, generation: 1,
                    isDaemons: false, isJournaled: false, content: .thread)))
        history.replay()
        #expect(history.finish() == [])
    }

    @Test func aReplayMayBeReadInParts() {
        var history = served()
        history.replay()
        history.thread("t", of: 1, 1, .thread)
        history.replay()
        #expect(history.finish() == [])
        #expect(history.checker.replayed.again == 4)
    }

    /// The daemon was killed before it had read so far.
    @Test func aTurnWhoseBeginningIsBehindTheEndIsGood() {
        var history = served()
        history.ask(1, "a")
        history.answer(1)
        history.ask(2, "b")
        history.answer(2, .notDone(.workerDown), takenAt: 4)
        history.replay()
        history.join(epoch: 2)
        history.worker(1, 1, .spawned, .ready)
        #expect(history.finish() == [])
    }

    /// The thread is there again, though the recorder has not heard of it.
    @Test func aCensusTellsWhatComesBackWithTheDaemon() {
        var history = served()
        history.checker.take(.started(thread: "t"))
        history.replay()
        history.join(epoch: 2)
        history.worker(1, 1, .spawned, .ready)
        history.checker.take(.census([1: ["t", "made by nobody"], 2: []]))
        #expect(history.finish() == [])
    }

    @Test func aFaultyTurnOwesNoEnd() {
        var history = served()
        history.ask(1, "a", deltas: 8, isFaulty: true)
        history.thread("t", of: 1, 1, .turnStarted("a"))
        history.answer(1)
        #expect(history.finish() == [])
    }

    // MARK: Broken promises

    /// How each of them begins is told, and nothing else.
    @Test(arguments: Broken.allCases)
    private func aBrokenPromiseIsFound(_ broken: Broken) {
        var history = served()
        broken.apply(&history)
        let violations = history.finish()
        #expect(violations.count == 1, "\(violations)")
        #expect(violations.first?.contains(broken.rawValue) == true, "\(violations)")
    }

    private enum Broken: String, CaseIterable {
        case lostEvent = "where seq 4 was due"
        case wrongScopeSeq = "has scopeSeq 9 where 2 was due"
        case earlierEpoch = "event 1.4 (sy.-) in epoch 2"
        case joinInSameEpoch = "a join in epoch 1 after epoch 1"
        case secondReply = "command 1 has a second reply"
        case noReply = "command 1 has no reply"
        case overdue = "command 2 has no reply"
        case sentTwice = "command 1 was sent twice"
        case wrongReply = "command 1 was answered nonsense"
        case twoLives = "spawned, and the last has not exited"
        case skippedGeneration = "spawned after 1"
        case readyTwice = "ready without being spawned"
        case exitedTwice = "exited without being spawned"
        case goneAlive = "gone without having exited"
        case wordAfterEnd = "worker 1, generation 1: says something while it does not run"
        case wordOfOlderGeneration = "worker 1, generation 0: says something while it does not run"
        case notReady = "0 of 1 workers are ready"
        case twoHomes = "is live at workers 1 and 2 at once"
        case homeless = "thread t is not live again"
        case forgotten = "thread t is loaded by no worker"
        case loadedTwice = "thread t is loaded by workers 1 and 2 at once"
        case threadLost = "thread t is lost"
        case lostDelta = "delta 1 where 0 was due"
        case doubledDelta = "delta 0 where 1 was due"
        case shortTurn = "ends after 0 of 1 deltas"
        case begunTwice = "turn a begins twice"
        case begunAgainLater = "turn a begins after its end"
        case neverBegun = "turn a was begun and its end is missing"
        case neverEnded = "turn b was begun and its end is missing"
        case strangeTurn = "turn x begins, and nobody asked for it"
        case refusedAndBegun = "turn a was begun, and its command refused (worker_down)"
        case refusedAndBegunLater = "turn b begins after its end"
        case twoTellers = "which has not begun it"

        func apply(_ history: inout History) {
            switch self {
            case .lostEvent:
                history.lose(.system, scope: "-")
                history.thread("t", of: 1, 1, .thread)
            case .wrongScopeSeq:
                history.checker.take(
                    .event(
                        HistoryEvent(
                            epoch: 1, seq: 4, scopeSeq: 9, kind: .event, scope: "t", worker: 1, generation: 1,
                            isDaemons: false, content: .thread)))
            case .earlierEpoch:
                history.replay()
                history.join(epoch: 2)
                history.worker(1, 1, .spawned, .ready)
                history.checker.take(
                    .event(HistoryEvent(epoch: 1, seq: 4, scopeSeq: 1, kind: .system, scope: "-")))
            case .joinInSameEpoch:
                history.replay()
                history.join(epoch: 1)
                history.worker(1, 1, .spawned, .ready)
            case .secondReply:
                history.checker.take(.sent(command: 1, nil))
                history.answer(1)
                history.answer(1)
            case .noReply: history.checker.take(.sent(command: 1, nil))
            case .overdue:
                history.checker.take(.sent(command: 2, nil))
                history.checker.take(.overdue(command: 2))
            case .sentTwice:
                history.checker.take(.sent(command: 1, nil))
                history.checker.take(.sent(command: 1, nil))
                history.answer(1)
            case .wrongReply:
                history.checker.take(.sent(command: 1, nil))
                history.answer(1, .wrong("nonsense"))
            case .twoLives:
                history.worker(1, 2, .spawned, .ready)
            case .skippedGeneration:
                history.worker(1, 1, .exited, .gone)
                history.worker(1, 3, .spawned, .ready)
                history.thread("t", of: 1, 3, .thread)
            case .readyTwice: history.worker(1, 1, .ready)
            case .exitedTwice:
                history.worker(1, 1, .exited, .exited, .gone)
                history.worker(1, 2, .spawned, .ready)
                history.thread("t", of: 1, 2, .thread)
            case .goneAlive:
                history.worker(1, 1, .gone)
                history.worker(1, 2, .spawned, .ready)
            case .wordAfterEnd:
                history.worker(1, 1, .exited)
                history.thread("t", of: 1, 1, .thread)
                history.worker(1, 1, .gone)
                history.worker(1, 2, .spawned, .ready)
                history.thread("t", of: 1, 2, .thread)
            case .wordOfOlderGeneration:
                history.thread("u", of: 1, 0, .thread)
            case .notReady:
                history.worker(1, 1, .exited, .gone)
                history.worker(1, 2, .spawned)
                history.thread("t", of: 1, 2, .thread)
            case .twoHomes:
                history.worker(2, 1, .spawned)
                history.thread("t", of: 2, 1, .thread)
            case .homeless:
                history.worker(1, 1, .exited, .gone)
                history.worker(1, 2, .spawned, .ready)
            case .forgotten:
                history.checker.take(.started(thread: "t"))
                history.replay()
                history.join(epoch: 2)
                history.worker(1, 1, .spawned, .ready)
                history.checker.take(.census([1: ["u"]]))
            case .loadedTwice:
                history.checker.take(.started(thread: "t"))
                history.checker.take(.census([1: ["t"], 2: ["t", "u"]]))
            case .threadLost: history.thread("t", of: 1, 1, .threadLost)
            case .lostDelta:
                history.ask(1, "a", deltas: 2)
                history.thread("t", of: 1, 1, .turnStarted("a"), .delta(turn: "a", number: 1), .turnCompleted("a"))
                history.answer(1)
            case .doubledDelta:
                history.ask(1, "a", deltas: 1)
                history.thread(
                    "t", of: 1, 1, .turnStarted("a"), .delta(turn: "a", number: 0), .delta(turn: "a", number: 0),
                    .turnCompleted("a"))
                history.answer(1)
            case .shortTurn:
                history.ask(1, "a", deltas: 1)
                history.thread("t", of: 1, 1, .turnStarted("a"), .turnCompleted("a"))
                history.answer(1)
            case .begunTwice:
                history.ask(1, "a")
                history.thread("t", of: 1, 1, .turnStarted("a"), .turnStarted("a"), .turnCompleted("a"))
                history.answer(1)
            case .begunAgainLater:
                history.ask(1, "a")
                history.thread("t", of: 1, 1, .turnStarted("a"), .turnCompleted("a"))
                history.answer(1)
                history.thread("t", of: 1, 1, .turnStarted("a"))
            case .neverBegun:
                history.ask(1, "a")
                history.answer(1)
            case .neverEnded:
                history.ask(1, "b")
                history.answer(1)
                history.thread("t", of: 1, 1, .turnStarted("b"))
            case .strangeTurn: history.thread("t", of: 1, 1, .turnStarted("x"))
            case .refusedAndBegun:
                history.ask(1, "a")
                history.thread("t", of: 1, 1, .turnStarted("a"))
                history.answer(1, .notDone(.workerDown))
            case .refusedAndBegunLater:
                history.ask(1, "b")
                history.answer(1, .notDone(.deadline))
                history.thread("t", of: 1, 1, .turnStarted("b"))
            case .twoTellers:
                history.ask(1, "a", deltas: 1)
                history.thread("t", of: 1, 1, .turnStarted("a"))
                history.worker(1, 1, .exited, .gone)
                history.worker(1, 2, .spawned, .ready)
                history.thread("t", of: 1, 2, .delta(turn: "a", number: 0))
                history.answer(1)
            }
        }
    }

    // MARK: Replays that break them

    /// The same course is good as it is, and each thing that is done to what is replayed is found.
    @Test(arguments: BrokenReplay.allCases)
    private func aBrokenReplayIsFound(_ broken: BrokenReplay) {
        for isBroken in [false, true] {
            var history = served()
            broken.apply(&history, isBroken)
            let violations = history.finish()
            #expect(violations.isEmpty == !isBroken, "\(violations)")
            if isBroken { #expect(violations.first?.contains(broken.rawValue) == true, "\(violations)") }
        }
    }

    private enum BrokenReplay: String, CaseIterable {
        case lacksWhatWasHeard = "event 1.2 (wk.wmain-1) was heard, and the replay lacks it"
        case givesItTwice = "a replay gives event 1.2 (wk.wmain-1) behind 1.2"
        case givesItEarlier = "a replay gives event 1.1 (wk.wmain-1) behind 1.2"
        case altersIt = "a replay gives event 1.2 (wk.wmain-1) otherwise than it was published"
        case inventsOne = "a replay gives event 1.4 (ev.t), which was not published"
        case lacksAll = "event 1.1 (wk.wmain-1) was heard, and the replay lacks it"
        case lacksOneBeforeItsJoin = "event 2.3 (ev.t) was heard, and the replay lacks it"
        case isTruncated = "a replay behind 1.2 says that events are missing"
        case tailLacks = "event 1.6 (wk.wmain-1) has scopeSeq 5 where 4 was due"
        case tailGivesTwice = "a replay gives event 1.5 (wk.wmain-1) behind 1.5"
        case tailGivesEarlier = "a replay gives event 1.7 (wk.wmain-1) behind 1.8"
        case tailLacksTheLastOfItsScope = "turn a was answered, and no event up to 4 tells that it begins"
        case tailLacksANewThread = "thread u was answered, and no event up to 4 tells of it"
        case tailEndsATurnTooEarly = "turn a ends after 2 of 1 deltas"
        case headLacksTheFirst = "event 2.2 (wk.wmain-1) has scopeSeq 2 where 1 was due"
        case headLacksTheLast = "event 2.4 (ev.t) has scopeSeq 2 where 1 was due"
        case headLacksTheLastOfItsScope = "event 2.4 (sy.-) counts 1 events of ev where 0 came"
        case leavesAHole = "event 2.5 (ev.t) where seq 4 was due"

        func apply(_ history: inout History, _ isBroken: Bool) {
            typealias Change = (inout [HistoryEvent]) -> Void
            func change(_ body: @escaping Change) -> Change { isBroken ? body : { _ in } }
            switch self {
            case .lacksWhatWasHeard: history.replay(change { $0.remove(at: 1) })
            case .givesItTwice: history.replay(change { $0.insert($0[1], at: 1) })
            case .givesItEarlier: history.replay(change { $0.swapAt(0, 1) })
            case .altersIt: history.replay(change { $0[1].digest += 1 })
            case .inventsOne:
                history.heartbeat([.worker: 2, .event: 1])
                history.replay(
                    change {
                        $0.append($0[2])
                        $0[3].seq = 4
                    })
            case .lacksAll:
                if !isBroken { history.replay() }
                begin(&history)
            case .lacksOneBeforeItsJoin:
                let early = HistoryEvent(
                    epoch: 2, seq: 3, scopeSeq: 1, kind: .event, scope: "t", worker: 1, generation: 1,
                    isDaemons: false, content: .thread, digest: 3)
                history.checker.take(.event(early))
                history.replay()
                begin(&history, change { $0.removeLast() })
            case .isTruncated:
                if isBroken { history.checker.take(.truncated(after: EventCursor(epoch: 1, seq: 2))) }
                history.replay()
            case .tailLacks: end(&history, change { $0.remove(at: 4) })
            case .tailGivesTwice: end(&history, change { $0.insert($0[4], at: 4) })
            case .tailGivesEarlier: end(&history, change { $0.swapAt(6, 7) })
            case .tailLacksTheLastOfItsScope:
                history.ask(1, "a")
                history.isDeaf = true
                history.thread("t", of: 1, 1, .turnStarted("a"))
                history.answer(1)
                history.ask(2, "b")
                history.answer(2, .notDone(.workerDown), takenAt: 4)
                history.worker(1, 1, .exited)
                history.replay(change { $0.removeAll { $0.content == .turnStarted("a") } })
                begin(&history)
            case .tailLacksANewThread:
                history.checker.take(.sent(command: 1, nil))
                history.isDeaf = true
                history.thread("u", of: 1, 1, .thread)
                history.answer(1)
                history.checker.take(.started(thread: "u"))
                history.checker.take(.sent(command: 2, nil))
                history.answer(2, takenAt: 4)
                history.worker(1, 1, .exited)
                history.replay(change { $0.removeAll { $0.scope == "u" } })
                begin(&history)
            case .tailEndsATurnTooEarly:
                history.ask(1, "a", deltas: isBroken ? 1 : 3)
                history.thread(
                    "t", of: 1, 1, .turnStarted("a"), .delta(turn: "a", number: 0), .delta(turn: "a", number: 1))
                history.isDeaf = true
                history.thread("t", of: 1, 1, .turnCompleted("a"))
                history.answer(1)
                history.replay()
            case .headLacksTheFirst:
                history.replay()
                begin(&history, change { $0.removeFirst() })
            case .headLacksTheLast:
                history.replay()
                begin(&history, change { $0.removeLast() })
                history.thread("t", of: 1, 1, .thread)
            case .headLacksTheLastOfItsScope:
                history.replay()
                begin(&history, change { $0.removeLast() })
                history.heartbeat([.worker: 2, .event: 1])
            case .leavesAHole:
                history.replay()
                begin(&history)
                if isBroken { history.lose(.system, scope: "-") }
                history.thread("t", of: 1, 1, .thread)
            }
        }

        /// What is published after the last that was heard.
        private func end(_ history: inout History, _ change: (inout [HistoryEvent]) -> Void) {
            history.isDeaf = true
            history.worker(1, 1, .exited, .gone)
            history.worker(1, 2, .spawned, .ready)
            history.thread("t", of: 1, 2, .thread)
            history.replay(change)
        }

        /// Another daemon, which is not heard before all is well.
        private func begin(_ history: inout History, _ change: (inout [HistoryEvent]) -> Void = { _ in }) {
            history.join(epoch: 2)
            history.isDeaf = true
            history.worker(1, 1, .spawned, .ready)
            history.thread("t", of: 1, 1, .thread)
            history.replay(change)
        }
    }

    // MARK: What a client is given

    /// Two epochs, and what a client that follows is given of them, with that done to it.
    private func followed(_ change: (inout [HistoryEvent]) -> Void) -> [String] {
        var history = History()
        history.checker.take(.followed)
        history.worker(1, 1, .spawned, .ready)
        history.thread("t", of: 1, 1, .thread, .thread)
        var given = history.kept
        history.replay()
        history.join(epoch: 2)
        history.worker(1, 1, .spawned, .ready)
        #expect(!history.checker.isSettled(workers: 1))
        given += history.kept
        change(&given)
        for event in given { history.checker.take(.delivered(event)) }
        let isSettled = history.checker.isSettled(workers: 1)
        let violations = history.finish()
        #expect(isSettled || !violations.isEmpty)
        return violations
    }

    @Test func aClientIsGivenEverything() {
        #expect(followed { _ in } == [])
        // Of the order of one kind and scope against another's nothing is promised after a loss.
        #expect(followed { $0.swapAt(1, 2) } == [])
    }

    @Test(arguments: Misdelivery.allCases)
    private func whatAClientIsNotGivenIsFound(_ misdelivery: Misdelivery) {
        let violations = followed { misdelivery.apply(to: &$0) }
        #expect(violations.first == misdelivery.rawValue, "\(violations)")
    }

    private enum Misdelivery: String, CaseIterable {
        case lacksTheFirst = "a client is given event 1.2 (wk.wmain-1) with scopeSeq 2 where 1 was due"
        case lacksTheLast = "a client lacks 1 events of epoch 1: of ev.t none behind 1"
        case givesOneTwice = "a client is given event 2.1 (wk.wmain-1) with scopeSeq 1 where 2 was due"
        case givesOneEarlier = "a client is given event 1.4 (ev.t) with scopeSeq 2 where 1 was due"
        case lacksAnEpoch = "a client lacks 2 events of epoch 2: of wk.wmain-1 none behind 0"

        func apply(to given: inout [HistoryEvent]) {
            switch self {
            case .lacksTheFirst: given.remove(at: 0)
            case .lacksTheLast: given.remove(at: 3)
            case .givesOneTwice: given.insert(given[4], at: 4)
            case .givesOneEarlier: given.swapAt(2, 3)
            case .lacksAnEpoch: given.removeLast(2)
            }
        }
    }

    @Test func whatAClientIsGivenBehindAnEndedEpochIsFound() {
        var history = History()
        history.checker.take(.followed)
        history.worker(1, 1, .spawned)
        let given = history.kept
        for event in given { history.checker.take(.delivered(event)) }
        history.replay()
        history.join(epoch: 2)
        for event in given { history.checker.take(.delivered(event)) }
        #expect(history.checker.violations == ["a client is given event 1.1 (wk.wmain-1) behind the end of its epoch"])
    }

    @Test func whatAClientPassesOverIsTold() {
        var history = served()
        history.checker.take(.passedOver("2 events of ev.t. did not come"))
        #expect(history.finish() == ["a client says: 2 events of ev.t. did not come"])
    }
}
