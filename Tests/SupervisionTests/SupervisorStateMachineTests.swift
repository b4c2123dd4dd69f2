import Supervision
import Testing

/// Every state × every event of a worker's standing, in each phase of the supervisor.
@Suite struct SupervisorStateMachineTests {
    typealias Machine = SupervisorStateMachine

    enum Event: String, CaseIterable {
        case add, remove, keep, asked, endedReady, endedUnready, settled, stop
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let phase: Machine.Phase
        let standing: Machine.Standing?
        let event: Event
        let after: Machine.Standing?
        let actions: [Machine.Action]
        var newPhase: Machine.Phase?

        var testDescription: String { "\(phase), \(standing.map { "\($0)" } ?? "unknown") × \(event)" }
    }

    /// What is left out has nothing to do, and stays.
    private static let rows: [Row] = [
        Row(phase: .serving, standing: nil, event: .add, after: .active, actions: [.start(1)]),
        Row(phase: .serving, standing: nil, event: .stop, after: nil, actions: [.stopped], newPhase: .stopped),

        Row(phase: .serving, standing: .active, event: .remove, after: .leaving, actions: []),
        Row(phase: .serving, standing: .active, event: .asked, after: .active, actions: [.grant(1)]),
        Row(phase: .serving, standing: .active, event: .settled, after: .settled, actions: []),
        Row(phase: .serving, standing: .active, event: .stop, after: .active, actions: [.stop(1)], newPhase: .stopping),

        Row(phase: .serving, standing: .settled, event: .remove, after: nil, actions: [.forget(1)]),
        Row(phase: .serving, standing: .settled, event: .asked, after: .active, actions: [.grant(1)]),
        Row(
            phase: .serving, standing: .settled, event: .stop, after: .settled, actions: [.stopped], newPhase: .stopped),

        Row(phase: .serving, standing: .leaving, event: .keep, after: .active, actions: []),
        Row(phase: .serving, standing: .leaving, event: .asked, after: .leaving, actions: [.stop(1)]),
        Row(phase: .serving, standing: .leaving, event: .settled, after: nil, actions: [.forget(1)]),
        Row(
            phase: .serving, standing: .leaving, event: .stop, after: .leaving, actions: [.stop(1)], newPhase: .stopping
        ),

        Row(phase: .stopping, standing: .active, event: .remove, after: .leaving, actions: []),
        Row(phase: .stopping, standing: .active, event: .asked, after: .active, actions: [.stop(1)]),
        Row(
            phase: .stopping, standing: .active, event: .settled, after: .settled, actions: [.stopped],
            newPhase: .stopped),
        Row(phase: .stopping, standing: .leaving, event: .keep, after: .active, actions: []),
        Row(phase: .stopping, standing: .leaving, event: .asked, after: .leaving, actions: [.stop(1)]),
        Row(
            phase: .stopping, standing: .leaving, event: .settled, after: nil, actions: [.forget(1), .stopped],
            newPhase: .stopped),

        Row(phase: .stopped, standing: .settled, event: .remove, after: nil, actions: [.forget(1)]),
        Row(phase: .stopped, standing: .settled, event: .asked, after: .active, actions: [.stop(1)]),
    ]

    private static let states: [(Machine.Phase, Machine.Standing?)] = [
        (.serving, nil), (.serving, .active), (.serving, .settled), (.serving, .leaving), (.stopping, .active),
        (.stopping, .leaving), (.stopped, nil), (.stopped, .settled),
    ]

    private static func machine(_ phase: Machine.Phase, _ standing: Machine.Standing?) -> Machine {
        var machine = Machine(concurrentStarts: 4)
        if standing != nil { _ = machine.add(1) }
        switch standing {
        case .settled: _ = machine.settled(1)
        case .leaving: _ = machine.remove(1)
        case .active, nil: break
        }
        if phase != .serving { _ = machine.stop() }
        return machine
    }

    private static func apply(_ event: Event, to machine: inout Machine) -> [Machine.Action] {
        switch event {
        case .add: return machine.add(1)
        case .remove: return machine.remove(1)
        case .keep:
            machine.keep(1)
            return []
        case .asked: return machine.asked(1, home: "h")
        case .endedReady: return machine.startEnded(1, isReady: true)
        case .endedUnready: return machine.startEnded(1, isReady: false)
        case .settled: return machine.settled(1)
        case .stop: return machine.stop()
        }
    }

    @Test func everyStateMeetsEveryEvent() {
        for (phase, standing) in Self.states {
            for event in Event.allCases {
                var machine = Self.machine(phase, standing)
                #expect(machine.phase == phase && machine[1] == standing)
                let row =
                    Self.rows.first { $0.phase == phase && $0.standing == standing && $0.event == event }
                    ?? Row(phase: phase, standing: standing, event: event, after: standing, actions: [])
                let name = Comment(rawValue: row.testDescription)
                #expect(Self.apply(event, to: &machine) == row.actions, name)
                #expect(machine[1] == row.after && machine.phase == row.newPhase ?? phase, name)
            }
        }
    }

    @Test func eachRowIsOfAStateThatThereIs() {
        for row in Self.rows {
            #expect(Self.states.contains { $0.0 == row.phase && $0.1 == row.standing }, "\(row.testDescription)")
        }
    }

    @Test func whoIsForgottenMakesRoomForTheNext() {
        var machine = Machine(concurrentStarts: 1)
        for worker in 1...2 as ClosedRange<UInt64> { _ = machine.add(worker) }
        #expect(machine.asked(1, home: "h") == [.grant(1)])
        #expect(machine.asked(2, home: "h") == [])
        #expect(machine.remove(1) == [])
        #expect(machine.settled(1) == [.forget(1), .grant(2)])
    }

    @Test func theLimitCanBeAnotherOneAtAnyTime() {
        var machine = Machine(concurrentStarts: 1)
        for worker in 1...3 as ClosedRange<UInt64> {
            _ = machine.add(worker)
            _ = machine.asked(worker, home: "\(worker)")
        }
        #expect(machine.set(concurrentStarts: 3) == [.grant(2), .grant(3)])
        #expect(machine.set(concurrentStarts: 1) == [])
    }

    @Test func theStopWaitsForAllAndSaysSoOnce() {
        var machine = Machine(concurrentStarts: 4)
        for worker in 1...3 as ClosedRange<UInt64> { _ = machine.add(worker) }
        _ = machine.settled(2)
        #expect(machine.stop() == [.stop(1), .stop(3)])
        #expect(machine.stop() == [])
        #expect(machine.settled(3) == [])
        #expect(machine.settled(1) == [.stopped])
        #expect(machine.settled(1) == [])
    }

    @Test func aStartThatTheStopEndsMakesRoomForNobody() {
        var machine = Machine(concurrentStarts: 1)
        for worker in 1...2 as ClosedRange<UInt64> {
            _ = machine.add(worker)
            _ = machine.asked(worker, home: "h")
        }
        _ = machine.stop()
        #expect(machine.startEnded(1, isReady: false) == [])
        #expect(machine.set(concurrentStarts: 9) == [])
    }

    @Test func noNumberIsGivenTwice() {
        var machine = Machine(concurrentStarts: 4)
        let first = machine.nextNumber()
        _ = machine.add(first)
        _ = machine.remove(first)
        #expect(machine.settled(first) == [.forget(first)])
        #expect(first == 1 && machine.nextNumber() == 2)
    }
}
