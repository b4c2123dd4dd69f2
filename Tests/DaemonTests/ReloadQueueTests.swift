import BusProtocol
import Daemon
import Fleet
import Testing

@Suite struct ReloadQueueTests {
    private func client(_ number: UInt64) -> ReloadQueue.Asker {
        .client(CommandToken(value: number), command: .none)
    }

    @Test func whoeverAsksMeanwhileIsAnsweredByTheNext() {
        var queue = ReloadQueue()
        #expect(queue.ask(client(1)) == .begins)
        #expect(queue.ask(client(2)) == .waits)
        #expect(queue.ask(.signal) == .waits)
        var end = queue.finish()
        #expect(end.askers == [client(1)] && end.goesOn)
        #expect(queue.ask(client(3)) == .waits)
        end = queue.finish()
        #expect(end.askers == [client(2), .signal] && end.goesOn)
        end = queue.finish()
        #expect(end.askers == [client(3)] && !end.goesOn)
        #expect(queue.ask(.signal) == .begins)
    }

    @Test func aStormOfSignalsIsTwoReloads() {
        var queue = ReloadQueue()
        #expect(queue.ask(.signal) == .begins)
        for _ in 0..<1_000 { #expect(queue.ask(.signal) == .waits) }
        var end = queue.finish()
        #expect(end.goesOn)
        end = queue.finish()
        #expect(end.askers == [.signal] && !end.goesOn)
    }

    @Test func whenNoneIsToComeAllAreTold() {
        var queue = ReloadQueue()
        for number in 1...3 as ClosedRange<UInt64> { _ = queue.ask(client(number)) }
        #expect(queue.abandon() == [client(1), client(2), client(3)])
        #expect(!queue.isUnderWay)
        #expect(queue.abandon() == [])
    }

    @Test func soManyMayWait() {
        var queue = ReloadQueue()
        #expect(queue.ask(client(0)) == .begins)
        for number in 1...UInt64(ReloadQueue.limit) { #expect(queue.ask(client(number)) == .waits) }
        #expect(queue.ask(client(.max)) == .full)
        #expect(queue.ask(.signal) == .full)
        var end = queue.finish()
        end = queue.finish()
        #expect(end.askers.count == ReloadQueue.limit)
    }
}
