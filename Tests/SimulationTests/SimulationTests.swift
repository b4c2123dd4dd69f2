import Simulation
import Testing

@Suite struct SimulationTests {
    @Test func promisesHold() {
        for seed in 1...150 as ClosedRange<UInt64> {
            let violation = Simulation.run(seed: seed).violation
            #expect(violation == nil, "seed \(seed)")
        }
    }

    /// A run that can't be had again explains nothing.
    @Test func aSeedGivesTheSameRunAgain() {
        for seed in 1...20 as ClosedRange<UInt64> {
            let (first, second) = (Simulation.run(seed: seed), Simulation.run(seed: seed, isTraced: true))
            #expect(first.fingerprint == second.fingerprint, "seed \(seed)")
            #expect(first.events == second.events)
            #expect(first.trace.isEmpty && !second.trace.isEmpty)
        }
    }

    /// All that is decided goes by the monotonic clock: backoff, deadlines, stalls, probes, drains.
    @Test func aWallClockThatJumpsChangesNothing() {
        for seed in 1...25 as ClosedRange<UInt64> {
            let steady = Simulation.run(seed: seed, isTraced: true)
            let jumping = Simulation.run(seed: seed, wallClock: .jumping, isTraced: true)
            #expect(steady.fingerprint == jumping.fingerprint, "seed \(seed)")
            let difference = zip(steady.trace.map(Self.timeless), jumping.trace.map(Self.timeless)).first { $0 != $1 }
            #expect(difference == nil, "seed \(seed)")
            #expect(steady.trace.count == jumping.trace.count && !steady.trace.isEmpty)
        }
    }

    /// A codex that asks for the time of day is told that.
    private static func timeless(_ line: TraceLine) -> String {
        "\(line)".replacing(#/"currentTimeAt":\d+/#, with: "")
    }

    /// A checker that finds nothing is worth nothing.
    @Test(arguments: Mutation.allCases)
    func aPlantedBugIsFound(_ mutation: Mutation) {
        let found = (1...400 as ClosedRange<UInt64>).lazy.compactMap { seed in
            Simulation.run(seed: seed, mutation: mutation).violation
        }.first { mutation.breaks.contains($0.promise) }
        #expect(found != nil)
    }
}
