import BusProtocol
import Testing

@testable import Bench

/// Histories that keep the promises, and for each promise one that breaks it.
@Suite struct HistoryCheckerTests {
    /// A history with the events numbered as a daemon does.
    private struct History {
        var checker: HistoryChecker
        private(set) var epoch: UInt64 = 0
        private var seq: UInt64 = 0
        private var scopes: [String: UInt64] = [:]

        init() {
            checker = HistoryChecker()
            join(epoch: 1)
        }

        mutating func join(epoch: UInt64, seq: UInt64 = 0) {
            self.epoch = epoch
            self.seq = seq
            scopes = [:]
            checker.take(.joined(epoch: epoch, seq: seq))
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
            for content in contents { event(.event, thread, worker, generation, isDaemons: false, content) }
        }

        private mutating func event(
            _ kind: EventKind, _ scope: String, _ worker: UInt64, _ generation: UInt32, isDaemons: Bool,
            _ content: HistoryEvent.Content
        ) {
            seq += 1
            scopes["\(kind).\(scope)", default: 0] += 1
            checker.take(
                .event(
                    HistoryEvent(
                        epoch: epoch, seq: seq, scopeSeq: scopes["\(kind).\(scope)"] ?? 0, kind: kind, scope: scope,
                        worker: worker, generation: generation, isDaemons: isDaemons, content: content)))
        }

        mutating func ask(_ command: Int, _ turn: String, deltas: UInt64 = 0, isFaulty: Bool = false) {
            checker.take(
                .sent(command: command, TurnPlan(id: turn, thread: "t", deltas: deltas, isFaulty: isFaulty)))
        }

        mutating func answer(_ command: Int, _ outcome: CommandOutcome = .done) {
            checker.take(.replied(command: command, outcome))
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

    @Test func whatADaemonsDeathCutsOffIsGood() {
        var history = served()
        history.ask(1, "a", deltas: 5)
        history.ask(2, "b")
        history.answer(1)
        history.answer(2, .unknown)
        history.thread("t", of: 1, 1, .turnStarted("a"), .delta(turn: "a", number: 0))
        history.join(epoch: 2, seq: 40)
        history.checker.take(.listed(worker: 1, generation: 1, isReady: true))
        history.ask(3, "c")
        history.thread("t", of: 1, 1, .thread, .turnStarted("c"), .turnCompleted("c"))
        history.answer(3)
        #expect(history.finish() == [])
        #expect(history.checker.outcomes == [.done: 2, .unknown: 1])
    }

    /// The subscription of everything is in place before the echo of the join is.
    @Test func eventsBeforeTheirJoinAreNotCounted() {
        var history = served()
        history.checker.take(
            .event(HistoryEvent(epoch: 2, seq: 7, scopeSeq: 1, kind: .worker, scope: "wmain-1", content: .spawned)))
        history.join(epoch: 2, seq: 7)
        history.worker(1, 1, .ready)
        #expect(history.finish() == [])
    }

    @Test func aListSaysNothingAgainstWhatWasHeard() {
        var history = served()
        history.worker(1, 1, .exited)
        history.checker.take(.listed(worker: 1, generation: 1, isReady: true))
        #expect(history.checker.readyWorkers == 0)
        history.checker.take(.listed(worker: 2, generation: 3, isReady: false))
        history.checker.take(.listed(worker: 3, generation: 3, isReady: true))
        #expect(history.checker.readyWorkers == 1)
    }

    /// The thread is there again, though the recorder has not heard of it.
    @Test func aCensusTellsWhatComesBackWithTheDaemon() {
        var history = served()
        history.checker.take(.started(thread: "t"))
        history.join(epoch: 2, seq: 30)
        history.worker(1, 1, .ready)
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
        case wordAfterEnd = "says something after its end"
        case wordOfOlderGeneration = "worker 1, generation 0: says something"
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
                history.join(epoch: 2)
                history.worker(1, 1, .spawned, .ready)
                history.checker.take(
                    .event(HistoryEvent(epoch: 1, seq: 4, scopeSeq: 1, kind: .system, scope: "-")))
            case .joinInSameEpoch:
                history.join(epoch: 1, seq: 9)
                history.worker(1, 2, .ready)
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
                history.checker.take(.listed(worker: 2, generation: 1, isReady: false))
                history.thread("t", of: 2, 1, .thread)
            case .homeless:
                history.worker(1, 1, .exited, .gone)
                history.worker(1, 2, .spawned, .ready)
            case .forgotten:
                history.checker.take(.started(thread: "t"))
                history.join(epoch: 2, seq: 3)
                history.worker(1, 1, .ready)
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
}
