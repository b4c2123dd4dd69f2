import ChildProcess
import Testing

@Suite struct MemoryKillsBaselineTests {
    private static func kills(_ count: UInt64, _ path: String = "f") -> MemoryKills {
        MemoryKills(path: path, count: count)
    }

    @Test func itBeginsWithTheProcess() {
        #expect(MemoryKillsBaseline(Self.kills(3)).before == Self.kills(3))
    }

    /// One look may come between the kernel's kill and the news of the end.
    @Test func aKillSinceTheLookBeforeTheLastCounts() {
        var baseline = MemoryKillsBaseline(Self.kills(3))
        baseline.look(Self.kills(4))
        #expect(baseline.before == Self.kills(3))
    }

    @Test func aKillThatTheProcessOutlivedDoesNot() {
        var baseline = MemoryKillsBaseline(Self.kills(3))
        baseline.look(Self.kills(4))
        baseline.look(Self.kills(4))
        #expect(baseline.before == Self.kills(4))
    }

    @Test func anotherCountersNumberIsNotTaken() {
        var baseline = MemoryKillsBaseline(Self.kills(3))
        baseline.look(Self.kills(9, "g"))
        baseline.look(Self.kills(9, "g"))
        #expect(baseline.before == Self.kills(3))
    }
}
