import Simulation
import Testing

@Suite struct SimulationTests {
    @Test func promisesHold() {
        for seed in 1...300 as ClosedRange<UInt64> {
            let violation = Simulation.run(seed: seed).violation
            #expect(violation == nil, "seed \(seed)")
        }
    }

    /// A run that can't be had again explains nothing.
    @Test func aSeedGivesTheSameRunAgain() {
        for seed in 1...30 as ClosedRange<UInt64> {
            let (first, second) = (Simulation.run(seed: seed), Simulation.run(seed: seed, isTraced: true))
            #expect(first.fingerprint == second.fingerprint, "seed \(seed)")
            #expect(first.events == second.events)
            #expect(first.trace.isEmpty && !second.trace.isEmpty)
        }
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
