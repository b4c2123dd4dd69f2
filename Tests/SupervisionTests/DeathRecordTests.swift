import ChildProcess
import Supervision
import Testing

@Suite struct DeathRecordTests {
    @Test(arguments: [0, 1, 15, 16, 17, 31, 32, 33, 100])
    func theLastSixteenAreKeptTheOldestFirst(_ count: UInt32) {
        var record = DeathRecord()
        for generation in 0..<count { record.append(Self.death(of: generation)) }
        let first = count > 16 ? count - 16 : 0
        #expect(record.deaths == (first..<count).map(Self.death))
    }

    private static func death(of generation: UInt32) -> WorkerDeath {
        let exit = WorkerEvent.Exit(
            pid: 7, status: .exited(code: 1), stage: .ready, uptime: .seconds(1), endedBy: .byItself, nextTry: nil)
        return WorkerDeath(at: UInt64(generation) * 1_000, generation: generation, exit: exit)
    }
}
