/// The arguments of `bosun-bench simulate`.
package struct SimulationOptions: Sendable, Equatable {
    package var first: UInt64 = 1
    package var count: UInt64 = 10_000
    package var steps = Simulation.usualSteps
    /// One run, and what happened in it.
    package var isTraced = false

    package init() {}
}
