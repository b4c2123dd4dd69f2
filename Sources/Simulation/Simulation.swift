import EventLoop
import Fleet
import JSONRPC
import Supervision

/// Runs of the daemon's decisions in virtual time, each drawn from a seed and checked for what is promised.
package enum Simulation {
    package struct Outcome: Sendable {
        package let violation: Violation?
        /// The same for two runs of one seed.
        package let fingerprint: UInt64
        package let events: Int
        package let activeFaults: [FaultSite]
        /// Empty unless it was asked for.
        package let trace: [TraceLine]
    }

    package static let usualSteps = 60

    package static func run(
        seed: UInt64, steps: Int = usualSteps, without excluded: Set<FaultSite> = [], mutation: Mutation? = nil,
        wallClock: SimulatedWallClock.Course = .steady, isTraced: Bool = false
    ) -> Outcome {
        let world = World(seed: seed, without: excluded, mutation: mutation, wallClock: wallClock, isTraced: isTraced)
        world.run(steps: steps)
        defer { world.dismantle() }
        return Outcome(
            violation: world.checker.violation, fingerprint: world.checker.fingerprint,
            events: world.agenda.happened, activeFaults: world.faults.active, trace: world.trace ?? [])
    }
}
