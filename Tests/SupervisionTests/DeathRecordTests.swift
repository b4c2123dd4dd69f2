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

    @Test(arguments: ["", "short", String(repeating: "é", count: 512), String(repeating: "x", count: 1_024)])
    func aShortTailIsKeptWhole(_ text: String) {
        #expect(Self.death(of: 1, text).stderrTail == text)
    }

    @Test(arguments: [
        ("a" + String(repeating: "é", count: 512), String(repeating: "é", count: 512)),
        (String(repeating: "é", count: 512) + "a", String(repeating: "é", count: 511) + "a"),
        (String(repeating: "🦆", count: 300) + "ab", String(repeating: "🦆", count: 255) + "ab"),
        (String(repeating: "x", count: 100_000) + "end", String(repeating: "x", count: 1_021) + "end"),
    ]) func ofALongTailTheEndIsKeptInWholeCharacters(_ text: String, _ kept: String) {
        #expect(Self.death(of: 1, text).stderrTail == kept)
    }

    private static func death(of generation: UInt32) -> WorkerDeath { death(of: generation, "") }

    private static func death(of generation: UInt32, _ stderr: String) -> WorkerDeath {
        let exit = WorkerEvent.Exit(
            pid: 7, status: .exited(code: 1), stage: .ready, uptime: .seconds(1), endedBy: .byItself, nextTry: nil)
        return WorkerDeath(at: UInt64(generation) * 1_000, generation: generation, exit: exit, stderrTail: stderr)
    }
}
