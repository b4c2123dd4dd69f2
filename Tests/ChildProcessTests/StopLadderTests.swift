import ChildProcess
import Glibc
import Testing

@Suite struct StopLadderTests {
    enum Event: CaseIterable { case begin, timerFired, hurry, exited }

    struct Row: CustomTestStringConvertible {
        let state: StopLadder.State
        let event: Event
        let next: StopLadder.State
        let actions: [StopLadder.Action]
        var endedBy: StopLadder.EndedBy?

        var testDescription: String { "\(state) × \(event)" }
    }

    private static let closing: [StopLadder.Action] = [.closeStdin, .startTimer(.seconds(10))]
    private static let terminating: [StopLadder.Action] = [.signalGroup([SIGTERM, SIGCONT]), .startTimer(.seconds(5))]
    private static let killing: [StopLadder.Action] = [.signalGroup([SIGKILL]), .startTimer(.seconds(5))]

    static let table: [Row] = [
        Row(state: .running, event: .begin, next: .closing, actions: closing),
        Row(state: .running, event: .timerFired, next: .running, actions: []),
        Row(state: .running, event: .hurry, next: .closing, actions: closing),
        Row(state: .running, event: .exited, next: .ended, actions: [.finished], endedBy: .byItself),

        Row(state: .closing, event: .begin, next: .closing, actions: []),
        Row(state: .closing, event: .timerFired, next: .terminating, actions: terminating),
        Row(state: .closing, event: .hurry, next: .terminating, actions: [.cancelTimer] + terminating),
        Row(state: .closing, event: .exited, next: .ended, actions: [.cancelTimer, .finished], endedBy: .eof),

        Row(state: .terminating, event: .begin, next: .terminating, actions: []),
        Row(state: .terminating, event: .timerFired, next: .killing, actions: killing),
        Row(state: .terminating, event: .hurry, next: .killing, actions: [.cancelTimer] + killing),
        Row(state: .terminating, event: .exited, next: .ended, actions: [.cancelTimer, .finished], endedBy: .sigterm),

        Row(state: .killing, event: .begin, next: .killing, actions: []),
        Row(state: .killing, event: .timerFired, next: .killing, actions: killing),
        Row(state: .killing, event: .hurry, next: .killing, actions: [.cancelTimer] + killing),
        Row(state: .killing, event: .exited, next: .ended, actions: [.cancelTimer, .finished], endedBy: .sigkill),

        Row(state: .ended, event: .begin, next: .ended, actions: [], endedBy: .sigkill),
        Row(state: .ended, event: .timerFired, next: .ended, actions: [], endedBy: .sigkill),
        Row(state: .ended, event: .hurry, next: .ended, actions: [], endedBy: .sigkill),
        Row(state: .ended, event: .exited, next: .ended, actions: [], endedBy: .sigkill),
    ]

    private func ladder(in state: StopLadder.State) -> StopLadder {
        var ladder = StopLadder()
        if state != .running { _ = ladder.begin() }
        if state == .terminating || state == .killing || state == .ended { _ = ladder.timerFired() }
        if state == .killing || state == .ended { _ = ladder.timerFired() }
        if state == .ended { _ = ladder.exited() }
        return ladder
    }

    @Test(arguments: table)
    func everyStateAndEvent(row: Row) {
        var ladder = ladder(in: row.state)
        #expect(ladder.state == row.state)
        let actions =
            switch row.event {
            case .begin: ladder.begin()
            case .timerFired: ladder.timerFired()
            case .hurry: ladder.hurry()
            case .exited: ladder.exited()
            }
        #expect(actions == row.actions)
        #expect(ladder.state == row.next)
        #expect(ladder.endedBy == row.endedBy)
    }

    @Test func theTableHasEveryStateAndEventOnce() {
        let pairs = Set(Self.table.map(\.testDescription))
        #expect(pairs.count == StopLadder.State.allCases.count * Event.allCases.count)
        #expect(Self.table.count == pairs.count)
    }

    @Test func durationsAreTheCallers() {
        var ladder = StopLadder(
            durations: .init(endOfFile: .milliseconds(1), terminate: .milliseconds(2), kill: .milliseconds(3)))
        #expect(ladder.begin().last == .startTimer(.milliseconds(1)))
        #expect(ladder.timerFired().last == .startTimer(.milliseconds(2)))
        #expect(ladder.timerFired().last == .startTimer(.milliseconds(3)))
    }
}
