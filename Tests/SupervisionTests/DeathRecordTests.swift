import ChildProcess
import Supervision
import TestSupport
import Testing

@Suite struct DeathRecordTests {
    @Test(arguments: [0, 1, 15, 16, 17, 31, 32, 33, 100])
    func theLastSixteenAreKeptTheOldestFirst(_ count: UInt32) {
        var record = DeathRecord()
        for generation in 0..<count { record.append(Self.death(of: generation)) }
        let first = count > 16 ? count - 16 : 0
        #expect(record.deaths == (first..<count).map(Self.death))
    }

    @Test(arguments: [
        "", "short", LongText(times(512, "é")), LongText(times(1_024, "x")),
    ])
    func aShortTailIsKeptWhole(_ tail: LongText) {
        #expect(Self.death(of: 1, tail.text).stderrTail == tail.text)
    }

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    private static let longTails: [(LongText, LongText)] = [
        (LongText("a" + times(512, "é")), LongText(times(512, "é"))),
        (LongText(times(512, "é") + "a"), LongText(times(511, "é") + "a")),
        (LongText(times(300, "🦆") + "ab"), LongText(times(255, "🦆") + "ab")),
        (LongText(times(100_000, "x") + "end"), LongText(times(1_021, "x") + "end")),
    ]

    @Test(arguments: longTails)
    func ofALongTailTheEndIsKeptInWholeCharacters(_ tail: LongText, _ kept: LongText) {
        #expect(Self.death(of: 1, tail.text).stderrTail == kept.text)
    }

    private static func death(of generation: UInt32) -> WorkerDeath { death(of: generation, "") }

    private static func death(of generation: UInt32, _ stderr: String) -> WorkerDeath {
        let exit = WorkerEvent.Exit(
            pid: 7, status: .exited(code: 1), stage: .ready, uptime: .seconds(1), endedBy: .byItself, nextTry: nil)
        return WorkerDeath(at: UInt64(generation) * 1_000, generation: generation, exit: exit, stderrTail: stderr)
    }
}
